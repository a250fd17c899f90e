"""Columns of numbers, as profiles are kept in: positions in tables, and where each run of a ragged list begins."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]
PlaceArray = npt.NDArray[np.int32]
"""Positions in a table: the longest columns of a profile, 30 numbers a sample."""


def offsets_of(lengths: Sequence[int] | IntArray) -> IntArray:
    """Lengths -> the positions where each run starts, with the end of the last one: [2, 0, 3] -> [0, 2, 2, 5]."""
    offsets = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=offsets[1:])
    return offsets
