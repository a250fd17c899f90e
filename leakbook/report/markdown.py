"""The answer as one would paste it in an incident document, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..diagnosis.quantity_text import percent_text
from ..diagnosis.report import Diagnosis, Reason, Report
from .plain import code, code_block, markdown
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

MOST_SHOWN = 5


def report_markdown(report: Report) -> str:
    """The report; names from the evidence cannot format, link or mention anything."""
    return "\n".join(_lines(report)).rstrip() + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {markdown(headline_text(report))}"
    yield ""
    yield markdown(report.summary)
    if report.at_once is not None:
        yield from ("", f"**At once:** {markdown(report.at_once.says)}")
    for diagnosis in believed(report)[:MOST_SHOWN]:
        yield from _diagnosis(diagnosis)
    if left := left_out_text(believed(report), MOST_SHOWN):
        yield from ("", left)
    if report.next_evidence:
        yield from ("", f"## {steps_heading(report)}", "")
        if names := commands_text(report):
            yield from (markdown(names), "")
        for step in report.next_evidence:
            yield f"- {code(step.run)}: {markdown(step.because)} Cost: {markdown(step.cost)}"
    yield from _largest(report)
    yield from _doubted(report)
    yield from _memory(report)
    yield from ("", "## Evidence", "")
    for piece in report.evidence:
        yield f"- {code(piece.name)} ({kind_text(piece)}): {markdown(piece.summary)}"
        yield from (f"  - {markdown(note)}" for note in piece.notes)
    if report.warnings:
        yield from (
            "",
            "## Warnings",
            "",
            *_items(report.warnings),
        )


def _items(texts: Iterable[str]) -> Iterator[str]:
    return (f"- {markdown(text)}" for text in texts)


def _diagnosis(one: Diagnosis) -> Iterator[str]:
    title = f"{one.rank}. {markdown(one.title)} ({sure_text(one)}, {code(one.playbook)})"
    yield from ("", f"## {title}", "")
    yield from _culprit(one)
    yield from _reasons("For", one.because[:MOST_SHOWN], "- ")
    yield from _reasons("Against", one.against[:MOST_SHOWN], "- ")
    if one.capped:
        yield f"- Held at this confidence: {markdown(one.capped)}"
    yield from ("", f"**What to change:** {markdown(one.remediation.summary)}")
    if one.rank == 1:
        yield from _remedy(one)


def _remedy(one: Diagnosis) -> Iterator[str]:
    fix = one.remediation
    yield from ("", *(f"{place}. {markdown(step.do)}" for place, step in enumerate(fix.steps, 1)))
    if fix.code:
        yield from ("", "Before:", "", code_block(fix.code.before, "go"))
        yield from ("", "After:", "", code_block(fix.code.after, "go"))
    if fix.libraries:
        yield from ("", "**Libraries:**", "")
        for library in fix.libraries:
            yield f"- {code(library.name)}: {markdown(library.purpose)}"
    if fix.verify:
        yield from (
            "",
            "**It worked when:**",
            "",
            *_items(fix.verify),
        )


def _culprit(one: Diagnosis) -> Iterator[str]:
    culprit = one.culprit
    if culprit.function:
        place = place_text(culprit)
        yield f"- Culprit: {code(culprit.function)}" + (f" at {code(place)}" if place else "")
    if culprit.created_by:
        yield f"- Started by: {code(culprit.created_by)}"
    if culprit.say:
        yield f"- {markdown(culprit.say)}"
    costs = impact_text(one)
    if costs:
        yield f"- Costs: {costs}"
    for victim in one.victims[:MOST_SHOWN]:
        yield f"- Only waiting for it: {victim_text(victim, code, markdown)}"


def _reasons(heading: str, reasons: Sequence[Reason], begin: str) -> Iterator[str]:
    for reason in reasons:
        yield f"{begin}{heading}: {markdown(reason_text(reason))}"


def _largest(report: Report) -> Iterator[str]:
    if report.largest:
        yield from ("", f"## {LARGEST}", "")
        yield from (f"- {largest_text(one, code, markdown)}" for one in report.largest)


def _doubted(report: Report) -> Iterator[str]:
    light = doubted(report)
    if not light:
        return
    yield from ("", f"## {doubted_heading(report)}", "")
    for one in light[:MOST_SHOWN]:
        place = f", in {code(one.culprit.function)}" if one.culprit.function else ""
        yield f"- {percent_text(one.confidence)}: {markdown(one.title)} ({code(one.playbook)}){place}"
        yield from _reasons("For", one.because[:2], "  - ")
        yield from _reasons("Against", one.against[:2], "  - ")


def _memory(report: Report) -> Iterator[str]:
    if report.memory is not None:
        yield from ("", f"**Memory:** {markdown(report.memory.says)}")
    forecast = forecast_text(report)
    if forecast is not None:
        yield from ("", f"**Forecast:** {forecast}")
