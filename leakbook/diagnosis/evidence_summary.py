"""One line on each piece of evidence: what it is and how much of it was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from ..evidence.model import (
    Capture,
    Content,
    DescriptorListing,
    EvidenceKind,
    GcTrace,
    GoroutineSnapshot,
    RuntimeMetrics,
    StackProfile,
    TopTable,
)
from ..rows.heap.columns import bytes_in_use
from .quantity_text import bytes_text, count_text, counted, goroutines_text
from .report import EvidenceSummary


def summary_of(capture: Capture) -> EvidenceSummary:
    """The capture as it was understood."""
    return EvidenceSummary(
        name=capture.name,
        kind=capture.reading.kind,
        captured_at=capture.captured_at,
        sha256=capture.sha256,
        size=capture.size,
        position=capture.position,
        summary=_says(capture.reading.kind, capture.reading.content),
        notes=capture.reading.notes,
    )


def is_goroutine_table(content: Content) -> bool:
    """Whether it is pprof's text of a goroutine profile that says so, `Type: goroutine`."""
    return isinstance(content, TopTable) and content.sample_type == "goroutine"


def _says(kind: EvidenceKind, content: Content) -> str:
    match content:
        case GoroutineSnapshot():
            return _snapshot_says(kind, content)
        case StackProfile():
            is_either = kind is EvidenceKind.BLOCK_PROFILE and not len(content)
            return f"{_profile_says(content)}{_EMPTY_CONTENTION if is_either else ''}"
        case GcTrace():
            cycles = sum(len(run) for run in content.runs)
            runs = f" of {len(content.runs)} runs" if len(content.runs) > 1 else ""
            return f"{counted(cycles, 'collection')}{runs}"
        case RuntimeMetrics():
            return f"{counted(len(content.series), 'metric')}{_figures(content)}"
        case TopTable():
            what = f"{goroutines_text(content.total)} by " if is_goroutine_table(content) and content.total else ""
            what = "CPU time by " if content.sample_type == "cpu" else what
            return f"a pprof table of {what}{counted(len(content.rows), 'function')}{_largest(content)}"
        case DescriptorListing():
            return f"{counted(content.total, 'open descriptor')}{_sorts(content)}"


_SORTS_SHOWN: Final = 3


def _sorts(listing: DescriptorListing) -> str:
    """The commonest sorts, and how many are of others: the figures make up the total."""
    named = sorted((one for one in listing.counts if one.count and one.sort != "other"), key=lambda one: -one.count)
    shown = named[:_SORTS_SHOWN]
    rest = listing.total - sum(one.count for one in shown)
    sorts = [counted(one.count, one.sort) for one in shown] + ([f"{count_text(rest)} other"] if rest > 0 else [])
    return f" ({', '.join(sorts)})" if sorts else ""


_EMPTY_CONTENTION: Final = "; an empty mutex profile looks the same"

_NOTHING_PROVED: Final = (
    "the collector found no unreachable goroutine, which does not clear those that a global variable, a timer or I/O "
    "could still wake"
)


def _snapshot_says(kind: EvidenceKind, snapshot: GoroutineSnapshot) -> str:
    if snapshot.only_unreachable and not snapshot.total:
        return _NOTHING_PROVED
    what = "unreachable goroutine" if snapshot.only_unreachable else "goroutine"
    what = "thread" if kind is EvidenceKind.THREADCREATE_PROFILE else what
    part = "" if snapshot.complete else ", cut or an excerpt"
    return f"{counted(snapshot.total, what)} in {counted(len(snapshot.groups), 'group')}{part}"


_GAUGES: Final[Mapping[str, tuple[Callable[[float], str], str]]] = {
    "go_goroutines": (count_text, "goroutines"),
    "go_memstats_heap_alloc_bytes": (bytes_text, "allocated on the heap"),
    "process_resident_memory_bytes": (bytes_text, "resident"),
    "process_open_fds": (count_text, "open descriptors"),
}
"""What whoever is on call looks at first, and how it is written."""


def _figures(metrics: RuntimeMetrics) -> str:
    """The gauges that are known of one process, the first and the newest value of each."""
    said: list[str] = []
    for name, (text, of_what) in _GAUGES.items():
        series = [one for one in metrics.series if one.name == name and one.points]
        if len(series) != 1:
            continue
        first, newest = (text(series[0].points[end][1]) for end in (0, -1))
        said.append(f"{newest} {of_what}" if first == newest else f"{first} to {newest} {of_what}")
    return f": {', '.join(said)}" if said else ""


_COUNTED_AS: Final = {
    "inuse_space": "in use",
    "inuse_objects": "objects in use",
    "alloc_space": "allocated since the start",
    "alloc_objects": "objects allocated since the start",
}


def _largest(table: TopTable) -> str:
    """The row that most is booked to, where the table says what it counts: whoever reads on knows where to look."""
    row = max(table.rows, key=lambda one: one.flat, default=None)
    if row is None or row.flat <= 0 or table.sample_type not in _COUNTED_AS:
        return ""
    amount = bytes_text(row.flat) if table.unit == "bytes" else count_text(row.flat)
    share = f", {100 * row.flat / table.total:.0f} %" if table.total and not table.is_difference else ""
    return f", most in {row.function} ({amount} {_COUNTED_AS[table.sample_type]}{share})"


def _profile_says(profile: StackProfile) -> str:
    inuse = bytes_in_use(profile)
    if inuse is not None:
        how = "" if profile.scaled else " when scaled up"
        return f"{bytes_text(inuse)} in use{how}, {counted(len(profile), 'sample')}"
    return counted(len(profile), "sample")
