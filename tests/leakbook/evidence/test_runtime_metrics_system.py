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


def test_of_a_whole_machine_what_is_known_not_to_be_gos_is_left_aside():
    row = "{process} root  20   0 535954 {resident} 2017 S   0.6 31.6  10:41.46 {command}\n"
    others = ("iotop", "kworker/0:1-events", "systemd-journal", "sshd", "nginx", "bash")
    listed = "".join(row.format(process=9 + n, resident=4096, command=name) for n, name in enumerate(others))
    assert resident(TOP + listed + ROW.format(process=7, resident="4.5g")) == [(None, 4.5 * 2**30)]
    named_for = row.format(process=8, resident=2048, command="till -for sshd")
    assert not RuntimeMetricsReader().recognises(TOP + named_for + ROW.format(process=7, resident="4.5g"))


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


STAMPS = (
    ("2026-05-01 1{}:00:00 ", 1777629600.0),
    ("2026-05-01T1{}:00:00Z ", 1777629600.0),
    ("Fri May  1 1{}:00:00 UTC 2026: ", 1777629600.0),
    ("[1{}:00:00] ", 36000.0),
    ("May  1 1{}:00:00 ", 36000.0),
)
ROWS = (
    "app 12483 3.1 9.0 2245623 {} ? Sl Nov13 186:03 ./shop -a\n",
    "17348 app  20   0 5359548 {} 201724 S   0.6 31.6  10:41.46 shop\n",
    "d79d70c61f08  shop  27.82%  {}KiB / 3.855GiB  95.69%\n",
    "VmRSS:\t    {} kB\n",
)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize(("stamp", "first"), STAMPS)
def test_what_a_loop_writes_before_a_row_is_its_time(stamp, first, row):
    log = "".join(stamp.format(hour) + row.format(1000 + hour) for hour in range(3))
    assert resident(log) == [(first + 3600 * hour, (1000 + hour) * 1024) for hour in range(3)]


@pytest.mark.parametrize("row", ROWS)
def test_what_date_printed_above_a_row_is_its_time(row):
    log = "".join(f"Fri May  1 1{hour}:00:00 UTC 2026\n{TOP}{row.format(1000 + hour)}" for hour in range(3))
    assert [at for at, _ in resident(log)] == [1777629600.0, 1777633200.0, 1777636800.0]
    assert [at for at, _ in resident(log + row.format(1003))] == [None] * 4
    assert [at for at, _ in resident(log.replace("1 12:", "1 09:"))] == [None] * 3
    assert [at for at, _ in resident(log.replace("Fri May  1 ", "").replace(" UTC 2026", ""))] == [None] * 3


@pytest.mark.parametrize("stamp", ["{} ", "[{}] ", "{}: ", "{}.250 "])
def test_seconds_since_1970_before_a_status_line_are_its_time(stamp):
    log = "".join(stamp.format(1795840000 + 60 * n) + f"VmRSS:\t  {1000 + n} kB\n" for n in range(3))
    part = 0.25 if ".250" in stamp else 0.0
    assert resident(log) == [(1795840000 + 60 * n + part, (1000 + n) * 1024) for n in range(3)]


BARE = " 2805 308912 {} /usr/local/bin/desk -config 00:00:00\n"


def test_rows_of_ps_without_a_head_are_told_by_what_they_have_in_common():
    log = "".join(f"Fri May  1 1{hour}:00:00 UTC 2026\n{BARE.format(13960 + 4 * hour)}" for hour in range(3))
    assert resident(log) == [(1777629600.0 + 3600 * hour, (13960 + 4 * hour) * 1024) for hour in range(3)]
    assert resident("".join(BARE.format(size) for size in (1400, 1600, 1500)))[1] == (None, 1600 * 1024)


@pytest.mark.parametrize(
    "log",
    [
        BARE.format(1400) * 2,
        BARE.format(1400) * 2 + BARE.format(1401),
        BARE.format(1400) * 2 + BARE.format(1400).replace("2805", "2806"),
        BARE.format(1400) * 2 + BARE.format(1400).replace("desk", "till"),
        BARE.format(160000) * 3,
        BARE.format(1400).replace("308912", "65532") * 3,
        BARE.format(1400).replace("desk", "java") * 3,
        "".join(f"200 51{n}24 13{n}8 GET /orders\n" for n in range(9)),
    ],
)
def test_rows_of_figures_that_may_be_anything_are_not_taken(log):
    assert not RuntimeMetricsReader().recognises(log)


@pytest.mark.parametrize("row", ROWS)
def test_a_clock_that_passes_midnight_goes_on(row):
    log = "".join(f"{hour % 24:02d}:00:00 {row.format(1000 + hour)}" for hour in range(16, 50))
    assert resident(log) == [(3600 * hour, (1000 + hour) * 1024) for hour in range(16, 50)]


def test_a_row_that_is_left_out_is_no_date_above_the_next():
    row = "{pid:>5} {kilobytes} Wed Nov 25 03:44:02 2026 {command}\n"
    java = row.format(pid=812, kilobytes=9120, command="java")
    log = "".join(
        f"Fri May  1 1{hour}:00:00 UTC 2026\n  PID   RSS                  STARTED COMMAND\n{java}"
        + row.format(pid=710, kilobytes=90000 + hour, command="shop")
        for hour in range(3)
    )
    expected = [(1777629600.0 + 3600 * hour, (90000 + hour) * 1024) for hour in range(3)]
    assert resident(log) == resident(log.replace(java, "")) == expected


def test_a_program_that_was_killed_again_had_at_its_last_end_what_the_last_line_says():
    kill = "kernel: [{at}] Killed process {pid} ({name}) total-vm:1726736kB, anon-rss:{rss}kB, file-rss:0kB\n"
    first = kill.format(at=181179, pid=481, name="shop", rss=1409524)
    again = kill.format(at=302222, pid=620, name="shop", rss=1413444)
    assert [value for _, value in resident(first + again)] == [1413444 * 1024]
    other = kill.format(at=302222, pid=620, name="till", rss=1413444)
    assert not RuntimeMetricsReader().recognises(first + other)
