"""Size classes by what evidence unpacks to, and priorities within a tenant's own queue.

The weight has a default in the database, and jobs are classed by whichever of size and weight is larger: API and
workers of the release before go on beside those of this one.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

QUEUED = sa.text("state = 'queued'")


def upgrade() -> None:
    """Add a column; a tenant's queue is ordered by priority and age, that of the tenants by turn."""
    op.add_column("jobs", sa.Column("weight", sa.BigInteger, nullable=False, server_default="0"))
    _order_queue(["tenant", sa.text("priority DESC"), "created_at", "id"])


def downgrade() -> None:
    """Drop it; the whole queue is ordered by priority."""
    _order_queue([sa.text("priority DESC"), "turn", "id"])
    op.drop_column("jobs", "weight")


def _order_queue(columns: list[str | sa.TextClause]) -> None:
    op.drop_index("jobs_queued", "jobs")
    op.create_index("jobs_queued", "jobs", columns, sqlite_where=QUEUED, postgresql_where=QUEUED)
