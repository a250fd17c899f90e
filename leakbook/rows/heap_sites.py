"""Heap evidence of a request -> `HeapSiteRow`s: one row per application function that allocates.

Memory is booked to the leaf-most application frame of each stack; where a stack has none, to the leaf-most frame outside
the runtime. Figures of a site are followed through the moments of one series and judged against sampling error.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..evidence.model import Capture, EvidenceKind, Frame, StackProfile
from ..evidence.names import Origin, is_runtime, origin, stable_name
from . import containers
from .heap_moments import HeapMoment, HeapSample, heap_series
from .landmarks import is_request_scoped
from .model import HeapSiteRow
from .sampling import beyond_noise, variance

RUNTIME_COST = (
    "runtime.malg",
    "runtime.allocm",
    "runtime/pprof.",
    "runtime/trace.",
    "runtime.systemstack",
    "runtime.mstart",
    "runtime.newproc",
    "runtime.acquireSudog",
    "runtime.doInit",
    "compress/flate.NewWriter",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Totals:
    """A site at one moment."""

    inuse: int
    objects: int | None
    allocated: int | None
    noise: float
    """Variance of `inuse`."""
    unit: float
    """Inuse-weighted mean bytes that one sampled object stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Series:
    moments: tuple[HeapMoment, ...]
    whole: tuple[int, ...]
    sites: int
    main_modules: tuple[str, ...]
    map_inserts: frozenset[str]


def heap_site_rows(captures: Sequence[Capture], main_modules: tuple[str, ...]) -> tuple[HeapSiteRow, ...]:
    """All rows, largest in-use first."""
    moments = heap_series(captures)
    if not moments:
        return ()
    by_site: dict[str, list[list[HeapSample]]] = defaultdict(lambda: [[] for _ in moments])
    for index, moment in enumerate(moments):
        for sample in moment.samples:
            frame = site_of(sample.frames, main_modules)
            if frame is not None:
                by_site[stable_name(frame.function)][index].append(sample)
    series = _Series(
        moments=moments,
        whole=tuple(sum(sample.inuse_bytes for sample in moment.samples) for moment in moments),
        sites=len(by_site),
        main_modules=main_modules,
        map_inserts=_map_inserts(captures, main_modules),
    )
    rows = [_row(per_moment, series) for _, per_moment in sorted(by_site.items())]
    return tuple(sorted(rows, key=lambda row: (-(row.inuse or 0), row.stack or ())))


def site_of(frames: Sequence[Frame], main_modules: tuple[str, ...]) -> Frame | None:
    """The frame memory is booked to: leaf-most application frame, else leaf-most frame outside the runtime."""
    for frame in frames:
        if origin(frame, main_modules) is Origin.APPLICATION:
            return frame
    for frame in frames:
        if not is_runtime(frame.function):
            return frame
    return frames[0] if frames else None


def _map_inserts(captures: Sequence[Capture], main_modules: tuple[str, ...]) -> frozenset[str]:
    """Application functions that a CPU profile caught inserting into a map."""
    found: set[str] = set()
    for capture in captures:
        content = capture.reading.content
        if capture.reading.kind is not EvidenceKind.CPU_PROFILE or not isinstance(content, StackProfile):
            continue
        for sample in content.samples:
            if any(frame.function.startswith(containers.MAP_FRAMES) for frame in sample.frames):
                frame = site_of(sample.frames, main_modules)
                if frame is not None:
                    found.add(stable_name(frame.function))
    return frozenset(found)


def _row(per_moment: Sequence[Sequence[HeapSample]], series: _Series) -> HeapSiteRow:
    totals = [_totals(samples, moment.period) for samples, moment in zip(per_moment, series.moments, strict=True)]
    everything = [sample for samples in per_moment for sample in samples]
    newest = next(samples for samples in reversed(per_moment) if samples)
    heaviest = _heaviest(newest)
    site = site_of(heaviest.frames, series.main_modules)
    patterns = containers.size_patterns(newest)
    functions = tuple(frame.function for frame in heaviest.frames)
    first, last = totals[0], totals[-1]
    growth = _growth(totals, series)
    return HeapSiteRow(
        frames=heaviest.frames,
        site=site,
        evidence=tuple(
            moment.capture.name for moment, samples in zip(series.moments, per_moment, strict=True) if samples
        ),
        stack=functions,
        inuse=None if series.moments[-1].is_difference else last.inuse,
        objects=last.objects,
        share=last.inuse / series.whole[-1] if series.whole[-1] > 0 and not series.moments[-1].is_difference else None,
        growth=growth.gained,
        growth_per_minute=growth.per_minute,
        growth_ratio=last.inuse / first.inuse if len(totals) > 1 and first.inuse > 0 else None,
        growth_share=growth.share,
        growth_certainty=growth.certainty,
        retention=growth.retention,
        survival=_survival(last),
        levels_off=_levels_off(totals),
        map_insert=_map_insert(everything, site, series),
        slice_growth=containers.sees_slice_growth(everything) or None,
        sync_map=containers.sees_sync_map(everything),
        map_shape=containers.map_shape(patterns),
        slice_shape=containers.slice_shape(patterns),
        request_scoped=is_request_scoped(functions),
        is_runtime_cost=_is_runtime_cost(functions),
    )


