import jsonschema
import pytest

from leakbook.playbook.json_schema import playbook_json_schema
from leakbook.playbook.yaml_marks import read_yaml


@pytest.fixture(scope="module")
def validator():
    schema = playbook_json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def value(files, name, old="", new=""):
    assert old in files[name]
    return read_yaml(name, files[name].replace(old, new, 1)).value


def test_every_playbook_of_the_set_fits(validator, files):
    for name in files:
        if not name.startswith("_"):
            assert list(validator.iter_errors(value(files, name))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("severity: high", "severity: dire"),
        ("severity: high", "severity: high\nseverty: low"),
        ("where: {unreachable: true}", "where: {unreachabel: true}"),
        ("where: {unreachable: true}", "over: process\n    where: {unreachable: true}"),
        ("{use: many}", "{use: many, suports: weak}"),
        ("steps: [", "steps: [{when_culprit: true}, "),
        ("steps: [", "steps: [{on: heap_site, where: {state: select}, do: it}, "),
    ],
)
def test_what_the_loader_refuses_editors_mark_too(validator, files, old, new):
    assert not validator.is_valid(value(files, "goroutine/chan-send.yaml", old, new))


def test_it_is_the_same_every_time():
    assert str(playbook_json_schema()) == str(playbook_json_schema())
