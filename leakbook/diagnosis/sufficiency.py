"""Whether the evidence was enough to call the process healthy, side by side: its goroutines, its memory.

A side is *steady* when it was watched over time and did not grow, *quiet* when one complete look shows nothing that
could be a pile-up, *growing* when it grows without a playbook being sure why, *unseen* when the evidence cannot say.
Healthy needs one side steady or quiet, none growing. What was not seen is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..evidence.model import Capture, EvidenceKind
from ..rows.goroutines.group_model import GoroutineGroupRow
from ..rows.goroutines.group_stood import STANDS_LONG
from ..rows.heap.site_model import HeapSiteRow
from ..rows.lineage import FEW
from ..rows.model import Rows
from ..rows.moments import A_GLANCE, goroutines_of
from ..rows.process.descriptor_counts import AT_LIMIT
from ..rows.process.model import ProcessRow
from ..rows.statistics.sampling import DEFAULT_PERIOD
from ..rows.waits.lock_waits import LOCK_STATES
from .evidence_summary import is_goroutine_table
from .likely_growth import SURE_GROWTH, likely_grows, surely_grow
from .quantity_text import bytes_text, count_text
from .standing import CLIMBS_FROM, LEVELLED_FROM, Count, Side, Standing, is_long_enough, watched
from .why_unseen import why_goroutines_are_unseen, why_memory_is_unseen

STILL_RISING = 0.2
"""How surely a figure may be level at most that is taken to rise still."""
LEVEL_UP_TO = 0.35
RISEN_FROM = 1.25
"""Last live heap over the first from which only a climb that has ended is level, not one that few figures show."""

SHOWS_SLOW_LEAKS = 10.0
"""Minutes between heap profiles from which a leak that matters by tomorrow has gained more than they blur."""
HEAP_FIGURES = frozenset({EvidenceKind.GCTRACE, EvidenceKind.RUNTIME_METRICS})
SHOWS_CHANCE = "One more, ten minutes later or more under the same load, shows whether it was chance."
ONLY_FAST_ONES = (
    "So short a time shows a fast leak only. One more, ten minutes later or more under the same load, shows a slow one."
)

HEAP_PAIR = "heap_profile_pair"
DUMP_PAIR = "goroutine_dump_pair"
MANY_STARTED = 2000
"""Goroutines that a process starts between two dumps whose times are not known, so that a leak would have shown: what
leaks, leaks with the work that is done, and work starts goroutines."""

STARTED_PER_GOROUTINE = 5

GAINED_PART = 0.5
"""A gain of this part of all goroutines is not called steady, whether they stay or not: a queue may be outrun."""

SCATTERED = 8
"""Sampled objects of half a megabyte that may lie on as many sites, one on each, where none can be told from chance."""


CROWD = 30
"""Goroutines at one lock that a busy service may well show for a moment, and a stuck one shows for hours."""

LEAST_GROUPS = 3
"""A dump of fewer groups is no service at rest but a few stacks, such as those of a deadlock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """A side that was not seen: a code for programs, the sentence, the id of the evidence that would show it.

    `begun`: one look at it was posted, or a part.
    """

    code: str
    says: str
    evidence: str
    begun: bool = False

    def warning(self) -> str:
        """As it stands among an answer's warnings."""
        return f"{self.code}: {self.says}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sufficiency:
    """Both sides, and the open descriptors where these grow or fill the limit."""

    goroutines: Side
    memory: Side
    descriptors: Side | None = None

    @property
    def is_enough(self) -> bool:
        """Whether "healthy" can be said when no playbook says otherwise."""
        standings = {self.goroutines.standing, self.memory.standing}
        grows = Standing.GROWING in standings or self.descriptors is not None
        return not grows and bool(standings & {Standing.QUIET, Standing.STEADY})

    @property
    def looked_in(self) -> str:
        """Where was looked, where that is one side only, in words; else nothing."""
        seen = [
            place
            for side, place in ((self.goroutines, "among the goroutines"), (self.memory, "in memory"))
            if side.standing is not Standing.UNSEEN
        ]
        return seen[0] if len(seen) == 1 else ""

    def unseen(self) -> tuple[Unseen, ...]:
        """The sides that the evidence says nothing of, each with what would show it."""
        sides = ((self.goroutines, "goroutines_unseen", "goroutine_dump"), (self.memory, "memory_unseen", HEAP_PAIR))
        return tuple(
            Unseen(code=code, says=side.says, evidence=evidence, begun=side.begun)
            for side, code, evidence in sides
            if side.standing is Standing.UNSEEN
        )

    def growing(self) -> tuple[tuple[str, str], ...]:
        """Of each side that grows without a known reason, the evidence that shows more of it, and the sentence."""
        sides = ((self.goroutines, DUMP_PAIR), (self.memory, HEAP_PAIR), (self.descriptors, "descriptor_listing"))
        return tuple((evidence, side.says) for side, evidence in sides if side and side.standing is Standing.GROWING)


