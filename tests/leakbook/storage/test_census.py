"""What probes and scrapes ask of the store does not grow with the jobs that have ended."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import event, text

from leakbook.storage.census import Census
from leakbook.storage.database import reading

ASKED = ("unended", "oldest_queued_seconds", "callbacks_owed", "oldest_callback_seconds")
WHOLE_TABLE = re.compile(r"Seq Scan on (?:jobs|callbacks)|SCAN (?:jobs|callbacks)$", re.MULTILINE)


@pytest.mark.parametrize("name", ASKED)
def test_an_index_of_what_waits_answers(engine, name: str) -> None:
    statements = []

    def hear(_connection, _cursor, statement, parameters, *_) -> None:
        statements.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", hear)
    getattr(Census(engine), name)()
    event.remove(engine, "before_cursor_execute", hear)
    asked = [found for found in statements if "FROM" in found[0]]
    assert len(asked) == 1
    plan = plan_of(engine, *asked[0])
    assert not WHOLE_TABLE.search(plan), plan


def plan_of(engine, statement: str, parameters) -> str:
    with reading(engine) as connection:
        if engine.dialect.name == "sqlite":
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            return "\n".join(row.detail for row in rows)
        connection.execute(text("SET LOCAL enable_seqscan = off"))  # of a small table it is the fastest way
        return "\n".join(connection.exec_driver_sql(f"EXPLAIN {statement}", parameters).scalars())
