"""The answer as one would paste it in an incident document or a chat, in Markdown or in Slack's markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..diagnosis.quantity_text import percent_text
from ..diagnosis.report import Diagnosis, Reason, Report
from .dialect import MARKDOWN, SLACK, Dialect
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
    return "\n".join(_lines(report, MARKDOWN)).rstrip() + "\n"


def report_slack(report: Report) -> str:
    """The same as the text of a message in Slack."""
    return "\n".join(_lines(report, SLACK)).rstrip() + "\n"


def _lines(report: Report, write: Dialect) -> Iterator[str]:
    yield write.heading(1, write.text(headline_text(report)))
    yield ""
    yield write.text(report.summary)
    if report.at_once is not None:
        yield from ("", f"{write.bold('At once:')} {write.text(report.at_once.says)}")
    for diagnosis in believed(report)[:MOST_SHOWN]:
        yield from _diagnosis(diagnosis, write)
    if left := left_out_text(believed(report), MOST_SHOWN):
        yield from ("", left)
    if report.next_evidence:
        yield from ("", write.heading(2, steps_heading(report)), "")
        if names := commands_text(report):
            yield from (write.text(names), "")
        for step in report.next_evidence:
            yield f"{write.item}{write.code(step.run)}: {write.text(step.because)} Cost: {write.text(step.cost)}"
    yield from _largest(report, write)
    yield from _doubted(report, write)
    yield from _memory(report, write)
    yield from ("", write.heading(2, "Evidence"), "")
    for piece in report.evidence:
        yield f"{write.item}{write.code(piece.name)} ({kind_text(piece)}): {write.text(piece.summary)}"
        yield from (f"{write.inner}{write.text(note)}" for note in piece.notes)
    if report.warnings:
        yield from (
            "",
            write.heading(2, "Warnings"),
            "",
            *_items(report.warnings, write),
        )


def _items(texts: Iterable[str], write: Dialect) -> Iterator[str]:
    return (f"{write.item}{write.text(text)}" for text in texts)


def _diagnosis(one: Diagnosis, write: Dialect) -> Iterator[str]:
    title = f"{one.rank}. {write.text(one.title)} ({sure_text(one)}, {write.code(one.playbook)})"
    yield from ("", write.heading(2, title), "")
    yield from _culprit(one, write)
    yield from _reasons("For", one.because[:MOST_SHOWN], write, write.item)
    yield from _reasons("Against", one.against[:MOST_SHOWN], write, write.item)
    if one.capped:
        yield f"{write.item}Held at this confidence: {write.text(one.capped)}"
    yield from ("", f"{write.bold('What to change:')} {write.text(one.remediation.summary)}")
    if one.rank == 1:
        yield from _remedy(one, write)


def _remedy(one: Diagnosis, write: Dialect) -> Iterator[str]:
    fix = one.remediation
    yield from ("", *(f"{place}. {write.text(step.do)}" for place, step in enumerate(fix.steps, 1)))
    if fix.code:
        yield from ("", "Before:", "", write.block(fix.code.before))
        yield from ("", "After:", "", write.block(fix.code.after))
    if fix.libraries:
        yield from ("", write.bold("Libraries:"), "")
        for library in fix.libraries:
            yield f"{write.item}{write.code(library.name)}: {write.text(library.purpose)}"
    if fix.verify:
        yield from (
            "",
            write.bold("It worked when:"),
            "",
            *_items(fix.verify, write),
        )


def _culprit(one: Diagnosis, write: Dialect) -> Iterator[str]:
    culprit = one.culprit
    if culprit.function:
        place = place_text(culprit)
        yield f"{write.item}Culprit: {write.code(culprit.function)}" + (f" at {write.code(place)}" if place else "")
    if culprit.created_by:
        yield f"{write.item}Started by: {write.code(culprit.created_by)}"
    if culprit.say:
        yield f"{write.item}{write.text(culprit.say)}"
    costs = impact_text(one)
    if costs:
        yield f"{write.item}Costs: {costs}"
    for victim in one.victims[:MOST_SHOWN]:
        yield f"{write.item}Only waiting for it: {victim_text(victim, write.code, write.text)}"


def _reasons(heading: str, reasons: Sequence[Reason], write: Dialect, begin: str) -> Iterator[str]:
    for reason in reasons:
        yield f"{begin}{heading}: {write.text(reason_text(reason))}"


def _largest(report: Report, write: Dialect) -> Iterator[str]:
    if report.largest:
        yield from ("", write.heading(2, LARGEST), "")
        yield from (f"{write.item}{largest_text(one, write.code, write.text)}" for one in report.largest)


def _doubted(report: Report, write: Dialect) -> Iterator[str]:
    light = doubted(report)
    if not light:
        return
    yield from ("", write.heading(2, doubted_heading(report)), "")
    for one in light[:MOST_SHOWN]:
        place = f", in {write.code(one.culprit.function)}" if one.culprit.function else ""
        yield f"{write.item}{percent_text(one.confidence)}: {write.text(one.title)} ({write.code(one.playbook)}){place}"
        yield from _reasons("For", one.because[:2], write, write.inner)
        yield from _reasons("Against", one.against[:2], write, write.inner)


def _memory(report: Report, write: Dialect) -> Iterator[str]:
    if report.memory is not None:
        yield from ("", f"{write.bold('Memory:')} {write.text(report.memory.says)}")
    forecast = forecast_text(report)
    if forecast is not None:
        yield from ("", f"{write.bold('Forecast:')} {forecast}")
