"""Captures in time: which views belong to one moment, and which moments make a series.

Clients post several views of one moment (a text dump and a protobuf of the same goroutines) and several moments of one
view. Counting both as a series would invent growth, so a series is always taken from one kind of evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..evidence.model import Capture, EvidenceKind, GoroutineSnapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One capture in a series. `minutes` since the series began, None where times are unknown."""

    capture: Capture
    snapshot: GoroutineSnapshot
    minutes: float | None


def in_time_order(captures: Sequence[Capture]) -> list[Capture]:
    """Order by capture time where every capture of the list has one, else by order of posting."""
    if all(capture.captured_at is not None for capture in captures):
        return sorted(captures, key=lambda capture: (capture.captured_at, capture.order))
    return sorted(captures, key=lambda capture: capture.order)


def minutes_between(first: Capture, last: Capture) -> float | None:
    """Minutes from one capture to another; None when either has no time or the order of times is not the order given."""
    if first.captured_at is None or last.captured_at is None:
        return None
    minutes = (last.captured_at - first.captured_at).total_seconds() / 60
    return minutes if minutes > 0 else None


def goroutine_series(captures: Sequence[Capture]) -> tuple[Moment, ...]:
    """The one series of goroutine snapshots to judge growth by.

    The kind with the most moments wins; of kinds with equally many, the one that tells most (a debug=2 dump names
    states, waits and creators, a protobuf only states).
    """
    by_kind: dict[EvidenceKind, list[Capture]] = {}
    for capture in captures:
        content = capture.reading.content
        if isinstance(content, GoroutineSnapshot) and not content.only_unreachable:
            by_kind.setdefault(capture.reading.kind, []).append(capture)
    if not by_kind:
        return ()
    kind = max(by_kind, key=lambda k: (min(len(by_kind[k]), 2), k is EvidenceKind.GOROUTINE_DUMP, len(by_kind[k])))
    ordered = in_time_order(by_kind[kind])
    return tuple(
        Moment(capture=capture, snapshot=capture.reading.content, minutes=_since(ordered[0], capture))
        for capture in ordered
        if isinstance(capture.reading.content, GoroutineSnapshot)
    )


def unreachable_snapshots(captures: Sequence[Capture]) -> tuple[Capture, ...]:
    """The goroutineleak profiles, newest last."""
    return tuple(
        capture
        for capture in in_time_order(list(captures))
        if isinstance(capture.reading.content, GoroutineSnapshot) and capture.reading.content.only_unreachable
    )


def _since(first: Capture, capture: Capture) -> float | None:
    return 0.0 if capture is first else minutes_between(first, capture)
