"""What the threads of a worker's main process have in common."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

import pytest
from sqlalchemy.exc import OperationalError

from leakbook.queueing.broker import build_celery
from workers import metrics
from workers.courier import Courier
from workers.purger import Purger
from workers.rounds import Rounds
from workers.sweeper import Hearing, Sweeper


class Counting(Rounds):
    """Rounds that do what they are told."""

    def __init__(self, does: Callable[[int], bool], **bounds: float) -> None:
        super().__init__("sweeper", **bounds)
        self.times: list[float] = []
        self._does = does

    def round(self) -> bool:
        self.times.append(time.monotonic())
        return self._does(len(self.times))


def until(done: Callable[[], bool]) -> None:
    stop = time.monotonic() + 20
    while not done():
        assert time.monotonic() < stop
        time.sleep(0.01)


def failed() -> float:
    return metrics.ROUNDS_FAILED.labels("sweeper")._value.get()


@pytest.mark.parametrize(
    ("error", "level"),
    [(OperationalError("SELECT", {}, Exception("gone")), logging.WARNING), (KeyError("bug"), logging.ERROR)],
)
def test_a_round_that_fails_is_logged_and_counted_and_not_the_last(error, level, caplog) -> None:
    def fail_twice(number: int) -> bool:
        if number <= 2:
            raise error
        return False

    before = failed()
    rounds = Counting(fail_twice, every_seconds=0.01)
    rounds.start()
    until(lambda: len(rounds.times) >= 4)
    rounds.stop()
    assert failed() == before + 2
    logged = [record for record in caplog.records if record.name == "workers.rounds"]
    assert [record.levelno for record in logged] == [level] * 2
    assert all(bool(record.exc_info) == (level == logging.ERROR) for record in logged)


@pytest.mark.alone
def test_rounds_come_at_once_while_there_is_more_and_else_after_a_pause() -> None:
    rounds = Counting(lambda number: number < 5, every_seconds=0.3)
    rounds.start()
    until(lambda: len(rounds.times) >= 6)
    rounds.stop()
    assert rounds.times[4] - rounds.times[0] < 0.24
    assert rounds.times[5] - rounds.times[4] >= 0.24


def test_no_round_begins_after_stop() -> None:
    entered, go_on = threading.Event(), threading.Event()

    def wait(_number: int) -> bool:
        entered.set()
        return go_on.wait(20)

    rounds = Counting(wait, every_seconds=0.01, threads=1)
    rounds.start()
    entered.wait(20)
    rounds.stop()
    assert rounds.is_stopped
    go_on.set()
    time.sleep(0.1)
    assert len(rounds.times) == 1


def test_all_that_a_worker_does_beside_its_jobs_goes_in_rounds(settings) -> None:
    app = build_celery(settings)
    sweeper = Sweeper(app, settings, slots=1, hearing=lambda: Hearing(received=0, in_hand=0))
    for one in (sweeper, Courier(settings), Purger(settings)):
        assert one.round() is False
