"""Real servers for tests, one of a kind for the session, started when the first test asks for it."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import psycopg
import pytest

from tools.chaos.servers import POSTGRESQL_BINARIES, RABBITMQ, PostgreSQL, RabbitMQ, Redis, Server

KINDS: dict[str, type[Server]] = {"redis": Redis, "rabbitmq": RabbitMQ, "postgresql": PostgreSQL}
INSTALLED = {
    "redis": shutil.which("redis-server") is not None,
    "rabbitmq": RABBITMQ.exists(),
    "postgresql": any(POSTGRESQL_BINARIES.glob("*/bin/postgres")),
}


def lack(program: str) -> NoReturn:
    """Skip the test that needs a program of another package; where none may be skipped, as in `.ci/run`, fail it."""
    missing = f"{program} is not installed; .ci/run installs it"
    if os.environ.get("LEAKBOOK_TEST_SERVERS") == "required":
        pytest.fail(missing)
    pytest.skip(missing)


class Servers:
    """Starts each kind at its first use, on loopback, away from the servers of the machine."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._running: dict[str, Server] = {}

    def get(self, kind: str) -> Server:
        if kind not in self._running:
            if not INSTALLED[kind]:
                lack(kind)
            server = KINDS[kind](self._directory / kind)
            self._running[kind] = server
            server.start()
        return self._running[kind]

    def stop(self) -> None:
        for server in self._running.values():
            server.stop()

    @contextmanager
    def schema(self) -> Iterator[str]:
        """The SQLAlchemy URL of an empty schema of its own."""
        plain = self.get("postgresql").plain_url
        name = f"leakbook_{secrets.token_hex(6)}"
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        yield plain.replace("postgresql:", "postgresql+psycopg:") + f"?options=-csearch_path%3D{name}"
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(f"DROP SCHEMA {name} CASCADE")
