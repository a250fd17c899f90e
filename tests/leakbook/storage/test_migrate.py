"""The migrations make what the schema says."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from leakbook.storage.database import reading
from leakbook.storage.migrate import migrate
from leakbook.storage.schema import metadata


def test_the_migrated_tables_are_those_of_the_schema(engine) -> None:
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_twice_changes_nothing(engine) -> None:
    migrate(engine)
