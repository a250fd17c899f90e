"""The process as one row, from everything in the request that says something of it.

Where several kinds of evidence measure one figure, the finer one speaks: metrics taken every few seconds before totals
of profiles posted minutes apart.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ...evidence.model import (
    Capture,
    DescriptorListing,
    EvidenceKind,
    GcCycle,
    GcTrace,
    GoroutineSnapshot,
    RuntimeMetrics,
    StackProfile,
    TopTable,
)
from ..furniture import NO_FURNITURE, Furniture
from ..heap.columns import bytes_allocated
from ..heap.lineage import heap_lineage
from ..heap.moments import HeapMoment, heap_series, minutes_compared
from ..heap.printed_tables import table_type
from ..lineage import minutes_waited, started_between
from ..moments import Moment, goroutine_history, in_time_order, minutes_between
from ..statistics.steps import climbs_by_steps
from ..statistics.trend import settled
from .collection_gap import collection_gap
from .descriptor_counts import descriptor_features
from .live_heap import LEAST_GOAL, LiveHeap, gained_over, heap_total, live_heap_of
from .model import ProcessRow
from .pace import age_of, keeps_pace, work_ratio
from .resident_memory import resident_features
from .series import Figure, ProcessFigures, finer, placed, process_figures
from .traced_heap import longest_run

_GO_VERSION = re.compile(r"(?:^|go)(\d{1,2})\.(\d{1,3})")


_OBTAINED: Final = (
    "go_memstats_sys_bytes",
    "go_memstats_heap_sys_bytes",
    "go_memstats_heap_inuse_bytes",
    "go_memstats_heap_idle_bytes",
    "go_memstats_heap_alloc_bytes",
    "go_memstats_alloc_bytes",
    "go_memory_classes_total_bytes",
)
"""What tells how much the runtime has of the system, in use or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessScene:
    """What all rows, the ledger and the forecast share."""

    captures: tuple[Capture, ...]
    figures: ProcessFigures | None
    run: tuple[GcCycle, ...]
    live: LiveHeap | None
    goroutine_moments: tuple[Moment, ...] = ()
    doubts: tuple[str, ...] = ()
    """What of the order and the times of captures had to be put right, each with a code before its colon."""
    heap_moments: tuple[HeapMoment, ...] = ()

    def figure(self, *names: str) -> Figure | None:
        """The first of the Prometheus names that was measured."""
        return self.figures.get(*names) if self.figures else None

    def value(self, *names: str) -> float | None:
        """Newest value of the first of the names that was measured."""
        return self.figures.value(*names) if self.figures else None


def process_scene(captures: Sequence[Capture], furniture: Furniture = NO_FURNITURE) -> ProcessScene:
    """Gather the figures once."""
    figures = process_figures(captures)
    history, heaps = goroutine_history(captures, furniture), heap_lineage(captures)
    return ProcessScene(
        captures=tuple(captures),
        figures=figures,
        run=longest_run(captures),
        live=live_heap_of(heaps.captures, figures),
        goroutine_moments=history.moments,
        doubts=(*history.doubts, *heaps.doubts, *_restarts(captures, figures)),
        heap_moments=heap_series(heaps.captures),
    )


def _restarts(captures: Sequence[Capture], figures: ProcessFigures | None) -> Iterator[str]:
    """Restarts that the metrics and the collector's numbers show; of the runs the longest is judged."""
    if figures is not None and figures.restarted:
        yield "restart: Counters of the metrics begin anew, so the process was restarted; its longest run was judged."
    for capture in captures:
        content = capture.reading.content
        if isinstance(content, GcTrace) and len(content.runs) > 1:
            yield f"restart: {capture.name} has the collections of {len(content.runs)} runs; the longest was judged."


