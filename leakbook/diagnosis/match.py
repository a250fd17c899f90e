"""Which rows each playbook is asked about, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress

from ..playbook.model import Playbook, Playbooks
from ..rows.goroutines.group_model import GoroutineGroupRow
from ..rows.heap.site_model import HeapSiteRow
from .conditions import answers
from .observe import Observer
from .scene import RowView, Scene
from .score import Judged, Scorer

CANDIDATES_PER_PLAYBOOK = 2_000
"""Of one playbook's candidates the most telling are scored; the tail of a dump of 100,000 stacks is all singletons."""


@dataclass(slots=True, kw_only=True)
class Matches(Judged):
    """One playbook over all rows. `undecided` says that rows exist which the evidence does not tell enough about."""

    playbook: Playbook
    applies: bool
    was_read: bool
    undecided: bool = False


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
        likely = list(scene.likely(subject.kind, subject.where))
        fits = answers(subject.where, likely)
        candidates |= {(view.kind, view.position): view for view in compress(likely, fits)}
        matches.undecided = matches.undecided or None in fits
    by_kind: dict[str, list[RowView]] = {}
    for view in _most_telling(candidates.values()):
        by_kind.setdefault(view.kind, []).append(view)
    for views in by_kind.values():
        matches.add(scorer.judge(playbook, views))
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
