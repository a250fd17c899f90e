"""The answer as one would paste it in a chat or an incident document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..diagnosis.quantity_text import bytes_text, count_text, goroutines_text, percent_text
from ..diagnosis.report import Diagnosis, Reason, Report, Tier
from .plain import code, code_block, markdown

MOST_SHOWN = 5


def report_markdown(report: Report) -> str:
    """The report; names from the evidence cannot format, link or mention anything."""
    return "\n".join(_lines(report)).rstrip() + "\n"


def _lines(report: Report) -> Iterator[str]:
    who = f": {markdown(report.subject.service)}" if report.subject.service else ""
    yield f"# Verdict {report.verdict.value}{who}"
    yield ""
    yield markdown(report.summary)
    for diagnosis in report.diagnoses[:MOST_SHOWN]:
        yield from _diagnosis(diagnosis)
    if report.next_evidence:
        yield from ("", "## Take next", "")
        for step in report.next_evidence:
            yield f"- {code(step.run)}: {markdown(step.because)} Cost: {markdown(step.cost)}"
    yield from _memory(report)
    yield from ("", "## Evidence", "")
    for piece in report.evidence:
        yield f"- {code(piece.name)} ({piece.kind.value}): {markdown(piece.summary)}"
        yield from (f"  - {markdown(note)}" for note in piece.notes)
    if report.warnings:
        yield from ("", "## Warnings", "", *(f"- {markdown(warning)}" for warning in report.warnings))


def _diagnosis(one: Diagnosis) -> Iterator[str]:
    sure = "proved by the garbage collector" if one.tier is Tier.PROOF else f"{percent_text(one.confidence)} sure"
    yield from ("", f"## {one.rank}. {markdown(one.title)} ({sure}, {code(one.playbook)})", "")
    yield from _culprit(one)
    yield from _reasons("Because", one.because)
    yield from _reasons("Against", one.against)
    if one.capped:
        yield f"- Held at this confidence: {markdown(one.capped)}"
    if one.rank > 1:
        return
    yield from ("", f"**What to change:** {markdown(one.remediation.summary)}", "")
    yield from (f"{place}. {markdown(step)}" for place, step in enumerate(one.remediation.steps, 1))
    if one.remediation.code:
        yield from ("", "Before:", "", code_block(one.remediation.code.before, "go"))
        yield from ("", "After:", "", code_block(one.remediation.code.after, "go"))
    if one.remediation.verify:
        yield from ("", "**It worked when:**", "", *(f"- {markdown(check)}" for check in one.remediation.verify))


def _culprit(one: Diagnosis) -> Iterator[str]:
    culprit = one.culprit
    if culprit.function:
        place = (
            f" at {code(f'{culprit.file}:{culprit.line}' if culprit.line else culprit.file)}" if culprit.file else ""
        )
        yield f"- Culprit: {code(culprit.function)}{place}"
    if culprit.created_by:
        yield f"- Started by: {code(culprit.created_by)}"
    if culprit.say:
        yield f"- {markdown(culprit.say)}"
    costs = impact_text(one)
    if costs:
        yield f"- Costs: {costs}"
    for victim in one.victims[:MOST_SHOWN]:
        state = f" ({markdown(victim.state)})" if victim.state else ""
        yield f"- Only waiting for it: {count_text(victim.goroutines)} in {code(victim.function)}{state}"


def impact_text(one: Diagnosis) -> str:
    """What it costs, in figures."""
    impact = one.impact
    parts = []
    if impact.goroutines is not None:
        parts.append(goroutines_text(impact.goroutines))
    if impact.goroutines_per_minute is not None:
        parts.append(f"{count_text(impact.goroutines_per_minute)} goroutines per minute")
    if impact.bytes is not None:
        parts.append(bytes_text(impact.bytes))
    if impact.bytes_per_minute is not None:
        parts.append(f"{bytes_text(impact.bytes_per_minute)} per minute")
    return ", ".join(parts)


def weight_text(reason: Reason) -> str:
    """How the signal moved the odds."""
    if reason.weight is None:
        return ""
    return f"×{reason.weight:.2g}" if reason.weight >= 1 else f"÷{1 / reason.weight:.2g}"  # noqa: RUF001 - signs of arithmetic


def _reasons(heading: str, reasons: Sequence[Reason]) -> Iterator[str]:
    for reason in reasons[:MOST_SHOWN]:
        seen = f" ({markdown(reason.observed)})" if reason.observed else ""
        yield f"- {heading}: {markdown(reason.says)}{seen} {weight_text(reason)}".rstrip()


def _memory(report: Report) -> Iterator[str]:
    if report.memory is not None:
        yield from ("", f"**Memory:** {markdown(report.memory.says)}")
    forecast = forecast_text(report)
    if forecast is not None:
        yield from ("", f"**Forecast:** {forecast}")


def forecast_text(report: Report) -> str | None:
    """When the memory limit is reached, None when it is not or nobody can tell."""
    if report.forecast is None or report.forecast.reaches_limit_at is None:
        return None
    at = report.forecast.reaches_limit_at.strftime("%Y-%m-%d %H:%M UTC")
    return f"The limit of {bytes_text(report.forecast.limit_bytes)} is reached about {at}."
