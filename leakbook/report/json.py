"""The answer as the HTTP contract's JSON: plain dicts, lists, text and numbers.

Every key of the contract is always there; what the evidence did not measure is null.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from ..diagnosis.report import Culprit, Diagnosis, EvidenceSummary, Impact, Largest, Reason, Relief, Report
from ..playbook.model import Playbook, Remediation
from ..rows.process.forecast import Forecast
from ..rows.process.ledger import MemoryLedger

Json = dict[str, Any]


def report_json(report: Report) -> Json:
    """The report; a service adds its id, status and times."""
    return {
        "service": report.subject.service,
        "instance": report.subject.instance,
        "environment": report.subject.environment,
        "revision": report.subject.revision,
        "verdict": report.verdict.value,
        "summary": report.summary,
        "evidence": [_evidence(one) for one in report.evidence],
        "at_once": _relief(report.at_once),
        "largest": [_largest(one) for one in report.largest],
        "diagnoses": [_diagnosis(one) for one in report.diagnoses],
        "ruled_out": [{"playbook": one.playbook, "because": one.because} for one in report.ruled_out],
        "undetermined": [{"playbook": one.playbook, "needs": list(one.needs)} for one in report.undetermined],
        "next_evidence": [
            {"evidence": one.evidence, "run": one.run, "because": one.because, "cost": one.cost}
            for one in report.next_evidence
        ],
        "memory": _memory(report.memory),
        "forecast": _forecast(report.forecast),
        "warnings": [*report.warnings, *([f"no_forecast: {report.no_forecast}"] if report.no_forecast else [])],
    }


def _relief(one: Relief | None) -> Json | None:
    if one is None:
        return None
    return {
        "says": one.says,
        "limit": one.limit,
        "minutes_to_limit": _rounded(one.minutes_to_limit),
        "minutes_after_restart": _rounded(one.minutes_after_restart),
    }


def _largest(one: Largest) -> Json:
    return {
        "goroutines": one.goroutines,
        "state": one.state,
        "bytes": one.bytes,
        "function": one.function,
        "file": one.file,
        "line": one.line,
    }


def moment(time: datetime | None) -> str | None:
    """RFC 3339 in UTC."""
    if time is None:
        return None
    return time.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _evidence(one: EvidenceSummary) -> Json:
    return {
        "name": one.name,
        "kind": one.kind.value,
        "captured_at": moment(one.captured_at),
        "sha256": one.sha256,
        "bytes": one.size,
        "position": one.position,
        "summary": one.summary,
        "notes": list(one.notes),
    }


def _diagnosis(one: Diagnosis) -> Json:
    return {
        "rank": one.rank,
        "playbook": one.playbook,
        "category": one.category,
        "title": one.title,
        "confidence": one.confidence,
        "severity": one.severity,
        "tier": one.tier.value,
        "is_leak": one.is_leak,
        "culprit": culprit_json(one.culprit),
        "impact": _impact(one.impact),
        "because": [_reason(reason) for reason in one.because],
        "against": [_reason(reason) for reason in one.against],
        "not_measured": [_reason(reason) for reason in one.not_measured],
        "victims": [
            {"function": victim.function, "state": victim.state, "goroutines": victim.goroutines}
            for victim in one.victims
        ],
        "remediation": remediation_json(one.remediation, one.references),
        "fingerprint": one.fingerprint,
        "playbook_revision": one.playbook_revision,
        "includes": list(one.includes),
        "capped": one.capped,
    }


def culprit_json(one: Culprit) -> Json:
    """Who is to blame; null what the evidence does not name."""
    return {
        "function": one.function,
        "file": one.file,
        "line": one.line,
        "package": one.package,
        "created_by": one.created_by,
        "say": one.say,
    }


def _impact(one: Impact) -> Json:
    return {
        "goroutines": one.goroutines,
        "goroutines_per_minute": _rounded(one.goroutines_per_minute),
        "bytes": one.bytes,
        "bytes_per_minute": _rounded(one.bytes_per_minute),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _reason(one: Reason) -> Json:
    return {
        "signal": one.signal,
        "says": one.says,
        "observed": one.observed,
        "weight": one.weight,
        "evidence": list(one.evidence),
    }


def remediation_json(one: Remediation, references: tuple[tuple[str, str], ...]) -> Json:
    """What to change, as diagnoses and the playbook endpoint show it."""
    return {
        "summary": one.summary,
        "at_once": [] if one.at_once is None else [step.do for step in one.at_once.steps],
        "steps": [step.do for step in one.steps],
        "code": None if one.code is None else {"before": one.code.before, "after": one.code.after},
        "libraries": [{"name": library.name, "for": library.purpose} for library in one.libraries],
        "verify": list(one.verify),
        "references": [{"title": title, "url": url} for title, url in references],
    }


def playbook_json(one: Playbook) -> Json:
    """A playbook as the API lists it: what it means and what to do, without its inner weights."""
    return {
        "id": one.id,
        "revision": one.revision_label,
        "status": one.status,
        "title": one.title,
        "category": one.category,
        "severity": one.severity,
        "prevalence": one.prevalence,
        "is_leak": one.leak,
        "description": one.description,
        "specialises": one.specialises,
        "needs_any": list(one.applies_to.needs_any),
        "helped_by": list(one.applies_to.helped_by),
        "signals": [{"id": signal.id, "says": signal.says} for signal in one.signals],
        "limits": list(one.limits),
        "remediation": remediation_json(one.remediation, tuple((ref.title, ref.url) for ref in one.references)),
        "next_evidence": [
            {"evidence": step.evidence, "run": step.run, "because": step.because, "cost": step.cost}
            for step in one.remediation.next_evidence
        ],
    }


def _memory(one: MemoryLedger | None) -> Json | None:
    if one is None:
        return None
    return {
        "live_heap": one.live_heap,
        "garbage": one.garbage,
        "idle_unreturned": one.idle_unreturned,
        "idle_returned": one.idle_returned,
        "stacks": one.stacks,
        "runtime": one.runtime,
        "outside_go": one.outside_go,
        "rss": one.rss,
        "says": one.says,
    }


def _forecast(one: Forecast | None) -> Json | None:
    if one is None:
        return None
    return {
        "limit_bytes": one.limit_bytes,
        "reaches_limit_at": moment(one.reaches_limit_at),
        "interval": [moment(one.earliest), moment(one.latest)],
        "bytes_per_minute": _rounded(one.per_minute),
    }
