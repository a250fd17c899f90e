"""Sums of memory by function, in the words of a report."""

from __future__ import annotations

import pytest

from leakbook.errors import NotRecognised
from leakbook.evidence.model import EvidenceKind, Submission, TopTable
from leakbook.evidence.printed.heap_lists import HeapListReader
from leakbook.evidence.read import read_evidence

TABLE = """### Heap in use, two hours after the start

| Rank | Function | flat | flat% | cum |
|---:|---------|-----:|------:|----:|
| 1 | `shop/ledger.(*Book).Append` | 512.50MB | 62.5% | 540.00MB |
| 2 | encoding/json.Unmarshal | 102.5 MiB | 12.5% | 410.00MB |
| 3 | everything else | 205.00MB | 25% | - |
"""
LIST = """Top of the heap by Pyroscope (memory:inuse_space):

  3.50 GB (25.0%)  shop/ledger.(*Book).Append          <- this one
  512.00 MB (3.6%)  shop/api.Serve.func1

Nothing else is larger.
"""
NAMES_FIRST = """We took a heap profile after the test:

- `shop/ledger.(*Book).Append()` \u2014 512 MB (50%)
- `shop/api.Serve` \u2014 102.4 MB (10 %)
"""
LISTED = "- shop/api.Serve: 512 MB (50%)\n- main.load: 100 MB (10%)\n"
NO_FUNCTIONS = (
    ("api.example.com", "db.eu-west-1.compute.internal"),
    ("shop.tar.gz", "main.go:31"),
    ("app.yaml", "main.log"),
    ("gcr.io/shop/api:1.2", "db.example.com:5432"),
    ("desk.load", "json.Marshal"),
    ("main.go", "shop/api.Serve"),
    ("main.example.de", "main.load"),
)


def tables(text: str) -> list[TopTable]:
    captures = read_evidence([Submission(name="report.md", content=text.encode())]).captures
    assert {capture.reading.kind for capture in captures} == {EvidenceKind.PPROF_TEXT}
    return [table for capture in captures if isinstance(table := capture.reading.content, TopTable)]


def shown(text: str) -> list[tuple[str, int, int]]:
    (table,) = tables(text)
    return [(row.function, row.flat, row.cum) for row in table.rows]


def mib(*amounts: float) -> list[int]:
    return [round(amount * 2**20) for amount in amounts]


def test_a_table_tells_what_functions_hold_and_what_passes_through_them():
    assert shown(TABLE) == [
        ("shop/ledger.(*Book).Append", *mib(512.5, 540)),
        ("encoding/json.Unmarshal", *mib(102.5, 410)),
    ]
    (table,) = tables(TABLE)
    assert (table.sample_type, table.unit, table.total) == ("inuse_space", "bytes", 820 * 2**20)


@pytest.mark.parametrize(("text", "first", "total"), [(LIST, 3584, 14336), (NAMES_FIRST, 512, 1024)])
def test_a_list_of_sizes_with_shares_is_a_table_without_callers(text, first, total):
    (table,) = tables(text)
    assert (table.rows[0].function, table.rows[0].flat) == ("shop/ledger.(*Book).Append", mib(first)[0])
    assert [row.function for row in table.rows][1].startswith("shop/api.Serve")
    assert all(row.flat == row.cum for row in table.rows)
    assert table.total == mib(total)[0]


@pytest.mark.parametrize("words", ["Heap (alloc_space)", "Top Alloc Consumers", "Biggest allocation contributors"])
def test_what_was_ever_allocated_is_told_from_what_is_kept(words):
    (table,) = tables(TABLE.replace("Heap in use", words))
    assert table.sample_type == "alloc_space"


