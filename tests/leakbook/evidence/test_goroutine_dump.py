from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leakbook.errors import Malformed
from leakbook.evidence.dump.lines import read_call, read_header, read_place, receiver_word, symbol
from leakbook.evidence.dump.reader import GoroutineDumpReader, read_blocks
from leakbook.evidence.dump.stacks import FirstWords
from leakbook.evidence.model import EvidenceKind, GoroutineGroup, GoroutineSnapshot
from leakbook.evidence.states import cut_runtime_frames, modern_state
from leakbook.limits import DEFAULT_LIMITS

FIXTURES = Path(__file__).parents[2] / "fixtures" / "dumps"
CAPTURES = ("go1.19-waits.debug2.txt", "go1.27-waits.debug2.txt")
READER = GoroutineDumpReader()


def read_one(text: str) -> GoroutineSnapshot:
    (reading,) = READER.read(text, DEFAULT_LIMITS)
    assert reading.kind is EvidenceKind.GOROUTINE_DUMP
    return reading.content


def only_group(text: str) -> GoroutineGroup:
    (group,) = read_one(text).groups
    return group


def naive_groups(text: str) -> Counter[tuple[object, ...]]:
    """Line by line, nothing shared with the fast lane but the grammar of a line."""
    groups: Counter[tuple[object, ...]] = Counter()
    for paragraph in text.strip().split("\n\n"):
        head, *lines = paragraph.split("\n")
        header = read_header(head)
        assert header is not None
        frames, creator = [], None
        pending = [line for line in lines if not line.endswith("frames elided...")]
        for call_line, place_line in zip(pending[::2], pending[1::2], strict=True):
            file, number = read_place(place_line.strip()) or (None, None)
            if call_line.startswith("created by "):
                creator = (symbol(call_line.split()[2]), file, number)
            else:
                call = read_call(call_line)
                assert call is not None
                frames.append((symbol(call.function), file, number))
        groups[header.state, tuple(frames), creator] += 1
    return groups


def fast_groups(snapshot: GoroutineSnapshot) -> Counter[tuple[object, ...]]:
    return Counter(
        {
            (
                group.state,
                tuple((frame.function, frame.file, frame.line) for frame in group.frames),
                group.created_by and (group.created_by.function, group.created_by.file, group.created_by.line),
            ): group.count
            for group in snapshot.groups
        }
    )


@pytest.mark.parametrize("capture", CAPTURES)
def test_the_fast_lane_gives_the_groups_of_a_naive_reader(capture):
    text = (FIXTURES / capture).read_text()
    snapshot = read_one(text)
    naive = naive_groups(text)
    if capture.startswith("go1.19"):
        # Go 1.19 prints semacquire; the reader tells whose.
        assert {group.state for group in snapshot.groups} >= {"sync.Mutex.Lock", "sync.WaitGroup.Wait"}
        assert sorted(naive.values()) == sorted(fast_groups(snapshot).values())
    else:
        assert fast_groups(snapshot) == naive
    assert snapshot.total == text.count("goroutine ") - text.count("in goroutine ")
    assert snapshot.complete
    assert snapshot.tells_creators


@pytest.mark.parametrize("capture", CAPTURES)
@pytest.mark.parametrize("size", [1, 7, 4096])
def test_the_size_of_the_chunks_changes_nothing(capture, size):
    content = (FIXTURES / capture).read_bytes()
    chunks = (content[at : at + size] for at in range(0, len(content), size))
    assert read_blocks(chunks, DEFAULT_LIMITS) == read_blocks([content], DEFAULT_LIMITS)


@pytest.mark.parametrize("capture", CAPTURES)
@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_goroutines_changes_nothing(capture, seed):
    paragraphs = (FIXTURES / capture).read_text().strip().split("\n\n")
    shuffled = random.Random(seed).sample(paragraphs, len(paragraphs))
    limits = replace(DEFAULT_LIMITS, members_per_group=3, ids_per_group=2)
    straight = READER.read("\n\n".join(paragraphs) + "\n", limits)
    assert READER.read("\n\n".join(shuffled) + "\n", limits) == straight


