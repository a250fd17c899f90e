"""Does a figure climb by steps? An array that grows is copied into one a quarter larger or twice as large.

Between two such copies the live heap stands still, ever longer, and looks level: 26 MB for half a minute, 33 MB ever
since. Only a stillness that lasts twice as long as the one before it tells that there is no next step.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

STILL: Final = 1.05
"""Within this factor of its start a stretch stands still."""

STEP: Final = 1.15
"""A step of a quarter of an array that is most of the heap."""

LEAST_STEP: Final = 2.5 * 2**20
"""Bytes: gctrace prints whole megabytes."""

LONG: Final = 0.1
"""Part of the whole time that a stretch must last to be a stillness and no part of a climb."""


def climbs_by_steps(points: Sequence[tuple[float, float]]) -> bool:
    """Whether the last stillness of (minutes, bytes) points is a step above a long one, and not twice as long."""
    stretches: list[tuple[float, float, float]] = []
    for at, value in sorted(points):
        if stretches and value <= STILL * stretches[-1][2]:
            stretches[-1] = (stretches[-1][0], at, stretches[-1][2])
        else:
            stretches.append((at, at, value))
    if len(stretches) < 2:
        return False
    start, end, value = stretches[-1]
    before = max(stretches[:-1], key=lambda one: one[1] - one[0])
    stood = before[1] - before[0]
    is_step = value >= max(STEP * before[2], before[2] + LEAST_STEP)
    return is_step and stood >= LONG * (end - stretches[0][0]) and end - start < 2 * stood
