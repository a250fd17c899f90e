"""Which goroutines belong to connections that live, by who reads from the network beside them.

A connection is often served by several goroutines: one that reads, started by whoever accepts or dials, and others that
write, repeat or ping. As long as the reader reads, the others have to be there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...evidence.model import GoroutineGroup
from ...evidence.names import is_application
from ..listeners import accepts
from .living_starters import LivingStarters, living_starters

_Features = Mapping[str, Any]

ENOUGH = 0.7
"""Readers for each goroutine beside them: a few connections are opening or closing just now."""

CERTAIN = 0.9
"""How surely a group has grown, from which those whom nobody reads for may be all that it has grown by."""

FEW_ALONE = 5
"""Goroutines without a reader that are no more than connections that close just now."""


def readers_by_creator(described: Sequence[_Features]) -> dict[str, Counter[str]]:
    """Goroutines in IO wait by the function that started them and by what they were started with.

    A handler that reads itself counts for its own name.
    """
    readers: dict[str, Counter[str]] = defaultdict(Counter)
    for one in described:
        if one["state"] == "IO wait":
            for function in {one["created_by"] or "", *one["stack"]} - {""}:
                readers[function][_started_with(one)] += one["count"]
    return readers


def has_reader(one: _Features, readers: Mapping[str, Counter[str]], *, served: Callable[[], int]) -> bool | None:
    """Whether the same functions started about as many goroutines that read, or so many are `served` by one.

    Who was started with the same function reads for itself: an idle connection's goroutine beside the handler of
    another connection, both `net/http.(*conn).serve`. Where a group has grown by about those whom nobody reads for,
    they are what is left of connections that ended beside many that live.
    """
    if one["created_by"] is None or one["state"] == "IO wait":
        return None
    those, count = readers.get(one["created_by"]), one["count"]
    reading = those.total() - those[_started_with(one)] if those else 0
    beside = reading if reading >= ENOUGH * count else served()
    return bool(beside >= ENOUGH * count) and not _left_behind(one, count - beside)


def _left_behind(one: _Features, alone: int) -> bool:
    grew = one["growth"] or 0
    return grew > 0 and (one["growth_certainty"] or 0.0) >= CERTAIN and alone >= max(FEW_ALONE, ENOUGH * grew)


def _started_with(one: _Features) -> str:
    return one["stack"][-1] if one["stack"] else ""


@dataclass(frozen=True, slots=True)
class Readers:
    """Goroutines of the program that read from a connection or a pipe just now."""

    numbers: frozenset[int]
    in_order: tuple[int, ...]
    """The same, ascending."""
    by_starter: Mapping[int, int]
    """How many of them each goroutine started."""
    total: int
    """How many there are: of a large group only some numbers are kept, those of its oldest."""
    living: LivingStarters

    def serving(self, groups: Sequence[GoroutineGroup]) -> int:
        """How many members have one: who started it, alone, or one that the same goroutine started."""
        return max(self.living.serving(groups), self._serving(groups))

    def _serving(self, groups: Sequence[GoroutineGroup]) -> int:
        if not self.numbers and not self.by_starter:
            return 0
        creators = Counter([member.created_in for group in groups for member in group.members])
        if None in creators:
            numbers = sorted(number for group in groups for number in group.ids)
            served, looked_at = self._stand_beside(numbers), len(numbers)
        else:
            own = len(self.numbers & creators.keys())
            beside = sum(min(members, self.by_starter.get(number or 0, 0)) for number, members in creators.items())
            served, looked_at = max(own, beside), creators.total()
        return min(self.total, round(served * _count(groups) / max(1, looked_at)))

    def _stand_beside(self, members: Sequence[int]) -> int:
        """Before Go 1.21 no creator is numbered, but what one call starts is numbered in a row."""
        taken = beside = 0
        for number in members:
            near = max(taken, bisect_left(self.in_order, number - BESIDE))
            if near < len(self.in_order) and self.in_order[near] <= number + BESIDE:
                taken = near + 1
                beside += 1
        return beside


def _count(groups: Sequence[GoroutineGroup]) -> int:
    return sum(group.count for group in groups)


BESIDE = 4
"""Goroutine numbers between those that one call starts for a connection."""


def program_readers(groups: Sequence[GoroutineGroup], main_modules: tuple[str, ...]) -> Readers:
    """Who reads, in code of the program.

    A server's loop in a library starts a handler for each request and reads on meanwhile: it is no sign that the
    handler has to be there, unless it was started by whoever started the handler, and lives. What waits for a
    listener's next connection reads none.
    """
    waiting = [
        group
        for group in groups
        if group.state == "IO wait" and not accepts([frame.function for frame in group.frames])
    ]
    reading = [group for group in waiting if any(is_application(frame, main_modules) for frame in group.frames)]
    started = Counter([m.created_in for group in reading for m in group.members if m.created_in is not None])
    numbers = frozenset(number for group in reading for number in group.ids)
    return Readers(numbers, tuple(sorted(numbers)), started, _count(reading), living_starters(groups, waiting))


def pumps_by_creator(described: Sequence[_Features]) -> dict[str, int]:
    """Goroutines that rest in a select, a receive or on a queue's condition by the function that started them.

    `writeLoop -> sync.(*Cond).Wait`, of whatever closure, waits for its client's queue; a receive inside a call may
    wait for an answer instead.
    """
    pumps: dict[str, int] = {}
    for one in described:
        rests = one["state"] in {"select", "chan receive"} and not one["inside_call"]
        if one["created_by"] and (rests or one["state"] == "sync.Cond.Wait"):
            pumps[one["created_by"]] = pumps.get(one["created_by"], 0) + one["count"]
    return pumps


def has_writer(one: _Features, pumps: Mapping[str, int]) -> bool | None:
    """Of what reads: whether the same functions started about as many that rest and wait for a queue."""
    if one["created_by"] is None or one["state"] != "IO wait":
        return None
    return bool(pumps.get(one["created_by"], 0) >= ENOUGH * one["count"])


ALIKE = 0.2
"""Part by which the loops of as many connections differ in number: some are opening or closing just now."""


def loops_of_clients(described: Sequence[_Features]) -> tuple[int, ...]:
    """How many goroutines stand in each loop that a known library runs for a client, pool or other object."""
    return tuple(one["count"] for one in described if one["library_instance"])


def beside_client(one: _Features, loops: Sequence[int]) -> bool | None:
    """Of a stack that is cut off inside the standard library: whether as many loops of a client stand beside it."""
    if not one["cut_short"]:
        return None
    return any(abs(count - one["count"]) <= ALIKE * max(count, one["count"]) for count in loops)
