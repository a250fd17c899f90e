"""Which commits to SQLite wait for the disk: what was promised does, what can be done again does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from leakbook.diagnosis.report import Subject
from leakbook.storage.claims import ClaimStore
from leakbook.storage.database import open_engine
from leakbook.storage.jobs import JobStore
from leakbook.storage.migrate import migrate
from leakbook.storage.model import EvidenceRow, Failure, NewJob, Outcome, new_job_id
from leakbook.storage.settings import Settings

NORMAL, FULL = 1, 2
"""As `PRAGMA synchronous` says them; with a write-ahead log only FULL waits at a commit."""
OUTCOME = Outcome(verdict="leak", playbook="p", renderings={"application/json": b"{}"})
FAILURE = Failure(code="internal", title="t", detail="d")


@pytest.fixture
def embedded(tmp_path: Path) -> Settings:
    return Settings.from_environ({"LEAKBOOK_DATA_DIR": str(tmp_path)})


def levels_of(settings: Settings, end: Callable[[ClaimStore], bool]) -> list[int]:
    """The levels at which a job is accepted, claimed, kept and ended, and the next accepted on the same connection."""
    engine = open_engine(settings)
    migrate(engine)
    seen: list[int] = []

    def note(connection: Connection) -> None:
        seen.append(connection.exec_driver_sql("PRAGMA synchronous").scalar_one())

    event.listen(engine, "commit", note)
    _accept(JobStore(engine))
    assert end(ClaimStore(engine, settings))
    _accept(JobStore(engine))
    engine.dispose()
    return seen


def _accept(jobs: JobStore) -> None:
    row = EvidenceRow(position=0, name="a", kind=None, captured_at=None, sha256="0" * 64, size=1)
    new = NewJob(subject=Subject(), evidence=(row,), fingerprint="f")
    jobs.create(new, job_id=new_job_id(), secure_blobs=lambda: None)


def _succeed(claims: ClaimStore) -> bool:
    claim = claims.claim()
    return claim is not None and claims.extend(claim) and claims.succeed(claim, OUTCOME)


def _fail(claims: ClaimStore) -> bool:
    claim = claims.claim()
    return claim is not None and claims.extend(claim) and claims.fail(claim, FAILURE)


@pytest.mark.parametrize("end", [_succeed, _fail])
def test_a_job_is_on_the_disk_when_it_is_accepted_and_only_then(embedded, end) -> None:
    assert levels_of(embedded, end) == [FULL, NORMAL, NORMAL, NORMAL, FULL]


@pytest.mark.parametrize("end", [_succeed, _fail])
def test_an_end_after_which_the_evidence_goes_is_on_the_disk_first(embedded, end) -> None:
    assert levels_of(replace(embedded, keep_evidence=False), end) == [FULL, NORMAL, NORMAL, FULL, FULL]
