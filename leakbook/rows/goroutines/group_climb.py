"""What the process tells of its goroutine groups: a count that climbs, by what piles up in one of them.

Two or three dumps of a group whose members also come and go cannot tell a queue that grows from work under way; a
series of scrapes can, and the dumps say where what it gained stands: if they were taken within it, by a gain that is as
large as the climb of the count over their time, and larger than coming and going make by themselves.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..moments import Moment
from ..process.series import Figure
from .group_model import GoroutineGroupRow

MOST: Final = 0.6
"""Part of the climb, and of what all growing groups gained, from which the climb is one group's in full."""

BURST: Final = 3.0
"""Times the climb over the time between the dumps, from which a gain is rather a burst than part of the climb."""

NOISE, BEYOND = 1.0, 3.0
"""Gain over what as many come and go by chance, up to which it is nothing, and from which it is a gain for sure."""

EDGE_MINUTES: Final = 1.0
"""How far outside the scrapes a dump may be taken: most are scraped at least once a minute."""


def climb_between(counted: Figure | None, moments: Sequence[Moment]) -> float | None:
    """Goroutines that the count gains by its slope in the time from the first dump to the last.

    None where the dumps were not taken while it was scraped, or where that is not known.
    """
    per_minute = counted.per_minute() if counted else None
    if counted is None or counted.origin is None or per_minute is None or len(moments) < 2:
        return None
    first, last = moments[0].capture.captured_at, moments[-1].capture.captured_at
    minutes = moments[-1].minutes
    if first is None or last is None or not minutes:
        return None
    start, end = ((at.timestamp() - counted.origin) / 60 for at in (first, last))
    if start < counted.points[0][0] - EDGE_MINUTES or end > counted.points[-1][0] + EDGE_MINUTES:
        return None
    return per_minute * minutes


def with_climb(
    rows: Sequence[GoroutineGroupRow], trend: float | None, climbed: float | None
) -> tuple[GoroutineGroupRow, ...]:
    """The rows with what the count of goroutines says of them.

    `trend` is how surely it climbs, `climbed` by how much over the time of the dumps, see `climb_between`; None where
    not measured.
    """
    if trend is None or climbed is None or climbed <= 0:
        return tuple(rows)
    gained = sum(row.growth for row in rows if row.growth is not None and row.growth > 0)
    return tuple(_told(row, trend, climbed, gained) if row.growth and row.growth > 0 else row for row in rows)


def _told(row: GoroutineGroupRow, trend: float, climbed: float, gained: float) -> GoroutineGroupRow:
    """The finer series is as good a witness of the group's growth as the dumps are."""
    growth = row.growth or 0.0
    part = min(1.0, growth / max(gained, climbed) / MOST) * min(1.0, BURST * climbed / growth)
    climbs = round(trend * part * _beyond_noise(row, growth), 3)
    return replace(row, count_climbs=climbs, growth_certainty=max(row.growth_certainty or 0.0, climbs))


def _beyond_noise(row: GoroutineGroupRow, growth: float) -> float:
    """0..1: how far the gain exceeds the square root of all who came and went, or might have."""
    now = row.count or 0
    before = now - growth
    there_still = (row.stayed or 0.0) * before
    noise = math.sqrt(max(1.0, before + now - 2 * there_still))
    return min(1.0, max(0.0, (growth / noise - NOISE) / (BEYOND - NOISE)))
