"""Heap evidence as a series of moments of one view.

A heap protobuf and a debug=1 heap text hold the same; pprof's own tables give functions without stacks. One view is
chosen for the series, as for goroutines: two views of one moment must not look like growth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...evidence.model import Capture, EvidenceKind, StackProfile, TopTable
from ..moments import LEAST_MINUTES, in_time_order, minutes_between
from ..statistics.sampling import DEFAULT_PERIOD
from .printed_tables import TABLE_TYPES, table_profile, table_type

SAME_MOMENT_MINUTES = 2 / 60
"""A heap profile and its allocs twin, taken one after the other, are one moment."""


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


def printed_total(captures: Sequence[Capture]) -> int | None:
    """Bytes in use that the newest printed table says the heap has, be it of a few rows; None without such a table."""
    totals = [
        content.total
        for capture in in_time_order(list(captures))
        if isinstance(content := capture.reading.content, TopTable)
        and content.sample_type == "inuse_space"
        and not content.is_difference
        and content.total
    ]
    return totals[-1] if totals else None


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
        if not isinstance(content, TopTable) or not _has_figures(content):
            continue
        sample_type = table_type(content)
        if sample_type is not None:
            by_type.setdefault(sample_type, []).append(capture)
    return next((by_type[name] for name in TABLE_TYPES if name in by_type), [])


def _has_figures(table: TopTable) -> bool:
    """Whether a table tells what some function holds: callers alone, of no total, leave every figure open."""
    shares = table.total is not None and bool(table.rows)
    return bool(table.stacks) or shares or any(row.flat for row in table.rows)


def _one_view_per_moment(ordered: Sequence[Capture]) -> list[Capture]:
    kept: list[Capture] = []
    for capture in ordered:
        previous = kept[-1] if kept else None
        if previous is None or not _one_moment(previous, capture):
            kept.append(capture)
        elif _is_listing(previous.reading.content):
            kept[-1] = capture
    return kept


def _one_moment(one: Capture, other: Capture) -> bool:
    if one.captured_at is None and other.captured_at is None:
        same = one.sha256 == other.sha256 and one.reading == other.reading
        return same or _of_one_profile(one.reading.content, other.reading.content)
    apart = minutes_between(one, other)
    return one.captured_at == other.captured_at or (apart is not None and apart < SAME_MOMENT_MINUTES)


def _is_listing(content: object) -> bool:
    """Whether it is `list` of a function or two: they stand in what `top` prints of the same profile too."""
    return isinstance(content, TopTable) and any(row.code is not None for row in content.rows)


def _of_one_profile(one: object, other: object) -> bool:
    """Whether one is a listing of functions in the table that the other is, by the total and by what these hold."""
    if not isinstance(one, TopTable) or not isinstance(other, TopTable) or one.total is None:
        return False
    if _is_listing(one) is _is_listing(other):
        return False
    first, second = ({row.function: row.flat for row in table.rows} for table in (one, other))
    shared = first.keys() & second.keys()
    return one.total == other.total and bool(shared) and all(first[name] == second[name] for name in shared)


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