def _map_insert(samples: Iterable[HeapSample], site: Frame | None, series: _Series) -> bool | None:
    """True when seen; None rather than False, for heap stacks leave the runtime's frames out."""
    if containers.sees_map_insert(samples):
        return True
    return True if site is not None and stable_name(site.function) in series.map_inserts else None


def _heaviest(samples: Sequence[HeapSample]) -> HeapSample:
    tally: dict[tuple[Frame, ...], int] = defaultdict(int)
    for sample in samples:
        tally[sample.frames] += max(sample.inuse_bytes, 0)
    return min(samples, key=lambda sample: (-tally[sample.frames], [(f.function, f.line or 0) for f in sample.frames]))


def _is_runtime_cost(functions: Sequence[str]) -> bool:
    return bool(functions) and functions[0].startswith(RUNTIME_COST)


def _totals(samples: Sequence[HeapSample], period: int) -> _Totals:
    objects = [sample.inuse_objects for sample in samples if sample.inuse_objects is not None]
    allocated = [sample.alloc_bytes for sample in samples if sample.alloc_bytes is not None]
    inuse = sum(sample.inuse_bytes for sample in samples)
    noise = sum(variance(abs(s.inuse_bytes), s.object_bytes or period / 8, period) for s in samples)
    return _Totals(
        inuse=inuse,
        objects=sum(objects) if objects else None,
        allocated=sum(allocated) if allocated else None,
        noise=noise,
        unit=noise / inuse if inuse > 0 else 0.0,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Growth:
    gained: int | None = None
    per_minute: float | None = None
    share: float | None = None
    certainty: float | None = None
    retention: float | None = None


def _growth(totals: Sequence[_Totals], series: _Series) -> _Growth:
    newest = series.moments[-1]
    if newest.is_difference:
        return _gain_of_difference(totals[-1], series)
    if len(totals) < 2:
        return _Growth()
    first, last = totals[0], totals[-1]
    gained = last.inuse - first.inuse
    allocated = _allocated_between(first, last)
    whole = series.whole[-1] - series.whole[0]
    noise = _noise_of_difference(first, last, gained, allocated)
    certainty = beyond_noise(gained, noise, comparisons=series.sites) * _steadiness(totals, gained)
    return _Growth(
        gained=gained,
        per_minute=gained / newest.minutes if newest.minutes else None,
        share=max(0.0, min(1.0, gained / whole)) if whole > 0 else None,
        certainty=round(certainty, 4),
        retention=max(0.0, min(1.0, gained / allocated)) if allocated else None,
    )


def _gain_of_difference(total: _Totals, series: _Series) -> _Growth:
    whole = series.whole[-1]
    span = series.moments[-1].span_minutes
    return _Growth(
        gained=total.inuse,
        per_minute=total.inuse / span if span else None,
        share=max(0.0, min(1.0, total.inuse / whole)) if whole > 0 else None,
        certainty=round(beyond_noise(total.inuse, total.noise, comparisons=series.sites), 4),
        retention=max(0.0, min(1.0, total.inuse / total.allocated)) if total.allocated else None,
    )


def _allocated_between(first: _Totals, last: _Totals) -> int | None:
    if last.allocated is None or first.allocated is None:
        return None
    return last.allocated - first.allocated


def _noise_of_difference(first: _Totals, last: _Totals, gained: int, allocated: int | None) -> float:
    """Variance of the gain. Objects present at both moments were sampled once, so only turnover adds noise."""
    if allocated is None or allocated < gained:
        return first.noise + last.noise
    turned_over = allocated + (allocated - gained)
    return min(turned_over * max(first.unit, last.unit), first.noise + last.noise)


def _steadiness(totals: Sequence[_Totals], gained: int) -> float:
    """1 when every moment gains; less for each fall in between."""
    falls = sum(max(0, before.inuse - after.inuse) for before, after in zip(totals, totals[1:], strict=False))
    return 1 - min(1.0, falls / (gained + falls)) if gained > 0 else 0.0


def _survival(total: _Totals) -> float | None:
    return round(max(0.0, min(1.0, total.inuse / total.allocated)), 4) if total.allocated else None


def _levels_off(totals: Sequence[_Totals]) -> float | None:
    """With three or more moments: 1 when the last step gained nothing compared with the first ones."""
    if len(totals) < 3:
        return None
    steps = [after.inuse - before.inuse for before, after in zip(totals, totals[1:], strict=False)]
    fastest = max(steps[:-1])
    if fastest <= 0:
        return None
    return round(1 - max(0.0, min(1.0, steps[-1] / fastest)), 3)