def judge(rows: Rows, captures: Sequence[Capture]) -> Sufficiency:
    """Judge both sides from what was measured."""
    return Sufficiency(
        goroutines=_goroutines(rows, captures), memory=_memory(rows, captures), descriptors=_descriptors(rows.process)
    )


def _goroutine_count(process: ProcessRow) -> Count | None:
    if process.goroutines is None or process.goroutines_trend is None:
        return None
    return Count(
        what="goroutines",
        last=process.goroutines,
        ratio=process.goroutines_growth_ratio,
        trend=process.goroutines_trend,
        plateau=process.goroutines_plateau,
        per_minute=process.goroutines_per_minute,
        minutes=process.goroutines_watched,
    )


def _descriptors(process: ProcessRow) -> Side | None:
    """Open descriptors where they were counted and grow, or fill the limit; else they say nothing of the rest."""
    if process.open_fds is None:
        return None
    if (process.fds_of_limit or 0.0) >= AT_LIMIT:
        says = f"{count_text(process.open_fds)} descriptors are open, nearly as many as the process may have."
        return Side(standing=Standing.UNSEEN, says=says)
    if process.open_fds_trend is None:
        return None
    count = Count(
        what="open descriptors",
        last=process.open_fds,
        ratio=process.open_fds_growth_ratio,
        trend=process.open_fds_trend,
        plateau=process.open_fds_plateau,
        per_minute=process.open_fds_per_minute,
        minutes=process.observed,
    )
    standing = count.standing()
    return Side(standing=standing, says=count.growth()) if standing is Standing.GROWING else None


def _goroutines(rows: Rows, captures: Sequence[Capture]) -> Side:
    process, groups = rows.process, rows.goroutine_groups
    snapshots = [snapshot for capture in captures if (snapshot := goroutines_of(capture)) is not None]
    whole = bool(snapshots) and all(snapshot.complete for snapshot in snapshots)
    followed = whole and len(snapshots) > 1 and any(row.growth is not None for row in groups)
    count = _goroutine_count(process)
    counted = count.standing(followed=followed) if count else Standing.UNSEEN
    if count and counted is Standing.GROWING:
        return Side(standing=counted, says=count.growth())
    if any((row.growth_certainty or 0) >= SURE_GROWTH and (row.growth or 0) > FEW for row in groups):
        return Side(standing=Standing.GROWING, says="Some groups of goroutines grow.")
    gained = sum(row.growth or 0 for row in groups)
    if gained > max(FEW, GAINED_PART * (sum(row.count or 0 for row in groups) - gained)):
        says = f"There are {count_text(gained)} goroutines more than at first, though they come and go."
        return Side(standing=Standing.GROWING, says=says)
    if counted is Standing.STEADY or (followed and _was_watched(process, groups)):
        return _crowd_at_a_lock(process, groups) or Side(standing=Standing.STEADY, says=_how_steady(count, process))
    if whole and _all_quiet(groups):
        says = "At the moment of the dump every goroutine is a known resident."
        return Side(standing=Standing.QUIET, says=says)
    says = why_goroutines_are_unseen(process, captures, looks=len(snapshots), whole=whole)
    begun = bool(snapshots) or any(is_goroutine_table(capture.reading.content) for capture in captures)
    return Side(standing=Standing.UNSEEN, says=says, begun=begun)


