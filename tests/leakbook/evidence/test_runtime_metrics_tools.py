"""Memory and descriptors as ps, servers and shells print them."""

import time

import pytest

from leakbook.evidence.metrics.reader import RuntimeMetricsReader

from .tool_texts import MB, RESIDENT, series


@pytest.mark.parametrize(
    ("text", "kilobytes"),
    [
        ("  PID    VSZ   RSS COMMAND\n  710 558590 9120 shop serve\n", [9120]),
        ("UID PID PPID C SZ RSS PSR STIME TTY TIME CMD\napp 710 1 0 55 9120 3 10:46 ? 00:00:41 shop -a\n", [9120]),
        (
            "USER PID %CPU %MEM VSZ RSS TT STAT STARTED TIME COMMAND\n"
            "ann 71 0.5 3.1 558 9120 s02 Ss+ 2:24pm 6:28.99 shop\n",
            [9120],
        ),
        (
            "$ ps -eo pid,vsz,rss,comm | grep shop\n 710 3597 9120 shop\n"
            "$ ps -eo pid,vsz,rss,comm\n 710 3597 9130 shop\n",
            [9120, 9130],
        ),
        ("$ ps -o rss= -p 710\n 9120\n$ ps -o rss= -p 710\n 9130\n", [9120, 9130]),
        ("PID COMMAND           RSS\n710 shop serve -v   9120\n", [9120]),
    ],
)
def test_the_head_or_the_command_tells_where_rss_stands(text, kilobytes):
    assert series(text) == {RESIDENT: [(None, 1024 * figure) for figure in kilobytes]}


@pytest.mark.parametrize(
    "text",
    [
        "  PID    VSZ   RSS COMMAND\n  710 558590 9120 shop\n  711 558590 9120 till\n",
        "  PID    VSZ   RSS COMMAND\n  710 558590 9120 /usr/bin/java -jar\n",
        "RSS feeds are read\n 12\n",
        "  PID    VSZ   RSS COMMAND\n  it is 9120 that grows\n",
    ],
)
def test_of_several_or_other_programs_none_is_taken(text):
    assert not RuntimeMetricsReader().recognises(text)


def test_a_servers_own_line_under_short_names():
    text = "sys: 160 MB alloc: 120 MB idle: 20 MB released: 10 MB inuse: 140 MB\n"
    assert series(text) == {
        "go_memstats_heap_alloc_bytes": [(None, 120 * MB)],
        "go_memstats_heap_idle_bytes": [(None, 20 * MB)],
        "go_memstats_heap_inuse_bytes": [(None, 140 * MB)],
        "go_memstats_heap_released_bytes": [(None, 10 * MB)],
        "go_memstats_heap_sys_bytes": [(None, 160 * MB)],
    }


@pytest.mark.parametrize("text", ["stat queued=3 alloc_mb=7 sys_mb=59\n", "timings alloc=7.0MB sys=59.0MB\n"])
def test_without_the_idle_part_sys_is_the_process_own(text):
    found = series(text)
    assert found["go_memstats_sys_bytes"] == [(None, 59 * MB)]
    assert found["go_memstats_heap_alloc_bytes"] == [(None, 7 * MB)]


def test_the_scavengers_lines_have_one_unit_at_their_end():
    found = series("scvg: 1 MB released\nforced scvg: inuse: 8, idle: 15, sys: 23, released: 15, consumed: 8 (MB)\n")
    assert found["go_memstats_heap_released_bytes"] == [(None, 15 * MB)]
    assert found["go_memstats_heap_inuse_bytes"] == [(None, 8 * MB)]


@pytest.mark.parametrize("text", ["alloc: 5 sys: 9\n", "real 1s user 2s sys: 3 MB idle: 4 MB\n", "alloc: 5 MB\n"])
def test_figures_without_a_unit_or_without_the_heap_are_not_read(text):
    assert not RuntimeMetricsReader().recognises(text)


