"""Which evidence to take next: what could change the answer most comes first, with its command and its cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from ..evidence.model import Capture
from ..playbook.model import NextEvidence, Playbooks
from .finding import Finding
from .match import Matches
from .report import NextStep
from .score import Scorer
from .sufficiency import Unseen

MOST_STEPS = 5
SERIES = {"goroutine_dump": 2, "goroutine_profile": 2, "heap_profile": 2, "heap_profile_pair": 2, "heap_text": 2}
"""Captures of a kind after which one more would hardly tell more; one for the rest."""

_KIND_OF = {"heap_profile_pair": "heap_profile", "heap_text": "heap_profile"}
UNSEEN_WORTH = 0.25
FIRST_OF_ALL = 100.0
ENOUGH = 0.02
"""A step that could move no confidence by this much is not worth its cost."""


def next_steps(
    findings: Sequence[Finding],
    *,
    matches: Sequence[Matches],
    captures: Sequence[Capture],
    playbooks: Playbooks,
    scorer: Scorer,
    release: tuple[int, int] | None,
    unseen: Sequence[Unseen] = (),
    asked_first: tuple[str, str] | None = None,
) -> tuple[NextStep, ...]:
    """Steps in order of what they could change. Without findings: what most playbooks that could not be judged need.

    What would show a side that was not seen (`unseen`) is always among them; `asked_first`, evidence and what it tells,
    comes before all.
    """
    offered = {source.id: release is None or source.go.include(release) for source in playbooks.evidence}
    sent = Counter(str(capture.reading.kind) for capture in captures)
    worth: dict[str, float] = {}
    asked: dict[str, NextEvidence] = {}
    wishes = (
        *_by_what_grows(asked_first, playbooks),
        *_by_findings(findings, scorer),
        *_by_blind_spots(findings, matches),
        *_by_unseen(unseen, playbooks),
    )
    for wanted, value in wishes:
        if value >= ENOUGH and offered.get(wanted.evidence, True) and not _has(wanted.evidence, sent):
            worth[wanted.evidence] = worth.get(wanted.evidence, 0.0) + value
            asked.setdefault(wanted.evidence, wanted)
    ordered = _in_order(asked, worth, missing={one.evidence for one in unseen})
    titles = {source.id: source for source in playbooks.evidence}
    return tuple(
        NextStep(
            evidence=one.evidence,
            run=one.run,
            because=one.because,
            cost=one.cost or (titles[one.evidence].cost if one.evidence in titles else ""),
        )
        for one in ordered[:MOST_STEPS]
    )


def _in_order(
    asked: Mapping[str, NextEvidence], worth: Mapping[str, float], *, missing: Container[str]
) -> Sequence[NextEvidence]:
    """What is worth most first, then what shows a side that was not seen; a pair of profiles makes one needless."""
    ordered = sorted(asked.values(), key=lambda one: (-worth[one.evidence], one.evidence))
    if "heap_profile_pair" in asked:
        ordered = [one for one in ordered if one.evidence != "heap_profile"]
    return [*ordered[:1], *sorted(ordered[1:], key=lambda one: one.evidence not in missing)]


def _by_findings(findings: Sequence[Finding], scorer: Scorer) -> Iterable[tuple[NextEvidence, float]]:
    """What each finding's playbook asks for, worth what its unmeasured signals could still move."""
    for finding in findings[:3]:
        open_signals = [one.signal for one in finding.lead.spoken if one.degree is None]
        moved = max((scorer.potential(finding.lead, signal) for signal in open_signals), default=0.0)
        for position, wanted in enumerate(finding.lead.playbook.remediation.next_evidence):
            yield wanted, (moved + _doubt(finding)) * finding.confidence / (1 + position)


def _by_unseen(unseen: Sequence[Unseen], playbooks: Playbooks) -> Iterable[tuple[NextEvidence, float]]:
    """What would show the half of the process that was not looked at: a leak may stand there as well."""
    sources = {source.id: source for source in playbooks.evidence}
    for side in unseen:
        source = sources.get(side.evidence)
        if source is not None:
            yield NextEvidence(evidence=source.id, run=source.run, because=side.says, cost=source.cost), UNSEEN_WORTH


def _by_what_grows(ask: tuple[str, str] | None, playbooks: Playbooks) -> Iterable[tuple[NextEvidence, float]]:
    """What would tell of something that grows what it is, which all else waits for."""
    for source in playbooks.evidence:
        if ask is not None and source.id == ask[0]:
            yield NextEvidence(evidence=source.id, run=source.run, because=ask[1], cost=source.cost), FIRST_OF_ALL


def _doubt(finding: Finding) -> float:
    """How far from sure: 1 at even odds, 0 when settled."""
    return 4 * finding.confidence * (1 - finding.confidence)


def _by_blind_spots(findings: Sequence[Finding], matches: Sequence[Matches]) -> Iterable[tuple[NextEvidence, float]]:
    """What playbooks ask for that could not be judged, worth less the surer a finding already is."""
    open_part = 1 - max((finding.confidence for finding in findings), default=0.0)
    blind = [one for one in matches if one.applies and not one.scored and (not one.was_read or one.undecided)]
    for one in blind:
        for position, wanted in enumerate(one.playbook.remediation.next_evidence):
            yield wanted, 0.5 * open_part / (len(blind) * (1 + position))
    if not findings:
        for one in matches:
            if one.insufficient or one.absent:
                for position, wanted in enumerate(one.playbook.remediation.next_evidence):
                    yield wanted, 0.2 / (len(matches) * (1 + position)) + ENOUGH


def _has(evidence: str, sent: Mapping[str, int]) -> bool:
    return sent.get(_KIND_OF.get(evidence, evidence), 0) >= SERIES.get(evidence, 1)