def _crowd_at_a_lock(process: ProcessRow, groups: Sequence[GoroutineGroupRow]) -> Side | None:
    """A crowd at a lock that may stand there since the first look, minutes ago: counts do not tell."""
    if (process.goroutines_watched or 0.0) < STANDS_LONG:
        return None
    crowds = [
        row.count or 0
        for row in groups
        if (row.state in LOCK_STATES or row.lock_queue)
        and row.stood is None
        and row.stayed is None
        and row.growth is not None
        and min(row.count or 0, (row.count or 0) - row.growth) >= CROWD
    ]
    if not crowds:
        return None
    says = f"{count_text(max(crowds))} goroutines wait for a lock at first and at last, and no numbers or waits tell "
    return Side(standing=Standing.UNSEEN, says=says + "whether they are the same ones.")


def _was_watched(process: ProcessRow, groups: Sequence[GoroutineGroupRow]) -> bool:
    """Whether a leak would have shown between the dumps: in time, or in work where the time is not known."""
    if process.goroutines_watched is not None:
        return is_long_enough(process.goroutines_watched)
    living = sum(row.count or 0 for row in groups)
    return (process.goroutines_started or 0) >= max(MANY_STARTED, STARTED_PER_GOROUTINE * living)


def _how_steady(count: Count | None, process: ProcessRow) -> str:
    minutes = process.goroutines_watched
    if minutes is None:
        started = count_text(process.goroutines_started or 0)
        return f"The goroutines did not grow in number between the dumps, while {started} were started."
    if count is None or round(count.first) >= count.last:
        return f"The goroutines did not grow in number{watched(minutes)}."
    numbers = f"{count_text(round(count.first))} to {count_text(count.last)}"
    return f"The number of goroutines is level ({numbers}{watched(minutes)})."


def _all_quiet(groups: Sequence[GoroutineGroupRow]) -> bool:
    """Whether nothing in one look could be a pile-up or a deadlock."""
    if any(
        row.lock_cycle
        or row.self_deadlock
        or row.may_self_deadlock
        or row.unreachable
        or (row.holds_lock and row.victims)
        for row in groups
    ):
        return False
    if len(groups) < LEAST_GROUPS or any(_is_stuck_state(row.state) for row in groups):
        return False
    return all(row.known_idle for row in groups if row.state not in {"running", "runnable"})


def _is_stuck_state(state: str | None) -> bool:
    """Whether nobody waits like this by design for long: a send, a lock, a counter, a channel that is nil."""
    return state is not None and (state.startswith(("sync.", "chan send", "semacquire")) or "nil chan" in state)


def _memory(rows: Rows, captures: Sequence[Capture]) -> Side:
    process = rows.process
    compared = [row for row in rows.heap_sites if row.growth_certainty is not None]
    only_profiles = not any(capture.reading.kind in HEAP_FIGURES for capture in captures)
    if only_profiles and (likely := likely_grows(compared)):
        return replace(likely, ask=(HEAP_PAIR, SHOWS_CHANCE))
    side = _live_heap(process, doubted=not compared or _outweighs_profiles(process)) or _sites(process, compared)
    if side is None and not compared and not is_long_enough(process.live_heap_watched):
        side = _resident_climbs(process)
    if side is not None and side.standing is Standing.STEADY and only_profiles and _was_short(process):
        return replace(side, ask=(HEAP_PAIR, ONLY_FAST_ONES))
    return side or Side(
        standing=Standing.UNSEEN, says=why_memory_is_unseen(rows, captures), begun=bool(rows.heap_sites)
    )


def _was_short(process: ProcessRow) -> bool:
    """Whether heap profiles stand so close that a slow leak need not show.

    They sample one object in half a megabyte: a megabyte a minute is three or four of them in two minutes.
    """
    return process.heap_watched is not None and process.heap_watched < SHOWS_SLOW_LEAKS


