"""Figures of one process over time, from metrics: which instance, which run, at which minutes.

Points of several scrapes posted one by one are joined into one series by name. Scrapes without any time are kept in
order: their shape can be judged, a rate cannot.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ...evidence.metrics.names import RESIDENT
from ...evidence.metrics.points import Labels, instance_of
from ...evidence.model import Capture, EvidenceKind, RuntimeMetrics, StackProfile
from ..moments import A_GLANCE, in_time_order, minutes_between
from ..statistics.trend import Trend, theil_sen_of, trend_of

_GAUGES: Final = (
    "go_memstats_heap_alloc_bytes",
    "go_memstats_alloc_bytes",
    RESIDENT,
    "go_goroutines",
    "go_memstats_next_gc_bytes",
)
"""What an instance must have to be taken as a process, and by whose gain the one in trouble is chosen."""

SAME_START: Final = 2.0
"""Seconds by which the time of start may differ that one run states."""

_ONE_MOMENT: Final = 2.0
"""Seconds within which several views of one process are one moment."""

_CLOCK_TELLS: Final = 600.0
"""Seconds from which the times of last collections tell a rate: of a minute or two they tell only the order."""

_LOOK_BACK: Final = 64

_TOLD_BY_TOOLS: Final = (frozenset({"pid"}), frozenset({"container"}), frozenset({"container", "pod"}))
"""The labels under which ps and top, docker stats, and kubectl top name what they tell of, the process itself first."""

_COUNTERS: Final = (
    "process_start_time_seconds",
    "go_memstats_alloc_bytes_total",
    "go_memstats_mallocs_total",
    "go_gc_duration_seconds_count",
    "process_cpu_seconds_total",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure over time: (minutes, value), oldest first. Where `timed` is False, minutes are mere positions."""

    points: tuple[tuple[float, float], ...]
    timed: bool
    origin: float | None = None
    """Unix seconds of minute 0; None where the points carry no times of their own."""

    @property
    def ends(self) -> float | None:
        """Unix seconds of the newest point, None when unknown."""
        return None if self.origin is None else self.origin + 60 * self.points[-1][0]

    @property
    def last(self) -> float:
        """The newest value."""
        return self.points[-1][1]

    @property
    def minutes(self) -> float | None:
        """Time covered, None when unknown or nothing."""
        span = self.points[-1][0] - self.points[0][0]
        return span if self.timed and span > 0 else None

    @property
    def has_pace(self) -> bool:
        """Whether it was watched for so long, by a clock, that what it gains in that time is a rate."""
        return (self.minutes or 0.0) >= A_GLANCE

    def trend(self, *, resolution: float = 0.0, noise: float = 0.0) -> Trend | None:
        """See `trend.trend_of`."""
        return trend_of(self.points, resolution=resolution, noise=noise)

    def per_minute(self) -> float | None:
        """Robust slope, None when times are unknown or but a glance apart."""
        return theil_sen_of(self.points) if self.has_pace else None

    def gained_per_minute(self) -> float | None:
        """For counters: last less first over the time between."""
        minutes = self.minutes
        return None if minutes is None else (self.points[-1][1] - self.points[0][1]) / minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessFigures:
    """Every figure of the chosen process under its Prometheus name, and its labels."""

    figures: Mapping[str, Figure]
    labels: Labels
    go_version: str | None
    end_seconds: float | None
    """Unix time of the newest point, None when unknown."""
    restarted: bool = False
    """Whether the points are those of one run of several: a counter was set back, or the start time changed."""

    def get(self, *names: str) -> Figure | None:
        """The first of the names that was measured."""
        for name in names:
            if name in self.figures:
                return self.figures[name]
        return None

    def value(self, *names: str) -> float | None:
        """Newest value of the first of the names that was measured."""
        figure = self.get(*names)
        return None if figure is None else figure.last


def placed(moments: Sequence[tuple[Capture, float]]) -> Figure | None:
    """Values of captures in time order as a figure, on positions where times are unknown."""
    if not moments:
        return None
    first = moments[0][0]
    minutes = [0.0] + [minutes_between(first, capture) for capture, _ in moments[1:]]
    known = [minute for minute in minutes if minute is not None]
    timed = len(known) == len(moments)
    places = known if timed else [float(position) for position in range(len(moments))]
    return Figure(points=tuple(zip(places, (value for _, value in moments), strict=True)), timed=timed)


def finer(one: Figure | None, other: Figure | None) -> Figure | None:
    """The figure with more points; the first of equals."""
    if one is None or other is None:
        return one or other
    return other if len(other.points) > len(one.points) else one


def metrics_of(capture: Capture) -> RuntimeMetrics | None:
    """The metrics a capture carries, a heap text's MemStats included."""
    content = capture.reading.content
    if isinstance(content, RuntimeMetrics):
        return content
    return content.metrics if isinstance(content, StackProfile) else None