def process_row(scene: ProcessScene) -> ProcessRow:
    """The process row; every feature that no evidence measures is None."""
    captures = scene.captures
    goroutines, descriptors = _goroutine_features(scene), descriptor_features(captures, scene.figures)
    return ProcessRow(
        evidence=_evidence(captures),
        go_version=_go_version(scene),
        ended=scene.goroutine_moments[-1].snapshot.ended if scene.goroutine_moments else None,
        crashed=scene.goroutine_moments[-1].snapshot.failed if scene.goroutine_moments else None,
        uptime=_uptime(scene),
        observed=_observed(scene),
        heap_watched=minutes_compared(scene.heap_moments),
        goroutines_watched=_goroutines_watched(scene),
        goroutines_started=_goroutines_started(scene),
        heap_sampled=_heap_sampled(captures),
        has_goroutine_stacks=any(
            isinstance(capture.reading.content, GoroutineSnapshot)
            and any(group.frames for group in capture.reading.content.groups)
            for capture in captures
        ),
        has_heap_sites=any(_has_heap_sites(capture) for capture in captures),
        files_per_goroutine=_quotient(descriptors.get("open_files"), goroutines.get("goroutines")),
        sockets_per_goroutine=_quotient(descriptors.get("open_sockets"), goroutines.get("goroutines")),
        **goroutines,
        **_live_heap_features(scene.live, age_of(scene.figures)),
        live_heap_gain=None if scene.live is None else gained_over(scene.live, minutes_compared(scene.heap_moments)),
        **_allocation_features(scene),
        **_collector_features(scene),
        **descriptors,
        **_memory_features(scene),
    )


