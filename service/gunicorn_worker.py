"""gunicorn's threaded worker with a deadline for sending a request. Its own time-out only watches the accept loop."""

from __future__ import annotations

import os
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

from leakbook.storage.settings import Settings

from .uploads import CLOCK


class DeadlineWorker(ThreadWorker):  # type: ignore[misc] # gunicorn ships no types
    """Cuts off who sends too slowly. A request that is sent in time is not touched, however long its answer takes."""

    def init_process(self) -> None:
        """Read the setting once."""
        self._upload_seconds = Settings.from_environ(os.environ).upload_seconds
        super().init_process()

    def handle(self, conn: Any) -> Any:
        """Serve one request of the connection."""
        with CLOCK.timed(conn.sock, self._upload_seconds):
            return super().handle(conn)