@settings(max_examples=60)
@given(data=st.data())
def test_a_dump_cut_at_any_line_keeps_its_whole_goroutines(data):
    capture = data.draw(st.sampled_from(CAPTURES))
    lines = (FIXTURES / capture).read_text().split("\n")
    start = data.draw(st.integers(0, len(lines) - 2))
    end = data.draw(st.integers(start + 1, len(lines)))
    text = "\n".join(lines[start:end])
    whole = [
        paragraph
        for paragraph in "\n".join(lines).strip().split("\n\n")
        if f"\n\n{paragraph}\n\n" in f"\n{text}\n" or text.startswith(f"{paragraph}\n\n")
    ]
    if not READER.recognises(text):
        assert not whole
        return
    try:
        readings = READER.read(text, DEFAULT_LIMITS)
    except Malformed:
        assert not whole
        return
    assert sum(reading.content.total for reading in readings) >= len(whole)


@settings(max_examples=40)
@given(text=st.text(alphabet="goroutine 0123456789[]:(){}.,/\tx+?\n cradbyhs", max_size=400))
def test_no_text_crashes_the_reader(text):
    if READER.recognises(text):
        try:
            readings = READER.read(text, DEFAULT_LIMITS)
        except Malformed:
            return
        assert all(reading.content.total > 0 for reading in readings)


def test_marks_of_the_leak_collection_are_counted_and_a_dump_without_them_cannot_say():
    marked = "goroutine 9 [chan send (leaked)]:\nmain.f()\n\t/x.go:1 +0x1d\n\n"
    unmarked = "goroutine 8 [chan send, 3 minutes]:\nmain.f()\n\t/x.go:1 +0x1d\n"
    group = only_group(marked + unmarked)
    assert (group.state, group.count, group.unreachable) == ("chan send", 2, 1)
    assert group.waits == ((None, 1), (3, 1))
    assert only_group(unmarked).unreachable is None


@pytest.mark.parametrize(
    ("head", "state", "locked", "waits"),
    [
        ("goroutine 50 [select (no cases), 3 minutes, locked to thread]:", "select (no cases)", 1, ((3, 1),)),
        ("goroutine 7 gp=0xc0000061c0 m=0 mp=0x5c1d40 [running]:", "running", 0, ((None, 1),)),
        ("goroutine 7 gp=0xc0000061c0 m=nil [sleep]:", "sleep", 0, ((None, 1),)),
        ("goroutine 18 [chan receive (durable), synctest bubble 3]:", "chan receive", 0, ((None, 1),)),
        ("goroutine 18 [a wait of tomorrow, 1 minutes]:", "a wait of tomorrow", 0, ((1, 1),)),
        ('goroutine 12 [IO wait, 5 minutes] {request_id: 17, tenant: "a b"}:', "IO wait", 0, ((5, 1),)),
    ],
)
def test_headers_of_every_release(head, state, locked, waits):
    group = only_group(f"{head}\nmain.f(0x1)\n\t/x.go:1 +0x1d\n")
    assert (group.state, group.locked_to_thread, group.waits) == (state, locked, waits)


def test_labels_are_kept_when_all_members_share_them():
    text = "".join(
        f'goroutine {number} [IO wait] {{request_id: {number}, tenant: "a b"}}:\nmain.f()\n\t/x.go:1 +0x1d\n\n'
        for number in range(2, 5)
    )
    assert only_group(text).labels == (("tenant", "a b"),)


def test_two_closures_of_one_source_line_are_two_groups():
    text = "".join(
        f"goroutine {number} [chan send]:\nmain.main.func{closure}()\n\t/x.go:1 +0x1d\n\n"
        for number, closure in [(2, 1), (3, 12), (4, 1), (5, 12)]
    )
    assert sorted(group.frames[0].function for group in read_one(text).groups) == [
        "main.main.func1",
        "main.main.func12",
    ]


def test_offsets_do_not_tell_groups_apart():
    text = "".join(
        f"goroutine {number} [chan send]:\nmain.f(0x{number})\n\t/x.go:1 +0x{number}\n\n" for number in range(2, 6)
    )
    assert only_group(text).count == 4


@pytest.mark.parametrize(
    "arguments",
    ["0xc000010000, 0x1?", "0xc000010000?, 0x1", "0xc000010000?", "{0x1, 0x2?}, 0x3", "{0x1?}, 0x2", "", "..."],
)
@pytest.mark.parametrize("function", ["main.(*T).run", "main.(*T[...]).run"])
def test_a_line_tells_the_word_that_its_arguments_do(function: str, arguments: str):
    assert FirstWords()[f"{function}({arguments})".encode()] == receiver_word(function, arguments)


