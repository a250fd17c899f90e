"""What a signal sees on a candidate: a degree 0..1, or None when the evidence does not measure it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from ..playbook.model import Grade, NumberTest, Signal, StackTest, Where, WordTest
from ..rows.features import Feature, Unit, features_of
from ..rows.model import ROW_KINDS, GoroutineGroupRow, HeapSiteRow
from .conditions import holds
from .quantity_text import count_text, quantity_text
from .scene import RowView, Scene

_FEATURES = {kind: features_of(row) for kind, row in ROW_KINDS.items()}


class Observation(NamedTuple):
    """`degree` None: not measured. `observed` is the figure in words, `evidence` the captures it was seen in.

    A tuple, as is what is said of it: one is made a signal and candidate, and a frozen dataclass takes thrice as long.
    """

    degree: float | None
    observed: str | None = None
    evidence: tuple[str, ...] = ()


MOST_NAMED = 50
"""Rows whose captures are listed for one signal: they all come from the same few."""

_NOT_MEASURED = Observation(degree=None)


def graded(value: float, grade: Grade) -> float:
    """0 at `zero_at`, 1 at `full_at`, between them on a straight or a logarithmic line."""
    low, high, at = grade.zero_at, grade.full_at, value
    if grade.logarithmic:
        # Zero has no logarithm: a hundredth of the far edge is added to all three, so that the scale keeps its shape
        # whatever the unit.
        shift = max(abs(low), abs(high)) / 100 if min(low, high) <= 0 else 0.0
        floor = min(low, high) + shift
        low, high, at = (math.log(max(edge + shift, floor)) for edge in (low, high, value))
    return min(1.0, max(0.0, (at - low) / (high - low)))


@dataclass(frozen=True, slots=True)
class _Fitting:
    """The rows of one kind that fit a condition. `unsure`: others may, but the evidence does not say."""

    where: Where
    """Kept, so that its identity is not given to another condition."""
    views: tuple[RowView, ...]
    unsure: bool
    goroutines: int
    places: frozenset[int]

    def besides(self, subject: RowView, kind: str) -> Sequence[RowView]:
        """All but the candidate itself."""
        if subject.kind != kind or subject.position not in self.places:
            return self.views
        return [view for view in self.views if view is not subject]


class Observer:
    """Asks signals about candidates of one scene; what needs all rows is looked up once a condition."""

    def __init__(self, scene: Scene) -> None:
        """The scene is asked, never changed."""
        self._scene = scene
        self._fitting: dict[tuple[str, int], _Fitting] = {}
        self._on_process: dict[int, tuple[Signal, Observation]] = {}
        """Signals over the process, by identity: they see the same whoever the candidate is."""

    def observe(self, signal: Signal, subject: RowView) -> Observation:
        """What the signal sees on the candidate `subject`."""
        if signal.over is None:
            return self._on_row(signal, subject)
        if signal.over != "process":
            return self._over_rows(signal, subject, signal.over)
        if id(signal) not in self._on_process:
            self._on_process[id(signal)] = signal, self._on_row(signal, self._scene.process)
        return self._on_process[id(signal)][1]

    def rows_matching(self, kind: str, where: Where) -> tuple[RowView, ...]:
        """The rows that surely fit."""
        return self._fit(kind, where).views

    def _fit(self, kind: str, where: Where) -> _Fitting:
        key = (kind, id(where))
        if key not in self._fitting:
            answers = [(view, holds(where, view)) for view in self._scene.likely(kind, where)]
            views = tuple(view for view, fits in answers if fits)
            unsure = any(fits is None for _, fits in answers) or not self._scene.was_read(kind)
            self._fitting[key] = _Fitting(
                where=where,
                views=views,
                unsure=unsure or (kind == "goroutine_group" and self._scene.shows_part),
                goroutines=sum(view.count or 0 for view in views),
                places=frozenset(view.position for view in views),
            )
        return self._fitting[key]

    def rule_holds(self, where: Where, over: str | None, *, absent: bool, subject: RowView) -> bool | None:
        """Whether a rule-out's condition is met."""
        if over is None or over == "process":
            return holds(where, subject if over is None else self._scene.process)
        fitting = self._fit(over, where)
        found = True if fitting.besides(subject, over) else None if fitting.unsure else False
        return found if not absent else (None if found is None else not found)

    def _on_row(self, signal: Signal, view: RowView) -> Observation:
        fits = holds(signal.where, view)
        evidence = view.row.evidence
        if fits is False:
            return Observation(degree=0.0, evidence=evidence)
        if fits is None:
            return _NOT_MEASURED
        if signal.measure is None or signal.grade is None:
            return Observation(degree=1.0, observed=_tested_values(signal, view), evidence=evidence)
        value = getattr(view.row, signal.measure)
        if value is None:
            return _NOT_MEASURED
        return Observation(
            degree=graded(value, signal.grade),
            observed=_measured(view.kind, signal.measure, value, signal.grade),
            evidence=evidence,
        )

    def _over_rows(self, signal: Signal, subject: RowView, kind: str) -> Observation:
        fitting = self._fit(kind, signal.where)
        if signal.measure == "count_ratio" and signal.grade is not None:
            return _count_ratio(signal.grade, subject, fitting)
        others = fitting.besides(subject, kind)
        if signal.measure is not None and signal.grade is not None:
            return _largest(signal.measure, signal.grade, subject, others, unsure=fitting.unsure)
        if others:
            return Observation(
                degree=0.0 if signal.absent else 1.0, observed=_named(others), evidence=_evidence_of(others)
            )
        if fitting.unsure:
            return _NOT_MEASURED
        return Observation(degree=1.0 if signal.absent else 0.0, evidence=subject.row.evidence)


