"""Numbers of the runtime in the columns of a table."""

from __future__ import annotations

import pytest

from leakbook.evidence.metrics.reader import RuntimeMetricsReader
from leakbook.evidence.model import RuntimeMetrics, Submission
from leakbook.evidence.read import read_evidence
from leakbook.limits import DEFAULT_LIMITS

REPORT = """Soak test of the new build:

| {time} | goroutines | RSS    | heap in use (MB) | notes |
|-------:|-----------:|-------:|-----------------:|-------|
| 10 min | **1,705**  | 136 MB | 80               | start |
| 30 min | ~2440      | 1.5 GiB | 130             |       |
| 60 min | 3440       | 2 GB   | 190              | steep |
"""
MIB = 2**20
NO_MOMENTS = ("image", "page", "stage", "language", "runtime", "after", "when", "time", "step", "sample", "requests")


def series(text: str) -> dict[str, tuple[tuple[float | None, float], ...]]:
    found = {}
    for capture in read_evidence([Submission(name="report.md", content=text.encode())]).captures:
        assert isinstance(capture.reading.content, RuntimeMetrics)
        found.update({one.name: one.points for one in capture.reading.content.series})
    return found


def test_a_reports_table_is_a_series_at_the_times_of_its_rows():
    assert series(REPORT.format(time="uptime")) == {
        "go_goroutines": ((600.0, 1705.0), (1800.0, 2440.0), (3600.0, 3440.0)),
        "process_resident_memory_bytes": ((600.0, 136 * MIB), (1800.0, 1536 * MIB), (3600.0, 2048 * MIB)),
        "go_memstats_heap_inuse_bytes": ((600.0, 80 * MIB), (1800.0, 130 * MIB), (3600.0, 190 * MIB)),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("time,goroutines,heap_alloc_bytes\n15:04:00,12,100\n15:05:00,15,300\n", ((54240.0, 100.0), (54300.0, 300.0))),
        ("Alloc   HeapAlloc   NumGoroutine  Lookups\n90 100 37 5\n91 300 37 6\n", ((None, 100.0), (None, 300.0))),
        ("minutes\tHeapAlloc\tNumGC\n1\t100\t7\n2\t300\t9\n", ((60.0, 100.0), (120.0, 300.0))),
        ("#;goroutines;Heap (B)\n1;12;100\n2;13;300\n", ((None, 100.0), (None, 300.0))),
    ],
)
def test_columns_of_a_log_are_a_series(text, expected):
    assert series(text)["go_memstats_heap_alloc_bytes"] == expected


@pytest.mark.parametrize(
    "text",
    [
        REPORT.format(time="pod"),
        REPORT.format(time="what"),
        "| function | heap |\n|---|---|\n| shop.Load | 12 MB |\n| shop.Save | 30 MB |\n",
        "| minute | RSS |\n|---|---|\n| 1 | 12 MB |\n| 2 | 30 MB |\nno goroutines were counted\n",
        *(
            f"| {head} | goroutines |\n|---|---|\n| shop-a | 12 |\n| 7z | 900 |\n| shop-c | 4000 |\n"
            for head in NO_MOMENTS
        ),
        "language,goroutines,heap_alloc_bytes\nde,120,100\nen,900,300\nfr,4000,900\n",
        "| shard | goroutines |\n|---|---|\n| 1 | 12 |\n| 2 | 900 |\n",
        *(
            f"| {head} | Memory | Goroutines |\n|---|---|---|\n| 1000 | 40 MB | 1010 |\n| 4000 | 160 MB | 4010 |\n"
            for head in ("Connections", "vCPU", "clients", "QPS", "GOMAXPROCS")
        ),
        "The goroutines, and the heap,\nare counted, below,\n",
    ],
)
def test_tables_of_other_things_are_no_series(text):
    assert not RuntimeMetricsReader().recognises(text)


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("when", ("Monday 10:00", "Monday 11:00", "Monday 12:00")),
        ("uptime", ("1h30m", "2 hours in", "day 3")),
        ("after", ("baseline", "10k requests, 5 min", "1 h")),
        ("elapsed_seconds", ("start", "60", "120")),
        ("cycle", ("#1", "#2", "#3")),
        ("requests", ("0", "10,000", "20k")),
        ("round", ("warm-up", "round 1", "round 2")),
    ],
)
def test_moments_and_numbers_of_rows_are_known_in_the_words_of_a_report(head, cells):
    rows = "".join(f"| {cell} | {10 * (place + 1)} |\n" for place, cell in enumerate(cells))
    assert [value for _, value in series(f"| {head} | goroutines |\n|---|---|\n{rows}")["go_goroutines"]] == [
        10,
        20,
        30,
    ]


