from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leakbook.errors import Malformed
from leakbook.evidence.debug1.goroutines import GoroutineTextReader, lines_of
from leakbook.evidence.model import EvidenceKind, GoroutineSnapshot, Submission
from leakbook.evidence.paste.clean import clean
from leakbook.evidence.read import read_evidence
from leakbook.limits import DEFAULT_LIMITS, Limits
from tests.leakbook.evidence.goroutine_pages import READER, SEND, read_one
from tests.leakbook.evidence.paste_damage import DAMAGES

FIXTURES = Path(__file__).parents[2] / "fixtures" / "dumps"
HARMLESS = (
    "tabs as eight blanks",
    "indented by four",
    "quoted",
    "commented",
    "journald",
    "klog",
    "go log",
    "docker compose",
    "cri",
    "docker json",
    "json field",
    "colours",
    "html",
    "fences",
    "jira",
    "crlf",
    "byte order mark",
    "no-break blanks",
    "double spaced",
    "trailing blanks",
)


def shape(snapshot: GoroutineSnapshot) -> Counter[tuple[object, ...]]:
    return Counter({(group.state, group.frames, group.labels): group.count for group in snapshot.groups})


@pytest.mark.parametrize(
    ("capture", "kind", "total"),
    [
        ("go1.19-waits.debug1.txt", EvidenceKind.GOROUTINE_PROFILE, 87),
        ("go1.27-waits.debug1.txt", EvidenceKind.GOROUTINE_PROFILE, 87),
        ("go1.27-waits.leak-debug1.txt", EvidenceKind.GOROUTINELEAK_PROFILE, 78),
        ("go1.27-waits.threadcreate-debug1.txt", EvidenceKind.THREADCREATE_PROFILE, 7),
    ],
)
def test_a_capture_gives_its_stated_total(capture, kind, total):
    reading = read_one((FIXTURES / capture).read_text())
    assert (reading.kind, reading.content.total) == (kind, total)
    assert sum(group.count for group in reading.content.groups) == total
    assert reading.content.complete
    assert reading.content.only_unreachable == (kind is EvidenceKind.GOROUTINELEAK_PROFILE)
    assert not reading.content.tells_waits
    assert not reading.content.tells_creators


def test_named_waits_are_told_and_others_by_their_hidden_calls():
    snapshot = read_one((FIXTURES / "go1.27-waits.debug1.txt").read_text()).content
    states = {group.frames[0].function: group.state for group in snapshot.groups}
    assert states["time.Sleep"] == "sleep"
    assert states["internal/poll.runtime_pollWait"] == "IO wait"
    assert states["sync.runtime_notifyListWait"] == "sync.Cond.Wait"
    assert states["internal/sync.runtime_SemacquireMutex"] == "sync.Mutex.Lock"
    assert states["main.recv"] == "chan receive"


def test_two_hidden_calls_are_a_select_whatever_their_addresses():
    anchor = "2 @ 0x48c18a 0x418c9c 0x51 0x52\n#\t0x50\tnet/http.(*persistConn).writeLoop+0xf4\t/t.go:1\n\n"
    other = "5 @ 0x48c18a 0x418c9c 0x61 0x52\n#\t0x60\tmain.wait+0x1d\t/src/main.go:17\n\n"
    third = "9 @ 0x48c18a 0x777777 0x71 0x52\n#\t0x70\tmain.other+0x1d\t/src/main.go:18\n"
    groups = read_one(anchor + other + third).content.groups
    assert {group.frames[0].function: group.state for group in groups} == {
        "net/http.(*persistConn).writeLoop": "select",
        "main.wait": "select",
        "main.other": "select",
    }


@pytest.mark.parametrize("name", HARMLESS)
@pytest.mark.parametrize("capture", ["go1.19-waits.debug1.txt", "go1.27-waits.debug1.txt"])
def test_a_damaged_paste_gives_the_groups_of_the_profile(capture, name):
    text = (FIXTURES / capture).read_text()
    cleaned, notes = clean(DAMAGES[name](text))
    assert READER.recognises(cleaned)
    assert shape(read_one(cleaned).content) == shape(read_one(text).content), notes


