"""The reader protocol: one reader, one module, one line in `READERS`.

A reader never sees a name, only content, and is asked in the order of `READERS`. *Not mine* (`recognises`
is False) sends detection on; *mine but broken* is `leakbook.errors.Malformed` with the place. What can be read
of a cut capture is returned, with a note for each thing that was skipped or repaired.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from ..limits import Limits
from .model import Reading


class TextReader(Protocol):
    """Reads one family of text. One log can hold several kinds, so every text reader that recognises is asked."""

    def recognises(self, text: str) -> bool:
        """Whether the cleaned text holds anything of this reader's kind. Linear in the text, no exception."""

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """Everything of this kind in the text. Raises Malformed when nothing of it can be used."""


class BulkReader(TextReader, Protocol):
    """Reads a large text that its format fills, and leaves only what is not surely its own to the other readers."""

    def fills(self, head: str) -> bool:
        """Whether a text that begins so is mostly of this kind."""

    def read_bulk(self, text: str, limits: Limits) -> tuple[tuple[Reading, ...], str]:
        """What `read` gives, and the lines that another reader may want."""


class BinaryReader(Protocol):
    """Reads one binary format; the first that recognises decides."""

    def recognises(self, head: bytes) -> bool:
        """Whether the first bytes are of this format."""

    def read(self, content: bytes, limits: Limits) -> tuple[Reading, ...]:
        """The content's readings. Raises Malformed, NotGo or OverLimit."""


def with_notes(readings: tuple[Reading, ...], notes: tuple[str, ...]) -> tuple[Reading, ...]:
    """The readings with notes put before their own."""
    return tuple(replace(reading, notes=(*notes, *reading.notes)) for reading in readings) if notes else readings
