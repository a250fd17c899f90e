"""Points of many series as a notation's reader meets them, bounded, and put into series at the end."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from ...limits import Limits
from ..model import MetricSeries
from .names import ALIASES

Labels = tuple[tuple[str, str], ...]

Point = tuple[float | None, float, Labels]
"""Unix seconds or None, a value, and whose it is."""

SERIES: Final = 4_000
"""Distinct series kept. One process has about a hundred; a whole fleet's query answer may have thousands."""

SPENT: Final = 100_000
"""Values beyond the limits after which a text is read no further: each costs as much as one that is kept."""

_NOT_IDENTIFYING: Final = frozenset({"quantile", "le", "version", "__name__", "cause", "class", "type"})


@dataclass(slots=True, kw_only=True)
class Gathered:
    """What was kept so far and how much was not."""

    limits: Limits
    points: dict[tuple[str, Labels], list[tuple[float | None, float]]] = field(default_factory=dict)
    kept: int = 0
    foreign: int = 0
    """Series or lines that are no numbers of the runtime."""
    beyond: int = 0
    broken: int = 0
    unread: int = 0
    """Lines after the one where reading stopped."""
    remarks: list[str] = field(default_factory=list)
    """What the text says beside its figures, in sentences for whoever reads the answer."""

    @property
    def is_spent(self) -> bool:
        """Whether so much is beyond the limits that the rest is not worth reading."""
        return self.beyond >= SPENT

    def add(self, name: str, labels: Labels, at: float | None, value: float) -> None:
        """Keep one point, if there is room and it is a figure of a process: none is below zero, `-1` says unknown."""
        if not math.isfinite(value) or value < 0 or (at is not None and not math.isfinite(at)):
            self.broken += 1
            return
        key = (name, labels)
        points = self.points.get(key)
        if points is None:
            if len(self.points) >= SERIES:
                self.beyond += 1
                return
            points = self.points[key] = []
        if self.kept >= self.limits.metric_points:
            self.beyond += 1
            return
        points.append((at, value))
        self.kept += 1

    def add_series(self, name: str, points: Sequence[Point]) -> None:
        """Keep the points of a log, without their times where one has none: then only the order counts."""
        timed = all(at is not None for at, _, _ in points)
        for at, value, labels in points:
            self.add(name, labels, at if timed else None, value)

    def series(self) -> tuple[MetricSeries, ...]:
        """All series sorted by name and labels; of names of one quantity the collector's own wins, then the first."""
        named: dict[tuple[str, Labels], MetricSeries] = {}
        for (name, labels), points in sorted(self.points.items(), key=lambda entry: (entry[0][0] in ALIASES, entry[0])):
            meant = ALIASES.get(name, name)
            named.setdefault((meant, labels), MetricSeries(name=meant, labels=labels, points=_in_time_order(points)))
        return tuple(named.values())

    def newest(self, series: tuple[MetricSeries, ...]) -> datetime | None:
        """The latest time any point carries, None when none does or it is beyond the calendar."""
        times = [at for one in series for at, _ in one.points if at is not None]
        latest = max(times, default=None)
        # Before 1973: a log with a bare clock, whose times tell distances only.
        if latest is None or not 1e8 < latest < 4e9:
            return None
        return datetime.fromtimestamp(latest, tz=UTC)

    def notes(self, series: tuple[MetricSeries, ...]) -> tuple[str, ...]:
        """What was left out, and whether several processes are mixed."""
        notes = list(self.remarks)
        if self.foreign:
            notes.append(
                f"{self.foreign} series or lines that are not of the Go runtime or its process were passed over"
            )
        if self.broken:
            notes.append(f"{self.broken} values are not finite or below zero and were dropped")
        if self.unread:
            notes.append(
                f"The values of one process are asked for, and these are of too many: {self.unread} lines after the "
                f"first {self.beyond} values beyond the limits were not read"
            )
        if self.beyond:
            notes.append(f"{self.beyond} values beyond the limits ({SERIES} series) were dropped")
        instances = {instance_of(one.labels) for one in series}
        if len(instances) > 1:
            notes.append(f"{len(instances)} label sets (instances) are in it; each is kept apart")
        return tuple(notes)


def instance_of(labels: Labels) -> Labels:
    """The labels that tell one process from another."""
    return tuple(pair for pair in labels if pair[0] not in _NOT_IDENTIFYING)


def _in_time_order(points: list[tuple[float | None, float]]) -> tuple[tuple[float | None, float], ...]:
    """Sorted where every point has a time, else as they came; a repeated time keeps its last value."""
    timed = {at: value for at, value in points if at is not None}
    if len(timed) == len(points) or all(at is not None for at, _ in points):
        return tuple(sorted(timed.items()))
    return tuple(points)
