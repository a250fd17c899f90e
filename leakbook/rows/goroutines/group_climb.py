"""What the process tells of its goroutine groups: a count that climbs, by what piles up in one of them.

Two or three dumps of a group whose members also come and go cannot tell a queue that grows from work under way; a
series of scrapes can, and the dumps say where what it gained stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..process.model import ProcessRow
from .group_model import GoroutineGroupRow

MOST: Final = 0.6
"""Part of what all growing groups gained from which the climb is one group's in full."""


def with_climb(rows: Sequence[GoroutineGroupRow], process: ProcessRow) -> tuple[GoroutineGroupRow, ...]:
    """The rows with what the count of goroutines says of them, where its trend was measured beside several dumps."""
    trend = process.goroutines_trend
    gained = sum(row.growth for row in rows if row.growth is not None and row.growth > 0)
    if trend is None or gained <= 0:
        return tuple(rows)
    return tuple(_told(row, trend * min(1.0, row.growth / gained / MOST)) if row.growth else row for row in rows)


def _told(row: GoroutineGroupRow, climbs: float) -> GoroutineGroupRow:
    """The finer series is as good a witness of the group's growth as the dumps are; who shrank takes no part."""
    if climbs <= 0:
        return row
    return replace(row, count_climbs=climbs, growth_certainty=max(row.growth_certainty or 0.0, climbs))
