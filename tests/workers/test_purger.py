"""A worker's purger, and a desk that drops evidence."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import update

from leakbook.storage import schema
from leakbook.storage.database import open_engine, writing
from leakbook.storage.jobs import JobStore
from workers import metrics
from workers.desk import Desk
from workers.purger import Purger


def files(settings) -> list:
    return [path for path in settings.blob_dir.rglob("*") if path.is_file()]


def test_a_purge_is_counted(settings, desk, post, dump) -> None:
    job_id = post(dump)
    desk.clear()
    with writing(open_engine(settings)) as connection:
        connection.execute(update(schema.jobs).values(finished_at=0))
    before = metrics.PURGED.labels("jobs")._value.get(), metrics.PURGED.labels("blobs")._value.get()
    purged = Purger(settings).purge()
    assert (purged.jobs, purged.blobs) == (1, 1)
    assert metrics.PURGED.labels("jobs")._value.get() == before[0] + 1
    assert metrics.PURGED.labels("blobs")._value.get() == before[1] + 1
    assert JobStore(open_engine(settings)).get(job_id) is None
    assert files(settings) == []


def test_a_desk_drops_evidence_when_the_job_has_ended_and_not_before(settings, post, dump, shipped) -> None:
    desk = Desk(replace(settings, keep_evidence=False), shipped)
    job_id = post(dump)
    assert len(files(settings)) == 1
    assert desk.clear() == 1
    jobs = JobStore(open_engine(settings))
    assert jobs.get(job_id).verdict is not None
    assert jobs.evidence_of(job_id)[0].is_gone
    assert files(settings) == []


def test_evidence_that_another_job_waits_with_is_not_dropped(settings, post, dump, shipped) -> None:
    forgetful = Desk(replace(settings, keep_evidence=False, claim_seconds=60), shipped)
    post(dump)
    taken = []
    forgetful._leaves = lambda: bool(taken) or taken.append(1) is not None
    assert forgetful.clear() == 1
    second = post(dump)
    assert len(files(settings)) == 1
    taken.clear()
    assert forgetful.clear() == 1
    assert JobStore(open_engine(settings)).get(second).verdict is not None
    assert files(settings) == []