@pytest.mark.parametrize(
    "text",
    [
        TABLE.replace("Heap in use", "Binary size").replace("flat", "text"),
        LIST.replace("3.50 GB (25.0%)", "3.50s (25.0%)").replace("512.00 MB (3.6%)", "0.51s (3.6%)"),
        "The heap holds 3.50 GB (25.0%) shop/ledger.Append\n",
        "The heap by kind:\n- images: 512 MB (50%)\n- text: 100 MB (10%)\n",
        *(TABLE.replace("Function", head) for head in ("Node", "Who", "Where", "File name", "Site", "Name")),
        TABLE.replace("shop/ledger.(*Book).Append", "shop.Load").replace("encoding/", ""),
        *(f"Memory in use:\n- {one}: 512 MB (50%)\n- {other}: 100 MB (10%)\n" for one, other in NO_FUNCTIONS),
        f"The heap limit is 2 GB.\n\nWhat takes the time:\n\n{LISTED}",
        f"The heap limit is 2 GB.\nNothing else is.\n\nWhat takes the time:\n{LISTED}",
    ],
)
def test_other_tables_and_remarks_are_no_heap(text):
    with pytest.raises(NotRecognised):
        read_evidence([Submission(name="report.md", content=text.encode())])


def test_where_pprof_printed_rows_these_are_read_alone():
    printed = "    512.50MB 62.50% 62.50%   540.00MB 65.85%  shop/ledger.(*Book).Append\n"
    assert not HeapListReader().recognises(TABLE + printed)


@pytest.mark.parametrize(
    "above", ["Kept in memory:\n", "Kept in memory:\n\n", "We kept this in memory,\nby function:\n"]
)
def test_what_a_list_is_about_stands_in_its_paragraph_or_on_the_line_above(above):
    assert shown(f"A soak test.\n\n{above}{LISTED}") == [
        ("shop/api.Serve", *mib(512, 512)),
        ("main.load", *mib(100, 100)),
    ]


def columns(head: str, first: str, second: str) -> str:
    rule = "|".join("---" for _ in head.split("|"))
    rows = f"| main.load | {first} |\n| main.keep | {second} |\n"
    return f"What the heap holds:\n\n| Function | {head} |\n|---|{rule}|\n{rows}"


@pytest.mark.parametrize(
    ("head", "first", "held", "total"),
    [
        ("cum | cum% | flat | flat%", "400MB | 80% | 100MB | 20%", (100, 400), 500),
        ("cum | cum% | flat", "400MB | 80% | 100MB", (100, 400), None),
        ("flat | flat% | sum% | cum | cum%", "100MB | 20% | 90% | 400MB | 80%", (100, 400), 500),
        ("size | share of total", "100MB | 20%", (100, 100), 500),
        ("size | growth", "100MB | 20%", (100, 100), None),
        ("before | after", "10MB | 500MB", (500, 500), None),
        ("now | a week ago", "500MB | 10MB", (500, 500), None),
        ("flat before | flat after | cum before | cum after", "10MB | 100MB | 20MB | 400MB", (100, 400), None),
        ("alloc_space | inuse_space", "900MB | 100MB", (100, 100), None),
    ],
)
def test_of_several_columns_the_one_that_is_held_now_counts(head, first, held, total):
    text = columns(head, first, first.replace("100MB", "50MB").replace("20%", "10%"))
    (table,) = tables(text)
    assert (table.rows[0].flat, table.rows[0].cum) == tuple(mib(*held))
    assert table.total == (None if total is None else mib(total)[0])
    assert table.sample_type == "inuse_space"


@pytest.mark.parametrize("head", ["Monday | Friday", "build 1 | build 2", "cum on Monday | cum on Friday"])
def test_a_table_of_several_sizes_that_does_not_say_which_is_held_is_left_aside(head):
    assert not HeapListReader().recognises(columns(head, "10MB | 500MB", "20MB | 25MB"))


@pytest.mark.parametrize(
    ("head", "first", "held"),
    [
        ("flat (MB)", "100", 100),
        ("inuse, MiB", "100.0", 100),
        ("flat in KB | flat%", "1,024.0 | 20%", 1),
        ("flat, MB | flat%", "1024,5 | 9,29%", 1024.5),
        ("flat", "1,024.5 MB", 1024.5),
        ("flat", "1,024 MB", 1024),
        ("bytes (B) | share", "1,048,576 | 20 %", 1),
    ],
)
def test_the_unit_may_stand_in_the_head_and_commas_in_figures(head, first, held):
    (table,) = tables(columns(head, first, first))
    assert table.rows[0].flat == mib(held)[0]


def test_a_column_with_a_minus_is_a_difference_and_no_heap():
    assert not HeapListReader().recognises(columns("flat, MB", "-220,12", "75,6"))
