"""The reader protocol: one reader, one module, one line in `READERS`.

A reader never sees a name, only content, and is asked in the order of `READERS`. *Not mine* (`recognises`
is False) sends detection on; *mine but broken* is `leakbook.errors.Malformed` with the place. What can be read
of a cut capture is returned, with a note for each thing that was skipped or repaired.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, Protocol

from ..limits import Limits
from .model import Reading


class TextReader(Protocol):
    """Reads one family of text. One log can hold several kinds, so every text reader that recognises is asked."""

    def recognises(self, text: str) -> bool:
        """Whether the cleaned text holds anything of this reader's kind. Linear in the text, no exception."""

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """Everything of this kind in the text. Raises Malformed when nothing of it can be used."""


class Bulk(NamedTuple):
    """What a bulk reader makes of a large text."""

    readings: tuple[Reading, ...]
    """What `read` gives."""
    rest: str
    """The lines that another reader may want."""
    lines: str = ""
    """Each of the other lines once, where they may say more than their format does."""

    @property
    def uncertain(self) -> str:
        """All in which there may be something to undo: where there is nothing, the text was as Go printed it."""
        return f"{self.rest}\n{self.lines}"


class BulkReader(TextReader, Protocol):
    """Reads a large text that its format fills, and leaves only what is not surely its own to the other readers.

    It sees the text before it is cleaned: going through 57 MB for eighteen things that a paste may have done takes half
    as long as reading them, and what was done to a line keeps it from being taken as a whole one.
    """

    def fills(self, head: str) -> bool:
        """Whether a text that begins so is mostly of this kind."""

    def read_bulk(self, text: str, limits: Limits) -> Bulk:
        """What `read` gives, and what is left."""


class BinaryReader(Protocol):
    """Reads one binary format; the first that recognises decides."""

    def recognises(self, head: bytes) -> bool:
        """Whether the first bytes are of this format."""

    def read(self, content: bytes, limits: Limits) -> tuple[Reading, ...]:
        """The content's readings. Raises Malformed, NotGo or OverLimit."""


def with_notes(readings: tuple[Reading, ...], notes: tuple[str, ...]) -> tuple[Reading, ...]:
    """The readings with notes put before their own."""
    return tuple(replace(reading, notes=(*notes, *reading.notes)) for reading in readings) if notes else readings
