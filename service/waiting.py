"""Requests that wait for a job sleep here; one thread per process listens for finished jobs and wakes them."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from leakbook.storage.announce import FinishedFeed

LOG = logging.getLogger(__name__)
LISTEN_SECONDS = 1.0


class WaitingRoom:
    """At most `seats` requests at a time; further ones are told so and answer 202."""

    def __init__(self, open_feed: Callable[[], FinishedFeed], *, seats: int) -> None:
        """The thread starts with the first waiter, so after any fork."""
        self._open_feed = open_feed
        self._seats = seats
        self.is_closing = False
        """The process is about to end: nobody sits down any more, and who sits looks once more and goes."""
        self._start()

    def _start(self) -> None:
        self._pid = os.getpid()
        self._lock = threading.Lock()
        self._taken: dict[str, list[threading.Event]] = {}
        self._listens = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def waiters(self) -> int:
        """Requests that wait."""
        with self._lock:
            return sum(map(len, self._taken.values()))

    @contextmanager
    def seat(self, job_id: str) -> Iterator[threading.Event | None]:
        """An event that is set when the job may be finished; None when the room is full. Sit down before the insert."""
        if self._pid != os.getpid():
            self._start()
        bell = self._sit_down(job_id)
        try:
            if bell is not None:
                self._listens.wait(LISTEN_SECONDS)
            yield bell
        finally:
            if bell is not None:
                self._get_up(job_id, bell)

    def _sit_down(self, job_id: str) -> threading.Event | None:
        with self._lock:
            if self.is_closing or sum(map(len, self._taken.values())) >= self._seats:
                return None
            if self._thread is None:
                self._thread = threading.Thread(target=self._listen_on, name="finished", daemon=True)
                self._thread.start()
            bell = threading.Event()
            self._taken.setdefault(job_id, []).append(bell)
            return bell

    def _get_up(self, job_id: str, bell: threading.Event) -> None:
        with self._lock:
            bells = self._taken[job_id]
            bells.remove(bell)
            if not bells:
                del self._taken[job_id]

    def _listen_on(self) -> None:
        while True:
            try:
                self._listen()
            except OSError as error:
                # Waiters look at their row each second meanwhile.
                self._listens.clear()
                LOG.warning("cannot hear of finished jobs: %s", error)
                threading.Event().wait(LISTEN_SECONDS)

    def _listen(self) -> None:
        feed = self._open_feed()
        try:
            self._listens.set()
            while True:
                for job_id in feed.next(LISTEN_SECONDS):
                    self._wake(job_id)
        finally:
            feed.close()

    def _wake(self, job_id: str) -> None:
        with self._lock:
            for bell in self._taken.get(job_id, ()):
                bell.set()
