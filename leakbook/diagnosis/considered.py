"""What was not diagnosed, and why: set aside with a reason, or not decidable with what was sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..evidence.model import EvidenceKind
from .explain import strongest_against
from .finding import Finding
from .match import Matches
from .quantity_text import count_text
from .rank import LEAST_CONFIDENCE
from .report import RuledOut, Undetermined
from .score import Score

WORTH_SAYING = 0.2
"""Summed confidence from which a candidate that was set aside is worth a word of its own."""


def ruled_out(matches: Sequence[Matches], findings: Iterable[Finding], *, part: bool) -> tuple[RuledOut, ...]:
    """Playbooks that the evidence speaks against, in order of id."""
    diagnosed = _diagnosed(findings)
    answers = []
    for one in matches:
        if one.playbook.id in diagnosed or _is_open(one, part=part):
            continue
        because = _why_not(one, part=part)
        if because is not None:
            answers.append(RuledOut(playbook=one.playbook.id, because=because))
    return tuple(answers)


def _is_open(one: Matches, *, part: bool) -> bool:
    """Whether rows may exist that fit, though the evidence does not tell: neither found nor ruled out.

    What does not show in a `part` of a dump may be in the rest.
    """
    may_follow = part and one.absent and not one.ruled_out
    return one.applies and not one.scored and (not one.was_read or one.undecided or one.insufficient or may_follow)


def _why_not(one: Matches, *, part: bool) -> str | None:
    if not one.applies:
        return "Does not happen in this Go release."
    if one.ruled_out:
        best = max(one.ruled_out, key=lambda score: (score.summed, -score.subject.position))
        if best.ruled_out is not None and best.summed >= WORTH_SAYING:
            return f"{best.ruled_out.because} ({_where(best)})."
    if one.scored:
        best = max(one.scored, key=lambda score: (score.confidence, -score.subject.position))
        against = strongest_against(best)
        return f"{against} ({_where(best)})." if against and best.confidence < LEAST_CONFIDENCE else None
    if one.absent and not part:
        return "What would show it was measured and is not there."
    if one.was_read and not part:
        return "Nothing in the evidence stands where this pattern would show."
    return None


def undetermined(
    matches: Sequence[Matches], findings: Iterable[Finding], present: frozenset[EvidenceKind], *, part: bool
) -> tuple[Undetermined, ...]:
    """Playbooks that need evidence which was not sent, with the kinds that would do: of a `part` the whole dump."""
    diagnosed = _diagnosed(findings)
    answers = []
    for one in matches:
        if one.playbook.id in diagnosed:
            continue
        if _is_open(one, part=part):
            applies_to = one.playbook.applies_to
            kinds = tuple(dict.fromkeys((*applies_to.needs_any, *applies_to.helped_by)))
            missing = tuple(kind for kind in applies_to.needs_any if part or kind not in present)
            answers.append(
                Undetermined(
                    playbook=one.playbook.id,
                    needs=missing or tuple(kind for kind in kinds if kind not in present) or applies_to.needs_any,
                )
            )
    return tuple(answers)


def _diagnosed(findings: Iterable[Finding]) -> frozenset[str]:
    return frozenset(name for finding in findings for name in (finding.playbook_id, *finding.includes))


def _where(score: Score) -> str:
    view = score.subject
    if view.kind == "process" or not view.frames:
        return "the process as a whole"
    own = next((frame for frame, is_app in zip(view.frames, view.is_app, strict=True) if is_app), view.frames[0])
    return f"{count_text(view.count)} in {own.function}" if view.count else own.function
