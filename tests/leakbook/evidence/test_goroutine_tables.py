"""Markdown tables and shortened records that sum goroutines up."""

from __future__ import annotations

import pytest

from leakbook.errors import NotRecognised
from leakbook.evidence.model import EvidenceKind, GoroutineSnapshot, Submission
from leakbook.evidence.read import read_evidence

TABLE = """At the time of the dump:

| Count | State            | Function                                     |
|------:|:-----------------|----------------------------------------------|
| 4,210 | `chan send`      | `shop/desk.(*Till).post` (till.go:44)        |
|   ~12 | select, 40 min   | **shop/api.(*Api).Serve()**                  |
|     1 | running          | the profiler                                 |
| total | 4,223            | shop.all                                     |

Everything else is idle.
"""
RECORDS = """The two largest:
1741 @ ...
#   sync.(*WaitGroup).Wait / wait
#   shop/desk.(*Desk).Close

542 @ ... shop/desk.(*Desk).watch  (/src/shop/desk.go:54)
"""
BARE = """goroutines | blocked at
--- | ---
305 | internal/bus.(*Bus).drain <- internal/bus.Open.func1
48 | runtime.gcBgMarkWorker
"""


def snapshot_of(text):
    (capture,) = read_evidence([Submission(name="t.md", content=text.encode())]).captures
    assert capture.reading.kind is EvidenceKind.GOROUTINE_PROFILE
    assert isinstance(capture.reading.content, GoroutineSnapshot)
    return capture.reading.content


def test_a_row_is_a_group():
    snapshot = snapshot_of(TABLE)
    assert [(g.count, g.state, [frame.function for frame in g.frames]) for g in snapshot.groups] == [
        (4210, "chan send", ["shop/desk.(*Till).post"]),
        (12, "select", ["shop/api.(*Api).Serve"]),
    ]
    assert snapshot.groups[0].frames[0].line == 44
    assert snapshot.groups[1].waits == ((40, 12),)
    assert (snapshot.total, snapshot.complete) == (4222, False)


def test_a_table_without_states_and_outer_bars():
    assert [(g.count, g.state, [frame.function for frame in g.frames]) for g in snapshot_of(BARE).groups] == [
        (305, None, ["internal/bus.(*Bus).drain", "internal/bus.Open.func1"]),
        (48, "GC worker (idle)", ["runtime.gcBgMarkWorker"]),
    ]


@pytest.mark.parametrize("title", ["**Goroutine Breakdown**:", "### Goroutine distribution", "Goroutine hotspots"])
def test_the_line_above_may_say_that_goroutines_are_counted(title):
    head = "| Function | Count | % of Total |\n|----------|-------|---|\n"
    (group,) = snapshot_of(f"{title}\n\n{head}| shop.(*Desk).ask | 312 | 97.2% |\n").groups
    assert (group.count, [frame.function for frame in group.frames]) == (312, ["shop.(*Desk).ask"])


def test_records_without_their_addresses():
    snapshot = snapshot_of(RECORDS)
    assert [(g.count, g.state, [frame.function for frame in g.frames]) for g in snapshot.groups] == [
        (1741, "sync.WaitGroup.Wait", ["sync.(*WaitGroup).Wait", "shop/desk.(*Desk).Close"]),
        (542, None, ["shop/desk.(*Desk).watch"]),
    ]
    assert snapshot.groups[1].frames[0].line == 54


