"""Ties the climb of the whole live heap to the sites that cause it.

That the heap climbs speaks for a site which carries the gain. It says nothing of one that gained a sampled object.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from .model import HeapSiteRow, ProcessRow

CARRIES: Final = 0.3
"""Part of the gain, or of the heap where only one moment was seen, from which the climb is a site's in full."""


def with_floor(rows: Sequence[HeapSiteRow], process: ProcessRow) -> tuple[HeapSiteRow, ...]:
    """The rows with `floor_climbs` set, where a trend of the live heap was measured."""
    trend = process.live_heap_trend
    if trend is None:
        return tuple(rows)
    return tuple(replace(row, floor_climbs=_climb(row, trend)) for row in rows)


def _climb(row: HeapSiteRow, trend: float) -> float | None:
    part = row.growth_share if row.growth is not None else row.share
    return None if part is None else round(trend * min(1.0, part / CARRIES), 3)
