"""What goroutine numbers and waits tell about how a group came to be.

A pool is started in one burst by one goroutine; a pile-up grows all through the life of the process, one goroutine a
request. Goroutine numbers are handed out in order of creation (in batches of 16 a processor, runtime/proc.go), so they
date a goroutine even in a capture taken seconds after the start, when no header prints minutes yet.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from ..evidence.model import GoroutineGroup

MINIMUM_MEMBERS = 5
"""Below this many numbers or waits a spread says nothing."""


def _quantile(ordered: Sequence[int], part: float) -> int:
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def waits_of(groups: Sequence[GoroutineGroup]) -> list[int]:
    """Printed waits in minutes, one a goroutine, ascending; goroutines without a printed wait are left out."""
    found: list[int] = []
    for group in groups:
        for minutes, goroutines in group.waits:
            if minutes is not None:
                found.extend([minutes] * goroutines)
    return sorted(found)


def age_spread(waits: Sequence[int]) -> float | None:
    """0 when all waits began together, near 1 when they are spread evenly over the longest."""
    if len(waits) < MINIMUM_MEMBERS or waits[-1] < 2:
        return None
    return round((_quantile(waits, 0.9) - _quantile(waits, 0.1)) / waits[-1], 3)


def birth_spread(groups: Sequence[GoroutineGroup], newest_goroutine: int | None) -> float | None:
    """Part of the process's life, in goroutine numbers, over which the members were started.

    None when the numbers are dense (a burst that fills the whole range looks like a steady stream) or too few.
    """
    ids = sorted({number for group in groups for number in group.ids})
    if newest_goroutine is None or len(ids) < MINIMUM_MEMBERS or newest_goroutine < 2 * len(ids):
        return None
    span = _quantile(ids, 0.9) - _quantile(ids, 0.1)
    spread = span / newest_goroutine
    dense = span <= 1.6 * 0.8 * len(ids)
    if dense and spread > 0.25:
        return None
    return round(min(1.0, spread / 0.8), 3)


NEIGHBOURHOOD = 32
"""Goroutine numbers to either side that are looked at for neighbours; a processor takes numbers 16 at a time."""


def born_apart(groups: Sequence[GoroutineGroup], living: Sequence[int]) -> float | None:
    """Part of the members around whose number most other goroutines have ended; `living` are all numbers, ascending.

    A pool's burst lives on together: its numbers are dense, or, of a small pool started among work that ended, most of
    its members stand in one neighbourhood. A goroutine left behind by a request stands alone among the numbers of what
    ended. Where everything started is left behind, too, numbers are dense and this tells nothing.
    """
    ids = sorted({number for group in groups for number in group.ids})
    if len(ids) < MINIMUM_MEMBERS:
        return None
    alone = 0
    for number in ids:
        low, high = max(1, number - NEIGHBOURHOOD), min(living[-1], number + NEIGHBOURHOOD)
        is_crowded = _between(living, low, high) >= 0.5 * (high - low + 1)
        alone += not is_crowded and _between(ids, low, high) <= 0.5 * len(ids)
    return round(alone / len(ids), 3)


def _between(ordered: Sequence[int], low: int, high: int) -> int:
    return bisect_right(ordered, high) - bisect_left(ordered, low)


def spawners(groups: Sequence[GoroutineGroup]) -> float | None:
    """Distinct creating goroutines per member; needs the `in goroutine N` of Go 1.21."""
    members = sum(group.count for group in groups if group.created_in)
    distinct = {number for group in groups for number in group.created_in}
    if members < MINIMUM_MEMBERS or not distinct:
        return None
    return round(min(1.0, len(distinct) / members), 3)


def creator_returned(
    groups: Sequence[GoroutineGroup], stacks_by_goroutine: Mapping[int, frozenset[str]]
) -> float | None:
    """Part of the members whose creating goroutine is gone or no longer inside the function that started them.

    None when the dump does not print who created whom, or for children of goroutines that the evidence does not show.
    """
    left = known = 0
    for group in groups:
        if group.created_by is None:
            continue
        for member in group.members:
            if member.created_in is None:
                continue
            known += 1
            functions = stacks_by_goroutine.get(member.created_in)
            left += functions is None or group.created_by.function not in functions
    return round(left / known, 3) if known else None


def stayed(first: Sequence[GoroutineGroup], last: Sequence[GoroutineGroup]) -> float | None:
    """Part of the first moment's numbered goroutines that the last moment still shows on the same stack."""
    before = {number for group in first for number in group.ids}
    after = {number for group in last for number in group.ids}
    if not before or not after:
        return None
    return round(len(before & after) / len(before), 3)


def joined(first: Sequence[GoroutineGroup], last: Sequence[GoroutineGroup]) -> float | None:
    """Part of the last moment's numbered goroutines that the first lacked, where nearly all of the first stayed."""
    kept = stayed(first, last)
    if kept is None or kept < 0.9:
        return None
    before = {number for group in first for number in group.ids}
    after = {number for group in last for number in group.ids}
    return round(len(after - before) / len(after), 3)


def orphaned(groups: Sequence[GoroutineGroup], alive: Mapping[int, GoroutineGroup]) -> float | None:
    """Part of the members whose creating goroutine is no longer in the capture; needs the numbers of Go 1.21."""
    members = [member for group in groups for member in group.members if member.created_in is not None]
    if not members:
        return None
    return round(sum(member.created_in not in alive for member in members) / len(members), 3)


def is_woken(groups: Sequence[GoroutineGroup], newest_waiting: int | None) -> bool | None:
    """Whether the members are older than a minute and yet none waits for one: something wakes them again and again.

    `newest_waiting` is the highest number of a goroutine with a printed wait: lower numbers are at least as
    old as that wait. None when no wait is printed anywhere or the members are too young to tell.
    """
    ids = sorted(number for group in groups for number in group.ids)
    if newest_waiting is None or not ids or _quantile(ids, 0.5) >= newest_waiting:
        return None
    return not waits_of(groups)
