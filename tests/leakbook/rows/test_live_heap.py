"""The floor of the heap: which source speaks where several measure it, and how finely."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from leakbook.evidence.model import GcTrace
from leakbook.rows.process.model import ProcessRow
from leakbook.rows.process.traced_heap import live_after

from .process_texts import MB, START, captured, process_row, scrape, trace
from .profiles import profile


def goals(*values: float) -> ProcessRow:
    scrapes = [
        scrape(n, go_memstats_next_gc_bytes=value * MB, go_memstats_heap_alloc_bytes=3 * MB)
        for n, value in enumerate(values)
    ]
    return process_row([captured(text, order=n, minute=float(n)) for n, text in enumerate(scrapes)])


def test_a_goal_speaks_from_where_it_left_its_least():
    row = goals(4, 4.2, 8, 10, 12, 14, 16, 18, 20, 22)
    assert row.live_heap_trend is not None
    assert row.live_heap_trend > 0.7


def test_a_goal_that_left_its_least_and_hardly_changed_since_does_not_speak():
    row = goals(4, 35, 35, 52, 52, 52, 52, 55, 55, 55)
    assert (row.live_heap, row.live_heap_trend) == (3 * MB, 0.0)


@pytest.mark.parametrize("name", ["go_memstats_next_gc_bytes", "go_gc_heap_live_bytes"])
@pytest.mark.parametrize(("allocated", "says_level"), [(2.0, False), (0.0, True)])
def test_a_figure_that_no_collection_set_anew_is_level_only_where_nothing_is_allocated(name, allocated, says_level):
    """One collection in the first minute, none in the ten after it."""
    values = [50.0, *[90.0] * 11]
    scrapes = [
        scrape(n, **{name: value * MB, "go_memstats_heap_alloc_bytes": (40 + allocated * n) * MB})
        for n, value in enumerate(values)
    ]
    row = process_row([captured(text, order=n, minute=float(n)) for n, text in enumerate(scrapes)])
    assert (row.live_heap_plateau == 1.0) is says_level


@pytest.mark.parametrize(
    "beside",
    [
        lambda n: {"go_gc_duration_seconds_count": 10 + n, "go_memstats_heap_alloc_bytes": (40 + n) * MB},
        lambda n: {"go_memstats_heap_alloc_bytes": (50 + 5 * (n % 3)) * MB},
        lambda _: {"go_memstats_heap_alloc_bytes": 0},
        lambda _: {},
    ],
    ids=["collections are counted", "HeapAlloc falls", "none is allocated", "HeapAlloc is not known"],
)
def test_a_level_figure_is_level_where_nothing_tells_that_no_collection_set_it(beside):
    scrapes = [scrape(n, go_gc_heap_live_bytes=(50 if n == 0 else 90) * MB, **beside(n)) for n in range(12)]
    row = process_row([captured(text, order=n, minute=float(n)) for n, text in enumerate(scrapes)])
    assert row.live_heap_plateau == 1.0


def test_the_live_heap_is_told_for_the_time_that_profiles_were_taken_in() -> None:
    lives = [10, 14, 18, 22, 22, 22, 23, 23]  # every half minute: 18 MB two minutes before the end
    heaps = [
        profile(order, (("shop.put",), 4096, 900, 900), minutes=START + timedelta(minutes=2 * order))
        for order in (0, 1)
    ]
    row = process_row([*heaps, captured(trace(lives, seconds=30.0), order=2)])
    assert row.heap_watched == 2
    assert row.live_heap_gain == pytest.approx(5 * MB, abs=MB / 2)
    assert process_row([captured(trace(lives, seconds=30.0))]).live_heap_gain is None
    assert process_row([*heaps, captured(trace(lives[:4], seconds=30.0), order=2)]).live_heap_gain is None


def test_a_climb_of_a_few_megabytes_shows_in_the_goals_of_the_trace():
    """Printed are 20 20 20 21 21 21 22 22 22 and at last 23 MB."""
    lives = [20.1 + 0.33 * n for n in range(10)]
    printed = "\n".join(
        line.replace("MB goal", "MB aim")
        for line in trace(lives, seconds=12.0).splitlines()  # a goal that is not read
    )
    row, blunt = process_row([captured(trace(lives, seconds=12.0))]), process_row([captured(printed)])
    assert row.live_heap == 23 * MB
    assert row.live_heap_trend is not None
    assert blunt.live_heap_trend is not None
    assert blunt.live_heap_trend < row.live_heap_trend
    assert row.live_heap_per_minute == pytest.approx(0.33 * MB * 5, rel=0.1)


@pytest.mark.parametrize(
    "goals_printed",
    [
        pytest.param([100] * 8, id="a memory limit"),
        pytest.param([4] * 8, id="the least goal"),
        pytest.param([40, 80, 40, 80, 40, 80, 40, 80], id="GOGC set anew"),
    ],
)
def test_goals_that_do_not_follow_the_live_heap_make_it_no_finer(goals_printed):
    lines = trace([20, 20, 21, 21, 20, 21, 20, 21]).splitlines()
    paired = zip(lines, goals_printed, strict=True)
    text = "\n".join(re.sub(r"\d+ MB goal", f"{goal} MB goal", line) for line, goal in paired)
    content = captured(text).reading.content
    assert isinstance(content, GcTrace)
    left, step = live_after(content.runs[0])
    assert (left, step) == ([value * MB for value in (20, 20, 21, 21, 20, 21, 20, 21)], MB)


@pytest.mark.parametrize(("last", "levelled"), [(31, True), (39, False)])
def test_a_last_reading_left_out_as_a_peak_still_bounds_the_floor(last, levelled):
    """A table that fills: after `26 30` a last `31` says that it is full, `39` may be a copy or go on."""
    at = [0.2, 0.7, 2.8, 6.4, 12.2, 20.2, 45.1, 76.4]
    lives = [3, 6, 9, 14, 20, 26, 30, last]
    lines = [
        f"gc {n} @{seconds}s 1%: 0.1+1+0.1 ms clock, 0.2+0/1/0+0.1 ms cpu, {2 * live}->{2 * live}->{live} MB, 4 P"
        for n, (seconds, live) in enumerate(zip(at, lives, strict=True), start=1)
    ]
    plateau = process_row([captured("\n".join(lines))]).live_heap_plateau
    assert plateau is not None
    assert (plateau >= 0.6) is levelled


def test_goals_that_drift_while_the_same_is_printed_as_live_make_no_climb():
    lines = trace([30] * 40, seconds=20.0).splitlines()
    drifting = [re.sub(r"\d+ MB goal", f"{60 + n // 8} MB goal", line) for n, line in enumerate(lines)]
    row = process_row([captured("\n".join(drifting))])
    assert (row.live_heap_trend, row.live_heap) == (0.0, 30 * MB)
