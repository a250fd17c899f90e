"""API keys, the audit log, and what a tenant has stored."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add two tables and an index that answers a tenant's stored bytes by itself."""
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("scopes", sa.String(100), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.BigInteger),
        sa.Column("revoked_at", sa.BigInteger),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("tenant", sa.String(64), nullable=False),
        sa.Column("actor", sa.String(120), nullable=False),
        sa.Column("action", sa.String(60), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("target", sa.String(36)),
        sa.Column("request_id", sa.String(128)),
    )
    op.create_index("audit_at", "audit", ["at"])
    op.create_index("audit_tenant", "audit", ["tenant", "id"])
    op.create_index("jobs_tenant_size", "jobs", ["tenant", "size"])


def downgrade() -> None:
    """Drop them and all that was kept in them."""
    op.drop_index("jobs_tenant_size", "jobs")
    for table in ("audit", "api_keys"):
        op.drop_table(table)
