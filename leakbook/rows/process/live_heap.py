"""The floor of the heap over time: what the collector could not free, from the finest evidence that measures it.

From fine to coarse: the collector's own live-heap figure (runtime/metrics, Go 1.21), gctrace's third heap size, the
next goal (live heap times 1 + GOGC/100, so its shape), the lower envelope of HeapAlloc samples, heap profiles' totals.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from ...evidence.model import Capture, EvidenceKind, GcCycle, StackProfile
from ..heap.columns import bytes_in_use
from ..moments import in_time_order, minutes_between
from ..statistics.sampling import DEFAULT_PERIOD
from ..statistics.trend import Trend, changed, floor_of, settled, trend_of
from .goal_room import with_one_room
from .series import Figure, ProcessFigures
from .traced_heap import MEGABYTE, live_after, longest_run

_ENOUGH: Final = 4
"""Points from which a source can show a shape; coarser evidence with more is preferred to a finer one with fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveHeap:
    """The live heap as one source measures it. `scale` turns the source's values into bytes of live heap."""

    figure: Figure
    trend: Trend | None
    scale: float = 1.0
    stacks: int = 0
    """Goroutine stacks counted in the newest value, which are no heap."""

    @property
    def newest(self) -> int:
        """Live heap after the newest collection, bytes."""
        return round(self.figure.last * self.scale) - self.stacks


def live_heap_of(captures: Sequence[Capture], figures: ProcessFigures | None) -> LiveHeap | None:
    """The live heap by the finest source that has enough points, else by the one with most."""
    sources = [source for source in _sources(captures, figures) if source is not None]
    for source in sources:
        if len(source.figure.points) >= _ENOUGH:
            return source
    # None is long enough: `max` takes the first, and so the finest, of the longest.
    return max(sources, key=lambda source: len(source.figure.points), default=None)


def gained_over(live: LiveHeap, minutes: float | None) -> float | None:
    """Bytes gained in the last so many minutes of the series; None where it is no longer than that, or has no clock."""
    points = sorted(live.figure.points)
    if not minutes or not live.figure.timed or len(points) < _ENOUGH:
        return None
    before = [value for at, value in points if at < points[-1][0] - minutes]
    return (points[-1][1] - before[-1]) * live.scale if before else None


def _sources(captures: Sequence[Capture], figures: ProcessFigures | None) -> tuple[LiveHeap | None, ...]:
    return (
        _measured(figures),
        _traced(longest_run(captures)),
        _goal(figures),
        _sampled(figures),
        _profiled(captures),
    )


def _measured(figures: ProcessFigures | None) -> LiveHeap | None:
    figure = figures.get("go_gc_heap_live_bytes") if figures else None
    if figure is None or _awaits_a_collection(figure, figures):
        return None
    return LiveHeap(figure=figure, trend=_settled_trend(figure))


def _allocated(figures: ProcessFigures | None) -> Figure | None:
    return figures.get("go_memstats_heap_alloc_bytes", "go_memstats_alloc_bytes") if figures else None


ALLOCATED_SINCE: Final = 1.05
"""HeapAlloc over what it was in the middle, from which it is not that of a process at rest."""


def _awaits_a_collection(figure: Figure, figures: ProcessFigures | None) -> bool:
    """Whether nothing was collected in the last half of the time, so that a level figure says nothing of what is kept.

    Each collection sets live heap and goal to the byte anew. `45 45 45` MB while HeapAlloc goes from 46 to 67 and never
    falls may be a leak as well as garbage. A process at rest is collected as rarely, but allocates nothing either.
    """
    allocated, collections = _allocated(figures), figures.get("go_gc_duration_seconds_count") if figures else None
    middle = (figure.points[0][0] + figure.points[-1][0]) / 2
    late, made, count = (_since(middle, one) for one in (figure, allocated, collections))
    if len(late) < _ENOUGH - 1 or len(set(late)) > 1 or len(made) < 2 or len(set(count)) > 1:
        return False
    never_falls = all(later >= before for before, later in pairwise(made))
    return never_falls and made[-1] > ALLOCATED_SINCE * made[0]


def _since(start: float, figure: Figure | None) -> list[float]:
    return [value for at, value in figure.points if at >= start] if figure else []


def _settled_trend(figure: Figure, *, resolution: float = 0.0, noise: float = 0.0) -> Trend | None:
    """The trend without peaks. A last reading that was left out as one may still tell that the climb has ended."""
    kept = settled(figure.points)
    at_most = figure.last if len(kept) < len(figure.points) else math.inf
    return trend_of(kept, resolution=resolution, noise=noise, at_most=at_most)


def _traced(run: Sequence[GcCycle]) -> LiveHeap | None:
    stacks, (left, step) = _stacks(run), live_after(run)
    live = [
        (cycle.at_seconds, kept + held) for cycle, kept, held in zip(run, left, stacks, strict=True) if kept is not None
    ]
    if not live:
        return None
    timed = [(at / 60, value) for at, value in live if at is not None]
    if len(timed) == len(live):
        figure = Figure(points=tuple(timed), timed=True)
    else:
        figure = Figure(points=tuple((float(index), value) for index, (_, value) in enumerate(live)), timed=False)
    return LiveHeap(
        figure=figure, trend=_settled_trend(figure, resolution=step, noise=_in_flight(figure)), stacks=stacks[-1]
    )


