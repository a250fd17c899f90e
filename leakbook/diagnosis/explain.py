"""A finding in the words of the answer: what speaks for it, against it, and what was not measured."""

from __future__ import annotations

import math
from collections.abc import Iterable

from ..playbook.model import Playbook
from .finding import Finding
from .fitting_steps import fitting
from .observe import Observer
from .quantity_text import MOST_SURE
from .report import Diagnosis, Reason, Tier
from .score import Score, Spoken

MOST_REASONS = 12
TELLS = math.log(2)
"""Log-odds from which a signal may be said in a title: one sampled object more is a growth as well."""


def explain(finding: Finding, place: int, observer: Observer) -> Diagnosis:
    """The diagnosis at rank `place`."""
    playbook = finding.lead.playbook
    spoken = _all_spoken(finding.scores)
    speaks = [one for one in spoken if _moves(one) and one.added > 0]
    return Diagnosis(
        rank=place,
        playbook=playbook.id,
        category=playbook.category,
        title=playbook.title_of(finding.kind, {one.signal.id for one in spoken if one.added >= TELLS}),
        confidence=_stated(finding),
        severity=playbook.severity,
        tier=finding.tier,
        proved=finding.proved,
        is_leak=playbook.leak,
        culprit=finding.culprit,
        impact=finding.costs,
        because=_reasons(speaks, observer),
        against=_reasons((one for one in spoken if _moves(one) and one.added < 0), observer),
        not_measured=_reasons((one for one in spoken if one.degree is None), observer),
        victims=tuple(finding.victims),
        remediation=fitting(playbook.remediation, finding),
        references=tuple((reference.title, reference.url) for reference in playbook.references),
        fingerprint=finding.fingerprint,
        playbook_revision=playbook.revision_label,
        includes=tuple(finding.includes),
        capped=finding.lead.capped,
    )


def _stated(finding: Finding) -> float:
    """Its confidence, which without a proof is never 1."""
    return round(finding.confidence if finding.tier is Tier.PROOF else min(finding.confidence, MOST_SURE), 3)


def _moves(one: Spoken) -> bool:
    """Whether it counts, and moves the odds by as much as two digits show."""
    return one.counts and f"{math.exp(abs(one.added)):.2g}" != "1"


def _all_spoken(scores: list[Score]) -> list[Spoken]:
    """The leading score's signals, then what others add in their favour, each signal once."""
    heard = {one.signal.id: one for one in scores[0].spoken}
    for score in scores[1:]:
        heard |= {one.signal.id: one for one in score.in_favour(but=heard)}
    return list(heard.values())


def _reasons(spoken: Iterable[Spoken], observer: Observer) -> tuple[Reason, ...]:
    ordered = sorted(spoken, key=lambda one: (-abs(one.added), one.signal.id))
    return tuple(_reason(one, observer) for one in ordered[:MOST_REASONS])


def _reason(one: Spoken, observer: Observer) -> Reason:
    seen = observer.seen(one.signal, one.subject, one.degree)
    return Reason(
        signal=one.signal.id,
        says=_says(one),
        observed=seen.observed,
        weight=None if one.degree is None else float(f"{math.exp(one.added):.2g}"),
        evidence=seen.evidence,
    )


def _says(one: Spoken) -> str:
    missed = one.degree is not None and one.signal.supports is not None and one.added < 0
    if not missed:
        return one.signal.says
    return one.signal.absence_says or f"Not the case here: {_lowered(one.signal.says)}"


def _lowered(sentence: str) -> str:
    """A sentence that goes on another: its first letter small, unless the word is a name (`HTTP`, `Go's`)."""
    first = sentence.split(" ", 1)[0]
    is_name = first[1:] != first[1:].lower() or first in {"Go", "Go's", "I"}
    return sentence if is_name else sentence[:1].lower() + sentence[1:]


def strongest_against(score: Score) -> str | None:
    """The one thing that speaks most against a candidate, in words."""
    against = [one for one in score.spoken if one.counts and one.added < 0]
    if not against:
        return None
    return _says(min(against, key=lambda one: (one.added, one.signal.id)))


def first_sentence(playbook: Playbook) -> str:
    """The pattern's cause in one sentence: the first of its description."""
    head, dot, _ = playbook.description.partition(". ")
    return f"{head}." if dot else head
