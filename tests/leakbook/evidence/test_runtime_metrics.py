"""Runtime numbers in every notation end under one vocabulary."""

from __future__ import annotations

import dataclasses
import json

import pytest

from leakbook.errors import Malformed
from leakbook.evidence.metrics import points as gathering
from leakbook.evidence.metrics.names import memstats_series
from leakbook.evidence.metrics.reader import RuntimeMetricsReader
from leakbook.evidence.model import Reading, RuntimeMetrics, Submission
from leakbook.evidence.read import read_evidence
from leakbook.limits import DEFAULT_LIMITS

SCRAPE = """# HELP go_goroutines Number of goroutines that currently exist.
# TYPE go_goroutines gauge
go_goroutines 113
go_info{version="go1.16"} 1
go_gc_duration_seconds{quantile="0.5"} 9.9e-05
go_memstats_heap_alloc_bytes 4.669544e+06
http_requests_total{path="/go_goroutines 5"} 12
process_open_fds 9
"""


def read(text: str, **limits: int) -> Reading:
    (reading,) = RuntimeMetricsReader().read(text, dataclasses.replace(DEFAULT_LIMITS, **limits))
    return reading


def points(reading: Reading, name: str, **labels: str) -> tuple[tuple[float | None, float], ...]:
    assert isinstance(reading.content, RuntimeMetrics)
    (found,) = [s for s in reading.content.series if s.name == name and labels.items() <= dict(s.labels).items()]
    return found.points


def names(reading: Reading) -> set[str]:
    assert isinstance(reading.content, RuntimeMetrics)
    return {series.name for series in reading.content.series}


@pytest.mark.parametrize(
    "text",
    [
        SCRAPE,
        "\n".join(row for row in SCRAPE.splitlines() if not row.startswith("#")),
        SCRAPE.replace("\n", "\r\n"),
        "\n".join("   " + row for row in SCRAPE.splitlines()),
        "\n".join("> " + row for row in SCRAPE.splitlines()),
        SCRAPE + "# EOF\n",
    ],
)
def test_an_exposition_reads_the_same_bare_quoted_or_indented(text):
    reading = read(text)
    assert points(reading, "go_goroutines") == ((None, 113.0),)
    assert points(reading, "go_memstats_heap_alloc_bytes") == ((None, 4669544.0),)
    assert points(reading, "process_open_fds") == ((None, 9.0),)
    assert points(reading, "go_info", version="go1.16")
    assert "http_requests_total" not in names(reading)
    assert any("passed over" in note for note in reading.notes)


def test_scrapes_after_one_another_are_one_series_in_order():
    reading = read("go_goroutines 1\nx 2\ngo_goroutines 5\ngo_goroutines 9\n")
    assert points(reading, "go_goroutines") == ((None, 1.0), (None, 5.0), (None, 9.0))


def test_timestamps_are_milliseconds_in_prometheus_and_seconds_in_openmetrics():
    reading = read("go_goroutines 7 1700000060000\ngo_goroutines 5 1700000000.5\n")
    assert points(reading, "go_goroutines") == ((1700000000.5, 5.0), (1700000060.0, 7.0))
    assert reading.captured_at is not None
    assert reading.captured_at.isoformat() == "2023-11-14T22:14:20+00:00"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Wed Nov 25 03:44:02 UTC 2026", "Wed Nov 25 03:45:02 UTC 2026"),
        ("2026-11-25T03:44:02Z", "2026-11-25T05:45:02+02:00"),
        ("=== 1795578242", "=== 1795578302"),
    ],
)
def test_a_date_line_above_a_scrape_is_its_time(first, second):
    reading = read(f"{first}\ngo_threads 7\n{second}\ngo_threads 9\n")
    assert points(reading, "go_threads") == ((1795578242.0, 7.0), (1795578302.0, 9.0))


def matrix(*results: tuple[dict[str, str], list[list[object]]]) -> str:
    result = [{"metric": metric, "values": values} for metric, values in results]
    return json.dumps({"status": "success", "data": {"resultType": "matrix", "result": result}})