def test_cockroachdbs_lines_of_both_ages():
    old = "runtime stats: 184 MiB RSS, 114 goroutines, 105 MiB/37 MiB/155 MiB GO alloc/idle/total, 14 MiB/21 MiB CGO\n"
    new = (
        "runtime stats: 400 MiB RSS, 447 goroutines (stacks: 9.1 MiB), 180 MiB/240 MiB Go alloc/total(stale) "
        "(heap fragmentation: 6 MiB, heap reserved: 1 MiB, heap released: 60 MiB), 110 MiB/150 MiB CGO alloc/total\n"
    )
    first, second = series(old), series(new)
    assert (first[RESIDENT], first["go_goroutines"]) == ([(None, 184 * MB)], [(None, 114)])
    assert first["go_memstats_heap_idle_bytes"] == [(None, 37 * MB)]
    assert "go_memstats_heap_released_bytes" not in first
    assert second["go_memstats_sys_bytes"] == [(None, 300 * MB)]
    assert second["go_memstats_heap_released_bytes"] == [(None, 60 * MB)]


def test_rows_in_terabytes_with_decimal_commas_and_beside_grep():
    listed = "CONTAINER ID   NAME   CPU %   MEM USAGE / LIMIT\nd79d70c61f08   shop   27.82%   1.5TiB / 3.8TiB\n"
    assert series(listed) == {
        RESIDENT: [(None, 1536 * 1024 * MB)],
        "container_spec_memory_limit_bytes": [(None, 3.8 * 2**40)],
    }
    head = "PID USER PR NI VIRT RES SHR S %CPU %MEM TIME+ COMMAND\n"
    top = f"{head}710 app 20 0 5,1g 1,5g 201724 S 0,6 31,6 10:41,46 shop\n"
    assert series(top) == {RESIDENT: [(None, 1536 * MB)]}
    ps = "app 710 3.1 9.0 2245623 9120 ? Sl Nov13 186:03 ./shop\nann 999 0.0 0.0 64 7 pts/0 S+ 10:00 0:00 grep shop\n"
    assert series("USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\n" + ps) == {RESIDENT: [(None, 9120 * 1024)]}


def test_descriptors_that_a_shell_counted():
    text = "$ ls /proc/710/fd | wc -l\n118\n$ lsof -p 710 | wc -l\n 240\n"
    assert series(text) == {"process_open_fds": [(None, 118), (None, 240)]}
    assert not RuntimeMetricsReader().recognises("$ ls /srv | wc -l\n118\n")


def test_collections_are_counted_from_line_to_line_and_a_torn_line_is_left_out():
    line = "I180405 04:41:{second}.4 151 runtime stats: 9 MiB RSS, {heap} MiB/3 MiB/15 MiB GO alloc/idle/total, "
    text = "".join(
        line.format(second=second, heap=heap) + end
        for second, heap, end in (("08", 5, "0.0 %gc (2x)\n"), ("18", 6, "0.0 %gc (0x)\n"), ("28", 7, "0.0 %gc"))
    )
    found = series(text)
    assert [value for _, value in found["go_gc_duration_seconds_count"]] == [2, 2]
    assert [value for _, value in found["go_memstats_heap_alloc_bytes"]] == [5 * MB, 6 * MB]


def pods(line: str, count: int = 8) -> str:
    return "".join(line.format(n=n, used=100 * n, taken=120 * n) for n in range(1, count + 1))


