"""The evidence that tests name, through the real readers: each file is read once, at whatever times it is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from ..evidence.model import Capture, Submission
from ..evidence.read import read_evidence
from ..playbook.model import Given
from .sketch import render

START = datetime(2026, 1, 1, tzinfo=UTC)
"""What `at: 0m` means."""


class Shelf:
    """Fixture files by path in their folder, read when first asked for."""

    def __init__(self, fixtures: Mapping[str, bytes]) -> None:
        self._fixtures = fixtures
        self._read: dict[str, tuple[Capture, ...]] = {}

    def given(self, all_given: tuple[Given, ...]) -> tuple[Capture, ...]:
        """The captures of a test. Raises EvidenceError, or ValueError for a missing fixture or a bad sketch."""
        found: list[Capture] = []
        for place, given in enumerate(all_given, 1):
            at = None if given.at_minutes is None else START + timedelta(minutes=given.at_minutes)
            found.extend(self._one(given, f"given-{place}", at))
        return _numbered(found)

    def files(self, taken: Mapping[str, datetime | None]) -> tuple[Capture, ...]:
        """The captures of fixture files, each with the time it was taken. Raises as `given` does."""
        return _numbered([capture for name, at in taken.items() for capture in self._file(name, at)])

    def _one(self, given: Given, name: str, at: datetime | None) -> tuple[Capture, ...]:
        if given.file is not None:
            return self._file(given.file, at)
        text = given.text if given.text is not None else render(given.sketch)
        return read_evidence([Submission(name=name, content=text.encode(), captured_at=at)]).captures

    def _file(self, name: str, at: datetime | None) -> tuple[Capture, ...]:
        if name not in self._fixtures:
            raise ValueError(f"there is no fixture {name}")
        if name not in self._read:
            self._read[name] = read_evidence([Submission(name=name, content=self._fixtures[name])]).captures
        found = self._read[name]
        if at is None:
            return found
        # As in `read_evidence`: a stated time wins over a file's own, unless the file holds several captures.
        return tuple(
            replace(one, captured_at=at) if len(found) == 1 or one.captured_at is None else one for one in found
        )


def _numbered(captures: list[Capture]) -> tuple[Capture, ...]:
    return tuple(replace(capture, order=order) for order, capture in enumerate(captures))
