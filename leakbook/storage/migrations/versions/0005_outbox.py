"""Callbacks to be made, evidence that is no longer kept, and what only one worker does at a time.

Everything may be absent: API and workers of the release before go on beside those of this one.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

PENDING = sa.text("state = 'pending'")


def upgrade() -> None:
    """Add two tables and three columns."""
    op.add_column("jobs", sa.Column("callback_url", sa.Text))
    op.add_column("evidence", sa.Column("gone_at", sa.BigInteger))
    op.add_column("evidence", sa.Column("notes", sa.Text))
    op.create_index("jobs_ended", "jobs", ["finished_at"])
    op.create_table(
        "callbacks",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("job_id", sa.String(36), sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("host", sa.String(255), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("put_off_at", sa.BigInteger, nullable=False),
        sa.Column("lease_until", sa.BigInteger),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("ended_at", sa.BigInteger),
        sa.Column("last", sa.Text),
    )
    op.create_index("callbacks_of_job", "callbacks", ["job_id"])
    op.create_index("callbacks_due", "callbacks", ["due_at"], sqlite_where=PENDING, postgresql_where=PENDING)
    op.create_table(
        "chores",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("holder", sa.String(64)),
        sa.Column("lease_until", sa.BigInteger),
        sa.Column("due_at", sa.BigInteger, nullable=False),
    )


def downgrade() -> None:
    """Drop them; callbacks not delivered by then never are."""
    for table in ("chores", "callbacks"):
        op.drop_table(table)
    op.drop_index("jobs_ended", "jobs")
    for column in ("notes", "gone_at"):
        op.drop_column("evidence", column)
    op.drop_column("jobs", "callback_url")
