"""What is purged, and that nothing is left of it, on disk or in the database."""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select, text, update

from leakbook.diagnosis.report import Subject
from leakbook.storage import schema
from leakbook.storage.blobs import DirectoryBlobs
from leakbook.storage.chores import Chore
from leakbook.storage.claims import ClaimStore
from leakbook.storage.database import empty_log, reading, writing
from leakbook.storage.jobs import JobStore
from leakbook.storage.model import EvidenceRow, Failure, NewJob, Outcome, new_job_id
from leakbook.storage.purge import Purge

DAY = 86_400_000
TOLD = "hunter2-in-the-clear"
TABLES = (schema.jobs, schema.evidence, schema.renderings, schema.callbacks)


@pytest.fixture
def blobs(settings) -> DirectoryBlobs:
    return DirectoryBlobs(settings.blob_dir)


@pytest.fixture
def due(settings):
    """Settings under which every look at the chores finds them due."""
    return replace(settings, purge_seconds=0.0, orphan_seconds=0.0)


@pytest.fixture
def ended(engine, settings, blobs):
    """Post a job and end it so many days ago; its id."""

    def end(content: bytes, *, days: float = 0.0, tenant: str = "default", fail: bool = False) -> str:
        digest = hashlib.sha256(content).hexdigest()
        row = EvidenceRow(position=0, name=TOLD, kind=None, captured_at=None, sha256=digest, size=len(content))
        new = NewJob(
            subject=Subject(service=TOLD),
            evidence=(row,),
            fingerprint="f",
            idempotency_key=f"{TOLD}-{digest[:8]}-{tenant}-{days}",
            callback_url=f"https://hooks.example.com/{TOLD}",
        )
        jobs, claims = JobStore(engine, tenant=tenant), ClaimStore(engine, settings)
        job_id = jobs.create(new, job_id=new_job_id(), secure_blobs=lambda: blobs.put(digest, content)).id
        outcome = Outcome(verdict="leak", playbook="p", renderings={"application/json": TOLD.encode()})
        claim = claims.claim()
        assert claim.job_id == job_id
        failure = Failure(code="internal", title="t", detail="d")
        assert claims.fail(claim, failure) if fail else claims.succeed(claim, outcome)
        with writing(engine) as connection:
            ago = schema.database_now() - int(days * DAY)
            connection.execute(update(schema.jobs).where(schema.jobs.c.id == job_id).values(finished_at=ago))
        return job_id

    return end


def left(engine) -> dict[str, int]:
    with reading(engine) as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in TABLES
        }


def files(settings) -> list[Path]:
    return [path for path in settings.blob_dir.rglob("*") if path.is_file()]


def test_a_job_past_its_term_goes_with_all_that_hangs_on_it(engine, due, blobs, ended) -> None:
    ended(b"old", days=31)
    young = ended(b"young", days=29)
    purged = Purge(engine, due, blobs).run()
    assert (purged.jobs, purged.blobs) == (1, 1)
    assert left(engine) == {"jobs": 1, "evidence": 1, "renderings": 1, "callbacks": 1}
    assert JobStore(engine).get(young) is not None
    assert [path.name for path in files(due)] == [hashlib.sha256(b"young").hexdigest()]


def test_a_tenant_may_have_a_term_of_its_own_or_none(engine, due, blobs, ended) -> None:
    ended(b"a", days=8, tenant="short")
    kept = [ended(b"b", days=8, tenant="other"), ended(b"c", days=4000, tenant="never")]
    own = replace(due, retention_tenants={"short": 7.0, "never": 0.0})
    assert Purge(engine, own, blobs).run().jobs == 1
    with reading(engine) as connection:
        assert sorted(connection.execute(select(schema.jobs.c.id)).scalars()) == sorted(kept)


def test_a_job_that_has_not_ended_is_never_purged(engine, due, blobs, ended) -> None:
    job_id = ended(b"a", days=4000)
    with writing(engine) as connection:
        connection.execute(update(schema.jobs).where(schema.jobs.c.id == job_id).values(state="running"))
    assert Purge(engine, due, blobs).run().jobs == 0


def test_more_jobs_than_a_batch_are_purged_in_one_run(engine, due, blobs, ended, monkeypatch) -> None:
    monkeypatch.setattr("leakbook.storage.purge.BATCH", 2)
    for number in range(5):
        ended(b"%d" % number, days=31)
    purged = Purge(engine, due, blobs).run()
    assert (purged.jobs, purged.blobs) == (5, 5)
    assert set(left(engine).values()) == {0}
    assert files(due) == []


