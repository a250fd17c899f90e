"""The locations of a profile in columns: frames become objects only where somebody looks at one.

A profile may have 200,000 locations of which an answer names thirty. What is asked of all of them, whose code they are
and which landmark, is asked of their functions; so a location is rows of numbers (function, line, inlined), and the
`Frame` of a row is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from .columns import IntArray, PlaceArray, offsets_of
from .frames import Frame
from .name_memory import remembered
from .names import packages_of


@dataclass(frozen=True, kw_only=True, eq=False)
class Locations:
    """Location i has the frames of rows `offsets[i]:offsets[i + 1]`, innermost first, and at least one.

    Row r is a call of `functions[owners[r]]` in `files[owners[r]]` ('' for none) at `lines[r]` (0 or less for none).
    """

    functions: Sequence[str]
    files: Sequence[str]
    offsets: IntArray
    owners: PlaceArray
    lines: IntArray
    inlined: npt.NDArray[np.bool_]
    addresses: int = 0
    """How many of the functions, the last ones, are named by an address alone: nothing can be told of those."""

    @classmethod
    def of_frames(cls, frames: Sequence[Frame]) -> Locations:
        """A location of each frame."""
        return cls(
            functions=[frame.function for frame in frames],
            files=[frame.file or "" for frame in frames],
            offsets=np.arange(len(frames) + 1),
            owners=np.arange(len(frames), dtype=np.int32),
            lines=np.array([frame.line or 0 for frame in frames], dtype=np.int64),
            inlined=np.array([frame.inlined for frame in frames], dtype=np.bool_),
        )

    @property
    def named(self) -> int:
        """How many functions, the first ones, have a name."""
        return len(self.functions) - self.addresses

    @cached_property
    def packages(self) -> list[str]:
        """The package of each function."""
        return packages_of(self.functions)

    def __len__(self) -> int:
        """Number of locations."""
        return len(self.offsets) - 1

    def __getitem__(self, location: int) -> tuple[Frame, ...]:
        """The frames of a location; equal ones are one object."""
        return self._frames(slice(int(self.offsets[location]), int(self.offsets[location + 1])))

    def __iter__(self) -> Iterator[tuple[Frame, ...]]:
        """The frames of all locations: for small profiles and tests."""
        frames = self._frames(slice(None))
        return (frames[start:end] for start, end in pairwise(self.offsets.tolist()))

    def along(self, path: PlaceArray) -> tuple[Frame, ...]:
        """The frames of these locations, one after the other: a stack's."""
        places = path.astype(np.int64)
        starts = self.offsets[places]
        depths = self.offsets[places + 1] - starts
        before = offsets_of(depths)
        rows = np.arange(before[-1]) + np.repeat(starts - before[:-1], depths)
        if len(rows) <= len(self.owners):
            return self._frames(rows)
        every = self._frames(slice(None))  # a deep recursion: each made once
        return tuple([every[row] for row in rows.tolist()])

    @cached_property
    def functions_met(self) -> tuple[IntArray, IntArray]:
        """The functions that have rows, in the order in which the rows first name them, and their numbers of rows."""
        counts = np.bincount(self.owners, minlength=len(self.functions))
        first = np.full(len(self.functions), len(self.owners), dtype=np.int64)
        first[self.owners[::-1]] = np.arange(len(self.owners) - 1, -1, -1)
        met = np.argsort(first, kind="stable")[: np.count_nonzero(counts)]
        return met, counts[met]

    def cut(self, most: int) -> Locations:
        """The same with the innermost `most` frames of each."""
        depths = np.diff(self.offsets)
        if int(depths.max(initial=0)) <= most:
            return self
        kept = np.arange(len(self.owners)) - np.repeat(self.offsets[:-1], depths) < most
        return Locations(
            functions=self.functions,
            files=self.files,
            offsets=offsets_of(np.minimum(depths, most)),
            owners=self.owners[kept],
            lines=self.lines[kept],
            inlined=self.inlined[kept],
            addresses=self.addresses,
        )

    def _frames(self, rows: slice | IntArray) -> tuple[Frame, ...]:
        owners, lines, inlined = (column[rows].tolist() for column in (self.owners, self.lines, self.inlined))
        calls = map(self.functions.__getitem__, owners)
        return tuple(map(_frame, calls, map(self.files.__getitem__, owners), lines, inlined))


@remembered(2**16)
def _frame(function: str, file: str, line: int, inlined: bool) -> Frame:  # noqa: FBT001 - a cache's key
    """The frame of a row; the profiles of one process, read one after the other, share them."""
    return Frame(function=function, file=file or None, line=line if line > 0 else None, inlined=inlined)
