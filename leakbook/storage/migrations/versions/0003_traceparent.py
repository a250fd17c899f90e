"""Under which trace a job was posted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add a column that older workers leave alone."""
    op.add_column("jobs", sa.Column("traceparent", sa.String(55)))
