"""Which evidence to take next: what could change the answer most comes first, with its command and its cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..evidence.model import Capture, EvidenceKind, GoroutineSnapshot
from ..playbook.model import EvidenceSource, NextEvidence, Playbooks
from .finding import Finding
from .match import Matches
from .report import NextStep
from .score import Scorer
from .sufficiency import Unseen

MOST_STEPS = 5
_KIND_OF = {"heap_text": "heap_profile"}
"""The kind that evidence is of which is not called as its kind is."""

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

    What would show a side that was not seen (`unseen`) is always among them, second at the latest; `asked_first`,
    evidence and what it tells, comes before all.
    """
    sources = {source.id: source for source in playbooks.evidence}
    sent = _sent(captures)
    worth: dict[str, float] = {}
    asked: dict[str, NextEvidence] = {}
    wishes = (
        *_by_what_grows(asked_first, sources),
        *_by_findings(findings, scorer),
        *_by_unseen(unseen, sources),
        *_by_blind_spots(findings, matches),
    )
    for wish, value in wishes:
        wanted = _still_wanted(wish, sources, sent)
        offered = release is None or sources[wish.evidence].go.include(release)
        if value >= ENOUGH and wanted is not None and offered:
            worth[wanted.evidence] = worth.get(wanted.evidence, 0.0) + value
            asked.setdefault(wanted.evidence, wanted)
    whole = _one_or_two(asked, worth, sources)
    missing = {_one_of(one.evidence, sources) for one in unseen}
    ordered = sorted(whole, key=lambda one: (-worth[one.evidence], one.evidence))
    ordered[1:] = sorted(ordered[1:], key=lambda one: _one_of(one.evidence, sources) not in missing)
    return tuple(
        NextStep(evidence=one.evidence, run=one.run, because=one.because, cost=one.cost) for one in ordered[:MOST_STEPS]
    )


def _sent(captures: Sequence[Capture]) -> Mapping[str, Sequence[bool]]:
    """By kind, of each capture whether it is whole. A dump with the collector's marks is a leak profile, too."""
    sent: dict[str, list[bool]] = {}
    for capture in captures:
        content = capture.reading.content
        whole = not isinstance(content, GoroutineSnapshot) or content.complete
        sent.setdefault(str(capture.reading.kind), []).append(whole)
        if isinstance(content, GoroutineSnapshot) and any(group.unreachable is not None for group in content.groups):
            sent.setdefault(EvidenceKind.GOROUTINELEAK_PROFILE, []).append(whole)
    return sent


def _still_wanted(
    wish: NextEvidence, sources: Mapping[str, EvidenceSource], sent: Mapping[str, Sequence[bool]]
) -> NextEvidence | None:
    """The wish, also where one part was posted; one more where a whole one was; None where that is enough."""
    one = sources[_one_of(wish.evidence, sources)]
    posted = sent.get(_KIND_OF.get(one.id, one.id), ())
    if not posted:
        return wish
    if len(posted) > 1 or one.again is None:
        return None
    if not posted[0]:
        return wish
    return NextEvidence(evidence=one.id, run=one.again.run, because=one.again.because, cost=one.cost)


def _one_of(evidence: str, sources: Mapping[str, EvidenceSource]) -> str:
    """What a pair is two of; anything else itself."""
    source = sources.get(evidence)
    return evidence if source is None or source.pair_of is None else source.pair_of


def _one_or_two(
    asked: Mapping[str, NextEvidence], worth: dict[str, float], sources: Mapping[str, EvidenceSource]
) -> Sequence[NextEvidence]:
    """Of a pair and one of it, which are both asked for, that which tells more; it is worth what both are."""
    kept = dict(asked)
    for pair in asked:
        one = sources[pair].pair_of
        if one is not None and one in asked:
            better, other = (pair, one) if worth[pair] >= worth[one] else (one, pair)
            worth[better] += worth[other]
            del kept[other]
    return list(kept.values())


def _by_findings(findings: Sequence[Finding], scorer: Scorer) -> Iterable[tuple[NextEvidence, float]]:
    """What each finding's playbook asks for, worth what its unmeasured signals could still move."""
    for finding in findings[:3]:
        open_signals = [one.signal for one in finding.lead.spoken if one.degree is None]
        moved = max((scorer.potential(finding.lead, signal) for signal in open_signals), default=0.0)
        for position, wanted in enumerate(finding.lead.playbook.remediation.next_evidence):
            yield wanted, (moved + _doubt(finding)) * finding.confidence / (1 + position)


def _by_unseen(unseen: Sequence[Unseen], sources: Mapping[str, EvidenceSource]) -> Iterable[tuple[NextEvidence, float]]:
    """What would show the half of the process that was not looked at: a leak may stand there as well."""
    for side in unseen:
        if side.evidence in sources:
            yield _wish(sources[side.evidence], side.says), UNSEEN_WORTH


def _by_what_grows(
    ask: tuple[str, str] | None, sources: Mapping[str, EvidenceSource]
) -> Iterable[tuple[NextEvidence, float]]:
    """What would tell of something that grows what it is, which all else waits for."""
    if ask is not None and ask[0] in sources:
        yield _wish(sources[ask[0]], ask[1]), FIRST_OF_ALL


def _wish(source: EvidenceSource, because: str) -> NextEvidence:
    return NextEvidence(evidence=source.id, run=source.run, because=because, cost=source.cost)


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
