"""The floor of the heap: which source speaks where several measure it."""

from __future__ import annotations

from datetime import timedelta

from leakbook.rows.process.model import ProcessRow

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


def test_the_live_heap_is_told_for_the_time_that_profiles_were_taken_in() -> None:
    lives = [10, 14, 18, 22, 22, 22, 23, 23]  # every half minute: 18 MB two minutes before the end
    heaps = [
        profile(order, (("shop.put",), 4096, 900, 900), minutes=START + timedelta(minutes=2 * order))
        for order in (0, 1)
    ]
    row = process_row([*heaps, captured(trace(lives, seconds=30.0), order=2)])
    assert row.heap_watched == 2
    assert row.live_heap_gain == 5 * MB
    assert process_row([captured(trace(lives, seconds=30.0))]).live_heap_gain is None
    assert process_row([*heaps, captured(trace(lives[:4], seconds=30.0), order=2)]).live_heap_gain is None


SLOW_CLIMB = (40.0, 40.6, 41.2, 41.8, 42.4, 43.0, 43.6, 44.2)
"""Goals of collections that keep 0.3 MB more each, which the trace rounds to `20 20 20 20 21 21 21 22` MB."""


def test_a_climb_of_a_few_megabytes_is_told_by_the_goals_of_the_same_collections():
    traced = captured(trace([int(goal / 2) for goal in SLOW_CLIMB], seconds=12.0))
    exact = [
        captured(
            scrape(0.2 * n, go_memstats_next_gc_bytes=goal * MB, go_memstats_heap_alloc_bytes=0.6 * goal * MB),
            order=n + 1,
        )
        for n, goal in enumerate(SLOW_CLIMB)
    ]
    alone, both = process_row([traced]), process_row([traced, *exact])
    assert alone.live_heap_trend is not None
    assert both.live_heap_trend is not None
    assert alone.live_heap_trend < 0.6 <= both.live_heap_trend


def test_a_trace_that_climbs_by_many_megabytes_speaks_before_the_goals():
    lives = [10 * n for n in range(2, 10)]
    goals_of_it = [
        captured(
            scrape(0.2 * n, go_memstats_next_gc_bytes=50.0 * MB + n, go_memstats_heap_alloc_bytes=30 * MB), order=n
        )
        for n in range(1, 9)
    ]
    row = process_row([captured(trace(lives, seconds=12.0)), *goals_of_it])
    assert row.live_heap == 90 * MB
