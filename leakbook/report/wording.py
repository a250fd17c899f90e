"""What every form of the answer says in the same words: headings, figures, and what is believed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from ..diagnosis.command_words import on_commands
from ..diagnosis.finding import SUSPECT_FROM
from ..diagnosis.quantity_text import bytes_text, count_text, for_some_text, goroutines_text, percent_text
from ..diagnosis.report import Culprit, Diagnosis, EvidenceSummary, Largest, Reason, Report, Tier, Verdict, Victim
from .plain import one_line

_HEADLINES: Final = {
    Verdict.LEAK: "Leak found",
    Verdict.SUSPECT: "Possible leak",
    Verdict.HEALTHY: "No leak found",
    Verdict.INCONCLUSIVE: "Cannot tell yet",
}


def verdict_text(report: Report) -> str:
    """The verdict in words: `Leak found`; where only one side was looked at, none was found there."""
    where = report.looked_in if report.verdict is Verdict.HEALTHY else ""
    return " ".join(part for part in (_HEADLINES[report.verdict], where) if part)


def headline_text(report: Report) -> str:
    """The verdict in words, and of which service: `Leak found: checkout`."""
    return ": ".join(part for part in (verdict_text(report), report.subject.service) if part)


def believed(report: Report) -> Sequence[Diagnosis]:
    """The diagnoses sure enough to be acted on."""
    return [one for one in report.diagnoses if one.confidence >= SUSPECT_FROM]


def left_out_text(found: Sequence[Diagnosis], shown: int) -> str | None:
    """That a short form shows no more of what was found; None when it shows all."""
    left = len(found) - shown
    return f"{left} more, with all there is to each, in the page and in JSON." if left > 0 else None


def doubted(report: Report) -> Sequence[Diagnosis]:
    """The diagnoses that were weighed and found too light: no cost and no remedy is shown for them."""
    return [one for one in report.diagnoses if one.confidence < SUSPECT_FROM]


def doubted_heading(report: Report) -> str:
    """What the light ones are: dismissed where there is a verdict, open where there is none."""
    return (
        "Possible, not shown by this evidence" if report.verdict is Verdict.INCONCLUSIVE else "Considered, not believed"
    )


def steps_heading(report: Report) -> str:
    """Over the commands: a must where nothing is settled, an offer where all is well."""
    return "To be surer still" if report.verdict is Verdict.HEALTHY else "Take next"


def commands_text(report: Report) -> str:
    """What to know of the commands, but for what the summary says; may be empty."""
    commands = (step.run for step in report.next_evidence)
    return on_commands(commands, brought="what these commands bring", ended=report.ended, but=report.summary)


def sure_text(one: Diagnosis) -> str:
    """How sure, and that it is no leak where it only looks like one."""
    proved = f"proved by the garbage collector{for_some_text(one.proved, one.impact.goroutines)}"
    sure = proved if one.tier is Tier.PROOF else f"{percent_text(one.confidence)} sure"
    return sure if one.is_leak else f"{sure}, not a leak"


def place_text(culprit: Culprit | Largest) -> str | None:
    """`/src/trail.go:32`, None when the evidence names no file."""
    if not culprit.file:
        return None
    return f"{culprit.file}:{culprit.line}" if culprit.line else culprit.file


def kind_text(piece: EvidenceSummary) -> str:
    """`goroutine dump`."""
    return piece.kind.value.replace("_", " ")


def impact_text(one: Diagnosis) -> str:
    """What it costs, in figures."""
    impact = one.impact
    parts = []
    if impact.goroutines is not None:
        parts.append(goroutines_text(impact.goroutines) + _rate(impact.goroutines_per_minute, count_text))
    if impact.bytes is not None:
        whole = " in the whole heap" if impact.of_whole_heap else ""
        parts.append(bytes_text(impact.bytes) + whole + _rate(impact.bytes_per_minute, bytes_text))
    return "; ".join(parts)


def _rate(per_minute: float | None, write: Callable[[float], str]) -> str:
    if per_minute is None:
        return ""
    return f", {write(per_minute)} more each minute" if per_minute > 0 else ", not growing"


def victim_text(victim: Victim, write: Callable[[str], str] = one_line, said: Callable[[str], str] = one_line) -> str:
    """How many only wait, and where: `200 in shop.Get (sync.Mutex.Lock)`. `write` is for the name, `said` for words."""
    state = f" ({said(victim.state)})" if victim.state else ""
    return f"{count_text(victim.goroutines)} in {write(victim.function)}{state}"


LARGEST: Final = "Largest seen"


def largest_text(one: Largest, write: Callable[[str], str] = one_line, said: Callable[[str], str] = one_line) -> str:
    """`200 goroutines (chan receive) in shop.Get at /src/get.go:31`, `3.1 MiB in shop.Load`; written as a victim is."""
    size = bytes_text(one.bytes) if one.bytes is not None else goroutines_text(one.goroutines or 0)
    state = f" ({said(one.state)})" if one.state else ""
    place = place_text(one)
    where = f" in {write(one.function)}" if one.function else ""
    return f"{size}{state}{where}" + (f" at {write(place)}" if place else "")


def weight_text(reason: Reason) -> str:
    """How the signal moved the odds, as `÷2`, in plain digits; empty when it was not measured."""
    if reason.weight is None:
        return ""
    sign, factor = ("×", reason.weight) if reason.weight >= 1 else ("÷", 1 / reason.weight)  # noqa: RUF001 - arithmetic
    return f"{sign}{factor:,.0f}" if factor >= 10 else f"{sign}{factor:.2g}"


def reason_text(reason: Reason) -> str:
    """The signal, its figure and its weight on one line."""
    seen = f" ({reason.observed})" if reason.observed else ""
    weight = weight_text(reason)
    return f"{reason.says}{seen}" + (f" - odds {weight}" if weight else "")


def forecast_text(report: Report) -> str | None:
    """When the memory limit is reached, or why nobody can tell; None without a limit or a time."""
    if report.forecast is None or report.forecast.reaches_limit_at is None:
        return report.no_forecast or None
    at = report.forecast.reaches_limit_at.strftime("%Y-%m-%d %H:%M UTC")
    return f"The limit of {bytes_text(report.forecast.limit_bytes)} is reached about {at}."