def _live_heap(process: ProcessRow, *, doubted: bool) -> Side | None:
    """By the live heap over time; a rise that may have ended counts only when `doubted`: no sites can tell more."""
    trend, plateau = process.live_heap_trend, process.live_heap_plateau
    if process.live_heap_watched is not None and process.live_heap_watched < A_GLANCE:
        return None
    if trend is not None and trend >= CLIMBS_FROM and (plateau or 0.0) < CLIMBS_FROM:
        rate = process.live_heap_per_minute
        by = _paced(rate)
        return Side(standing=Standing.GROWING, says=f"The live heap climbs{by}.")
    # Beside tables of fifty megabytes a leak of four is no ratio; a slope that is surely none of nothing tells it.
    small = (process.live_heap_growth_ratio or 0.0) < RISEN_FROM and not process.live_heap_rises
    no_climb = trend is not None and trend <= LEVEL_UP_TO and small
    levelled = (plateau is not None and plateau >= LEVELLED_FROM) or no_climb
    levelled = levelled and not process.live_heap_steps
    if levelled and (beyond := _beyond_the_heap(process)):
        return beyond
    if levelled and is_long_enough(process.live_heap_watched):
        return Side(standing=Standing.STEADY, says="The live heap after each collection stays level.")
    if trend is not None and not levelled and doubted:
        return Side(standing=Standing.GROWING, says=_may_grow(process))
    return None


def _outweighs_profiles(process: ProcessRow) -> bool:
    """Whether sites that do not grow clear no rise of the live heap.

    They need not show a rise of few sampled objects; one by a quarter of the heap they should show, and contradict.
    """
    if process.live_heap is None or not process.live_heap_growth_ratio:
        return False
    risen = process.live_heap * (1 - 1 / process.live_heap_growth_ratio)
    return process.live_heap_growth_ratio >= RISEN_FROM or 0 < risen <= SCATTERED * DEFAULT_PERIOD


def _sites(process: ProcessRow, compared: Sequence[HeapSiteRow]) -> Side | None:
    """By the sites of heap profiles that were `compared`; None where there are none, or too little time passed."""
    if surely_grow(compared):
        return Side(standing=Standing.GROWING, says="Some allocation sites hold more in each heap profile.")
    if compared and is_long_enough(process.heap_watched):
        says = f"No allocation site grew beyond sampling error{watched(process.heap_watched)}."
        return Side(standing=Standing.STEADY, says=says)
    return None


def _paced(bytes_per_minute: float | None) -> str:
    return f" by {bytes_text(bytes_per_minute)} per minute" if bytes_per_minute else ""


def _beyond_the_heap(process: ProcessRow) -> Side | None:
    """Resident memory that climbs while the live heap is level: Go's profiles cannot show what it is."""
    trend, rate = process.outside_go_trend, process.outside_go_per_minute
    if trend is None:
        trend, rate = process.rss_trend, process.rss_per_minute
    if (trend or 0.0) < CLIMBS_FROM and not _rose_outside(process):
        return None
    by = _paced(rate)
    return Side(
        standing=Standing.GROWING,
        says=f"The live heap stays level, but resident memory beyond it climbs{by}: cgo, mapped files, another "
        "allocator, or heap that the runtime does not give back.",
    )


def _rose_outside(process: ProcessRow) -> bool:
    """Whether memory outside of Go rose by a quarter and is not level, by figures too few to call it a climb."""
    plateau = process.outside_go_plateau
    return plateau is not None and plateau < STILL_RISING and (process.outside_go_growth_ratio or 0.0) >= 1.25


def _resident_climbs(process: ProcessRow) -> Side | None:
    """Resident memory that climbs where nothing tells how much of it is Go's heap."""
    if (process.rss_trend or 0.0) < CLIMBS_FROM or process.rss is None:
        return None
    rate, ratio = process.rss_per_minute, process.rss_growth_ratio
    by = _paced(rate)
    since = f", from {bytes_text(process.rss / ratio)} to {bytes_text(process.rss)}" if ratio else ""
    return Side(
        standing=Standing.GROWING,
        says=f"Resident memory climbs{by}{since}; whether Go's heap holds it was not measured.",
        ask=(HEAP_PAIR, "It tells whether Go's heap holds what grows, and who allocated it."),
    )


def _may_grow(process: ProcessRow) -> str:
    """The sentence on a live heap that rose beyond its noise, by figures too few or too uneven to call it a climb."""
    last, ratio = process.live_heap or 0, process.live_heap_growth_ratio
    first = f" from {bytes_text(last / ratio)}" if ratio else ""
    doubt = "it has not levelled off" if process.live_heap_plateau is not None else "so few figures cannot tell more"
    return f"The live heap rose{first} to {bytes_text(last)}; {doubt}."
