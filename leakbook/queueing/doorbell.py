"""Ringing for a worker without making the caller wait: a broker may be slow, away or hung."""

from __future__ import annotations

import logging
import os
import threading
from queue import Empty, Full, Queue

from celery import Celery

from .broker import ring

LOG = logging.getLogger(__name__)
WAITING_RINGS = 1000


class Doorbell:
    """A thread per process that rings. What does not fit is dropped: the sweeper rings for it."""

    def __init__(self, app: Celery) -> None:
        """Ring on the broker of `app`; the thread starts at the first ring, so after any fork."""
        self._app = app
        self._start()

    def _start(self) -> None:
        self._rings: Queue[bool] = Queue(WAITING_RINGS)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._pid = os.getpid()

    def ring(self, *, large: bool = False) -> None:
        """Ask for one token for a size class; returns at once."""
        if self._pid != os.getpid():
            self._start()
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._ring_on, name="doorbell", daemon=True)
                self._thread.start()
        try:
            self._rings.put_nowait(large)
        except Full:
            LOG.warning("doorbell queue is full; the sweeper will ring")

    def drain(self) -> None:
        """Forget the rings that wait."""
        try:
            while True:
                self._rings.get_nowait()
        except Empty:
            return

    def _ring_on(self) -> None:
        while True:
            large = self._rings.get()
            try:
                ring(self._app, large=large)
            except Exception as error:  # noqa: BLE001 - each broker's library has its own, and the thread must live on
                # One failed connection would fail them all: what waits is left to the sweeper.
                LOG.warning("cannot ring for a worker: %s", error)
                self.drain()
