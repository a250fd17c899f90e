"""What the store holds, over all tenants or of one: for metrics, for back-pressure, for quotas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Engine, Integer, Select, bindparam, func, select

from .database import reading
from .model import JobState
from .schema import PENDING, QUEUED, RUNNING, callbacks, database_now, jobs


class Census:
    """Counts. Every method is one query and takes no write lock.

    They look at what waits, by indexes that hold nothing else, however many jobs have ended; `stored_bytes` alone looks
    at all of a tenant's.
    """

    def __init__(self, engine: Engine) -> None:
        """Use `engine`."""
        self._engine = engine

    def unended(self) -> Mapping[str, int]:
        """Jobs of all tenants that are queued or running. How many have ended only a look at every job would tell."""
        with reading(self._engine) as connection:
            queued, running = connection.execute(_UNENDED).one()
        return {JobState.QUEUED.value: queued, JobState.RUNNING.value: running}

    def oldest_queued_seconds(self) -> float:
        """How long the oldest queued job has waited; 0 when none waits."""
        query = select(database_now() - func.min(jobs.c.created_at)).where(QUEUED)
        age = self._one(query)
        return 0.0 if age is None else float(age) / 1000

    def callbacks_owed(self) -> int:
        """Callbacks of all tenants that are neither delivered nor dead."""
        return int(self._one(select(func.count()).select_from(callbacks).where(PENDING)))

    def oldest_callback_seconds(self) -> float:
        """How long the oldest of them is owed; 0 when none is."""
        age = self._one(select(database_now() - func.min(callbacks.c.created_at)).where(PENDING))
        return 0.0 if age is None else float(age) / 1000

    def queued(self, *, up_to: int, tenant: str | None = None) -> int:
        """Queued jobs of a tenant or (None) of all, counted no further than `up_to`."""
        if tenant is None:
            return int(self._one(_QUEUED, {"up_to": up_to}))
        return int(self._one(_TENANTS_QUEUED, {"up_to": up_to, "tenant": tenant}))

    def stored_bytes(self, tenant: str) -> int:
        """Evidence of all jobs of the tenant as posted; what several jobs share counts for each."""
        return int(self._one(select(func.coalesce(func.sum(jobs.c.size), 0)).where(jobs.c.tenant == tenant)))

    def _one(self, query: Any, asked: Mapping[str, Any] | None = None) -> Any:
        with reading(self._engine) as connection:
            return connection.execute(query, asked).scalar_one()


def _counted(some: Select[str]) -> Select[int]:
    return select(func.count()).select_from(some.limit(bindparam("up_to", type_=Integer)).subquery())


_QUEUED: Final = _counted(select(jobs.c.id).where(QUEUED))
"""Asked at every post, so put together once."""
_TENANTS_QUEUED: Final = _counted(select(jobs.c.id).where(QUEUED, jobs.c.tenant == bindparam("tenant")))
_UNENDED: Final = select(
    *(select(func.count()).select_from(jobs).where(s).scalar_subquery() for s in (QUEUED, RUNNING))
)
"""Conditions as text: to a bound value no index of a part of the table is known to fit."""