def _quotient(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None


def _evidence(captures: Sequence[Capture]) -> tuple[str, ...]:
    spoke = (GcTrace, RuntimeMetrics, GoroutineSnapshot, StackProfile, DescriptorListing)
    return tuple(
        capture.name
        for capture in sorted(captures, key=lambda capture: capture.order)
        if isinstance(capture.reading.content, spoke)
    )


def _go_version(scene: ProcessScene) -> tuple[int, int] | None:
    stated = [scene.figures.go_version] if scene.figures and scene.figures.go_version else []
    for capture in scene.captures:
        content = capture.reading.content
        if isinstance(content, GoroutineSnapshot) and content.go_version:
            stated.append(content.go_version)
    for text in stated:
        found = _GO_VERSION.search(text)
        if found:
            return int(found.group(1)), int(found.group(2))
    return None


def _uptime(scene: ProcessScene) -> float | None:
    """Age of the process, by the collector's clock or by its start time and the newest moment's."""
    ages = [scene.run[-1].at_seconds / 60] if scene.run and scene.run[-1].at_seconds is not None else []
    by_metrics = age_of(scene.figures)
    return max(ages if by_metrics is None else [*ages, by_metrics], default=None)


def _observed(scene: ProcessScene) -> float | None:
    spans: list[float | None] = []
    if len(scene.run) > 1 and scene.run[0].at_seconds is not None and scene.run[-1].at_seconds is not None:
        spans.append((scene.run[-1].at_seconds - scene.run[0].at_seconds) / 60)
    if scene.figures:
        spans.extend(figure.minutes for figure in scene.figures.figures.values())
    timed = in_time_order([capture for capture in scene.captures if capture.captured_at is not None])
    if len(timed) > 1:
        spans.append(minutes_between(timed[0], timed[-1]))
    return max((span for span in spans if span is not None), default=None)


def _goroutines_watched(scene: ProcessScene) -> float | None:
    counted, series = scene.figure("go_goroutines"), scene.goroutine_moments
    spans = [counted.minutes if counted else None]
    if len(series) > 1:
        # Where the times are unknown, the waits that a dump prints may tell.
        spans.append(series[-1].minutes or minutes_waited(series[0].capture, series[-1].capture) or None)
    return max((span for span in spans if span is not None), default=None)


def _goroutines_started(scene: ProcessScene) -> int | None:
    series = scene.goroutine_moments
    return started_between(series[0].capture, series[-1].capture) if len(series) > 1 else None


def _heap_sampled(captures: Sequence[Capture]) -> int | None:
    ordered = in_time_order([capture for capture in captures if heap_total(capture) is not None])
    return heap_total(ordered[-1]) if ordered else None


def _has_heap_sites(capture: Capture) -> bool:
    content = capture.reading.content
    if isinstance(content, TopTable):
        return table_type(content) is not None
    return capture.reading.kind is EvidenceKind.HEAP_PROFILE and isinstance(content, StackProfile) and len(content) > 0


_Features = dict[str, Any]
"""Values by feature name: whole numbers for counts and bytes, None where not measured."""


def _goroutine_features(scene: ProcessScene) -> _Features:
    figure = finer(scene.figure("go_goroutines"), _dumped_goroutines(scene.goroutine_moments))
    if figure is None:
        return {}
    counts = sorted(value for _, value in figure.points)
    trend = figure.trend(resolution=1.0, noise=math.sqrt(counts[len(counts) // 2]))
    return {
        "goroutines": round(figure.last),
        "goroutines_per_minute": figure.per_minute(),
        "goroutines_trend": None if trend is None else trend.climbs,
        "goroutines_plateau": None if trend is None else trend.levelled,
        "goroutines_growth_ratio": None if trend is None else trend.growth_ratio,
        "goroutines_keep_pace": keeps_pace(figure, trend, age_of(scene.figures)),
    }


def _dumped_goroutines(series: Sequence[Moment]) -> Figure | None:
    """Totals of dumps and profiles, where they are of the whole process."""
    whole = [moment for moment in series if moment.snapshot.complete]
    return placed([(moment.capture, float(moment.snapshot.total)) for moment in whole])


def _live_heap_features(live: LiveHeap | None, age: float | None) -> _Features:
    if live is None:
        return {}
    trend = live.trend
    return {
        "live_heap": live.newest,
        "live_heap_watched": live.figure.minutes,
        "live_heap_undated": None if trend is None else not live.figure.timed,
        "live_heap_readings": len(live.figure.points),
        "live_heap_per_minute": trend.per_minute if trend and live.figure.has_pace else None,
        "live_heap_trend": None if trend is None else trend.climbs,
        "live_heap_plateau": None if trend is None else trend.levelled,
        "live_heap_rises": None if trend is None else trend.rises,
        "live_heap_steps": None if trend is None else climbs_by_steps(settled(live.figure.points)),
        "live_heap_growth_ratio": None if trend is None else trend.growth_ratio,
        "live_heap_keeps_pace": keeps_pace(live.figure, trend, age, least=LEAST_GOAL / live.scale),
    }


def _allocation_features(scene: ProcessScene) -> _Features:
    allocated = scene.figure("go_memstats_alloc_bytes_total")
    mallocs = scene.figure("go_memstats_mallocs_total")
    per_minute = allocated.gained_per_minute() if allocated else None
    per_second = mallocs.gained_per_minute() if mallocs else None
    age = _uptime(scene)
    if per_second is None and mallocs is not None and age:
        # A single scrape: the average over the process's life.
        per_second = mallocs.last / age
    if per_minute is None and allocated is not None and age:
        per_minute = allocated.last / age
    if per_minute is None:
        per_minute = _traced_allocation(scene.run)
    return {
        "alloc_per_minute": per_minute,
        "mallocs_per_second": None if per_second is None else per_second / 60,
        "churn": _churn(scene),
        "work_ratio": work_ratio(scene.figures, age_of(scene.figures)),
    }


def _traced_allocation(run: Sequence[GcCycle]) -> float | None:
    """Each cycle begins with what the last one kept plus what was allocated since."""
    minutes = _run_minutes(run)
    pairs = [
        (cycle.start_bytes, before.live_bytes)
        for before, cycle in itertools.pairwise(run)
        if cycle.number == before.number + 1
    ]
    if minutes is None or not pairs:
        return None
    gained = sum(max(0, start - live) for start, live in pairs if start is not None and live is not None)
    # Lines that were torn or thinned out stand for cycles like their neighbours.
    return gained * (run[-1].number - run[0].number) / len(pairs) / minutes


def _run_minutes(run: Sequence[GcCycle]) -> float | None:
    if len(run) < 2 or run[0].at_seconds is None or run[-1].at_seconds is None:
        return None
    minutes = (run[-1].at_seconds - run[0].at_seconds) / 60
    return minutes if minutes > 0 else None


def _churn(scene: ProcessScene) -> float | None:
    """Bytes allocated while watched (else ever) per byte of live heap at the end."""
    kept = scene.live.newest if scene.live else 0
    allocated = scene.figure("go_memstats_alloc_bytes_total")
    if allocated is not None and kept > 0:
        gained = allocated.last - allocated.points[0][1]
        return (gained if gained > 0 else allocated.last) / kept
    rate, minutes = _traced_allocation(scene.run), _run_minutes(scene.run)
    if rate is not None and minutes is not None and kept > 0:
        return None if _is_glimpse(scene.run) else rate * minutes / kept
    for capture in reversed(in_time_order(list(scene.captures))):
        content = capture.reading.content
        if (total := heap_total(capture)) and isinstance(content, StackProfile):
            ever = bytes_allocated(content)
            return None if ever is None else ever / total
    return None


GLIMPSE: Final = 10
"""Collections below which a trace's excerpt has little garbage in any program: one cycle makes about what is kept."""


def _is_glimpse(run: Sequence[GcCycle]) -> bool:
    """Whether the lines are a few of many: `gc 6506` to `gc 6508` do not tell what was allocated by the others."""
    seen = run[-1].number - run[0].number
    return seen < GLIMPSE and run[0].number > seen + 1


def _collector_features(scene: ProcessScene) -> _Features:
    percent = scene.run[-1].cpu_percent if scene.run else None
    spent = scene.value("go_cpu_classes_gc_total_cpu_seconds_total")
    whole = scene.value("go_cpu_classes_total_cpu_seconds_total")
    measured = spent / whole if spent is not None and whole else scene.value("go_memstats_gc_cpu_fraction")
    counted = scene.figure("go_gc_duration_seconds_count")
    per_minute = counted.gained_per_minute() if counted else None
    minutes = _run_minutes(scene.run)
    if minutes is not None:
        per_minute = (scene.run[-1].number - scene.run[0].number) / minutes
    profiled = scene.heap_moments[-1].capture.captured_at if scene.heap_moments else None
    return {
        "gc_cpu": measured if percent is None else percent / 100,
        "gcs_per_minute": per_minute,
        "collection_gap": collection_gap(scene.figure("go_memstats_last_gc_time_seconds"), profiled),
    }


def _memory_features(scene: ProcessScene) -> _Features:
    threads = finer(scene.figure("go_threads", "process_threads"), _threads_created(scene.captures))
    idle = scene.value("go_memstats_heap_idle_bytes")
    released = scene.value("go_memstats_heap_released_bytes")
    inuse = scene.value("go_memstats_heap_inuse_bytes")
    return {
        "threads": round(threads.last) if threads else None,
        "threads_per_minute": threads.per_minute() if threads else None,
        "idle_unreleased": (
            max(0.0, idle - released) / (idle + inuse)
            if idle is not None and released is not None and inuse is not None and idle + inuse > 0
            else None
        ),
        **resident_features(scene.figures, is_alone=_is_heap_unseen(scene)),
    }


def _is_heap_unseen(scene: ProcessScene) -> bool:
    """Whether nothing measures Go's heap, nor what the runtime obtained for it."""
    return scene.live is None and not scene.heap_moments and scene.value(*_OBTAINED) is None


def _threads_created(captures: Sequence[Capture]) -> Figure | None:
    """Totals of threadcreate profiles: threads ever created, which hardly ever end."""
    totals = []
    for capture in in_time_order([c for c in captures if c.reading.kind is EvidenceKind.THREADCREATE_PROFILE]):
        content = capture.reading.content
        if isinstance(content, GoroutineSnapshot):
            totals.append((capture, float(content.total)))
        elif isinstance(content, StackProfile) and len(content.types):
            totals.append((capture, float(content.values[:, 0].sum())))
    return placed(totals)