def _largest(measure: str, grade: Grade, subject: RowView, others: Sequence[RowView], *, unsure: bool) -> Observation:
    """The measure of whichever other row has it in the highest degree."""
    values = [value for view in others if (value := getattr(view.row, measure)) is not None]
    if not values:
        return _NOT_MEASURED if unsure or others else Observation(degree=0.0, evidence=subject.row.evidence)
    best = max(values, key=lambda value: graded(value, grade))
    return Observation(
        degree=graded(best, grade),
        observed=_measured(others[0].kind, measure, best, grade),
        evidence=_evidence_of(others),
    )


def _count_ratio(grade: Grade, subject: RowView, fitting: _Fitting) -> Observation:
    """Goroutines of the other rows for each of the candidate's."""
    is_one = subject.kind == "goroutine_group" and subject.position in fitting.places
    total = fitting.goroutines - ((subject.count or 0) if is_one else 0)
    if not subject.count or (fitting.unsure and not total):
        return _NOT_MEASURED
    return Observation(
        degree=graded(total / subject.count, grade),
        observed=f"{count_text(total)} to {count_text(subject.count)}",
        evidence=_evidence_of(fitting.views) or subject.row.evidence,
    )


def _measured(kind: str, name: str, value: float, grade: Grade) -> str:
    """The figure as the signal's sentence has it: where less of a part says more, the sentence is of the rest."""
    unit = _FEATURES[kind][name].unit
    is_of_the_rest = unit is Unit.RATIO and grade.full_at < grade.zero_at and 0 <= value <= 1
    return quantity_text(1 - value if is_of_the_rest else value, unit)


def _tested_values(signal: Signal, view: RowView) -> str | None:
    """The values a condition looked at, without the stacks, which are long and shown as the culprit."""
    features: dict[str, Feature] = {}
    for condition in signal.where:
        for test in condition.tests:
            if isinstance(test, NumberTest | WordTest):
                features[test.feature] = _FEATURES[view.kind][test.feature]
            elif isinstance(test, StackTest):
                continue
    texts = [
        str(value) if feature.unit is Unit.WORD else quantity_text(value, feature.unit)
        for name, feature in features.items()
        if (value := getattr(view.row, name)) is not None
    ]
    return ", ".join(texts) or None


def _named(others: Sequence[RowView]) -> str:
    first = others[0]
    function = first.frames[0].function if first.frames else first.kind
    if isinstance(first.row, GoroutineGroupRow):
        total = sum(view.count or 0 for view in others)
        return f"{count_text(total)} in {function}" if total else function
    return function if isinstance(first.row, HeapSiteRow) else first.kind


def _evidence_of(views: Iterable[RowView]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for view in islice(views, MOST_NAMED) for name in view.row.evidence))
