"""Who works on what. Every step is a compare-and-set on the row, by the database's clock.

queued -> running (claim) -> succeeded | failed (finish, fenced by the attempt)
running with a lapsed lease -> queued (sweep), or failed when `max_attempts` workers died on it
failed -> queued (requeue, by hand)

`attempt` only ever grows: it is the fence, and a number that came twice would let a worker in that was shut out.
"""

from __future__ import annotations

import json
import zlib
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Engine, Row, bindparam, func, insert, select, text, update

from . import schema
from .database import reading, writing
from .jobs import evidence_rows, is_large, job_of, subject_of
from .model import JOB_FORMAT, Claim, Failure, Job, JobState, Outcome
from .outbox import forget_pending, owe
from .schema import database_now, jobs
from .settings import Settings

FAR_LEASES = 10
"""A lease that ends further ahead than so many leases was given before the database's clock was set back."""
CHANNEL = "leakbook_finished"
"""PostgreSQL notification channel; the payload is the job's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unended:
    """A job that should have been failed, and why the store did not take it. The next sweep tries again."""

    job_id: str
    error: Exception


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """What a sweep ended: ids of jobs that were given up, and those that could not be."""

    given_up: tuple[str, ...] = ()
    unended: tuple[Unended, ...] = ()


class ClaimStore:
    """The worker's side of the jobs table."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        """Leases and attempts are bounded by `settings`."""
        self._engine = engine
        self._lease = int(settings.lease_seconds * 1000)
        self._large = settings.large_bytes
        self._max_attempts = settings.max_attempts
        self._idempotency = int(settings.idempotency_seconds * 1000)
        self._public_url = settings.callbacks.public_url
        self._keep_evidence = settings.keep_evidence
        self._take = {large: self._take_first(large=large) for large in (None, False, True)}
        self._hand_down = {large: self._passed_over(large=large) for large in (None, False, True)}

    def _of_class(self, table: Any, *, large: bool | None) -> Any:
        """Rows this release understands: the large, the small or (None) all."""
        known = table.c.format <= JOB_FORMAT
        if large is None:
            return known
        are_large = is_large(table, self._large)
        return known & (are_large if large else ~are_large)

    def _take_first(self, *, large: bool | None) -> Any:
        """The statement that claims; made once, since that takes SQLAlchemy longer than SQLite needs to run it.

        The turn says which tenant it is, priority and age which of the tenant's own jobs: nobody's hurry delays another
        tenant. `earliest` is the tenant's first turn, which the job uses up: see `_passed_over`.
        """
        waiting = (schema.QUEUED, self._of_class(jobs, large=large))
        whose = select(jobs.c.tenant).where(*waiting).order_by(jobs.c.turn, jobs.c.id)
        first = select(jobs.c.id).where(*waiting, jobs.c.tenant == _unlocked(whose))
        first = first.order_by(jobs.c.priority.desc(), jobs.c.created_at, jobs.c.id)
        beside = jobs.alias()
        its = (schema.QUEUED, self._of_class(beside, large=large), beside.c.tenant == jobs.c.tenant)
        earliest = select(func.min(beside.c.turn)).where(*its).scalar_subquery().label("earliest")
        return (
            update(jobs)
            .where(jobs.c.id == _unlocked(first), jobs.c.state == JobState.QUEUED)
            .values(
                state=JobState.RUNNING.value,
                attempt=jobs.c.attempt + 1,
                started_at=database_now(),
                lease_until=database_now() + self._lease,
            )
            .returning(*jobs.c, earliest)
        )

    def _passed_over(self, *, large: bool | None) -> Any:
        """The statement by which the tenant's job whose turn it was gets the turn of the one that went first."""
        own = (schema.QUEUED, self._of_class(jobs, large=large), jobs.c.tenant == bindparam("its_tenant"))
        first = select(jobs.c.id).where(*own, jobs.c.turn < bindparam("its_turn")).order_by(jobs.c.turn, jobs.c.id)
        return update(jobs).where(jobs.c.id == _unlocked(first)).values(turn=bindparam("its_turn"))

    def claim(self, *, large: bool | None = None) -> Claim | None:
        """Take the first queued job, large or small or (None) either; None when nothing of the kind is queued."""
        with writing(self._engine, synced=False) as connection:
            row = connection.execute(self._take[large]).one_or_none()
            if row is None:
                return None
            if row.earliest is not None and row.earliest < row.turn:
                passed = {"its_tenant": row.tenant, "its_turn": row.turn}
                connection.execute(self._hand_down[large], passed)
            return Claim(
                job_id=row.id,
                attempt=row.attempt,
                subject=subject_of(row),
                tenant=row.tenant,
                traceparent=row.traceparent,
                evidence=evidence_rows(connection, row.id),
            )

    def extend(self, claim: Claim) -> bool:
        """Heartbeat. False: the job is no longer ours."""
        step = update(jobs).where(_OURS).values(lease_until=database_now() + self._lease)
        with writing(self._engine, synced=False) as connection:
            return connection.execute(step, _of(claim)).rowcount == 1

    def succeed(self, claim: Claim, outcome: Outcome) -> bool:
        """Store the answer. False: the job is no longer ours and nothing was stored."""
        bodies = [
            {"job_id": claim.job_id, "media": media, "body": zlib.compress(body, 1)}
            for media, body in sorted(outcome.renderings.items())
        ]
        with self._ending() as connection:
            first = None if outcome.first is None else json.dumps(outcome.first)
            values = {"verdict": outcome.verdict, "playbook": outcome.playbook, "first": first}
            if not self._finish(connection, claim, JobState.SUCCEEDED, values):
                return False
            connection.execute(_INSERT_RENDERINGS, bodies)
        return True

    def fail(self, claim: Claim, failure: Failure) -> bool:
        """Store why there is no answer. False: the job is no longer ours and nothing was stored."""
        with self._ending() as connection:
            return self._finish(connection, claim, JobState.FAILED, {"failure": failure.to_json()})

    def _ending(self) -> AbstractContextManager[Connection]:
        """A job that lost its end with the power is done again, to the same answer; not without its evidence."""
        return writing(self._engine, synced=not self._keep_evidence)

    def _finish(self, connection: Connection, claim: Claim, state: JobState, values: dict[str, Any]) -> bool:
        row = connection.execute(_FINISH, _of(claim) | {"state": state.value} | values).one_or_none()
        if row is None:
            return False
        self._ended(connection, row)
        return True

    def _ended(self, connection: Connection, row: Row[Any]) -> None:
        """What goes with every end of a job, in its transaction."""
        owe(connection, job_of(row), row.attempt, self._public_url)
        if not self._keep_evidence:
            gone = update(schema.evidence).where(schema.evidence.c.job_id == row.id)
            connection.execute(gone.values(gone_at=database_now()))
        _notify(connection, row.id)

    def let_go(self, claim: Claim) -> bool:
        """Leave the job to the next sweep, the try counted. False: it was no longer ours."""
        with writing(self._engine, synced=False) as connection:
            step = update(jobs).where(_OURS).values(lease_until=database_now() - 1)
            return connection.execute(step, _of(claim)).rowcount == 1

    def requeue(self, job_id: str) -> bool:
        """Give a failed job `max_attempts` new tries. False: no failed job of this id has its evidence."""
        evidence = schema.evidence
        gone = select(evidence.c.job_id).where(evidence.c.job_id == job_id, evidence.c.gone_at.is_not(None))
        again = (
            update(jobs)
            .where(jobs.c.id == job_id, jobs.c.state == JobState.FAILED.value, ~gone.exists())
            .values(state=JobState.QUEUED.value, attempts_before=jobs.c.attempt, failure=None, finished_at=None)
        )
        with writing(self._engine) as connection:
            if connection.execute(again).rowcount == 0:
                return False
            forget_pending(connection, job_id)
        return True

    def failed(self, *, limit: int) -> list[Job]:
        """Failed jobs of all tenants, at most so many, the newest first."""
        query = select(jobs).where(jobs.c.state == JobState.FAILED.value)
        query = query.order_by(jobs.c.created_at.desc(), jobs.c.id.desc()).limit(limit)
        with reading(self._engine) as connection:
            return [job_of(row) for row in connection.execute(query)]

    def sweep(self) -> Swept:
        """Give back what dead workers left, fail what killed too many, forget old idempotency keys."""
        if not self._needs_sweep():
            return Swept()
        give_back = update(jobs).where(self._lapsed(), ~self._exhausted())
        forget_keys = update(jobs).where(self._has_old_key()).values(idempotency_key=None)
        hopeless = select(jobs.c.id).where(self._lapsed(), self._exhausted()).order_by(jobs.c.id)
        with writing(self._engine) as connection:
            connection.execute(give_back.values(state=JobState.QUEUED.value, lease_until=None))
            connection.execute(forget_keys)
            ids = connection.execute(hopeless).scalars().all()
            ended = [self._give_up(connection, job_id) for job_id in ids]
        return Swept(
            given_up=tuple(one for one in ended if isinstance(one, str)),
            unended=tuple(one for one in ended if isinstance(one, Unended)),
        )

    def _give_up(self, connection: Connection, job_id: str) -> str | Unended | None:
        """Fail the job in a savepoint, so that one whose end cannot be stored holds up no other. None: it went on."""
        exhausted = Failure(
            code="job-gave-up",
            title="The diagnosis was given up",
            detail=f"{self._max_attempts} workers stopped without a result while they worked on this evidence.",
        )
        values = {"state": JobState.FAILED.value, "failure": exhausted.to_json(), "finished_at": database_now()}
        lapsed = update(jobs).where(jobs.c.id == job_id, self._lapsed(), self._exhausted())
        try:
            with connection.begin_nested():
                row = connection.execute(lapsed.values(lease_until=None, **values).returning(*jobs.c)).one_or_none()
                if row is not None:
                    self._ended(connection, row)
        except Exception as error:
            if connection.invalidated:
                raise  # the store is away, for all rows
            return Unended(job_id=job_id, error=error)
        return None if row is None else job_id

    def _lapsed(self) -> Any:
        """Running jobs whose lease is over, or so far off that it was given before the clock was set back."""
        until, now = jobs.c.lease_until, database_now()
        return (jobs.c.state == JobState.RUNNING) & ((until < now) | (until > now + FAR_LEASES * self._lease))

    def _exhausted(self) -> Any:
        return jobs.c.attempt - jobs.c.attempts_before >= self._max_attempts

    def _has_old_key(self) -> Any:
        return jobs.c.idempotency_key.is_not(None) & (jobs.c.created_at < database_now() - self._idempotency)

    def _needs_sweep(self) -> bool:
        """Look before writing: a sweep that finds nothing must not take the write lock."""
        query = select(jobs.c.id).where(self._lapsed() | self._has_old_key()).limit(1)
        with reading(self._engine) as connection:
            return connection.execute(query).first() is not None

    def waiting(self, *, longer_than_seconds: float, large: bool | None = None) -> int:
        """Queued jobs of a class that nobody took for that long, or that come from a clock since set back."""
        old = (jobs.c.created_at < database_now() - int(longer_than_seconds * 1000)) | (
            jobs.c.created_at > database_now() + 1000
        )
        query = select(func.count()).select_from(jobs).where(schema.QUEUED, old, self._of_class(jobs, large=large))
        with reading(self._engine) as connection:
            return connection.execute(query).scalar_one()


_OURS: Final = (
    (jobs.c.id == bindparam("claimed"))
    & (jobs.c.state == JobState.RUNNING)
    & (jobs.c.attempt == bindparam("claimed_attempt"))
)
_FINISH: Final = update(jobs).where(_OURS).values(finished_at=database_now(), lease_until=None).returning(*jobs.c)
_INSERT_RENDERINGS: Final = insert(schema.renderings)


def _unlocked(query: Any) -> Any:
    """The first of the query's rows that no other claim has in hand."""
    return query.limit(1).with_for_update(skip_locked=True).scalar_subquery()


def _of(claim: Claim) -> dict[str, Any]:
    """What `_OURS` asks for: the job, and the try that this claim is."""
    return {"claimed": claim.job_id, "claimed_attempt": claim.attempt}


def _notify(connection: Connection, job_id: str) -> None:
    """Inside the transaction, so that a listener hears of it when, and only when, it is committed."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_notify(:channel, :job)"), {"channel": CHANNEL, "job": job_id})
