"""Run by Alembic with the connection that `leakbook.storage.migrate` opened."""

from __future__ import annotations

from alembic import context

from leakbook.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transaction_per_migration=False,
    render_as_batch=True,
)
context.run_migrations()
