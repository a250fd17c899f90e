"""What a signal sees on candidates: a degree 0..1, or None when the evidence does not measure it.

Degrees are asked of all candidates of a playbook at a time, words of the few that the answer shows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ..playbook.model import Grade, RuleOut, Signal
from ..playbook.where import Where
from .conditions import Answers, answers, column, holds
from .observed_text import evidence_of, figure_text, names_text, ratio_text, tested_text
from .scene import RowView, Scene


class Observation(NamedTuple):
    """`degree` None: not measured. `observed` is the figure in words, `evidence` the captures it was seen in."""

    degree: float | None
    observed: str | None = None
    evidence: tuple[str, ...] = ()


Degrees = Sequence[float | None]
"""One a candidate, in the candidates' order."""

_NOT_MEASURED = Observation(degree=None)


def graded(value: float, grade: Grade) -> float:
    """0 at `zero_at`, 1 at `full_at`, between them on a straight or a logarithmic line."""
    return _scale(grade)(value)


@lru_cache(maxsize=1024)
def _scale(grade: Grade) -> Callable[[float], float]:
    low, high = grade.zero_at, grade.full_at
    if not grade.logarithmic:
        return lambda value: _bounded((value - low) / (high - low))
    # Zero has no logarithm: a hundredth of the far edge is added to all three, so that the scale keeps its shape
    # whatever the unit.
    shift = max(abs(low), abs(high)) / 100 if min(low, high) <= 0 else 0.0
    floor = min(low, high) + shift
    zero, full = math.log(max(low + shift, floor)), math.log(max(high + shift, floor))
    return lambda value: _bounded((math.log(max(value + shift, floor)) - zero) / (full - zero))


def _bounded(part: float) -> float:
    return 1.0 if part >= 1 else part if part > 0 else 0.0


@dataclass(frozen=True, slots=True)
class _Fitting:
    """The rows of one kind that fit a condition. `unsure`: others may, but the evidence does not say."""

    where: Where
    """Kept, so that its identity is not given to another condition."""
    views: tuple[RowView, ...]
    unsure: bool
    goroutines: int
    places: frozenset[int]

    def includes(self, subject: RowView, kind: str) -> bool:
        """Whether the candidate is one of them itself."""
        return subject.kind == kind and subject.position in self.places

    def besides(self, subject: RowView, kind: str) -> Sequence[RowView]:
        """All but the candidate itself."""
        if not self.includes(subject, kind):
            return self.views
        return [view for view in self.views if view is not subject]


