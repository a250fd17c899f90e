"""What a heap profile tells of goroutines: how many descriptors the runtime has made, and what is gained beside each.

The runtime keeps the descriptor of a goroutine that has ended for the next one (runtime/proc.go, `gfput`), so between
two profiles it makes new ones only as far as more goroutines live at once than ever before: a pile-up, or a burst. What
a burst held is gone when it is over; what is gained in step with the descriptors is held by goroutines that stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from .site_model import HeapSiteRow

GOROUTINE: Final = "goroutine"
"""`HeapSiteRow.resource` of the descriptors."""

SURE: Final = 0.8
"""`growth_certainty` from which as many have surely been gained."""


def with_goroutines(rows: Sequence[HeapSiteRow]) -> tuple[HeapSiteRow, ...]:
    """The rows with `per_goroutine`, where more goroutines than before surely lived at once."""
    made = sum(_gained(row) for row in rows if row.resource == GOROUTINE)
    if made <= 0:
        return tuple(rows)
    return tuple(
        replace(row, per_goroutine=round(gained / made, 3))
        if row.resource != GOROUTINE and not row.is_runtime_cost and (gained := _gained(row)) > 0
        else row
        for row in rows
    )


def _gained(row: HeapSiteRow) -> float:
    """Objects surely gained, of the size that most of the bytes are in; 0 where not sure, or not known."""
    if not row.growth or not row.inuse or not row.entries or (row.growth_certainty or 0.0) < SURE:
        return 0.0
    return max(0.0, row.entries * row.growth / row.inuse)
