"""The audit log, and what the store counts for quotas."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from leakbook.diagnosis.report import Subject
from leakbook.storage.audit import AuditLog, AuditStep
from leakbook.storage.census import Census
from leakbook.storage.jobs import JobStore
from leakbook.storage.model import EvidenceRow, NewJob, new_job_id


@pytest.fixture
def log(engine) -> AuditLog:
    return AuditLog(engine)


def step(number: int, *, tenant: str = "shop") -> AuditStep:
    return AuditStep(
        tenant=tenant, actor="key:1", action="diagnoses.create", outcome="202", target=f"j{number}", request_id="r"
    )


def test_steps_come_back_newest_first_and_page_by_page(log) -> None:
    for number in range(5):
        log.record(step(number))
        time.sleep(0.002)
    newest = log.select(limit=2)
    rest = log.select(before=newest[-1].id)
    assert [row.step for row in [*newest, *rest]] == [step(number) for number in (4, 3, 2, 1, 0)]
    assert abs(newest[0].at - datetime.now(UTC)) < timedelta(minutes=1)


def test_steps_are_found_by_tenant_job_and_time(log) -> None:
    log.record(step(1))
    log.record(step(2, tenant="other"))
    assert [row.step.target for row in log.select(tenant="other")] == ["j2"]
    assert [row.step.tenant for row in log.select(target="j1")] == ["shop"]
    assert log.select(since=datetime.now(UTC) + timedelta(hours=1)) == []
    assert len(log.select(since=datetime.now(UTC) - timedelta(hours=1))) == 2


def test_old_steps_are_pruned_and_young_ones_kept(log) -> None:
    log.record(step(1))
    time.sleep(2)
    log.record(step(2))
    assert log.prune(1) == 0
    assert log.prune(1 / 86_400) == 1
    assert [row.step.target for row in log.select()] == ["j2"]


def add(jobs: JobStore, size: int) -> None:
    row = EvidenceRow(position=0, name="a", kind=None, captured_at=None, sha256="0" * 64, size=size)
    jobs.create(
        NewJob(subject=Subject(), evidence=(row,), fingerprint="f"), job_id=new_job_id(), secure_blobs=lambda: None
    )


def test_the_census_counts_by_tenant_and_stops_where_told(engine) -> None:
    census, mine, theirs = Census(engine), JobStore(engine, tenant="a"), JobStore(engine, tenant="b")
    assert (census.queued(up_to=10), census.stored_bytes("a"), census.oldest_queued_seconds()) == (0, 0, 0.0)
    for size in (3, 4):
        add(mine, size)
    add(theirs, 5)
    assert (census.queued(up_to=10), census.queued(up_to=2), census.queued(up_to=10, tenant="a")) == (3, 2, 2)
    assert (census.stored_bytes("a"), census.stored_bytes("b")) == (7, 5)
    assert census.unended() == {"queued": 3, "running": 0}
