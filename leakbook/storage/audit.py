"""Who did what: one row for each step that changes something, hands out what was posted, or was refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Engine, delete, insert, select

from .database import reading, writing
from .model import milliseconds_of, moment_of, new_job_id
from .schema import audit, database_now

DAY_MILLISECONDS: Final = 86_400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditStep:
    """`actor` is a key, a subject of the identity provider or the command line; `outcome` a status, or `ok`.

    `target` is the id of the job or key that it was done to.
    """

    tenant: str
    actor: str
    action: str
    outcome: str
    target: str | None = None
    request_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """A step as it was recorded. Ids grow with time."""

    id: str
    at: datetime
    step: AuditStep


class AuditLog:
    """The audit log of all tenants; it is only ever added to and, when its time is over, pruned."""

    def __init__(self, engine: Engine) -> None:
        """Use `engine`."""
        self._engine = engine

    def record(self, step: AuditStep) -> None:
        """Keep the step, at the database's time."""
        with writing(self._engine) as connection:
            connection.execute(insert(audit).values(id=new_job_id(), at=database_now(), **asdict(step)))

    def select(
        self,
        *,
        tenant: str | None = None,
        target: str | None = None,
        since: datetime | None = None,
        before: str | None = None,
        limit: int = 50,
    ) -> Sequence[AuditRow]:
        """The newest rows of a tenant or (None) of all, at most `limit`; `before` is the id of the last one seen."""
        query = select(audit).order_by(audit.c.id.desc()).limit(limit)
        if tenant is not None:
            query = query.where(audit.c.tenant == tenant)
        if target is not None:
            query = query.where(audit.c.target == target)
        if since is not None:
            query = query.where(audit.c.at >= milliseconds_of(since))
        if before is not None:
            query = query.where(audit.c.id < before)
        with reading(self._engine) as connection:
            return [
                AuditRow(
                    id=row.id,
                    at=moment_of(row.at),
                    step=AuditStep(
                        tenant=row.tenant,
                        actor=row.actor,
                        action=row.action,
                        outcome=row.outcome,
                        target=row.target,
                        request_id=row.request_id,
                    ),
                )
                for row in connection.execute(query)
            ]

    def prune(self, days: float) -> int:
        """Forget rows that are older; how many there were. Takes no write lock when there are none."""
        old = audit.c.at < database_now() - int(days * DAY_MILLISECONDS)
        with reading(self._engine) as connection:
            if connection.execute(select(audit.c.id).where(old).limit(1)).first() is None:
                return 0
        with writing(self._engine) as connection:
            return connection.execute(delete(audit).where(old)).rowcount
