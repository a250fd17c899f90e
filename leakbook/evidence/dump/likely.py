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
again: whole runs of pieces are compared at once, piece by piece where a run differs. The last piece goes on into the
next goroutine's header, so that its end need not be searched for. Of a goroutine that is kept one by one, only the
lines with arguments that vary are cut out (`calls_in`); the others are those met before, whose words are known.

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
_HEADER_BYTES: Final = len(_HEADER)

Count = Callable[[Sink, KnownStack, int, Sequence[bytes]], None]
"""Counts a goroutine into a sink: its stack, its number, its call lines."""


class LikelyStack:
    """The text of a stack from the end of the header's line to the blank line before another goroutine."""

    __slots__ = ("calls", "closing", "ending", "follower", "leaf", "runs", "sinks", "stack", "varying")

    def __init__(
        self, stack: KnownStack, calls: Sequence[bytes], others: Sequence[bytes], places: Sequence[bytes]
    ) -> None:
        """`calls` and `others` are those of two goroutines: where they differ, arguments vary."""
        self.stack = stack
        self.sinks = stack.sinks
        self.leaf = places[0]
        self.calls = tuple(calls)
        """Its usual lines."""
        self.follower = self
        """The stack that came after this one the last time."""
        last = b"\n%b%b" % (places[-1], NEXT_GOROUTINE)
        self.ending = b"\n%b\n%b\n\n" % (calls[-1], places[-1]) if stack.numbered_creator else None
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
        self.varying = tuple([(at - 1, len(stack.prefixes[at - 1])) for at in varying])
        """Which calls have these arguments, and where in their lines."""
        runs = [
            (run := b"".join(whole[2 * start : 2 * end - 1]), len(run), tuple(pieces[start:end]))
            for start, end in pairwise((0, *varying, len(pieces)))
        ]
        self.runs = tuple(runs[:-1])
        """Pieces up to arguments that vary, before them all their usual text and its length."""
        self.closing = runs[-1]
        """The pieces behind them, up to the number of the next goroutine."""

    @property
    def size(self) -> int:
        """Bytes of the text kept."""
        return sum(2 * length for _, length, _ in (*self.runs, self.closing))

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
        run, length, pieces = self.closing
        if text.startswith(run, at):
            return at + length - _HEADER_BYTES
        for piece in pieces[:-1]:
            if not text.startswith(piece, at):
                return -1
            at = text.find(b"\n", at + len(piece))
        return at + len(pieces[-1]) - _HEADER_BYTES if text.startswith(pieces[-1], at) else -1

    def calls_in(self, text: bytes, at: int, end: int) -> Sequence[bytes]:
        """The call lines of the goroutine of this stack from `at` to `end`; usual ones are not cut out once more."""
        calls, place = list(self.calls), at
        for (run, length, _), (call, arguments) in zip(self.runs, self.varying, strict=True):
            if not text.startswith(run, place):
                return self.lines_in(text, at, end)[::2]
            start, place = place + length - arguments, text.find(b"\n", place + length)
            calls[call] = text[start:place]
        return calls if text.startswith(self.closing[0], place) else self.lines_in(text, at, end)[::2]

    @staticmethod
    def lines_in(text: bytes, at: int, end: int) -> list[bytes]:
        """The call lines and the places under them."""
        return text[at + 1 : end - 2].split(b"\n")


class LikelyStacks:
    """The stacks met often, each with the one that came after it."""

    def __init__(self, seen: set[int], count: Count) -> None:
        """None yet. `seen` are the numbers met in the dump; `count` takes goroutines whose calls matter."""
        self._seen = seen
        self._count = count
        self._last: LikelyStack | None = None
        self._by_leaf: dict[bytes, list[LikelyStack]] = {}
        self._bytes = 0

    def add(self, likely: LikelyStack) -> None:
        """Know one more, as long as there is room."""
        self._bytes += likely.size
        alike = self._by_leaf.setdefault(likely.leaf, [])
        if self._bytes < _MOST_BYTES and len(alike) < _SAME_LEAF:
            alike.append(likely)
            self._last = self._last or likely

    def clear(self) -> None:
        """Forget all: their sinks are those of a dump that has ended."""
        self._by_leaf.clear()
        self._last = None
        self._bytes = 0

    def take(self, text: bytes, at: int, stop: int) -> int:
        """Count the goroutines between `at` and `stop`, up to one whose text is not known: that is where it returns."""
        last, seen = self._last, self._seen
        if last is None or not text.startswith(_HEADER, at):
            return at
        while at < stop:
            line_end = text.find(b"\n", at)
            likely = last.follower
            end = likely.end_in(text, line_end)
            if end < 0:
                likely, end = self._guess(last, text, line_end)
            number, _, tail = text[at + _HEADER_BYTES : line_end].partition(b" [")
            sink = likely.sinks.get(tail)
            is_header = sink is not None and number.isdigit() and len(number) <= DIGITS
            if end < 0 or sink is None or not is_header or (goroutine := int(number)) in seen:
                break
            if likely.ending is not None:
                if text.endswith(likely.ending, at, end):
                    sink.last_calls.add(likely.calls[-1])
                elif not _meet_creator(likely.stack, sink, text, end):
                    break
            is_member = sink.group is not None and goroutine < sink.group.members_below
            if is_member or (sink.lock_places and not sink.waits_as_usual(text, line_end)):
                self._count_by_calls(likely, sink, goroutine, (text, line_end, end))
            else:
                if len(seen) < SEEN_NUMBERS:
                    seen.add(goroutine)
                sink.numbers.append(goroutine)
            last, at = likely, end
        self._last = last
        return at

    def _count_by_calls(self, likely: LikelyStack, sink: Sink, goroutine: int, stands: tuple[bytes, int, int]) -> None:
        """Count a goroutine whose calls matter; where in which text it stands, from the end of its header's line."""
        if not sink.lock_places:
            self._count(sink, likely.stack, goroutine, likely.calls_in(*stands))
            return
        lines = likely.lines_in(*stands)
        self._count(sink, likely.stack, goroutine, lines[::2])
        sink.meet_unusual(lines)

    def _guess(self, last: LikelyStack, text: bytes, line_end: int) -> tuple[LikelyStack, int]:
        """The first stack that fits among those with the leaf of the goroutine whose header ends there, and its end.

        From now on it follows the last one. The end is -1 when none fits.
        """
        place = text.find(b"\n", line_end + 1) + 1
        for likely in self._by_leaf.get(text[place : text.find(b"\n", place)], ()):
            end = likely.end_in(text, line_end)
            if end >= 0:
                last.follower = likely
                return likely, end
        return last, -1


def _meet_creator(stack: KnownStack, sink: Sink, text: bytes, end: int) -> bool:
    """Note who created the goroutine that ends there; False when the line is no creator's with a number."""
    place = text.rfind(b"\n", 0, end - 2)
    line = text[text.rfind(b"\n", 0, place) + 1 : place]
    if line not in stack.creators and not stack.names_creator((line,)):
        return False
    sink.last_calls.add(line)
    return True