def test_bytes_without_a_unit_are_not_guessed():
    text = "minute,goroutines,rss\n1,12,310\n2,13,320\n"
    assert set(series(text)) == {"go_goroutines"}


def test_a_page_of_statistics_sets_its_figures_far_from_their_names():
    page = "Memory:\n   heap_objects                 {objects}\n   heap_in_use_bytes            {held}\n"
    found = series("".join(page.format(objects=10 * held, held=held) for held in (5000, 7000)))
    assert found["go_memstats_heap_inuse_bytes"] == ((None, 5000.0), (None, 7000.0))


def test_a_sentence_beside_a_table_tells_the_unit_of_its_fractions():
    text = "| min | RssAnon | Go `HeapAlloc` |\n|---|---|---|\n| 0 | 93.6 | 6.8 |\n| 3 | 105.0 | 7.8 |\n"
    (told,) = RuntimeMetricsReader().read(text + "\nAll MiB.\n", DEFAULT_LIMITS)
    series = {one.name: one.points for one in told.content.series}
    assert series["process_resident_memory_bytes"] == ((0.0, 93.6 * 2**20), (180.0, 105.0 * 2**20))
    assert series["go_memstats_heap_alloc_bytes"][0] == (0.0, 6.8 * 2**20)
    (in_small_letters,) = RuntimeMetricsReader().read(text + "\nall in mb\n", DEFAULT_LIMITS)
    assert in_small_letters.content == told.content
    assert not RuntimeMetricsReader().recognises(text + "\nThe memory limit of all is 512 MB.\n")
    assert not RuntimeMetricsReader().recognises(text)


ACROSS = """| figure | {first} | {second} |
|---|---|---|
| cached plans | 8 | 8 (flat) |
| `go_memstats_heap_inuse_bytes` | 14.5 MB | 13 MB (min 12.5 / max 15.5) |
| goroutines | 120 | **121** |
| RSS | 51 MB | 62 MB |
"""


@pytest.mark.parametrize(
    ("first", "second", "times"),
    [
        ("start", "+23h", (0.0, 82_800.0)),
        ("after 10 min", "after 2 hours", (600.0, 7200.0)),
        ("15:04:05", "15:05:05", (54_245.0, 54_305.0)),
        ("at start", "now", (None, None)),
        ("day 1", "day 9", (None, None)),
        ("at startup", "30 min", (0.0, 1800.0)),
        ("1h later", "2 Hours", (3600.0, 7200.0)),
        ("+1h", "now", (None, None)),
    ],
)
def test_moments_across_are_a_series_as_well(first, second, times):
    found = series(ACROSS.format(first=first, second=second))
    assert {name: tuple(zip(times, held, strict=True)) for name, held in {
        "go_memstats_heap_inuse_bytes": (14.5 * MIB, 13 * MIB),
        "go_goroutines": (120, 121),
        "process_resident_memory_bytes": (51 * MIB, 62 * MIB),
    }.items()} == found  # fmt: skip


def test_moments_without_times_between_a_start_and_an_end_count_in_their_order():
    for middle in ("+1h", "1h", "15:04:05", "day 2"):
        text = f"| figure | start | {middle} | now |\n|---|---|---|---|\n| goroutines | 120 | 90 | 130 |\n"
        assert series(text) == {"go_goroutines": ((None, 120.0), (None, 90.0), (None, 130.0))}


@pytest.mark.parametrize(
    ("head", "row", "times"),
    [
        ("elapsed | memory | rows written", "{span}s | {size} MiB | {size},756", (0.0, 60.0, 120.0, 180.0)),
        ("Time | Memory usage", "{clock} | {size} MiB", (54_000.0, 57_600.0, 61_200.0, 64_800.0)),
        ("uptime | RSS (MiB)", "{span}s | {size}", (0.0, 60.0, 120.0, 180.0)),
    ],
)
def test_memory_alone_is_a_series_where_its_times_ascend(head, row, times):
    rows = [row.format(span=60 * n, clock=f"{15 + n}:00", size=100 + 20 * n) for n in range(4)]
    table = [head, "|".join(["---"] * len(head.split("|"))), *rows]
    assert series("".join(f"| {line} |\n" for line in table)) == {
        "process_resident_memory_bytes": tuple((at, (100 + 20 * n) * MIB) for n, at in enumerate(times))
    }


