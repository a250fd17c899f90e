"""Which rows each playbook is asked about, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..playbook.model import Playbook, Playbooks
from ..rows.model import GoroutineGroupRow, HeapSiteRow
from .conditions import holds
from .observe import Observer
from .scene import RowView, Scene
from .score import Outcome, Score, Scorer

CANDIDATES_PER_PLAYBOOK = 2_000
"""Of one playbook's candidates the most telling are scored; the tail of a dump of 100,000 stacks is all singletons."""


@dataclass(slots=True, kw_only=True)
class Matches:
    """One playbook over all rows. `undecided` says that rows exist which the evidence does not tell enough about."""

    playbook: Playbook
    applies: bool
    was_read: bool
    undecided: bool = False
    scored: list[Score] = field(default_factory=list)
    ruled_out: list[Score] = field(default_factory=list)
    insufficient: list[Score] = field(default_factory=list)
    absent: list[Score] = field(default_factory=list)


def match(scene: Scene, playbooks: Playbooks, scorer: Scorer) -> tuple[Matches, ...]:
    """Every playbook that is in force, in order of id."""
    return tuple(_match(scene, playbook, scorer) for playbook in playbooks.playbooks if playbook.status != "deprecated")


def scorer_for(scene: Scene, playbooks: Playbooks) -> Scorer:
    """A scorer of this scene by the set's calibration."""
    return Scorer(Observer(scene), playbooks.calibration)


def _match(scene: Scene, playbook: Playbook, scorer: Scorer) -> Matches:
    release = scene.rows.process.go_version
    matches = Matches(
        playbook=playbook,
        applies=release is None or playbook.applies_to.go.include(release),
        was_read=any(scene.was_read(subject.kind) for subject in playbook.subjects),
    )
    if not matches.applies:
        return matches
    candidates: dict[tuple[str, int], RowView] = {}
    for subject in playbook.subjects:
        for view in scene.likely(subject.kind, subject.where):
            fits = holds(subject.where, view)
            if fits:
                candidates[(view.kind, view.position)] = view
            elif fits is None:
                matches.undecided = True
    places = {
        Outcome.SCORED: matches.scored,
        Outcome.RULED_OUT: matches.ruled_out,
        Outcome.INSUFFICIENT: matches.insufficient,
        Outcome.ABSENT: matches.absent,
    }
    for view in _most_telling(candidates.values()):
        score = scorer.score(playbook, view)
        places[score.outcome].append(score)
    return matches


def _most_telling(candidates: Iterable[RowView]) -> list[RowView]:
    ordered = sorted(candidates, key=_weight)
    return ordered[:CANDIDATES_PER_PLAYBOOK]


def _weight(view: RowView) -> tuple[float, ...]:
    """Sorts what others wait for first, then what grows, then what is large; ties by the rows' own order."""
    row = view.row
    if isinstance(row, GoroutineGroupRow):
        involved = (row.victims or 0) + (1 if row.holds_lock or row.lock_cycle or row.unreachable else 0)
        return (-float(involved > 0), -(row.growth or 0.0), -(row.count or 0), view.position)
    if isinstance(row, HeapSiteRow):
        return (-(row.growth or 0.0), -float(row.inuse or 0), 0.0, view.position)
    return (0.0, 0.0, 0.0, view.position)
