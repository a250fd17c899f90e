"""The collector's goal when GOGC is set anew while the process runs."""

from __future__ import annotations

from leakbook.rows.process.model import ProcessRow

from .process_texts import MB, captured, process_row, scrape

A_STEP = 30.0
"""Megabytes that are allocated between two scrapes."""


def watched(*stretches: tuple[float, float], counted: bool = True, each: int = 8, forced: int = 0) -> ProcessRow:
    """Scrapes of a process that keeps so many megabytes in a heap which may be so many times as large.

    `forced`: collections between two scrapes of the first stretch that somebody asked for.
    """
    scrapes: list[str] = []
    total = collections = 0.0
    for kept, room in stretches:
        for turn in range(each):
            goal = kept * room + (turn % 3 - 1) * 0.2
            total += A_STEP
            collections += A_STEP / (goal - kept) + (forced if len(scrapes) < each else 0)
            figures = {"go_memstats_next_gc_bytes": goal * MB, "go_memstats_alloc_bytes_total": total * MB}
            figures["go_memstats_heap_alloc_bytes"] = (kept + (goal - kept) * (0.2, 0.9, 0.5)[turn % 3]) * MB
            if counted:
                figures["go_gc_duration_seconds_count"] = int(collections)
            scrapes.append(scrape(len(scrapes), **figures))
    return process_row([captured(text, order=n, minute=n / 12) for n, text in enumerate(scrapes)])


def test_a_goal_that_jumps_with_its_room_is_no_growth():
    row = watched((13, 1.5), (13, 2.5), (13, 5))
    assert row.live_heap_trend is not None
    assert row.live_heap_trend < 0.2


def test_a_goal_that_jumps_with_what_is_kept_is_growth():
    same_room = watched((13, 2), (22, 2), (40, 2))
    assert same_room.live_heap_growth_ratio is not None
    assert same_room.live_heap_growth_ratio > 2
    both = watched((13, 2), (40, 4))
    assert both.live_heap_growth_ratio is not None
    assert both.live_heap_growth_ratio > 1.5


def test_where_collections_are_not_counted_or_hardly_happen_the_goal_stands_as_it_is():
    uncounted = watched((13, 1.5), (13, 2.5), (13, 5), counted=False)
    assert uncounted.live_heap_growth_ratio is not None
    assert uncounted.live_heap_growth_ratio > 2
    rare = watched((600, 1.5), (600, 2.5), each=6)
    assert rare.live_heap_growth_ratio is not None
    assert rare.live_heap_growth_ratio > 1.5


def test_where_collections_were_forced_they_tell_nothing_of_what_is_kept():
    row = watched((13, 2), (20, 2), forced=3)
    assert row.live_heap_growth_ratio is not None
    assert row.live_heap_growth_ratio > 1.4
