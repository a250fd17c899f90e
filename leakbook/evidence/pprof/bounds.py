"""Bounds on what a small profile may unfold to: its samples share locations, its locations hold many inlined frames.

A location with 10,000 lines (50 kB) that a sample names 10,000 times (10 kB) is a stack of 100 million frames.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import numpy as np

from ...errors import OverLimit
from ...limits import Limits
from ..columns import IntArray, PlaceArray, offsets_of
from ..locations import Locations
from .tables import FunctionTable, LocationTable, SampleTable

Table = TypeVar("Table", bound=SampleTable | LocationTable | FunctionTable)

_TOGETHER = 2**16

_NUMBERS_PER_FRAME = 3
"""Numbers of a table (ids, lines, labels) that go with each allowed frame, at 8 bytes."""


class TableAllowance:
    """Counts the numbers of a table while its blocks are decoded: a byte on the wire may become 20 in a column."""

    def __init__(self, limits: Limits) -> None:
        """Nothing decoded yet."""
        self._limit = limits.profile_frames
        self._numbers = 0

    def taken(self, table: Table) -> Table:
        """The table, once it is counted. Raises OverLimit."""
        self._numbers += table.numbers
        if self._numbers > _NUMBERS_PER_FRAME * self._limit:
            detail = f"A table of the profile has more than {_NUMBERS_PER_FRAME * self._limit} numbers."
            raise OverLimit(detail, limit="profile_frames")
        return table


def bounded_stacks(
    offsets: IntArray, path: PlaceArray, locations: Locations, limits: Limits
) -> tuple[IntArray, PlaceArray, tuple[str, ...]]:
    """Offsets and locations of stacks of at most `frames_per_stack` frames, the innermost kept, and a note on cuts.

    A last location may reach beyond by its own inlined frames. Raises OverLimit above `profile_frames` in all.
    """
    widths = np.diff(locations.offsets)
    widest, longest = int(widths.max(initial=0)), int(np.diff(offsets).max(initial=0))
    if widest * longest <= limits.frames_per_stack:  # nearly every profile: no stack's frames need be counted
        if widest * len(path) > limits.profile_frames:
            _check_total(sum(int(widths.take(some).sum()) for some in _in_pieces(path)), limits)
        return offsets, path, ()
    frames = widths[path]
    ends = offsets_of(frames)
    depths = ends[offsets[1:]] - ends[offsets[:-1]]
    deep = int(np.count_nonzero(depths > limits.frames_per_stack))
    notes: tuple[str, ...] = ()
    if deep:
        before = ends[:-1] - np.repeat(ends[offsets[:-1]], np.diff(offsets))
        kept = before < limits.frames_per_stack
        offsets, path, frames = offsets_of(kept.astype(np.int64))[offsets], path[kept], frames[kept]
        notes = (f"{deep} stacks are deeper than the limit: their outer frames were cut.",)
    _check_total(int(frames.sum()), limits)
    return offsets, path, notes


def _in_pieces(path: PlaceArray) -> Iterator[PlaceArray]:
    """Pieces whose temporaries stay in the processor's cache: a path may have 20 million places."""
    return (path[first : first + _TOGETHER] for first in range(0, len(path), _TOGETHER))


def _check_total(frames: int, limits: Limits) -> None:
    if frames > limits.profile_frames:
        raise OverLimit(f"The profile's stacks have more than {limits.profile_frames} frames.", limit="profile_frames")
