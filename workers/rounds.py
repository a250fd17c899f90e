"""Threads of a worker's main process that do one thing again and again until the worker stops."""

from __future__ import annotations

import logging
import random
import threading
from abc import ABC, abstractmethod

from leakbook.storage.blobs import BlobsAway
from leakbook.storage.database import STORE_AWAY

from . import metrics

LOG = logging.getLogger(__name__)
JITTER = 0.2


class Rounds(ABC):
    """A round each `every_seconds`, give or take a fifth, so that several workers do not go in step.

    A round that fails is logged and counted, and the next one tries again: a thread that ends with an exception
    would be missed by nobody until much later.
    """

    def __init__(self, name: str, *, every_seconds: float, threads: int = 1) -> None:
        """`name` is that of the threads, in logs and metrics; none runs yet."""
        self._name = name
        self._every = every_seconds
        self._threads = threads
        self._stopped = threading.Event()

    @abstractmethod
    def round(self) -> bool:
        """Do it once. Whether there is more, so that the next round comes without a pause."""

    @property
    def is_stopped(self) -> bool:
        """Whether `stop` was called; long rounds ask."""
        return self._stopped.is_set()

    def start(self) -> None:
        """Start the threads."""
        for number in range(self._threads):
            threading.Thread(target=self._go_on, name=f"{self._name}-{number}", daemon=True).start()

    def stop(self) -> None:
        """No further round; what is under way goes on to its end, or to that of the process."""
        self._stopped.set()

    def _go_on(self) -> None:
        more = False
        while not self._stopped.wait(0.0 if more else self._every * random.uniform(1 - JITTER, 1 + JITTER)):  # noqa: S311
            more = self._try()

    def _try(self) -> bool:
        try:
            return self.round()
        except (*STORE_AWAY, BlobsAway) as error:
            LOG.warning("the %s waits: %s", self._name, error)
        except Exception:
            LOG.exception("the %s failed on a mistake of ours", self._name)
        metrics.ROUNDS_FAILED.labels(self._name).inc()
        return False
