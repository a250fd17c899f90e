"""All varints of a buffer at once, and cursors that walk many small protobuf messages in step.

Samples, locations, lines, functions and labels of a profile hold numbers and nothing else, so every byte of them
belongs to a varint: one pass over the buffer finds and decodes them all, tags and lengths included. A cursor a message
then goes from field to field, all messages one field at a time: three rounds for a real profile's samples, whatever
their number. Nearly always all messages are at the same field in a round, and what is asked of each then is asked once.
What does not fit raises `Odd`, and the caller has protobuf itself decode the messages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from ..columns import IntArray, offsets_of
from .tables import IdArray

_ROUNDS: Final = 64
"""Fields of one message walked before it counts as odd: lists longer than two are packed into one field."""

_LONGEST: Final = 10
"""Bytes of a 64-bit varint."""


class Odd(Exception):
    """The messages are not of the shape that can be decoded all at once; protobuf decides about them."""


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Fields met by the cursors: `tags[i]` of message `messages[i]` has the varints `starts[i]` to `ends[i]`.

    They stand in order of rounds, so that those of one message are in the order of its bytes.
    """

    tags: IntArray
    messages: IntArray
    starts: IntArray
    ends: IntArray

    def of(self, *tags: int) -> Pieces:
        """The pieces with one of the tags, message by message."""
        if len(self.tags) and int(self.tags[0]) in tags and (self.tags == self.tags[0]).all():
            return self.by_message()
        chosen = self.tags == tags[0]
        for tag in tags[1:]:
            chosen |= self.tags == tag
        return self._taken(chosen.nonzero()[0]).by_message()

    def by_message(self) -> Pieces:
        """The pieces, message by message."""
        if (self.messages[1:] >= self.messages[:-1]).all():
            return self
        return self._taken(np.argsort(self.messages, kind="stable"))

    def _taken(self, where: IntArray) -> Pieces:
        return Pieces(self.tags.take(where), self.messages.take(where), self.starts.take(where), self.ends.take(where))


def joined(rounds: Sequence[Pieces]) -> Pieces:
    """The pieces of all rounds, one round after the other."""
    if len(rounds) == 1:
        return rounds[0]
    if not rounds:
        none = np.zeros(0, dtype=np.int64)
        return Pieces(none, none, none, none)
    columns = [(one.tags, one.messages, one.starts, one.ends) for one in rounds]
    tags, messages, starts, ends = map(np.concatenate, zip(*columns, strict=True))
    return Pieces(tags, messages, starts, ends)


def of_rounds(rounds: Sequence[Pieces], *tags: int) -> Pieces:
    """`joined(rounds).of(*tags)`, where most rounds have one tag only: no column is made of all of them."""
    having = [one.of(*tags) for one in rounds]
    return joined([one for one in having if len(one.tags)]).by_message()


