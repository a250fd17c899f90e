"""Order by fair turns, size, format of the row, and tries before a job was queued again.

Everything has a default in the database: API and workers of the release before go on beside those of this one.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

QUEUED = sa.text("state = 'queued'")


def upgrade() -> None:
    """Add four columns; the queue is ordered by turn instead of age."""
    op.add_column("jobs", sa.Column("format", sa.Integer, nullable=False, server_default="1"))
    op.add_column("jobs", sa.Column("size", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("jobs", sa.Column("turn", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("jobs", sa.Column("attempts_before", sa.Integer, nullable=False, server_default="0"))
    op.drop_index("jobs_queued", "jobs")
    order: list[str | sa.TextClause] = [sa.text("priority DESC"), "turn", "id"]
    for name, columns in (("jobs_queued", order), ("jobs_turns", ["turn"]), ("jobs_tenant_turns", ["tenant", "turn"])):
        op.create_index(name, "jobs", columns, sqlite_where=QUEUED, postgresql_where=QUEUED)


def downgrade() -> None:
    """Drop them; the queue is ordered by age."""
    for name in ("jobs_queued", "jobs_turns", "jobs_tenant_turns"):
        op.drop_index(name, "jobs")
    for column in ("attempts_before", "turn", "size", "format"):
        op.drop_column("jobs", column)
    order: list[str | sa.TextClause] = [sa.text("priority DESC"), "created_at", "id"]
    op.create_index("jobs_queued", "jobs", order, sqlite_where=QUEUED, postgresql_where=QUEUED)
