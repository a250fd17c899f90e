"""From the text of all files to `Playbooks`, or to every mistake in them at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from marshmallow import Schema

from ..errors import PlaybookError
from ..rows.idle import NO_IDLE_KNOWLEDGE
from . import model
from .build import build_playbook
from .conditions import Frames
from .lint import lint
from .schema import PlaybookShape
from .shape import shape
from .shared_files import CALIBRATION, FRAMES, IDLE, SHARED, read_calibration, read_frames, read_idle
from .yaml_marks import Document, Problem, read_yaml


def load_playbooks(files: Mapping[str, str]) -> model.Playbooks:
    """Load a set of playbooks from the text of its YAML files, by path.

    Names starting with `_` are the shared files: `_idle.yaml`, `_frames.yaml`, `_calibration.yaml`, each optional.
    Raises PlaybookError with every mistake in every file, each as `file:line:column: message`.
    """
    documents = {name: read_yaml(name, files[name]) for name in sorted(files)}
    shared = {PurePosixPath(name).name: document for name, document in documents.items() if _is_shared(name)}
    for name, document in shared.items():
        if name not in SHARED:
            document.complain((), f"no shared file of this name is known; there are {', '.join(SHARED)}")
    frames = read_frames(shared[FRAMES]) if FRAMES in shared else {}
    idle = read_idle(shared[IDLE], frames) if IDLE in shared else NO_IDLE_KNOWLEDGE
    calibration = read_calibration(shared[CALIBRATION]) if CALIBRATION in shared else model.DEFAULT_CALIBRATION
    schema = PlaybookShape()
    playbooks = [
        playbook
        for name, document in documents.items()
        if not _is_shared(name)
        for playbook in _playbook(schema, document, frames, files[name])
    ]
    loaded = model.Playbooks(
        playbooks=tuple(sorted(playbooks, key=lambda playbook: playbook.id)),
        idle=idle,
        calibration=calibration,
        digest=_digest(files),
    )
    by_file = {document.file: document for document in documents.values()}
    lint(loaded, by_file, partial=any(document.problems for document in by_file.values()))
    problems: list[Problem] = sorted(problem for document in documents.values() for problem in document.problems)
    if problems:
        raise PlaybookError(tuple(str(problem) for problem in problems))
    return loaded


def _is_shared(name: str) -> bool:
    return PurePosixPath(name).name.startswith("_")


def _digest(files: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{files[name]}\0".encode())
    return digest.hexdigest()


def _playbook(schema: Schema, document: Document, frames: Frames, content: str) -> Iterator[model.Playbook]:
    """The playbook of one file, none when its shape is wrong."""
    if document.problems:
        return
    shaped = shape(schema, document.value, document, ())
    if shaped is None:
        return
    playbook = build_playbook(document, shaped, frames, content)
    if not document.problems:
        yield playbook