class Varints:
    """The varints of messages laid end to end."""

    def __init__(self, messages: Sequence[bytes], lengths: IntArray) -> None:
        """Find and decode those of messages of these lengths. Raises Odd for one that is cut or has over 64 bits."""
        self.buffer = np.frombuffer(b"".join(messages), dtype=np.uint8)
        final = self.buffer < 128
        self._ends = final.nonzero()[0]
        offsets = offsets_of(lengths)
        last = offsets[1:].compress(lengths > 0) - 1
        if not final.take(last).all():  # else a cut message would go on in the next
            raise Odd
        starts = np.empty_like(self._ends)
        if len(starts):
            starts[0] = 0
            starts[1:] = self._ends[:-1] + 1
        self.before = np.zeros(len(self.buffer) + 1, dtype=np.int32)
        """How many varints end before a byte."""
        final.cumsum(dtype=np.int32, out=self.before[1:])
        self.values = self._decode(starts)
        self.bounds = self.before.take(offsets)
        """Where, among the varints, each message starts."""

    def _decode(self, starts: IntArray) -> IdArray:
        """Nearly all are of one or two bytes: those are put together for every byte of the buffer, then picked."""
        if not len(starts):
            return np.zeros(0, dtype=np.uint64)
        low = (self.buffer & 127).astype(np.uint16)
        high = low[1:] << 7
        high *= self.buffer[:-1] > 127
        low[:-1] |= high
        values = low.take(starts).astype(np.uint64)
        more = (self._ends - starts > 1).nonzero()[0]
        for place in range(2, _LONGEST):
            if not len(more):
                return values
            byte = self.buffer.take(starts.take(more) + place)
            if place == _LONGEST - 1 and (byte > 1).any():
                raise Odd
            values[more] |= (byte & 127).astype(np.uint64) << np.uint64(7 * place)
            more = more.take((byte > 127).nonzero()[0])
        if len(more):
            raise Odd
        return values

    def rounds(self, starts: npt.NDArray[np.integer], ends: npt.NDArray[np.integer]) -> list[Pieces]:
        """Every field of the messages that lie between `starts` and `ends`, by rounds. Raises Odd."""
        cursors, stops = starts.astype(np.int64), ends.astype(np.int64)
        messages = (cursors < stops).nonzero()[0]
        if len(messages) < len(cursors):
            cursors, stops = cursors.take(messages), stops.take(messages)
        found: list[Pieces] = []
        for _ in range(_ROUNDS):
            if not len(messages):
                return found
            tags, first, following = self._fields(cursors, stops)
            found.append(Pieces(tags, messages, first, following))
            cursors, goes_on = following, following < stops
            if not goes_on.all():
                left = goes_on.nonzero()[0]
                messages, cursors, stops = messages.take(left), cursors.take(left), stops.take(left)
        raise Odd

    def walk(self, starts: npt.NDArray[np.integer], ends: npt.NDArray[np.integer]) -> Pieces:
        """The same, one round after the other."""
        return joined(self.rounds(starts, ends))

    def numbers(
        self, starts: npt.NDArray[np.integer], ends: npt.NDArray[np.integer], tags: Sequence[int]
    ) -> list[IdArray]:
        """Of messages of single numbers a column for each of the tags, see `column`. Raises Odd.

        At once where all have the same fields in the same order, as functions and labels have: rows of a table.
        """
        table = self._table(starts, ends)
        if table is None:
            pieces = self.walk_numbers(starts, ends)
            return [self.column(pieces, tag, len(starts)) for tag in tags]
        places = {tag: place for place, tag in enumerate(table[0, ::2].tolist())}
        return [
            table[:, 2 * places[tag] + 1].copy() if tag in places else np.zeros(len(table), dtype=np.uint64)
            for tag in tags
        ]

    def _table(self, starts: npt.NDArray[np.integer], ends: npt.NDArray[np.integer]) -> IdArray | None:
        """The messages' tags and numbers in turn, a row each; None where they differ in their tags."""
        width = int(ends[0] - starts[0]) if len(starts) else 0
        if not width or width & 1 or (ends - starts != width).any():
            return None
        if (starts[1:] == ends[:-1]).all():
            table = self.values[starts[0] : ends[-1]].reshape(-1, width)
        else:
            table = self.values.take(starts[:, np.newaxis] + np.arange(width))
        tags = table[0, ::2].tolist()
        if any(tag & 7 or not 8 <= tag < 2**32 for tag in tags) or (table[:, ::2] != table[0, ::2]).any():
            return None
        return table

    def walk_numbers(self, starts: npt.NDArray[np.integer], ends: npt.NDArray[np.integer]) -> Pieces:
        """As `walk`, at once where the messages hold single numbers only: tags and numbers stand in turn."""
        lengths = (ends - starts).astype(np.int64)
        if (lengths & 1).any():
            return self.walk(starts, ends)
        counts = lengths >> 1
        offsets = offsets_of(counts)
        places = np.repeat(starts - 2 * offsets[:-1], counts) + np.arange(0, 2 * int(offsets[-1]), 2)
        tags = self.values.take(places)
        if (tags & np.uint64(7)).any() or int(tags.min(initial=8)) < 8 or int(tags.max(initial=8)) >= 2**32:
            return self.walk(starts, ends)
        messages = np.repeat(np.arange(len(counts)), counts)
        return Pieces(tags.astype(np.int64), messages, places + 1, places + 2)

    def walk_nested(self, tag: int) -> tuple[Pieces, Pieces]:
        """Every field of all messages, and every field of those messages of numbers that stand in them under `tag`.

        At once where nothing else is in them: what opens an inner message is a tag and a number, too. Raises Odd.
        """
        inner = self._inner_pairs(tag)
        if inner is None:
            pieces = self.walk(self.bounds[:-1], self.bounds[1:])
            found = pieces.of(tag)
            return pieces, self.walk_numbers(found.starts, found.ends)
        opened, closed = inner
        tags = self.values[::2].astype(np.int64)
        messages = np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds) >> 1)
        starts = np.arange(1, len(self.values), 2)
        ends = starts + 1
        depth = np.zeros(len(tags) + 1, dtype=np.int8)
        depth[opened + 1] += 1
        depth[closed] -= 1
        is_inner = depth[:-1].cumsum(dtype=np.int8).view(np.bool_)
        outside, inside = (~is_inner).nonzero()[0], is_inner.nonzero()[0]
        starts[opened], ends[opened] = 2 * opened + 2, 2 * closed
        owners = np.repeat(np.arange(len(opened)), closed - opened - 1)
        return (
            Pieces(tags.take(outside), messages.take(outside), starts.take(outside), ends.take(outside)),
            Pieces(tags.take(inside), owners, starts.take(inside), ends.take(inside)),
        )

    def _inner_pairs(self, tag: int) -> tuple[IntArray, IntArray] | None:
        """Of each inner message the pair of tag and length that opens it, and the pair behind its last.

        None where something else than pairs of tag and number is in the messages.
        """
        tags, wire = self.values[::2], self.values[::2] & np.uint64(7)
        if (self.bounds & 1).any() or int(tags.min(initial=8)) < 8 or int(tags.max(initial=8)) >= 2**32:
            return None
        opened = (tags == np.uint64(tag)).nonzero()[0]
        lengths = self.values.take(2 * opened + 1)
        if np.count_nonzero(wire) != len(opened) or int(lengths.max(initial=0)) > len(self.buffer):
            return None
        closes = self._ends.take(2 * opened + 1) + 1 + lengths.astype(np.int64)
        if int(closes.max(initial=0)) > len(self.buffer) or (self.buffer.take(closes - 1) > 127).any():
            return None
        behind = self.before.take(closes)
        closed = behind >> 1
        stops = self.bounds.take(np.searchsorted(self.bounds, 2 * opened, side="right"))
        if (behind & 1).any() or (opened[1:] < closed[:-1]).any() or (behind > stops).any():
            return None
        return opened, closed

    def _fields(self, cursors: IntArray, stops: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        """Tags at the cursors, where the fields' varints begin, and where the next fields do."""
        if (cursors + 1 >= stops).any():
            raise Odd
        tags = self.values.take(cursors)
        least, greatest = int(tags.min()), int(tags.max())
        if least < 8 or greatest >= 2**32:
            raise Odd  # field 0
        first, following = cursors + 1, cursors + 2
        if least == greatest:
            if least & 5:
                raise Odd
            if least & 7 == 2:
                first, following = following, self._behind_list(cursors)
        else:
            wire = tags & np.uint64(7)
            if (wire & np.uint64(5)).any():
                raise Odd  # fixed-size numbers, groups
            is_list = (wire == 2).nonzero()[0]
            if len(is_list):
                first[is_list] += 1
                following[is_list] = self._behind_list(cursors.take(is_list))
        if (following > stops).any():
            raise Odd
        return tags.view(np.int64), first, following

    def _behind_list(self, cursors: IntArray) -> IntArray:
        """Of lists whose tags are at the cursors, where the field behind begins."""
        lengths = self.values.take(cursors + 1)
        if int(lengths.max()) > len(self.buffer):
            raise Odd
        closes = self._ends.take(cursors + 1) + 1 + lengths.astype(np.int64)
        if int(closes.max()) > len(self.buffer) or (self.buffer.take(closes - 1) > 127).any():
            raise Odd
        return self.before.take(closes).astype(np.int64)

    def run(self, pieces: Pieces, messages: int) -> tuple[IntArray, IdArray]:
        """A repeated field of numbers: where each message's begin, and the numbers. `pieces` is of that field."""
        lengths = pieces.ends - pieces.starts
        offsets = offsets_of(lengths)
        total = int(offsets[-1])
        places = np.repeat(pieces.starts - offsets[:-1], lengths) + np.arange(total)
        if len(lengths) == messages and _rises(pieces.messages):
            return offsets, self.values.take(places)
        counts = np.zeros(messages, dtype=np.int64)
        np.add.at(counts, pieces.messages, lengths)
        return offsets_of(counts), self.values.take(places)

    def column(self, pieces: Pieces, tag: int, messages: int) -> IdArray:
        """A single number for every message, 0 where the field is missing; the last of several counts."""
        column = np.zeros(messages, dtype=np.uint64)
        chosen = (pieces.tags == tag).nonzero()[0]
        column[pieces.messages.take(chosen)] = self.values.take(pieces.starts.take(chosen))
        return column


def _rises(numbers: IntArray) -> bool:
    return bool((numbers[1:] > numbers[:-1]).all())
