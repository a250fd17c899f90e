"""What the fast lane keeps of goroutines, and that its shortcuts change nothing."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakbook.evidence.dump import blocks
from leakbook.evidence.dump.groups import in_group_order
from leakbook.evidence.dump.lines import HEADER, headers_in
from leakbook.evidence.dump.reader import read_blocks
from leakbook.evidence.dump.tolerant import PasteReader
from leakbook.evidence.frames import Frame
from leakbook.evidence.model import GoroutineGroup
from leakbook.limits import DEFAULT_LIMITS


def goroutine(number: int, creator: int = 1, after: str = "") -> str:
    return (
        f"goroutine {number} [sync.Mutex.Lock, {number % 7 + 2} minutes]:\n"
        f"sync.(*Mutex).Lock(0xc0000{number % 5}0000)\n\t/go/src/sync/mutex.go:46 +0x5d\n"
        f"main.wait(0x{number + 4096:x}, 0x1)\n\t/src/main.go:{number % 3 + 10} +0x1d\n"
        f"created by main.start in goroutine {creator}{after}\n\t/src/main.go:31 +0x9f\n"
    )


def groups_of(text: str, limits=DEFAULT_LIMITS) -> tuple[GoroutineGroup, ...]:
    (reading,) = read_blocks([text.encode()], limits)
    return reading.content.groups


@pytest.mark.parametrize("broken", ["\t/src/main.go:10 +0x1\n", ""])
def test_frames_beyond_those_kept_of_a_stack_are_passed_over_and_its_end_is_read(broken, monkeypatch):
    fed = []
    feed = PasteReader.feed
    monkeypatch.setattr(PasteReader, "feed", lambda reader, line: (fed.append(line), feed(reader, line)))
    frames = "main.down(0x1)\n\t/src/main.go:17 +0x1d\n" * 50_000
    text = f"goroutine 7 [select]:\n{broken}{frames}created by main.start in goroutine 1\n\t/src/main.go:31 +0x9f\n"
    (reading,) = read_blocks([(text + "\n" + goroutine(8)).encode()], DEFAULT_LIMITS)
    deep = next(group for group in reading.content.groups if group.state == "select")
    assert len(fed) < 5_000
    assert (len(deep.frames), deep.created_by.function, deep.created_in) == (2_000, "main.start", (1,))
    assert len(reading.content.groups) == 2
    assert any("could not be read" in note for note in reading.notes)


@pytest.mark.parametrize("limit", [0, 1, 4, 64])
def test_the_members_kept_are_those_with_the_smallest_numbers(limit):
    numbers = random.Random(limit).sample(range(2, 1000), 600)
    limits = replace(DEFAULT_LIMITS, members_per_group=limit)
    for group in groups_of("\n".join(map(goroutine, numbers)), limits):
        assert [member.goroutine for member in group.members] == list(group.ids[:limit])
        assert all(member.first_words[1] == member.goroutine + 4096 for member in group.members)


@pytest.mark.parametrize("fold", [1, 2_000])
def test_taking_goroutines_into_their_groups_sooner_changes_nothing(fold, monkeypatch):
    text = "\n".join(goroutine(number, creator=number % 11) for number in range(2, 3000))
    limits = replace(DEFAULT_LIMITS, ids_per_group=100)
    whole = groups_of(text, limits)
    monkeypatch.setattr(blocks, "_FOLD_BYTES", fold)
    assert groups_of(text, limits) == whole
    assert sum(waiters for group in whole for _, waiters in group.lock_addresses) == 2998


def test_a_blank_after_the_creator_s_number_is_borne_with():
    (group,) = groups_of("\n".join(goroutine(number, after=" ") for number in (3, 6, 9)))
    assert (group.count, group.ids, group.created_in) == (3, (3, 6, 9), (1,))


@given(st.lists(st.sampled_from(["goroutine ", "7 [", "chan send", "]:", "\n", "in ", " [", "12", "gp=0x1 "])))
def test_headers_are_found_as_their_pattern_finds_them(pieces):
    text = "".join(pieces)
    assert [found.span() for found in headers_in(text)] == [found.span() for found in HEADER.finditer(text)]


@given(st.lists(st.tuples(st.integers(1, 2), st.lists(st.sampled_from("abc"), min_size=1, max_size=3)), max_size=12))
def test_the_order_of_groups_is_that_of_their_frames_whether_or_not_they_share_objects(drawn):
    groups = [
        GoroutineGroup(
            state=None,
            frames=tuple(Frame(function=f"main.{name}", file=None, line=None) for name in names),
            created_by=None,
            count=count,
        )
        for count, names in drawn
    ]
    ordered = in_group_order(groups)
    assert list(ordered) == sorted(groups, key=lambda g: (-g.count, [frame.function for frame in g.frames]))


SYMBOLS = ("main.f", "main.f.func1", "main.f.func12", "main.f.func1.2")
CALLS = st.lists(st.tuples(st.sampled_from(SYMBOLS), st.integers(1, 2)), min_size=1, max_size=4)
CREATORS = st.sampled_from([("main.start", None), ("main.start", 7), ("main.start.func1", 7)])


@given(st.lists(st.tuples(CALLS, CREATORS, st.booleans()), min_size=1, max_size=5), st.data())
def test_goroutines_with_places_in_common_are_told_apart_by_their_symbols(stacks, data):
    printed, expected = [], Counter()
    for number in range(2, 2 + data.draw(st.integers(1, 40))):
        calls, creator, waits = stacks[data.draw(st.integers(0, len(stacks) - 1))]
        lines = [f"goroutine {number} [{'select' if waits else 'chan send'}]:"]
        for symbol, line in calls:
            lines += [f"{symbol}(0x{number:x}, 0x1)", f"\t/src/main.go:{line} +0x1d"]
        by = "" if creator[1] is None else f" in goroutine {creator[1]}"
        lines += [f"created by {creator[0]}{by}", "\t/src/main.go:31 +0x9f"]
        printed.append("\n".join(lines))
        expected[waits, tuple(calls), creator[0]] += 1
    (reading,) = read_blocks(["\n\n".join(printed).encode()], DEFAULT_LIMITS)
    told = Counter()
    for group in reading.content.groups:
        calls = tuple((frame.function, frame.line) for frame in group.frames)
        told[group.state == "select", calls, group.created_by.function] += group.count
    assert told == expected
