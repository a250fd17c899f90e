"""How sure a playbook is of its candidates: natural log-odds, one addend a signal, so that the sum is the explanation.

`prior + sum over families`. A supporting signal seen in degree v adds v*S - (1-v)*A, an opposing one -v*S; what is not
measured adds nothing. In a family of kindred signals only the strongest speaks, for and against apart.

A playbook hears a signal about all its candidates at a time, and first those signals of which it requires one: most
stacks of a large dump are settled by them, and of these nothing more is asked.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import NamedTuple

from ..playbook.belief import Belief, confidence
from ..playbook.model import Calibration, Playbook, RuleOut, Signal
from .conditions import answers
from .observe import Degrees, Observer
from .scene import RowView

PRESENT_FROM = 0.1
"""Degree from which a signal counts as present for `requires_any` and `ceiling`."""

EXPERIMENTAL_AT_MOST = 0.35
"""An experimental playbook may be read about, but never makes the verdict."""


class Spoken(NamedTuple):
    """One signal about one row, and what that adds. `counts` is False where a kindred signal spoke louder."""

    signal: Signal
    subject: RowView
    degree: float | None
    added: float
    counts: bool


class Score(NamedTuple):
    """A candidate's confidence with all that led to it. `summed` is the confidence before ceilings.

    `degrees`, `added` and `counted` (what was added, 0 where a kindred signal spoke louder) are by signal.
    """

    playbook: Playbook
    subject: RowView
    confidence: float
    summed: float
    signals: Sequence[Signal]
    degrees: Degrees
    added: Sequence[float]
    counted: Sequence[float]
    capped: str | None = None
    ruled_out: RuleOut | None = None

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """All signals."""
        return tuple([self._spoken(place) for place in range(len(self.signals))])

    def in_favour(self, *, but: Container[str]) -> list[Spoken]:
        """Signals that add to the confidence, but for those of these ids."""
        known = enumerate(zip(self.signals, self.counted, strict=True))
        return [self._spoken(place) for place, (signal, added) in known if added > 0 and signal.id not in but]

    def _spoken(self, place: int) -> Spoken:
        added, kept = self.added[place], self.counted[place]
        return Spoken(self.signals[place], self.subject, self.degrees[place], added, kept != 0)


@dataclass(slots=True)
class Judged:
    """What became of candidates: of some, what is required may be measured and absent, or not be measured at all."""

    scored: list[Score] = field(default_factory=list)
    ruled_out: list[Score] = field(default_factory=list)
    insufficient: bool = False
    absent: bool = False

    def add(self, other: Judged) -> None:
        """Take in what became of others."""
        self.scored += other.scored
        self.ruled_out += other.ruled_out
        self.insufficient = self.insufficient or other.insufficient
        self.absent = self.absent or other.absent


class _Heard(NamedTuple):
    """One signal about several candidates."""

    signal: Signal
    degrees: Degrees
    added: Sequence[float]

    def measured(self) -> list[bool]:
        """Of which the evidence tells."""
        return [degree is not None for degree in self.degrees]

    def present(self) -> list[bool]:
        """Of which it is seen clearly enough to count as there."""
        if self.signal.opposes is not None:
            return [degree is not None and degree >= PRESENT_FROM for degree in self.degrees]
        both = zip(self.degrees, self.added, strict=True)
        return [degree is not None and degree >= PRESENT_FROM and added > 0 for degree, added in both]

    def of(self, chosen: Sequence[bool]) -> _Heard:
        """The same about some of the candidates."""
        return _Heard(self.signal, list(compress(self.degrees, chosen)), list(compress(self.added, chosen)))


class Scorer:
    """Scores candidates of one scene with one calibration."""

    def __init__(self, observer: Observer, calibration: Calibration) -> None:
        """Both are only asked."""
        self._observer = observer
        self._calibration = calibration
        self._belief = Belief(calibration)

    def judge(self, playbook: Playbook, subjects: Sequence[RowView]) -> Judged:
        """The candidates, rows of one kind, by this playbook."""
        signals = [signal for signal in playbook.signals if signal.on is None or signal.on == subjects[0].kind]
        required = [self._hear(signal, subjects) for signal in signals if signal.id in playbook.requires_any]
        shows = _any_of([one.present() for one in required], subjects)
        told = _any_of([one.measured() for one in required], subjects)
        judged = Judged(
            insufficient=not all(told),
            absent=any(measured and not shown for measured, shown in zip(told, shows, strict=True)),
        )
        chosen = list(compress(subjects, shows))
        if chosen:
            known = {one.signal.id: one if all(shows) else one.of(shows) for one in required}
            heard = [known.get(signal.id) or self._hear(signal, chosen) for signal in signals]
            self._weigh(playbook, chosen, heard, judged)
        return judged

    def _hear(self, signal: Signal, subjects: Sequence[RowView]) -> _Heard:
        degrees = self._observer.degrees(signal, subjects)
        return _Heard(signal, degrees, self._belief.contributions(signal, degrees))

    def _weigh(self, playbook: Playbook, subjects: Sequence[RowView], heard: Sequence[_Heard], judged: Judged) -> None:
        """Score candidates that show what the playbook requires."""
        counted = list(zip(*_loudest(heard), strict=True))
        prior = self._belief.prior(playbook)
        summed = [self._calibration.said(confidence(prior + sum(addends))) for addends in counted]
        said = _under_ceilings(playbook, subjects, heard, summed)
        signals = [one.signal for one in heard]
        degrees = zip(*[one.degrees for one in heard], strict=True)
        added = zip(*[one.added for one in heard], strict=True)
        rules = self._ruled_out(playbook, subjects)
        heard_of = zip(degrees, added, counted, strict=True)
        for subject, total, (sure, capped), rule, (seen, adds, counts) in zip(
            subjects, summed, said, rules, heard_of, strict=True
        ):
            score = Score(
                playbook, subject, sure if rule is None else 0.0, total, signals, seen, adds, counts, capped, rule
            )
            (judged.scored if rule is None else judged.ruled_out).append(score)

    def _ruled_out(self, playbook: Playbook, subjects: Sequence[RowView]) -> list[RuleOut | None]:
        """The first rule that sets each candidate aside."""
        found: list[RuleOut | None] = [None] * len(subjects)
        for rule in playbook.rule_out:
            if rule.on is None or rule.on == subjects[0].kind:
                fits = self._observer.rule_holds(rule, subjects)
                found = [known or (rule if holds else None) for known, holds in zip(found, fits, strict=True)]
        return found

    def potential(self, score: Score, signal: Signal) -> float:
        """How far the confidence would move if the signal, so far not measured, were there in full."""
        total = self._belief.prior(score.playbook) + sum(score.counted)
        moved = confidence(total + self._belief.contribution(signal, 1.0))
        return abs(self._calibration.said(moved) - score.confidence)


def _any_of(columns: Sequence[Sequence[bool]], subjects: Sequence[RowView]) -> list[bool]:
    """Of each candidate, whether it is so in one of the columns."""
    return list(map(any, zip(*columns, strict=True))) if columns else [False] * len(subjects)


def _loudest(heard: Sequence[_Heard]) -> list[Sequence[float]]:
    """What each signal adds that counts: in a family the most that is added, and the most that is taken off."""
    families: dict[str, list[int]] = {}
    for place, one in enumerate(heard):
        families.setdefault(one.signal.family or one.signal.id, []).append(place)
    counted: list[Sequence[float]] = [one.added for one in heard]
    for places in families.values():
        if len(places) > 1:
            kept = [_most(addends) for addends in zip(*(counted[place] for place in places), strict=True)]
            for place, column in zip(places, zip(*kept, strict=True), strict=True):
                counted[place] = column
    return counted


def _most(addends: Sequence[float]) -> list[float]:
    """The largest above zero and the smallest below it, the first of equals; zero in place of the others."""
    kept = [0.0] * len(addends)
    most, least = max(addends), min(addends)
    if most > 0:
        kept[addends.index(most)] = most
    if least < 0:
        kept[addends.index(least)] = least
    return kept


def _under_ceilings(
    playbook: Playbook, subjects: Sequence[RowView], heard: Sequence[_Heard], summed: Sequence[float]
) -> list[tuple[float, str | None]]:
    """Each confidence under the lowest ceiling that holds, and that ceiling's reason when it mattered."""
    said: list[tuple[float, str | None]] = [(confidence, None) for confidence in summed]
    for ceiling in playbook.ceilings:
        at_most = ceiling.at_most
        if ceiling.on not in {None, subjects[0].kind} or max(summed) <= at_most:
            continue
        lifted = _any_of([one.present() for one in heard if one.signal.id in ceiling.unless_any], subjects)
        fits = answers(ceiling.where, subjects)
        said = [
            (at_most, ceiling.because) if at_most < before[0] and holds and not free else before
            for before, holds, free in zip(said, fits, lifted, strict=True)
        ]
    if playbook.status == "experimental":
        bound = (EXPERIMENTAL_AT_MOST, "The playbook is experimental")
        said = [bound if before[0] > EXPERIMENTAL_AT_MOST else before for before in said]
    return said
