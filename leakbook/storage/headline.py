"""A job in a few plain fields: what lists show of it, and what a callback says."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from .model import Job

FIRST = ("confidence", "culprit", "fingerprint")
"""What a list shows of the first diagnosis beside its playbook. A callback goes elsewhere, and names no code."""


def list_row(job: Job) -> dict[str, Any]:
    """The headline, and what there is of the first diagnosis; null without one."""
    first = {} if job.verdict is None else {name: (job.first or {}).get(name) for name in FIRST}
    return headline(job) | first


def headline(job: Job) -> dict[str, Any]:
    """The fields; `verdict` and `playbook` only when there is an answer."""
    subject = job.subject
    shown = {
        "id": job.id,
        "status": job.state.value,
        "priority": job.priority,
        "service": subject.service,
        "instance": subject.instance,
        "environment": subject.environment,
        "revision": subject.revision,
        "created_at": moment_text(job.created_at),
        "finished_at": None if job.finished_at is None else moment_text(job.finished_at),
        "links": {"self": location(job)},
    }
    return shown | verdict(job)


def verdict(job: Job) -> dict[str, Any]:
    """Nothing while there is no answer."""
    return {} if job.verdict is None else {"verdict": job.verdict, "playbook": job.playbook}


def location(job: Job) -> str:
    """The path of the job."""
    return f"/v1/diagnoses/{job.id}"


def moment_text(moment: datetime) -> str:
    """RFC 3339 in UTC, to the millisecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
