"""One pool child's work, without Celery: every way a job can end."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from dataclasses import replace

import pytest

from leakbook.diagnosis.report import Subject
from leakbook.errors import Malformed
from leakbook.storage.announce import open_feed
from leakbook.storage.blobs import DirectoryBlobs
from leakbook.storage.claims import ClaimStore
from leakbook.storage.database import open_engine
from leakbook.storage.jobs import JobStore
from leakbook.storage.model import EvidenceRow, JobState, NewJob, new_job_id
from leakbook.storage.settings import Settings
from workers import desk as desk_module
from workers.desk import Desk
from workers.time_limit import JobTakenAway, JobTooSlow, Stoppable

DUMP = b"goroutine 7 [chan send, 12 minutes]:\nshop.publish()\n\t/src/shop/notify.go:41 +0x2d\n"


@pytest.fixture
def jobs(settings: Settings) -> JobStore:
    return JobStore(open_engine(settings))


def post(settings: Settings, jobs: JobStore, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()
    DirectoryBlobs(settings.blob_dir).put(digest, content)
    row = EvidenceRow(position=0, name="a.txt", kind=None, captured_at=None, sha256=digest, size=len(content))
    new = NewJob(subject=Subject(service="shop"), evidence=(row,), fingerprint="f")
    return jobs.create(new, job_id=new_job_id(), secure_blobs=lambda: None).id


def test_what_is_queued_is_answered_and_announced(settings, jobs, desk) -> None:
    feed = open_feed(settings)
    ids = [post(settings, jobs, DUMP), post(settings, jobs, DUMP + b"\n")]
    assert desk.clear() == 2
    assert sorted(feed.next(1.0)) == sorted(ids)
    for job_id in ids:
        job = jobs.get(job_id)
        assert job.state is JobState.SUCCEEDED
        answer = json.loads(jobs.rendering(job_id, "application/json"))
        assert answer["verdict"] == job.verdict
        assert answer["service"] == "shop"
        assert jobs.rendering(job_id, "text/markdown")
        assert jobs.rendering(job_id, "text/html")
    feed.close()


def test_evidence_that_cannot_be_read_fails_the_job_with_its_place(settings, jobs, desk) -> None:
    job_id = post(settings, jobs, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100)
    desk.clear()
    failure = jobs.get(job_id).failure
    assert (failure.code, failure.part) == ("evidence-not-recognised", "a.txt")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Malformed("cut", part="a.txt", line=3), "evidence-malformed"),
        (MemoryError(), "job-too-large"),
        (ZeroDivisionError(), "internal"),
    ],
)
def test_whatever_goes_wrong_the_job_ends_with_a_reason(settings, jobs, desk, monkeypatch, *, error, code) -> None:
    def work_out(*_args: object) -> None:
        raise error

    monkeypatch.setattr(desk_module, "work_out", work_out)
    job_id = post(settings, jobs, DUMP)
    assert desk.clear() == 1
    assert jobs.get(job_id).failure.code == code


def test_a_job_over_its_time_is_stopped(settings, jobs, monkeypatch, shipped) -> None:
    monkeypatch.setattr(desk_module, "work_out", lambda *_: time.sleep(30))
    slow = Desk(replace(settings, job_seconds=0.2), shipped)
    job_id = post(settings, jobs, DUMP)
    started = time.monotonic()
    slow.clear()
    assert time.monotonic() - started < 5
    assert jobs.get(job_id).failure.code == "job-too-slow"


def test_a_job_longer_than_its_lease_is_kept_alive(settings, jobs, desk, monkeypatch) -> None:
    work_out = desk_module.work_out

    def slowly(*args: object) -> object:
        time.sleep(2.5)
        claims.sweep()
        return work_out(*args)

    claims = ClaimStore(open_engine(settings), settings)
    monkeypatch.setattr(desk_module, "work_out", slowly)
    job_id = post(settings, jobs, DUMP)
    desk.clear()
    assert jobs.get(job_id).state is JobState.SUCCEEDED
    assert jobs.get(job_id).attempt == 1


def test_a_job_deleted_meanwhile_leaves_nothing(settings, jobs, desk, monkeypatch) -> None:
    work_out = desk_module.work_out

    def deleting(*args: object) -> object:
        jobs.delete(job_id)
        return work_out(*args)

    monkeypatch.setattr(desk_module, "work_out", deleting)
    job_id = post(settings, jobs, DUMP)
    desk.clear()
    assert jobs.get(job_id) is None
    assert jobs.rendering(job_id, "application/json") is None


def test_a_job_deleted_while_it_is_worked_on_is_stopped_and_said_once(
    settings, jobs, desk, monkeypatch, caplog
) -> None:
    def at_length(*_: object) -> None:
        jobs.delete(job_id)
        time.sleep(30)

    monkeypatch.setattr(desk_module, "work_out", at_length)
    job_id = post(settings, jobs, DUMP)
    started = time.monotonic()
    assert desk.clear() == 1
    assert time.monotonic() - started < 5
    said = [record for record in caplog.records if "no longer ours" in record.message]
    assert [record.fields["job_id"] for record in said] == [job_id]


def test_a_job_that_another_took_is_stopped_and_the_next_is_worked_on(settings, jobs, desk, monkeypatch) -> None:
    work_out = desk_module.work_out

    def lapsed(*args: object) -> object:
        monkeypatch.setattr(desk_module, "work_out", work_out)
        with open_engine(settings).begin() as connection:
            connection.exec_driver_sql("UPDATE jobs SET attempt = attempt + 1 WHERE state = 'running'")
        time.sleep(30)

    monkeypatch.setattr(desk_module, "work_out", lapsed)
    first, second = (post(settings, jobs, DUMP + b"\n" * count) for count in (1, 2))
    assert desk.clear() == 2
    assert [jobs.get(job_id).state for job_id in (first, second)] == [JobState.RUNNING, JobState.SUCCEEDED]


def test_a_time_limit_ends_with_its_block() -> None:
    stoppable = Stoppable()
    with stoppable.within(0.1):
        pass
    time.sleep(0.2)
    with pytest.raises(JobTooSlow), stoppable.within(0.05):
        time.sleep(5)


def test_only_the_block_that_runs_is_taken_away() -> None:
    stoppable = Stoppable()
    stoppable.take_away()
    with stoppable.within(0):
        pass
    stoppable.take_away()
    time.sleep(0.05)
    threading.Timer(0.05, stoppable.take_away).start()
    with pytest.raises(JobTakenAway), stoppable.within(0):
        time.sleep(5)


def test_work_may_be_taken_away_as_it_ends() -> None:
    """Whether the word comes before or after, it never reaches what follows the block, nor ends the process."""
    stoppable = Stoppable()
    done = threading.Event()

    def take_away() -> None:
        while not done.is_set():
            stoppable.take_away()

    thread = threading.Thread(target=take_away)
    thread.start()
    stopped = 0
    for _ in range(300):
        try:
            with stoppable.within(5):
                time.sleep(0)  # lets the other thread in
        except JobTakenAway:
            stopped += 1
    done.set()
    thread.join()
    assert stopped
