"""What could be taken next, and what each of it is worth: who asks for it, and how much that could still change."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from ..playbook.model import EvidenceSource, NextEvidence
from .finding import NAMED_FROM, SURE_FROM, SUSPECT_FROM, Finding
from .match import Matches
from .report import Verdict
from .score import Scorer
from .standing import Standing
from .sufficiency import Sufficiency
from .why_unseen import STATE_TIMES

UNSEEN_WORTH = 0.25
BEGUN_WORTH = 0.7
"""A side of which one look was posted: who looked there first has a reason, and one more settles most."""
GROWTH_WORTH = 0.5
FIRST_OF_ALL = 100.0
ENOUGH = 0.02
"""A step that could move no confidence by this much is not worth its cost."""


_KIND_OF: Final = {"heap_text": "heap_profile"}
"""The kind that evidence is of which is not called as its kind is."""


class Wish(NamedTuple):
    """Evidence that somebody asks for. `later`: one more is welcome though two or more were posted.

    `in_own_words`: of one more, too, the reason is the wish's own.
    """

    wanted: NextEvidence
    worth: float
    later: bool = False
    in_own_words: bool = False


def wishes(
    findings: Sequence[Finding],
    matches: Sequence[Matches],
    *,
    sources: Mapping[str, EvidenceSource],
    scorer: Scorer,
    sufficiency: Sufficiency,
    verdict: Verdict,
) -> Iterable[Wish]:
    """All of them. Of those for the same evidence the first gives the reason.

    Who has found the leak need not look elsewhere.
    """
    if verdict is not Verdict.LEAK:
        yield from _by_what_grows(sufficiency, sources, verdict)
    yield from _by_findings(findings, sources, scorer, verdict)
    if verdict is not Verdict.LEAK:
        yield from _by_unseen(sufficiency, sources)
    yield from _by_blind_spots(findings, matches, sources)


def _by_what_grows(sufficiency: Sufficiency, sources: Mapping[str, EvidenceSource], verdict: Verdict) -> Iterable[Wish]:
    """What would tell what it is that grows, which all else waits for, or whether it goes on or began unseen."""
    ask, steady = sufficiency.memory.ask, sufficiency.memory.standing is Standing.STEADY
    if ask is not None and ask[0] in sources and (verdict is Verdict.HEALTHY or not steady):
        yield Wish(_general(sources[ask[0]], ask[1]), FIRST_OF_ALL, later=True, in_own_words=True)
    for evidence, says in sufficiency.growing():
        if evidence in sources:
            yield Wish(_general(sources[evidence], says), GROWTH_WORTH, later=True)


def _by_findings(
    findings: Sequence[Finding], sources: Mapping[str, EvidenceSource], scorer: Scorer, verdict: Verdict
) -> Iterable[Wish]:
    """What each finding's playbook asks for, worth what its unmeasured signals could still move.

    Of a leak that is in doubt, so that another moment would tell, also one more of what was posted twice. What only
    looks like a leak, and is not believed, asks for nothing, and a reading that is hardly one gives no reason.
    """
    is_open = verdict is not Verdict.HEALTHY and not any(one.confidence >= SURE_FROM for one in findings[:1])
    for finding in findings[:3]:
        if not finding.lead.playbook.leak and finding.confidence < SUSPECT_FROM:
            continue
        open_signals = [one.signal for one in finding.lead.spoken if one.degree is None]
        moved = max((scorer.potential(finding.lead, signal) for signal in open_signals), default=0.0)
        later = is_open and finding.lead.playbook.leak
        for position, wanted in enumerate(finding.lead.playbook.remediation.next_evidence):
            named = wanted if finding.confidence >= NAMED_FROM else _of_any_process(wanted, sources)
            yield Wish(named, (moved + _doubt(finding)) * finding.confidence / (1 + position), later)


def _by_unseen(sufficiency: Sufficiency, sources: Mapping[str, EvidenceSource]) -> Iterable[Wish]:
    """What would show the half of the process that was not looked at: a leak may stand there as well."""
    for side in sufficiency.unseen():
        if side.evidence in sources:
            # Whoever has to state times learns it of the warning: it is no reason to take something.
            source, lacks_times = sources[side.evidence], STATE_TIMES in side.says
            worth = BEGUN_WORTH if side.begun and not lacks_times else UNSEEN_WORTH
            yield Wish(_general(source, source.tells if lacks_times else side.says), worth)


def _by_blind_spots(
    findings: Sequence[Finding], matches: Sequence[Matches], sources: Mapping[str, EvidenceSource]
) -> Iterable[Wish]:
    """What playbooks ask for that could not be judged, worth less the surer a finding already is.

    Nothing speaks for any of them, so the reason is what such evidence tells of any process. That by which no leak can
    be found, such as a CPU profile, tells more only of one that is.
    """
    finds = {kind for one in matches if one.playbook.leak for kind in one.playbook.applies_to.needs_any}
    open_part = 1 - max((finding.confidence for finding in findings), default=0.0)
    blind = [one for one in matches if one.applies and not one.scored and (not one.was_read or one.undecided)]
    for one in blind:
        for position, wanted in _finding(one, finds, sources):
            yield Wish(_of_any_process(wanted, sources), 0.5 * open_part / (len(blind) * (1 + position)))
    if not findings:
        for one in matches:
            if one.insufficient or one.absent:
                for position, wanted in _finding(one, finds, sources):
                    yield Wish(_of_any_process(wanted, sources), 0.2 / (len(matches) * (1 + position)) + ENOUGH)


def _finding(
    one: Matches, finds: Container[str], sources: Mapping[str, EvidenceSource]
) -> Iterable[tuple[int, NextEvidence]]:
    """What the playbook asks for that is of a kind that `finds` leaks, with its place."""
    asked = enumerate(one.playbook.remediation.next_evidence)
    return ((place, wanted) for place, wanted in asked if kind_of(wanted.evidence, sources) in finds)


def one_of(evidence: str, sources: Mapping[str, EvidenceSource]) -> str:
    """What a pair is two of; anything else itself."""
    source = sources.get(evidence)
    return evidence if source is None or source.pair_of is None else source.pair_of


def kind_of(evidence: str, sources: Mapping[str, EvidenceSource]) -> str:
    """The kind that it is read as."""
    one = one_of(evidence, sources)
    return _KIND_OF.get(one, one)


def _general(source: EvidenceSource, because: str) -> NextEvidence:
    return NextEvidence(evidence=source.id, run=source.run, because=because, cost=source.cost)


def _of_any_process(wanted: NextEvidence, sources: Mapping[str, EvidenceSource]) -> NextEvidence:
    source = sources[wanted.evidence]
    return _general(source, source.tells)


def _doubt(finding: Finding) -> float:
    """How far from sure: 1 at even odds, 0 when settled."""
    return 4 * finding.confidence * (1 - finding.confidence)
