"""A job as stored: what was asked, where it stands, and how it ended."""

from __future__ import annotations

import json
import os
import time
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from ..diagnosis.report import Subject
from ..errors import EvidenceError, LeakbookError, OverLimit, PlaybookError
from ..evidence.model import EvidenceKind

JOB_FORMAT = 2
"""What a row means to who works on it. A worker leaves rows of a higher format to workers of a newer release."""
PLAIN_FORMAT = 1
"""Of a job without a callback: workers that know of none may take it."""
PRIORITIES: Final = {"low": -1, "normal": 0, "high": 1}
"""Which of a tenant's own jobs that wait goes first."""
PRIORITY_WORDS: Final = {number: word for word, number in PRIORITIES.items()}
LARGE_BYTES: Final = 8 * 2**20
"""Evidence that unpacks to this much makes a job a large one, where the settings do not say otherwise."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class JobState(StrEnum):
    """Where a job stands. The last two are final."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"

    @property
    def is_final(self) -> bool:
        """Whether nothing will change any more."""
        return self in (JobState.SUCCEEDED, JobState.FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One posted piece. Its bytes are in the blob store under `sha256`."""

    position: int
    name: str
    kind: EvidenceKind | None
    captured_at: datetime | None
    sha256: str
    size: int
    notes: tuple[str, ...] = ()
    """What was done to the bytes before they were stored."""
    is_gone: bool = False
    """Whether the bytes are no longer kept."""

    @property
    def was_withheld(self) -> bool:
        """Whether nothing of it was stored, which its notes then tell: redaction could not make out what it is."""
        return not self.size and bool(self.notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a job failed, in the words of `leakbook.errors`: `code` is stable, the place is where the evidence broke."""

    code: str
    title: str
    detail: str
    part: str | None = None
    line: int | None = None
    offset: int | None = None
    found: str | None = None
    expected: str | None = None
    limit: str | None = None

    @classmethod
    def of(cls, error: LeakbookError) -> Failure:
        """The failure that an error of the core means."""
        place: dict[str, Any] = {}
        if isinstance(error, EvidenceError):
            place = {name: getattr(error, name) for name in ("part", "line", "offset", "found", "expected")}
        if isinstance(error, OverLimit):
            place["limit"] = error.limit
        detail = "\n".join(error.problems) if isinstance(error, PlaybookError) else str(error)
        return cls(code=error.code, title=error.title, detail=detail, **place)

    def to_json(self) -> str:
        """One line of JSON, what is unknown left out."""
        return json.dumps({name: value for name, value in asdict(self).items() if value is not None}, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Failure:
        """The reverse of `to_json`."""
        return cls(**json.loads(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewJob:
    """What a request asks for. `fingerprint` is of its content, so that a reused idempotency key is noticed."""

    subject: Subject
    evidence: tuple[EvidenceRow, ...]
    fingerprint: str
    weight: int = 0
    """Bytes of the evidence once unpacked, counted up to where a job is a large one."""
    priority: int = PRIORITIES["normal"]
    idempotency_key: str | None = None
    traceparent: str | None = None
    """W3C Trace Context of the posting."""
    callback_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A stored job without its result, and without its evidence but where it has just come with it (`posted`)."""

    id: str
    state: JobState
    priority: str = "normal"
    first: Mapping[str, Any] | None = None
    """Of `Outcome.first`."""
    attempt: int
    subject: Subject
    created_at: datetime
    finished_at: datetime | None
    fingerprint: str | None
    verdict: str | None
    playbook: str | None
    failure: Failure | None
    callback_url: str | None = None
    tenant: str = "default"
    posted: tuple[EvidenceRow, ...] = field(default=(), compare=False)


class CallbackState(StrEnum):
    """Where a callback stands: the job goes on; to be delivered; the last two are final."""

    WAITING = "waiting"
    PENDING = "pending"
    DELIVERED = "delivered"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """How far a job's callback is. `last` says how the last try ended, None before the first."""

    state: CallbackState
    tries: int = 0
    last: str | None = None
    due_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The right to work on a job: valid while the lease holds and `attempt` is the job's."""

    job_id: str
    attempt: int
    subject: Subject
    evidence: tuple[EvidenceRow, ...]
    tenant: str = "default"
    traceparent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A finished diagnosis: the headline for lists, and the whole answer per media type."""

    verdict: str
    playbook: str | None
    renderings: Mapping[str, bytes]
    kinds: tuple[EvidenceKind, ...] = ()
    """Of the evidence that was read."""
    playbooks: tuple[str, ...] = ()
    """Of all diagnoses, by rank."""
    first: Mapping[str, Any] | None = None
    """`confidence`, `culprit` and `fingerprint` of the diagnosis that `playbook` is of, as the answer has them."""


def new_job_id() -> str:
    """A UUID of version 7: sorts by time, guessing one takes 74 random bits."""
    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    return str(uuid.UUID(int=value & ~(0x3 << 62) | 0x2 << 62))


def moment_of(milliseconds: int) -> datetime:
    """A point in time from the store's milliseconds."""
    return EPOCH + timedelta(milliseconds=milliseconds)


def milliseconds_of(moment: datetime) -> int:
    """The store's milliseconds of a point in time with a zone."""
    return (moment - EPOCH) // timedelta(milliseconds=1)


def microseconds_of(moment: datetime | None) -> int | None:
    """`captured_at` as stored."""
    return None if moment is None else (moment - EPOCH) // timedelta(microseconds=1)


def captured_moment(microseconds: int | None) -> datetime | None:
    """The reverse of `microseconds_of`."""
    return None if microseconds is None else EPOCH + timedelta(microseconds=microseconds)
