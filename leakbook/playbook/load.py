"""From the text of all files to `Playbooks`, or to every mistake in them at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from marshmallow import Schema

from ..errors import PlaybookError
from ..rows.idle import NO_IDLE_KNOWLEDGE
from . import model
from .build import Sources, build_playbook
from .conditions import Frames
from .lint import lint
from .schema import PlaybookShape
from .shape import shape
from .shared_files import (
    CALIBRATION,
    EVIDENCE,
    FRAMES,
    IDLE,
    SHARED,
    SIGNALS,
    read_calibration,
    read_evidence,
    read_frames,
    read_idle,
    read_signals,
)
from .shared_signals import SharedSignals, with_shared_signals
from .yaml_marks import Document, Problem, read_yaml


def load_playbooks(files: Mapping[str, str]) -> model.Playbooks:
    """Load a set of playbooks from the text of its YAML files, by path.

    Names starting with `_` are the shared files (`shared_files` shows each); a set may do without.
    Raises PlaybookError with every mistake in every file, each as `file:line:column: message`.
    """
    documents = {name: read_yaml(name, files[name]) for name in sorted(files)}
    shared = {PurePosixPath(name).name: document for name, document in documents.items() if _is_shared(name)}
    for name, document in shared.items():
        if name not in SHARED:
            document.complain((), f"no shared file of this name is known; there are {', '.join(SHARED)}")
    frames = read_frames(shared[FRAMES]) if FRAMES in shared else {}
    signals = read_signals(shared[SIGNALS]) if SIGNALS in shared else {}
    evidence = read_evidence(shared[EVIDENCE]) if EVIDENCE in shared else ()
    idle = read_idle(shared[IDLE], frames) if IDLE in shared else NO_IDLE_KNOWLEDGE
    calibration = read_calibration(shared[CALIBRATION]) if CALIBRATION in shared else model.DEFAULT_CALIBRATION
    common = _Common(
        schema=PlaybookShape(), frames=frames, signals=signals, sources={source.id: source for source in evidence}
    )
    playbooks = [
        playbook
        for name, document in documents.items()
        if not _is_shared(name)
        for playbook in _playbook(document, files[name], common)
    ]
    loaded = model.Playbooks(
        playbooks=tuple(sorted(playbooks, key=lambda playbook: playbook.id)),
        idle=idle,
        calibration=calibration,
        evidence=evidence,
        incomplete=(),
        digest=_digest(files),
    )
    by_file = {document.file: document for document in documents.values()}
    lint(loaded, by_file, partial=any(document.problems for document in by_file.values()))
    problems: list[Problem] = sorted(problem for document in documents.values() for problem in document.problems)
    if problems:
        raise PlaybookError(tuple(str(problem) for problem in problems))
    missing = sorted(problem for document in documents.values() for problem in document.missing)
    return replace(loaded, incomplete=tuple(str(problem) for problem in missing))


def _is_shared(name: str) -> bool:
    return PurePosixPath(name).name.startswith("_")


def _digest(files: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{files[name]}\0".encode())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What every playbook of a set is read with."""

    schema: Schema
    frames: Frames
    signals: SharedSignals
    sources: Sources


def _playbook(document: Document, content: str, common: _Common) -> Iterator[model.Playbook]:
    """The playbook of one file, none when there are mistakes in it."""
    if document.problems:
        return
    shaped = shape(common.schema, with_shared_signals(document, common.signals), document, ())
    if shaped is None or document.problems:
        return
    playbook = build_playbook(document, shaped, frames=common.frames, sources=common.sources, content=content)
    if not document.problems:
        yield playbook
