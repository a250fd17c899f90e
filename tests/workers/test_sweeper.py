"""When a worker takes itself for deaf."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from leakbook.queueing.broker import build_celery
from leakbook.storage import schema
from leakbook.storage.audit import AuditLog, AuditStep
from leakbook.storage.database import open_engine, writing
from leakbook.storage.settings import Settings
from workers import metrics
from workers import sweeper as module
from workers.sweeper import EXIT_DEAF, Hearing, Sweeper


class Left(Exception):
    pass


@pytest.fixture
def clock(monkeypatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])

    def leave(status: int) -> None:
        assert status == EXIT_DEAF
        raise Left

    monkeypatch.setattr(module.os, "_exit", leave)
    return now


@pytest.fixture
def heard() -> list[Hearing]:
    return [Hearing(received=0, in_hand=0)]


@pytest.fixture
def sweeper(tmp_path, clock, heard) -> Sweeper:
    settings = Settings.from_environ({"LEAKBOOK_DATA_DIR": str(tmp_path)})
    return Sweeper(build_celery(settings), settings, slots=1, hearing=lambda: heard[0])


def test_a_worker_that_hears_nothing_while_jobs_wait_leaves(sweeper, clock) -> None:
    sweeper._watch(3)
    clock[0] += 20
    with pytest.raises(Left):
        sweeper._watch(3)


@pytest.mark.parametrize(("audit_days", "left"), [(365.0, 0), (0.0, 1)])
def test_old_rows_of_the_audit_log_are_pruned_unless_they_are_kept_for_ever(settings, audit_days, left) -> None:
    engine = open_engine(settings)
    AuditLog(engine).record(AuditStep(tenant="shop", actor="cli", action="keys.issue", outcome="ok"))
    with writing(engine) as connection:
        connection.execute(update(schema.audit).values(at=0))
    kept = replace(settings, audit_days=audit_days)
    Sweeper(build_celery(kept), kept, slots=1, hearing=lambda: Hearing(received=0, in_hand=0)).sweep()
    assert len(AuditLog(engine).select()) == left


def test_a_job_that_cannot_be_ended_is_logged_and_counted(settings, post, dump, monkeypatch, caplog) -> None:
    def fail(*_: object) -> None:
        raise ValueError("a row that cannot be")

    job_id = post(dump)
    with writing(open_engine(settings)) as connection:
        connection.execute(update(schema.jobs).values(state="running", attempt=3, lease_until=1))
    monkeypatch.setattr("leakbook.storage.claims.owe", fail)
    before = metrics.UNENDED._value.get()
    Sweeper(build_celery(settings), settings, slots=1, hearing=lambda: Hearing(received=0, in_hand=0)).sweep()
    assert metrics.UNENDED._value.get() == before + 1
    (record,) = [record for record in caplog.records if record.message == "a job cannot be ended"]
    assert record.fields["job_id"] == job_id
    assert "a row that cannot be" in str(record.exc_info[1])


def test_a_worker_with_work_in_hand_stays(sweeper, clock, heard) -> None:
    heard[0] = Hearing(received=1, in_hand=1)
    for _ in range(10):
        clock[0] += 20
        sweeper._watch(3)


def test_a_worker_that_hears_or_has_nothing_to_do_stays(sweeper, clock, heard) -> None:
    for received in range(1, 10):
        clock[0] += 20
        heard[0] = Hearing(received=received, in_hand=0)
        sweeper._watch(3)
    for _ in range(10):
        clock[0] += 20
        sweeper._watch(0)


def test_a_worker_that_is_leaving_anyway_is_not_deaf(sweeper, clock) -> None:
    sweeper.stop()
    sweeper._watch(3)
    clock[0] += 20
    sweeper._watch(3)
