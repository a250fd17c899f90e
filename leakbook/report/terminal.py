"""The answer for a terminal: plain lines, wrapped, coloured only when asked."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ..diagnosis.quantity_text import percent_text
from ..diagnosis.report import Diagnosis, Report, Tier, Verdict
from .markdown import MOST_SHOWN, impact_text, weight_text
from .plain import one_line

_COLOURS = {Verdict.LEAK: "31", Verdict.SUSPECT: "33", Verdict.HEALTHY: "32", Verdict.INCONCLUSIVE: "36"}


def report_terminal(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """The report; what came from the evidence holds no control sequences."""
    return "\n".join(_lines(report, colour=colour, width=width)) + "\n"


def _lines(report: Report, *, colour: bool, width: int) -> Iterator[str]:
    verdict = report.verdict.value.upper()
    yield f"\x1b[1;{_COLOURS[report.verdict]}m{verdict}\x1b[0m" if colour else verdict
    yield from _wrapped(report.summary, "", width)
    for diagnosis in report.diagnoses[:MOST_SHOWN]:
        yield from ("", *_diagnosis(diagnosis, width))
    if report.next_evidence:
        yield from ("", "Take next:")
        for step in report.next_evidence:
            yield f"  $ {one_line(step.run)}"
            yield from _wrapped(f"{step.because} Cost: {step.cost}", "    ", width)
    yield from ("", "Evidence:")
    for piece in report.evidence:
        yield f"  {one_line(piece.name)}: {piece.kind.value}, {one_line(piece.summary)}"
        for note in piece.notes:
            yield from _wrapped(note, "    note: ", width)
    for warning in report.warnings:
        yield from _wrapped(warning, "warning: ", width)


def _diagnosis(one: Diagnosis, width: int) -> Iterator[str]:
    sure = "proved by the collector" if one.tier is Tier.PROOF else f"{percent_text(one.confidence)}"
    yield from _wrapped(f"{one.title} ({sure}, {one.playbook})", f"{one.rank}. ", width)
    culprit = one.culprit
    if culprit.function:
        line = f":{culprit.line}" if culprit.line else ""
        yield f"   in {one_line(culprit.function)}"
        if culprit.file:
            yield f"   at {one_line(culprit.file)}{line}"
    if culprit.say:
        yield from _wrapped(culprit.say, "   ", width)
    if costs := impact_text(one):
        yield f"   {costs}"
    for sign, reasons in (("+", one.because), ("-", one.against)):
        for reason in reasons[:MOST_SHOWN]:
            seen = f" ({reason.observed})" if reason.observed else ""
            yield from _wrapped(f"{reason.says}{seen} {weight_text(reason)}", f"   {sign} ", width)
    if one.rank == 1:
        yield from _wrapped(one.remediation.summary, "   Fix: ", width)
        for step in one.remediation.steps:
            yield from _wrapped(step, "     - ", width)


def _wrapped(text: str, first: str, width: int) -> Iterator[str]:
    yield from textwrap.wrap(
        one_line(text),
        width=width,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
