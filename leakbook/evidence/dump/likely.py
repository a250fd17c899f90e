"""Goroutines whose text is known: of a leak's thousands most read like one met before, some arguments apart.

::

    goroutine 4217 [chan send, 12 minutes]:
    main.leak(0xc000012345)
            /src/main.go:17 +0x1d
    created by main.start in goroutine 1
            /src/main.go:31 +0x9f

The text of a stack is pieces with arguments between them: `main.leak(`, `0xc000012345)`, the place and `created by
main.start in goroutine `, `1`, the place. A goroutine with the same pieces in this order, and no line end but theirs,
has the same places and symbols, and no line need be cut out to see that. Arguments that were the same twice mostly are
again: whole runs of pieces are compared at once, piece by piece where a run differs.

Which stack to try is guessed: the one that came after the last one before, then those with the same leaf.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, pairwise
from typing import Final

from .stacks import DIGITS, KnownStack, Sink

SEEN_NUMBERS: Final = 32_768
"""Goroutine numbers remembered, to see where another dump begins."""
_SAME_LEAF: Final = 8
"""Stacks tried for one leaf. More share one only in what parks all its goroutines in one place."""
_MOST_BYTES: Final = 8 * 2**20
"""Text kept of all stacks: some thousands of ordinary depth."""
NEXT_GOROUTINE: Final = b"\n\ngoroutine "
"""Where a goroutine ends and another follows."""

_HEADER: Final = b"goroutine "

Count = Callable[[Sink, KnownStack, int, Sequence[bytes]], None]
"""Counts a goroutine into a sink: its stack, its number, its call lines."""


class LikelyStack:
    """The text of a stack from the end of the header's line to the blank line before another goroutine."""

    __slots__ = ("creator", "ending", "leaf", "runs", "sinks", "stack")

    def __init__(
        self, stack: KnownStack, calls: Sequence[bytes], others: Sequence[bytes], places: Sequence[bytes]
    ) -> None:
        """`calls` and `others` are those of two goroutines: where they differ, arguments vary."""
        self.stack = stack
        self.sinks = stack.sinks
        self.leaf = places[0]
        self.creator = calls[-1]
        last = b"\n%b\n" % places[-1]
        self.ending = b"\n%b%b\n" % (self.creator, last) if stack.numbered_creator else None
        """The usual lines of who created it, where a number ends the first."""
        pieces = [b"\n%b" % stack.prefixes[0]]
        pieces += [b"\n%b\n%b" % lines for lines in zip(places[:-1], stack.prefixes[1:], strict=True)]
        arguments = [call[len(prefix) :] for call, prefix in zip(calls, stack.prefixes, strict=True)]
        if stack.creator_line is None:
            pieces.append(last)
        else:  # nothing may stand between
            pieces[-1] += last
            arguments.pop()
        varying = [at for at, (call, other) in enumerate(zip(calls, others, strict=True), start=1) if call != other]
        whole = [*chain.from_iterable(zip(pieces, [*arguments, b""], strict=True))]
        self.runs = tuple(
            (run := b"".join(whole[2 * start : 2 * end - 1]), len(run), tuple(pieces[start:end]))
            for start, end in pairwise((0, *varying, len(pieces)))
        )
        """Pieces up to arguments that vary, before them all their usual text and its length."""

    @property
    def size(self) -> int:
        """Bytes of the text kept."""
        return sum(2 * length for _, length, _ in self.runs)

    def end_in(self, text: bytes, at: int) -> int:
        """Where the goroutine ends whose header's line ends at `at`; -1 when it has not this stack."""
        for run, length, pieces in self.runs:
            if text.startswith(run, at):
                at = text.find(b"\n", at + length)
            else:
                for piece in pieces:
                    if not text.startswith(piece, at):
                        return -1
                    at = text.find(b"\n", at + len(piece))
        return at + 1 if text.startswith(NEXT_GOROUTINE, at - 1) else -1


class LikelyStacks:
    """The stacks met often, each with the one that came after it."""

    def __init__(self, seen: set[int], count: Count) -> None:
        """None yet. `seen` are the numbers met in the dump; `count` takes goroutines whose calls matter."""
        self._seen = seen
        self._count = count
        self._stacks: list[LikelyStack] = []
        self._followers: list[int] = []
        self._last = 0
        self._by_leaf: dict[bytes, list[int]] = {}
        self._bytes = 0

    def add(self, likely: LikelyStack) -> None:
        """Know one more, as long as there is room."""
        self._bytes += likely.size
        alike = self._by_leaf.setdefault(likely.leaf, [])
        if self._bytes < _MOST_BYTES and len(alike) < _SAME_LEAF:
            alike.append(len(self._stacks))
            self._followers.append(len(self._stacks))
            self._stacks.append(likely)

    def clear(self) -> None:
        """Forget all: their sinks are those of a dump that has ended."""
        self._stacks.clear()
        self._followers.clear()
        self._by_leaf.clear()
        self._last = self._bytes = 0

    def take(self, text: bytes, at: int, stop: int) -> int:
        """Count the goroutines between `at` and `stop`, up to one whose text is not known: that is where it returns."""
        if not self._stacks or not text.startswith(_HEADER, at):
            return at
        seen, stacks, followers = self._seen, self._stacks, self._followers
        while at < stop:
            line_end = text.find(b"\n", at)
            index = followers[self._last]
            end = stacks[index].end_in(text, line_end)
            if end < 0:
                index, end = self._guess(text, line_end)
            likely = stacks[index]
            number, _, tail = text[at + 10 : line_end].partition(b" [")
            sink = likely.sinks.get(tail)
            is_header = sink is not None and number.isdigit() and len(number) <= DIGITS
            if end < 0 or sink is None or not is_header or (goroutine := int(number)) in seen:
                break
            if likely.ending is not None:
                if text.endswith(likely.ending, at, end):
                    sink.last_calls.add(likely.creator)
                elif not _meet_creator(likely.stack, sink, text, end):
                    break
            if (sink.group is not None and goroutine < sink.group.members_below) or (
                sink.lock_places and not sink.waits_as_usual(text, line_end)
            ):
                lines = text[line_end + 1 : end - 2].split(b"\n")
                self._count(sink, likely.stack, goroutine, lines[::2])
                sink.meet_unusual(lines)
            else:
                if len(seen) < SEEN_NUMBERS:
                    seen.add(goroutine)
                sink.numbers.append(goroutine)
            self._last = index
            at = end
        return at

    def _guess(self, text: bytes, line_end: int) -> tuple[int, int]:
        """The first stack that fits among those with the leaf of the goroutine whose header ends there, and its end.

        From now on it follows the last one. The end is -1 when none fits.
        """
        place = text.find(b"\n", line_end + 1) + 1
        for index in self._by_leaf.get(text[place : text.find(b"\n", place)], ()):
            end = self._stacks[index].end_in(text, line_end)
            if end >= 0:
                self._followers[self._last] = index
                return index, end
        return self._last, -1


def _meet_creator(stack: KnownStack, sink: Sink, text: bytes, end: int) -> bool:
    """Note who created the goroutine that ends there; False when the line is no creator's with a number."""
    place = text.rfind(b"\n", 0, end - 2)
    line = text[text.rfind(b"\n", 0, place) + 1 : place]
    if line not in stack.creators and not stack.names_creator((line,)):
        return False
    sink.last_calls.add(line)
    return True
