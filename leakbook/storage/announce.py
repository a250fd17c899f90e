"""Telling every API process that a job is finished: datagrams on one host, LISTEN/NOTIFY on PostgreSQL."""

from __future__ import annotations

import select
from pathlib import Path
from typing import Protocol

from .datagrams import Inbox, ring_all
from .settings import Settings


def announce(settings: Settings, job_id: str) -> None:
    """After the commit. PostgreSQL has sent its notification with it; nothing is left to do there."""
    if settings.is_embedded:
        ring_all(_inboxes(settings), job_id.encode())


class FinishedFeed(Protocol):
    """Ids of finished jobs as they come."""

    def next(self, timeout_seconds: float) -> tuple[str, ...]:
        """What came, at latest after the timeout (then nothing). Raises OSError when the feed broke."""

    def close(self) -> None:
        """Stop listening."""


def open_feed(settings: Settings) -> FinishedFeed:
    """Start to listen; what finishes after the return is heard. Raises OSError."""
    if settings.is_embedded:
        return DatagramFeed(_inboxes(settings))
    from .postgres_feed import NotificationFeed  # noqa: PLC0415 - psycopg is installed for PostgreSQL only

    return NotificationFeed(settings.database_url)


def _inboxes(settings: Settings) -> Path:
    return settings.runtime_dir / "done"


class DatagramFeed:
    """The embedded feed."""

    def __init__(self, directory: Path) -> None:
        """Bind a socket in `directory`."""
        self._inbox = Inbox(directory)

    def next(self, timeout_seconds: float) -> tuple[str, ...]:
        """Ids since the last call."""
        readable, _, _ = select.select([self._inbox], [], [], timeout_seconds)
        return tuple(payload.decode() for payload in self._inbox.drain()) if readable else ()

    def close(self) -> None:
        """Unbind."""
        self._inbox.close()
