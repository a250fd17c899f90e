import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from leakbook.__main__ import main
from leakbook.trial.sketch import render

SET = str(Path(__file__).resolve().parents[1] / "playbook_set")
LINE = "{} x [chan send] shop/orders.(*Notifier).Publish.func1 by shop/orders.(*Notifier).Publish in *"


@pytest.fixture
def dumps(tmp_path):
    paths = []
    for count in (30, 300):
        path = tmp_path / f"{count}.txt"
        path.write_text(render([LINE.format(count)]), encoding="utf-8")
        paths.append(str(path))
    return paths


def run(*arguments):
    return CliRunner().invoke(main, [*arguments], catch_exceptions=False)


def test_files_are_diagnosed_as_json(dumps):
    done = run("diagnose", *dumps, "--playbooks", SET, "--format", "json", "--service", "checkout")
    assert done.exit_code == 0
    answer = json.loads(done.output)
    assert answer["service"] == "checkout"
    assert answer["diagnoses"][0]["playbook"] == "goroutine/chan-send"


@pytest.mark.parametrize("style", ["terminal", "markdown", "html"])
def test_every_format_names_the_culprit(dumps, style):
    done = run("diagnose", *dumps, "--playbooks", SET, "--format", style)
    assert done.exit_code == 0
    assert "Notifier" in done.output


def test_a_dash_is_standard_input(dumps):
    content = Path(dumps[1]).read_bytes()
    done = CliRunner().invoke(main, ["diagnose", "-", dumps[0], "--playbooks", SET, "--format", "json"], input=content)
    assert done.exit_code == 0
    assert [piece["name"] for piece in json.loads(done.output)["evidence"]] == ["stdin", dumps[0].lstrip("/")]


def test_a_file_of_no_kind_is_one_clear_line(tmp_path):
    path = tmp_path / "x.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    done = run("diagnose", str(path), "--playbooks", SET)
    assert done.exit_code == 1
    assert "x.png" in done.output
    assert "Traceback" not in done.output


def test_check_prints_every_mistake_and_fails(tmp_path):
    (tmp_path / "goroutine").mkdir()
    (tmp_path / "goroutine" / "x.yaml").write_text("schema: 1\nid: goroutine/x\nid: goroutine/x\n", encoding="utf-8")
    done = run("check", "--playbooks", str(tmp_path))
    assert done.exit_code == 1
    assert "goroutine/x.yaml:3:1: id: written twice" in done.output


def test_the_tests_in_playbooks_are_run():
    done = run("test", "--playbooks", SET)
    assert done.exit_code == 0
    assert done.output.endswith("8 of 8 tests passed\n")


def test_the_tests_of_one_playbook_are_run():
    done = run("test", "--playbooks", SET, "--only", "goroutine/select")
    assert done.output.endswith("2 of 2 tests passed\n")
    assert "no playbook goroutine/none" in run("test", "--playbooks", SET, "--only", "goroutine/none").output


def test_the_reference_names_features_and_playbooks():
    page = run("reference", "--playbooks", SET).output
    assert "| `growth_certainty` | certainty |" in page
    assert "### goroutine/chan-send" in page


def test_check_names_playbooks_without_captures():
    done = run("check", "--playbooks", SET)
    assert done.exit_code == 1
    assert "goroutine/select.yaml:47:1: tests: no test that expects a find has a captured fixture" in done.output


def test_the_schema_is_json():
    assert json.loads(run("schema").output)["title"] == "Leakbook playbook"