def test_members_keep_their_first_argument_words_and_creators():
    text = (
        "goroutine 7 [select]:\nmain.(*T).run(0xc000010000, {0x1, 0x2})\n\t/x.go:1 +0x1d\nmain.g({0xa, 0xb?})\n"
        "\t/x.go:2 +0x1d\nmain.h(0xc000010000?)\n\t/x.go:3 +0x1d\nmain.i(...)\n\t/x.go:4\n"
        "created by main.start in goroutine 3\n\t/x.go:9 +0x1\n"
    )
    (member,) = only_group(text).members
    assert (member.goroutine, member.created_in) == (7, 3)
    assert member.first_words == (0xC000010000, 0xA, None, None)
    assert only_group(text).created_in == (3,)
    assert only_group(text).frames[3].inlined


LOCKED = """goroutine {number} [sync.Mutex.Lock]:
internal/sync.runtime_SemacquireMutex({semaphore}, 0x0?, 0x0?)
\t/usr/local/go/src/runtime/sema.go:95 +0x25
internal/sync.(*Mutex).lockSlow({slow})
\t/usr/local/go/src/internal/sync/mutex.go:149 +0x15a
sync.(*Mutex).Lock(...)
\t/usr/local/go/src/sync/mutex.go:46
main.f()
\t/x.go:1 +0x1d

"""


@pytest.mark.parametrize(
    ("semaphore", "slow", "addresses"),
    [
        ("0x0?", "0xc000012340", ((0xC000012340, 2),)),
        ("0xc000012344", "0x1?", ((0xC000012340, 2),)),
        ("0x0?", "0x1?", ()),
    ],
)
def test_the_lock_is_told_by_the_outermost_frame_of_sync_that_prints_it(semaphore, slow, addresses):
    text = "".join(LOCKED.format(number=number, semaphore=semaphore, slow=slow) for number in (4, 5))
    assert only_group(text).lock_addresses == addresses


def test_the_slow_lane_tells_locks_and_members_as_the_fast_one_does():
    text = LOCKED.format(number=4, semaphore="0x0?", slow="0xc000012340")
    pasted = text.replace("\n\t", "\n\n\t")
    assert only_group(pasted) == only_group(text)


def test_the_rest_of_a_stack_in_a_creator_s_creator_is_left_aside():
    text = (
        "goroutine 7 [select]:\nmain.f()\n\t/x.go:1 +0x1d\ncreated by main.g in goroutine 5\n\t/x.go:2 +0x1d\n"
        "[originating from goroutine 5]:\nmain.g(...)\n\t/x.go:3 +0x1d\ncreated by main.h\n\t/x.go:4 +0x1d\n"
    )
    group = only_group(text)
    assert [frame.function for frame in group.frames] == ["main.f"]
    assert group.created_by is not None
    assert group.created_by.function == "main.g"


def test_a_goroutine_on_another_thread_has_no_stack():
    text = "goroutine 7 [running]:\n\tgoroutine running on other thread; stack unavailable\n"
    group = only_group(text)
    assert (group.frames, group.count) == ((), 1)


def test_a_panic_in_the_middle_of_a_stack_is_the_runtime_s():
    text = (
        "goroutine 7 [chan send]:\nmain.cleanup()\n\t/x.go:1 +0x1\n"
        "panic({0x1, 0x2})\n\t/p.go:8 +0x1\nmain.f()\n\t/x.go:9 +0x1\n"
    )
    assert [frame.function for frame in only_group(text).frames] == ["main.cleanup", "runtime.gopanic", "main.f"]


def test_two_dumps_in_one_text_are_two_readings():
    first = (FIXTURES / CAPTURES[1]).read_text()
    one, two = READER.read(first + "\nsome minutes later\n\n" + first, DEFAULT_LIMITS)
    assert one.content.groups == two.content.groups
    assert one.notes[-1] == "goroutine numbers come again in the text: this is dump 1 of 2 in it"


def test_a_goroutine_that_goleak_sums_up_is_counted_once():
    text = (
        "[Goroutine 35 in state chan receive, with main.f on top of the stack:\n"
        "goroutine 35 [chan receive]:\nmain.f()\n\t/x.go:1 +0x1d\ncreated by main.g\n\t/x.go:2 +0x1d\n ]\n"
    )
    assert (read_one(text).total, only_group(text).ids) == (1, (35,))


