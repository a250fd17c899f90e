"""Stacks of a debug=1 page whose lines with counts and addresses were not pasted along."""

from __future__ import annotations

from collections import Counter

import pytest

from leakbook.evidence.model import GoroutineSnapshot
from leakbook.evidence.paste.clean import clean
from tests.leakbook.evidence.goroutine_pages import READER, SEND, read_one
from tests.leakbook.evidence.paste_damage import DAMAGES

UNCOUNTED = """there are masses of these two:

    #\t0x47ce94\tsync.runtime_Semacquire+0x24\t\t/usr/local/go/src/runtime/sema.go:56
    #\t0x48b9f1\tsync.(*WaitGroup).Wait+0x51\t\t/usr/local/go/src/sync/waitgroup.go:130
    #\t0x7d1a2f\tcorp.example/shop/desk.(*Desk).drain+0x8f\t/src/shop/desk/desk.go:61

    #\t0x4532d9\ttime.Sleep+0xf9\t\t/usr/local/go/src/runtime/time.go:59
    #\t0x7d1b41\tcorp.example/shop/desk.(*Desk).poll+0x31\t/src/shop/desk/desk.go:88
"""


def test_stacks_without_the_lines_of_their_counts_are_read_as_one_each() -> None:
    reading = read_one(clean(UNCOUNTED)[0])
    assert isinstance(reading.content, GoroutineSnapshot)
    told = {(group.state, group.frames[-1].function, group.count) for group in reading.content.groups}
    assert told == {
        ("sync.WaitGroup.Wait", "corp.example/shop/desk.(*Desk).drain", 1),
        ("sleep", "corp.example/shop/desk.(*Desk).poll", 1),
    }
    assert not reading.content.complete
    assert any("without their counts" in note for note in reading.notes)


SENT = "#\t0x7d1c4{}\tcorp.example/shop/post.(*Outbox).Push.func1+0x31\t/src/shop/post/outbox.go:99\n"
SENDS = "\n".join(map(SENT.format, range(3)))
LOOPS = SENT.format(7) + "#\t0x7d1c91\tcorp.example/shop/post.loop+0x11\t/src/shop/post/loop.go:12\n"


@pytest.mark.parametrize("text", [f"{UNCOUNTED}\n{SENDS}\n{LOOPS}", f"{LOOPS}\n{SENDS}\nand\n\n{UNCOUNTED}"])
@pytest.mark.parametrize("damage", ["trailing blanks", "double spaced", "quoted", "crlf"])
def test_a_blank_line_ends_a_stack_without_its_count_and_a_plain_function_begins_one(text: str, damage: str) -> None:
    for pasted in (text, DAMAGES[damage](text)):
        content = read_one(clean(pasted)[0]).content
        assert isinstance(content, GoroutineSnapshot)
        told = Counter({(group.state, len(group.frames)): group.count for group in content.groups})
        assert told == {("sync.WaitGroup.Wait", 3): 1, ("sleep", 2): 1, (None, 1): 3, (None, 2): 1}


def test_one_stack_pasted_twice_without_its_count_is_two_goroutines() -> None:
    (_, waits, _) = UNCOUNTED.split("\n\n")
    for between in ("\n", "\n\n"):
        (group,) = read_one(f"{waits}{between}{waits}").content.groups
        assert (group.count, len(group.frames)) == (2, 3)


def test_a_line_without_its_place_begins_no_stack_without_its_count() -> None:
    assert read_one(f"{UNCOUNTED}\n# 0x7d1c40 corp.example/shop/post.Push+0x31\n").content.total == 2


@pytest.mark.parametrize("head", ["heap profile: 1: 96 [1: 96] @ heap/1048576\n1: 96 [1: 96] @ 0x47ce94\n", SEND])
def test_frames_below_a_line_with_its_addresses_have_their_count(head: str) -> None:
    text = head + UNCOUNTED.partition("\n\n")[2]
    assert READER.recognises(text) is (head == SEND)
    if head == SEND:
        assert read_one(text).content.total == 7


def test_frames_of_allocations_are_no_goroutines() -> None:
    assert not READER.recognises("#\t0x7d1a2f\tcorp.example/shop/desk.(*Desk).drain+0x8f\t/src/shop/desk/desk.go:61\n")
