"""What a list shows of a job's first diagnosis: how sure, who is to blame, its fingerprint.

Jobs that ended before have none there; their answers hold it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add a column, JSON or null."""
    op.add_column("jobs", sa.Column("first", sa.Text))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("jobs", "first")