def test_bytes_that_another_job_shares_stay_until_the_last_is_gone(engine, due, blobs, ended) -> None:
    ended(b"shared", days=31)
    second = ended(b"shared", days=1)
    assert Purge(engine, due, blobs).run().blobs == 0
    assert blobs.get(hashlib.sha256(b"shared").hexdigest()) == b"shared"
    assert Purge(engine, due, blobs).remove(JobStore(engine).delete(second)) == 1
    assert files(due) == []


def test_nothing_of_a_deleted_job_is_left_on_disk_or_in_the_database(engine, due, blobs, ended, tmp_path) -> None:
    job_id = ended(TOLD.encode())
    assert Purge(engine, due, blobs).remove(JobStore(engine).delete(job_id)) == 1
    assert set(left(engine).values()) == {0}
    Purge(engine, due, blobs).run()
    assert files(due) == []
    if engine.dialect.name == "sqlite":
        assert search(tmp_path) == []
    else:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM"))
            found = connection.execute(text("SELECT count(*) FROM jobs WHERE service = :s"), {"s": TOLD})
            assert found.scalar_one() == 0


def test_the_search_of_the_disk_finds_what_is_there(engine, ended, tmp_path) -> None:
    if engine.dialect.name != "sqlite":
        return
    ended(TOLD.encode())
    empty_log(engine)
    assert {path.suffix for path in search(tmp_path)} >= {".sqlite3", ""}


def search(directory: Path) -> list[Path]:
    """Files that hold the secret."""
    return [path for path in directory.rglob("*") if path.is_file() and TOLD.encode() in path.read_bytes()]


def test_evidence_is_not_kept_beyond_the_end_when_told_so(engine, settings, due, blobs, ended) -> None:
    before = ended(b"before the setting")
    forgetful = replace(due, keep_evidence=False)
    claims = ClaimStore(engine, forgetful)
    with writing(engine) as connection:
        connection.execute(update(schema.jobs).values(state="queued", finished_at=None))
    assert claims.succeed(claims.claim(), Outcome(verdict="leak", playbook=None, renderings={"text/html": b""}))
    assert [row.is_gone for row in JobStore(engine).evidence_of(before)] == [True]
    Purge(engine, forgetful, blobs).remove({hashlib.sha256(b"before the setting").hexdigest()})
    assert files(due) == []


def test_what_a_dead_worker_did_not_drop_is_dropped_by_the_purge(engine, due, blobs, ended) -> None:
    job_id = ended(b"kept so far")
    assert Purge(engine, replace(due, keep_evidence=False), blobs).run().blobs == 1
    assert files(due) == []
    assert JobStore(engine).get(job_id).verdict == "leak"
    assert [row.is_gone for row in JobStore(engine).evidence_of(job_id)] == [True]


def test_a_failed_job_without_its_evidence_is_not_queued_again(engine, due, blobs, ended) -> None:
    job_id = ended(b"a", fail=True)
    Purge(engine, replace(due, keep_evidence=False), blobs).run()
    assert not ClaimStore(engine, due).requeue(job_id)


def test_bytes_without_a_job_are_removed_after_the_grace_and_not_before(engine, due, blobs, ended) -> None:
    kept = ended(b"referred to")
    orphan = hashlib.sha256(b"orphan").hexdigest()
    blobs.put(orphan, b"orphan")
    leftover = due.blob_dir / orphan[:2] / f"{orphan}.0011.part"
    leftover.write_bytes(b"half")
    patient = replace(due, orphan_seconds=60.0)
    assert Purge(engine, patient, blobs).run().blobs == 0
    hour_ago = time.time() - 3600
    for path in files(due):
        os.utime(path, (hour_ago, hour_ago))
    again = Purge(engine, patient, blobs)
    with writing(engine) as connection:
        connection.execute(update(schema.chores).values(due_at=0))
    assert again.run().blobs == 1
    assert [path.name for path in files(due)] == [JobStore(engine).evidence_of(kept)[0].sha256]


def test_one_at_a_time_does_a_chore_and_a_dead_one_is_replaced(engine) -> None:
    first, second = (Chore(engine, "purge", every_seconds=60) for _ in range(2))
    assert first.take()
    assert not second.take()
    assert first.extend()
    with writing(engine) as connection:
        connection.execute(update(schema.chores).values(lease_until=schema.database_now() - 1))
    assert second.take()
    assert not first.extend()
    assert not first.done()
    assert second.done()
    assert not first.take()


def test_a_clock_that_was_set_back_keeps_no_chore_from_being_done(engine) -> None:
    chore = Chore(engine, "purge", every_seconds=60)
    assert chore.take()
    far = schema.database_now() + 365 * DAY
    with writing(engine) as connection:
        connection.execute(update(schema.chores).values(due_at=far, lease_until=far))
    assert Chore(engine, "purge", every_seconds=60).take()
