"""How sure a playbook is of a candidate: natural log-odds, one addend a signal, so that the sum is the explanation.

`prior + sum over families`. A supporting signal seen in degree v adds v*S - (1-v)*A, an opposing one -v*S; what is not
measured adds nothing. In a family of kindred signals only the strongest speaks, for and against apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from operator import itemgetter
from typing import NamedTuple

from ..playbook.belief import Belief, confidence
from ..playbook.model import Calibration, Playbook, RuleOut, Signal
from .conditions import holds
from .observe import Observation, Observer
from .scene import RowView

PRESENT_FROM = 0.1
"""Degree from which a signal counts as present for `requires_any` and `ceiling`."""

EXPERIMENTAL_AT_MOST = 0.35
"""An experimental playbook may be read about, but never makes the verdict."""


class Spoken(NamedTuple):
    """One signal with what it saw and what that adds. `counts` is False where a kindred signal spoke louder."""

    signal: Signal
    observation: Observation
    added: float
    counts: bool

    @property
    def present(self) -> bool:
        """Seen clearly enough to count as there."""
        degree = self.observation.degree
        return degree is not None and degree >= PRESENT_FROM and (self.signal.opposes is not None or self.added > 0)


class Outcome(Enum):
    """What became of a candidate."""

    SCORED = auto()
    ABSENT = auto()  # what the playbook requires was measured and is not there
    INSUFFICIENT = auto()  # nothing of what it requires was measured
    RULED_OUT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A candidate's confidence with all that led to it. `summed` is the confidence before ceilings."""

    playbook: Playbook
    subject: RowView
    outcome: Outcome
    confidence: float
    summed: float
    spoken: tuple[Spoken, ...]
    capped: str | None = None
    ruled_out: RuleOut | None = None


class Scorer:
    """Scores candidates of one scene with one calibration."""

    def __init__(self, observer: Observer, calibration: Calibration) -> None:
        """Both are only asked."""
        self._observer = observer
        self._calibration = calibration
        self._belief = Belief(calibration)

    def score(self, playbook: Playbook, subject: RowView) -> Score:
        """The candidate `subject` by this playbook."""
        spoken = self._speak(playbook, subject)
        total = self._belief.prior(playbook) + sum(one.added for one in spoken if one.counts)
        summed = self._calibration.said(confidence(total))
        outcome = _requirement(playbook, spoken)
        ruled_out = self._ruled_out(playbook, subject) if outcome is Outcome.SCORED else None
        if ruled_out is not None:
            outcome = Outcome.RULED_OUT
        said, capped = _under_ceilings(playbook, subject, spoken, summed)
        return Score(
            playbook=playbook,
            subject=subject,
            outcome=outcome,
            confidence=said if outcome is Outcome.SCORED else 0.0,
            summed=summed,
            spoken=spoken,
            capped=capped,
            ruled_out=ruled_out,
        )

    def potential(self, score: Score, signal: Signal) -> float:
        """How far the confidence would move if the signal, so far not measured, were there in full."""
        total = self._belief.prior(score.playbook) + sum(one.added for one in score.spoken if one.counts)
        moved = confidence(total + self._belief.contribution(signal, 1.0))
        return abs(self._calibration.said(moved) - score.confidence)

    def _speak(self, playbook: Playbook, subject: RowView) -> tuple[Spoken, ...]:
        heard = []
        for signal in playbook.signals:
            if signal.on is not None and signal.on != subject.kind:
                continue
            observation = self._observer.observe(signal, subject)
            degree = observation.degree
            added = 0.0 if degree is None else self._belief.contribution(signal, degree)
            heard.append((signal, observation, added))
        loudest: dict[tuple[str, bool], str] = {}
        telling = [(abs(added), added > 0, signal) for signal, _, added in heard if added != 0]
        for _, speaks_for, signal in sorted(telling, key=itemgetter(0), reverse=True):
            loudest.setdefault((signal.family or signal.id, speaks_for), signal.id)
        return tuple(
            [
                Spoken(
                    signal,
                    observation,
                    added,
                    added != 0 and loudest[signal.family or signal.id, added > 0] == signal.id,
                )
                for signal, observation, added in heard
            ]
        )

    def _ruled_out(self, playbook: Playbook, subject: RowView) -> RuleOut | None:
        for rule in playbook.rule_out:
            if rule.on is not None and rule.on != subject.kind:
                continue
            if self._observer.rule_holds(rule.where, rule.over, absent=rule.absent, subject=subject):
                return rule
        return None


def _requirement(playbook: Playbook, spoken: tuple[Spoken, ...]) -> Outcome:
    required = [one for one in spoken if one.signal.id in playbook.requires_any]
    if any(one.present for one in required):
        return Outcome.SCORED
    if all(one.observation.degree is None for one in required):
        return Outcome.INSUFFICIENT
    return Outcome.ABSENT


def _under_ceilings(
    playbook: Playbook, subject: RowView, spoken: tuple[Spoken, ...], summed: float
) -> tuple[float, str | None]:
    """The confidence under the lowest ceiling that holds, and that ceiling's reason when it mattered."""
    present = {one.signal.id for one in spoken if one.present}
    lowest, because = summed, None
    for ceiling in playbook.ceilings:
        if ceiling.on is not None and ceiling.on != subject.kind:
            continue
        if present.intersection(ceiling.unless_any) or not (holds(ceiling.where, subject) or not ceiling.where):
            continue
        if ceiling.at_most < lowest:
            lowest, because = ceiling.at_most, ceiling.because
    if playbook.status == "experimental" and lowest > EXPERIMENTAL_AT_MOST:
        return EXPERIMENTAL_AT_MOST, "The playbook is experimental"
    return lowest, because
