"""Sizes of objects, read off the figures that pprof printed.

A heap profile scales each sampled object of S bytes up to w(S) = S / (1 - exp(-S/R)) bytes, R being 512 KiB
(`sampling`), and a table shows sums of these to a hundredth of a kilobyte while its smallest row is below a megabyte::

    31722.54kB  wire.(*Decoder).Chunk      61 objects of 16 KiB were sampled: 61 * w(16384) = 31722.54 kB
    28304kB     audit.Record               one array of 28 MB
     3072.05kB  fmt.Sprintf                six strings of 16 bytes

Sizes come in classes (internal/runtime/gc/sizeclasses.go), so that a figure which is a whole multiple of one class's w
is hardly ever so by chance: in about one of a hundred. Sums of unlike sizes are multiples of none and stay unexplained.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ...evidence.model import TopRow
from ..statistics.sampling import DEFAULT_PERIOD
from .containers import PAGE, SIZE_CLASSES, SMALL_CLASSES

SLACK: Final = 6.0
"""Bytes that a figure may be off: half a hundredth of a kilobyte, and what is cut off each record."""

COARSE: Final = 2**20 / 100
"""Bytes that a hundredth of a megabyte has: a table whose figures are all multiples was printed in megabytes."""

MOST_RUNS: Final = 64
"""Large objects of one size up to which a figure is tried; each more is as good as a chance hit."""

MOST_MIXED: Final = 32
"""Sampled small objects whose mean size a figure tells; of more, the excess may as well be larger objects."""

SMALL: Final = 512
"""Bytes up to which the mean of unlike sizes is told."""

_TINY: Final = (8, 16, 24, 32, 48, 64, 80, 96, 112, 128)
_LARGEST_CLASS: Final = SIZE_CLASSES[-1]


def prints_sizes(rows: Sequence[TopRow]) -> bool:
    """Whether the figures are fine enough: some are no multiple of a hundredth of a megabyte."""
    return any(abs(row.flat - COARSE * round(row.flat / COARSE)) > 2 for row in rows)


def object_size(figure: int) -> int | None:
    """Bytes of each object that a figure is made of; None where no one size explains it, nor a mean of small ones."""
    if figure < DEFAULT_PERIOD - SLACK:
        return None
    for size, unit in _units():
        if abs(round(figure / unit) * unit - figure) <= SLACK:
            return size
    return _large(figure) or _mean_of_small(figure)


@lru_cache(maxsize=1)
def _units() -> tuple[tuple[int, float], ...]:
    return tuple((size, _unit(size)) for size in (*_TINY, *SMALL_CLASSES, *SIZE_CLASSES))


def _unit(size: float) -> float:
    return size / -math.expm1(-size / DEFAULT_PERIOD)


def _large(figure: int) -> int | None:
    """The size of a few objects beyond the classes, which take whole pages: the fewest that make the figure."""
    for count in range(1, MOST_RUNS + 1):
        each = figure / count
        if each < _unit(_LARGEST_CLASS):
            return None
        whole = PAGE * round(_size_of_unit(each) / PAGE)
        if whole > _LARGEST_CLASS and abs(count * _unit(whole) - figure) <= SLACK:
            return whole
    return None


def _size_of_unit(unit: float) -> float:
    """The size whose objects stand for so many bytes each: `_unit` grows with it, so halving finds it."""
    low, high = 0.0, unit
    while high - low > max(1.0, 1e-12 * high):  # beyond 2**53 two neighbours lie further apart than 1
        middle = (low + high) / 2
        low, high = (middle, high) if _unit(middle) < unit else (low, middle)
    return (low + high) / 2


def _mean_of_small(figure: int) -> int | None:
    """A small object stands for the period and half its size: what is beyond whole periods is half of all sizes."""
    count = max(1, figure // DEFAULT_PERIOD)
    mean = 2 * (figure - count * DEFAULT_PERIOD) / count
    return max(8, round(mean)) if count <= MOST_MIXED and mean <= SMALL else None
