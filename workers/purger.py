"""A thread of each worker's main process that removes what is no longer to be kept, one worker at a time."""

from __future__ import annotations

import logging
import random
import threading

from leakbook.storage.blob_places import open_blobs
from leakbook.storage.database import open_engine
from leakbook.storage.purge import Purge, Purged
from leakbook.storage.settings import Settings

from . import metrics

LOG = logging.getLogger(__name__)
LOOK_SECONDS = 5.0
"""The longest from one look whether a purge is due to the next."""


class Purger:
    """Apart from the sweeper, which must not wait while a bucket is listed."""

    def __init__(self, settings: Settings) -> None:
        """Connects to nothing yet."""
        self._purge = Purge(open_engine(settings), settings, open_blobs(settings))
        self._look_seconds = min(settings.purge_seconds, LOOK_SECONDS)
        self._stopped = threading.Event()

    def start(self) -> None:
        """Start the thread."""
        threading.Thread(target=self._purge_on, name="purger", daemon=True).start()

    def stop(self) -> None:
        """No further batch."""
        self._stopped.set()

    def _purge_on(self) -> None:
        while not self._stopped.wait(self._look_seconds * random.uniform(0.8, 1.2)):  # noqa: S311 - jitter
            try:
                self.purge()
            except Exception as error:  # noqa: BLE001 - store or bucket are away; the next look tries again
                LOG.warning("cannot purge: %s", error)

    def purge(self) -> Purged:
        """Whatever is due."""
        purged = self._purge.run(go_on=lambda: not self._stopped.is_set())
        metrics.PURGED.labels("jobs").inc(purged.jobs)
        metrics.PURGED.labels("blobs").inc(purged.blobs)
        if purged.jobs or purged.blobs:
            LOG.info("purged", extra={"fields": {"jobs": purged.jobs, "blobs": purged.blobs}})
        return purged
