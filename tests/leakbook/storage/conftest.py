"""A store of its own for each test, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leakbook.storage.database import open_engine
from leakbook.storage.migrate import migrate
from leakbook.storage.settings import Settings


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    environ = {"LEAKBOOK_DATA_DIR": str(tmp_path), "LEAKBOOK_LEASE_SECONDS": "1", "LEAKBOOK_MAX_ATTEMPTS": "2"}
    if request.param == "sqlite":
        yield Settings.from_environ(environ)
        return
    with request.getfixturevalue("servers").schema() as url:
        yield Settings.from_environ(environ | {"LEAKBOOK_DATABASE_URL": url})


@pytest.fixture
def engine(settings: Settings, make_tables: Callable[[Settings], None]):
    if settings.is_embedded:
        make_tables(settings)
    engine = open_engine(settings)
    if not settings.is_embedded:
        migrate(engine)
    yield engine
    engine.dispose()