@pytest.mark.parametrize(
    "text",
    [
        "12 @ ... somewhere\n12 @ 5 a.m.\n",
        TABLE.replace("Count", "Owner"),
        TABLE.replace("Function", "Comment").replace("State", "Kind"),
        TABLE.replace("State", "Kind")
        .replace("shop/desk.(*Till).post", "the tills")
        .replace("shop/api.(*Api).Serve()", "the server"),
        "| Function | Allocs |\n|---|---|\n| shop.(*Desk).ask | 12 |\n",
        "| Function | Count |\n|---|---|\n| shop.(*Desk).ask | 12 |\n",
        "| # | Function | Status |\n|---|---|---|\n| 7 | shop.(*Desk).ask | select |\n",
        "**Per-goroutine breakdown**:\n\n| Function | Count |\n|---|---|\n| shop.(*Desk).ask | 12 |\n",
        "The goroutine breaks down:\n\n| Function | Count |\n|---|---|\n| shop.(*Desk).ask | 12 |\n",
    ],
)
def test_other_tables_are_not_of_goroutines(text):
    with pytest.raises(NotRecognised):
        snapshot_of(text)


TALLY = """First calls of the dump:
    159 internal/poll.runtime_pollWait(
     40 shop/desk.(*Till).post(0xc0000b4000, 0x3)
      8 shop/api.(*Api).Serve()
      1 os/signal.signal_recv
"""


def test_first_calls_that_sort_and_uniq_counted_are_goroutines():
    counts = {group.frames[0].function: group.count for group in snapshot_of(TALLY).groups}
    assert counts["shop/desk.(*Till).post"] == 40
    assert sum(counts.values()) == 208


def test_lines_of_numbers_and_functions_are_goroutines_only_where_some_are_parked():
    with pytest.raises(NotRecognised):
        read_evidence([Submission(name="t.md", content=TALLY.replace("runtime_pollWait", "Fd").encode())])


def test_none_of_a_function_is_no_group():
    assert "shop/api.(*Api).Serve" not in {
        group.frames[0].function for group in snapshot_of(TALLY.replace("8 shop", "0 shop") + "  3 shop.Ask(\n").groups
    }


SUMMARY = """$ curl -s shop:6060/dump.txt | stackparse --summary
[...]
shop/api.(*Api).Serve            8
shop/desk.(*Till).post       9,000 or so
shop/desk.(*Desk).watch       4210
main.idle                        0
"""


def test_a_tool_for_stacks_prints_the_functions_before_their_counts():
    counts = {group.frames[0].function: group.count for group in snapshot_of(SUMMARY).groups}
    assert counts == {"shop/api.(*Api).Serve": 8, "shop/desk.(*Desk).watch": 4210}


def test_functions_before_counts_are_goroutines_only_where_such_a_tool_is_named():
    with pytest.raises(NotRecognised):
        read_evidence([Submission(name="t.md", content=SUMMARY.replace("stackparse", "objects").encode())])


STATES = """Counted by state:
  16876 [chan receive]
     47 [chan receive, 41 minutes]
      9 [select, 12 minutes, locked to thread]
   9644 [runnable
     31 goroutine [IO wait]:
      2 [chan
"""


def test_states_of_headers_that_sort_and_uniq_counted_are_goroutines_of_no_known_stack():
    groups = snapshot_of(STATES).groups
    assert not any(group.frames for group in groups)
    counts = {}
    for group in groups:
        counts[group.state] = counts.get(group.state, 0) + group.count
    assert counts == {"chan receive": 16923, "select": 9, "runnable": 9644, "IO wait": 31, None: 2}
    assert {member.wait_minutes for group in groups if group.state == "select" for member in group.members} == {12}


@pytest.mark.parametrize(
    "text",
    [
        "3 [select]\n2 [IO wait]\n",  # too few lines
        "12 [info]\n7 [warning]\n3 [select]\n9 [error]\n1 [sleep]\n2 [IO wait]\n4 [fatal]\n",
        "3 [running]\n4 [waiting]\n5 [idle]\n6 [dead]\n",  # of jobs
    ],
)
def test_numbers_before_other_brackets_count_no_goroutines(text):
    with pytest.raises(NotRecognised):
        snapshot_of(text)


def test_states_that_are_counted_beside_their_dump_are_no_second_look():
    dump = "goroutine 7 [chan receive]:\nmain.f()\n\t/x.go:1 +0x1\n\n"
    (capture,) = read_evidence([Submission(name="t.md", content=(dump + STATES).encode())]).captures
    assert capture.reading.content.total == 1


