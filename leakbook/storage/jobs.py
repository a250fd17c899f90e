"""Jobs as the API sees them: created, looked at, listed, deleted."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    Engine,
    Row,
    String,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
    tuple_,
)
from sqlalchemy.exc import IntegrityError

from ..diagnosis.report import Subject
from ..evidence.model import EvidenceKind
from . import schema
from .database import reading, writing
from .model import (
    JOB_FORMAT,
    LARGE_BYTES,
    PLAIN_FORMAT,
    PRIORITY_WORDS,
    Callback,
    EvidenceRow,
    Failure,
    Job,
    JobState,
    NewJob,
    captured_moment,
    microseconds_of,
    milliseconds_of,
    moment_of,
    new_job_id,
)
from .outbox import callback_of
from .schema import database_now, jobs

PURGE_LOCK = 0x1EA4B00C
"""PostgreSQL advisory lock: shared by those who refer to blobs, exclusive for who removes them."""
TURN_STEP = 1000
"""How far apart the turns of one tenant's waiting jobs are; tenants with less in the queue come in between."""
SUBJECT_FIELDS = ("service", "instance", "environment", "revision", "memory_limit_bytes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which jobs to list, newest first; `after` is the place (created, id) of the last one already seen."""

    service: str | None = None
    verdict: str | None = None
    playbook: str | None = None
    state: JobState | None = None
    since: datetime | None = None
    after: tuple[int, str] | None = None
    limit: int = 50


class JobStore:
    """The jobs of one tenant. Every method is one transaction."""

    def __init__(self, engine: Engine, *, tenant: str = "default", large_bytes: int = LARGE_BYTES) -> None:
        """Use `engine`; every query is bound to `tenant`. `large_bytes` parts the queue, as it does for workers."""
        self._engine = engine
        self.tenant = tenant
        self._large = large_bytes

    def create(self, new: NewJob, *, job_id: str, secure_blobs: Callable[[], None]) -> Job:
        """Insert the job and return it, or the first job that came with the same idempotency key.

        `secure_blobs` is called inside the transaction, when nobody can remove blobs any more, to put what is missing.
        """
        first = self._same_key(new)
        if first is not None:
            return first
        try:
            with writing(self._engine) as connection:
                hold_blobs(connection, exclusive=False)
                row = connection.execute(_INSERT_JOB, _job_values(new, job_id, self.tenant, self._large)).one()
                if new.evidence:
                    connection.execute(_INSERT_EVIDENCE, [_evidence_values(job_id, e) for e in new.evidence])
                secure_blobs()
            return replace(job_of(row), posted=new.evidence)
        except IntegrityError:
            first = self._same_key(new)
            if first is None:
                raise
            return first

    def _same_key(self, new: NewJob) -> Job | None:
        if new.idempotency_key is None:
            return None
        mine = (jobs.c.tenant == self.tenant) & (jobs.c.idempotency_key == new.idempotency_key)
        with reading(self._engine) as connection:
            row = connection.execute(select(jobs).where(mine)).one_or_none()
        return None if row is None else job_of(row)

    def get(self, job_id: str) -> Job | None:
        """The job, None when there is none (or it is another tenant's)."""
        with reading(self._engine) as connection:
            row = connection.execute(_ONE_JOB, {"id": job_id, "tenant": self.tenant}).one_or_none()
        return None if row is None else job_of(row)

    def evidence_of(self, job_id: str) -> tuple[EvidenceRow, ...]:
        """The job's evidence in the order of posting; none when it is another tenant's."""
        with reading(self._engine) as connection:
            mine = connection.execute(_ONE_JOB, {"id": job_id, "tenant": self.tenant}).one_or_none()
            return () if mine is None else evidence_rows(connection, job_id)

    def callback_of(self, job: Job) -> Callback | None:
        """How far the callback of a job of this store is; None for a job without."""
        return callback_of(self._engine, job)

    def rendering(self, job_id: str, media: str) -> bytes | None:
        """The finished answer as `media`, None when there is none."""
        asked = {"id": job_id, "tenant": self.tenant, "media": media}
        with reading(self._engine) as connection:
            body = connection.execute(_RENDERING, asked).scalar_one_or_none()
        return None if body is None else zlib.decompress(body)

    def select(self, selection: Selection) -> Sequence[Job]:
        """The newest jobs that fit, at most `selection.limit`."""
        query = select(jobs).where(jobs.c.tenant == self.tenant)
        for column in ("service", "verdict", "playbook", "state"):
            wanted = getattr(selection, column)
            if wanted is not None:
                query = query.where(jobs.c[column] == str(wanted))
        if selection.since is not None:
            query = query.where(jobs.c.created_at >= milliseconds_of(selection.since))
        if selection.after is not None:
            query = query.where(tuple_(jobs.c.created_at, jobs.c.id) < tuple_(*selection.after))
        query = query.order_by(jobs.c.created_at.desc(), jobs.c.id.desc()).limit(selection.limit)
        with reading(self._engine) as connection:
            return [job_of(row) for row in connection.execute(query)]

    def delete(self, job_id: str) -> frozenset[str] | None:
        """Remove the job and all rows that hang on it; None when there was none.

        What is returned are the addresses of its evidence, for `Purge.remove`. Bytes go after the commit only: a job
        whose deletion failed must not be without them.
        """
        with writing(self._engine) as connection:
            digests = frozenset(row.sha256 for row in evidence_rows(connection, job_id))
            removed = connection.execute(delete(jobs).where(self._mine(job_id))).rowcount
        return digests if removed else None

    def _mine(self, job_id: str) -> Any:
        return (jobs.c.id == job_id) & (jobs.c.tenant == self.tenant)


def evidence_rows(connection: Connection, job_id: str) -> tuple[EvidenceRow, ...]:
    """The evidence of a job inside an open transaction."""
    rows = connection.execute(_EVIDENCE, {"job_id": job_id})
    return tuple(
        EvidenceRow(
            position=row.position,
            name=row.name,
            kind=EvidenceKind(row.kind) if row.kind else None,
            captured_at=captured_moment(row.captured_at),
            sha256=row.sha256,
            size=row.size,
            notes=tuple(json.loads(row.notes)) if row.notes else (),
            is_gone=row.gone_at is not None,
        )
        for row in rows
    )


def subject_of(row: Row[Any]) -> Subject:
    """The subject columns of a job."""
    return Subject(**{name: getattr(row, name) for name in SUBJECT_FIELDS})


def job_of(row: Row[Any]) -> Job:
    """A job from its row."""
    return Job(
        id=row.id,
        state=JobState(row.state),
        attempt=row.attempt,
        subject=subject_of(row),
        created_at=moment_of(row.created_at),
        finished_at=None if row.finished_at is None else moment_of(row.finished_at),
        fingerprint=row.fingerprint,
        verdict=row.verdict,
        playbook=row.playbook,
        first=None if row.first is None else json.loads(row.first),
        failure=None if row.failure is None else Failure.from_json(row.failure),
        callback_url=row.callback_url,
        tenant=row.tenant,
        priority=PRIORITY_WORDS[row.priority],
    )


def _job_values(new: NewJob, job_id: str, tenant: str, large: int) -> dict[str, Any]:
    size = sum(row.size for row in new.evidence)
    return {
        "id": job_id,
        "tenant": tenant,
        "state": JobState.QUEUED.value,
        "priority": new.priority,
        "attempt": 0,
        "format": PLAIN_FORMAT if new.callback_url is None else JOB_FORMAT,
        "size": size,
        "weight": new.weight,
        "of_tenant": tenant,
        "large_from": large,
        "in_large": max(size, new.weight) >= large,
        "idempotency_key": new.idempotency_key,
        "fingerprint": new.fingerprint,
        "traceparent": new.traceparent,
        "callback_url": new.callback_url,
        **asdict(new.subject),
    }


def is_large(table: Any, least: Any) -> ColumnElement[bool]:
    """Whose evidence has, or unpacks to, `least` bytes or more."""
    found: ColumnElement[bool] = (table.c.size >= least) | (table.c.weight >= least)
    return found


def _next_turn() -> Any:
    """Start-time fair queueing: after the tenant's own last turn, but not before the first turn of all that wait.

    Of the job's size class alone: they are claimed apart, and a tenant's large jobs must not put off its small ones.
    """
    class_of = is_large(jobs, bindparam("large_from", type_=BigInteger)) == bindparam("in_large", type_=Boolean)
    own_tenant = jobs.c.tenant == bindparam("of_tenant", type_=String)
    first = select(func.min(jobs.c.turn)).where(schema.QUEUED, class_of).scalar_subquery()
    own = select(func.max(jobs.c.turn) + TURN_STEP).where(schema.QUEUED, class_of, own_tenant).scalar_subquery()
    return case((own >= first, own), else_=func.coalesce(first, database_now()))


_INSERT_JOB: Final = insert(jobs).values(created_at=database_now(), turn=_next_turn()).returning(*jobs.c)
"""Statements of every post are made once: SQLAlchemy takes longer to put them together than SQLite to run them."""
_INSERT_EVIDENCE: Final = insert(schema.evidence)
_EVIDENCE: Final = (
    select(schema.evidence).where(schema.evidence.c.job_id == bindparam("job_id")).order_by(schema.evidence.c.position)
)
_ITS: Final = (jobs.c.id == bindparam("id")) & (jobs.c.tenant == bindparam("tenant"))
_ONE_JOB: Final = select(jobs).where(_ITS)
_RENDERING: Final = (
    select(schema.renderings.c.body)
    .join(jobs, jobs.c.id == schema.renderings.c.job_id)
    .where(_ITS, schema.renderings.c.media == bindparam("media"))
)


def _evidence_values(job_id: str, row: EvidenceRow) -> dict[str, Any]:
    return {
        "job_id": job_id,
        "position": row.position,
        "name": row.name,
        "kind": row.kind,
        "captured_at": microseconds_of(row.captured_at),
        "sha256": row.sha256,
        "size": row.size,
        "notes": json.dumps(row.notes) if row.notes else None,
    }


def unreferenced(connection: Connection, digests: Collection[str]) -> list[str]:
    """Those that no evidence of any job refers to any more. Ask while blobs are held."""
    table = schema.evidence
    still = select(table.c.sha256).where(table.c.sha256.in_(digests), table.c.gone_at.is_(None))
    return sorted(set(digests) - set(connection.execute(still).scalars()))


def hold_blobs(connection: Connection, *, exclusive: bool) -> None:
    """Keep putting and removing apart. SQLite's one writer does that by itself."""
    if connection.dialect.name == "postgresql":
        lock = func.pg_advisory_xact_lock if exclusive else func.pg_advisory_xact_lock_shared
        connection.execute(select(lock(PURGE_LOCK)))


__all__ = [
    "JobStore",
    "Selection",
    "evidence_rows",
    "hold_blobs",
    "is_large",
    "job_of",
    "new_job_id",
    "subject_of",
    "unreferenced",
]