@pytest.mark.parametrize(
    "text",
    [
        pods("2026-11-01 12:00:0{n} shop-{n} stats alloc: {used} MB sys: {taken} MB\n"),
        pods("2026-11-01 12:00:0{n} shop[{n}]: alloc: {used} MB sys: {taken} MB\n"),
        pods("10.0.0.{n}:80 alloc: {used} MB sys: {taken} MB\n"),
        pods("stats alloc={used}MB sys={taken}MB pod=shop-{n}\n"),
        pods("n{n} runtime stats: 9 MiB RSS, 7 goroutines, {used} MiB/3 MiB/{taken} MiB GO alloc/idle/total\n"),
        pods("$ ls /proc/42{n}/fd | wc -l\n{used}\n"),
        pods("$ kubectl exec shop-{n} -- ls /proc/1/fd | wc -l\n{used}\n"),
        pods("$ ssh host{n} ps -o pid,rss -p 7\n  PID   RSS\n    7 {used}\n"),
        pods("$ lsof -p 42{n} | wc -l\n{used}\n"),
        pods("$ ps -o rss= -p 42{n}\n{used}\n"),
        pods("$ ps -o rss= 42{n}\n{used}\n"),
        pods("$ ps -C shop{n} -o rss=\n{used}\n"),
        "$ ps -C shop -o rss=\n75088\n75090\n",
        "  RSS COMMAND\n 9120 shop serve\n 9130 shop serve\n",
        "$ lsof -p 7,9 | wc -l\n75\n",
        "$ ps -o rss= -p 7,9\n75\n",
    ],
)
def test_of_several_processes_no_series_is_made(text):
    assert not RuntimeMetricsReader().recognises(text)


def test_times_counters_and_the_scavengers_numbers_are_not_several_processes():
    for line in (
        "2026/11/01 12:00:0{n} [INFO] stats n={n} took={used}ms alloc={used}MB sys={taken}MB\n",
        "INFO [11-01|12:00:0{n}.000] stat {n}/8 alloc={used}MB sys={taken}MB\n",
        "Nov  {n} 12:00:0{n} host shop[7]: alloc: {used} MB sys: {taken} MB\n",
        "scvg{n}: inuse: {used}, idle: 15, sys: {taken}, released: 15, consumed: 8 (MB)\n",
    ):
        found = series(pods(line))
        assert {len(points) for points in found.values()} == {8}, line


@pytest.mark.parametrize(
    "text",
    ["alloc: 8.0 GB released: 0.1 GB\n", "cuda:0 alloc: 8.0 GB idle: 0.1 GB\n", "arena inuse: 8 MB released: 1 MB\n"],
)
def test_another_allocators_short_names_are_no_figures_of_go(text):
    assert not RuntimeMetricsReader().recognises(text)


@pytest.mark.parametrize(
    "command",
    [
        "find /var/spool/fd -type f | wc -l",
        "ls /srv/fd | wc -l",
        "ls /proc/self/fd | wc -l",
        "ls /proc/*/fd | wc -l",
        "ls /proc/7/fdinfo | wc -l",
        "ls /proc/7/fd /proc/9/fd | wc -l",
        "ps -o rss= -p 7; ls /proc/7/fd | wc -l",
    ],
)
def test_what_is_no_count_of_one_process_descriptors(command):
    assert not RuntimeMetricsReader().recognises(f"$ {command}\n118\n")


@pytest.mark.parametrize("process", ["710", "$PID", "${PID}", "$(pidof shop)", "$(pgrep shop | head -1)", "PID"])
def test_a_process_is_named_by_its_number_or_by_what_stands_for_it(process):
    text = "".join(f"$ {command} | wc -l\n7\n" for command in (f"ls /proc/{process}/fd", f"lsof -n -p {process}"))
    assert series(text) == {"process_open_fds": [(None, 7), (None, 7)]}


LSTART = "4217 Wed Nov 25 03:44:02 2026 91234 ./shop --port 8080 serve\n"


@pytest.mark.parametrize(
    "text",
    [
        "$ ps -eo pid,lstart,rss,cmd\n" + LSTART,
        "    PID                  STARTED   RSS CMD\n   " + LSTART,
        "$ ps -o pid,lstart,rss,cmd -p 4217\n    PID                  STARTED   RSS CMD\n   " + LSTART,
        "    PID  STARTED   RSS CMD\n   4217   Nov 25 91234 ./shop --port 8080 serve\n",
    ],
)
def test_rss_between_columns_of_several_words_stands_below_its_head(text):
    assert series(text) == {RESIDENT: [(None, 1024 * 91234)]}


