"""Scrapes that nothing dates: the counters of the process tell in which order they were taken."""

from __future__ import annotations

import pytest

from leakbook.rows.process.process import process_scene

from .process_texts import MB, captured, process_row


def undated_scrape(goroutines: int, allocated: int, *, start: float = 1_795_937_365.98) -> str:
    return (
        f"process_start_time_seconds {start}\ngo_goroutines {goroutines}\n"
        f"go_memstats_alloc_bytes_total {allocated}\ngo_memstats_heap_alloc_bytes {12 * MB}\n"
    )


@pytest.mark.parametrize("posted", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (2, 0, 4, 1, 3)])
def test_undated_scrapes_of_one_run_are_ordered_by_what_it_had_allocated(posted):
    texts = [undated_scrape(100 + 50 * n, (20 + 9 * n) * MB) for n in range(5)]
    scene = process_scene([captured(texts[n], order=place) for place, n in enumerate(posted)])
    row = process_row(list(scene.captures))
    assert row.goroutines == 300
    assert row.goroutines_growth_ratio == pytest.approx(3.0)
    assert not scene.doubts


def test_undated_scrapes_of_another_start_are_of_another_run():
    first, later = undated_scrape(100, 20 * MB), undated_scrape(140, 5 * MB, start=1_795_990_000.0)
    scene = process_scene([captured(text, order=n) for n, text in enumerate([first, first, later])])
    assert scene.doubts[0].startswith("restart: Counters of the metrics begin anew")
