"""Alerts and dashboard name only metrics, labels and places that exist."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import CollectorRegistry
from prometheus_client.metrics import MetricWrapperBase
from prometheus_client.metrics_core import Metric

import service.metrics
import workers.metrics
from leakbook.storage.database import open_engine
from leakbook.storage.migrate import migrate
from leakbook.storage.settings import Settings
from service.parts import build_parts
from tests.servers import lack

ROOT = Path(__file__).parents[2]
RULES = ROOT / "deploy/prometheus/leakbook.rules.yaml"
RULE_TESTS = ROOT / "deploy/prometheus/leakbook.rules.test.yaml"
BOARD = json.loads((ROOT / "deploy/grafana/leakbook.json").read_text())
OPERATIONS = (ROOT / "docs/operations.md").read_text()
OURS = re.compile(r"\bleakbook_[a-z_]+")
SUFFIXES = ("_total", "_bucket", "_sum", "_count")
ADDED = {"le", "instance", "job"}


def rules() -> list[dict[str, Any]]:
    return [rule for group in yaml.safe_load(RULES.read_text())["groups"] for rule in group["rules"]]


def queries() -> list[str]:
    return [rule["expr"] for rule in rules()] + [
        target["expr"] for p in BOARD["panels"] for target in p.get("targets", ())
    ]


def counted() -> Iterator[tuple[str, set[str]]]:
    for module in (service.metrics, workers.metrics):
        for value in vars(module).values():
            if isinstance(value, MetricWrapperBase):
                for family in value.describe():
                    yield family.name, set(value._labelnames)


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> dict[str, set[str]]:
    """Labels by metric, of what API and workers really show."""
    settings = Settings.from_environ({"LEAKBOOK_DATA_DIR": str(tmp_path_factory.mktemp("data"))})
    migrate(open_engine(settings))
    settings.blob_dir.mkdir()
    parts = build_parts(settings)
    registry = CollectorRegistry()
    registry.register(service.metrics.StoreCollector(parts))
    registry.register(service.metrics.ProcessCollector(parts))
    looked_at: list[Metric] = list(registry.collect())
    return dict(counted()) | {m.name: {name for s in m.samples for name in s.labels} for m in looked_at}


def family(name: str, exported: dict[str, set[str]]) -> str:
    return next((name.removesuffix(s) for s in SUFFIXES if name.endswith(s) and name.removesuffix(s) in exported), name)


@pytest.mark.parametrize("query", queries())
def test_every_metric_and_label_of_a_query_is_exported(query: str, exported) -> None:
    named = {family(name, exported) for name in OURS.findall(query)}
    assert named
    assert named <= set(exported)
    labels = {name for one in named for name in exported[one]} | ADDED
    used = set(re.findall(r"(\w+)\s*(?:=~|!~|!=|=)\s*\"", query))
    for clause in re.findall(r"\b(?:by|on)\s*\(([^)]*)\)", query):
        used |= {name.strip() for name in clause.split(",") if name.strip()}
    assert used <= labels


def test_every_metric_is_documented_with_its_labels_and_nothing_else_is(exported) -> None:
    section = OPERATIONS.split("### Metrics")[1].split("\n##")[0]
    documented = {}
    for name, labels in re.findall(r"^\| `(leakbook_[a-z_]+)` \|([^|]*)\|", section, re.MULTILINE):
        documented[family(name, exported)] = set(re.findall(r"`(\w+)`", labels))
    assert documented == exported


def test_every_alert_says_how_bad_it_is_and_leads_to_a_place_in_the_runbook() -> None:
    anchors = {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", OPERATIONS, re.MULTILINE)
    }
    for rule in rules():
        assert rule["labels"]["severity"] in ("page", "ticket")
        page, _, anchor = rule["annotations"]["runbook"].partition("#")
        assert page == "docs/operations.md"
        assert anchor in anchors, rule["alert"]


def test_every_alert_is_shown_to_fire() -> None:
    tested = yaml.safe_load(RULE_TESTS.read_text())["tests"]
    fired = {one["alertname"] for test in tested for one in test["alert_rule_test"] if one["exp_alerts"]}
    assert fired == {rule["alert"] for rule in rules()}


@pytest.mark.parametrize("command", [["check", "rules", str(RULES)], ["test", "rules", str(RULE_TESTS)]])
def test_promtool_finds_no_fault(command: list[str]) -> None:
    promtool = shutil.which("promtool") or lack("promtool")
    done = subprocess.run([promtool, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_dashboard_is_laid_out_without_overlap_and_asks_the_chosen_source() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in BOARD["panels"]:
        place = panel["gridPos"]
        cells = {(place["x"] + x, place["y"] + y) for x in range(place["w"]) for y in range(place["h"])}
        assert not cells & taken, panel["title"]
        assert place["x"] + place["w"] <= 24
        taken |= cells
        if panel["type"] != "row":
            assert panel["description"]
            assert panel["datasource"]["uid"] == "${datasource}"
    ids = [panel["id"] for panel in BOARD["panels"]]
    assert len(ids) == len(set(ids))
