"""Goroutines that only wait for a culprit's are shown under it, not as causes of their own."""

from __future__ import annotations

from collections import defaultdict

from ..rows.goroutines.group_model import GoroutineGroupRow
from .finding import SUSPECT_FROM, Finding, Place
from .report import Victim
from .scene import RowView, Scene

MOST_VICTIMS = 20
PASSED_ON = 0.85
"""What waits for a group shows that the group is stuck: the cause is at least nearly as sure as its victims."""

Waiting = dict[tuple[str, ...], list[RowView]]


def under_causes(findings: list[Finding], scene: Scene, *, from_confidence: float) -> list[Finding]:
    """Fold every finding about victims into the finding about what they wait for, when that is sure enough."""
    waiting = _waiting_for(scene)
    if not waiting:
        return findings
    ordered = sorted(findings, key=lambda finding: (_is_victim(finding), *_of_a_cycle(finding), *finding.order()))
    taken: set[Finding] = set()
    for cause in ordered:
        if cause in taken or cause.kind != "goroutine_group":
            continue
        victims = _victims_of(cause, waiting)
        if not victims:
            continue
        places = {(view.kind, view.position) for view in victims}
        if cause.confidence >= from_confidence:
            for finding in ordered:
                if finding is not cause and finding not in taken and finding.places and finding.places <= places:
                    _pass_on(finding, cause)
                    taken.add(finding)
        cause.victims.extend(_shown(victims, scene))
        del cause.victims[MOST_VICTIMS:]
    return [finding for finding in ordered if finding not in taken]


def _pass_on(victim: Finding, cause: Finding) -> None:
    cause.confidence = max(cause.confidence, victim.confidence * PASSED_ON)


def _is_victim(finding: Finding) -> bool:
    rows = [view.row for view in finding.views if isinstance(view.row, GoroutineGroupRow)]
    return bool(rows) and all(row.is_victim for row in rows)


def _of_a_cycle(finding: Finding) -> tuple[bool, bool]:
    """Of a cycle of waiting that has a lock on it, whoever holds the lock and waits for something else comes first.

    It took the lock and then waited; those who ask for the lock under way are what it waits for.
    """
    rows = [view.row for view in finding.views if isinstance(view.row, GoroutineGroupRow)]
    in_cycle = any(row.lock_cycle for row in rows) and finding.confidence >= SUSPECT_FROM
    holds = any(row.lock_cycle and row.holds_lock and row.lock_queue is None for row in rows)
    return not in_cycle, not (in_cycle and holds)


def _waiting_for(scene: Scene) -> Waiting:
    """Groups by the stack of what they wait for."""
    waiting: Waiting = defaultdict(list)
    for view in scene.views("goroutine_group"):
        if isinstance(view.row, GoroutineGroupRow):
            for stack in view.row.waits_for:
                waiting[stack].append(view)
    return waiting


def _victims_of(cause: Finding, waiting: Waiting) -> list[RowView]:
    """Everything that waits for the cause's groups, directly or through others, in the rows' order."""
    found: dict[Place, RowView] = {}
    frontier = [view for view in cause.views if view.kind == "goroutine_group"]
    while frontier:
        view = frontier.pop()
        stack = view.row.stack if isinstance(view.row, GoroutineGroupRow) else None
        for victim in waiting.get(stack or (), ()):
            place = (victim.kind, victim.position)
            if place not in found and place not in cause.places:
                found[place] = victim
                frontier.append(victim)
    return [found[place] for place in sorted(found)]


def _shown(victims: list[RowView], scene: Scene) -> list[Victim]:
    counted: dict[tuple[str, str | None], int] = defaultdict(int)
    for view in victims:
        if isinstance(view.row, GoroutineGroupRow) and view.frames:
            own = next((frame for frame in view.frames if scene.is_app(frame)), view.frames[0])
            counted[(own.function, view.row.state)] += view.row.count or 0
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0][0], item[0][1] or ""))
    return [Victim(function=function, state=state, goroutines=count) for (function, state), count in ordered]
