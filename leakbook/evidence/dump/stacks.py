"""The distinct stacks of a goroutine dump: what their lines say, and how later goroutines are told to have them.

A line says the same each time, so a call with the place under it is read once (`StackParser`), and so is the first
argument word of a call (`FirstWords`): stacks by the ten thousand are made of a few hundred different lines. Frames are
interned, so that stacks are compared by the identities of their frames: hashing a frame costs more than reading one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ..frames import Frame
from ..name_memory import remembered
from .groups import SYNC_OFFSETS, SYNC_STATES, Frames, Group, interned, is_semaphore, lock_calls
from .lines import (
    CREATED,
    LOWEST_RECEIVER,
    TYPE_ARGUMENTS,
    Header,
    is_symbol,
    read_place,
    symbol,
)

DIGITS: Final = 19
_CREATORS = 64
_KNOWN_LINES = 65_536
_ARGUMENTS = re.compile(rb"[0-9a-fA-Fx{}?_., ]*\)\s*$")
_FIRST_WORD = re.compile(rb"\{*(?:0x)?([0-9a-fA-F]{1,16})[,})]")
"""`dump.lines.first_word` on a call's line, tried where its arguments begin."""
_TYPE_ARGUMENTS: Final = TYPE_ARGUMENTS.encode()
_STALE: Final = ord("?")
"""What stands behind a word that may be stale: in most calls on a stack, each time another one."""
_LOCK_WORD = re.compile(rb"\{*0x([0-9a-f]{1,16})[,)}]")


@dataclass(slots=True, eq=False)
class Sink:
    """Counts goroutines with one stack and one header (all but the number), on their way into a group."""

    group: Group | None
    header: Header
    words: slice
    """Which calls are the group's frames: all but those cut from the leaf."""
    lock_places: tuple[tuple[int, int, int], ...]
    has_creators: bool
    """Whether the stack ends in `created by` lines with a number."""
    last_calls: set[bytes] = field(default_factory=set)
    """The distinct last lines met: the creators, where it has any."""
    numbers: list[int] = field(default_factory=list)
    waits_on: dict[tuple[bytes, ...], int] = field(default_factory=dict)
    """Goroutines by their calls that may print the lock's address."""
    opening: bytes = b""
    """The usual text of one that waits, from the end of its header's line to that of the outermost of these calls."""
    opening_calls: tuple[bytes, ...] = ()
    """These calls in it."""
    openings: int = 0
    """How much more often it was met than others."""
    counted: int = 0
    """Goroutines whose numbers the group has taken already."""

    def wait_on_lock(self, calls: Sequence[bytes]) -> None:
        """Count a goroutine that waits for a lock."""
        key = tuple([calls[position] for position, _, _ in self.lock_places])
        self.waits_on[key] = self.waits_on.get(key, 0) + 1

    def waits_as_usual(self, block: bytes, line_end: int) -> bool:
        """Count a goroutine that waits and has the usual text; False when it has not."""
        if not self.openings or not block.startswith(self.opening, line_end):
            return False
        self.openings += 1
        self.waits_on[self.opening_calls] = self.waits_on.get(self.opening_calls, 0) + 1
        return True

    def meet_unusual(self, lines: Sequence[bytes]) -> None:
        """Note how another goroutine that waits reads, from its calls and places: the majority's text is the usual."""
        if self.openings:
            self.openings -= 1
        elif self.lock_places:
            outermost = 2 * self.lock_places[0][0]
            self.opening = b"\n%b\n" % b"\n".join(lines[: outermost + 1])
            self.opening_calls = tuple([lines[2 * position] for position, _, _ in self.lock_places])
            self.openings = 1


@dataclass(slots=True, eq=False)
class KnownStack:
    """A distinct stack: what its call lines start with, and its sinks by header."""

    prefixes: tuple[bytes, ...]
    creator_line: bytes | None
    """The whole `created by` line where it does not end in a number."""
    numbered_creator: bool
    frames: tuple[Frame, ...]
    created_by: Frame | None
    alike: KnownStack | None = None
    """Another one with the same places."""
    again: int = 0
    """Times it was met again before."""
    sample: list[bytes] | None = None
    """Its calls in one goroutine, while another is waited for to compare them with."""
    creators: dict[bytes, int] = field(default_factory=dict)
    """Some whole `created by` lines that have been looked at, and their numbers: most goroutines of a stack have the
    same few."""
    sinks: dict[bytes, Sink] = field(default_factory=dict)

    def matches(self, calls: Sequence[bytes]) -> bool:
        """Whether these call lines name the same symbols; the number of lines is equal already."""
        return all(map(bytes.startswith, calls, self.prefixes)) and self.names_creator(calls)

    def names_creator(self, calls: Sequence[bytes]) -> bool:
        """Whether the creator's line ends where it should: `main.func1` is a prefix of `main.func12`."""
        if self.numbered_creator:
            number = calls[-1][len(self.prefixes[-1]) :]
            is_named = is_number(number)
            if is_named and len(self.creators) < _CREATORS:
                self.creators[calls[-1]] = int(number)
            return is_named
        return self.creator_line is None or self.creator_line == calls[-1]

    def created_in(self, calls: Sequence[bytes]) -> int | None:
        """The number that ends the creator's line, None where none does."""
        if not self.numbered_creator:
            return None
        known = self.creators.get(calls[-1])
        return int(calls[-1][len(self.prefixes[-1]) :]) if known is None else known


