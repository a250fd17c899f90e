"""pprof's graphs against the tables that the same tool prints of the same profile."""

from __future__ import annotations

import time

import pytest

from leakbook.evidence.model import EvidenceKind, GoroutineSnapshot, Reading, Submission, TopTable
from leakbook.evidence.paste.drawings import read_cut_drawing, read_drawing
from leakbook.evidence.read import read_evidence
from tests.leakbook.evidence.printed import PUT
from tests.leakbook.evidence.shop import CAPTURES, posted, read_one
from tests.leakbook.evidence.test_pprof_tool import ALL_ROWS, pprof, tool_rows

ALL_NODES = ("-nodecount=1000000", "-nodefraction=0", "-edgefraction=0")


def table(reading: Reading) -> TopTable:
    assert isinstance(reading.content, TopTable)
    return reading.content


def test_the_nodes_of_a_graph_are_the_rows_of_the_table(go: str) -> None:
    heap = str(CAPTURES / "heap.pb.gz")
    drawn = table(read_one(pprof(go, "-dot", *ALL_NODES, "-unit=B", heap).encode()).reading)
    ours = {("flat", row.function): row.flat for row in drawn.rows} | {
        ("cum", row.function): row.cum for row in drawn.rows
    }
    theirs = tool_rows(pprof(go, *ALL_ROWS, "-unit=B", heap))
    assert {key: value for key, value in ours.items() if value} == {k: v for k, v in theirs.items() if v}


def test_a_drawing_has_type_time_total_and_the_figures_of_its_nodes() -> None:
    reading = read_one(posted("graph.svg")).reading
    printed = {row.function: row for row in table(read_one(posted("top.txt")).reading).rows}
    drawn = table(reading)
    assert (drawn.sample_type, drawn.unit) == ("inuse_space", "bytes")
    assert reading.captured_at is not None
    assert len(drawn.rows) == 4
    assert max(drawn.rows, key=lambda row: row.flat).function == PUT
    for row in drawn.rows:  # each drawing rounds to units of its own
        assert (row.flat, row.cum) == pytest.approx((printed[row.function].flat, printed[row.function].cum), rel=0.01)


def test_what_stands_around_a_drawing_is_read_as_well() -> None:
    trace = "gc 1 @0.1s 0%: 0+0+0 ms clock, 0+0/0/0+0 ms cpu, 4->4->4 MB, 8 MB goal, 4 P\n"
    both = read_evidence([Submission(name="page", content=trace.encode() + posted("graph.svg") + trace.encode())])
    assert {capture.reading.kind for capture in both.captures} == {EvidenceKind.PPROF_TEXT, EvidenceKind.GCTRACE}


def test_a_drawing_that_was_cut_is_said_to_be() -> None:
    whole = posted("graph.svg")
    reading = read_one(whole[: whole.index(b"main.keep[")]).reading
    assert [row.function for row in table(reading).rows] == [PUT, "main.main.func1"]
    assert any("cut off" in note for note in reading.notes)
    assert not any("cut off" in note for note in read_one(whole).reading.notes)


@pytest.mark.parametrize("closes", [b"</svg>", b"\n}"])
def test_what_stands_below_a_drawing_that_was_cut_is_read_as_well(go: str, closes: bytes) -> None:
    drawn = posted("graph.svg") if closes == b"</svg>" else pprof(go, "-dot", str(CAPTURES / "heap.pb.gz")).encode()
    dump = b"\n\ngoroutine 7 [chan send]:\nmain.f()\n\t/x.go:1 +0x1\n"
    both = read_evidence([Submission(name="page", content=drawn[: drawn.rfind(closes)] + dump)])
    kinds = {capture.reading.kind for capture in both.captures}
    assert kinds == {EvidenceKind.PPROF_TEXT, EvidenceKind.GOROUTINE_DUMP}


def test_a_graph_of_lines_has_the_places(go: str) -> None:
    drawn = table(read_one(pprof(go, "-dot", "-lines", str(CAPTURES / "heap.pb.gz")).encode()).reading)
    assert any(row.function == PUT and row.line == 26 and row.flat for row in drawn.rows)


def test_a_graph_of_goroutines_is_one(go: str) -> None:
    content = read_one(pprof(go, "-dot", str(CAPTURES / "goroutine.pb.gz")).encode()).reading.content
    assert isinstance(content, GoroutineSnapshot)
    assert content.groups


def test_a_graph_of_a_difference_is_one(go: str) -> None:
    arguments = ("-dot", "-diff_base", str(CAPTURES / "heap.pb.gz"), str(CAPTURES / "heap-b.pb.gz"))
    drawn = table(read_one(pprof(go, *arguments).encode()).reading)
    assert any(row.flat > 0 for row in drawn.rows)


@pytest.mark.parametrize(
    "text",
    [
        '<svg><a xlink:title="home (page)"><text>of all things</text></a></svg>',
        'digraph "x" {\nN1 [label="a\\nb" tooltip="main.f"]\n}',
        'tooltip="x" Showing nodes accounting for 1MB, 9% of 9MB total',
    ],
)
def test_what_draws_no_figures_is_left_as_it_is(text: str) -> None:
    assert read_drawing(text) is None
    assert read_cut_drawing(text) is None


@pytest.mark.parametrize(
    "piece",
    ["<svg ", '\ndigraph "', 'xlink:title="', "<text ", '<text a="', 'tooltip="x\nN1 [label="', 'N1 [label="a\\n'],
)
def test_what_never_ends_is_read_in_linear_time(piece: str) -> None:
    began = time.process_time()
    assert read_cut_drawing('<svg xlink:title="x" tooltip="y">' + piece * 40_000) is None
    assert read_cut_drawing('digraph "x" {\ntooltip="y"\n' + piece * 40_000) is None
    assert time.process_time() - began < 4