def test_labels_split_a_stack_and_only_shared_ones_are_kept():
    text = "goroutine profile: total 14\n" + "".join(
        SEND.replace("\n#", f'\n# labels: {{"req":"{number}", "tenant":"a b"}}\n#', 1) + "\n" for number in (1, 2)
    )
    (group,) = read_one(text).content.groups
    assert (group.count, group.labels) == (14, (("tenant", "a b"),))


@pytest.mark.parametrize(
    "text",
    [
        SEND.replace("#\t", ""),
        SEND.replace("#\t", "#   ").replace("\t", "    "),
        SEND.replace("\t", ""),
        SEND.replace("\t/src", "\n#\t/src"),
        SEND.replace("\t/src", "\n\t\t/src"),
        SEND.replace("0x6b7b3d\t", ""),
        SEND.replace(" 0x6b7b3e", "\n0x6b7b3e"),
        "  * " + SEND,
    ],
)
def test_frames_are_read_however_their_columns_were_pasted(text):
    (group,) = read_one(text).content.groups
    assert (group.count, group.frames[0].function) == (7, "main.leak")
    assert (group.frames[0].file, group.frames[0].line) == ("/src/main.go", 17)


def test_a_profile_without_its_total_line_sums_up_and_says_so():
    reading = read_one(SEND)
    assert (reading.content.total, reading.content.complete) == (7, False)
    assert "total line is missing" in reading.notes[0]


def test_an_excerpt_keeps_the_stated_total():
    reading = read_one("goroutine profile: total 4217\n" + SEND)
    assert (reading.content.total, reading.content.complete) == (4217, False)
    assert "4217" in reading.notes[0]


def test_addresses_without_symbols_stay_apart():
    reading = read_one("3 @ 0x1111 0x2222\n\n4 @ 0x1111 0x3333\n")
    assert [(group.count, group.state) for group in reading.content.groups] == [(4, None), (3, None)]
    assert "without symbols" in reading.notes[1]


def test_several_profiles_in_one_text_are_several_readings():
    text = "[2020]threadcreate profile: total 12\n12 @\n#\t0x0\n\ngoroutine profile: total 7\n" + SEND
    threads, goroutines = READER.read(text, DEFAULT_LIMITS)
    assert (threads.kind, threads.content.total) == (EvidenceKind.THREADCREATE_PROFILE, 12)
    assert (goroutines.kind, goroutines.content.total) == (EvidenceKind.GOROUTINE_PROFILE, 7)


def test_records_of_another_profile_are_left_alone():
    text = (
        "goroutine profile: total 7\n" + SEND + "\nheap profile: 1: 8 [2: 16] @ heap/1048576\n"
        "1: 8 [2: 16] @ 0x6b7b3e 0x4930c1\n#\t0x6b7b3d\tmain.alloc+0x1d\t/src/main.go:99\n"
    )
    (group,) = read_one(text).content.groups
    assert len(group.frames) == 1


@pytest.mark.parametrize(("stacks", "groups"), [(2, 2), (1, 1)])
def test_stacks_beyond_the_limit_are_only_counted(stacks, groups):
    text = "goroutine profile: total 14\n" + SEND + "\n" + SEND.replace("leak", "other")
    (reading,) = READER.read(text, replace(DEFAULT_LIMITS, stacks=stacks))
    assert (len(reading.content.groups), reading.content.total) == (groups, 14)
    assert reading.content.complete == (groups == 2)


@pytest.mark.parametrize(
    "text",
    [
        "gc 8 @0.121s 3%: 0.015+0.87+0.003 ms clock, 18->19->11 MB, 20 MB goal, 8 P\n",
        "heap profile: 1: 8 [2: 16] @ heap/1048576\n1: 8 [2: 16] @ 0x6b7b3e 0x4930c1\n",
        "--- contention:\ncycles/second=1\n64 1 @ 0x6b7b3e 0x4930c1\n",
        "we have 12 @ home\n",
        "",
    ],
)
def test_other_texts_are_not_claimed(text):
    assert not READER.recognises(text)


def test_a_head_alone_states_its_total():
    reading = read_one("goroutine profile: total 12\n")
    assert (reading.content.total, reading.content.groups, reading.content.complete) == (12, (), False)


def test_nothing_to_read_is_malformed():
    with pytest.raises(Malformed):
        READER.read("nothing here", DEFAULT_LIMITS)


