"""What two scrapes tell of growth when the process's start is taken as a third moment.

Any two numbers may differ by load. But a process begins with next to nothing, and what leaks is gained at one pace from
then on: of 300 goroutines a minute after the start and 1,400 five minutes later, 220 a minute were gained between the
scrapes, which explains 220 of the first 300. The daily swing of a process that has run for weeks does not fit: at its
pace there would have been a multiple of what there was. More work a minute explains more of everything.
"""

from __future__ import annotations

from typing import Final

from ..statistics.trend import Trend, most_certain
from .series import Figure, ProcessFigures

LEAST_COUNT: Final = 25.0
"""Goroutines or descriptors that a process may gain for any reason."""

BASE: Final = (0.1, 0.25)
"""Least part of the first figure that the pace must explain; the rest was there from the start."""

TOO_FAST: Final = (3.0, 6.0)
"""At so many times the pace since the start it is a swing, or begun by something that happened between."""

MULTIPLE: Final = (1.25, 2.0)
"""Last figure over first, from which load that came and went in between does not explain it."""


def age_of(figures: ProcessFigures | None) -> float | None:
    """Minutes from the start of the process to the newest figure; None where the start was not measured."""
    started = figures.value("process_start_time_seconds") if figures else None
    if not started or figures is None or figures.end_seconds is None or figures.end_seconds <= started:
        return None
    return (figures.end_seconds - started) / 60


def keeps_pace(figure: Figure, trend: Trend | None, age: float | None, *, least: float = LEAST_COUNT) -> float | None:
    """0..1: how surely two moments gained at the pace of all the time since the start.

    `age` is the process's at the last moment, gains up to `least` tell nothing. None where there is no clock, or one
    moment, or more than two, whose shape tells.
    """
    minutes = figure.minutes
    if trend is None or minutes is None or age is None or len(figure.points) != 2 or age <= minutes:
        return None
    first, gained = figure.points[0][1], figure.last - figure.points[0][1]
    if first <= 0 or gained <= least:
        return 0.0
    explained = gained / minutes * (age - minutes) / first
    beyond_noise = trend.climbs / most_certain(trend.points)
    fits = _rising(explained, BASE) * (1 - _rising(explained, TOO_FAST))
    return round(fits * _rising(figure.last / first, MULTIPLE) * min(1.0, beyond_noise), 3)


def work_ratio(figures: ProcessFigures | None, age: float | None) -> float | None:
    """Bytes allocated a minute between two scrapes, over those a minute before the first."""
    allocated = figures.get("go_memstats_alloc_bytes_total") if figures else None
    if allocated is None or allocated.minutes is None or age is None or len(allocated.points) != 2:
        return None
    before, earlier = allocated.points[0][1], age - allocated.minutes
    between = (allocated.last - before) / allocated.minutes
    return between * earlier / before if before > 0 and earlier > 0 else None


def _rising(value: float, between: tuple[float, float]) -> float:
    low, high = between
    return min(1.0, max(0.0, (value - low) / (high - low)))