def test_a_summary_alone_still_names_the_function():
    group = only_group("Goroutine 35 in state chan receive, with main.f on top of the stack:\n")
    assert (group.state, [frame.function for frame in group.frames]) == ("chan receive", ["main.f"])


def test_a_stack_without_a_header_gets_its_state_from_its_frames():
    text = "time.Sleep(0x1)\n\t/usr/lib/go/src/runtime/time.go:1 +0x1\nmain.f()\n\t/x.go:1 +0x1d\n"
    assert READER.recognises(text)
    snapshot = read_one(text)
    assert snapshot.groups[0].state == "sleep"
    assert not snapshot.complete


@pytest.mark.parametrize(
    ("place", "file", "line"),
    [
        ("/My Code/x.go:31 +0x1d", "/My Code/x.go", 31),
        ("C:/Users/ADMINI~1/x.go:39 +0x38", "C:/Users/ADMINI~1/x.go", 39),
        ("C:\\src\\x.go:39 +0x38", "C:\\src\\x.go", 39),
        ("$GOPATH/src/x.go:125", "$GOPATH/src/x.go", 125),
        ("<autogenerated>:1 +0x24", "<autogenerated>", 1),
        ("??:0 +0x1", None, None),
        ("/x.s:387 +0x21 fp=0xc00 sp=0xc00 pc=0x47", "/x.s", 387),
        ("t/usr/local/go/src/x.go:71 +0x47", "/usr/local/go/src/x.go", 71),
        ("t       /usr/local/go/src/x.go:71", "/usr/local/go/src/x.go", 71),
        ("testing/testing.go:777 +0xd0", "testing/testing.go", 777),
        ("_cgo_gotypes.go:70 +0x1", "_cgo_gotypes.go", 70),
    ],
)
def test_places_are_read_in_every_form(place, file, line):
    assert read_place(place) == (file, line)


@pytest.mark.parametrize(
    "text", ["see x.go", "at com.shop.Main.run(Main.java:12)", "http://a.b/c.go", "x.go:12 is slow"]
)
def test_prose_is_no_place(text):
    assert read_place(text) is None


def test_older_names_are_brought_to_one_spelling():
    text = (
        "goroutine 7 [semacquire]:\nselectgo(0x1)\n\t/c.c:1 +0x1\na/b%2ec.socket.func·002()\n\t/x.go:1 +0x1\n"
        "x/vendor/gopkg.in/check%2ev1.(*T).F[...](0x1)\n\t/x.go:2 +0x1\n"
    )
    names = [frame.function for frame in only_group(text).frames]
    assert names == ["a/b.c.socket.func·002", "gopkg.in/check.v1.(*T).F[...]"]


@pytest.mark.parametrize(
    ("pasted", "name"),
    [
        ("a.org/x/Godeps/_workspace/src/b.org/c.func·001", "b.org/c.func·001"),
        ("x/_vendor/src/b.org/c.(*T).F", "b.org/c.(*T).F"),
        ("sync.(_RWMutex).RLock", "sync.(*RWMutex).RLock"),
        ("sync.(RWMutex).RLock", "sync.(*RWMutex).RLock"),
        ("b.org/c.funcÂ·001", "b.org/c.func·001"),
        ("b.org/c.(*T).(b.org/c.F)-fm", "b.org/c.(*T).(b.org/c.F)-fm"),
        ("b.org/c.*T.(b.org/c.F)·fm", "b.org/c.*T.(b.org/c.F)·fm"),
    ],
)
def test_names_survive_vendor_folders_and_what_pasting_does_to_them(pasted, name):
    text = f"goroutine 7 [select]:\n{pasted}(0x1)\n\t/x.go:1 +0x1\n"
    assert [frame.function for frame in only_group(text).frames] == [name]


def test_the_grammar_agrees_with_the_state_vocabulary():
    text = (FIXTURES / CAPTURES[0]).read_text()
    for group in read_one(text).groups:
        assert group.frames == cut_runtime_frames(group.frames)
        assert group.state is not None
        assert modern_state(group.state, group.frames) == group.state


def test_a_goroutine_that_its_thread_prints_once_more_is_counted_once():
    text = (
        "goroutine 7 [running]:\n\tgoroutine running on other thread; stack unavailable\n\n"
        "goroutine 8 [select]:\nmain.f()\n\t/x.go:1 +0x1\n\n-----\n\ngoroutine 7 [running]:\nmain.g()\n\t/x.go:2 +0x1\n"
    )
    assert read_one(text).total == 2
