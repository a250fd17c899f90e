"""What the views work with, made once per application."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from flask import current_app

from leakbook.playbook.model import Playbooks
from leakbook.queueing.broker import build_celery, is_reachable
from leakbook.queueing.doorbell import Doorbell
from leakbook.storage.announce import open_feed
from leakbook.storage.blob_places import open_blobs
from leakbook.storage.blobs import BlobStore
from leakbook.storage.database import open_engine
from leakbook.storage.jobs import JobStore
from leakbook.storage.playbook_files import read_playbooks
from leakbook.storage.settings import Settings

from .readiness import Readiness
from .waiting import WaitingRoom

EXTENSION = "leakbook"
CONTRACT = Path(__file__).resolve().parent.parent / "openapi.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Settings, store, evidence, doorbell and waiting room of one process."""

    settings: Settings
    jobs: JobStore
    blobs: BlobStore
    doorbell: Doorbell
    waiting_room: WaitingRoom
    readiness: Readiness
    playbooks: Playbooks
    contract: bytes


def build_parts(settings: Settings) -> Parts:
    """Connects to nothing yet. Raises PlaybookError."""
    queue, blobs = build_celery(settings), open_blobs(settings)
    return Parts(
        settings=settings,
        jobs=JobStore(open_engine(settings)),
        blobs=blobs,
        doorbell=Doorbell(queue),
        waiting_room=WaitingRoom(lambda: open_feed(settings), seats=settings.waiters),
        readiness=Readiness(is_broker_well=lambda: is_reachable(queue), is_evidence_well=blobs.is_well),
        playbooks=read_playbooks(settings.playbook_dir),
        contract=CONTRACT.read_bytes(),
    )


def parts() -> Parts:
    """The parts of the current application."""
    return cast(Parts, current_app.extensions[EXTENSION])