def process_figures(captures: Sequence[Capture]) -> ProcessFigures | None:
    """The figures of the one process to judge, None when no capture has any."""
    joined: dict[Labels, dict[str, list[tuple[float | None, float]]]] = defaultdict(lambda: defaultdict(list))
    version: str | None = None
    for capture in _in_order([c for c in captures if metrics_of(c) is not None]):
        metrics = metrics_of(capture)
        if metrics is None:
            continue
        stamp = capture.captured_at.timestamp() if capture.captured_at else None
        for series in metrics.series:
            if series.name == "go_info":
                version = dict(series.labels).get("version", version)
            elif not any(key in {"quantile", "le"} for key, _ in series.labels):
                _join(joined[instance_of(series.labels)][series.name], series.points, stamp)
    if not joined:
        return None
    _join_the_only_process(joined)
    labels = _in_trouble(joined)
    named = _completed(joined, labels)
    run = _one_run(named)
    figures = _figures(run, labels, version)
    return replace(figures, restarted=any(len(run[name]) < len(points) for name, points in named.items()))


def _in_order(captures: Sequence[Capture]) -> Sequence[Capture]:
    """The captures in order of time; where one has none, in that of what one run of the process had allocated by then.

    Scrapes are posted newest first as well, and a folder of them holds an expvar page and a heap page that are some
    milliseconds newer than the scrape behind them. That all are of one run is told by the time of start that two state
    at least, or by what each source says had been allocated, which falls in no source's own order. Captures that do
    not tell what was allocated, or of many moments, keep their places.
    """
    ordered = in_time_order(captures)
    told = [place for place, capture in enumerate(ordered) if _allocated(capture) is not None]
    readings = [ordered[place] for place in told]
    starts = [value for capture in readings for _, value in _points(capture, "process_start_time_seconds")]
    if all(capture.captured_at is not None for capture in readings) or (
        starts and max(starts) - min(starts) >= SAME_START
    ):
        return ordered
    if not all(_rises(source, proved=len(starts) > 1) for source in _by_source(readings)):
        return ordered
    for place, capture in zip(told, sorted(readings, key=lambda one: _allocated(one) or 0.0), strict=True):
        ordered[place] = capture
    return ordered


def _allocated(capture: Capture) -> float | None:
    """TotalAlloc of a capture of one moment; None where it does not tell, or tells of many."""
    points = _points(capture, "go_memstats_alloc_bytes_total")
    return points[0][1] if len(points) == 1 else None


def _by_source(readings: Sequence[Capture]) -> Iterable[Sequence[Capture]]:
    """The readings of one source each, in their order: heap pages, scrapes, which state the start, and the like."""
    sources: dict[tuple[EvidenceKind, bool], list[Capture]] = defaultdict(list)
    for capture in readings:
        sources[capture.reading.kind, bool(_points(capture, "process_start_time_seconds"))].append(capture)
    return sources.values()


def _rises(source: Sequence[Capture], *, proved: bool) -> bool:
    """Whether a source's readings may be of one run: in the order of their times what was allocated only rises.

    Without times they may have been sent in any order, if they are `proved` to be of one run: by the start they state,
    or by their last collections, whose times are those of the clock, so that after a restart less had been allocated.
    """
    if any(capture.captured_at is None for capture in source):
        tells_collections = all(_collected(capture) > 0 for capture in source)
        in_turn = sorted(source, key=lambda one: (_collected(one), _allocated(one) or 0.0))
        if proved or (tells_collections and _only_rises(in_turn)):
            return True
    return _only_rises(in_time_order(source))


def _only_rises(readings: Sequence[Capture]) -> bool:
    allocated = [_allocated(capture) or 0.0 for capture in readings]
    return all(before <= after for before, after in itertools.pairwise(allocated))


def _collected(capture: Capture) -> float:
    """When the last collection of a capture of one moment was, in Unix seconds; 0 where it does not tell."""
    points = _points(capture, "go_memstats_last_gc_time_seconds")
    return points[0][1] if len(points) == 1 else 0.0


def _points(capture: Capture, name: str) -> Sequence[tuple[float | None, float]]:
    metrics = metrics_of(capture)
    return [point for series in (metrics.series if metrics else ()) if series.name == name for point in series.points]


def _join(
    known: list[tuple[float | None, float]], points: Sequence[tuple[float | None, float]], stamp: float | None
) -> None:
    """Add a capture's points. A lone one taken with others of its moment (scrape, expvar, heap page) adds nothing."""
    if len(points) != 1:
        known.extend(points)
        return
    at, value = points[0]
    at = stamp if at is None else at
    if at is None or not any(other is not None and abs(other - at) < _ONE_MOMENT for other, _ in known[-_LOOK_BACK:]):
        known.append((at, value))


def _join_the_only_process(joined: dict[Labels, dict[str, list[tuple[float | None, float]]]]) -> None:
    """Figures that a tool took of one PID, pod or container are of the process without labels, if no other is met."""
    for told in _TOLD_BY_TOOLS:
        named = [labels for labels in joined if labels and {key for key, _ in labels} <= told]
        if len(named) == 1 and ("pid" in told or _adds_to_others(joined, named[0])):
            for name, points in joined.pop(named[0]).items():
                joined[()][name].extend(points)


