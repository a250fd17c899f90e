"""A thread of each worker's main process that removes what is no longer to be kept, one worker at a time."""

from __future__ import annotations

import logging

from leakbook.storage.blob_places import open_blobs
from leakbook.storage.database import open_engine
from leakbook.storage.purge import Purge, Purged
from leakbook.storage.settings import Settings

from . import metrics
from .rounds import Rounds

LOG = logging.getLogger(__name__)
LOOK_SECONDS = 5.0
"""The longest from one look whether a purge is due to the next."""


class Purger(Rounds):
    """Apart from the sweeper, which must not wait while a bucket is listed."""

    def __init__(self, settings: Settings) -> None:
        """Connects to nothing yet."""
        super().__init__("purger", every_seconds=min(settings.purge_seconds, LOOK_SECONDS))
        self._purge = Purge(open_engine(settings), settings, open_blobs(settings))

    def round(self) -> bool:
        """Look whether a purge is due."""
        self.purge()
        return False

    def purge(self) -> Purged:
        """Whatever is due."""
        purged = self._purge.run(go_on=lambda: not self.is_stopped)
        metrics.PURGED.labels("jobs").inc(purged.jobs)
        metrics.PURGED.labels("blobs").inc(purged.blobs)
        if purged.jobs or purged.blobs:
            LOG.info("purged", extra={"fields": {"jobs": purged.jobs, "blobs": purged.blobs}})
        return purged
