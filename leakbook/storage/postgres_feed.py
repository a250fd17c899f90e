"""Finished jobs by LISTEN/NOTIFY. Apart from `announce`, because psycopg is installed for PostgreSQL only."""

from __future__ import annotations

import psycopg
from sqlalchemy.engine import make_url

from .claims import CHANNEL


class NotificationFeed:
    """The PostgreSQL feed. Needs a direct connection: a pooler that works by transaction swallows LISTEN."""

    def __init__(self, database_url: str) -> None:
        """Connect and listen. Raises ConnectionError."""
        url = make_url(database_url).set(drivername="postgresql")
        try:
            self._connection = psycopg.connect(url.render_as_string(hide_password=False), autocommit=True)
            self._connection.execute(f"LISTEN {CHANNEL}")
        except psycopg.Error as error:
            raise ConnectionError(f"cannot listen on PostgreSQL: {error}") from error

    def next(self, timeout_seconds: float) -> tuple[str, ...]:
        """Ids since the last call. Raises ConnectionError."""
        try:
            found = self._connection.notifies(timeout=timeout_seconds, stop_after=1)
            return tuple(notification.payload for notification in found)
        except psycopg.Error as error:
            raise ConnectionError(f"PostgreSQL stopped talking: {error}") from error

    def close(self) -> None:
        """Disconnect."""
        self._connection.close()
