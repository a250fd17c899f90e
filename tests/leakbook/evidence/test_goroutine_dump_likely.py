"""Goroutines told by their known text are those that comparing their lines tells."""

from __future__ import annotations

import random

import pytest

from leakbook.evidence.dump.likely import LikelyStack, LikelyStacks
from leakbook.evidence.dump.reader import read_blocks
from leakbook.evidence.dump.stacks import StackParser
from leakbook.limits import DEFAULT_LIMITS

STACKS = (
    ("chan send", ("main.leak", "main.run"), " in goroutine "),
    ("chan send", ("main.leak", "main.run.func1"), " in goroutine "),
    ("chan send", ("main.leak", "main.run.func12"), " in goroutine "),
    ("select", ("main.leak", "main.run"), ".func1 in goroutine "),
    ("select", ("main.leak", "main.run"), ""),
    ("sync.Mutex.Lock", ("sync.runtime_SemacquireMutex", "sync.(*Mutex).lockSlow", "main.run"), " in goroutine "),
)


def goroutine(number: int, chance: random.Random) -> str:
    state, calls, creator = chance.choice(STACKS)
    minutes = chance.choice(("", ", 2 minutes", ", 3 minutes"))
    lines = [f"goroutine {number} [{state}{minutes}]:"]
    for depth, call in enumerate(calls):
        arguments = chance.choice(("0x0?, 0x1", "0x0?, 0x1", f"0x{number:x}, 0x1", "..."))
        lines += [f"{call}({arguments})", f"\t/src/main.go:{17 + depth} +0x1d"]
    by = f"{chance.choice((1, 1, number))}" if creator.endswith(" ") else ""
    return "\n".join([*lines, f"created by main.start{creator}{by}", "\t/src/main.go:31 +0x9f"])


def damaged(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(("", lines[at][:-1], f"{lines[at]}7", f"{lines[at]} ", f"\t{lines[at]}"))
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("between", ["\n\n", "\n\n\n", "\n"])
def test_known_text_tells_what_the_lines_tell(seed, between, monkeypatch):
    chance = random.Random(seed)
    printed = [goroutine(number, chance) for number in chance.sample(range(2, 900), 400)]
    printed = [damaged(text, chance) if chance.random() < 0.02 else text for text in printed]
    content = between.join(printed).encode()
    known = read_blocks([content], DEFAULT_LIMITS)
    monkeypatch.setattr(LikelyStacks, "take", lambda _stacks, _text, at, _stop: at)
    assert known == read_blocks([content], DEFAULT_LIMITS)


@pytest.mark.parametrize("met", range(1, 9))
def test_a_known_stack_with_a_line_without_its_place_is_none(met):
    printed = [f"goroutine {number} [select]:\nmain.f(0x{number:x})\n\t/a.go:1 +0x1" for number in range(2, 12)]
    printed[met] += "\ncreated by main.start in goroutine 1"
    [snapshot] = [reading.content for reading in read_blocks(["\n\n".join(printed).encode()], DEFAULT_LIMITS) or ()]
    assert [(group.created_by is None, group.count) for group in snapshot.groups] == [(True, 9), (False, 1)]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("main.f(0x1)\n\t/a.go:1 +0x1\ncreated by main.s in goroutine 1\n\t/a.go:9 +0x2", True),
        ("main.f(0x2)\n\t/a.go:1 +0x1\ncreated by main.s in goroutine 81\n\t/a.go:9 +0x2", True),
        ("main.f(0x1)\n\t/a.go:1 +0x1\ncreated by main.s in goroutine 1\n\t/a.go:9 +0x22", False),
        ("main.f(0x1)\n\t/a.go:1 +0x12\ncreated by main.s in goroutine 1\n\t/a.go:9 +0x2", False),
        ("main.f.func1(0x1)\n\t/a.go:1 +0x1\ncreated by main.s in goroutine 1\n\t/a.go:9 +0x2", False),
        ("main.f(0x1)\n\n\t/a.go:1 +0x1\ncreated by main.s in goroutine 1\n\t/a.go:9 +0x2", False),
        ("main.f(0x1)\n\t/a.go:1 +0x1\ncreated by main.s in goroutine 1\n\t/a.go:9 +0x2\nmain.g()", False),
    ],
)
def test_a_goroutine_of_the_stack_ends_where_another_begins(text, fits):
    calls = [b"main.f(0x1)", b"created by main.s in goroutine 1"]
    places = [b"\t/a.go:1 +0x1", b"\t/a.go:9 +0x2"]
    stack = StackParser({}).parse(calls, places)
    others = [b"main.f(0x1)", b"created by main.s in goroutine 2"]
    whole = f"goroutine 7 [select]:\n{text}\n\ngoroutine 8 [".encode()
    end = LikelyStack(stack, calls, others, places).end_in(whole, whole.index(b"\n"))
    assert end == (whole.rindex(b"goroutine ") if fits else -1)
