"""Sizes that a program wrote again and again in words of its own."""

from __future__ import annotations

import pytest

from leakbook.evidence.metrics.reader import RuntimeMetricsReader
from leakbook.limits import DEFAULT_LIMITS

MIB = 2**20


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("15:0{n}:00 memory usage: {size} MB", "process_resident_memory_bytes"),
        ("2026/05/01 15:0{n}:00 [INFO] Mem={size}MiB", "process_resident_memory_bytes"),
        ('{{"time":"2026-05-01T15:0{n}:00Z","memory_mb":{size}.0}}', "process_resident_memory_bytes"),
        ("15:0{n}:00 mem (MB): {size}", "process_resident_memory_bytes"),
        ("after 1{n}s: used memory: {size}.0 MB, 7 clients", "process_resident_memory_bytes"),
        ("2026/05/01 15:0{n}:00 heap: {size} MB", "go_memstats_heap_alloc_bytes"),
        ("[after 1{n}s] Heap in use = {size} MB", "go_memstats_heap_alloc_bytes"),
    ],
)
def test_sizes_in_a_programs_own_words_are_a_series_where_their_times_ascend(line, name):
    text = "".join(f"{line.format(n=n, size=100 + n)}\n" for n in range(4))
    (told,) = RuntimeMetricsReader().read(text, DEFAULT_LIMITS)
    (one,) = told.content.series
    assert (one.name, [value for _, value in one.points]) == (name, [(100 + n) * MIB for n in range(4)])
    assert any("taken for" in note for note in told.notes)
    assert not RuntimeMetricsReader().recognises("\n".join(text.splitlines()[:3]))


@pytest.mark.parametrize(
    "line",
    [
        "15:0{n}:00 used memory: 70{n}MB total: 4096MB",
        "15:0{n}:00 memory: 70{n}MB available: 4096MB",
        "15:0{n}:00 shared_memory: 70{n}MB",
        "15:0{n}:00 gpu mem: 1{n}.5GB",
        "15:0{n}:00 shared memory: 70{n}MB",
        "15:0{n}:00 host memory usage: 70{n}MB",
        "15:0{n}:00 job {n}: max memory: 70{n}MB",
        "15:0{n}:00 requested memory: 70{n}MB",
        "15:0{n}:00 [gc] heap: 70{n}MB",
        "15:0{n}:00 INFO JVM heap usage: 70{n}MB",
        "15:0{n}:00 heapUsed: 60{n}MB heap: 70{n}MB",
        "15:0{n}:00 memory: 70{n}",
        "15:0{n}:00 started with heap: 2GB",
        "memory: 70{n}MB",
    ],
)
def test_sizes_of_the_machine_of_others_or_without_unit_or_time_are_none(line):
    assert not RuntimeMetricsReader().recognises("".join(f"{line.format(n=n)}\n" for n in range(6)))


def test_a_resident_size_is_read_before_what_is_only_called_memory():
    text = "".join(f"15:0{n}:00 rss: {n}00 MB memory: 9{n} MB\n" for n in range(1, 6))
    (told,) = RuntimeMetricsReader().read(text, DEFAULT_LIMITS)
    assert [value for _, value in told.content.series[0].points] == [n * 100 * MIB for n in range(1, 6)]
    assert not any("taken for" in note for note in told.notes)


def test_memory_said_beside_goroutines_is_read_with_them_where_each_line_says_it():
    line = 'time="2026-05-01T15:0{n}:00Z" level=info memory={size}MB goroutines=45\n'
    text = "".join(line.format(n=n, size=100 + n) for n in range(4))
    (told,) = RuntimeMetricsReader().read(text, DEFAULT_LIMITS)
    found = {one.name: [value for _, value in one.points] for one in told.content.series}
    assert found == {"go_goroutines": [45] * 4, "process_resident_memory_bytes": [(100 + n) * MIB for n in range(4)]}
    once = "memory: 16 GB\n" + text.replace("memory", "shared_memory")
    (told,) = RuntimeMetricsReader().read(once, DEFAULT_LIMITS)
    assert [one.name for one in told.content.series] == ["go_goroutines"]


def test_a_size_that_each_line_repeats_beside_goroutines_is_a_setting():
    line = 'time="2026-05-01T15:0{n}:00Z" level=info heap=2GB goroutines=4{n}\n'
    (told,) = RuntimeMetricsReader().read("".join(line.format(n=n) for n in range(6)), DEFAULT_LIMITS)
    assert [one.name for one in told.content.series] == ["go_goroutines"]


def test_a_resident_size_in_brackets_is_one():
    text = "".join(f"15:0{n}:00 process memory (RSS): {100 + n} MB\n" for n in range(4))
    (told,) = RuntimeMetricsReader().read(text, DEFAULT_LIMITS)
    assert [value for _, value in told.content.series[0].points] == [(100 + n) * MIB for n in range(4)]
    assert not any("taken for" in note for note in told.notes)