def test_memory_beside_goroutines_is_read_unless_other_columns_tell_of_it():
    table = "| time | goroutines | {} |\n|---|---|---{}|\n| 15:04 | 45 | 120 MiB{} |\n| 15:05 | 45 | 220 MiB{} |\n"
    assert series(table.format("memory", "", "", ""))["process_resident_memory_bytes"] == (
        (54_240.0, 120 * MIB),
        (54_300.0, 220 * MIB),
    )
    for beside in ("heap alloc", "mem usage"):
        found = series(table.format(f"memory | {beside}", "|---", " | 7 MiB", " | 7 MiB"))
        assert "process_resident_memory_bytes" not in found


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("records | time | memory", ("1 | 1 s | 1 MB", "2 | 2 s | 2 MB", "3 | 3 s | 3 MB", "4 | 4 s | 4 MB")),
        ("import | elapsed | RSS", ("a | 1 s | 1 MB", "b | 2 s | 2 MB", "c | 3 s | 3 MB", "d | 4 s | 4 MB")),
        ("pod | age | memory", ("a | 1h | 10 MB", "b | 2h | 20 MB", "c | 3h | 30 MB", "d | 4h | 40 MB")),
        ("age | memory", ("1h | 10 MB", "2h | 20 MB", "2h | 30 MB", "3h | 40 MB")),
        ("age | memory", ("1h | 10", "2h | 20", "3h | 30", "4h | 40")),
        ("age | memory", ("1h | 10 MB", "2h | 20 MB", "3h | 30 MB")),
        ("age | memory limit", ("1h | 1 MB", "2h | 2 MB", "3h | 3 MB", "4h | 4 MB")),
    ],
)
def test_memory_of_a_benchmark_of_pods_few_or_without_unit_is_no_series(head, rows):
    table = [head, "|".join(["---"] * len(head.split("|"))), *rows]
    assert not RuntimeMetricsReader().recognises("".join(f"| {line} |\n" for line in table))


NIGHT = ("21:00:00", "22:00:00", "23:00:00", "00:00:00", "01:00:00", "02:00:00")


@pytest.mark.parametrize(
    "text",
    [
        f"| figure | {' | '.join(NIGHT)} |\n{'|---' * 7}|\n| goroutines | 200 | 400 | 600 | 800 | 1000 | 1200 |\n",
        "| time | goroutines |\n|---|---|\n" + "".join(f"| {at} | {200 + 200 * n} |\n" for n, at in enumerate(NIGHT)),
    ],
)
def test_a_clock_that_passes_midnight_goes_on_in_a_table(text):
    assert series(text)["go_goroutines"] == tuple((75_600.0 + 3600 * n, 200.0 + 200 * n) for n in range(6))


@pytest.mark.parametrize(("head", "at"), [("time", 5 * 3600.0), ("elapsed time", None), ("Time since start", None)])
def test_what_has_passed_is_no_hour_of_the_day(head, at):
    rows = "".join(f"| 0{n}:00 | {200 + 200 * n} |\n" for n in range(6))
    assert series(f"| {head} | goroutines |\n|---|---|\n{rows}")["go_goroutines"][-1] == (at, 1200.0)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("before", "after"),
        ("before (2h)", "after (2h)"),
        ("v1.9", "v2.0"),
        ("start", "start"),
        ("main", "patched"),
        ("1", "2"),
        ("2h", "2h"),
        ("baseline", "now"),
        ("1M", "2M"),
        ("+1M", "+2M"),
        ("5s", "10s"),
        ("30 min", "60 min"),
        ("at 10s", "@20s"),
        ("5s", "latest"),
    ],
)
def test_heads_across_that_are_no_moments_tell_versions_apart(first, second):
    assert not RuntimeMetricsReader().recognises(ACROSS.format(first=first, second=second))
