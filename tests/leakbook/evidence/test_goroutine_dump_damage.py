from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from leakbook.evidence.dump.reader import GoroutineDumpReader
from leakbook.evidence.paste.clean import clean
from leakbook.limits import DEFAULT_LIMITS
from tests.leakbook.evidence.paste_damage import DAMAGES

FIXTURES = Path(__file__).parents[2] / "fixtures" / "dumps"
CAPTURES = ("go1.19-waits.debug2.txt", "go1.27-waits.debug2.txt")


def groups_of(text: str) -> Counter[tuple[object, ...]]:
    cleaned, _ = clean(text)
    assert GoroutineDumpReader().recognises(cleaned)
    (reading,) = GoroutineDumpReader().read(cleaned, DEFAULT_LIMITS)
    return Counter(
        {
            (group.state, group.frames, group.created_by, group.unreachable, group.created_in): group.count
            for group in reading.content.groups
        }
    )


@pytest.mark.parametrize("name", DAMAGES)
@pytest.mark.parametrize("capture", CAPTURES)
def test_a_damaged_paste_gives_the_groups_of_the_dump(capture, name):
    text = (FIXTURES / capture).read_text()
    damaged = DAMAGES[name](text)
    assert damaged != text or name == "wrapped at 100"
    assert groups_of(damaged) == groups_of(text)


@pytest.mark.parametrize("capture", CAPTURES)
def test_a_clean_dump_is_left_as_it_is(capture):
    text = (FIXTURES / capture).read_text()
    cleaned, notes = clean(text)
    assert cleaned is text
    assert notes == ()


def test_a_remark_in_the_middle_of_a_call_line_break_is_joined():
    text = (
        "goroutine 9 [IO wait]:\n"
        "net/textproto.(*Reader).readLineSlice(0xc200081f90, 0xe004c4a9b,\n"
        "0x645920, ...)\n"
        "        /build/go/src/pkg/net/textproto/reader.go:55 +0x51\n"
    )
    (reading,) = GoroutineDumpReader().read(text, DEFAULT_LIMITS)
    assert [frame.line for frame in reading.content.groups[0].frames] == [55]
    assert reading.notes == ("1 line was wrapped and has been joined",)


def test_one_that_stands_for_many_may_have_its_number_left_out_and_its_places_behind_its_calls():
    text = (
        "goroutine NNNNN [chan send, 49 minutes]:\n"
        "runtime.chansend1(...) runtime/chan.go:161\n"
        "corp.example/shop/bus.(*Bus).read(...) bus.go:66\n"
        "created by corp.example/shop/bus.Open\n\t/src/shop/bus/bus.go:39\n"
    )
    ((state, frames, created_by, _, _),) = groups_of(text)
    assert (state, [(frame.function, frame.line) for frame in frames][-1]) == (
        "chan send",
        ("corp.example/shop/bus.(*Bus).read", 66),
    )
    assert created_by.function == "corp.example/shop/bus.Open"
