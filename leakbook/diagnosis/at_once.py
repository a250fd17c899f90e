"""What helps before the code is changed: the playbook knows what a restart does, the evidence how long that lasts.

How long a restart lasts is said of leaks that come back with the work: as long as it took to get here, which is what
there is by its pace and no longer than the process is old, and what is left to the limit. It holds under the same load.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..evidence.model import EvidenceKind
from ..playbook.model import AtOnce
from ..rows.lineage import FEW
from ..rows.model import Rows
from ..rows.process.descriptor_counts import AT_LIMIT
from ..rows.process.forecast import CERTAIN, Forecast
from ..rows.process.model import ProcessRow
from .finding import SUSPECT_FROM
from .quantity_text import bytes_text, count_text, minutes_text
from .report import Diagnosis, EvidenceSummary, Relief, Report
from .summary import RISES_FROM, is_settled
from .why_unseen import STATE_TIMES

ASK_FIRST = 'What stands under "Take next" is lost by a restart: take it before.'
NO_PACE = "How long a restart lasts is not known: no sure pace was measured."
NO_TIMES = f"How long a restart lasts is not known, as nothing tells how much time lies between the looks{STATE_TIMES}"
ENDED = "The process has ended, and with it what was stuck or kept; "
LEAST_BYTES = 2**20
"""A gain of less tells no pace: it is one or two sampled objects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ahead:
    """A limit that the process climbs towards. `minutes` are left; `watched` is how long the climb was measured."""

    limit: str
    says: str
    minutes: float
    watched: float | None


def at_once(report: Report, rows: Rows) -> Relief | None:
    """For the first diagnosis that is believed.

    None where there is none, where its playbook knows nothing that helps, and of a test, which nobody restarts.
    """
    first = next((one for one in report.diagnoses if one.confidence >= SUSPECT_FROM), None)
    knows = first.remediation.at_once if first is not None else None
    if first is None or knows is None or _is_of_a_test(rows):
        return None
    process = rows.process
    sentences = _what_helps(knows, ended=process.ended is True)
    if not sentences:
        return None
    limits = _limits(report.forecast, process) if first.is_leak and not process.ended else ()
    ahead = min(limits, key=lambda one: one.minutes, default=None)
    lasts, least = _after_restart(knows, ahead, first, process)
    if first.is_leak:
        sentences[1:1] = _how_long(ahead, lasts, least=least)
        if lasts is None and knows.returns == "with_work":
            sentences.append(NO_TIMES if _is_undated(report.evidence) else NO_PACE)
        if report.next_evidence and not is_settled(report) and not process.ended:
            sentences.append(ASK_FIRST)
    return Relief(
        says=" ".join(sentences),
        limit=ahead.limit if ahead else None,
        minutes_to_limit=ahead.minutes if ahead else None,
        minutes_after_restart=lasts,
    )


def _what_helps(knows: AtOnce, *, ended: bool) -> list[str]:
    """The playbook's sentences. Of a process that has `ended` a restart is only what brings it back."""
    says = [f"{ENDED}{step.again}" for step in knows.steps if step.again] if ended else [s.says for s in knows.steps]
    return [one if one.endswith(".") else f"{one}." for one in says]


def _is_undated(evidence: Sequence[EvidenceSummary]) -> bool:
    """Whether several looks of one kind have no time; a trace's lines tell their own."""
    kinds = Counter(one.kind for one in evidence if one.captured_at is None and one.kind is not EvidenceKind.GCTRACE)
    return any(count > 1 for count in kinds.values())


def _is_of_a_test(rows: Rows) -> bool:
    return any(row.left_behind or row.stuck_test is not None for row in rows.goroutine_groups)


def _limits(forecast: Forecast | None, process: ProcessRow) -> Iterator[_Ahead]:
    if forecast is not None:
        watched = process.live_heap_watched or process.observed
        says = f"memory limit of {bytes_text(forecast.limit_bytes)}"
        yield _Ahead(limit="memory", says=says, minutes=forecast.minutes, watched=watched)
    count, part, rate = process.open_fds, process.fds_of_limit, process.open_fds_per_minute
    if not count or not part:
        return
    says = f"limit of {count_text(round(count / part))} descriptors"
    if part >= AT_LIMIT:
        yield _Ahead(limit="descriptors", says=says, minutes=0.0, watched=process.observed)
    elif rate and rate > 0 and (process.open_fds_trend or 0.0) >= CERTAIN:
        left = (count / part - count) / rate
        yield _Ahead(limit="descriptors", says=says, minutes=left, watched=process.observed)


def _after_restart(
    knows: AtOnce, ahead: _Ahead | None, first: Diagnosis, process: ProcessRow
) -> tuple[float | None, bool]:
    """For how many minutes a restart lasts, and whether that is the least."""
    if knows.returns != "with_work":
        return None, False
    taken = [*_taken(first, process)]
    if taken:
        return min([*taken, process.uptime or taken[0]]) + (ahead.minutes if ahead else 0.0), False
    if ahead is not None and ahead.watched:
        return ahead.watched + ahead.minutes, True
    return None, False


def _taken(first: Diagnosis, process: ProcessRow) -> Iterator[float]:
    """How long it took to get here from nothing, at the pace of the goroutines, of the bytes, of the descriptors."""
    impact = first.impact
    counted = [
        (impact.goroutines, impact.goroutines_per_minute, FEW),
        (impact.bytes, impact.bytes_per_minute, LEAST_BYTES),
    ]
    if (process.open_fds_trend or 0.0) >= RISES_FROM:
        counted.append((process.open_fds, process.open_fds_per_minute, FEW))
    if (process.rss_alone_trend or 0.0) >= CERTAIN:
        counted.append((process.rss, process.rss_per_minute, LEAST_BYTES))
    for so_far, pace, least in counted:
        if so_far and pace and pace * (process.observed or 0.0) > least:
            yield so_far / pace


def _about(minutes: float) -> str:
    return f"about {minutes_text(minutes)}" if minutes >= 1 else "less than a minute"


def _how_long(ahead: _Ahead | None, lasts: float | None, *, least: bool) -> Iterator[str]:
    if ahead is not None:
        met = f"met {_about(ahead.minutes)} after the newest evidence" if ahead.minutes else "nearly met"
        yield f"The {ahead.says} is {met}."
    if lasts is not None and ahead is not None:
        buys = f"at least {minutes_text(lasts)}" if least and lasts >= 1 else _about(lasts)
        yield f"A restart buys {buys} under the same load."
    elif lasts is not None:
        yield f"Under the same load it is back where it is now {_about(lasts)} after a restart."
