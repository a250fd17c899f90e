"""The tables, one schema for SQLite and PostgreSQL. `migrations/` builds them; a test holds the two together.

All times are integers: milliseconds since 1970 by the database's clock; `captured_at` microseconds by the client's.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

metadata = MetaData()

jobs = Table(
    "jobs",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("tenant", String(64), nullable=False),
    Column("state", String(10), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("lease_until", BigInteger),
    Column("created_at", BigInteger, nullable=False),
    Column("started_at", BigInteger),
    Column("finished_at", BigInteger),
    Column("service", String(200)),
    Column("instance", String(200)),
    Column("environment", String(200)),
    Column("revision", String(200)),
    Column("memory_limit_bytes", BigInteger),
    Column("idempotency_key", String(255)),
    Column("fingerprint", String(64)),
    Column("verdict", String(12)),
    Column("playbook", String(120)),
    Column("first", Text),
    Column("failure", Text),
    Column("traceparent", String(55)),
    Column("format", Integer, nullable=False, server_default="1"),
    Column("size", BigInteger, nullable=False, server_default="0"),
    Column("weight", BigInteger, nullable=False, server_default="0"),
    Column("turn", BigInteger, nullable=False, server_default="0"),
    Column("attempts_before", Integer, nullable=False, server_default="0"),
    Column("callback_url", Text),
)

evidence = Table(
    "evidence",
    metadata,
    Column("job_id", String(36), ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", String(255), nullable=False),
    Column("kind", String(40)),
    Column("captured_at", BigInteger),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("gone_at", BigInteger),
    Column("notes", Text),
)

renderings = Table(
    "renderings",
    metadata,
    Column("job_id", String(36), ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    Column("media", String(40), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("tenant", String(64), nullable=False),
    Column("name", String(100), nullable=False),
    Column("scopes", String(100), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger),
    Column("revoked_at", BigInteger),
)

audit = Table(
    "audit",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("tenant", String(64), nullable=False),
    Column("actor", String(120), nullable=False),
    Column("action", String(60), nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("target", String(36)),
    Column("request_id", String(128)),
)

callbacks = Table(
    "callbacks",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("job_id", String(36), ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
    Column("tenant", String(64), nullable=False),
    Column("url", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("state", String(10), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("put_off_at", BigInteger, nullable=False),
    Column("lease_until", BigInteger),
    Column("created_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Column("last", Text),
)

chores = Table(
    "chores",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("holder", String(64)),
    Column("lease_until", BigInteger),
    Column("due_at", BigInteger, nullable=False),
)

QUEUED = text("state = 'queued'")
RUNNING = text("state = 'running'")
PENDING = text("state = 'pending'")
Index(
    "jobs_queued",
    jobs.c.tenant,
    jobs.c.priority.desc(),
    jobs.c.created_at,
    jobs.c.id,
    sqlite_where=QUEUED,
    postgresql_where=QUEUED,
)
Index("jobs_turns", jobs.c.turn, sqlite_where=QUEUED, postgresql_where=QUEUED)
Index("jobs_tenant_turns", jobs.c.tenant, jobs.c.turn, sqlite_where=QUEUED, postgresql_where=QUEUED)
Index("jobs_leased", jobs.c.lease_until, sqlite_where=RUNNING, postgresql_where=RUNNING)
Index("jobs_idempotency", jobs.c.tenant, jobs.c.idempotency_key, unique=True)
Index("jobs_newest", jobs.c.tenant, jobs.c.created_at, jobs.c.id)
Index("jobs_tenant_size", jobs.c.tenant, jobs.c.size)
Index("jobs_ended", jobs.c.finished_at)
Index("evidence_content", evidence.c.sha256)
Index("audit_at", audit.c.at)
Index("audit_tenant", audit.c.tenant, audit.c.id)
Index("callbacks_of_job", callbacks.c.job_id)
Index("callbacks_due", callbacks.c.due_at, sqlite_where=PENDING, postgresql_where=PENDING)


class database_now(FunctionElement[int]):  # noqa: N801 - reads as the SQL function it is
    """Milliseconds since 1970 by the clock of the database, which every worker shares."""

    type = BigInteger()
    inherit_cache = True


@compiles(database_now, "sqlite")
def _sqlite_now(_element: database_now, _compiler: Any, **_options: Any) -> str:
    # unixepoch('subsec') needs SQLite 3.42; julianday keeps milliseconds in every release.
    return "CAST(ROUND((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER)"


@compiles(database_now, "postgresql")
def _postgresql_now(_element: database_now, _compiler: Any, **_options: Any) -> str:
    # now() stands still inside a transaction; a claim that waited for a lock needs the time it got it.
    return "(extract(epoch FROM clock_timestamp()) * 1000)::bigint"