class Observer:
    """Asks signals about candidates of one scene; what needs all rows is looked up once a condition."""

    def __init__(self, scene: Scene) -> None:
        """The scene is asked, never changed."""
        self._scene = scene
        self._fitting: dict[tuple[str, int], _Fitting] = {}

    def degrees(self, signal: Signal, subjects: Sequence[RowView]) -> Degrees:
        """In what degree the signal sees on each candidate what it looks for."""
        if signal.over is None:
            return _degrees(signal, subjects)
        if signal.over == "process":  # the same whoever the candidate is
            return _degrees(signal, (self._scene.process,)) * len(subjects)
        fitting = self._fit(signal.over, signal.where)
        return [_degree_over(signal, subject, signal.over, fitting) for subject in subjects]

    def seen(self, signal: Signal, subject: RowView, degree: float | None) -> Observation:
        """In words what the signal, which sees it in this degree, sees on the candidate `subject`."""
        if degree is None:
            return _NOT_MEASURED
        if signal.over is not None and signal.over != "process":
            return self._over_rows(signal, subject, signal.over, degree)
        view = subject if signal.over is None else self._scene.process
        if degree == 0 and not holds(signal.where, view):
            return Observation(degree, evidence=view.row.evidence)
        if signal.measure is None or signal.grade is None:
            return Observation(degree, tested_text(signal, view), view.row.evidence)
        value = getattr(view.row, signal.measure)
        return Observation(degree, figure_text(view.kind, signal.measure, value, signal.grade), view.row.evidence)

    def rows_matching(self, kind: str, where: Where) -> tuple[RowView, ...]:
        """The rows that surely fit."""
        return self._fit(kind, where).views

    def _fit(self, kind: str, where: Where) -> _Fitting:
        key = (kind, id(where))
        if key not in self._fitting:
            asked = list(self._scene.likely(kind, where))
            found = answers(where, asked)
            views = tuple(view for view, fits in zip(asked, found, strict=True) if fits)
            unsure = None in found or not self._scene.was_read(kind)
            self._fitting[key] = _Fitting(
                where=where,
                views=views,
                unsure=unsure or (kind == "goroutine_group" and self._scene.shows_part),
                goroutines=sum(view.count or 0 for view in views),
                places=frozenset(view.position for view in views),
            )
        return self._fitting[key]

    def rule_holds(self, rule: RuleOut, subjects: Sequence[RowView]) -> Answers:
        """Whether a rule-out's condition is met of each candidate."""
        if rule.over is None:
            return answers(rule.where, subjects)
        if rule.over == "process":
            return answers(rule.where, (self._scene.process,)) * len(subjects)
        fitting = self._fit(rule.over, rule.where)
        none = None if fitting.unsure else rule.absent
        return [not rule.absent if _has_others(fitting, subject, rule.over) else none for subject in subjects]

    def _over_rows(self, signal: Signal, subject: RowView, kind: str, degree: float) -> Observation:
        fitting = self._fit(kind, signal.where)
        others = fitting.besides(subject, kind)
        if signal.measure == "count_ratio" and signal.grade is not None:
            observed = ratio_text(_others_count(subject, fitting), subject.count or 0)
            return Observation(degree, observed, evidence_of(fitting.views) or subject.row.evidence)
        if not others:
            return Observation(degree, evidence=subject.row.evidence)
        if signal.measure is not None and signal.grade is not None:
            best = _best(signal.measure, signal.grade, others) or 0.0
            return Observation(degree, figure_text(kind, signal.measure, best, signal.grade), evidence_of(others))
        return Observation(degree, names_text(others), evidence_of(others))


def _degrees(signal: Signal, views: Sequence[RowView]) -> list[float | None]:
    """Of each row itself."""
    found = answers(signal.where, views)
    if signal.measure is None or signal.grade is None:
        return [None if fits is None else float(fits) for fits in found]
    scale = _scale(signal.grade)
    return [
        0.0 if fits is False else None if fits is None or value is None else scale(value)
        for fits, value in zip(found, column(signal.measure, views), strict=True)
    ]


def _degree_over(signal: Signal, subject: RowView, kind: str, fitting: _Fitting) -> float | None:
    """Of the rows that fit, beside the candidate."""
    if signal.measure == "count_ratio" and signal.grade is not None:
        total = _others_count(subject, fitting)
        return graded(total / subject.count, signal.grade) if subject.count and (total or not fitting.unsure) else None
    has_others = _has_others(fitting, subject, kind)
    if signal.measure is not None and signal.grade is not None:
        best = _best(signal.measure, signal.grade, fitting.besides(subject, kind))
        if best is None:
            return None if fitting.unsure or has_others else 0.0
        return graded(best, signal.grade)
    if has_others:
        return 0.0 if signal.absent else 1.0
    return None if fitting.unsure else 1.0 if signal.absent else 0.0


def _has_others(fitting: _Fitting, subject: RowView, kind: str) -> bool:
    return len(fitting.views) > fitting.includes(subject, kind)


def _others_count(subject: RowView, fitting: _Fitting) -> int:
    """Goroutines of the rows that fit, less the candidate's."""
    return fitting.goroutines - ((subject.count or 0) if fitting.includes(subject, "goroutine_group") else 0)


def _best(measure: str, grade: Grade, others: Sequence[RowView]) -> float | None:
    """The measure of whichever row has it in the highest degree; None when none has it."""
    return max((value for value in column(measure, others) if value is not None), key=_scale(grade), default=None)
