"""Does a group of goroutines grow, and how sure is that?

Goroutines under way come and go: between two moments a steady group differs by about the square root of its size. A
pile-up only gains: the goroutines of the first moment are all still there in the last.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..statistics.levels import levels_off, steadiness


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupGrowth:
    """Gain of a group over a series. `per_minute` is None when capture times are unknown."""

    gained: int
    per_minute: float | None
    certainty: float
    levels_off: float | None


LAST_LOOK_UNDATED = 0.72
"""`levels_off` at most where nothing tells how long after the one before the last look was taken: it may be seconds."""


def growth_of(
    counts: Sequence[int],
    *,
    minutes: Sequence[float | None],
    stayed: float | None,
    is_last_apart: bool = True,
) -> GroupGrowth | None:
    """Growth over the moments, None with a single one; `minutes` of each moment since the first.

    `stayed` (see `group_turnover`) replaces the noise estimate where known: gains on top of members that all stay
    are arrivals without departures. `is_last_apart`: see `Moment.is_shown_apart`, of the last.
    """
    if len(counts) < 2:
        return None
    gained = counts[-1] - counts[0]
    span = minutes[-1]
    shape = levels_off(counts, minutes)
    return GroupGrowth(
        gained=gained,
        per_minute=gained / span if span else None,
        certainty=round(_certainty(counts, gained, stayed), 4),
        levels_off=shape if shape is None or is_last_apart else min(shape, LAST_LOOK_UNDATED),
    )


def _normal_tail(z: float) -> float:
    """P(Z > z) of the standard normal distribution."""
    return 0.5 * math.erfc(z / math.sqrt(2))


def _certainty(counts: Sequence[int], gained: int, stayed: float | None) -> float:
    if gained <= 0:
        return 0.0
    noise = math.sqrt(counts[0] + counts[-1] + 1)
    sure = 1 - 2 * _normal_tail(gained / noise)
    if stayed is not None and counts[0] >= 3:
        if stayed >= 0.9:
            sure = max(sure, 1 - math.exp(-gained / 2.5))
        elif stayed < 0.5:
            sure *= 0.2 + stayed
    return sure * steadiness(counts)
