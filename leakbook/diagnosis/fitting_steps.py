"""The steps of a cure that fit what was found, what fits best first."""

from __future__ import annotations

from dataclasses import replace

from ..playbook.model import Remediation, RemedyStep
from .conditions import holds
from .finding import Finding


def fitting(remediation: Remediation, finding: Finding) -> Remediation:
    """The cure without steps for another outcome: of those made for candidates like this the first stands first.

    A step made for other candidates comes last, since whoever has one such leak may have another.
    """
    named = finding.culprit.function is not None
    steps = [step for step in remediation.steps if step.when_culprit in {None, named}]
    return replace(remediation, steps=tuple(sorted(steps, key=lambda step: _place(step, finding))))


def _place(step: RemedyStep, finding: Finding) -> int:
    """0 where it is made for what leads, 1 for what is shown with it, 2 for all or nothing tells, 3 for others."""
    if not step.where:
        return 2
    alike = [score.subject for score in finding.scores if score.playbook is finding.lead.playbook]
    fits = [holds(step.where, row) if step.on in {None, row.kind} else False for row in alike]
    if fits[0]:
        return 0
    return 1 if True in fits else 2 if None in fits else 3
