"""A failed test as text: what was expected against what came, and the sums that led there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnosis.report import Diagnosis, Reason, Report
from ..report.wording import weight_text

MOST_RANKED = 4
MOST_UNMEASURED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that a test demands and the answer does not hold."""

    expected: str
    got: str

    def __str__(self) -> str:
        return f"expected {self.expected}, got {self.got}"


def named(one: Diagnosis) -> str:
    """A diagnosis in a few words: playbook, confidence, code."""
    return f"{one.playbook} {one.confidence:.2f} in {one.culprit.function or 'the process'}"


def diff_lines(differences: tuple[Difference, ...]) -> Iterator[str]:
    """As a diff: what was expected with `-`, what came with `+`."""
    for one in differences:
        yield f"  - {one.expected}"
        yield f"  + {one.got}"


def score_lines(report: Report, playbook: str) -> Iterator[str]:
    """How the ranking came out, and the score of the tested playbook, of the first one and of no other."""
    yield f"  verdict {report.verdict.value}"
    for one in report.diagnoses[:MOST_RANKED]:
        yield f"  {one.rank}. {named(one)}"
    own = next((one for one in report.diagnoses if one.playbook == playbook), None)
    if own is None:
        yield f"  {playbook}: {_absent(report, playbook)}"
    first = report.diagnoses[0] if report.diagnoses else None
    for shown in dict.fromkeys(one for one in (own, first) if one is not None):
        yield f"  score of {named(shown)}"
        yield from _score(shown)


def _score(one: Diagnosis) -> Iterator[str]:
    for reason in (*one.because, *one.against):
        seen = f" = {reason.observed}" if reason.observed else ""
        yield f"    {weight_text(reason):>7} {reason.signal}{seen}"
    if one.capped:
        yield f"     capped: {one.capped}"
    if one.not_measured:
        yield f"     not measured: {_listed(one.not_measured)}"
    if one.includes:
        yield f"     includes: {', '.join(one.includes)}"


def _listed(reasons: tuple[Reason, ...]) -> str:
    more = f" and {len(reasons) - MOST_UNMEASURED} more" if len(reasons) > MOST_UNMEASURED else ""
    return ", ".join(reason.signal for reason in reasons[:MOST_UNMEASURED]) + more


def _absent(report: Report, playbook: str) -> str:
    for ruled in report.ruled_out:
        if ruled.playbook == playbook:
            return f"set aside: {ruled.because}"
    for one in report.diagnoses:
        if playbook in one.includes:
            return f"taken in by {named(one)}"
    for unsure in report.undetermined:
        if unsure.playbook == playbook:
            return f"the evidence cannot tell; it needs one of {', '.join(unsure.needs)}"
    return "no row of the evidence is a candidate, or too little speaks for it"
