"""One line on each piece of evidence: what it is and how much of it was read."""

from __future__ import annotations

from ..evidence.model import (
    Capture,
    Content,
    DescriptorListing,
    GcTrace,
    GoroutineSnapshot,
    RuntimeMetrics,
    StackProfile,
    TopTable,
)
from .quantity_text import bytes_text, count_text
from .report import EvidenceSummary


def summary_of(capture: Capture) -> EvidenceSummary:
    """The capture as it was understood."""
    return EvidenceSummary(
        name=capture.name,
        kind=capture.reading.kind,
        captured_at=capture.captured_at,
        sha256=capture.sha256,
        size=capture.size,
        summary=_says(capture.reading.content),
        notes=capture.reading.notes,
    )


def _says(content: Content) -> str:
    match content:
        case GoroutineSnapshot():
            what = "unreachable goroutines" if content.only_unreachable else "goroutines"
            part = "" if content.complete else ", cut or an excerpt"
            return f"{count_text(content.total)} {what} in {count_text(len(content.groups))} groups{part}"
        case StackProfile():
            return _profile_says(content)
        case GcTrace():
            cycles = sum(len(run) for run in content.runs)
            runs = f" of {len(content.runs)} runs" if len(content.runs) > 1 else ""
            return f"{count_text(cycles)} collections{runs}"
        case RuntimeMetrics():
            return f"{count_text(len(content.series))} metrics"
        case TopTable():
            return f"a pprof table of {count_text(len(content.rows))} functions"
        case DescriptorListing():
            sorts = ", ".join(f"{count_text(one.count)} {one.sort}" for one in content.counts[:3])
            return f"{count_text(content.total)} open descriptors ({sorts})"


def _profile_says(profile: StackProfile) -> str:
    inuse = profile.column("inuse_space")
    if inuse is not None:
        return f"{bytes_text(int(inuse.sum()))} in use, {count_text(len(profile))} samples"
    return f"{count_text(len(profile))} samples"
