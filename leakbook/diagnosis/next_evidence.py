"""Which evidence to take next: what could change the answer most comes first, with its command and its cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..evidence.model import Capture, EvidenceKind, GoroutineSnapshot
from ..playbook.model import EvidenceSource, NextEvidence, Playbooks
from .finding import Finding
from .match import Matches
from .report import NextStep, Verdict
from .score import Scorer
from .sufficiency import Sufficiency
from .wishes import ENOUGH, Wish, wishes

MOST_STEPS = 5
_KIND_OF = {"heap_text": "heap_profile"}
"""The kind that evidence is of which is not called as its kind is."""


def next_steps(
    findings: Sequence[Finding],
    *,
    matches: Sequence[Matches],
    captures: Sequence[Capture],
    playbooks: Playbooks,
    scorer: Scorer,
    release: tuple[int, int] | None,
    sufficiency: Sufficiency,
    verdict: Verdict,
) -> tuple[NextStep, ...]:
    """Steps in order of what they could change. Without findings: what most playbooks that could not be judged need.

    What would show a side that was not seen is always among them, second at the latest.
    """
    sources = {source.id: source for source in playbooks.evidence}
    sent = _sent(captures)
    worth: dict[str, float] = {}
    asked: dict[str, NextEvidence] = {}
    for wish in wishes(findings, matches, sources=sources, scorer=scorer, sufficiency=sufficiency, verdict=verdict):
        wanted = _still_wanted(wish, sources, sent)
        offered = release is None or sources[wish.wanted.evidence].go.include(release)
        if wish.worth >= ENOUGH and wanted is not None and offered:
            worth[wanted.evidence] = worth.get(wanted.evidence, 0.0) + wish.worth
            asked.setdefault(wanted.evidence, wanted)
    whole = _one_or_two(asked, worth, sources)
    unseen = () if verdict is Verdict.LEAK else sufficiency.unseen()
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
    wish: Wish, sources: Mapping[str, EvidenceSource], sent: Mapping[str, Sequence[bool]]
) -> NextEvidence | None:
    """The wish, also where only parts were posted; one more where a whole one was; None where that is enough."""
    one = sources[_one_of(wish.wanted.evidence, sources)]
    posted = sent.get(_KIND_OF.get(one.id, one.id), ())
    if not any(posted):
        return wish.wanted
    more = one.again if len(posted) == 1 else one.later if wish.later else None
    if more is None:
        return None
    because = wish.wanted.because if wish.in_own_words else more.because
    return NextEvidence(evidence=one.id, run=more.run, because=because, cost=one.cost)


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