@settings(max_examples=40)
@given(data=st.data())
def test_a_profile_cut_anywhere_is_read_as_far_as_it_goes(data):
    text = (FIXTURES / "go1.19-waits.debug1.txt").read_text()
    end = data.draw(st.integers(40, len(text)))
    reading = read_one(text[:end]) if " @ 0x" in text[:end] else None
    if reading is not None:
        assert reading.content.total == 87
        assert sum(group.count for group in reading.content.groups) <= 87


@given(text=st.text(alphabet="ab\n", max_size=60))
def test_lines_are_those_of_split(text):
    assert list(lines_of(text)) in (text.split("\n"), text.split("\n")[:-1], [])


def test_a_goroutine_that_has_not_run_yet_is_not_unnamed():
    reading = read_one("goroutine profile: total 8\n" + SEND + "\n1 @ 0x492281\n")
    assert reading.content.groups[1].frames[0].function == "runtime.goexit"
    assert reading.notes == ()


def test_a_stack_that_comes_again_larger_begins_the_next_profile() -> None:
    # Somebody took it twice and left the second head out; the last line is torn.
    first, again = (f"{count} @ 0x4001 0x4003 0x51c1\n#\t0x51c0\tshop.(*Cart).add+0x20" for count in (640, 655))
    text = f"goroutine profile: total 900\n{first}\t/src/cart.go:9\n\n--- a bit later\n{again}\t\n"
    readings = GoroutineTextReader().read(text, Limits())
    assert [[group.count for group in reading.content.groups] for reading in readings] == [[640], [655]]


def test_a_record_quoted_once_more_is_counted_once() -> None:
    busy, idle = "64 @ 0x4001 0x4003 0x51c1\n", "3 @ 0x4001 0x4002 0x47f2\n"
    frame = "#\t0x51c0\tshop.(*Cart).add+0x20\t/src/cart.go:9\n"
    (reading,) = GoroutineTextReader().read(
        f"{busy}{frame}\n{idle}#\t0x47f1\tmain.work+0x11\t/src/main.go:17\n\nthese:\n{busy}{frame}", Limits()
    )
    assert reading.content.total == 67


def records(*counted: str) -> str:
    """Records such as "40 add": that many goroutines in a function of that name, at addresses of its own."""
    told = (entry.split() for entry in counted)
    return "".join(f"{n} @ 0x4001 0x{sum(f.encode()):x}\n#\t0x4001\tshop.{f}+0x1\t/s.go:3\n\n" for n, f in told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (records("40 add", "5 work", "40 add", "17 work"), [{"add": 40, "work": 5}, {"add": 40, "work": 17}]),
        (records("40 add", "5 work", "40 add", "5 work"), [{"add": 40, "work": 5}]),
        (
            records("40 add", "5 work", "90 serve", "41 add", "6 work"),
            [{"add": 40, "work": 5}, {"serve": 90, "add": 41, "work": 6}],
        ),
        (records("5 work", "40 add", "17 serve", "90 read"), [{"work": 5, "add": 40, "serve": 17, "read": 90}]),
        (records("40 add", "5 work", "90 serve", "5 work"), [{"add": 40, "work": 5, "serve": 90}]),
    ],
)
def test_records_that_rise_are_of_the_next_profile_only_when_their_stacks_come_again(
    text: str, expected: list[dict[str, int]]
) -> None:
    readings = GoroutineTextReader().read(text, Limits())
    found = [
        {group.frames[0].function.removeprefix("shop."): group.count for group in reading.content.groups}
        for reading in readings
    ]
    assert found == expected


def test_records_cut_to_one_address_are_not_told_apart_by_it() -> None:
    text = "goroutine profile: total 505\n5 @ 0x43a0c5\n#\t0x51c0\tshop.a+0x2\t/s.go:1\n\n"
    (reading,) = GoroutineTextReader().read(text + "500 @ 0x43a0c5\n#\t0x51c1\tshop.b+0x2\t/s.go:2\n", Limits())
    assert reading.content.total == 505


