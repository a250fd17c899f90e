"""A thread of each worker's main process: gives back what dead workers left, rings for what nobody took.

It is also the watchdog. A worker that has nothing in hand and gets nothing, while jobs wait and are rung for, is deaf
(a consumer that lost its broker at the wrong moment never comes back): it leaves with EXIT_DEAF and the supervisor
starts a new one.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass

from celery import Celery

from leakbook.queueing.broker import ring
from leakbook.storage.announce import announce
from leakbook.storage.audit import AuditLog
from leakbook.storage.claims import ClaimStore
from leakbook.storage.database import open_engine
from leakbook.storage.settings import Settings

from . import metrics
from .rounds import Rounds

LOG = logging.getLogger(__name__)
EXIT_DEAF = 70
PRUNE_SECONDS = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """Tokens a worker ever received, and how many of them are not done."""

    received: int
    in_hand: int


class Sweeper(Rounds):
    """Sweeps each `sweep_seconds`."""

    def __init__(
        self,
        app: Celery,
        settings: Settings,
        *,
        slots: int,
        hearing: Callable[[], Hearing],
        classes: tuple[bool, ...] = (False, True),
    ) -> None:
        """`slots` bounds the rings of a sweep; `hearing` tells what this worker has received.

        `classes` are the size classes (large: True) whose queues this worker consumes; it rings for those only.
        """
        super().__init__("sweeper", every_seconds=settings.sweep_seconds)
        self._classes = classes
        self._app = app
        self._settings = settings
        self._slots = slots
        self._hearing = hearing
        engine = open_engine(settings)
        self._claims = ClaimStore(engine, settings)
        self._audit = AuditLog(engine)
        self._prunes_at = time.monotonic()
        self._heard = hearing()
        self._heard_at = time.monotonic()

    def round(self) -> bool:
        """Sweep, then see whether this worker is deaf."""
        self._watch(self.sweep())
        return False

    def sweep(self) -> int:
        """One sweep; how many jobs waited longer than a sweep takes."""
        swept = self._claims.sweep()
        for job_id in swept.given_up:
            metrics.FAILURES.labels("job-gave-up").inc()
            LOG.error("job given up", extra={"fields": {"job_id": job_id}})
            announce(self._settings, job_id)
        for stuck in swept.unended:
            metrics.UNENDED.inc()
            LOG.error("a job cannot be ended", extra={"fields": {"job_id": stuck.job_id}}, exc_info=stuck.error)
        self._prune_audit()
        return sum(self._ring_for(large) for large in self._classes)

    def _prune_audit(self) -> None:
        """At the first sweep and each hour; several workers may, the rows are gone once."""
        if not self._settings.audit_days or time.monotonic() < self._prunes_at:
            return
        self._prunes_at = time.monotonic() + PRUNE_SECONDS
        pruned = self._audit.prune(self._settings.audit_days)
        if pruned:
            LOG.info("audit rows pruned", extra={"fields": {"rows": pruned}})

    def _ring_for(self, large: bool) -> int:  # noqa: FBT001 - a size class
        waiting = self._claims.waiting(longer_than_seconds=self._settings.sweep_seconds / 2, large=large)
        for _ in range(min(waiting, self._slots)):
            try:
                ring(self._app, large=large)
            except Exception as error:  # noqa: BLE001 - each broker's library has its own; the next sweep rings again
                LOG.warning("cannot ring: %s", error)
                break
        return waiting

    def _watch(self, waiting: int) -> None:
        now, heard = time.monotonic(), self._hearing()
        if not waiting or heard.in_hand or heard != self._heard:
            self._heard, self._heard_at = heard, now
        if now - self._heard_at > self._settings.deaf_seconds and not self.is_stopped:
            LOG.critical("%d jobs wait and no message comes in: leaving, to be started again", waiting)
            os._exit(EXIT_DEAF)
