"""Where a text is cut into spans that are redacted one after the other.

The cuts follow from the text alone, not from the pieces it arrives in. Nearly all are line ends that no tab goes on
with, so that a panic's message and a frame's two lines stay together; what may go on behind such a cut all the same (a
PEM block, an endless message) is carried on as state. In an endless line any blank or comma is a place to cut, if
cutting there changes nothing for the rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

SPAN_BYTES: Final = 2**18
LONGEST_SPAN: Final = 2**20

_STEP: Final = 2**13
_STEPS: Final = 8
_BEFORE: Final = 2**14
_AFTER: Final = 2**13

_LINE_END = re.compile(rb"\n(?=[^\t])")
_BORDER = re.compile(rb"[ ,;&][^ ,;&]*+\Z")

Seamless = Callable[[bytes, bytes], bool]
"""Whether two texts that follow each other are redacted alike apart and together."""


class Span(NamedTuple):
    """`torn` is said of one that ends within a line; `cleanly`, that no rule minds."""

    text: bytes
    torn: bool = False
    cleanly: bool = True


def spans(pieces: Iterable[bytes], seamless: Seamless, *, size: int = SPAN_BYTES) -> Iterator[Span]:
    """The text of the pieces. Memory: `LONGEST_SPAN` and a piece."""
    held = bytearray()
    looked = size - 1
    for piece in pieces:
        held += piece
        while len(held) > size:
            found = _LINE_END.search(held, looked)
            if found and found.end() <= LONGEST_SPAN:
                span = Span(bytes(held[: found.end()]))
            elif len(held) >= LONGEST_SPAN + _AFTER:
                span = _long_span(bytes(held), seamless)
            else:
                looked = len(held) - 1
                break
            del held[: len(span.text)]
            looked = size - 1
            yield span
    while len(held) > LONGEST_SPAN:
        span = _long_span(bytes(held), seamless)
        del held[: len(span.text)]
        yield span
    if held:
        yield Span(bytes(held))


def _long_span(held: bytes, seamless: Seamless) -> Span:
    """Up to the last line end if there is one, though a tab follows, else a part of the line."""
    end = held.rfind(b"\n", 0, LONGEST_SPAN)
    if end >= 0:
        return Span(held[: end + 1])
    for step in range(_STEPS):
        top = LONGEST_SPAN - step * _STEP
        border = _BORDER.search(held, top - _STEP, top)
        if border is None:
            continue
        at = border.start() + 1
        if seamless(held[at - _BEFORE : at], held[at : at + _AFTER]):
            return Span(held[:at], torn=True)
    return Span(held[:LONGEST_SPAN], torn=True, cleanly=False)