@pytest.mark.parametrize(
    "text",
    [
        "$ ps -eo pid,start,comm,rss,cmd\n 4217 Nov 25 shop 91234 ./shop --port 8080 serve\n",
        "PID STARTED RSS CMD\n4217 Wed Nov 25 03:44:02 2026 91234 ./shop --port 8080 serve\n",
        "$ ps -o rss= -p 4217 | awk '{print $1/1024}'\n75\n",
        "$ ps -o rss= -p 4217; nproc\n75088\n8\n",
        "$ ps -o rss= -p 4217 && ps -o rss= -p 4300\n75088\n8\n",
    ],
)
def test_where_it_is_not_clear_what_a_figure_is_none_is_taken(text):
    found = series(text) if RuntimeMetricsReader().recognises(text) else {}
    assert found == {}


@pytest.mark.parametrize("prompt", ["$ ", "root@h:~# ", "[app@h ~]$ ", ""])
def test_each_figure_belongs_to_the_command_above_it(prompt):
    text = "".join(
        f"{prompt}ps -o rss= -p 4217\n{75000 + n}\n{prompt}ls /proc/4217/fd | wc -l\n{312 + n}\n"
        f"{prompt}echo $?\n0\n{prompt}nproc\n8\n"
        for n in (1, 2)
    )
    assert series(text) == {
        RESIDENT: [(None, 1024 * 75001), (None, 1024 * 75002)],
        "process_open_fds": [(None, 313), (None, 314)],
    }


def test_a_loop_prints_one_process_again_and_again():
    text = "$ while true; do ps -o rss= -p 4217; sleep 5; done\n75088\n75090\n"
    assert series(text) == {RESIDENT: [(None, 1024 * 75088), (None, 1024 * 75090)]}


@pytest.mark.parametrize(
    "unit",
    [
        "lsof ",
        "-p-p ",
        "| wc ",
        "lsof -p| wc",
        "/proc/",
        "/proc/$(",
        "ps ",
        "ps -o ",
        "rss ",
        "$ ",
        "; ps ",
        "alloc: 1 ",
    ],
)
@pytest.mark.parametrize("end", ["", "\n"])
def test_hostile_repetition_stays_linear(unit, end):
    def seconds(count: int) -> float:
        text = "rss ps | wc \n" + (unit * 40 + end) * (count // 40) + "rss alloc: 1\n"
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            RuntimeMetricsReader().recognises(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(80_000) < 40 * max(seconds(8_000), 0.005)


@pytest.mark.parametrize(
    "text",
    [
        ("lsof " * 55 + "-p-p " * 36 + "| wc " * 36 + "|\n") * 100,
        "rss\n" + "ps " * 500_000,
        ("ps " * 600 + " rss\n") * 400,
    ],
    ids=["counts", "one line of ps", "lines of ps"],
)
def test_what_looks_like_commands_costs_little(text):
    start = time.process_time()
    assert not RuntimeMetricsReader().recognises(text)
    assert time.process_time() - start < 1.5


@pytest.mark.parametrize(
    "printed",
    [
        "  PID    VSZ   RSS COMMAND\n  710 558590 {} shop serve\n",
        "{}\n",
    ],
)
def test_what_date_printed_above_each_row_is_its_time(printed):
    loop = "$ while true; do date; ps -o rss= -p 710; sleep 3600; done\n"
    dated = "".join(f"Fri May  1 1{hour}:00:00 UTC 2026\n{printed.format(9120 + hour)}" for hour in range(3))
    assert [at for at, _ in series(loop + dated)[RESIDENT]] == [1777629600.0, 1777633200.0, 1777636800.0]
    same = dated.replace("1 11:", "1 10:")
    assert [at for at, _ in series(loop + same)[RESIDENT]] == [None] * 3
