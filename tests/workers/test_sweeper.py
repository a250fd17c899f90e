"""When a worker takes itself for deaf."""

from __future__ import annotations

import pytest

from leakbook.queueing.broker import build_celery
from leakbook.storage.settings import Settings
from workers import sweeper as module
from workers.sweeper import EXIT_DEAF, Hearing, Sweeper


class Left(Exception):
    pass


@pytest.fixture
def clock(monkeypatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])

    def leave(status: int) -> None:
        assert status == EXIT_DEAF
        raise Left

    monkeypatch.setattr(module.os, "_exit", leave)
    return now


@pytest.fixture
def heard() -> list[Hearing]:
    return [Hearing(received=0, in_hand=0)]


@pytest.fixture
def sweeper(tmp_path, clock, heard) -> Sweeper:
    settings = Settings.from_environ({"LEAKBOOK_DATA_DIR": str(tmp_path)})
    return Sweeper(build_celery(settings), settings, slots=1, hearing=lambda: heard[0])


def test_a_worker_that_hears_nothing_while_jobs_wait_leaves(sweeper, clock) -> None:
    sweeper._watch(3)
    clock[0] += 20
    with pytest.raises(Left):
        sweeper._watch(3)


def test_a_worker_with_work_in_hand_stays(sweeper, clock, heard) -> None:
    heard[0] = Hearing(received=1, in_hand=1)
    for _ in range(10):
        clock[0] += 20
        sweeper._watch(3)


def test_a_worker_that_hears_or_has_nothing_to_do_stays(sweeper, clock, heard) -> None:
    for received in range(1, 10):
        clock[0] += 20
        heard[0] = Hearing(received=received, in_hand=0)
        sweeper._watch(3)
    for _ in range(10):
        clock[0] += 20
        sweeper._watch(0)


def test_a_worker_that_is_leaving_anyway_is_not_deaf(sweeper, clock) -> None:
    sweeper.stop()
    sweeper._watch(3)
    clock[0] += 20
    sweeper._watch(3)
