"""Heap evidence as a series of moments of one view.

A heap protobuf and a debug=1 heap text hold the same; pprof's own tables give functions without stacks. One view is
chosen for the series, as for goroutines: two views of one moment must not look like growth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..evidence.model import (
    Capture,
    EvidenceKind,
    Frame,
    StackProfile,
    StackSample,
    TopRow,
    TopTable,
    ValueType,
    profile_of_samples,
)
from ..evidence.names import is_stdlib, package_of
from .moments import LEAST_MINUTES, in_time_order, minutes_between
from .sampling import DEFAULT_PERIOD

SAME_MOMENT_MINUTES = 2 / 60
"""A heap profile and its allocs twin, taken one after the other, are one moment."""

ROWS_COMPLETED = 200
"""Rows of a table whose callers are looked for; further ones are too small to matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeapMoment:
    """One heap capture. `is_difference` marks a delta profile or `-base` table: its figures are gains already."""

    capture: Capture
    profile: StackProfile
    period: int
    minutes: float | None
    is_difference: bool
    span_minutes: float | None = None
    """For differences: the time they cover, where known."""
    total: int | None = None
    """What a printed table says the whole is, of which it shows a part; None where all is shown, or it is not said."""

    @property
    def is_printed(self) -> bool:
        """Whether the profile is a table without stacks."""
        content = self.capture.reading.content
        return isinstance(content, TopTable) and not content.stacks


def heap_series(captures: Sequence[Capture]) -> tuple[HeapMoment, ...]:
    """The heap captures to follow, oldest first: protobufs before debug=1 texts before pasted tables.

    A difference stands alone, as it already compares two moments. Two whole profiles compare more, over all their
    time; and one of seconds shows less than what survives in one whole profile.
    """
    profiles = [c for c in captures if c.reading.kind is EvidenceKind.HEAP_PROFILE and _profile(c) is not None]
    binary = [c for c in profiles if (p := _profile(c)) is not None and p.scaled]
    text = [c for c in profiles if (p := _profile(c)) is not None and not p.scaled]
    chosen = max((binary, text, _tables(captures)), key=lambda found: min(len(found), 2))
    differences = in_time_order([capture for capture in chosen if _is_difference(capture)])
    ordered = _one_view_per_moment(in_time_order([capture for capture in chosen if not _is_difference(capture)]))
    if differences and (not ordered or (len(ordered) == 1 and not _is_brief(differences[-1]))):
        ordered = differences[-1:]
    return tuple(_moment(capture, ordered[0]) for capture in ordered)


def minutes_compared(moments: Sequence[HeapMoment]) -> float | None:
    """Minutes over which the heap was watched: a difference's own span; None for one look or unknown times."""
    if not moments or moments[-1].is_difference:
        return moments[-1].span_minutes if moments else None
    return moments[-1].minutes if len(moments) > 1 else None


def _profile(capture: Capture) -> StackProfile | None:
    content = capture.reading.content
    return content if isinstance(content, StackProfile) else None


def _is_brief(difference: Capture) -> bool:
    profile = _profile(difference)
    seconds = profile.duration_seconds if profile is not None else None
    return seconds is not None and seconds < 60 * LEAST_MINUTES


def _is_difference(capture: Capture) -> bool:
    content = capture.reading.content
    if isinstance(content, TopTable):
        return content.is_difference
    return isinstance(content, StackProfile) and content.is_delta


def _tables(captures: Sequence[Capture]) -> list[Capture]:
    """Tables of heap bytes, of one sample type: in-use ones where there are any."""
    by_type: dict[str, list[Capture]] = {}
    for capture in captures:
        content = capture.reading.content
        if not isinstance(content, TopTable) or not (content.rows or content.stacks):
            continue
        sample_type = table_type(content)
        if sample_type is not None:
            by_type.setdefault(sample_type, []).append(capture)
    return next((by_type[name] for name in _TABLE_TYPES if name in by_type), [])


_TABLE_TYPES: Final = ("inuse_space", "inuse_objects", "alloc_space")
"""What a printed table may be of, the most telling first."""

_WAITS: Final = ("runtime.", "syscall.", "sync.", "internal/")
"""Packages that what is counted in a goroutine, mutex or block profile stands in."""

MANY_OBJECTS: Final = 1000


