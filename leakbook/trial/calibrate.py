"""Fit the numbers behind the words to labelled cases: coordinate descent on the Brier score, words kept in order.

Only `_calibration.yaml` is fitted, never a playbook. A case is a test of a playbook: it is there, or it is not. With
few cases the fit stays near where it started: every step away from the start is charged.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..diagnosis.diagnose import diagnose_rows
from ..evidence.model import Capture
from ..playbook.model import Calibration, Playbooks
from ..rows import build_rows
from ..rows.model import Rows
from .run import evidence_of

STEPS = (1.5, 1.15)
"""Factors a number is tried up and down by, coarse before fine."""

ROUNDS = 3
CHARGE = 0.01
"""Brier score that a number may cost for being doubled or halved, shared among the cases."""

_TABLES = ("supports", "absence", "prevalence")
MOST_PRIOR = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A test's rows with what is true of them."""

    playbook: str
    is_there: bool
    rows: Rows
    captures: tuple[Capture, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A fitted table with its score before and after: mean squared error of what is said, 0 is best."""

    calibration: Calibration
    before: float
    after: float
    cases: int


def cases_of(playbooks: Playbooks, fixtures: Mapping[str, bytes]) -> Iterator[Case]:
    """Every test of the set, read once. Raises what `evidence_of` raises."""
    for playbook in playbooks.playbooks:
        for test in playbook.tests:
            captures = evidence_of(test, fixtures)
            yield Case(
                playbook=playbook.id,
                is_there=not test.expect.nothing,
                rows=build_rows(captures, playbooks.idle),
                captures=captures,
            )


def brier(playbooks: Playbooks, calibration: Calibration, cases: Sequence[Case]) -> float:
    """Mean squared distance between what is said of each case's playbook and what is true."""
    judged = replace(playbooks, calibration=calibration)
    return sum(_error(judged, case) for case in cases) / len(cases)


def _error(playbooks: Playbooks, case: Case) -> float:
    report = diagnose_rows(case.rows, case.captures, playbooks)
    said = max((one.confidence for one in report.diagnoses if one.playbook == case.playbook), default=0.0)
    return (said - (1.0 if case.is_there else 0.0)) ** 2


def fit(playbooks: Playbooks, cases: Sequence[Case]) -> Fit:
    """The table that fits the cases best. Raises ValueError without cases."""
    if not cases:
        raise ValueError("there are no cases to fit to")
    start = best = playbooks.calibration
    before = lowest = brier(playbooks, start, cases)
    for factor in STEPS:
        for _ in range(ROUNDS):
            improved = False
            for tried in _neighbours(best, factor):
                score = brier(playbooks, tried, cases) + _charge(start, tried, len(cases))
                if score < lowest - 1e-6:
                    best, lowest, improved = tried, score, True
            if not improved:
                break
    return Fit(calibration=best, before=before, after=brier(playbooks, best, cases), cases=len(cases))


def _neighbours(calibration: Calibration, factor: float) -> Iterator[Calibration]:
    """Tables that differ in one number and still keep their words in order."""
    for table in _TABLES:
        numbers: tuple[tuple[str, float], ...] = getattr(calibration, table)
        for place, (word, number) in enumerate(numbers):
            for moved in (number * factor, number / factor):
                changed = (*numbers[:place], (word, moved), *numbers[place + 1 :])
                if word != "none" and _in_order(table, [value for _, value in changed]):
                    tables = {name: getattr(calibration, name) for name in _TABLES} | {table: changed}
                    yield Calibration(final=calibration.final, **tables)


def _in_order(table: str, numbers: Sequence[float]) -> bool:
    rises = all(low < high for low, high in pairwise(numbers))
    return rises and (numbers[-1] <= MOST_PRIOR if table == "prevalence" else numbers[0] >= 1)


def _charge(start: Calibration, tried: Calibration, cases: int) -> float:
    moved = sum(
        abs(math.log2(after / before))
        for table in _TABLES
        for (_, before), (_, after) in zip(getattr(start, table), getattr(tried, table), strict=True)
    )
    return CHARGE * moved / math.sqrt(cases)


def calibration_yaml(found: Fit) -> str:
    """The text of `_calibration.yaml`."""
    lines = [
        "# The only numbers about belief. `leakbook calibrate` writes this file; it is reviewed like code.",
        "schema: 1",
    ]
    for table in _TABLES:
        numbers = ", ".join(f"{word}: {number:.3g}" for word, number in getattr(found.calibration, table))
        lines.append(f"{table}: {{{numbers}}}")
    if found.calibration.final:
        lines.append(f"final: [{', '.join(f'[{x}, {y}]' for x, y in found.calibration.final)}]")
    lines.append(f"fitted: {{cases: {found.cases}, brier: {found.after:.4f}}}")
    return "\n".join(lines) + "\n"
