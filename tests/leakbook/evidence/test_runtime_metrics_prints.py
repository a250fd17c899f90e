"""Whose figures a program's printed lines are: a case's, a process's, or of one process by a request's name."""

import time

import pytest

from leakbook.evidence.metrics import prints, resident
from leakbook.evidence.metrics.reader import RuntimeMetricsReader
from leakbook.evidence.model import MetricSeries, Reading, RuntimeMetrics
from leakbook.limits import DEFAULT_LIMITS

HEAP = "go_memstats_heap_alloc_bytes"


def read(text: str) -> Reading:
    assert RuntimeMetricsReader().recognises(text)
    (reading,) = RuntimeMetricsReader().read(text, DEFAULT_LIMITS)
    return reading


def heaps(text: str) -> list[MetricSeries]:
    content = read(text).content
    assert isinstance(content, RuntimeMetrics)
    return [series for series in content.series if series.name == HEAP]


def test_lines_of_cases_that_are_left_out_are_told():
    cases = ("before load", "during load", "after load", "an hour idle")
    text = "".join(f"{case}: HeapAlloc = {10 + 200 * n} MB, NumGoroutine = {n}\n" for n, case in enumerate(cases))
    (series,) = heaps(text)
    assert [value for _, value in series.points] == [610 * 2**20]
    assert any("only the last is read, 3 above" in note for note in read(text).notes)


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("trace={} ", ("cafebead", "deadfeed", "badecafe", "feedface")),
        ("user={} ", ("ann", "bob", "cid", "dan")),
        ('"user": "{}", ', ("ann", "bob", "cid", "dan")),
        ("[{}] ", ("cafebead", "deadfeed", "badecafe", "feedface")),
        ("request {}: ", ("a7f3c", "b1d9e", "c8a2b", "f4e6d")),
    ],
)
def test_ids_and_values_of_keys_before_the_figures_are_no_cases(before, names):
    text = "".join(f"{before.format(name)}heapAlloc={n}0MB numGoroutine={n}00\n" for n, name in enumerate(names, 1))
    (series,) = heaps(text)
    assert len(series.points) == 4
    assert not read(text).notes


def test_a_message_in_a_key_is_a_case():
    text = "".join(f'msg="{case} the load" heapAlloc={n}0MB\n' for n, case in enumerate(("before", "in", "after"), 1))
    assert len(heaps(text)[0].points) == 1


def test_the_names_of_a_process_may_stand_in_any_order():
    orders = ("hostname=h1 pod=p1", "pod=p1 hostname=h1")
    text = "".join(f"2024-03-01T10:{n}0:00Z {orders[n % 2]} HeapAlloc={n}0MB\n" for n in range(6))
    (series,) = heaps(text)
    assert series.labels == (("hostname", "h1"), ("pod", "p1"))
    assert len(series.points) == 6


def test_a_name_for_each_reading_tells_no_processes_apart():
    lines = [f"2024-03-01T10:{n}0:00Z served instance=db-{n} pod=p1 heapAlloc={n}0MB\n" for n in range(6)]
    (series,) = heaps("".join(lines))
    assert series.labels == (("pod", "p1"),)
    assert len(series.points) == 6


def test_a_fleet_s_list_without_times_is_no_series_of_one_process():
    assert len(heaps("".join(f"pod=shop-{name} heapAlloc={n}0MB\n" for n, name in enumerate("abcd", 1)))) == 4


def test_a_process_may_be_named_on_a_later_line_of_its_moment():
    text = "".join(
        f"2024-03-01T10:0{n}:00Z HeapAlloc={size}MB\n  pod={pod} NumGoroutine=5\n"
        for n, (pod, size) in enumerate([("p1", 12), ("p2", 300)] * 3)
    )
    assert [(series.labels, len(series.points)) for series in heaps(text)] == [((("pod", f"p{n}"),), 3) for n in (1, 2)]


def test_resident_sizes_each_behind_another_name_are_of_several_programs():
    programs = ("sqlite", "badger", "pebble", "bolt")
    sizes = "".join(f"{name}: elapsed {n}0s rss: {n}00 MB\n" for n, name in enumerate(programs, 1))
    assert not RuntimeMetricsReader().recognises(sizes)
    for name in programs:
        sizes = sizes.replace(name, "shop")
    assert RuntimeMetricsReader().recognises(sizes)


def test_a_line_of_many_figures_is_looked_at_once():
    def seconds(figure: str) -> float:
        began = time.process_time()
        assert len(prints.gather(figure * 10_000, DEFAULT_LIMITS).points[HEAP, ()]) == 10_000
        return time.process_time() - began

    assert seconds("HeapAlloc=1 ") < 6 * seconds("HeapAlloc=1\n") + 0.3


def test_resident_sizes_without_times_are_given_up_at_the_first():
    began = time.process_time()
    assert not resident.recognises("rss: 1 MiB " * 45_000)
    assert time.process_time() - began < 0.3


GOPS = """$ gops memstats 4123
alloc: 12.20MB (12791578 bytes)
total-alloc: 12.20GB (13099650251 bytes)
sys: 30.35MB (31824282 bytes)
heap-alloc: 12.20MB (12791578 bytes)
heap-in-use: 13.10MB (13736346 bytes)
heap-objects: 41196
next-gc: when heap-alloc >= 22.10MB (23173530 bytes)
num-gc: 812
"""


def test_what_gops_prints_is_read_each_print_a_moment():
    (series,) = heaps(GOPS + GOPS.replace("heap-alloc: 12.20", "heap-alloc: 14.20"))
    assert [value for _, value in series.points] == pytest.approx([12.2 * 2**20, 14.2 * 2**20])


