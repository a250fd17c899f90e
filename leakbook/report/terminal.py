"""The answer for a terminal: plain lines, wrapped, coloured only when asked."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ..diagnosis.quantity_text import percent_text
from ..diagnosis.report import Culprit, Diagnosis, Report, Verdict
from .markdown import MOST_SHOWN
from .plain import one_line
from .wording import (
    LARGEST,
    believed,
    commands_text,
    doubted,
    doubted_heading,
    forecast_text,
    headline_text,
    impact_text,
    kind_text,
    largest_text,
    left_out_text,
    place_text,
    reason_text,
    steps_heading,
    sure_text,
    victim_text,
)

_COLOURS = {Verdict.LEAK: "31", Verdict.SUSPECT: "33", Verdict.HEALTHY: "32", Verdict.INCONCLUSIVE: "36"}

_KEPT = "\u00a0%"
"""A number and its percent sign stay on one line."""


def report_terminal(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """The report; what came from the evidence holds no control sequences."""
    return "\n".join(_lines(report, colour=colour, width=width)) + "\n"


def _lines(report: Report, *, colour: bool, width: int) -> Iterator[str]:
    headline = one_line(headline_text(report))
    yield f"\x1b[1;{_COLOURS[report.verdict]}m{headline}\x1b[0m" if colour else headline
    yield from _wrapped(report.summary, "", width)
    if report.at_once is not None:
        yield from ("", *_wrapped(f"At once: {report.at_once.says}", "", width))
    for diagnosis in believed(report)[:MOST_SHOWN]:
        yield from ("", *_diagnosis(diagnosis, width))
    if left := left_out_text(believed(report), MOST_SHOWN):
        yield from ("", left)
    yield from _steps(report, width)
    yield from _largest(report, width)
    yield from _doubted(report, width)
    for words in (report.memory.says if report.memory is not None else None, forecast_text(report)):
        if words is not None:
            yield from ("", *_wrapped(words, "", width))
    yield from ("", "Evidence:")
    for piece in report.evidence:
        yield f"  {one_line(piece.name)}: {kind_text(piece)}, {one_line(piece.summary)}"
        for note in piece.notes:
            yield from _wrapped(note, "    note: ", width)
    for warning in report.warnings:
        yield from _wrapped(warning, "warning: ", width)


def _steps(report: Report, width: int) -> Iterator[str]:
    if not report.next_evidence:
        return
    yield from ("", f"{steps_heading(report)}:")
    if names := commands_text(report):
        yield from _wrapped(names, "  ", width)
    for step in report.next_evidence:
        yield f"  $ {one_line(step.run)}"
        yield from _wrapped(f"{step.because} Cost: {step.cost}", "    ", width)


def _diagnosis(one: Diagnosis, width: int) -> Iterator[str]:
    yield from _wrapped(f"{one.title} ({sure_text(one)}, {one.playbook})", f"{one.rank}. ", width)
    yield from _culprit(one.culprit, width)
    if costs := impact_text(one):
        yield f"   Costs: {costs}"
    for victim in one.victims[:MOST_SHOWN]:
        yield f"   Only waiting for it: {victim_text(victim)}"
    if one.capped:
        yield from _wrapped(f"Held at this confidence: {one.capped}", "   ", width)
    for sign, reasons in (("+", one.because), ("-", one.against)):
        for reason in reasons[:MOST_SHOWN]:
            yield from _wrapped(reason_text(reason), f"   {sign} ", width)
    yield from _wrapped(one.remediation.summary, "   Fix: ", width)
    if one.rank == 1:
        yield from _remedy(one, width)


def _culprit(culprit: Culprit, width: int) -> Iterator[str]:
    if culprit.function:
        yield f"   in {one_line(culprit.function)}"
    place = place_text(culprit)
    if place:
        yield f"   at {one_line(place)}"
    if culprit.created_by:
        yield f"   started by {one_line(culprit.created_by)}"
    if culprit.say:
        yield from _wrapped(culprit.say, "   ", width)


def _remedy(one: Diagnosis, width: int) -> Iterator[str]:
    for number, step in enumerate(one.remediation.steps, 1):
        yield from _wrapped(step.do, f"     {number}. ", width)
    for library in one.remediation.libraries:
        yield from _wrapped(f"{library.name}: {library.purpose}", "     Library ", width)


def _largest(report: Report, width: int) -> Iterator[str]:
    if report.largest:
        yield from ("", f"{LARGEST}:")
        for one in report.largest:
            yield from _wrapped(largest_text(one), "  ", width)


def _doubted(report: Report, width: int) -> Iterator[str]:
    light = doubted(report)
    if not light:
        return
    yield from ("", f"{doubted_heading(report)}:")
    for one in light[:MOST_SHOWN]:
        place = f", in {one.culprit.function}" if one.culprit.function else ""
        yield from _wrapped(f"{percent_text(one.confidence)}: {one.title} ({one.playbook}){place}", "  ", width)
        for sign, reasons in (("+", one.because), ("-", one.against)):
            for reason in reasons[:2]:
                yield from _wrapped(reason_text(reason), f"    {sign} ", width)


def _wrapped(text: str, first: str, width: int) -> Iterator[str]:
    words = one_line(text)
    if words.strip() == words and 0 < len(words) <= width - len(first):
        yield first + words.replace(_KEPT, " %")  # most are so short, and textwrap looks at each word
        return
    lines = textwrap.wrap(
        words.replace(" %", _KEPT),
        width=width,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from (line.replace(_KEPT, " %") for line in lines)