def test_a_range_query_keeps_instances_apart_and_counts_the_rest():
    reading = read(
        matrix(
            ({"__name__": "go_goroutines", "instance": "a:1"}, [[1700000000, "12"], [1700000015.5, "13"]]),
            ({"__name__": "go_goroutines", "instance": "b:1"}, [[1700000000, "90"]]),
            ({"__name__": "up", "path": "/x/{id}"}, [[1700000000, "1"]]),
            ({}, [[1700000000, "1"]]),
        )
    )
    assert points(reading, "go_goroutines", instance="a:1") == ((1700000000.0, 12.0), (1700000015.5, 13.0))
    assert points(reading, "go_goroutines", instance="b:1") == ((1700000000.0, 90.0),)
    assert any(note.startswith("2 series") for note in reading.notes)
    assert any("2 label sets" in note for note in reading.notes)


def test_a_cut_and_a_pretty_printed_answer_keep_their_whole_points():
    whole = matrix(({"__name__": "go_goroutines"}, [[1700000000, "12"], [1700000015, "13"], [1700000030, "14"]]))
    assert len(points(read(whole[: whole.index('"14"')]), "go_goroutines")) == 2
    assert points(read(json.dumps(json.loads(whole), indent=2)), "go_goroutines") == points(
        read(whole), "go_goroutines"
    )


def test_vector_answers_and_victoriametrics_lines_are_read():
    vector = '{"data":{"result":[{"metric":{"__name__":"go_threads"},"value":[1700000000,"8"]}]}}'
    export = '{"metric":{"__name__":"go_threads"},"values":[8,9],"timestamps":[1700000000000,1700000015000]}\n'
    assert points(read(vector), "go_threads") == ((1700000000.0, 8.0),)
    assert points(read(export), "go_threads") == ((1700000000.0, 8.0), (1700000015.0, 9.0))


def test_expvar_with_cuts_reads_memstats_and_not_the_size_classes():
    text = (
        '{"cmdline": ["shop"],\n"memstats": {"Alloc":4669544,"Sys":8,"Mallocs":70,"Frees":50,"HeapAlloc":4669544,'
        '"LastGC":1700000000000000000,...,"BySize":[{"Size":8,"Mallocs":1,"Frees":2}, ...'
    )
    reading = read(text)
    assert points(reading, "go_memstats_mallocs_total") == ((None, 70.0),)
    assert points(reading, "go_memstats_last_gc_time_seconds") == ((None, 1.7e9),)


@pytest.mark.parametrize(
    ("text", "alloc"),
    [
        ("# HeapAlloc = 12582912\n# HeapInuse = 13\n# Stack = 655360 / 786432\n", 12582912.0),
        ("{HeapAlloc:12582912 TotalAlloc:50}", 12582912.0),
        ("HeapAlloc = 12 MiB\tTotalAlloc = 40 MiB\tSys = 66 MiB", 12582912.0),
        ("HeapAlloc: 12,582,912 HeapSys: 66,000,000", 12582912.0),
        ("m.HeapAlloc=12MB m.HeapSys=66MB", 12582912.0),
        ('"HeapAlloc": 12582912, "HeapSys": 5', 12582912.0),
        ("Mallocs 355\nHeapAlloc 12582912\n  HeapSys   66000000\n", 12582912.0),
    ],
)
def test_memstats_are_read_as_programs_print_them(text, alloc):
    assert points(read(text), "go_memstats_heap_alloc_bytes")[0][1] == alloc


def test_gos_monotonic_reading_places_prints_in_time():
    text = "m=+0.5 [Memory] HeapAlloc: 10 , HeapSys: 20\nm=+60.5 [Memory] HeapAlloc: 30 , HeapSys: 40\n"
    assert points(read(text), "go_memstats_heap_alloc_bytes") == ((0.5, 10.0), (60.5, 30.0))


def test_gauges_that_an_agent_prints_on_a_signal_are_a_series():
    dump = "".join(
        f"[2026-01-29 10:56:{second} -0800 PST][G] 'agent-1.runtime.num_goroutines': {goroutines}.000\n"
        f"[2026-01-29 10:56:{second} -0800 PST][G] 'agent-1.runtime.alloc_bytes': 75596000.000\n"
        f"[2026-01-29 10:56:{second} -0800 PST][S] 'agent-1.runtime.gc_pause_ns': Count: 1 Sum: 20\n"
        for second, goroutines in (("40", 1900), ("50", 1950))
    )
    counted = points(read(dump), "go_goroutines")
    assert [value for _, value in counted] == [1900, 1950]
    assert counted[1][0] - counted[0][0] == 10


