"""The collector's goal as if it had had the same room all along: GOGC may be set anew while the process runs.

The goal is the live heap times 1 + GOGC/100, so it jumps with GOGC as with the live heap. But from one collection to
the next there is allocated what lies between the two: live = goal - allocated / collections, whatever GOGC is. Forced
collections (each two minutes at rest, runtime.GC, `heap?gc=1`) come before the goal is reached: then live comes out
larger than HeapAlloc ever was, and tells nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from .series import Figure, ProcessFigures

JUMP: Final = 1.3
"""The goal over the one before, from which it may have been given another room; growth comes in smaller steps."""

_COLLECTIONS: Final = 4
"""Collections in a stretch from which what is allocated between two of them is known well enough."""


_ABOVE: Final = 1.1
"""What is kept over the lowest HeapAlloc, up to which both may be right: neither is read at one moment."""


class _Stretch(NamedTuple):
    """Neighbouring points without a jump; `kept` is the live heap that allocation tells, None where it does not."""

    points: Sequence[tuple[float, float]]
    goal: float
    kept: float | None


def with_one_room(goal: Figure, figures: ProcessFigures) -> Figure:
    """The goal with the points before a change of room as they would have been in the room of the newest ones."""
    total = figures.get("go_memstats_alloc_bytes_total", "go_memstats_total_alloc_bytes")
    count = figures.get("go_gc_duration_seconds_count")
    allocated = figures.get("go_memstats_heap_alloc_bytes", "go_memstats_alloc_bytes")
    if total is None or count is None or allocated is None:
        return goal
    beside = (dict(total.points), dict(count.points), dict(allocated.points))
    stretches = [_stretch(points, *beside) for points in _between_jumps(goal.points)]
    factor, points = 1.0, list(stretches[-1].points)
    for before, after in reversed(list(pairwise(stretches))):
        factor *= _change_of_room(before, after)
        points[:0] = [(at, value * factor) for at, value in before.points]
    return replace(goal, points=tuple(points)) if factor != 1.0 else goal


def _between_jumps(points: Sequence[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    stretches = [[points[0]]]
    for before, point in pairwise(points):
        if max(before[1], point[1]) > JUMP * min(before[1], point[1]):
            stretches.append([])
        stretches[-1].append(point)
    return stretches


def _stretch(
    points: Sequence[tuple[float, float]],
    total: Mapping[float, float],
    count: Mapping[float, float],
    allocated: Mapping[float, float],
) -> _Stretch:
    goal, (first, last) = median(value for _, value in points), (points[0][0], points[-1][0])
    if not {first, last} <= total.keys() & count.keys():
        return _Stretch(points, goal, None)
    collections = count[last] - count[first]
    kept = goal - (total[last] - total[first]) / collections if collections >= _COLLECTIONS else 0.0
    lowest = min((allocated[at] for at, _ in points if at in allocated), default=0.0)
    return _Stretch(points, goal, kept if 0 < kept < _ABOVE * lowest else None)


def _change_of_room(before: _Stretch, after: _Stretch) -> float:
    """By how much the room in the heap changed between two stretches; 1 where what is kept went along with the goal."""
    if before.kept is None or after.kept is None:
        return 1.0
    rise, kept = after.goal / before.goal, after.kept / before.kept
    told = kept < rise**0.5 if rise > 1 else kept > rise**0.5
    return rise / kept if told else 1.0
