"""A scored candidate on its way to becoming a diagnosis: what it covers, costs and takes in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from ..evidence.names import stable_name
from ..playbook.model import Playbook
from ..rows.goroutines.group_model import GoroutineGroupRow
from ..rows.heap.site_model import HeapSiteRow
from ..rows.process.model import ProcessRow
from .report import Culprit, Impact, Tier, Victim
from .scene import RowView
from .score import Score

LEAK_FROM = 0.7
SUSPECT_FROM = 0.4
"""Confidence of the first leak from which the verdict is `leak`, and `suspect`."""
NAMED_FROM = 0.2
"""From here on a reading is told as the likeliest where nothing is believed."""
SURE_FROM = 0.95
"""From here on no further evidence is needed."""

Place = tuple[str, int]
"""Kind and position of a row."""


@dataclass(slots=True, kw_only=True, eq=False)
class Finding:
    """`scores` starts with the one that leads; others were taken in because they show the same cause."""

    scores: list[Score]
    culprit: Culprit
    fingerprint: str
    confidence: float
    impact: Impact
    """What its rows cost. Where it is of the process, `whole` is what that does, `borrowed` what the row whose culprit
    it names does."""
    whole: Impact
    borrowed: Impact
    includes: list[str] = field(default_factory=list)
    victims: list[Victim] = field(default_factory=list)
    places: frozenset[Place] = frozenset()
    """The rows it covers, less the process, which every finding is about."""

    def __post_init__(self) -> None:
        """Note the rows once: they are compared with those of every other finding."""
        self.places = frozenset((view.kind, view.position) for view in self.views if view.kind != "process")

    @property
    def lead(self) -> Score:
        """The score that gives playbook, title and remediation."""
        return self.scores[0]

    @property
    def playbook_id(self) -> str:
        """Id of the leading playbook."""
        return self.lead.playbook.id

    @property
    def kind(self) -> str:
        """Row kind of the leading candidate."""
        return self.lead.subject.kind

    @property
    def views(self) -> tuple[RowView, ...]:
        """All rows the finding covers."""
        return tuple(dict.fromkeys(score.subject for score in self.scores))

    @property
    def costs(self) -> Impact:
        """What the rows that it names cost; of what none of them tells the process's."""
        return in_place_of(in_place_of(self.whole, self.borrowed), self.impact)

    @property
    def culprit_name(self) -> str | None:
        """The culprit without what changes between builds."""
        return stable_name(self.culprit.function) if self.culprit.function else None

    @property
    def tier(self) -> Tier:
        """Proof when the collector found members of a covered group unreachable."""
        proved = any(isinstance(view.row, GoroutineGroupRow) and view.row.unreachable for view in self.views)
        return Tier.PROOF if proved else Tier.HEURISTIC

    @property
    def proved(self) -> int | None:
        """How many goroutines the collector found unreachable, where these are fewer than what the finding costs."""
        rows = [view.row for view in self.views if isinstance(view.row, GoroutineGroupRow)]
        proved = sum({row.stack: row.unreachable_count or 0 for row in rows}.values())
        return proved if 0 < proved < (self.costs.goroutines or 0) else None

    def take_in(self, other: Finding) -> None:
        """Show `other` as part of this one."""
        known = self.places
        for view in other.views:
            if view.kind != "process" and (view.kind, view.position) not in known:
                self.impact = added(self.impact, impact_of(view, other.lead.playbook))
        self.scores.extend(other.scores)
        self.places |= other.places
        for playbook in (other.playbook_id, *other.includes):
            if playbook != self.playbook_id and playbook not in self.includes:
                self.includes.append(playbook)
        self.victims.extend(other.victims)

    def order(self) -> tuple[bool, float, float, float, str, int, str]:
        """Verdict makers first, then by confidence under and without ceilings, by cost an hour, by place in the code.

        What a function is called comes last of all. Of stages that block one another the later is written further down.
        """
        makes_verdict = self.lead.playbook.leak and self.confidence >= SUSPECT_FROM
        return (
            not makes_verdict,
            -round(self.confidence, 3),
            -round(self.lead.summed, 3),
            -_hourly(added(self.whole, self.impact)),
            self.playbook_id,
            -(self.culprit.line or 0),
            self.culprit.function or "",
        )


def impact_of(view: RowView, playbook: Playbook) -> Impact:
    """What the row costs.

    Of the whole process a leak's cost is what grows, and unknown where the leak is of descriptors, which these figures
    do not count. What only looks like a leak costs the process nothing it could be held against.
    """
    row = view.row
    if isinstance(row, GoroutineGroupRow):
        return Impact(goroutines=row.count, goroutines_per_minute=row.growth_per_minute)
    if isinstance(row, HeapSiteRow):
        return Impact(bytes=row.inuse, bytes_per_minute=row.growth_per_minute)
    return _of_process(row) if playbook.leak and playbook.category != "resource" else Impact()


def _of_process(row: ProcessRow) -> Impact:
    more, heavier = row.goroutines_per_minute, row.live_heap_per_minute
    grows, climbs = more is None or more > 0, heavier is None or heavier > 0
    return Impact(
        goroutines=row.goroutines if grows else None,
        goroutines_per_minute=more if grows else None,
        bytes=row.live_heap if climbs else None,
        bytes_per_minute=heavier if climbs else None,
        of_whole_heap=climbs and row.live_heap is not None,
    )


def in_place_of(whole: Impact, rows: Impact) -> Impact:
    """What the rows cost, which are a part of the whole.

    The whole's goroutines or bytes where the rows have none, or only it has a pace.
    """
    paced = rows.goroutines_per_minute is not None or whole.goroutines_per_minute is None
    goroutines = rows if rows.goroutines is not None and paced else whole
    paced = rows.bytes_per_minute is not None or whole.bytes_per_minute is None
    heap = rows if rows.bytes is not None and paced else whole
    return Impact(
        goroutines=goroutines.goroutines,
        goroutines_per_minute=goroutines.goroutines_per_minute,
        bytes=heap.bytes,
        bytes_per_minute=heap.bytes_per_minute,
        of_whole_heap=heap.of_whole_heap,
    )


def added(one: Impact, other: Impact) -> Impact:
    """Both costs together; what neither measured stays unmeasured."""
    return Impact(
        goroutines=_sum(one.goroutines, other.goroutines),
        goroutines_per_minute=_sum(one.goroutines_per_minute, other.goroutines_per_minute),
        bytes=_sum(one.bytes, other.bytes),
        bytes_per_minute=_sum(one.bytes_per_minute, other.bytes_per_minute),
    )


_Number = TypeVar("_Number", int, float)


def _sum(one: _Number | None, other: _Number | None) -> _Number | None:
    if one is None:
        return other
    return one if other is None else one + other


def _hourly(impact: Impact) -> float:
    """Bytes an hour, a goroutine taken for the 8 KiB it costs at least with what it references; then size."""
    rate = 60 * ((impact.goroutines_per_minute or 0.0) * 8192 + (impact.bytes_per_minute or 0.0))
    return rate + ((impact.goroutines or 0) * 8192 + (impact.bytes or 0)) * 1e-6