def test_lines_of_influx_protocol_carry_their_time_at_the_end():
    text = "".join(
        f"internal_memstats,host=a heap_alloc_bytes={alloc}i,heap_objects=86592i,num_gc=5i 16631840{second}000000000\n"
        for second, alloc in (("60", 100), ("70", 300))
    )
    assert points(read(text), "go_memstats_heap_alloc_bytes") == ((1663184060.0, 100.0), (1663184070.0, 300.0))


def test_a_log_of_prints_takes_each_lines_time_even_past_midnight():
    dated = read(
        "2020/03/02 11:22:37 Alloc = 1 MiB TotalAlloc = 2 MiB\n2020/03/02 11:23:37 Alloc = 3 MiB TotalAlloc = 4 MiB\n"
    )
    assert [at for at, _ in points(dated, "go_memstats_alloc_bytes")] == [1583148157.0, 1583148217.0]
    bare = read("23:59:30 Alloc = 1 MiB TotalAlloc = 2 MiB\n00:00:30 Alloc = 3 MiB TotalAlloc = 4 MiB\n")
    (first, _), (second, last) = points(bare, "go_memstats_alloc_bytes")
    assert (second - first, last) == (60.0, 3 * 2**20)
    assert bare.captured_at is None


def test_a_heap_pages_own_trailer_is_left_to_the_heap_reader():
    page = "heap profile: 1: 2 [3: 4] @ heap/1048576\n\n# runtime.MemStats\n# Alloc = 5\n# HeapAlloc = 5\n"
    assert not RuntimeMetricsReader().recognises(page)


def test_aliases_join_one_vocabulary_and_the_collectors_name_wins():
    assert points(read("go_sched_goroutines_goroutines 5\n"), "go_goroutines") == ((None, 5.0),)
    both = read("go_sched_goroutines_goroutines 5\ngo_goroutines 6\n")
    assert points(both, "go_goroutines") == ((None, 6.0),)


def test_memstats_series_translates_known_fields_at_their_time():
    series = memstats_series({"HeapAlloc": 5, "Lookups": 3, "MaxRSS": 7}, at=1.5)
    assert [(one.name, one.points) for one in series] == [
        ("go_memstats_heap_alloc_bytes", ((1.5, 5.0),)),
        ("process_max_resident_memory_bytes", ((1.5, 7.0),)),
    ]


def test_values_that_are_no_numbers_are_counted_not_kept():
    reading = read("go_goroutines 5\ngo_threads NaN\nprocess_open_fds -1\n")
    assert names(reading) == {"go_goroutines"}
    assert any("not finite or below zero" in note for note in reading.notes)


@pytest.mark.parametrize(("limit", "kept"), [(3, 3), (2, 2)])
def test_points_beyond_the_limit_are_counted(limit, kept):
    reading = read("go_goroutines 1\ngo_goroutines 2\ngo_goroutines 3\n", metric_points=limit)
    assert len(points(reading, "go_goroutines")) == kept
    assert any("beyond" in note for note in reading.notes) == (limit < 3)


def test_a_scrape_of_too_many_processes_is_read_no_further_than_it_tells_something(monkeypatch):
    monkeypatch.setattr(gathering, "SPENT", 10)
    fleet = "".join(f'go_goroutines{{instance="{number}"}} {number}\n' for number in range(4_050))
    reading = read("other_total 1\n" + fleet)
    assert len(reading.content.series) == 4_000
    (unread,) = [note for note in reading.notes if "not read" in note]
    assert "40 lines after the first 10 values" in unread
    assert any(note.startswith("1 series or lines that are not of the Go runtime") for note in reading.notes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "we watch go_goroutines and it rises",
        "goroutine 1 [running]:\nmain.main()\n\t/src/go_x.go:12 +0x1\n",
        "Alloc = many",
        '{"metric": {"__name__": "up"}, "value": [1, "1"]}',
        "python_info 1\nhttp_total 5\n",
    ],
)
def test_what_holds_no_runtime_number_is_not_claimed(text):
    assert not RuntimeMetricsReader().recognises(text)
    with pytest.raises(Malformed):
        read(text)


