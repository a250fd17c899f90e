"""Whether heap profiles are of one process: what was allocated in all only rises while it lives (MemStats.TotalAlloc).

Every heap profile counts, by stack, what was ever allocated. A total that falls means a restart, another process or a
wrong order; which of these, nothing in a profile tells, so such profiles are not compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...evidence.model import Capture, EvidenceKind, StackProfile
from ..lineage import Lineage, judged_says
from ..moments import in_time_order

FALLEN: Final = 0.95
"""Below this part of the total before: what is scaled up for sampling moves a little as a stack's mean size does."""


def heap_lineage(captures: Sequence[Capture]) -> Lineage:
    """All captures but the heap profiles that go on from no other: of several runs the longest, then the largest."""
    doubts: list[str] = []
    left: set[int] = set()
    for scaled in (True, False):
        runs = _runs(in_time_order([capture for capture in captures if _counts_allocated(capture, scaled=scaled)]))
        if len(runs) < 2:
            continue
        kept = max(runs, key=lambda run: (len(run), _inuse(run[-1])))
        others = [capture for run in runs if run is not kept for capture in run]
        left.update(capture.order for capture in others)
        doubts.append(
            "other_process: What was allocated in all falls from heap profile to heap profile: the process was "
            "restarted, these are several processes, or their order is wrong. "
            f"{judged_says(kept, others)}"
        )
    return Lineage(captures=tuple(c for c in captures if c.order not in left), doubts=tuple(doubts))


def _runs(ordered: Sequence[Capture]) -> list[list[Capture]]:
    runs: list[list[Capture]] = []
    most = 0
    for capture in ordered:
        allocated = _total(capture, "alloc_space")
        if not runs or allocated < FALLEN * most:
            runs.append([])
            most = 0
        runs[-1].append(capture)
        most = max(most, allocated)
    return runs


def _counts_allocated(capture: Capture, *, scaled: bool) -> bool:
    profile = capture.reading.content
    if not isinstance(profile, StackProfile) or capture.reading.kind is not EvidenceKind.HEAP_PROFILE:
        return False
    return not profile.is_delta and profile.scaled is scaled and profile.column("alloc_space") is not None


def _inuse(capture: Capture) -> int:
    return _total(capture, "inuse_space")


def _total(capture: Capture, column: str) -> int:
    profile = capture.reading.content
    values = profile.column(column) if isinstance(profile, StackProfile) else None
    return 0 if values is None else int(values.sum())
