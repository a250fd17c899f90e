"""What is no longer to be kept: jobs past their term, evidence of ended jobs, bytes that no job refers to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import ColumnElement, Engine, delete, select, update

from .blobs import BlobStore
from .chores import Chore
from .database import empty_log, reading, writing
from .jobs import hold_blobs, unreferenced
from .model import JobState
from .schema import database_now, evidence, jobs
from .settings import Settings

BATCH = 50
"""Jobs or blobs of one transaction: it keeps those who post waiting."""
DAY_MS = 86_400_000
_ENDED = jobs.c.state.in_([JobState.SUCCEEDED.value, JobState.FAILED.value])


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """What a run removed."""

    jobs: int = 0
    blobs: int = 0


class Purge:
    """Both chores of one process: purging each `purge_seconds`, looking for orphans each `orphan_seconds`."""

    def __init__(self, engine: Engine, settings: Settings, blobs: BlobStore) -> None:
        """Nothing is removed yet."""
        self._engine = engine
        self._settings = settings
        self._blobs = blobs
        self._expiry = Chore(engine, "purge", every_seconds=settings.purge_seconds)
        self._orphans = Chore(engine, "orphans", every_seconds=settings.orphan_seconds)

    def run(self, *, go_on: Callable[[], bool] = lambda: True) -> Purged:
        """Whatever is due and nobody else does. Between two batches `go_on` is asked. Raises BlobsAway."""
        gone, found = Purged(), 0
        if self._expiry.take():
            gone = self._expire(go_on)
            empty_log(self._engine)
            self._expiry.done()
        if self._orphans.take():
            found = self._remove_orphans(go_on)
            self._orphans.done()
        return Purged(jobs=gone.jobs, blobs=gone.blobs + found)

    def remove(self, digests: Collection[str]) -> int:
        """Those of the blobs that no job refers to. Raises BlobsAway; what is left then is an orphan."""
        removed = 0
        for batch in _batches(sorted(digests)):
            with writing(self._engine) as connection:
                hold_blobs(connection, exclusive=True)
                free = unreferenced(connection, batch)
                for sha256 in free:
                    self._blobs.remove(sha256)
            removed += len(free)
        return removed

    def _expire(self, go_on: Callable[[], bool]) -> Purged:
        removed, blobs = 0, 0
        for expired in self._terms():
            while go_on() and self._expiry.extend():
                batch = self._delete_batch(expired)
                removed, blobs = removed + batch.jobs, blobs + batch.blobs
                if batch.jobs < BATCH:
                    break
        if not self._settings.keep_evidence:
            while go_on() and self._expiry.extend() and (digests := self._release_batch()):
                blobs += self.remove(digests)
        return Purged(jobs=removed, blobs=blobs)

    def _terms(self) -> Iterator[ColumnElement[bool]]:
        """Which jobs are past their term: of each tenant with a term of its own, and of all others."""
        own = self._settings.retention_tenants
        terms = [(jobs.c.tenant == tenant, days) for tenant, days in sorted(own.items())]
        for whose, days in [*terms, (jobs.c.tenant.not_in(sorted(own)), self._settings.retention_days)]:
            if days:
                yield whose & _ENDED & (jobs.c.finished_at < database_now() - int(days * DAY_MS))

    def _delete_batch(self, expired: ColumnElement[bool]) -> Purged:
        """Evidence, callbacks and answers go with the job's row."""
        with writing(self._engine) as connection:
            ids = list(connection.execute(select(jobs.c.id).where(expired).limit(BATCH)).scalars())
            held = select(evidence.c.sha256).where(evidence.c.job_id.in_(ids)).distinct()
            digests = set(connection.execute(held).scalars())
            removed = connection.execute(delete(jobs).where(jobs.c.id.in_(ids), expired)).rowcount
        return Purged(jobs=removed, blobs=self.remove(digests))

    def _release_batch(self) -> set[str]:
        """Evidence of ended jobs that is still referred to: of before the setting, or of a worker that died."""
        ended = select(jobs.c.id).where(_ENDED)
        query = select(evidence.c.job_id).where(evidence.c.gone_at.is_(None), evidence.c.job_id.in_(ended)).limit(BATCH)
        with writing(self._engine) as connection:
            ids = set(connection.execute(query).scalars())
            theirs = update(evidence).where(evidence.c.job_id.in_(ids), evidence.c.gone_at.is_(None))
            release = theirs.values(gone_at=database_now()).returning(evidence.c.sha256)
            return set(connection.execute(release).scalars())

    def _remove_orphans(self, go_on: Callable[[], bool]) -> int:
        """Left by a crash between the write of a blob and the commit of its job."""
        grace = self._settings.orphan_seconds
        self._blobs.tidy(older_than_seconds=grace)
        removed = 0
        for batch in _batches(self._blobs.addresses(older_than_seconds=grace)):
            if not go_on() or not self._orphans.extend():
                break
            with reading(self._engine) as connection:
                suspects = unreferenced(connection, batch)
            if suspects:
                removed += self.remove(suspects)
        return removed


def _batches(digests: Iterable[str]) -> Iterator[list[str]]:
    left = iter(digests)
    while batch := list(islice(left, BATCH)):
        yield batch
