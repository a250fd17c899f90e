"""Jobs, their evidence and their answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

QUEUED = sa.text("state = 'queued'")
RUNNING = sa.text("state = 'running'")


def upgrade() -> None:
    """Create the three tables."""
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("lease_until", sa.BigInteger),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("started_at", sa.BigInteger),
        sa.Column("finished_at", sa.BigInteger),
        sa.Column("service", sa.String(200)),
        sa.Column("instance", sa.String(200)),
        sa.Column("environment", sa.String(200)),
        sa.Column("revision", sa.String(200)),
        sa.Column("memory_limit_bytes", sa.BigInteger),
        sa.Column("idempotency_key", sa.String(255)),
        sa.Column("fingerprint", sa.String(64)),
        sa.Column("verdict", sa.String(12)),
        sa.Column("playbook", sa.String(120)),
        sa.Column("failure", sa.Text),
    )
    op.create_table(
        "evidence",
        sa.Column("job_id", sa.String(36), sa.ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("kind", sa.String(40)),
        sa.Column("captured_at", sa.BigInteger),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "renderings",
        sa.Column("job_id", sa.String(36), sa.ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("media", sa.String(40), primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    queue_order: list[str | sa.TextClause] = [sa.text("priority DESC"), "created_at", "id"]
    op.create_index("jobs_queued", "jobs", queue_order, sqlite_where=QUEUED, postgresql_where=QUEUED)
    op.create_index("jobs_leased", "jobs", ["lease_until"], sqlite_where=RUNNING, postgresql_where=RUNNING)
    op.create_index("jobs_idempotency", "jobs", ["tenant", "idempotency_key"], unique=True)
    op.create_index("jobs_newest", "jobs", ["tenant", "created_at", "id"])
    op.create_index("evidence_content", "evidence", ["sha256"])


def downgrade() -> None:
    """Drop the three tables and all that was kept in them."""
    for table in ("renderings", "evidence", "jobs"):
        op.drop_table(table)
