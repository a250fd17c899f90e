"""Which evidence to take next: what could change the answer most comes first, with its command and its cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..evidence.model import Capture, EvidenceKind, GoroutineSnapshot
from ..playbook.model import EvidenceSource, NextEvidence, Playbooks
from ..rows.process.model import ProcessRow
from .finding import SURE_FROM, Finding
from .match import Matches
from .report import NextStep, Verdict
from .score import Scorer
from .sufficiency import Sufficiency
from .wishes import ENOUGH, Wish, kind_of, one_of, wishes

MOST_STEPS = 5


def next_steps(
    findings: Sequence[Finding],
    *,
    matches: Sequence[Matches],
    captures: Sequence[Capture],
    playbooks: Playbooks,
    scorer: Scorer,
    process: ProcessRow,
    sufficiency: Sufficiency,
    verdict: Verdict,
) -> tuple[NextStep, ...]:
    """Steps in order of what they could change. Without findings: what most playbooks that could not be judged need.

    What would show a side that was not seen is always among them, second at the latest. Of a process that has ended
    nothing more can be taken: what is asked for is another's, and not at all where its last words settled the case.
    """
    if process.ended and any(finding.confidence >= SURE_FROM for finding in findings[:1]):
        return ()
    sources = {source.id: source for source in playbooks.evidence}
    sent = _sent(captures)
    worth: dict[str, float] = {}
    asked: dict[str, NextEvidence] = {}
    for wish in wishes(findings, matches, sources=sources, scorer=scorer, sufficiency=sufficiency, verdict=verdict):
        wanted = _of_another(wish, sources, sent) if process.ended else _still_wanted(wish, sources, sent)
        offered = process.go_version is None or sources[wish.wanted.evidence].go.include(process.go_version)
        if wish.worth >= ENOUGH and wanted is not None and offered:
            worth[wanted.evidence] = worth.get(wanted.evidence, 0.0) + wish.worth
            asked.setdefault(wanted.evidence, wanted)
    whole = _one_or_two(asked, worth, sources)
    unseen = () if verdict is Verdict.LEAK else sufficiency.unseen()
    missing = {one_of(one.evidence, sources) for one in unseen}
    ordered = sorted(whole, key=lambda one: (-worth[one.evidence], one.evidence))
    ordered[1:] = sorted(ordered[1:], key=lambda one: one_of(one.evidence, sources) not in missing)
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
    wish: Wish, sources: Mapping[str, EvidenceSource], sent: Mapping[str, Sequence[bool]]
) -> NextEvidence | None:
    """The wish, also where only parts were posted; one more where a whole one was; None where that is enough."""
    one = sources[one_of(wish.wanted.evidence, sources)]
    posted = sent.get(kind_of(one.id, sources), ())
    if not any(posted):
        return wish.wanted
    more = one.again if len(posted) == 1 else one.later if wish.later else None
    if more is None:
        return None
    because = wish.wanted.because if wish.in_own_words else more.because
    return NextEvidence(evidence=one.id, run=more.run, because=because, cost=one.cost)


def _of_another(
    wish: Wish, sources: Mapping[str, EvidenceSource], sent: Mapping[str, Sequence[bool]]
) -> NextEvidence | None:
    """The wish, to be taken of the process that takes the place of the one that ended.

    None where a whole one was posted: one more is compared with nothing, while a pair tells by itself.
    """
    wanted = wish.wanted.evidence
    is_pair = one_of(wanted, sources) != wanted
    return wish.wanted if is_pair or not any(sent.get(kind_of(wanted, sources), ())) else None


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