@pytest.mark.parametrize("text", ["goroutine profile: total 1\n1 @ 0x1 0x2\n" * 5, records(*["1 add", "2 add"] * 4)])
def test_profiles_beyond_the_limit_are_left_out_with_a_note(text: str) -> None:
    readings = GoroutineTextReader().read(text, replace(Limits(), parts=3))
    assert len(readings) == 3
    assert "more profiles stand in the text: only the first 3 are used" in readings[-1].notes[-1]
    assert [note for note in readings[0].notes if "more profiles" in note] == []


def test_a_record_of_no_goroutine_is_none() -> None:
    (reading,) = GoroutineTextReader().read(
        "goroutine profile: total 1\n0 @ 0x1 0x2\n#\t0x1\ta.b+0x1\t/x.go:3\n", Limits()
    )
    assert reading.content.groups == ()


LINES = st.sampled_from(
    [
        "#\t0x47f1\tmain.work+0x11\t/src/main.go:17",
        "#\t0x47f1\tmain.work+0x11\t/src/main.go:17",
        "#\t0x51c0\tnet/http.(*persistConn).writeLoop+0x20\t/go/src/net/http/transport.go:2472",
        "#\t0x60aa\tmain.other[...]+0x9a\t/src/other.go:3",
        '# labels: {"tenant":"a"}',
        "#\t0x60aa",
        "main.torn+0x3",
        "/src/torn.go:5",
        "go_goroutines 7",
        "",
    ]
)
HEADS = st.sampled_from(
    [
        "3 @ 0x4001 0x4002 0x47f2 0x60ab",
        "1 @ 0x47f2",
        "2 @ 0x4001 0x4003 0x51c1",
        "1 @ 0x48c18a",
        "7 @",
        "5 @ 0x4001 0x400",
        "goroutine profile: total 12",
        "heap profile: 1: 2 [3: 4] @ heap/8",
    ]
)
RECORDS = st.builds(lambda head, lines: "\n".join([head, *lines, ""]), HEADS, st.lists(LINES, max_size=5))


@given(st.lists(st.one_of(RECORDS, RECORDS.map("{}\n".format)), max_size=10).map("".join), st.integers(1, 3))
@settings(max_examples=400)
def test_the_bulk_of_a_page_is_read_as_a_page_is(text: str, stacks: int) -> None:
    reader, limits = GoroutineTextReader(), Limits(stacks=stacks * 2, frames_per_stack=4)
    try:
        plain = reader.read(text, limits)
    except Malformed:
        with pytest.raises(Malformed):
            reader.read_bulk(text, limits)
        return
    bulk, rest, _ = reader.read_bulk(text, limits)
    assert bulk == plain
    assert ("go_goroutines 7" in rest.split("\n")) == ("go_goroutines 7" in text.split("\n"))


def test_a_page_of_whole_records_leaves_other_readers_its_head_only() -> None:
    record = "4 @ 0x4001 0x4002 0x47f2 0x60ab\n#\t0x47f1\tmain.work+0x11\t/src/main.go:17\n\n"
    page = f"goroutine profile: total 400\n{100 * record}"
    reader = GoroutineTextReader()
    assert reader.fills(page[:4096])
    (reading,), rest, lines = reader.read_bulk(page, DEFAULT_LIMITS)
    assert rest.count("\n") <= 3
    assert lines == "#\t0x47f1\tmain.work+0x11\t/src/main.go:17"
    assert isinstance(reading.content, GoroutineSnapshot)
    assert [(group.count, group.frames[0].function) for group in reading.content.groups] == [(400, "main.work")]


def test_a_page_between_backticks_whose_frames_lost_their_marks_is_read() -> None:
    text = (
        "we see\n\n`16714 @ 0x844916 0x87168e 0xf49475 0x874801\n\n"
        "0x87168d\ttime.Sleep+0x12d\t\t/usr/lib/golang/src/runtime/time.go:193\n\n"
        "0xf49474\tcorp.example/shop/dir.(*Conn).expire.func2+0x54\t/src/shop/dir/conn.go:498`\n"
    )
    (capture,) = read_evidence([Submission(name="t.txt", content=text.encode())]).captures
    (group,) = capture.reading.content.groups
    assert (group.count, group.state) == (16714, "sleep")
    assert [(frame.function, frame.line) for frame in group.frames][-1] == (
        "corp.example/shop/dir.(*Conn).expire.func2",
        498,
    )
