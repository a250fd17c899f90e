"""What the views work with, made once per application."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from flask import current_app
from sqlalchemy import Engine

from leakbook.playbook.model import Playbooks
from leakbook.queueing.broker import build_celery, is_reachable
from leakbook.queueing.doorbell import Doorbell
from leakbook.storage.announce import open_feed
from leakbook.storage.audit import AuditLog
from leakbook.storage.blob_places import open_blobs
from leakbook.storage.blobs import BlobStore
from leakbook.storage.census import Census
from leakbook.storage.database import open_engine
from leakbook.storage.jobs import JobStore
from leakbook.storage.keys import KeyStore
from leakbook.storage.playbook_files import read_playbooks
from leakbook.storage.purge import Purge
from leakbook.storage.settings import Settings

from .access.room import Room
from .readiness import Readiness
from .waiting import WaitingRoom

EXTENSION = "leakbook"
CONTRACT = Path(__file__).resolve().parent.parent / "openapi.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Settings, store, evidence, doorbell and waiting room of one process."""

    settings: Settings
    engine: Engine
    jobs_of: Callable[[str], JobStore]
    """The jobs of a tenant. Views take `own_jobs` of `access.caller`."""
    census: Census
    keys: KeyStore
    audit: AuditLog
    room: Room
    blobs: BlobStore
    purge: Purge
    doorbell: Doorbell
    waiting_room: WaitingRoom
    readiness: Readiness
    playbooks: Playbooks
    contract: bytes


def build_parts(settings: Settings) -> Parts:
    """Connects to nothing yet. Raises PlaybookError."""
    queue, blobs = build_celery(settings), open_blobs(settings)
    engine = open_engine(settings)
    census = Census(engine)
    return Parts(
        settings=settings,
        engine=engine,
        jobs_of=lambda tenant: JobStore(engine, tenant=tenant, large_bytes=settings.large_bytes),
        census=census,
        keys=KeyStore(engine),
        audit=AuditLog(engine),
        room=Room(census, settings),
        blobs=blobs,
        purge=Purge(engine, settings, blobs),
        doorbell=Doorbell(queue),
        waiting_room=WaitingRoom(lambda: open_feed(settings), seats=settings.waiters),
        readiness=Readiness(is_broker_well=lambda: is_reachable(queue), is_evidence_well=blobs.is_well),
        playbooks=read_playbooks(settings.playbook_dir),
        contract=CONTRACT.read_bytes(),
    )


def parts() -> Parts:
    """The parts of the current application."""
    return cast(Parts, current_app.extensions[EXTENSION])
