"""Dumps without times: one more look at a group that grew before is a look of its own, if the same view was taken."""

from dataclasses import replace

import pytest

from leakbook.rows.goroutines.groups import goroutine_group_rows
from leakbook.rows.moments import goroutine_series

from .captured import MAIN, dump, goroutine, written


def meters(count: int, state: str = "select") -> list[str]:
    numbers = range(100, 100 + count)
    return [goroutine(n, state, "shop/meter.Read():32", creator="shop/plan.TakeOn in 74:14") for n in numbers]


def look(writer: int, count: int, state: str = "select") -> str:
    """A dump served over HTTP, written by that goroutine."""
    return dump(meters(count, state)).replace("goroutine 3 [running]", f"goroutine {writer} [running]")


def signalled(count: int) -> str:
    """A dump of a signal: no goroutine writes it."""
    return "\n".join((MAIN, *meters(count), goroutine(1740, "sleep", "time.Sleep(0x3b9aca00):338")))


def levels_off(*texts: str, minutes: float | None = None) -> float | None:
    rows = goroutine_group_rows(written(*texts, minutes=minutes), ("shop",))
    return next(row.levels_off for row in rows if row.count == 600)


def test_a_group_that_grew_and_shows_no_more_in_another_look_may_have_stopped():
    looks = look(90, 120), look(1700, 600), look(1740, 600)
    assert 0.6 < levels_off(*looks) < 0.75
    assert levels_off(*looks, minutes=1.0) == 1.0


@pytest.mark.parametrize("again", [signalled(600), look(1740, 600, "select (leaked)"), look(1700, 600) + "\n"])
def test_what_a_script_collects_beside_a_dump_is_of_its_moment(again):
    captures = written(look(90, 120), look(1700, 600), again, minutes=None)
    assert len(goroutine_series(captures)) == 2


def test_two_looks_alike_without_times_may_be_seconds_apart():
    assert len(goroutine_series(written(look(1700, 600), look(1740, 600), minutes=None))) == 1


def test_a_group_that_still_grows_in_an_undated_look_has_not_stopped():
    assert levels_off(look(90, 10), look(1700, 300), look(3700, 600)) == pytest.approx(0, abs=0.05)


def page(readers: int) -> str:
    return (
        f"goroutine profile: total {readers + 1}\n"
        f"{readers} @ 0x1 0x2\n#\t0x1\tinternal/poll.runtime_pollWait+0x1\t/go/src/runtime/netpoll.go:351\n"
        "#\t0x2\tshop/room.(*Server).read+0x1\t/src/room/room.go:53\n\n"
        "1 @ 0x3\n#\t0x3\tmain.main+0x1\t/src/main.go:9\n"
    )


@pytest.mark.parametrize("undated_first", [True, False])
def test_pages_without_a_time_do_not_take_it_from_profiles_of_the_same_moments(undated_first):
    """A shell sorts goroutine.debug1.txt before goroutine.pb.gz."""
    undated, dated = written(page(40), page(41), minutes=None), written(page(40), page(42), minutes=2.0)
    posted = (*undated, *dated) if undated_first else (*dated, *undated)
    series = goroutine_series([replace(capture, order=place) for place, capture in enumerate(posted)])
    assert [moment.minutes for moment in series] == [0.0, 2.0]
