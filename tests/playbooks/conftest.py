"""The shipped playbooks, and every committed capture read once for all tests here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from leakbook import Capture, Playbooks, Submission, load_playbooks, read
from leakbook.playbooks_path import default_fixtures, default_folder, read_fixtures, read_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """The captures of one labelled program: its case, and its files by what `tools/capture` calls their kind."""

    folder: Path
    case: dict
    files: tuple[dict, ...]

    @property
    def label(self) -> str:
        return self.case["label"]

    @property
    def accepted(self) -> frozenset[str]:
        return frozenset((self.label, *self.case.get("also", ())))

    def captures(self, names: frozenset[str]) -> tuple[Capture, ...]:
        """The files whose name, without `.gz`, is among those, at the time each was taken."""
        found: list[Capture] = []
        for file in self.files:
            if Path(file["path"].removesuffix(".gz")).name in names:
                taken = file.get("captured_at")
                found.extend(read_once(self.folder / file["path"], taken and datetime.fromisoformat(taken)))
        return tuple(replace(one, order=place) for place, one in enumerate(found))


@cache
def read_once(path: Path, captured_at: datetime | None) -> tuple[Capture, ...]:
    """A file's captures at a time."""
    submission = Submission(name=path.name, content=path.read_bytes(), captured_at=captured_at)
    return read([submission]).captures


def programs() -> Iterator[Program]:
    """Every committed program, ordered by folder."""
    for manifest in sorted(default_fixtures().rglob("manifest.json")):
        described = json.loads(manifest.read_text(encoding="utf-8"))
        yield Program(folder=manifest.parent, case=described["case"], files=tuple(described["files"]))


@pytest.fixture(scope="session")
def playbooks() -> Playbooks:
    """The shipped set."""
    return load_playbooks(read_folder(default_folder()))


@pytest.fixture(scope="session")
def fixtures() -> dict[str, bytes]:
    """Every committed capture by its path below tests/fixtures."""
    return read_fixtures(default_fixtures())