def test_the_counts_that_gops_prints_are_read():
    content = read("goroutines: 51234\nOS threads: 31\nGOMAXPROCS: 8\nnum CPU: 8\n").content
    assert isinstance(content, RuntimeMetrics)
    assert {one.name: one.points[-1][1] for one in content.series} == {"go_goroutines": 51234, "go_threads": 31}


@pytest.mark.parametrize("unit", ["mb", "mib", "MB", "mB", " mb", " MiB"])
def test_a_unit_may_be_written_small(unit):
    (series,) = heaps("".join(f"HeapAlloc={n}{unit} NumGoroutine={n}\n" for n in (10, 12)))
    assert [value for _, value in series.points] == [10 * 2**20, 12 * 2**20]
    (series,) = heaps(f"HeapAlloc 12 {unit.strip()}, HeapSys 14 {unit.strip()}\n")
    assert [value for _, value in series.points] == [12 * 2**20]


def test_pods_that_are_each_met_once_are_processes_of_their_own():
    lines = [f"2024-03-01T10:{n}0:00Z pod=shop-{n} HeapAlloc={n}0MB NumGoroutine={n}\n" for n in range(1, 6)]
    assert [dict(series.labels) for series in heaps("".join(lines))] == [{"pod": f"shop-{n}"} for n in range(1, 6)]


@pytest.mark.parametrize(
    ("record", "first"),
    [
        ('{{"level":"info","ts":{}.5,"msg":"mem","HeapAlloc":1{}0,"NumGoroutine":3}}', 1795840000.5),
        ('{{"level":"info","time":{},"HeapAlloc":1{}0,"NumGoroutine":3}}', 1795840000.0),
        ('{{"time": {}250, "HeapAlloc":1{}0,"NumGoroutine":3}}', 1795840000.25),
        ("ts={}.250 level=info HeapAlloc=1{}0 NumGoroutine=3", 1795840000.25),
    ],
)
def test_seconds_since_1970_under_the_name_of_a_time_are_the_time(record, first):
    (series,) = heaps("".join(f"{record.format(1795840000 + 60 * n, n)}\n" for n in range(4)))
    assert [at for at, _ in series.points] == [first + 60 * n for n in range(4)]


@pytest.mark.parametrize("key", ["parts", "uptime", "bytes", "ts_total", "x.ts"])
def test_a_number_under_another_name_is_no_time(key):
    record = '{{"level":"info","{}":{},"HeapAlloc":1{}0,"NumGoroutine":3}}\n'
    (series,) = heaps("".join(record.format(key, 1795840000 + n, n) for n in range(4)))
    assert [at for at, _ in series.points] == [None] * 4


def test_names_and_figures_in_turns_are_a_print():
    text = "".join(f"    stats: HeapAlloc {n}00000 HeapInuse {n}50000, HeapIdle 90000\n" for n in range(1, 4))
    (series,) = heaps(text)
    assert [value for _, value in series.points] == [100000, 200000, 300000]


@pytest.mark.parametrize(
    "text", ["we saw HeapAlloc 12 and then HeapInuse 14 of them\n", "HeapAlloc 1.2.3 HeapSys 1.2.4\n"]
)
def test_names_and_figures_in_a_sentence_are_none(text):
    assert not RuntimeMetricsReader().recognises(text)


def test_many_names_and_figures_in_turns_are_read_in_linear_time():
    def seconds(times: int) -> float:
        began = time.process_time()
        prints.recognises("Alloc 1 HeapX " * times)
        prints.recognises("Alloc 1 Sys 2 " * times + "\n")
        return time.process_time() - began

    assert seconds(16000) < 6 * seconds(4000) + 0.5


@pytest.mark.parametrize("line", ["{}: {}\n", "SAMPLE leader {}: {}\n", "{}\t{}\n", '"{}": {},\n'])
def test_the_names_of_the_package_runtime_metrics_are_read(line):
    figures = {
        "/gc/pauses:seconds": "0.000025",
        "/memory/classes/heap/objects:bytes": "381459288",
        "/memory/classes/heap/unused:bytes": "5375144",
        "/sched/goroutines/waiting:goroutines": "5",
        "/sched/goroutines:goroutines": "7",
    }
    content = read("".join(line.format(*figure) for figure in figures.items())).content
    assert isinstance(content, RuntimeMetrics)
    assert {series.name: series.points for series in content.series} == {
        HEAP: ((None, 381459288.0),),
        "go_goroutines": ((None, 7.0),),
        "go_sched_goroutines_waiting_goroutines": ((None, 5.0),),
    }


@pytest.mark.parametrize(
    "line",
    [
        "goroutine num: {}\n",
        "\u5f53\u524d goroutine \u6570\u91cf\uff1a{}\n",
        "\u5f53\u524dgoroutine\u6570: {}\n",
        "\u534f\u7a0b\u6570\u91cf: {}\n",
        "\u0447\u0438\u0441\u043b\u043e \u0433\u043e\u0440\u0443\u0442\u0438\u043d: {}\n",
        "Anzahl der Goroutinen: {}\n",
        "2024/01/02 10:{1:02d}:01 goroutines {0}\n",
    ],
)
def test_the_number_of_goroutines_is_read_in_several_languages(line):
    content = read("".join(map(line.format, (12, 1012, 2012), range(3)))).content
    assert isinstance(content, RuntimeMetrics)
    (series,) = content.series
    assert (series.name, [value for _, value in series.points]) == ("go_goroutines", [12, 1012, 2012])


def test_letters_of_other_alphabets_cost_no_more_than_those_of_ascii():
    text = "\u0433\u043e\u0440\u0443\u0442\u0438\u043d: 5\n" + "\u0436." * 2**17
    begun = time.process_time()
    RuntimeMetricsReader().recognises(text)
    assert time.process_time() - begun < 0.7