def table_type(table: TopTable) -> str | None:
    """The sample type of a heap's table, also of one pasted without its head; None for a table of another kind.

    Bytes are of a heap. Bare counts are objects unless what is counted mostly stands in waits, as goroutines do.
    """
    if table.sample_type is not None:
        return table.sample_type if table.sample_type in _TABLE_TYPES else None
    if table.unit == "bytes":
        return "inuse_space"
    counted = sum(row.flat for row in table.rows)
    waiting = sum(row.flat for row in table.rows if row.function.startswith(_WAITS))
    is_heap = table.unit == "count" and (table.total or 0) >= MANY_OBJECTS and waiting < counted / 2
    return "inuse_objects" if is_heap else None


def _one_view_per_moment(ordered: Sequence[Capture]) -> list[Capture]:
    kept: list[Capture] = []
    for capture in ordered:
        previous = kept[-1] if kept else None
        if previous is None or not _one_moment(previous, capture):
            kept.append(capture)
    return kept


def _one_moment(one: Capture, other: Capture) -> bool:
    if one.captured_at is None and other.captured_at is None:
        return one.sha256 == other.sha256 and one.reading == other.reading
    apart = minutes_between(one, other)
    return one.captured_at == other.captured_at or (apart is not None and apart < SAME_MOMENT_MINUTES)


def _moment(capture: Capture, first: Capture) -> HeapMoment:
    content = capture.reading.content
    profile = table_profile(content) if isinstance(content, TopTable) else content
    if not isinstance(profile, StackProfile):
        raise TypeError(f"{capture.name} is no heap evidence")
    return HeapMoment(
        capture=capture,
        profile=profile,
        period=profile.period or DEFAULT_PERIOD,
        minutes=0.0 if capture is first else minutes_between(first, capture),
        is_difference=_is_difference(capture),
        span_minutes=profile.duration_seconds / 60 if profile.is_delta and profile.duration_seconds else None,
        total=content.total if isinstance(content, TopTable) else None,
    )


def table_profile(table: TopTable) -> StackProfile:
    """A pasted table as a profile: -traces rows carry their stacks, a `-top` row its function and likely callers."""
    type_name = table_type(table) or "inuse_space"
    unit = "count" if type_name == "inuse_objects" else "bytes"
    samples = list(table.stacks) or _common_stack(table)
    if not samples:
        flat = sorted((row for row in table.rows if row.flat), key=lambda row: (-abs(row.flat), row.function))
        callers = sorted(
            (row for row in table.rows if not is_stdlib(package_of(row.function))),
            key=lambda row: (row.cum, row.function),
        )
        samples = [
            StackSample(frames=_covering_stack(row, callers if place < ROWS_COMPLETED else ()), values=(row.flat,))
            for place, row in enumerate(flat)
        ]
    return profile_of_samples([ValueType(type=type_name, unit=unit)], samples, is_delta=table.is_difference)


def _common_stack(table: TopTable) -> list[StackSample]:
    """Of a table that shows callers only (`top5 -cum`), the functions that most of the heap goes through, as one stack.

    Any two rows of more than half of the total share stacks; the one with the least is nearest to the allocation.
    """
    if any(row.flat for row in table.rows) or not table.total:
        return []
    most = sorted(
        ((row, place) for place, row in enumerate(table.rows) if row.cum > table.total / 2),
        key=lambda entry: (entry[0].cum, -entry[1]),
    )
    frames = tuple(Frame(function=row.function, file=row.file, line=row.line) for row, _ in most)
    return [StackSample(frames=frames, values=(most[0][0].cum,))] if most else []


def _covering_stack(row: TopRow, callers: Sequence[TopRow]) -> tuple[Frame, ...]:
    """The row's function and, when it is the standard library's, the program's functions that may have called it.

    A table has no stacks. A caller's cum is at least the callee's flat, so rows outside the standard library with that
    much cum are the candidates, the tightest first.
    """
    own = Frame(function=row.function, file=row.file, line=row.line)
    if not is_stdlib(package_of(row.function)):
        return (own,)
    found = (other for other in callers if other.function != row.function and other.cum >= 0.9 * row.flat > 0)
    return (own, *(Frame(function=other.function, file=other.file, line=other.line) for other in found))
