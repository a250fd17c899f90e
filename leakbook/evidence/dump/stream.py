"""Large goroutine dumps, read while they are unpacked.

122 MB of dump are 6 MB of gzip. Unpacked as a whole they would stay in a worker's memory several times over; taken in
pieces of 256 KiB they need one block and the distinct stacks, and are read faster, since a piece stays in the
processor's cache. Whatever turns out to hold more than a dump is given back and read as a whole.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from ..model import Reading
from ..reader import with_notes
from ..unpacking.inflate import Allowance, inflation_of
from .reader import read_lone_dump

LARGE: Final = 2**20
"""Smaller dumps are read as text, which undoes what pasting did to them."""

HEAD_BYTES: Final = 4096
_FIRST: Final = b"goroutine "
_HEAD: Final = re.compile(rb"goroutine \d{1,12} \[[^\]\n]{1,200}\][^\n]{0,2000}:\n")


def starts_dump(head: bytes) -> bool:
    """Whether text begins with a goroutine's header, as what `?debug=2` serves does."""
    return _HEAD.match(head) is not None


def read_streamed_dump(content: bytes, allowance: Allowance) -> tuple[Reading, ...]:
    """The readings of a large dump in gzip or zstd; nothing when the content is something else or more than a dump.

    Raises Malformed and OverLimit as unpacking does.
    """
    allowance.begin_part(len(content))
    inflation = inflation_of(content, allowance)
    if inflation is None:
        return ()
    begins = inflation.head(len(_FIRST))
    if len(begins) == len(_FIRST) and begins != _FIRST:  # a profile, mostly: not worth a whole piece
        return ()
    pieces = inflation.pieces()
    first = next(pieces, b"")
    if starts_dump(first[:HEAD_BYTES]):
        begun = [first]
        while sum(map(len, begun)) < LARGE and (piece := next(pieces, b"")):
            begun.append(piece)
        if sum(map(len, begun)) >= LARGE:
            readings = read_lone_dump(chain(begun, pieces), allowance.limits)
            if readings is not None:
                return with_notes(readings, inflation.notes)
    allowance.give_back()
    return ()
