"""Does a group of goroutines grow, and how sure is that?

Goroutines under way come and go: between two moments a steady group differs by about the square root of its size. A
pile-up only gains: the goroutines of the first moment are all still there in the last.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupGrowth:
    """Gain of a group over a series. `per_minute` is None when capture times are unknown."""

    gained: int
    per_minute: float | None
    certainty: float
    levels_off: float | None


def growth_of(counts: Sequence[int], *, minutes: Sequence[float | None], stayed: float | None) -> GroupGrowth | None:
    """Growth over the moments, None with a single one; `minutes` of each moment since the first.

    `stayed` (see `group_ages.stayed`) replaces the noise estimate where known: gains on top of members that all stay
    are arrivals without departures.
    """
    if len(counts) < 2:
        return None
    gained = counts[-1] - counts[0]
    span = minutes[-1]
    return GroupGrowth(
        gained=gained,
        per_minute=gained / span if span else None,
        certainty=round(_certainty(counts, gained, stayed), 4),
        levels_off=levels_off(counts, minutes),
    )


def levels_off(figures: Sequence[float], minutes: Sequence[float | None]) -> float | None:
    """With three or more moments: 1 when the last step gained nothing, 0 when it gained as fast as the fastest.

    Steps are rates where all times are known. None when nothing was gained before the last step.
    """
    if len(figures) < 3:
        return None
    spans: list[float] = [1.0] * (len(figures) - 1)
    known = [value for value in minutes if value is not None]
    if len(known) == len(figures) and all(after > before for before, after in pairwise(known)):
        spans = [after - before for before, after in pairwise(known)]
    rates = [(after - before) / span for (before, after), span in zip(pairwise(figures), spans, strict=True)]
    fastest = max(rates[:-1])
    if fastest <= 0:
        return None
    return round(1 - max(0.0, min(1.0, rates[-1] / fastest)), 3)


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
    drops = sum(max(0, before - after) for before, after in pairwise(counts))
    return sure * (1 - min(1.0, drops / (gained + drops)))
