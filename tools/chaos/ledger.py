"""What was accepted, and what the store says became of it."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SQLITE_TRIGGER = (
    "CREATE TABLE chaos_endings (job_id TEXT NOT NULL, attempt INTEGER NOT NULL)",
    "CREATE TRIGGER chaos_ended AFTER UPDATE OF state ON jobs WHEN NEW.state IN ('succeeded', 'failed')"
    " BEGIN INSERT INTO chaos_endings VALUES (NEW.id, NEW.attempt); END",
)
POSTGRESQL_TRIGGER = (
    "CREATE TABLE chaos_endings (job_id text NOT NULL, attempt integer NOT NULL)",
    "CREATE FUNCTION chaos_ended() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN INSERT INTO chaos_endings VALUES (NEW.id, NEW.attempt); RETURN NULL; END $$",
    "CREATE TRIGGER chaos_ended AFTER UPDATE OF state ON jobs FOR EACH ROW"
    " WHEN (NEW.state IN ('succeeded', 'failed')) EXECUTE FUNCTION chaos_ended()",
)


class Books:
    """The store, read past the service. A trigger writes down every ending of a job, the second one included."""

    def __init__(self, place: Path | str) -> None:
        """`place` is a SQLite file, or the URL of a PostgreSQL that is not behind the proxy."""
        self._place = place
        for statement in SQLITE_TRIGGER if isinstance(place, Path) else POSTGRESQL_TRIGGER:
            self._run(statement)

    def _run(self, statement: str) -> list[tuple[Any, ...]]:
        if isinstance(self._place, Path):
            with closing(sqlite3.connect(self._place, timeout=30)) as connection, connection:
                return connection.execute(statement).fetchall()
        import psycopg  # noqa: PLC0415 - the embedded stack runs without it

        with psycopg.connect(self._place, connect_timeout=10) as server:
            found = server.execute(statement.encode())
            return found.fetchall() if found.description else []

    def jobs(self) -> dict[str, tuple[str, str, int]]:
        """State and attempts by id, with the idempotency key it came with."""
        rows = self._run("SELECT id, idempotency_key, state, attempt FROM jobs")
        return {row[0]: (row[1], row[2], row[3]) for row in rows}

    def has_running(self) -> bool:
        """Whether a worker has something in hand."""
        return bool(self._run("SELECT 1 FROM jobs WHERE state = 'running' LIMIT 1"))

    def endings(self) -> Counter[str]:
        """How often each job was ended."""
        return Counter(row[0] for row in self._run("SELECT job_id FROM chaos_endings"))


@dataclass(slots=True)
class Accepted:
    """A posting that was answered with a job."""

    key: str
    location: str
    capture: str
    at: float = field(default_factory=time.monotonic)


@dataclass(slots=True)
class Tally:
    """Counts of one run."""

    accepted: list[Accepted] = field(default_factory=list)
    given_up: list[str] = field(default_factory=list)
    """Keys whose posting was never answered with a job: it may exist or not, but not twice."""
    refused: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    recover_seconds: dict[str, list[float]] = field(default_factory=dict)
    rounds: Counter[str] = field(default_factory=Counter)

    @property
    def mistakes(self) -> int:
        """What must be 0."""
        return len(self.wrong) + len(self.lost)


def doubled(books: Books, keys: Iterable[str]) -> list[str]:
    """Jobs that ended twice, and postings that became two jobs."""
    jobs, wanted = books.jobs(), set(keys)
    by_key = Counter(key for key, _, _ in jobs.values())
    twice = [f"key {key} became {count} jobs" for key, count in by_key.items() if count > 1]
    twice += [f"a job came of nothing: {job}" for job, (key, _, _) in jobs.items() if key not in wanted]
    return twice + [f"job {job} ended {count} times" for job, count in books.endings().items() if count > 1]
