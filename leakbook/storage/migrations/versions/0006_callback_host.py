"""A callback's destination may have any length: a row that does not fit would keep its job from ending.

Widened only: API and workers of the release before go on beside those of this one.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Text instead of 255 characters. SQLite, which never held to them, copies the table."""
    with op.batch_alter_table("callbacks") as table:
        table.alter_column("host", existing_type=sa.String(255), type_=sa.Text, existing_nullable=False)


def downgrade() -> None:
    """Back to 255 characters; what is longer is cut."""
    with op.batch_alter_table("callbacks") as table:
        table.alter_column(
            "host",
            existing_type=sa.Text,
            type_=sa.String(255),
            existing_nullable=False,
            postgresql_using="left(host, 255)",
        )
