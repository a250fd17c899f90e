"""Groups that one dump shows to be no pile-up: nobody starts more of them, or none has stood there for long."""

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.rows.goroutines.groups import goroutine_group_rows
from tests.playbooks.programs import PLAYBOOKS

from .captured import TAKER, goroutine, written


def roster(main: str, *, calls: tuple[str, ...] = ("main.main():20",), count: int = 400, creator: int = 1) -> str:
    """Tenants' loops that sleep between two runs, started one after the other by main, which stands in `main`."""
    loops = [
        goroutine(
            number,
            f"sleep, {1 + number % 4} minutes",
            "time.Sleep(0x8bb2c97000):338",
            "ops/roster.(*Roster).keep(0xc000012000):28",
            creator=f"ops/roster.(*Roster).Keep in {creator}:24",
        )
        for number in range(18, 18 + count)
    ]
    return "\n".join((goroutine(1, main, *calls), TAKER, *loops))


def row_of(text: str, state: str):
    return next(row for row in goroutine_group_rows(written(text), ("ops",)) if row.state == state)


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        (roster("select, 5 minutes"), True),
        (roster("select"), False),  # it may be the loop that starts them
        (roster("sync.WaitGroup.Wait, 5 minutes", calls=("sync.(*WaitGroup).Wait(0xc0):118", "main.main():20")), False),
        (roster("IO wait, 5 minutes", calls=("net.(*TCPListener).Accept(0xc0):380", "main.main():20")), False),
        (roster("select, 5 minutes", creator=9), False),
        (roster("select, 5 minutes", count=4), None),
    ],
)
def test_nobody_starts_more_where_the_only_starter_has_waited_for_minutes(text, closed):
    assert row_of(text, "sleep").starts_no_more is closed


def told(text: str, playbook: str) -> float:
    report = diagnose(written(text), PLAYBOOKS)
    return max((one.confidence for one in report.diagnoses if one.playbook == playbook), default=0.0)


def test_loops_that_main_started_before_it_waits_are_no_pile_up():
    assert told(roster("select, 5 minutes"), "goroutine/no-exit-loop") < 0.5


def queue(*, minutes: bool, old: bool = True) -> str:
    """Backfills that wait for their turn, each started by a goroutine of its own that has ended."""
    waiting = [
        goroutine(
            number,
            f"select, {1 + (9000 - number) // 1500} minutes" if minutes else "select",
            "edge/toll.(*Turn).Pass(0xc000012000):56",
            "edge/backfill.(*Backfiller).backfill(0xc000013000):61",
            creator="edge/backfill.(*Backfiller).Start in 7:45",
        )
        for number in range(3000, 9000, 15)
    ]
    main = goroutine(1, "select, 2 minutes" if old else "select", "main.main():20")
    starter = goroutine(7, "sleep", "time.Sleep(0x5f5e100):338", "edge/backfill.(*Backfiller).Start(0xc000013000):47")
    return "\n".join((main, starter, TAKER, *waiting))


@pytest.mark.parametrize(
    ("text", "young"),
    [(queue(minutes=False), True), (queue(minutes=True), False), (queue(minutes=False, old=False), None)],
)
def test_none_has_waited_a_minute_only_where_others_print_minutes(text, young):
    waiting = next(row for row in goroutine_group_rows(written(text), ("edge",)) if (row.count or 0) > 100)
    assert waiting.none_waits_minutes is young


def test_a_queue_in_which_none_has_waited_a_minute_is_suspected_at_most():
    assert 0.2 < told(queue(minutes=False), "goroutine/select") <= 0.48
    assert told(queue(minutes=True), "goroutine/select") > 0.55


def test_a_lone_loop_whose_starter_has_ended_is_no_pile_up():
    lone = goroutine(
        900, "sleep", "time.Sleep(0x5f5e100):338", "ops/exports.repeat():38", creator="ops/exports.Start in 40:27"
    )
    text = "\n".join((goroutine(1, "select", "main.main():20"), TAKER, lone))
    assert told(text, "goroutine/no-exit-loop") <= 0.48