class FirstWords(dict[bytes, int | None]):
    """Call lines and the first argument word each prints, None where it prints none; read when first asked for."""

    def __missing__(self, call: bytes) -> int | None:
        """Read the line."""
        if len(self) >= _KNOWN_LINES:
            self.clear()
        word = None
        start = call.rfind(b"(") + 1
        if call[call.find(b",", start) - 1] != _STALE:  # of the only argument that is the one before `)`
            found = _FIRST_WORD.match(call, start)
            word = int(found[1], 16) if found is not None else None
            if word is not None and word < LOWEST_RECEIVER and _TYPE_ARGUMENTS in call:
                word = None
        self[call] = word
        return word


_Line = tuple[bytes, Frame, bool, bool]
"""A call or a creator with the place under it: what other lines of the same call start with, the frame, whether it is
a creator, and whether a number ends it."""


class _Lines(dict[tuple[bytes, bytes], _Line]):
    """Call lines with the places under them, read when first asked for. KeyError when one is not as Go prints it."""

    def __init__(self, frames: Frames) -> None:
        """Nothing read yet. All frames that come out are interned in `frames`."""
        super().__init__()
        self._interned = frames
        self._frames: dict[tuple[bytes, bytes, bool], Frame] = {}
        """(what stands before a call's arguments, its place's line, whether it is inlined) -> its frame."""

    def __missing__(self, key: tuple[bytes, bytes]) -> _Line:
        """Read the lines."""
        raw, place = key
        line: _Line | None = None
        prefix, opening, arguments = raw.rpartition(b"(")
        if raw.endswith(b")()"):
            pass
        elif _ARGUMENTS.match(arguments) is not None:
            frame = self._frame(prefix, place, is_inlined=arguments.startswith(b"..."))
            line = None if frame is None else (prefix + opening, frame, False, False)
        else:
            line = self._creator(raw, place)
        if line is None:
            raise KeyError(key)
        if len(self) >= _KNOWN_LINES:
            self.clear()
        self[key] = line
        return line

    def _frame(self, prefix: bytes, raw_place: bytes, *, is_inlined: bool) -> Frame | None:
        """The frame of a call and the place under it, None when they are none."""
        key = (prefix, raw_place, is_inlined)
        known = self._frames.get(key)
        if known is not None:
            return known
        read = _frame_in(*key)
        frame = None if read is None else interned(read, self._interned)
        if frame is not None:
            if len(self._frames) >= _KNOWN_LINES:
                self._frames.clear()
            self._frames[key] = frame
        return frame

    def _creator(self, raw: bytes, raw_place: bytes) -> _Line | None:
        """Who created the goroutine, None when the lines do not say."""
        place = read_place(raw_place.decode("utf-8", "replace").strip())
        found = CREATED.match(raw.decode("utf-8", "replace").strip())
        if place is None or found is None or not is_symbol(found["name"]):
            return None
        frame = interned(Frame(function=symbol(found["name"]), file=place[0], line=place[1]), self._interned)
        is_numbered = found["creator"] is not None
        prefix = raw[: raw.rfind(b" ") + 1] if is_numbered else raw
        if frame is None or (is_numbered and not is_number(raw[len(prefix) :])):
            return None
        return prefix, frame, True, is_numbered


@remembered(2**14)
def _frame_in(prefix: bytes, raw_place: bytes, inlined: bool) -> Frame | None:  # noqa: FBT001 - a cache's key
    """The frame of a call with the place under it: the dumps of one program, read one after the other, share them."""
    place = read_place(raw_place.decode("utf-8", "replace").strip())
    function = prefix.decode("utf-8", "replace").strip()
    if place is None or not is_symbol(function):
        return None
    return Frame(function=symbol(function), file=place[0], line=place[1], inlined=inlined)


class StackParser:
    """Reads stacks whose every line is as Go prints it."""

    def __init__(self, frames: Frames) -> None:
        """Nothing read yet. All frames that come out are interned in `frames`."""
        self._lines = _Lines(frames)

    def parse(self, calls: Sequence[bytes], places: Sequence[bytes]) -> KnownStack | None:
        """The stack of these lines, None when one of them is odd."""
        if not calls:
            return None
        try:
            lines = list(map(self._lines.__getitem__, zip(calls, places, strict=True)))
        except KeyError:
            return None
        prefixes, frames, are_creators, are_numbered = zip(*lines, strict=True)
        has_creator, is_numbered = are_creators[-1], are_numbered[-1]
        if True in are_creators[:-1]:
            return None
        return KnownStack(
            prefixes=prefixes,
            creator_line=calls[-1] if has_creator and not is_numbered else None,
            numbered_creator=is_numbered,
            frames=frames[:-1] if has_creator else frames,
            created_by=frames[-1] if has_creator else None,
        )


def is_number(written: bytes) -> bool:
    """Whether these are a goroutine's digits; Python refuses to read some thousands of them."""
    return written.isdigit() and len(written) <= DIGITS


def lock_places(state: str | None, stack: KnownStack) -> tuple[tuple[int, int, int], ...]:
    """For each call that may print the lock's address: its position, its prefix' length, the semaphore's offset."""
    if state not in SYNC_STATES:
        return ()
    functions = (_function(prefix) for prefix in stack.prefixes[: len(stack.frames)])
    offset = SYNC_OFFSETS.get(state or "", 0)
    return tuple(
        (position, len(stack.prefixes[position]), offset * is_semaphore(_function(stack.prefixes[position])))
        for position in lock_calls(state, functions)
        if not stack.frames[position].inlined
    )


def _function(prefix: bytes) -> str:
    """The symbol that a call's line begins with."""
    return prefix[:-1].decode("utf-8", "replace").strip()


def lock_word(places: Sequence[tuple[int, int, int]], calls: Sequence[bytes]) -> int | None:
    """The lock's address, from the first of these calls that prints it for certain."""
    for (_, prefix, offset), call in zip(places, calls, strict=True):
        found = _LOCK_WORD.match(call, prefix)
        if found is not None:
            return int(found[1], 16) - offset
    return None
