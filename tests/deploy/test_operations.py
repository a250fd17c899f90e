"""docs/operations.md says every setting with its default, and no other; the catalogue leads to the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from leakbook.limits import DEFAULT_LIMITS, Limits
from leakbook.storage.setting_names import KNOWN
from leakbook.storage.settings import LIMIT_PREFIX, NUMBERS, PREFIX, Settings
from leakbook.telemetry.settings import TelemetrySettings

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/operations.md").read_text()
UNITS = {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30}
NAMED = re.compile(r"\b(?:LEAKBOOK_[A-Z_]*[A-Z]|PROMETHEUS_MULTIPROC_DIR|WEB_CONCURRENCY)\b")
NOT_SETTINGS = {"LEAKBOOK_LIMIT"}
SPOKEN = {"blob_dir": "LEAKBOOK_BLOB_DIR", "playbook_dir": "LEAKBOOK_PLAYBOOKS", "tracing": "OTEL_TRACES_EXPORTER"}
"""Fields whose variable is called otherwise than the field."""


def documented() -> dict[str, str]:
    """Default by variable, from every table."""
    rows = re.findall(r"^\| ((?:`[A-Z_]+`(?:, )?)+)[^|]*\| ([^|]*) \|", PAGE, re.MULTILINE)
    return {name: default for names, default in rows for name in re.findall(r"`([A-Z_]+[A-Z])`", names)}


def sources() -> Iterator[str]:
    for folder in ("leakbook", "service", "workers"):
        for path in (ROOT / folder).rglob("*.py"):
            yield path.read_text()
    yield (ROOT / "tools/run.py").read_text()


def defaults() -> Iterator[tuple[str, Any]]:
    settings = Settings.from_environ({})
    for name in NUMBERS:
        yield PREFIX + name.upper(), getattr(settings, name)
    for field in fields(Limits):
        yield LIMIT_PREFIX + field.name.upper(), getattr(DEFAULT_LIMITS, field.name)


def number(text: str) -> float:
    amount, _, unit = text.strip().partition(" ")
    return float(amount) * UNITS.get(unit, 1)


@pytest.mark.parametrize(("variable", "value"), list(defaults()))
def test_every_number_is_documented_with_its_default(variable: str, value: float) -> None:
    assert number(documented()[variable]) == value


@pytest.mark.parametrize("kind", [Settings, TelemetrySettings])
def test_every_field_of_the_settings_is_documented(kind: type) -> None:
    for field in fields(kind):
        if field.name != "limits":
            assert SPOKEN.get(field.name, PREFIX + field.name.upper()) in documented()


def test_every_variable_that_the_code_reads_is_documented_and_no_other_is() -> None:
    read = {name for text in sources() for name in NAMED.findall(text)} - NOT_SETTINGS
    read |= {name for name, _ in defaults()}
    stated = {name for name in documented() if NAMED.fullmatch(name)}
    assert stated == read


def test_what_deploy_sets_is_documented() -> None:
    for path in (ROOT / "deploy").rglob("*"):
        if path.is_file():
            assert set(NAMED.findall(path.read_text())) <= set(documented()), path


def test_the_catalogue_registers_the_component_and_its_contract() -> None:
    component, api = yaml.safe_load_all((ROOT / "catalog-info.yaml").read_text())
    assert component["apiVersion"] == api["apiVersion"] == "backstage.io/v1alpha1"
    assert component["spec"]["providesApis"] == [api["metadata"]["name"]]
    for one in (component, api):
        assert {"type", "lifecycle", "owner"} <= set(one["spec"])
    assert api["spec"]["type"] == "openapi"
    assert (ROOT / api["spec"]["definition"]["$text"]).is_file()


def test_every_documented_variable_is_known_to_be_spelt_right() -> None:
    assert {name for name in documented() if name.startswith(PREFIX)} <= KNOWN
