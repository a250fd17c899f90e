"""A desk on an embedded store of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from leakbook.diagnosis.report import Subject
from leakbook.playbook.model import Playbooks
from leakbook.storage.blobs import DirectoryBlobs
from leakbook.storage.database import open_engine
from leakbook.storage.jobs import JobStore
from leakbook.storage.model import EvidenceRow, NewJob, new_job_id
from leakbook.storage.settings import Settings
from workers.desk import Desk


@pytest.fixture
def settings(tmp_path: Path, make_tables: Callable[[Settings], None]) -> Settings:
    settings = Settings.from_environ({"LEAKBOOK_DATA_DIR": str(tmp_path), "LEAKBOOK_LEASE_SECONDS": "1"})
    make_tables(settings)
    return settings


@pytest.fixture
def desk(settings: Settings, shipped: Playbooks) -> Desk:
    return Desk(settings, shipped)


@pytest.fixture
def post(settings: Settings) -> Callable[[bytes], str]:
    """Queue a job with one piece of evidence; its id."""
    jobs = JobStore(open_engine(settings))

    def post(content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        DirectoryBlobs(settings.blob_dir).put(digest, content)
        row = EvidenceRow(position=0, name="a.txt", kind=None, captured_at=None, sha256=digest, size=len(content))
        new = NewJob(subject=Subject(service="shop"), evidence=(row,), fingerprint="f")
        return jobs.create(new, job_id=new_job_id(), secure_blobs=lambda: None).id

    return post


@pytest.fixture
def dump() -> bytes:
    return b"goroutine 7 [chan send, 12 minutes]:\nshop.publish()\n\t/src/shop/notify.go:41 +0x2d\n"
