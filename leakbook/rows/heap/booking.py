"""The sites that a heap profile's samples are booked to, and the marks that count for each, a block at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from ...evidence.columns import IntArray
from ...evidence.frames import Frame
from ...evidence.names import Origin, origin
from .blocks import BitArray, Block, first_of, joined, last_of, with_any
from .function_facts import LIBRARY, NAMED, NEAR, OWN, RESOURCE
from .marks import Marks, SiteIndex

_NO_STACK: Final = -2
"""The number of no name: of a sample without a stack."""

_UNMET: Final = -2


class Booking:
    """Books one profile's samples; a site is numbered when it is first met."""

    def __init__(self, marks: Marks, index: SiteIndex) -> None:
        """None met so far."""
        self._marks = marks
        self._index = index
        self._width = len(marks.resources) + 1
        self._numbers = np.full((len(marks.names) - _NO_STACK) * self._width, _UNMET, dtype=np.int32)
        """By name and resource, the site's number."""

    def of(self, block: Block) -> tuple[IntArray, BitArray]:
        """Per sample its site's number (-1 for an empty stack), and the bits that count."""
        starts, stops, marks = block.starts, block.stops, self._marks
        passed = marks.bits.take(block.locations)
        bits = joined(passed, starts, stops)
        present = int(np.bitwise_or.reduce(bits))
        places = first_of(with_any(passed, OWN), starts, stops)
        ends = np.minimum(places + 1, stops)
        names = marks.own.take(block.locations.take(places, mode="clip"))
        codes = (names - _NO_STACK) * self._width
        through = np.full(len(starts), -1, dtype=np.int64)
        if present & RESOURCE:
            through = last_of(with_any(passed, RESOURCE), starts, ends)
        unowned = np.flatnonzero(places >= stops)
        if len(unowned):
            codes[unowned] = (_unowned_names(block, passed, through, unowned, marks) - _NO_STACK) * self._width
        if present & RESOURCE:
            has = np.flatnonzero(through >= 0)
            codes[has] += marks.resource.take(block.locations.take(through.take(has))) + 1
        if present & NEAR:
            bits = (bits & ~NEAR) | (joined(passed, starts, ends) & NEAR)
        return self._numbered(codes), bits

    def _numbered(self, codes: IntArray) -> IntArray:
        numbers = self._numbers.take(codes)
        unmet = np.flatnonzero(numbers == _UNMET)
        if len(unmet):
            for code in np.unique(codes.take(unmet)).tolist():
                self._numbers[code] = self._number(code)
            numbers = self._numbers.take(codes)
        return numbers.astype(np.int64)

    def _number(self, code: int) -> int:
        name, resource = divmod(code, self._width)
        name += _NO_STACK
        if name == _NO_STACK:
            return -1
        function = self._marks.names[name] if name >= 0 else "runtime"
        return self._index.number((function, self._marks.resources[resource - 1] if resource else ""))


def _unowned_names(block: Block, passed: BitArray, through: IntArray, samples: IntArray, marks: Marks) -> IntArray:
    """The names that samples without a frame of the program's own are booked to.

    Without a library's either the outermost of the resource stands for its parts: a connection's read buffer, write
    buffer and handshake are one thing.
    """
    starts, stops, through = block.starts.take(samples), block.stops.take(samples), through.take(samples)
    library = first_of(with_any(passed, LIBRARY), starts, stops)
    has_library = library < stops
    other = first_of(with_any(passed, NAMED), starts, stops)
    places = np.where(through >= 0, through, np.where(other < stops, other, starts))
    locations = block.locations.take(np.where(has_library, library, places), mode="clip")
    names = np.where(has_library, marks.library.take(locations), marks.other.take(locations))
    return np.where(stops > starts, names, _NO_STACK)


def site_of(frames: Sequence[Frame], main_modules: tuple[str, ...]) -> Frame | None:
    """The frame memory is booked to: the leaf-most of the program, else of a library, else outside the runtime."""
    for wanted in (Origin.APPLICATION, Origin.LIBRARY, Origin.STANDARD):
        for frame in frames:
            if origin(frame, main_modules) is wanted:
                return frame
    return frames[0] if frames else None
