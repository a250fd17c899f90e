"""A job as JSON, Markdown or HTML."""

from __future__ import annotations

import html
import json
from datetime import datetime
from typing import Any, Final

from flask import Request, Response

from leakbook.storage.audit import AuditRow
from leakbook.storage.jobs import JobStore
from leakbook.storage.model import EvidenceRow, Job, JobState

from .problems import problem_of

JSON: Final = "application/json"
MARKDOWN: Final = "text/markdown"
HTML: Final = "text/html"
PENDING_REFRESH = 2
VIEWPORT: Final = '<meta name="viewport" content="width=device-width,initial-scale=1">'
PENDING_STYLE: Final = (
    ":root{color-scheme:light dark}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem;overflow-wrap:anywhere}"
)


def wanted_media(request: Request) -> str:
    """By `Accept`; JSON for who says nothing or anything else."""
    return request.accept_mimetypes.best_match([JSON, MARKDOWN, HTML], default=JSON)


def describe(job: Job, jobs: JobStore) -> dict[str, Any]:
    """The whole resource."""
    described = headline(job)
    if job.state is JobState.SUCCEEDED:
        answer = json.loads(jobs.rendering(job.id, JSON) or b"{}")
        return described | {name: value for name, value in answer.items() if name not in described} | _verdict(job)
    described["evidence"] = [_posted(row) for row in jobs.evidence_of(job.id)]
    if job.failure is not None:
        described["problem"] = problem_of(job.failure)
    return described


def headline(job: Job) -> dict[str, Any]:
    """What lists show of a job."""
    subject = job.subject
    return {
        "id": job.id,
        "status": job.state.value,
        "service": subject.service,
        "instance": subject.instance,
        "environment": subject.environment,
        "revision": subject.revision,
        "created_at": moment_text(job.created_at),
        "finished_at": None if job.finished_at is None else moment_text(job.finished_at),
        "links": {"self": location(job)},
    } | _verdict(job)


def _verdict(job: Job) -> dict[str, Any]:
    return {} if job.verdict is None else {"verdict": job.verdict, "playbook": job.playbook}


def location(job: Job) -> str:
    """The path of the job."""
    return f"/v1/diagnoses/{job.id}"


def moment_text(moment: datetime) -> str:
    """RFC 3339 in UTC, to the millisecond."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def audit_json(row: AuditRow) -> dict[str, Any]:
    """A row of the audit log as it is shown."""
    step = row.step
    return {
        "id": row.id,
        "at": moment_text(row.at),
        "actor": step.actor,
        "action": step.action,
        "outcome": step.outcome,
        "target": step.target,
        "request_id": step.request_id,
    }


def _posted(row: EvidenceRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "kind": None if row.kind is None else row.kind.value,
        "captured_at": None if row.captured_at is None else moment_text(row.captured_at),
        "sha256": row.sha256,
        "bytes": row.size,
    }


def job_response(job: Job, jobs: JobStore, media: str) -> Response:
    """The job in the media type that was asked for, status 200."""
    if media == JSON:
        body: bytes = json.dumps(describe(job, jobs), separators=(",", ":")).encode()
    elif job.state is JobState.SUCCEEDED:
        body = jobs.rendering(job.id, media) or b""
    else:
        body = (_pending_page(job) if media == HTML else _pending_text(job)).encode()
    content_type = media if media == JSON else f"{media}; charset=utf-8"
    response = Response(body, content_type=content_type)
    response.headers["Vary"] = "Accept"
    return response


def _pending_text(job: Job) -> str:
    if job.failure is not None:
        return f"**The diagnosis failed**: {_plain(job.failure.title)}. {_plain(job.failure.detail)}\n"
    return f"The diagnosis is {job.state.value}.\n"


def _plain(text: str) -> str:
    """Words of the evidence inside Markdown: nothing in them may be read as markup."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|~!&@" else c for c in text)


def _pending_page(job: Job) -> str:
    refresh = "" if job.state.is_final else f'<meta http-equiv="refresh" content="{PENDING_REFRESH}">'
    words = f"The diagnosis is {job.state.value}. This page looks again by itself."
    if job.failure is not None:
        words = f"The diagnosis failed: {job.failure.title}. {job.failure.detail}"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{refresh}{VIEWPORT}<title>Leakbook</title>'
        f"<style>{PENDING_STYLE}</style></head><body><p>{html.escape(words)}</p></body></html>\n"
    )
