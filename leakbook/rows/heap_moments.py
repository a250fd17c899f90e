"""Heap evidence as moments of one currency: per sample, object size and in-use and allocated bytes.

A heap protobuf and a debug=1 heap text hold the same; pprof's own `-top` text gives functions without stacks. One kind
is chosen for the series, as for goroutines: two views of one moment must not look like growth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..evidence.model import Capture, EvidenceKind, Frame, StackProfile, TopRow, TopTable
from ..evidence.names import is_stdlib, package_of
from .moments import in_time_order, minutes_between
from .sampling import DEFAULT_PERIOD


@dataclass(frozen=True, slots=True, kw_only=True)
class HeapSample:
    """One stack at one object size. Allocation figures are None where the evidence has none."""

    frames: tuple[Frame, ...]
    object_bytes: float | None
    inuse_bytes: int
    inuse_objects: int | None
    alloc_bytes: int | None
    alloc_objects: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeapMoment:
    """One heap capture. `is_difference` marks a delta profile or `-base` table: its figures are gains already."""

    capture: Capture
    samples: tuple[HeapSample, ...]
    period: int
    minutes: float | None
    is_difference: bool
    span_minutes: float | None = None
    """For differences: the time they cover, where known."""


def heap_series(captures: Sequence[Capture]) -> tuple[HeapMoment, ...]:
    """The heap captures to follow, oldest first: protobufs before debug=1 texts before pasted tables."""
    profiles = [c for c in captures if _is_heap(c)]
    binary = [c for c in profiles if isinstance(c.reading.content, StackProfile) and c.reading.content.scaled]
    text = [c for c in profiles if isinstance(c.reading.content, StackProfile) and not c.reading.content.scaled]
    tables = [c for c in captures if _is_heap_table(c)]
    chosen = max((binary, text, tables), key=lambda found: min(len(found), 2))
    ordered = _one_view_per_moment(in_time_order(chosen))
    return tuple(_moment(capture, ordered[0]) for capture in ordered)


def _is_heap(capture: Capture) -> bool:
    return capture.reading.kind is EvidenceKind.HEAP_PROFILE and isinstance(capture.reading.content, StackProfile)


def _is_heap_table(capture: Capture) -> bool:
    content = capture.reading.content
    if not isinstance(content, TopTable):
        return False
    if content.sample_type is None:
        return content.unit == "bytes"
    return content.sample_type in {"inuse_space", "alloc_space"}


def _one_view_per_moment(ordered: Sequence[Capture]) -> list[Capture]:
    """Drop the allocs twin of a heap profile: captures under two seconds apart are one moment when times are known."""
    kept: list[Capture] = []
    for capture in ordered:
        previous = kept[-1] if kept else None
        apart = minutes_between(previous, capture) if previous else None
        same_time = (
            previous is not None
            and previous.captured_at is not None
            and (previous.captured_at == capture.captured_at or (apart is not None and apart < 2 / 60))
        )
        if not same_time:
            kept.append(capture)
    return kept


def _moment(capture: Capture, first: Capture) -> HeapMoment:
    content = capture.reading.content
    minutes = 0.0 if capture is first else minutes_between(first, capture)
    if isinstance(content, TopTable):
        return HeapMoment(
            capture=capture,
            samples=_table_samples(content),
            period=DEFAULT_PERIOD,
            minutes=minutes,
            is_difference=content.is_difference,
        )
    if not isinstance(content, StackProfile):
        raise TypeError(f"{capture.name} is no heap evidence")
    span = content.duration_seconds / 60 if content.is_delta and content.duration_seconds else None
    return HeapMoment(
        capture=capture,
        samples=_profile_samples(content),
        period=content.period or DEFAULT_PERIOD,
        minutes=minutes,
        is_difference=content.is_delta,
        span_minutes=span,
    )


def _profile_samples(profile: StackProfile) -> tuple[HeapSample, ...]:
    where = [profile.index(name) for name in ("inuse_space", "inuse_objects", "alloc_space", "alloc_objects")]
    space, objects, alloc_space, alloc_objects = where
    samples = []
    for sample in profile.samples:
        inuse = sample.values[space] if space is not None else 0
        count = sample.values[objects] if objects is not None else None
        allocated = sample.values[alloc_space] if alloc_space is not None else None
        allocated_count = sample.values[alloc_objects] if alloc_objects is not None else None
        size = sample.object_bytes or _size(inuse, count) or _size(allocated, allocated_count)
        samples.append(
            HeapSample(
                frames=sample.frames,
                object_bytes=size,
                inuse_bytes=inuse,
                inuse_objects=count,
                alloc_bytes=allocated,
                alloc_objects=allocated_count,
            )
        )
    return tuple(samples)


def _size(total: int | None, count: int | None) -> float | None:
    return abs(total / count) if total and count else None


def _table_samples(table: TopTable) -> tuple[HeapSample, ...]:
    """-traces rows carry their stacks; a `-top` row is one frame, completed by the rows whose cum covers it."""
    is_alloc = table.sample_type == "alloc_space"
    if table.stacks:
        pairs = [(sample.frames, sample.values[0]) for sample in table.stacks]
    else:
        pairs = [(_covering_stack(row, table), row.flat) for row in table.rows if row.flat]
    return tuple(
        HeapSample(
            frames=frames,
            object_bytes=None,
            inuse_bytes=0 if is_alloc else value,
            inuse_objects=None,
            alloc_bytes=value if is_alloc else None,
            alloc_objects=None,
        )
        for frames, value in pairs
    )


def _covering_stack(row: TopRow, table: TopTable) -> tuple[Frame, ...]:
    """The row's function and, when it is the standard library's, the program's functions that may have called it.

    A table has no stacks. A caller's cum is at least the callee's flat, so rows outside the standard library with that
    much cum are the candidates, the tightest first.
    """
    own = Frame(function=row.function, file=row.file, line=row.line)
    if not is_stdlib(package_of(row.function)):
        return (own,)
    callers = [
        other
        for other in table.rows
        if other.function != row.function
        and other.cum >= 0.9 * row.flat > 0
        and not is_stdlib(package_of(other.function))
    ]
    callers.sort(key=lambda other: (other.cum, other.function))
    return (own, *(Frame(function=other.function, file=other.file, line=other.line) for other in callers))
