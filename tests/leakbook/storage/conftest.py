"""A store of its own for each test, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from leakbook.storage.database import open_engine
from leakbook.storage.migrate import migrate
from leakbook.storage.settings import Settings

POSTGRESQL = os.environ.get("LEAKBOOK_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/test")


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    environ = {"LEAKBOOK_DATA_DIR": str(tmp_path), "LEAKBOOK_LEASE_SECONDS": "1", "LEAKBOOK_MAX_ATTEMPTS": "2"}
    if request.param == "sqlite":
        yield Settings.from_environ(environ)
        return
    schema = f"leakbook_{secrets.token_hex(6)}"
    try:
        admin = psycopg.connect(POSTGRESQL, autocommit=True)
    except psycopg.OperationalError:
        if os.environ.get("LEAKBOOK_TEST_SERVERS") == "required":
            raise
        pytest.skip("no PostgreSQL; CI has one")
    with admin:
        admin.execute(f"CREATE SCHEMA {schema}")
    url = POSTGRESQL.replace("postgresql://", "postgresql+psycopg://") + f"?options=-csearch_path%3D{schema}"
    yield Settings.from_environ(environ | {"LEAKBOOK_DATABASE_URL": url})
    with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture
def engine(settings: Settings):
    engine = open_engine(settings)
    migrate(engine)
    yield engine
    engine.dispose()
