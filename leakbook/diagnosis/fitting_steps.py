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
    """0 where it is made for this, 1 where it is made for all or nothing tells, 2 where it is made for others."""
    if not step.where:
        return 1
    subject = finding.lead.subject
    fits = holds(step.where, subject) if step.on in {None, subject.kind} else False
    return 1 if fits is None else 0 if fits else 2
