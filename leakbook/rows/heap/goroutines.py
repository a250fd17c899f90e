"""What a heap profile tells of goroutines: how many descriptors the runtime has made, and what is gained beside each.

The runtime keeps the descriptor of a goroutine that has ended for the next one (runtime/proc.go, `gfput`), so between
two profiles it makes new ones only as far as more goroutines live at once than ever before: a pile-up, or a burst. What
a burst held is gone when it is over; what is gained in step with the descriptors is held by goroutines that stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ...evidence.names import stable_name
from ..goroutines.group_model import GoroutineGroupRow
from .goroutine_held import functions_of, piles_up
from .site_model import HeapSiteRow

GOROUTINE: Final = "goroutine"
"""`HeapSiteRow.resource` of the descriptors."""

SURE: Final = 0.8
"""`growth_certainty` from which as many have surely been gained."""

MOST_OF_THEM: Final = 0.5
"""Part of the goroutines gained from which those that dumps show are what the descriptors were made for."""


def with_goroutines(rows: Sequence[HeapSiteRow], groups: Sequence[GoroutineGroupRow] = ()) -> tuple[HeapSiteRow, ...]:
    """The rows with `per_goroutine`, where more goroutines than before surely lived at once.

    Where dumps show the stacks that these stand in, a site that shares no function with them or with who started them
    only keeps their pace: both are done once a request, or a turn of one loop.
    """
    made = sum(_gained(row) for row in rows if row.resource == GOROUTINE)
    if made <= 0:
        return tuple(rows)
    piles = [row for row in groups if piles_up(row)]
    seen = frozenset[str]().union(*map(functions_of, piles))
    is_told = sum(row.growth or 0 for row in piles) >= MOST_OF_THEM * made
    return tuple(
        replace(row, per_goroutine=round(gained / made, 3))
        if row.resource != GOROUTINE
        and not row.is_runtime_cost
        and (gained := _gained(row)) > 0
        and not (is_told and seen.isdisjoint(map(stable_name, row.stack or ())))
        else row
        for row in rows
    )


def _gained(row: HeapSiteRow) -> float:
    """Objects surely gained, of the size that most of the bytes are in; 0 where not sure, or not known."""
    if not row.growth or not row.inuse or not row.entries or (row.growth_certainty or 0.0) < SURE:
        return 0.0
    return max(0.0, row.entries * row.growth / row.inuse)
