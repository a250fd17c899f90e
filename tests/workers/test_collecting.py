"""What a job leaves behind in cycles goes when it is done."""

from __future__ import annotations

import gc
import weakref

import pytest

from workers import collecting


class Knot:
    """A value that holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def seldom():
    thresholds = gc.get_threshold()
    collecting.collect_seldom()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


@pytest.mark.usefixtures("seldom")
def test_a_job_s_cycles_are_gone_after_it():
    knot = weakref.ref(Knot())
    assert knot() is not None
    collecting.collect_between_jobs()
    assert knot() is None


@pytest.mark.usefixtures("seldom")
def test_what_outlived_its_job_is_looked_at_after_many(monkeypatch):
    monkeypatch.setattr(collecting, "LOOKS", 3)
    kept = Knot()
    knot = weakref.ref(kept)
    collecting.collect_between_jobs()
    del kept
    for _ in range(5):
        collecting.collect_between_jobs()
    assert knot() is None
