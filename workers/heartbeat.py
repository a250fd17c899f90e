"""Keeping a lease alive while the main thread works."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from leakbook.storage.claims import ClaimStore
from leakbook.storage.model import Claim

LOG = logging.getLogger(__name__)


class Heartbeat:
    """One thread for each pool child; it extends the claim that is being worked on, if any."""

    def __init__(self, claims: ClaimStore, *, every_seconds: float, lost: Callable[[], None]) -> None:
        """The thread starts here: make it after the fork. `lost` is called once for a claim that is no longer ours."""
        self._claims = claims
        self._lost = lost
        self._every = every_seconds
        self._lock = threading.Lock()
        self._current: Claim | None = None
        threading.Thread(target=self._beat_on, name="heartbeat", daemon=True).start()

    @contextmanager
    def keeping(self, claim: Claim) -> Iterator[None]:
        """Extend `claim` as long as the block runs."""
        with self._lock:
            self._current = claim
        try:
            yield
        finally:
            with self._lock:
                self._current = None

    def _beat_on(self) -> None:
        pause = threading.Event()
        while not pause.wait(self._every):
            with self._lock:
                claim = self._current
            if claim is not None:
                self._beat(claim)

    def _beat(self, claim: Claim) -> None:
        try:
            if not self._claims.extend(claim):
                self._lose(claim)
        except Exception as error:
            # The store is away: the lease may lapse, then the result is refused and the job done again.
            LOG.warning("no heartbeat: the store is away", extra={"fields": _named(claim)}, exc_info=error)

    def _lose(self, claim: Claim) -> None:
        with self._lock:
            if self._current is not claim:
                return  # it ended meanwhile
            self._current = None
            LOG.warning("the job is no longer ours: it is stopped", extra={"fields": _named(claim)})
            self._lost()


def _named(claim: Claim) -> dict[str, object]:
    """This thread has no job bound."""
    return {"job_id": claim.job_id, "attempt": claim.attempt}
