"""Accepting a job and waiting for it: commit first, ring after, sleep until woken."""

from __future__ import annotations

import logging
import threading
import time

from leakbook.storage.jobs import JobStore
from leakbook.storage.model import Job, NewJob, new_job_id
from leakbook.telemetry.traces import span

from .parts import Parts
from .posting import Posting
from .problems import Refusal
from .redacting import redacted
from .request_context import job_traceparent
from .waiting import WaitingRoom

LOG = logging.getLogger(__name__)
NET_SECONDS = 1.0
"""A waiter looks at its row this often even when nobody woke it."""


def submit(parts: Parts, jobs: JobStore, posting: Posting, *, idempotency_key: str | None) -> Job:
    """Store evidence and job, and wake a worker; or the first job of the key. Raises CallbackNotAllowed first."""
    if parts.settings.redact:
        posting = redacted(posting, parts.settings.limits)
    new = posting.to_job(idempotency_key, job_traceparent())
    if new.callback_url is not None:
        parts.settings.callbacks.destination(new.callback_url, jobs.tenant)
    return _accept(parts, jobs, posting, new, new_job_id())


def _accept(parts: Parts, jobs: JobStore, posting: Posting, new: NewJob, job_id: str) -> Job:
    contents = {row.sha256: piece.content for row, piece in zip(new.evidence, posting.submissions, strict=True)}

    def secure_blobs() -> None:
        for sha256, content in contents.items():
            parts.blobs.put(sha256, content)

    with span("store evidence", leakbook__pieces=len(contents)):
        secure_blobs()  # outside the transaction, which then finds them there
    with span("insert job", leakbook__job_id=job_id):
        job = jobs.create(new, job_id=job_id, secure_blobs=secure_blobs)
    if job.id == job_id:
        LOG.info("job accepted", extra={"fields": {"job_id": job_id, "pieces": len(new.evidence)}})
        parts.doorbell.ring(large=new.weight >= parts.settings.large_bytes)
    elif job.fingerprint != new.fingerprint:
        raise Refusal(
            "idempotency-key-reused",
            "The idempotency key was used for another request",
            f"The key {new.idempotency_key!r} belongs to a request with other evidence or another subject.",
        )
    return job


def await_job(parts: Parts, jobs: JobStore, job: Job, wait_seconds: float) -> Job | None:
    """The job when it is final, or after the time as it is then; None when it was deleted meanwhile."""
    if job.state.is_final or not wait_seconds:
        return job
    with parts.waiting_room.seat(job.id) as bell:
        return job if bell is None else _finished(parts.waiting_room, jobs, job.id, bell, wait_seconds)


def _finished(room: WaitingRoom, jobs: JobStore, job_id: str, bell: threading.Event, wait_seconds: float) -> Job | None:
    """It may have ended before the seat was taken, so the row is looked at before the bell is heard."""
    stop = time.monotonic() + wait_seconds
    while (found := jobs.get(job_id)) is not None and not found.state.is_final:
        left = stop - time.monotonic()
        if left <= 0 or room.is_closing:
            break
        bell.wait(min(left, NET_SECONDS))
        bell.clear()
    return found
