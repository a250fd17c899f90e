"""gctrace lines of every release, as the runtime and as people print them."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leakbook.errors import Malformed
from leakbook.evidence.gctrace import MEGABYTE, GcTraceReader
from leakbook.evidence.model import GcTrace, Reading
from leakbook.limits import DEFAULT_LIMITS

GO_1_16 = "gc 8 @0.121s 3%: 0.015+0.87+0.003 ms clock, 0.12+0.41/1.6/3.2+0.027 ms cpu, 18->19->11 MB, 20 MB goal, 8 P"
GO_1_18 = (
    "gc 3 @0.007s 12%: 0.035+1.1+0.050 ms clock, 0.070+0.24/1.0/0.067+0.10 ms cpu, "
    "11->13->13 MB, 13 MB goal, 1 MB stacks, 2 MB globals, 2 P (forced)"
)
GO_1_27 = (
    "gc 4 @0.511s 0% (checking for goroutine leaks): 0.1+1+0.1 ms clock, 0.2+0/1/0+0.1 ms cpu, "
    "18->18->18 MB, 27 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)"
)
FIVE_PHASES = (
    "gc #1 @0.007s 2%: 0.18+0.11+0+0.33+0.25 ms clock, 0.55+0.11+0+0.007/0.033/0.027+0.77 ms cpu, "
    "6->9->4 MB, 4 MB goal, 8 P"
)
GO_1_4 = "gc9(2): 0+1+77+0 us, 3 -> 1 MB, 416228 (1544624-1128396) objects, 0/0/0 sweeps, 0(0) handoff"


def read(text: str, **limits: int) -> Reading:
    (reading,) = GcTraceReader().read(text, dataclasses.replace(DEFAULT_LIMITS, **limits))
    return reading


def runs(text: str) -> list[list[int]]:
    content = read(text).content
    assert isinstance(content, GcTrace)
    return [[cycle.number for cycle in run] for run in content.runs]


def line(number: int, at: float, live: int = 10, goal: int = 20, processors: int = 4) -> str:
    return (
        f"gc {number} @{at:.3f}s 1%: 0.1+1+0.1 ms clock, 0.2+0/1/0+0.1 ms cpu, "
        f"{goal}->{goal}->{live} MB, {goal} MB goal, {processors} P"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GO_1_16, (8, 0.121, (18, 19, 11), 20, 8, False)),
        (GO_1_18, (3, 0.007, (11, 13, 13), 13, 2, True)),
        (GO_1_27, (4, 0.511, (18, 18, 18), 27, 2, True)),
        (FIVE_PHASES, (1, 0.007, (6, 9, 4), 4, 8, False)),
        (GO_1_4, (9, None, (3, 1, 1), None, 2, False)),
    ],
)
def test_each_release_says_the_same_figures(text, said):
    number, at, sizes, goal, processors, forced = said
    content = read(text).content
    assert isinstance(content, GcTrace)
    ((cycle,),) = content.runs
    assert (cycle.number, cycle.at_seconds, cycle.forced) == (number, at, forced)
    assert tuple(size * MEGABYTE for size in sizes) == (cycle.start_bytes, cycle.end_bytes, cycle.live_bytes)
    assert cycle.goal_bytes == (None if goal is None else goal * MEGABYTE)
    assert cycle.processors == processors


def test_stacks_and_globals_are_unmeasured_before_go_1_18():
    old, new = (read(text).content.runs[0][0] for text in (GO_1_16, GO_1_18))
    assert (old.stacks_bytes, old.globals_bytes) == (None, None)
    assert (new.stacks_bytes, new.globals_bytes) == (MEGABYTE, 2 * MEGABYTE)


@pytest.mark.parametrize(
    "wrapped",
    [
        GO_1_18.replace(" MB goal", "\nMB goal"),
        GO_1_18.replace(" ms cpu", "\n  ms cpu"),
        GO_1_18.replace(" @", "\n@"),
        GO_1_18.replace("13 MB,", "13\n\tMB,"),
        f'{{"level":"info","msg":"{GO_1_18}"}}'.replace("->", "-\\u003e"),
        GO_1_18.replace("->", "-&gt;"),
        f"Nov 25 03:44:02 web-1 shop[71]: {GO_1_18}",
        f"handled 200 in 3ms{GO_1_18}trailing",
    ],
)
def test_wrapping_prefixes_and_escapes_change_nothing(wrapped):
    assert read(wrapped).content == read(GO_1_18).content


def test_a_torn_line_is_dropped_and_counted():
    torn = "gc 2 @3.3942026/01/02 15:04:05 INFO a@b -> done\n"
    reading = read(f"{line(1, 1.0)}\n{torn}{line(3, 5.0)}\n{line(4, 6.0)[:60]}\n")
    assert [cycle.number for cycle in reading.content.runs[0]] == [1, 3]
    assert reading.notes == ("2 torn or cut gctrace lines were dropped, 2 read",)


def test_other_runtime_lines_between_are_passed_over():
    between = "scvg0: inuse: 12, idle: 51, sys: 63, released: 50, consumed: 12 (MB)\nGC forced\npacer: 4->5 MB\n"
    reading = read(f"{line(1, 1.0)}\n{between}{line(2, 2.0)}\nscav 0 KiB work (bg), 62% util\n")
    assert len(reading.content.runs[0]) == 2
    assert reading.notes == ()


def test_a_restart_begins_a_new_run():
    text = "\n".join([line(1, 1.0), line(2, 2.0), line(3, 9.0), line(1, 0.5), line(2, 0.9)])
    assert runs(text) == [[1, 2, 3], [1, 2]]
    assert "2 runs" in read(text).notes[0]


def test_two_processes_in_one_log_are_told_apart():
    pairs = [(line(n + 7, n * 1.0 + 0.2, goal=400), line(n, n * 1.0, goal=20)) for n in range(1, 20)]
    assert runs("\n".join(text for pair in pairs for text in pair)) == [list(range(8, 27)), list(range(1, 20))]


def test_a_change_of_processors_is_another_process():
    assert runs("\n".join([line(1, 1.0), line(2, 2.0, processors=8), line(2, 2.0)])) == [[1, 2], [2]]


@pytest.mark.parametrize(("cycles", "kept"), [(10, 10), (11, 10), (25, 10)])
def test_a_run_longer_than_the_limit_is_thinned_evenly_and_keeps_its_end(cycles, kept):
    reading = read("\n".join(line(n, float(n)) for n in range(1, cycles + 1)), cycles=10)
    (run,) = reading.content.runs
    numbers = [cycle.number for cycle in run]
    assert len(numbers) == kept
    assert (numbers[0], numbers[-1]) == (1, cycles)
    gaps = {after - before for before, after in pairwise(numbers)}
    assert min(gaps) >= 1
    assert max(gaps) - min(gaps) <= 1
    assert bool(reading.notes) == (cycles > 10)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the collector printed gc 8 @0.121s 3% and then nothing",
        "goroutine 1 [running]:\nmain.main()\n\t/src/main.go:3 +0x1d\n",
        "scvg0: inuse: 12, idle: 51, sys: 63, released: 50, consumed: 12 (MB)",
        "gc: 12->13 MB",
    ],
)
def test_what_is_no_trace_is_not_claimed(text):
    assert not GcTraceReader().recognises(text)
    with pytest.raises(Malformed):
        read(text)


@pytest.mark.parametrize("piece", ["gc 1 @1s 1% ", "gc", "gc ", "1->", "gc1(1): 1+", "gc 1 @1s 1%: 1->2->3 MB, "])
def test_hostile_repetitions_end(piece):
    text = piece * (200_000 // len(piece))
    assert GcTraceReader().recognises(text) is ("3 MB" in piece)


WHOLE = st.builds(
    "gc {} @{}s 3%{}: 0.015+0.87+0.003 ms clock, 0.12+0.41/1.6/3.2+0.027 ms cpu, "
    "{}->19->{} MB, {} MB goal{}, {} P{}\n".format,
    st.integers(1, 9),
    st.sampled_from(["0.121", "3", "17.5", "3.5.1", "99.123456789"]),
    st.sampled_from(["", " (checking for goroutine leaks)"]),
    st.integers(4, 30),
    st.integers(1, 9),
    st.integers(4, 40),
    st.sampled_from(["", ", 0 MB stacks, 1 MB globals"]),
    st.sampled_from([2, 8]),
    st.sampled_from(["", " (forced)", "\n(forced)", " INFO 4->4->4 MB, 2 P"]),
)
PIECES = st.one_of(
    WHOLE,
    WHOLE,
    WHOLE.map(lambda line: line[: len(line) // 2]),
    WHOLE.map(lambda line: line.replace(", 2 P", ",\n2 P")),
    WHOLE.map(lambda line: line.replace("->", "-\\u003e")),
    st.sampled_from(
        ["\n", "scvg: inuse: 12\n", "gc 5 @1.0s 1%: 0.1+", "INFO gc 3 @x\n", "gc9(1): 0+1+77+0 us, 3 -> 1 MB, 1\n"]
    ),
)


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=300)
def test_the_bulk_of_a_log_is_read_as_a_log_is(log: str) -> None:
    reader = GcTraceReader()
    if not reader.recognises(log):
        return
    try:
        (plain,) = reader.read(log, DEFAULT_LIMITS)
    except Malformed:
        with pytest.raises(Malformed):
            reader.read_bulk(log, DEFAULT_LIMITS)
        return
    (bulk,), rest, _ = reader.read_bulk(log, DEFAULT_LIMITS)
    assert bulk.content == plain.content
    assert bulk.notes == plain.notes
    assert set(rest.split("\n")) <= {*log.split("\n"), *(line.partition(" P")[2] for line in log.split("\n"))}


def test_a_log_of_whole_lines_leaves_nothing_to_other_readers_and_the_rest_of_a_torn_one_does() -> None:
    line = "gc {0} @{0}.5s 3%: 0.1+0.8+0.0 ms clock, 0.1+0.4/1.6/3.2+0.0 ms cpu, 18->19->11 MB, 20 MB goal, 8 P\n"
    log = "".join(line.format(number) for number in range(1, 90))
    assert GcTraceReader().fills(log[:4096])
    assert GcTraceReader().read_bulk(log, DEFAULT_LIMITS).uncertain.strip() == ""
    (reading,), rest, _ = GcTraceReader().read_bulk(f"go_goroutines 113\n{log}go_threads 7\n", DEFAULT_LIMITS)
    assert rest.split() == ["go_goroutines", "113", "go_threads", "7"]
    assert isinstance(reading.content, GcTrace)
    assert [len(run) for run in reading.content.runs] == [89]
