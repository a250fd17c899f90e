"""Whether the evidence was enough to call the process healthy, side by side: its goroutines, its memory.

A side is *steady* when it was watched over time and did not grow, *quiet* when one complete look shows nothing that
could be a pile-up, *growing* when it grows without a playbook being sure why, *unseen* when the evidence cannot say.
Healthy needs one side steady or quiet, none growing. What was not seen is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ..evidence.model import Capture, GoroutineSnapshot
from ..rows.model import GoroutineGroupRow, ProcessRow, Rows
from ..rows.moments import LEAST_MINUTES
from .quantity_text import bytes_text, count_text, minutes_text

CLIMBS_FROM = 0.6
LEVEL_UP_TO = 0.35
SURE_GROWTH = 0.9
FEW = 8
"""Goroutines that come and go without being a pile-up."""

GAINED_PART = 0.5
"""A gain of this part of all goroutines is not called steady, whether they stay or not: a queue may be outrun."""


LEAST_GROUPS = 3
"""A dump of fewer groups is no service at rest but a few stacks, such as those of a deadlock."""


class Standing(Enum):
    """How one side of the process looks."""

    UNSEEN = auto()
    GROWING = auto()
    QUIET = auto()
    STEADY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side with the sentence that tells how it was seen."""

    standing: Standing
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sufficiency:
    """Both sides."""

    goroutines: Side
    memory: Side

    @property
    def is_enough(self) -> bool:
        """Whether "healthy" can be said when no playbook says otherwise."""
        standings = {self.goroutines.standing, self.memory.standing}
        return Standing.GROWING not in standings and bool(standings & {Standing.QUIET, Standing.STEADY})


def judge(rows: Rows, captures: Sequence[Capture]) -> Sufficiency:
    """Judge both sides from what was measured."""
    return Sufficiency(goroutines=_goroutines(rows, captures), memory=_memory(rows))


def _watched(minutes: float | None) -> str:
    return f" over {minutes_text(minutes)}" if minutes else " between the captures"


def _is_long_enough(minutes: float | None) -> bool:
    """Whether something that grows could have shown; where the times are unknown it is taken so."""
    return minutes is None or minutes >= LEAST_MINUTES


def _goroutines(rows: Rows, captures: Sequence[Capture]) -> Side:
    process = rows.process
    if process.goroutines_trend is not None and process.goroutines_trend >= CLIMBS_FROM:
        rate = process.goroutines_per_minute
        by = f" by {count_text(rate)} per minute" if rate else ""
        return Side(standing=Standing.GROWING, says=f"The number of goroutines climbs{by}.")
    growing = [
        row for row in rows.goroutine_groups if (row.growth_certainty or 0) >= SURE_GROWTH and (row.growth or 0) > FEW
    ]
    if growing:
        return Side(standing=Standing.GROWING, says="Some groups of goroutines grow.")
    snapshots = [
        capture.reading.content
        for capture in captures
        if isinstance(capture.reading.content, GoroutineSnapshot) and not capture.reading.content.only_unreachable
    ]
    compared = any(row.growth is not None for row in rows.goroutine_groups)
    whole = bool(snapshots) and all(snapshot.complete for snapshot in snapshots)
    gained = sum(row.growth or 0 for row in rows.goroutine_groups)
    if gained > max(FEW, GAINED_PART * (sum(row.count or 0 for row in rows.goroutine_groups) - gained)):
        says = f"There are {count_text(gained)} goroutines more than at first, though they come and go."
        return Side(standing=Standing.GROWING, says=says)
    counted = process.goroutines_trend is not None and _is_long_enough(process.goroutines_watched)
    followed = whole and len(snapshots) > 1 and compared and _is_long_enough(process.goroutines_watched)
    if counted or followed:
        says = f"The goroutines did not grow in number{_watched(process.goroutines_watched)}."
        return Side(standing=Standing.STEADY, says=says)
    if whole and _all_quiet(rows.goroutine_groups):
        says = "At the moment of the dump every goroutine is a known resident or a service loop."
        return Side(standing=Standing.QUIET, says=says)
    return Side(standing=Standing.UNSEEN, says=_why_goroutines_are_unseen(process, looked_at=bool(snapshots)))


def _why_goroutines_are_unseen(process: ProcessRow, *, looked_at: bool) -> str:
    if looked_at:
        return "One look at the goroutines cannot show whether they grow."
    if process.goroutines is not None:
        return "The figures of the number of goroutines are too few to show whether it grows."
    return "The goroutines were not looked at."


def _all_quiet(groups: Sequence[GoroutineGroupRow]) -> bool:
    """Whether nothing in one look could be a pile-up or a deadlock."""
    if any(
        row.lock_cycle or row.self_deadlock or row.unreachable or (row.holds_lock and row.victims) for row in groups
    ):
        return False
    if len(groups) < LEAST_GROUPS or any(_is_stuck_state(row.state) for row in groups):
        return False
    return all(row.known_idle or row.listens_for_stop for row in groups if row.state not in {"running", "runnable"})


def _is_stuck_state(state: str | None) -> bool:
    """Whether nobody waits like this by design for long: a send, a lock, a counter, a channel that is nil."""
    return state is not None and (state.startswith(("sync.", "chan send", "semacquire")) or "nil chan" in state)


def _memory(rows: Rows) -> Side:
    process = rows.process
    trend, plateau = process.live_heap_trend, process.live_heap_plateau
    if trend is not None and trend >= CLIMBS_FROM and (plateau or 0.0) < CLIMBS_FROM:
        rate = process.live_heap_per_minute
        by = f" by {bytes_text(rate)} per minute" if rate else ""
        return Side(standing=Standing.GROWING, says=f"The live heap climbs{by}.")
    if (plateau is not None and plateau >= CLIMBS_FROM) or (trend is not None and trend <= LEVEL_UP_TO):
        return Side(standing=Standing.STEADY, says="The live heap after each collection stays level.")
    compared = [row for row in rows.heap_sites if row.growth_certainty is not None]
    if any((row.growth_certainty or 0) >= SURE_GROWTH and (row.growth or 0) > 2**20 for row in compared):
        return Side(standing=Standing.GROWING, says="Some allocation sites hold more in each heap profile.")
    if compared and _is_long_enough(process.heap_watched):
        says = f"No allocation site grew beyond sampling error{_watched(process.heap_watched)}."
        return Side(standing=Standing.STEADY, says=says)
    return Side(standing=Standing.UNSEEN, says=_why_memory_is_unseen(rows))


def _why_memory_is_unseen(rows: Rows) -> str:
    watched = rows.process.heap_watched
    if watched is not None:
        return f"The heap was watched for {minutes_text(watched)} only, too short for growth to show."
    if rows.heap_sites:
        return "One heap profile cannot show whether it grows."
    if rows.process.live_heap is not None:
        return "The figures of the live heap are too few to show whether it grows."
    return "The heap was not looked at."
