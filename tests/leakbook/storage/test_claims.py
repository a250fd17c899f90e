"""Claiming, heartbeat, fencing and sweeping, on both databases."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError

from leakbook.diagnosis.report import Subject
from leakbook.storage import schema
from leakbook.storage.announce import announce, open_feed
from leakbook.storage.census import Census
from leakbook.storage.claims import ClaimStore, Swept
from leakbook.storage.database import writing
from leakbook.storage.jobs import JobStore, Selection
from leakbook.storage.model import PRIORITIES, EvidenceRow, Failure, JobState, NewJob, Outcome, new_job_id
from leakbook.storage.outbox import owe

OUTCOME = Outcome(verdict="leak", playbook="goroutine/chan-send", renderings={"application/json": b"{}"})


@pytest.fixture
def jobs(engine) -> JobStore:
    return JobStore(engine)


@pytest.fixture
def claims(engine, settings) -> ClaimStore:
    return ClaimStore(engine, settings)


def add(jobs: JobStore, service: str = "checkout", priority: int = 0, weight: int = 0) -> str:
    row = EvidenceRow(position=0, name="a", kind=None, captured_at=None, sha256="0" * 64, size=1)
    new = NewJob(subject=Subject(service=service), evidence=(row,), fingerprint="f", priority=priority, weight=weight)
    created = jobs.create(new, job_id=new_job_id(), secure_blobs=lambda: None).id
    time.sleep(0.002)  # jobs of one millisecond are claimed in any order
    return created


def test_jobs_are_claimed_by_priority_then_age_each_once(jobs, claims) -> None:
    first, second, urgent = add(jobs), add(jobs), add(jobs, priority=1)
    taken = [claims.claim() for _ in range(4)]
    assert [claim and claim.job_id for claim in taken] == [urgent, first, second, None]
    assert [row.name for row in taken[0].evidence] == ["a"]
    assert jobs.get(first).state is JobState.RUNNING


def order_of(claims: ClaimStore, **of: bool) -> list[str]:
    """The services of what is queued, in the order of claiming."""
    order = []
    while (claim := claims.claim(**of)) is not None:
        order.append(claim.subject.service)
    return order


def test_a_tenants_priorities_never_delay_another_tenant(engine, claims) -> None:
    shop, bank = JobStore(engine, tenant="shop"), JobStore(engine, tenant="bank")
    for number in range(3):
        add(shop, f"shop normal {number}")
    for number in range(3):
        add(bank, f"bank normal {number}")
    for number in range(2):
        add(shop, f"shop high {number}", priority=PRIORITIES["high"])
    add(bank, "bank low", priority=PRIORITIES["low"])
    order = order_of(claims)
    assert [one for one in order if one.startswith("shop")] == [
        "shop high 0", "shop high 1", "shop normal 0", "shop normal 1", "shop normal 2",
    ]  # fmt: skip
    assert [one for one in order if one.startswith("bank")] == [
        "bank normal 0", "bank normal 1", "bank normal 2", "bank low",
    ]  # fmt: skip
    assert [one[:4] for one in order] == ["shop", "bank"] * 4 + ["shop"]


def test_a_job_that_was_passed_over_gets_the_turn_of_the_one_that_went_first(engine, claims) -> None:
    shop, bank = JobStore(engine, tenant="shop"), JobStore(engine, tenant="bank")
    add(shop, "shop low", priority=PRIORITIES["low"])
    for number in range(4):
        add(shop, f"shop {number}")
        add(bank, f"bank {number}")
    assert order_of(claims) == [
        "shop 0",
        "bank 0",
        "shop 1",
        "bank 1",
        "shop 2",
        "bank 2",
        "shop 3",
        "bank 3",
        "shop low",
    ]


@pytest.mark.parametrize("kept_busy", ["large", "small"])
def test_a_tenants_jobs_of_one_size_do_not_put_off_those_of_the_other(engine, settings, kept_busy: str) -> None:
    few = replace(settings, large_bytes=1000)
    shop, bank = (JobStore(engine, tenant=tenant, large_bytes=1000) for tenant in ("shop", "bank"))
    weights = {"large": 1000, "small": 1}
    asked = "small" if kept_busy == "large" else "large"
    for number in range(3):
        add(shop, f"shop {number}", weight=weights[kept_busy])
    for number in range(3):
        add(bank, f"bank {number}", weight=weights[asked])
    add(shop, "shop waits its turn", weight=weights[asked])
    order = order_of(ClaimStore(engine, few), large=asked == "large")
    assert len(order) == 4
    assert order.index("shop waits its turn") <= 1  # jobs of one millisecond come in any order


def test_a_job_is_large_by_what_it_unpacks_to_and_by_what_was_posted(engine, settings, jobs) -> None:
    claims = ClaimStore(engine, replace(settings, large_bytes=1000))
    add(jobs, "packed", weight=1000)
    add(jobs, "small", weight=999)
    plain = add(jobs, "plain")
    with writing(engine) as connection:  # as an API of the release before inserts it
        connection.execute(update(schema.jobs).where(schema.jobs.c.id == plain).values(size=1000))
    assert claims.waiting(longer_than_seconds=-1, large=True) == 2
    assert order_of(claims, large=False) == ["small"]
    assert order_of(claims, large=True) == ["packed", "plain"]


def test_many_claimants_never_get_the_same_job(jobs, claims) -> None:
    ids = [add(jobs) for _ in range(30)]
    taken: list[str] = []

    def take() -> None:
        while (claim := claims.claim()) is not None:
            taken.append(claim.job_id)

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    while (claim := claims.claim()) is not None:  # SKIP LOCKED may show nobody the last ones for a moment
        taken.append(claim.job_id)
    assert sorted(taken) == sorted(ids)


def test_a_finished_job_keeps_its_first_answer(jobs, claims) -> None:
    job_id = add(jobs)
    claim = claims.claim()
    assert claims.succeed(claim, OUTCOME)
    assert not claims.succeed(claim, replace(OUTCOME, verdict="healthy"))
    assert not claims.fail(claim, Failure(code="internal", title="t", detail="d"))
    job = jobs.get(job_id)
    assert (job.state, job.verdict, job.playbook) == (JobState.SUCCEEDED, "leak", "goroutine/chan-send")
    assert jobs.rendering(job_id, "application/json") == b"{}"
    assert job.finished_at >= job.created_at


def test_a_failed_job_tells_why(jobs, claims) -> None:
    job_id = add(jobs)
    failure = Failure(code="evidence-malformed", title="t", detail="d", part="a", line=3)
    assert claims.fail(claims.claim(), failure)
    assert jobs.get(job_id).failure == failure


def test_a_lapsed_job_is_given_to_another_and_the_first_is_fenced_off(jobs, claims) -> None:
    job_id = add(jobs)
    slow = claims.claim()
    assert claims.sweep() == Swept()
    assert claims.claim() is None
    time.sleep(1.1)
    claims.sweep()
    again = claims.claim()
    assert (again.job_id, again.attempt) == (job_id, 2)
    assert not claims.extend(slow)
    assert not claims.succeed(slow, OUTCOME)
    assert claims.succeed(again, OUTCOME)


@pytest.mark.alone
def test_a_heartbeat_keeps_the_lease(jobs, claims) -> None:
    add(jobs)
    claim = claims.claim()
    for _ in range(4):
        time.sleep(0.4)
        assert claims.extend(claim)
    claims.sweep()
    assert claims.succeed(claim, OUTCOME)


def test_a_job_that_kills_its_workers_is_given_up(jobs, claims) -> None:
    job_id = add(jobs)
    for _ in range(2):
        claims.claim()
        time.sleep(1.1)
        swept = claims.sweep()
    assert swept == Swept(given_up=(job_id,))
    assert jobs.get(job_id).failure.code == "job-gave-up"
    assert claims.claim() is None


def test_a_job_whose_end_cannot_be_stored_holds_up_no_other(engine, jobs, claims, monkeypatch) -> None:
    bad, *good = [add(jobs) for _ in range(3)]
    late = add(jobs)
    with writing(engine) as connection:  # as workers that died on three of them for the last time, and on one once
        lapsed = {"state": "running", "attempt": 2, "lease_until": 1}
        connection.execute(update(schema.jobs).values(lapsed))
        connection.execute(update(schema.jobs).where(schema.jobs.c.id == late).values(attempt=1))

    def owe_or_fail(connection, job, attempt, public_url) -> None:
        if job.id == bad:
            connection.execute(text("SELECT nothing FROM nowhere"))
        owe(connection, job, attempt, public_url)

    monkeypatch.setattr("leakbook.storage.claims.owe", owe_or_fail)
    for given_up in (tuple(good), ()):
        swept = claims.sweep()
        assert swept.given_up == given_up
        assert [(one.job_id, isinstance(one.error, DBAPIError)) for one in swept.unended] == [(bad, True)]
    assert [jobs.get(one).state for one in good] == [JobState.FAILED] * 2
    assert jobs.get(bad).state is JobState.RUNNING
    assert claims.claim().job_id == late
    monkeypatch.undo()
    assert claims.sweep() == Swept(given_up=(bad,))


def test_what_waits_too_long_is_counted(engine, jobs, claims) -> None:
    add(jobs)
    assert claims.waiting(longer_than_seconds=60) == 0
    time.sleep(0.1)
    assert claims.waiting(longer_than_seconds=0.05) == 1
    assert Census(engine).oldest_queued_seconds() > 0.05


def test_old_idempotency_keys_are_forgotten(engine, settings, jobs) -> None:
    claims = ClaimStore(engine, replace(settings, idempotency_seconds=0.05))
    new = NewJob(subject=Subject(), evidence=(), fingerprint="f", idempotency_key="k")
    first = jobs.create(new, job_id=new_job_id(), secure_blobs=lambda: None)
    assert jobs.create(new, job_id=new_job_id(), secure_blobs=lambda: None).id == first.id
    time.sleep(0.1)
    claims.sweep()
    assert jobs.create(new, job_id=new_job_id(), secure_blobs=lambda: None).id != first.id


def test_a_tenant_sees_nothing_of_another(engine, jobs) -> None:
    job_id = add(jobs)
    other = JobStore(engine, tenant="other")
    assert other.get(job_id) is None
    assert other.evidence_of(job_id) == ()
    assert other.rendering(job_id, "application/json") is None
    assert other.select(Selection()) == []
    assert other.delete(job_id) is None
    assert jobs.get(job_id) is not None
    assert len(jobs.evidence_of(job_id)) == 1


def test_an_answer_is_for_its_own_tenant(engine, jobs, claims) -> None:
    job_id = add(jobs)
    claims.succeed(claims.claim(), OUTCOME)
    media = next(iter(OUTCOME.renderings))
    assert jobs.rendering(job_id, media) == OUTCOME.renderings[media]
    assert JobStore(engine, tenant="other").rendering(job_id, media) is None


def test_two_tenants_may_use_one_idempotency_key(engine, jobs) -> None:
    new = NewJob(subject=Subject(), evidence=(), fingerprint="f", idempotency_key="k")
    other = JobStore(engine, tenant="other")
    mine, theirs = (store.create(new, job_id=new_job_id(), secure_blobs=lambda: None) for store in (jobs, other))
    assert mine.id != theirs.id
    assert other.get(theirs.id) is not None
    assert jobs.get(theirs.id) is None


def test_every_listener_hears_of_a_finished_job(settings, jobs, claims) -> None:
    feeds = [open_feed(settings), open_feed(settings)]
    job_id = add(jobs)
    claims.succeed(claims.claim(), OUTCOME)
    announce(settings, job_id)
    assert [feed.next(5.0) for feed in feeds] == [(job_id,), (job_id,)]
    assert feeds[0].next(0.05) == ()
    for feed in feeds:
        feed.close()
