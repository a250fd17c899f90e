"""Goroutines as people write them down: names without parentheses, the minutes as a range or in their own language."""

from __future__ import annotations

import pytest

from leakbook.evidence.dump.lines import read_header
from leakbook.evidence.dump.reader import GoroutineDumpReader
from leakbook.limits import DEFAULT_LIMITS


def stacks(text: str) -> list[tuple[str | None, list[str]]]:
    (reading,) = GoroutineDumpReader().read(text, DEFAULT_LIMITS)
    return [(group.state, [frame.function for frame in group.frames]) for group in reading.content.groups]


@pytest.mark.parametrize(
    ("wait", "shortest", "differ"),
    [
        ("101-103 分钟", 101, True),
        ("12 分鐘", 12, False),
        ("5 минут", 5, False),
        ("1 минута", 1, False),
        ("9 Minuten", 9, False),
        ("6~8 minutes", 6, True),
        ("7 minutes", 7, False),
    ],
)
def test_the_minutes_are_read_in_any_language_and_as_a_range(wait, shortest, differ):
    header = read_header(f"goroutine 7 [chan receive, {wait}]:")
    assert header is not None
    assert (header.state, header.wait_minutes, header.waits_differ) == ("chan receive", shortest, differ)


def test_names_without_parentheses_are_calls_where_calls_are_due():
    text = (
        "goroutine 7 [sync.RWMutex.RLock, 9 minutes]:\n"
        "sync.(*RWMutex).RLock\n"
        "shop/internal/gate.(*Book).IsListed\n"
        "shop/internal/web.(*Server).check.func1\n\n"
        "main.load waits too\n"
        "main.load\n"
    )
    assert stacks(text) == [
        (
            "sync.RWMutex.RLock",
            ["sync.(*RWMutex).RLock", "shop/internal/gate.(*Book).IsListed", "shop/internal/web.(*Server).check.func1"],
        )
    ]


def test_a_sign_for_what_was_left_out_stands_for_arguments():
    text = (
        "goroutine 7 [sync.Cond.Wait, 47 minutes]:    \u2190 since the pipe is full\n"
        "shop/pipe.(*Pipe).Write(0xc000012345, \u2026)   \u2190 the one above\n"
        "io.CopyBuffer({\u2026}, {\u2026, 0xc000012345}, \u2026)\n"
        "shop/desk.(*Desk).serve(\u2026)\n"
    )
    assert stacks(text) == [("sync.Cond.Wait", ["shop/pipe.(*Pipe).Write", "io.CopyBuffer", "shop/desk.(*Desk).serve"])]


@pytest.mark.parametrize("line", ["main.go", "see below", "lib.c", "https://shop.example/a.b"])
def test_other_words_below_a_header_are_no_calls(line):
    assert stacks(f"goroutine 7 [chan receive]:\n{line}\nmain.run(0x1)\n\t/src/main.go:7 +0x1d\n") == [
        ("chan receive", ["main.run"])
    ]


def test_a_name_with_its_place_below_is_a_call_with_a_place():
    (reading,) = GoroutineDumpReader().read(
        "goroutine 7 [chan receive]:\nshop/feed.(*Hub).wait\n\t/src/feed/hub.go:7 +0x1d\n", DEFAULT_LIMITS
    )
    (frame,) = reading.content.groups[0].frames
    assert (frame.function, frame.file, frame.line) == ("shop/feed.(*Hub).wait", "/src/feed/hub.go", 7)


def test_a_name_with_its_place_behind_is_a_call_with_a_place_and_a_remark_after_it_is_none():
    (reading,) = GoroutineDumpReader().read(
        "goroutine 7 [sync.WaitGroup.Wait, 9 minutes]:\n"
        "  shop.(*Desk).copyAll     desk.go:72\n"
        "  shop/web.(*Server).serve web/server.go:9   (after the copy)\n"
        "goroutine 8 [select, 9 minutes]:\n"
        "  shop.(*Desk).copyLines   desk.go:82\n",
        DEFAULT_LIMITS,
    )
    frames = {group.state: group.frames for group in reading.content.groups}
    assert {state: [(frame.function, frame.file, frame.line) for frame in each] for state, each in frames.items()} == {
        "sync.WaitGroup.Wait": [
            ("shop.(*Desk).copyAll", "desk.go", 72),
            ("shop/web.(*Server).serve", "web/server.go", 9),
        ],
        "select": [("shop.(*Desk).copyLines", "desk.go", 82)],
    }


def test_a_name_with_a_place_behind_is_none_after_other_words():
    assert stacks("goroutine 7 [select]:\nsee also\nshop.run main.go:7\nmain.run(0x1)\n\t/src/main.go:7 +0x1d\n") == [
        ("select", ["main.run"])
    ]


def test_a_leak_check_whose_numbers_were_left_out_is_read():
    assert stacks(
        "found unexpected goroutines:\n"
        "[Goroutine N in state chan send, with shop.(*Desk).post.func1 on top of the stack:\n"
        "shop.(*Desk).post.func1()\n\t/src/desk.go:33 +0xOFFSET\n"
        "created by shop.(*Desk).post in goroutine N\n\t/src/desk.go:28 +0xOFFSET\n]\n"
    ) == [("chan send", ["shop.(*Desk).post.func1"])]


TWO = (
    "goroutine 7 [IO wait, 57 minutes]:\nshop/desk.(*Desk).write(...)\n{place}\ngoroutine 8 [select]:\nshop.run(...)\n"
)
WHOLE = (
    "goroutine 9 [chan send]:\nshop.send(0xc0001)\n\t/src/send.go:7 +0x1d\n"
    "created by main.main\n\t/src/main.go:5 +0x1d\n\n"
)


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        (TWO.format(place=""), False),
        (TWO.format(place="\t/src/desk.go:7 +0x1d\n"), True),
        (WHOLE + TWO.format(place=""), True),
        ("goroutine 7 [IO wait, 57 minutes]:\nshop/desk.(*Desk).write(...)\n", True),
    ],
    ids=["no places", "one with its place", "one as Go prints it", "a single one"],
)
def test_calls_without_places_are_the_end_of_a_torn_dump_only_where_others_have_them(text, torn):
    (reading,) = GoroutineDumpReader().read(text, DEFAULT_LIMITS)
    assert reading.content.ends_torn is torn
