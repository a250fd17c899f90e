"""The steps of a cure that fit what was found, what fits best first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..playbook.model import AtOnce, Remediation, RemedyStep
from .conditions import holds
from .finding import Finding

ALIKE = 1
"""The last place of a step made for a candidate that was found."""


def fitting(remediation: Remediation, finding: Finding) -> Remediation:
    """The cure without steps for another outcome: of those made for candidates like this the first stands first.

    A step made for other candidates comes last, since whoever has one such leak may have another.
    """
    steps = _in_order(remediation.steps, finding)
    return replace(remediation, steps=tuple(steps), at_once=_relief(remediation.at_once, finding))


def _relief(at_once: AtOnce | None, finding: Finding) -> AtOnce | None:
    """Without what is made for other candidates: nobody on call reads what does not help with this one.

    What is made for those that are shown with it helps only where nothing is made for what leads.
    """
    if at_once is None:
        return None
    ordered = [(step, _place(step, finding)) for step in _in_order(at_once.steps, finding)]
    best = min((place for step, place in ordered if step.where), default=ALIKE)
    steps = [step for step, place in ordered if not step.where or (place == best and place <= ALIKE)]
    return replace(at_once, steps=tuple(steps)) if steps else None


def _in_order(steps: Iterable[RemedyStep], finding: Finding) -> Sequence[RemedyStep]:
    named = finding.culprit.function is not None
    shown = [step for step in steps if step.when_culprit in {None, named}]
    return sorted(shown, key=lambda step: _place(step, finding))


def _place(step: RemedyStep, finding: Finding) -> int:
    """0 where it is made for what leads, 1 for what is shown with it, 2 for all or nothing tells, 3 for others."""
    if not step.where:
        return 2
    alike = [score.subject for score in finding.scores if score.playbook is finding.lead.playbook]
    fits = [holds(step.where, row) if step.on in {None, row.kind} else False for row in alike]
    if fits[0]:
        return 0
    return 1 if True in fits else 2 if None in fits else 3