@pytest.mark.parametrize("piece", ["go_", "go_a{", 'go_a{b="', "Alloc ", '"metric":{"', '"BySize":[', "\n", "1", "a."])
def test_hostile_repetitions_are_not_claimed(piece):
    assert not RuntimeMetricsReader().recognises(piece * (200_000 // len(piece)))


@pytest.mark.parametrize(
    "line",
    [
        "[after {second}s] Goroutines: {count} | done: 12\n",
        "{second} #goroutines: {count}\n",
        '{{"level":"info","goroutines":{count},"after":{second}}}\n',
        "Final goroutine count: {count}\n",
    ],
)
def test_goroutines_that_a_program_counts_itself_are_a_series(line):
    text = "".join(line.format(second=10 * number, count=count) for number, count in enumerate((12, 190, 1480)))
    assert [value for _, value in points(read(text), "go_goroutines")] == [12, 190, 1480]


@pytest.mark.parametrize("text", ["3 goroutines: 12 of them wait\n", "before: goroutines: 3, after: goroutines: 4\n"])
def test_a_count_or_two_of_goroutines_in_prose_are_no_measurement(text):
    assert not RuntimeMetricsReader().recognises(text)


def test_a_javascript_console_prints_memstats_without_quotes():
    text = "{\n  Alloc: 1595232344,\n  BuckHashSys: 16016695,\n  BySize: [{\n      Frees: 7,\n      Mallocs: 9,\n"
    reading = read(text + "      Size: 8\n  }],\n  Mallocs: 70\n}\n")
    assert points(reading, "go_memstats_alloc_bytes") == ((None, 1595232344.0),)
    assert points(reading, "go_memstats_mallocs_total") == ((None, 70.0),)
    assert "go_memstats_frees_total" not in names(reading)


PAGES = {
    "of Go 1.5 from curl": """<html>
<head>
<title>/debug/pprof/</title>
</head>
<body>
profiles:<br>
<table>
<tr><td align=right>0<td><a href="block?debug=1">block</a>
<tr><td align=right>{goroutines}<td><a href="goroutine?debug=1">goroutine</a>
<tr><td align=right>123<td><a href="heap?debug=1">heap</a>
<tr><td align=right>12<td><a href="threadcreate?debug=1">threadcreate</a>
</table>
""",
    "of Go 1.27 from curl": """<body>
<table>
<thead><td>Count</td><td>Profile</td></thead>
<tr><td>21</td><td><a href='allocs?debug=1'>allocs</a></td></tr>
<tr><td>{goroutines}</td><td><a href='goroutine?debug=1'>goroutine</a></td></tr>
<tr><td>12</td><td><a href='threadcreate?debug=1'>threadcreate</a></td></tr>
</table>
""",
    "from a browser": "profiles:\nCount\tProfile\n21\tallocs\n{goroutines}\tgoroutine\n12\tthreadcreate\n",
}


@pytest.mark.parametrize("page", PAGES)
def test_the_index_page_of_pprof_counts_goroutines_and_threads(page):
    text = "".join(PAGES[page].format(goroutines=count) for count in (7684, 9120))
    (capture,) = read_evidence([Submission(name="page.txt", content=text.encode())]).captures
    assert points(capture.reading, "go_goroutines") == ((None, 7684.0), (None, 9120.0))
    assert points(capture.reading, "go_threads") == ((None, 12.0), (None, 12.0))
    assert names(capture.reading) == {"go_goroutines", "go_threads"}


def test_rows_that_are_no_page_of_pprof_count_nothing():
    assert not RuntimeMetricsReader().recognises("3 goroutine\n12 threadcreate\n")


def test_a_programs_lines_tell_how_long_it_has_run_and_what_is_resident():
    line = "Time: {n}s  Resident size: {size}MB  MemStats.Sys: 9MB  MemStats.Alloc: 3MB  RSS: 12\n"
    text = "".join(line.format(n=n, size=n / 10) for n in (60, 90, 120))
    (reading,) = RuntimeMetricsReader().read(text, DEFAULT_LIMITS)
    series = {one.name: one.points for one in reading.content.series}
    assert series["process_resident_memory_bytes"][:2] == ((60.0, 6 * 2**20), (90.0, 9 * 2**20))
    assert series["go_memstats_alloc_bytes"][:2] == ((60.0, 3 * 2**20), (90.0, 3 * 2**20))


def test_a_servers_own_lines_go_on_past_midnight():
    lines = "".join(
        f"{at} heap alloc: {mb} MB idle: 7 MB sys: 90 MB\n" for at, mb in (("23:59:00", 40), ("00:01:00", 50))
    )
    (reading,) = RuntimeMetricsReader().read(lines, DEFAULT_LIMITS)
    points = {one.name: one.points for one in reading.content.series}["go_memstats_heap_alloc_bytes"]
    assert points == ((86_340.0, 40 * 2**20), (86_460.0, 50 * 2**20))


@pytest.mark.parametrize(
    ("line", "alloc"),
    [
        ('2024/03/01 10:00:00 INFO memory stats heapAlloc="12 MiB" heapSys="17 MiB" numGoroutine=22', 12 * 2**20),
        ("2024/03/01 10:00:00 HeapAlloc 12 MB, HeapSys 14 MB", 12 * 2**20),
        ("t=3 HeapAlloc(MB): 12 HeapSys(MB): 20", 12 * 2**20),
        ("level=info msg=stats heap_alloc_mb=12 num_goroutine=11", 12 * 2**20),
        ('{"msg":"runtime","heap_alloc":12582912,"num_goroutines":7}', 12 * 2**20),
    ],
)
def test_a_loggers_keys_and_units_beside_the_name_or_figure_are_read(line, alloc):
    assert RuntimeMetricsReader().recognises(line)
    assert points(read(line), "go_memstats_heap_alloc_bytes")[0][1] == alloc


def test_a_figure_without_a_unit_after_a_name_in_prose_is_no_print():
    assert not RuntimeMetricsReader().recognises("We saw HeapAlloc 12 times and HeapSys 3 times in that article.")


def test_resident_sizes_each_with_its_time_are_a_series():
    text = "".join(f"relay: @{60 * n}.145s rss: {3000 + 200 * n}.5 MiB, cpu: 99.1%\n" for n in range(1, 6))
    found = points(read(text), "process_resident_memory_bytes")
    assert [at for at, _ in found] == [60 * n + 0.145 for n in range(1, 6)]
    assert found[0][1] == 3200.5 * 2**20


@pytest.mark.parametrize(
    "text",
    [
        "v1.2: RSS 120MB\nv1.3: RSS 240MB\nv1.4: RSS 360MB\nv1.5: RSS 480MB\n",
        "After 1h: RSS 120MB\nAfter 1h: RSS 240MB\nAfter 2h: RSS 130MB\nAfter 2h: RSS 260MB\n",
        "After 1h: RSS 120MB\nAfter 2h: RSS 240MB\nAfter 3h: RSS 360MB\n",
        "After 1h: RSS 120\nAfter 2h: RSS 240\nAfter 3h: RSS 360\nAfter 4h: RSS 480\n",
    ],
)
def test_resident_sizes_of_versions_of_two_processes_few_or_without_unit_are_none(text):
    assert not RuntimeMetricsReader().recognises(text)


def test_prints_of_several_pods_are_kept_apart():
    text = "".join(f"pod=shop-{pod} msg=stats HeapAlloc={mib}MiB\n" for pod, mib in (("a", 12), ("b", 512), ("a", 13)))
    found = points(read(text), "go_memstats_heap_alloc_bytes", pod="shop-a")
    assert [value / 2**20 for _, value in found] == [12, 13]


def test_prints_each_of_another_case_are_no_series_but_numbered_rounds_are():
    cases = "start: HeapAlloc=12MiB\nafter the load: HeapAlloc=24MiB\nafter the queries: HeapAlloc=36MiB\n"
    assert [value / 2**20 for _, value in points(read(cases), "go_memstats_heap_alloc_bytes")] == [36]
    rounds = "round 1: HeapAlloc=12MiB\nround 2: HeapAlloc=24MiB\nround 3: HeapAlloc=36MiB\n"
    assert len(points(read(rounds), "go_memstats_heap_alloc_bytes")) == 3
    timed = "".join(f"2024/03/01 10:{n}0:00 {case}: HeapAlloc={n}MiB\n" for n, case in enumerate("abc"))
    assert len(points(read(timed), "go_memstats_heap_alloc_bytes")) == 3
