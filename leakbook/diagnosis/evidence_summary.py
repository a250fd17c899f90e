"""One line on each piece of evidence: what it is and how much of it was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from ..evidence.model import (
    Capture,
    Content,
    DescriptorListing,
    GcTrace,
    GoroutineSnapshot,
    MetricSeries,
    RuntimeMetrics,
    StackProfile,
    TopTable,
)
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
        summary=_says(capture.reading.content),
        notes=capture.reading.notes,
    )


def is_goroutine_table(content: Content) -> bool:
    """Whether it is pprof's text of a goroutine profile that says so, `Type: goroutine`."""
    return isinstance(content, TopTable) and content.sample_type == "goroutine"


def _says(content: Content) -> str:
    match content:
        case GoroutineSnapshot():
            what = "unreachable goroutine" if content.only_unreachable else "goroutine"
            part = "" if content.complete else ", cut or an excerpt"
            return f"{counted(content.total, what)} in {counted(len(content.groups), 'group')}{part}"
        case StackProfile():
            return _profile_says(content)
        case GcTrace():
            cycles = sum(len(run) for run in content.runs)
            runs = f" of {len(content.runs)} runs" if len(content.runs) > 1 else ""
            return f"{counted(cycles, 'collection')}{runs}"
        case RuntimeMetrics():
            return f"{counted(len(content.series), 'metric')}{_figures(content.series)}"
        case TopTable():
            what = f"{goroutines_text(content.total)} by " if is_goroutine_table(content) and content.total else ""
            return f"a pprof table of {what}{counted(len(content.rows), 'function')}{_largest(content)}"
        case DescriptorListing():
            sorts = ", ".join(
                f"{count_text(one.count)} other" if one.sort == "other" else counted(one.count, one.sort)
                for one in content.counts[:3]
            )
            return f"{counted(content.total, 'open descriptor')} ({sorts})"


_FIGURES: Final[tuple[tuple[str, str, Callable[[float], str]], ...]] = (
    ("go_goroutines", "goroutines", count_text),
    ("go_memstats_heap_alloc_bytes", "heap", bytes_text),
    ("process_resident_memory_bytes", "resident", bytes_text),
    ("process_open_fds", "open descriptors", count_text),
)


def _figures(series: Sequence[MetricSeries]) -> str:
    """First and last value of what is asked for most, where it is of one process: `: open descriptors 120 to 180`."""
    told = []
    for name, words, write in _FIGURES:
        found = [one.points for one in series if one.name == name and one.points]
        if len(found) == 1:
            first, last = write(found[0][0][1]), write(found[0][-1][1])
            told.append(f"{words} {last}" if first == last else f"{words} {first} to {last}")
    return f": {', '.join(told)}" if told else ""


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
    inuse = profile.column("inuse_space")
    if inuse is not None:
        return f"{bytes_text(int(inuse.sum()))} in use, {counted(len(profile), 'sample')}"
    return counted(len(profile), "sample")
