"""What a finding costs: of the whole process only what grows, and only for what it can be held against."""

from __future__ import annotations

import pytest

from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.diagnosis.finding import impact_of
from leakbook.diagnosis.report import Diagnosis, Impact
from leakbook.diagnosis.scene import Scene
from leakbook.playbook.load import load_playbooks
from leakbook.playbooks_path import default_folder, read_folder
from leakbook.report.wording import impact_text
from leakbook.rows.heap.site_model import HeapSiteRow
from tests.leakbook.diagnosis.rows_by_hand import gctrace, rows, site

SHIPPED = load_playbooks(read_folder(default_folder()))


def impact(playbook_id: str, **process: float) -> Impact:
    playbook = SHIPPED.by_id(playbook_id)
    assert playbook is not None
    return impact_of(Scene(rows(**process)).process, playbook)


FIGURES = {"goroutines": 59, "goroutines_per_minute": -1.0, "live_heap": 2**24, "live_heap_per_minute": 2.0**20}


def test_of_a_leaking_process_what_grows_is_the_cost() -> None:
    assert impact("heap/live-growth", **FIGURES) == Impact(bytes=2**24, bytes_per_minute=2.0**20, of_whole_heap=True)
    assert impact("heap/live-growth", goroutines=59) == Impact(goroutines=59)


@pytest.mark.parametrize("playbook_id", ["resource/file", "resource/net-conn", "heap/alloc-churn"])
def test_memory_and_goroutines_are_no_cost_of_descriptors_or_of_what_is_no_leak(playbook_id: str) -> None:
    assert impact(playbook_id, **FIGURES) == Impact()


CLIMBS = {
    "live_heap": 57 * 2**20, "live_heap_per_minute": 6.0 * 2**20, "live_heap_trend": 0.97, "live_heap_plateau": 0.0,
    "live_heap_growth_ratio": 1.5, "live_heap_readings": 9, "live_heap_watched": 30.0, "live_heap_rises": True,
}  # fmt: skip


def climbing(*sites: HeapSiteRow) -> Diagnosis:
    return diagnose_rows(rows(*sites, **CLIMBS), [gctrace()], SHIPPED).diagnoses[0]


def test_beside_what_the_process_does_the_cost_is_that_of_the_site_that_is_named() -> None:
    kept = site(
        "shop.text", inuse=7 * 2**20, growth=5 * 2**20, growth_certainty=0.9, growth_per_minute=3.0 * 2**20,
        growth_share=0.9, floor_climbs=0.97, share=0.12,
    )  # fmt: skip
    named = climbing(kept)
    assert (named.culprit.function, named.playbook) == ("shop.text", "heap/live-growth")
    assert named.impact == Impact(bytes=7 * 2**20, bytes_per_minute=3.0 * 2**20)
    assert impact_text(named) == "7.0 MiB, 3.0 MiB more each minute"


def test_where_no_site_is_named_the_cost_is_said_to_be_of_the_whole_heap() -> None:
    assert impact_text(climbing()) == "57.0 MiB in the whole heap, 6.0 MiB more each minute"
