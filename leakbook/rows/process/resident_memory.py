"""Memory of the process as the system counts it, and what of it Go's runtime does not account for.

Go's profiles show Go's heap alone. Memory of cgo, of mapped files or of another allocator is resident all the same, and
when only that grows every heap profile looks healthy until the limit is met.
"""

from __future__ import annotations

from typing import Any

from ...evidence.metrics.names import RESIDENT
from ..statistics.trend import Trend
from .series import Figure, ProcessFigures
from .traced_heap import MEGABYTE


def resident_features(figures: ProcessFigures | None, *, is_alone: bool) -> dict[str, Any]:
    """The features of resident memory of a process row; None where nothing measures them.

    `is_alone`: nothing measures what of it is Go's heap.
    """
    resident = figures.get(RESIDENT) if figures else None
    rss = resident.last if resident else None
    climb, outside = _trend(resident), outside_go(figures)
    beyond = _trend(outside)
    return {
        "rss": None if rss is None else round(rss),
        "rss_per_minute": climb.per_minute if climb and resident and resident.has_pace else None,
        "rss_trend": None if climb is None else climb.climbs,
        "rss_alone_trend": climb.climbs if climb is not None and is_alone else None,
        "rss_watched": resident.minutes if resident else None,
        "rss_growth_ratio": None if climb is None else climb.growth_ratio,
        "rss_outside_heap": outside.last / rss if outside is not None and rss else None,
        "outside_go_trend": None if beyond is None else beyond.climbs,
        "outside_go_plateau": None if beyond is None else beyond.levelled,
        "outside_go_growth_ratio": None if beyond is None else beyond.growth_ratio,
        "outside_go_per_minute": beyond.per_minute if beyond and outside and outside.has_pace else None,
    }


def outside_go(figures: ProcessFigures | None) -> Figure | None:
    """Resident bytes beyond what the runtime obtained and did not give back; 0 when it claims more than is resident.

    Sys less HeapReleased is an upper bound of Go's part (some of it was never touched), so this is a lower one. Only
    moments at which all three were taken count; None when there are none.
    """
    if figures is None:
        return None
    found = [figures.get(name) for name in (RESIDENT, "go_memstats_sys_bytes", "go_memstats_heap_released_bytes")]
    known = [figure for figure in found if figure is not None]
    if len(known) < len(found):
        return None
    resident, obtained, released = (dict(figure.points) for figure in known)
    points = tuple(
        (at, max(0.0, value - (obtained[at] - released[at])))
        for at, value in resident.items()
        if at in obtained and at in released
    )
    return Figure(points=points, timed=known[0].timed) if points else None


def _trend(figure: Figure | None) -> Trend | None:
    """The trend of resident memory; the runtime gives memory back and takes it in steps of several megabytes."""
    return figure.trend(resolution=2 * MEGABYTE) if figure else None