def _adds_to_others(joined: Mapping[Labels, Mapping[str, object]], container: Labels) -> bool:
    """Whether there are figures beside a container's, and none without labels of what it tells."""
    return len(joined) > 1 and not joined.get((), {}).keys() & joined[container].keys()


def _completed(
    joined: Mapping[Labels, Mapping[str, list[tuple[float | None, float]]]], labels: Labels
) -> dict[str, list[tuple[float | None, float]]]:
    """The instance's series, and what it lacks: a heap text's MemStats carry no labels, a container's memory others."""
    named = dict(joined[labels])
    views = [view for view in joined if view != labels and _is_its_container(dict(labels), dict(view))]
    for view in ((), *(views if len(views) == 1 else ())):
        for name, points in joined.get(view, {}).items():
            named.setdefault(name, points)
    return named


def _is_its_container(process: Mapping[str, str], container: Mapping[str, str]) -> bool:
    """Whether a cluster's own series, container="api", namespace="shop", pod="api-7f", is of the process's pod."""
    if not process.get("pod"):
        return False
    shared = [key for key in ("namespace", "pod", "container") if key in process and key in container]
    return "pod" in shared and all(process[key] == container[key] for key in shared)


def _in_trouble(joined: Mapping[Labels, Mapping[str, list[tuple[float | None, float]]]]) -> Labels:
    """The instance with most points, and of those the one that gained most. A container's memory alone comes last."""

    def rank(labels: Labels) -> tuple[bool, bool, int, float, Labels]:
        series = [joined[labels][name] for name in _GAUGES if name in joined[labels]]
        most = max((len(points) for points in series), default=0)
        gain = max((_gain(points) for points in series), default=0.0)
        # Half as many points are as good: another instance was restarted or scraped later.
        return bool(joined[labels].keys() - {RESIDENT}), bool(series), most.bit_length(), gain, labels

    return max(sorted(joined), key=rank)


def _gain(points: Sequence[tuple[float | None, float]]) -> float:
    edge = max(1, len(points) // 4)
    first = sorted(value for _, value in points[:edge])[edge // 2]
    last = sorted(value for _, value in points[-edge:])[edge // 2]
    return (last - first) / max(first, 1.0)


_Named = dict[str, list[tuple[float | None, float]]]


def _one_run(named: _Named) -> _Named:
    """Only the points of the longest run: a restart sets counters back and changes the start time."""
    for counter in _COUNTERS:
        points = named.get(counter, [])
        changed = counter == "process_start_time_seconds"
        cuts = [
            index
            for index in range(1, len(points))
            if (points[index][1] != points[index - 1][1] if changed else points[index][1] < points[index - 1][1])
            and not (changed and abs(points[index][1] - points[index - 1][1]) < SAME_START)
        ]
        if not cuts:
            continue
        edges = [0, *cuts, len(points)]
        start, end = max(itertools.pairwise(edges), key=lambda edge: (edge[1] - edge[0], edge[0]))
        times = [at for at, _ in points[start:end] if at is not None]
        if len(times) == end - start:
            return {name: _within(series, times[0], times[-1]) for name, series in named.items()}
        return {name: series[start:end] if len(series) == len(points) else series for name, series in named.items()}
    return named


def _within(points: list[tuple[float | None, float]], first: float, last: float) -> list[tuple[float | None, float]]:
    kept = [point for point in points if point[0] is not None and first <= point[0] <= last]
    return kept or points[-1:]


def _figures(named: _Named, labels: Labels, version: str | None) -> ProcessFigures:
    """Minutes count from the earliest time of any series."""
    stamps = [at for points in named.values() for at, _ in points if at is not None]
    origin = min(stamps, default=0.0)
    collected = [value for _, value in named.get("go_memstats_last_gc_time_seconds", [])]
    figures = {}
    for name, points in sorted(named.items()):
        if not points:
            continue
        timed = all(at is not None for at, _ in points)
        if timed:
            unique = {at: value for at, value in points if at is not None}
            placed = [((at - origin) / 60, value) for at, value in sorted(unique.items())]
        elif len(collected) == len(points) and all(b > a for a, b in itertools.pairwise(collected)):
            # No clock but the collector's: within two minutes of the truth, which forces a collection that often.
            timed = collected[-1] - collected[0] >= _CLOCK_TELLS
            placed = [((at - collected[0]) / 60, value) for at, (_, value) in zip(collected, points, strict=True)]
        else:
            placed = [(float(position), value) for position, (_, value) in enumerate(points)]
        dated = all(at is not None for at, _ in points)
        figures[name] = Figure(points=tuple(placed), timed=timed, origin=origin if dated else None)
    return ProcessFigures(figures=figures, labels=labels, go_version=version, end_seconds=max(stamps, default=None))
