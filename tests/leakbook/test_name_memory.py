"""What a process keeps of one job for the next is bounded, however long the names are."""

from __future__ import annotations

import gc
import tracemalloc

import pytest

import leakbook
from leakbook.evidence.model import Submission
from leakbook.evidence.name_memory import LONG, LONG_KEPT, remembered
from leakbook.evidence.read import read_evidence

NAMES, LENGTH = 400, 14_000


def test_a_job_of_long_names_leaves_little_behind(playbooks) -> None:
    def work(job: int) -> None:
        names = [f"shop/job{job}.{'p' * LENGTH}{n}" for n in range(1, NAMES)]
        dump = "\n".join(f"goroutine 7 [chan send]:\n{name}(0xc000123456)\n\t/src/notify.go:41\n" for name in names)
        evidence = read_evidence([Submission(name="dump", content=dump.encode())])
        leakbook.diagnose(evidence.captures, playbooks)

    work(0)
    gc.collect()
    tracemalloc.start()
    try:
        work(1)
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < NAMES * LENGTH / 2


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def memory(asked):
    @remembered(1000)
    def length(name: str) -> int:
        asked.append(name)
        return len(name)

    return length


def test_names_are_asked_about_once(memory, asked) -> None:
    names = [f"{n:0{LONG}}" for n in range(900)]
    assert [memory(name) for name in names * 2] == [LONG] * 1800
    assert len(asked) == 900


def test_beyond_the_bound_long_names_begin_anew_and_every_answer_is_right(memory, asked) -> None:
    names = [f"{n}" * (LONG_KEPT // 4) for n in range(9)]
    for _ in range(2):
        assert [memory(name) for name in names] == [LONG_KEPT // 4] * 9
    assert len(asked) == 18
