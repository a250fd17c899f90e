"""Callbacks that are owed: rows written in the transaction that ends the job, so that neither is without the other.

pending -> (claim: lease, one try more) -> delivered | dead | pending again, due later

A claim is fenced by its number of tries, as a job's is by its attempt. Whoever dies with a claim leaves a lease that
lapses, and the callback is tried again: a receiver may hear of one ending twice, under one id and in the same words.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from ..callbacks.place import name_of
from .database import reading, writing
from .headline import headline, location, moment_text
from .model import Callback, CallbackState, Job, moment_of
from .schema import PENDING, callbacks, database_now
from .settings import Settings

PER_HOST = 2
"""Tries at one destination (host and port) at a time, so that one that hangs does not hold all who deliver.

Of all workers by its name, and of each by its address."""
LEASE_SLACK_SECONDS = 30.0
"""Beyond the time of a try: resolving a name has a time-out of its own, the resolver's."""
FAR_LEASES = 2
SET_BACK_MS = 1000
"""A callback that was put off in the future was so by a clock since set back: it is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The right to one try: valid while `tries` is the row's."""

    id: str
    job_id: str
    tenant: str
    url: str
    host: str
    """The name of where the URL leads."""
    body: str
    tries: int


def owe(connection: Connection, job: Job, attempt: int, public_url: str | None) -> None:
    """Inside the transaction that ended the job. Nothing for a job that nobody wants to hear of."""
    if job.callback_url is None:
        return
    values = {
        "id": f"msg_{job.id.replace('-', '')}_{attempt}",
        "job_id": job.id,
        "tenant": job.tenant,
        "url": job.callback_url,
        "host": name_of(job.callback_url),
        "body": event_of(job, public_url),
        "state": CallbackState.PENDING.value,
        "tries": 0,
        "due_at": database_now(),
        "put_off_at": database_now(),
        "created_at": database_now(),
    }
    connection.execute(insert(callbacks).values(values))


def event_of(job: Job, public_url: str | None) -> str:
    """The message: what lists show of the job, a failure's code, and where the answer is. The same for every try."""
    told = headline(job) | {"links": {"self": (public_url or "") + location(job)}}
    if job.failure is not None:
        told["problem"] = {"code": job.failure.code, "title": job.failure.title}
    ended = job.finished_at or job.created_at
    event = {"type": f"diagnosis.{job.state.value}", "timestamp": moment_text(ended), "data": told}
    return json.dumps(event, separators=(",", ":"))


def forget_pending(connection: Connection, job_id: str) -> None:
    """When a job is queued again: what is owed of its last ending is no longer true."""
    connection.execute(delete(callbacks).where(callbacks.c.job_id == job_id, PENDING))


class Outbox:
    """The deliverer's side of the table."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        """A lease outlasts one try."""
        self._engine = engine
        self._lease = int((2 * settings.callback_seconds + LEASE_SLACK_SECONDS) * 1000)

    def claim(self) -> Delivery | None:
        """Take one that is due, those tried least first; None when there is none, or only for hosts that are busy."""
        now = database_now()
        if not self._is_any_due():
            return None  # without the write lock
        busy = (
            select(callbacks.c.host)
            .where(PENDING, self._is_leased())
            .group_by(callbacks.c.host)
            .having(func.count() >= PER_HOST)
        )
        first = (
            select(callbacks.c.id)
            .where(PENDING, self._is_due(), callbacks.c.host.not_in(busy))
            .order_by(callbacks.c.tries, callbacks.c.due_at, callbacks.c.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        take = (
            update(callbacks)
            .where(callbacks.c.id == first.scalar_subquery(), callbacks.c.state == CallbackState.PENDING.value)
            .values(tries=callbacks.c.tries + 1, lease_until=now + self._lease)
            .returning(*callbacks.c)
        )
        with writing(self._engine) as connection:
            row = connection.execute(take).one_or_none()
        if row is None:
            return None
        return Delivery(**{field.name: getattr(row, field.name) for field in fields(Delivery)})

    def _is_any_due(self) -> bool:
        query = select(callbacks.c.id).where(PENDING, self._is_due()).limit(1)
        with reading(self._engine) as connection:
            return connection.execute(query).first() is not None

    def _is_due(self) -> Any:
        now = database_now()
        due = (callbacks.c.due_at <= now) | (callbacks.c.put_off_at > now + SET_BACK_MS)
        return due & ~self._is_leased()

    def _is_leased(self) -> Any:
        now = database_now()
        until = callbacks.c.lease_until
        return until.is_not(None) & (until >= now) & (until <= now + FAR_LEASES * self._lease)

    def delivered(self, delivery: Delivery, last: str) -> bool:
        """The receiver has it. False: the try was no longer ours; it may be made again."""
        return self._end(delivery, CallbackState.DELIVERED, last)

    def dead(self, delivery: Delivery, last: str) -> bool:
        """No further try."""
        return self._end(delivery, CallbackState.DEAD, last)

    def again(self, delivery: Delivery, last: str, pause_seconds: float) -> bool:
        """Another try after the pause."""
        now = database_now()
        later = {"due_at": now + int(pause_seconds * 1000), "put_off_at": now}
        return self._write(delivery, later | {"lease_until": None, "last": last})

    def give_back(self, delivery: Delivery, pause_seconds: float) -> bool:
        """What was claimed was not tried: it is due again after the pause, and no try is used up."""
        now = database_now()
        later = {"due_at": now + int(pause_seconds * 1000), "put_off_at": now}
        return self._write(delivery, later | {"lease_until": None, "tries": delivery.tries - 1})

    def _end(self, delivery: Delivery, state: CallbackState, last: str) -> bool:
        values = {"state": state.value, "lease_until": None, "ended_at": database_now(), "last": last}
        return self._write(delivery, values)

    def _write(self, delivery: Delivery, values: dict[str, Any]) -> bool:
        still_ours = (callbacks.c.id == delivery.id) & (callbacks.c.tries == delivery.tries) & PENDING
        with writing(self._engine) as connection:
            return connection.execute(update(callbacks).where(still_ours).values(values)).rowcount == 1


def callback_of(engine: Engine, job: Job) -> Callback | None:
    """How far the job's callback is; None for a job without. The caller has seen that the job is the tenant's."""
    if job.callback_url is None:
        return None
    newest = select(callbacks).where(callbacks.c.job_id == job.id).order_by(callbacks.c.created_at.desc()).limit(1)
    with reading(engine) as connection:
        row = connection.execute(newest).one_or_none()
    if row is None:
        return Callback(state=CallbackState.WAITING)
    state = CallbackState(row.state)
    return Callback(
        state=state,
        tries=row.tries,
        last=row.last,
        due_at=moment_of(row.due_at) if state is CallbackState.PENDING else None,
        ended_at=None if row.ended_at is None else moment_of(row.ended_at),
    )
