"""The live heap by a gctrace: what each collection left over, finer than the whole megabytes that are printed.

With the default collector the goal of a cycle is what the one before left over times 1 + GOGC/100. Both are printed in
whole megabytes cut off: `22 MB` left over may be anything up to 23, but a goal of 45 MB for the next cycle says 22.5:

    gc 8 @80.802s 0%: … 42->42->22 MB, 44 MB goal, …
    gc 9 @97.028s 0%: … 44->44->24 MB, 45 MB goal, …        so collection 8 left 22.5 MB

Source: runtime/mgc.go (the printed line), runtime/mgcpacer.go (`heapGoalInternal`). From Go 1.18 on the goal has room
for stacks and globals too; under a memory limit it is lower. A figure that does not agree with the printed one is not
made finer.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ...evidence.model import Capture, GcCycle, GcTrace

MEGABYTE: Final = 2**20

_RATIOS: Final = (1.2, 6.0)
"""Goals over live heaps from GOGC=20 to GOGC=500; beyond, a goal tells no more than the figure itself."""

_LEAST_LIVE: Final = 4 * MEGABYTE
"""Below it the goal is the least one, 4 MB, whatever is live."""

_MOSTLY: Final = 0.75

_LEAST_STEP: Final = 0.75 * MEGABYTE
"""What a goal tells at best: what is allocated while a collection runs counts as live, even if dropped at once."""


def longest_run(captures: Sequence[Capture]) -> tuple[GcCycle, ...]:
    """The gctrace run to judge: the one with most cycles; the later of equals."""
    runs = [
        run
        for capture in captures
        if isinstance(capture.reading.content, GcTrace)
        for run in capture.reading.content.runs
    ]
    return max(reversed(runs), key=len, default=())


def live_after(run: Sequence[GcCycle]) -> tuple[list[float | None], float]:
    """Bytes left over by each cycle, None where they were not printed, and the step that they are rounded to."""
    printed: list[float | None] = [None if cycle.live_bytes is None else float(cycle.live_bytes) for cycle in run]
    ratio = _goal_ratio(run)
    if ratio is None:
        return printed, float(MEGABYTE)
    refined = 0
    for place, (cycle, later) in enumerate(pairwise(run)):
        finer = _by_goal(cycle, later, ratio)
        if finer is not None:
            printed[place] = finer
            refined += 1
    step = max(_LEAST_STEP, MEGABYTE / ratio)
    return printed, step if refined >= _MOSTLY * (len(run) - 1) else float(MEGABYTE)


def _goal_ratio(run: Sequence[GcCycle]) -> float | None:
    """Goals over what was left before, both taken at the middle of their megabyte; None where there is no such rule."""
    pairs = [
        (cycle.live_bytes + MEGABYTE / 2, later.goal_bytes + MEGABYTE / 2)
        for cycle, later in pairwise(run)
        if _follows(cycle, later) and cycle.live_bytes is not None and later.goal_bytes is not None
    ]
    if len({goal for _, goal in pairs}) < max(2, len({live for live, _ in pairs})):
        # A goal that takes fewer values than what it is to make finer follows something else, such as a memory limit.
        return None
    ratio = sum(goal for _, goal in pairs) / sum(live for live, _ in pairs)
    return ratio if _RATIOS[0] <= ratio <= _RATIOS[1] and _follow(pairs, ratio) else None


def _follow(pairs: Sequence[tuple[float, float]], ratio: float) -> bool:
    """Whether what is printed as one live heap never has goals further apart than one megabyte of it explains."""
    goals: dict[float, list[float]] = defaultdict(list)
    for live, goal in pairs:
        goals[live].append(goal)
    return all(max(found) - min(found) <= math.ceil(ratio) * MEGABYTE for found in goals.values())


def _follows(cycle: GcCycle, later: GcCycle) -> bool:
    return later.number == cycle.number + 1 and (cycle.live_bytes or 0) >= _LEAST_LIVE


def _by_goal(cycle: GcCycle, later: GcCycle, ratio: float) -> float | None:
    """The bytes that the next goal stands for, on the scale of the printed ones: cut off, so half a megabyte lower."""
    if not _follows(cycle, later) or cycle.live_bytes is None or later.goal_bytes is None:
        return None
    finer = (later.goal_bytes + MEGABYTE / 2) / ratio - MEGABYTE / 2
    if abs(finer - cycle.live_bytes) > MEGABYTE / 2 + MEGABYTE / ratio:
        return None
    # What is printed says which megabyte it lies in, whatever the ratio is off by.
    return min(max(finer, cycle.live_bytes - MEGABYTE / 2), cycle.live_bytes + MEGABYTE / 2)
