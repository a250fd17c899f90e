"""Where a printed table leaves the sizes of objects open: `printed_sizes` explains figures of one size only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from .blocks import BoolArray
from .columns import HeapColumns
from .details import PathShares

UNKNOWN: Final = 0.1
"""Part of a site's bytes from which on its sizes count as unknown."""

HIDES: Final = 0.1
"""Part of what is in use beside that of the start which, with sizes unknown, may be the tables of any map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedGaps:
    """What is unknown of a table with some sizes; nothing is of a profile, whose samples all tell theirs."""

    unsized: BoolArray
    """Per site."""
    may_hide_tables: bool
    """Whether some function in use, and not loaded by main, is one of them."""

    def at(self, site: int) -> bool:
        """Whether the sizes of this site's objects are unknown."""
        return bool(self.unsized[site])


def printed_gaps(columns: HeapColumns, shares: PathShares, sites: int, *, is_printed: bool) -> PrintedGaps:
    """The gaps of the newest moment."""
    if not is_printed:
        return PrintedGaps(unsized=np.zeros(sites, dtype=np.bool_), may_hide_tables=False)
    where, held = columns.sites[columns.booked], np.abs(columns.inuse)[columns.booked]
    unknown = columns.sizes.take(columns.size_numbers)[columns.booked] <= 0
    whole = np.bincount(where, weights=held, minlength=sites)
    unsized = np.bincount(where, weights=held * unknown, minlength=sites) > UNKNOWN * whole
    of_start = np.array([shares.part("main", site) > 0.95 for site in range(sites)], dtype=np.bool_)
    beside = np.where(of_start, 0.0, whole)
    return PrintedGaps(unsized=unsized, may_hide_tables=bool(np.any(unsized & (beside > HIDES * beside.sum()))))
