"""What a finding costs: of the whole process only what grows, and only for what it can be held against."""

from __future__ import annotations

import pytest

from leakbook.diagnosis.finding import impact_of
from leakbook.diagnosis.report import Impact
from leakbook.diagnosis.scene import Scene
from leakbook.playbook.load import load_playbooks
from leakbook.playbooks_path import default_folder, read_folder
from tests.leakbook.diagnosis.rows_by_hand import rows

SHIPPED = load_playbooks(read_folder(default_folder()))


def impact(playbook_id: str, **process: float) -> Impact:
    playbook = SHIPPED.by_id(playbook_id)
    assert playbook is not None
    return impact_of(Scene(rows(**process)).process, playbook)


FIGURES = {"goroutines": 59, "goroutines_per_minute": -1.0, "live_heap": 2**24, "live_heap_per_minute": 2.0**20}


def test_of_a_leaking_process_what_grows_is_the_cost() -> None:
    assert impact("heap/live-growth", **FIGURES) == Impact(bytes=2**24, bytes_per_minute=2.0**20)
    assert impact("heap/live-growth", goroutines=59) == Impact(goroutines=59)


@pytest.mark.parametrize("playbook_id", ["resource/file", "resource/net-conn", "heap/alloc-churn"])
def test_memory_and_goroutines_are_no_cost_of_descriptors_or_of_what_is_no_leak(playbook_id: str) -> None:
    assert impact(playbook_id, **FIGURES) == Impact()
