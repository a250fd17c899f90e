"""What the process tells of its heap sites: the climb of the whole live heap, the descriptors that grow.

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
    # Goroutines that pile up hold heap as well: as far as they climb, the climb cannot be put down to a site.
    trend *= 1 - (process.goroutines_trend or 0.0)
    return tuple(replace(row, floor_climbs=_climb(row, trend)) for row in rows)


def with_descriptors(rows: Sequence[HeapSiteRow], process: ProcessRow) -> tuple[HeapSiteRow, ...]:
    """The rows, streams whose sort was guessed from their buffers told by the descriptors that grow."""
    files, sockets = process.open_files_per_minute, process.open_sockets_per_minute
    if files is None or sockets is None or max(files, sockets) <= 0:
        return tuple(rows)
    sort = "socket" if sockets > files else "file"
    return tuple(replace(row, resource=sort, resource_guessed=None) if row.resource_guessed else row for row in rows)


def _climb(row: HeapSiteRow, trend: float) -> float | None:
    part = row.growth_share if row.growth is not None else row.share
    return None if part is None else round(trend * min(1.0, part / CARRIES), 3)
