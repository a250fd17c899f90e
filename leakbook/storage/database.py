"""One engine a process, with the two ways of opening a transaction: to read and to write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

from .fork_gate import STORE
from .settings import Settings

READS = "leakbook_reads"
UNSYNCED = "leakbook_unsynced"
STORE_AWAY: Final = (DBAPIError, NoConnection)
"""What says that the store cannot be used now; the second, that all connections of the pool are taken."""


def open_engine(settings: Settings) -> Engine:
    """An engine for the store; connects at its first use. Open it after a fork, never before."""
    if settings.is_embedded:
        return _open_sqlite(settings.database_url)
    # hide_parameters: an error would quote stored answers into the log.
    return create_engine(
        settings.database_url,
        pool_size=20,
        max_overflow=20,
        pool_pre_ping=True,
        pool_recycle=1800,
        hide_parameters=True,
    )


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that takes no write lock."""
    with STORE.inside(), engine.connect().execution_options(**{READS: True}) as connection:
        yield connection


@contextmanager
def writing(engine: Engine, *, synced: bool = True) -> Iterator[Connection]:
    """A transaction that may write; commits at the end, rolls back on any exception.

    Without `synced` a commit to SQLite is handed to the system and not waited for until it is on the disk. No process's
    death undoes it, loss of power may; the next synced commit brings it to the disk with its own. For what can be done
    again only. PostgreSQL always waits: there a killed server loses what it did not.
    """
    options = {UNSYNCED: not synced}
    with STORE.inside(), engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def _open_sqlite(url: str) -> Engine:
    engine = create_engine(
        url, connect_args={"timeout": 10.0, "check_same_thread": False}, pool_size=40, hide_parameters=True
    )
    if engine.url.database:
        Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: Any) -> None:
    # The driver's own BEGIN comes late and deferred: a read that turns into a write then fails as locked.
    connection.isolation_level = None
    # secure_delete: what is deleted is overwritten, not only unlinked.
    pragmas = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get(READS):
        connection.exec_driver_sql("BEGIN")
        return
    level = "NORMAL" if options.get(UNSYNCED) else "FULL"
    if connection.info.get("synchronous") != level:  # of the driver's connection; refused inside a transaction
        connection.exec_driver_sql(f"PRAGMA synchronous={level}")
        connection.info["synchronous"] = level
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def empty_log(engine: Engine) -> None:
    """Move SQLite's write-ahead log, where deleted rows may still stand, into the file. Nothing elsewhere.

    When somebody reads meanwhile the rest is left to the next time.
    """
    if engine.dialect.name != "sqlite":
        return
    # Outside a transaction, in which it would be refused.
    with STORE.inside(), closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
