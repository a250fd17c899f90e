"""Scrapes that nothing dates: the counters of the process tell in which order they were taken."""

from __future__ import annotations

import pytest

from leakbook.evidence.debug1.heap import HeapTextReader
from leakbook.limits import DEFAULT_LIMITS
from leakbook.rows.process.process import process_scene

from .process_texts import MB, capture_of, captured, process_row


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


def heap_page(allocated: int, collected: float, *, order: int):
    """A heap page, which is dated by the collection before it and some milliseconds newer than its scrape."""
    text = (
        "heap profile: 1: 64 [1: 64] @ heap/1048576\n"
        "1: 64 [1: 64] @ 0x47d6c5\n#\t0x47d6c4\tmain.main+0x4\t/src/main.go:9\n"
        f"\n# runtime.MemStats\n# Alloc = {12 * MB}\n# TotalAlloc = {allocated}\n# Mallocs = {allocated // 256}\n"
        f"# LastGC = {int(collected * 1e9)}\n# NumGC = {allocated // (4 * MB)}\n"
    )
    (reading,) = HeapTextReader().read(text, DEFAULT_LIMITS)
    return capture_of(reading, order=order)


def scrape_of(goroutines: int, allocated: int, *, order: int, start: float = 1_795_937_365.98):
    return captured(undated_scrape(goroutines, allocated, start=start), order=order)


def test_a_heap_page_before_the_scrape_of_its_moment_is_no_restart():
    moments = [(100, 20 * MB, 1_795_937_400.0), (160, 90 * MB, 1_795_937_500.0)]
    captures = [
        look
        for place, (goroutines, allocated, collected) in enumerate(moments)
        for look in (
            heap_page(allocated + 65_536, collected, order=2 * place),
            scrape_of(goroutines, allocated, order=2 * place + 1),
        )
    ]
    scene = process_scene(captures)
    assert not [doubt for doubt in scene.doubts if doubt.startswith("restart")]
    assert process_row(captures).goroutines == 160


@pytest.mark.parametrize("posted", [(2, 0, 1), (2, 1, 0), (1, 2, 0)])
def test_the_newest_of_scrapes_and_heap_pages_is_told_whatever_their_order(posted):
    captures = []
    for n in posted:
        allocated = (20 + 30 * n) * MB
        captures.append(heap_page(allocated + 65_536, 1_795_937_400.0 + 60 * n, order=len(captures)))
        captures.append(scrape_of(100 + 50 * n, allocated, order=len(captures)))
    assert process_row(captures).goroutines == 200
    assert not [doubt for doubt in process_scene(captures).doubts if doubt.startswith("restart")]


def test_heap_pages_whose_counters_fall_in_time_are_of_a_restarted_process():
    captures = [
        heap_page(90 * MB, 1_795_937_400.0, order=0),
        scrape_of(100, 89 * MB, order=1),
        heap_page(20 * MB, 1_795_937_500.0, order=2),
    ]
    assert [doubt for doubt in process_scene(captures).doubts if doubt.startswith("restart")]


def undated_page(goroutines: int, allocated: int, *, collected: float) -> str:
    """What expvar tells: no start of the process, but when it was collected last."""
    return (
        f"go_goroutines {goroutines}\ngo_memstats_alloc_bytes_total {allocated}\n"
        f"go_memstats_heap_alloc_bytes {12 * MB}\ngo_memstats_last_gc_time_seconds {collected}\n"
    )


def test_pages_posted_newest_first_are_ordered_by_their_collections_and_show_no_restart():
    texts = [undated_page(100 + 50 * n, (20 + 9 * n) * MB, collected=1_795_937_400.0 + 30 * n) for n in range(3)]
    scene = process_scene([captured(text, order=place) for place, text in enumerate(reversed(texts))])
    assert process_row(list(scene.captures)).goroutines == 200
    assert not scene.doubts


def test_of_a_page_collected_later_that_had_allocated_less_the_process_was_restarted():
    before = undated_page(200, 38 * MB, collected=1_795_937_400.0)
    after = undated_page(100, 5 * MB, collected=1_795_937_500.0)
    scene = process_scene([captured(text, order=place) for place, text in enumerate([before, after])])
    assert scene.doubts[0].startswith("restart: Counters of the metrics begin anew")
