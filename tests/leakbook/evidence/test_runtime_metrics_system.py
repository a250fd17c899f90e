"""Resident memory as the system's own tools print it: of one process, in order."""

import pytest

from leakbook.evidence.metrics.reader import RuntimeMetricsReader
from leakbook.limits import DEFAULT_LIMITS

TOP = "  PID USER      PR  NI    VIRT    RES    SHR S  %CPU %MEM     TIME+ COMMAND\n"
ROW = "{process} app  20   0 5359548 {resident} 201724 S   0.6 31.6  10:41.46 shop\n"


def resident(text: str) -> list[tuple[float | None, float]]:
    (reading,) = RuntimeMetricsReader().read(text, DEFAULT_LIMITS)
    (series,) = reading.content.series
    assert series.name == "process_resident_memory_bytes"
    return list(series.points)


@pytest.mark.parametrize(
    ("text", "kilobytes"),
    [
        ("Name:\tshop\nVmHWM:\t13230816 kB\nVmRSS:\t10002652 kB\nRssAnon:\t9983548 kB\n", [10002652]),
        ("00400000-7ffe 0000 [rollup]\nRss:     10002652 kB\nPss:  9983548 kB\n", [10002652]),
        (TOP + ROW.format(process=17348, resident="4.5g"), [4.5 * 2**20]),
        ("".join(ROW.format(process=7, resident=f"{n}m") for n in (106, 110)), [106 * 1024, 110 * 1024]),
        ("app 12483 3.1 9.0 2245623 8887096 ? Sl Nov13 186:03 ./shop -a\n", [8887096]),
        ("Out of memory: Killed process 33 (shop) total-vm:2126728kB, anon-rss:584224kB, file-rss:0kB\n", [584224]),
        ("NAME   CPU(cores)   MEMORY(bytes)\nshop-7f9c-xk2   21m   240Mi\n", [240 * 1024]),
    ],
)
def test_each_tool_tells_kilobytes(text, kilobytes):
    assert resident(text) == [(None, 1024 * figure) for figure in kilobytes]


def test_times_on_the_lines_are_kept():
    log = "".join(f"2026-05-01 15:0{n}:00 kernel: Killed process 7 (shop) anon-rss:{n}kB\n" for n in (4, 5))
    points = resident(log)
    assert [value for _, value in points] == [4 * 1024, 5 * 1024]
    assert points[1][0] - points[0][0] == 60


@pytest.mark.parametrize(
    "text",
    [
        TOP + ROW.format(process=1, resident="4.5g") + ROW.format(process=2, resident="1.5g"),
        "shop-a 21m 240Mi\nshop-b 21m 240Mi\n",
        "Rss:  4 kB\nSize: 8 kB\n",
        "Killed process 33 (shop)\n",
        "Killed process 33 (java) total-vm:2126728kB, anon-rss:584224kB, file-rss:0kB\n",
        "Pid:\t7\nVmRSS:\t10 kB\nPid:\t8\nVmRSS:\t20 kB\n",
        TOP + "".join(ROW.format(process=n, resident="4.5g") for n in (1, 1, 1, 2, 2)),
        TOP + ROW.format(process=1, resident="4.5.1g"),
    ],
)
def test_of_several_processes_or_mappings_none_is_taken(text):
    assert not RuntimeMetricsReader().recognises(text)
