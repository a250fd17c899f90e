"""A job as JSON, Markdown, HTML, plain text or a message for Slack."""

from __future__ import annotations

import html
import json
from typing import Any, Final

from flask import Request, Response

from leakbook.report.plain import markdown
from leakbook.report.slack import slack_text
from leakbook.storage.audit import AuditRow
from leakbook.storage.headline import headline, location, moment_text, verdict
from leakbook.storage.jobs import JobStore
from leakbook.storage.model import Callback, EvidenceRow, Job, JobState

from .media_ranges import best_form
from .problem_text import problem_text
from .problems import PLAIN, problem_of

JSON: Final = "application/json"
MARKDOWN: Final = "text/markdown"
HTML: Final = "text/html"
SLACK: Final = "text/vnd.slack.mrkdwn"
"""Not registered anywhere; named as others of Slack's are."""
PENDING_REFRESH = 2
VIEWPORT: Final = '<meta name="viewport" content="width=device-width,initial-scale=1">'
PENDING_STYLE: Final = (
    ":root{color-scheme:light dark}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem;overflow-wrap:anywhere}"
)


def wanted_media(request: Request) -> str:
    """By `Accept`; JSON for who says nothing or anything else."""
    return best_form(request, [JSON, MARKDOWN, HTML, SLACK, PLAIN]) or JSON


def describe(job: Job, jobs: JobStore) -> dict[str, Any]:
    """The whole resource."""
    described = headline(job) | _callback(jobs.callback_of(job))
    if job.state is JobState.SUCCEEDED:
        answer = json.loads(jobs.rendering(job.id, JSON) or b"{}")
        return described | {name: value for name, value in answer.items() if name not in described} | verdict(job)
    described["evidence"] = [_posted(row) for row in job.posted or jobs.evidence_of(job.id)]
    if job.failure is not None:
        described["problem"] = problem_of(job.failure)
    return described


def _callback(callback: Callback | None) -> dict[str, Any]:
    """Without the URL, which may carry a token of the poster's."""
    if callback is None:
        return {}
    moments = {"next_try_at": callback.due_at, "ended_at": callback.ended_at}
    told = {name: None if moment is None else moment_text(moment) for name, moment in moments.items()}
    return {"callback": {"status": callback.state.value, "tries": callback.tries, "last": callback.last} | told}


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
        "position": row.position,
    }


def job_response(job: Job, jobs: JobStore, media: str) -> Response:
    """The job in the media type that was asked for, status 200."""
    if media == JSON:
        body: bytes = json.dumps(describe(job, jobs), separators=(",", ":")).encode()
    elif job.state is JobState.SUCCEEDED:
        media, body = _rendering(job, jobs, media)
    else:
        body = _PENDING[media](job).encode()
    content_type = media if media == JSON else f"{media}; charset=utf-8"
    response = Response(body, content_type=content_type)
    response.headers["Vary"] = "Accept"
    return response


def _rendering(job: Job, jobs: JobStore, media: str) -> tuple[str, bytes]:
    """What a worker wrote down; Markdown where that was one of an earlier release, which knew fewer forms."""
    body = jobs.rendering(job.id, media)
    return (media, body) if body is not None else (MARKDOWN, jobs.rendering(job.id, MARKDOWN) or b"")


def _pending_markdown(job: Job) -> str:
    if job.failure is not None:
        return f"**The diagnosis failed**: {markdown(job.failure.title)}. {markdown(job.failure.detail)}\n"
    return _pending_text(job)


def _pending_slack(job: Job) -> str:
    return "".join(f"{slack_text(line)}\n" for line in _pending_text(job).splitlines())


def _pending_text(job: Job) -> str:
    if job.failure is not None:
        return f"The diagnosis failed.\n{problem_text(problem_of(job.failure))}"
    return f"The diagnosis is {job.state.value}. Ask again for {location(job)}?wait=30\n"


def _pending_page(job: Job) -> str:
    refresh = "" if job.state.is_final else f'<meta http-equiv="refresh" content="{PENDING_REFRESH}">'
    words = f"The diagnosis {job.id} is {job.state.value}. This page looks again by itself."
    if job.failure is not None:
        words = f"The diagnosis failed: {job.failure.title}. {job.failure.detail}"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{refresh}{VIEWPORT}<title>Leakbook</title>'
        f"<style>{PENDING_STYLE}</style></head><body><p>{html.escape(words)}</p></body></html>\n"
    )


_PENDING: Final = {MARKDOWN: _pending_markdown, HTML: _pending_page, PLAIN: _pending_text, SLACK: _pending_slack}