@pytest.mark.parametrize("remark", ["", "   <- far too many", "\t\u2190 leak?", " // why"])
def test_states_may_be_counted_without_brackets_and_remarked_on(remark):
    text = f"  150 chan receive{remark}\n   45 IO wait, 3 minutes\n   12 select\n    3 running\n"
    counts = {group.state: group.count for group in snapshot_of(text).groups}
    assert counts == {"chan receive": 150, "IO wait": 45, "select": 12, "running": 3}


@pytest.mark.parametrize(
    "text",
    [
        "3 running\n2 waiting\n1 idle\n",
        "1 select\n2 sleep\n3 running\n",
        "1 IO wait\n2 disks\n3 select\n",
        "| status | count |\n|---|---|\n| sleep | 3 |\n| running | 2 |\n| idle | 1 |\n\nThe GC worker is busy.\n",
        "12 running\n3 waiting\n4 idle\n7 sleep\nThe GC worker and sync.Pool are busy.\n",
        "350 sleep\n12 running\n3 IO wait\n4 waiting\n",
    ],
)
def test_words_that_jobs_are_in_as_well_are_no_states(text):
    with pytest.raises(NotRecognised):
        read_evidence([Submission(name="t.md", content=text.encode())])


def test_a_table_may_count_by_state_alone():
    text = (
        "| State | Count | Meaning |\n|---|---|---|\n| `[chan receive, 3 minutes]` | 1,038 | **stuck** |\n"
        "| `[IO wait]` | 34 | waits for the network |\n| `[GC worker (idle)]` | 6 | normal |\n"
        "| Other | 25 | various |\n| **Total** | 1,103 | |\n"
    )
    groups = snapshot_of(text).groups
    assert {group.state: group.count for group in groups} == {
        "chan receive": 1038,
        "IO wait": 34,
        "GC worker (idle)": 6,
        None: 25,
    }
    assert {member.wait_minutes for group in groups if group.state == "chan receive" for member in group.members} == {3}


def test_a_table_of_jobs_by_state_is_none_of_goroutines():
    text = "| State | Count |\n|---|---|\n| started | 7 |\n| queued | 9 |\n| IO wait | 3 |\n| asleep | 3 |\n"
    with pytest.raises(NotRecognised):
        snapshot_of(text)


def test_two_tables_by_state_alone_may_be_two_moments_and_are_not_added():
    table = "| State | Count |\n|---|---|\n| select | 7 |\n| chan receive | 9 |\n| IO wait | 3 |\n\n"
    assert snapshot_of(table).total == 19
    with pytest.raises(NotRecognised):
        snapshot_of(f"{table}An hour later:\n\n{table}")


def test_a_list_may_tell_in_words_how_many_are_where():
    text = (
        "We saw:\n- **9,000 goroutines** in `shop/desk.(*Till).post`\n- 42 goroutines blocked in shop/api.Serve()\n"
        "2. 1 goroutine waiting at net/http.(*conn).serve, as always\n- 7 goroutines in all\n"
    )
    groups = snapshot_of(text).groups
    assert {group.frames[0].function: group.count for group in groups} == {
        "shop/desk.(*Till).post": 9000,
        "shop/api.Serve": 42,
        "net/http.(*conn).serve": 1,
    }


@pytest.mark.parametrize(
    "text",
    [
        "- 12 goroutines in shop/desk.(*Till).post\n",
        "It is built of:\n- 4 goroutines in main.produce\n- 4 goroutines in main.consume\n",
        "- 12 goroutines in api.go\n- 9 goroutines on api.example.com\n",
        "- 12 goroutines in the pool\n- 9 goroutines at work\n",
    ],
)
def test_a_remark_and_other_places_are_no_list_of_goroutines(text):
    with pytest.raises(NotRecognised):
        snapshot_of(text)