IN_FLIGHT: Final = 0.03
"""Part of a floor that work under way moves it by, up to half a megabyte: larger heaps are so for other reasons."""


def _in_flight(figure: Figure) -> float:
    return min(IN_FLIGHT * figure.last, MEGABYTE / 2)


def _stacks(run: Sequence[GcCycle]) -> list[int]:
    """Bytes of goroutine stacks at each cycle, which the trace counts beside the heap from Go 1.18 on.

    They are printed in whole megabytes as well: from "0 MB stacks" to "1 MB stacks" is a step of rounding, and added to
    the heap's own would be a second one.
    """
    stacks = [cycle.stacks_bytes or 0 for cycle in run]
    return stacks if max(stacks, default=0) - min(stacks, default=0) > MEGABYTE else [0] * len(stacks)


def _goal(figures: ProcessFigures | None) -> LiveHeap | None:
    """The goal never lies below 4 MB (GOGC=100), so a small heap's goal says nothing of it."""
    goal = figures.get("go_memstats_next_gc_bytes") if figures else None
    sampled = _allocated(figures)
    goal = None if goal is None else _above_least(goal)
    if goal is None or _awaits_a_collection(goal, figures):
        return None
    goal = with_one_room(goal, figures) if figures else goal
    gogc = figures.value("go_gc_gogc_percent") if figures else None
    scale = 1 / (1 + gogc / 100) if gogc and 0 < gogc < 10_000 else 0.5
    if sampled is not None and sampled.last < goal.last * scale:
        scale = max(0.05, sampled.last / goal.last)
    # Of three or four points nothing tells their noise: in-flight work moves a floor by a few percent.
    # A megabyte either way is the slack of maps, spans and pools rather than anything kept.
    changes = replace(goal, points=changed(goal.points))
    trend = _settled_trend(changes, resolution=MEGABYTE, noise=0.03 * goal.last if len(goal.points) < 6 else 0.0)
    return LiveHeap(figure=goal, trend=None if trend is None else trend.scaled(scale), scale=scale)


LEAST_GOAL: Final = 4.3 * MEGABYTE


def _above_least(goal: Figure) -> Figure | None:
    """The goal since it was last at its least; None where it has hardly changed since."""
    low = [place for place, (_, value) in enumerate(goal.points) if value < LEAST_GOAL]
    left = goal.points[low[-1] + 1 :] if low else goal.points
    return Figure(points=left, timed=goal.timed) if not low or len({value for _, value in left}) > _ENOUGH else None


def _sampled(figures: ProcessFigures | None) -> LiveHeap | None:
    figure = _allocated(figures)
    if figure is None or figures is None:
        return None
    figure = _collected(figure, figures.get("go_gc_duration_seconds_count"))
    floor = Figure(points=floor_of(figure.points), timed=figure.timed)
    # Between two collections HeapAlloc lies anywhere from the live heap to twice that: a spread of a fifth, which the
    # envelope of many samples takes away.
    many = len(figure.points) >= 24
    swing = 0.0 if many else 0.2 * figure.last
    if max(value for _, value in figure.points) < LEAST_GOAL:
        # Below the least goal, 4 MB, it swings over all of that.
        swing = max(swing, (0.1 if many else 0.3) * 4 * MEGABYTE)
    return LiveHeap(figure=floor, trend=floor.trend(noise=swing))


def _collected(allocated: Figure, collections: Figure | None) -> Figure:
    """Without points since whose predecessor nothing was collected: what they have more may only not be freed yet."""
    if collections is None or [at for at, _ in collections.points] != [at for at, _ in allocated.points]:
        return allocated
    counts = [count for _, count in collections.points]
    kept = [point for place, point in enumerate(allocated.points) if place == 0 or counts[place] > counts[place - 1]]
    return replace(allocated, points=tuple(kept))


def _profiled(captures: Sequence[Capture]) -> LiveHeap | None:
    """Totals in use of heap profiles, blurred by sampling: a variance of about one period per byte."""
    ordered = in_time_order([capture for capture in captures if heap_total(capture) is not None])
    scaled = [capture for capture in ordered if _is_scaled(capture)] or ordered
    totals = [float(heap_total(capture) or 0) for capture in scaled]
    if not totals:
        return None
    minutes = [0.0] + [minutes_between(scaled[0], capture) for capture in scaled[1:]]
    timed = [minute for minute in minutes if minute is not None]
    known = len(timed) == len(totals)
    points = tuple(zip(timed if known else map(float, range(len(totals))), totals, strict=True))
    figure = Figure(points=points, timed=known)
    return LiveHeap(figure=figure, trend=figure.trend(noise=math.sqrt(max(0.0, *totals) * DEFAULT_PERIOD)))


def _is_scaled(capture: Capture) -> bool:
    content = capture.reading.content
    return isinstance(content, StackProfile) and content.scaled


def heap_total(capture: Capture) -> int | None:
    """Bytes in use by a heap profile that is no difference, scaled up where its page (debug=1) is not."""
    content = capture.reading.content
    if (
        not isinstance(content, StackProfile)
        or capture.reading.kind is not EvidenceKind.HEAP_PROFILE
        or content.is_delta
    ):
        return None
    total = bytes_in_use(content)
    return None if total is None else round(total)
