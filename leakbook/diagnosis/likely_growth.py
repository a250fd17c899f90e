"""Growth that two heap profiles neither prove nor rule out: few sampled objects, at one place or at several.

A profile samples one object in half a megabyte. Three megabytes gained are six objects; spread over the lines of one
library that make parts of one thing (a channel, its buffer, its lock) they are one or two a line, and no line tells.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from ..evidence.names import package_of
from ..rows.heap.site_model import HeapSiteRow
from .quantity_text import bytes_text
from .standing import Side, Standing

SURE_GROWTH: Final = 0.9
LIKELY_GROWTH: Final = 0.7
"""How surely a site's gain is no chance, from which profiles do not clear the memory, though they prove nothing."""
_RATHER: Final = 0.55
"""The same of a site that keeps some of what it makes; of a cache that is replaced all the time little is."""
_SOME_KEPT: Final = 0.1
_LEAST_GAIN: Final = 2**20
_TOGETHER: Final = 2.0
"""Standard errors of a count of sampled objects by which a package's must have grown: one in forty by chance."""
_LEAST_SAMPLED: Final = 4.0
_KEPT: Final = 0.5
"""Part of what a package allocated in between that must still be held: work under way drops most of it."""


def likely_grows(compared: Sequence[HeapSiteRow]) -> Side | None:
    """What has likely grown: beside it neither a level total nor the other sites clear the memory.

    None where a site surely grew, which is told as that, or where nothing did.
    """
    if surely_grow(compared):
        return None
    return _at_one_place(compared) or _in_one_package(compared)


def surely_grow(compared: Sequence[HeapSiteRow]) -> bool:
    """Whether a site has grown by a megabyte or more, and that is no chance."""
    return bool(_grown(compared, SURE_GROWTH))


def _grown(compared: Sequence[HeapSiteRow], certainty: float) -> list[HeapSiteRow]:
    return [row for row in compared if (row.growth_certainty or 0) >= certainty and (row.growth or 0) > _LEAST_GAIN]


def _at_one_place(compared: Sequence[HeapSiteRow]) -> Side | None:
    rather = [row for row in _grown(compared, _RATHER) if (row.retention or 0) >= _SOME_KEPT and row.resource == "none"]
    likely = _grown(compared, LIKELY_GROWTH) or rather
    if not likely:
        return None
    row = max(likely, key=lambda row: row.growth or 0)
    where = f" in {row.site.function}" if row.site else ""
    gained = bytes_text(row.growth or 0)
    says = f"What is allocated{where} holds {gained} more than at first; of so few sampled objects it may be chance."
    return Side(standing=Standing.GROWING, says=says)


class _Gain(NamedTuple):
    """Of the sites of one package, in bytes and in sampled objects."""

    package: str
    gained: float
    kept: float
    """Of the bytes that were allocated in between and are gained, those that are still held."""
    gained_objects: float
    objects: float
    """In both profiles together."""

    @property
    def deviations(self) -> float:
        """By how many standard errors of two Poisson counts the second is the larger."""
        return self.gained_objects / math.sqrt(max(self.objects, 1.0))


def _in_one_package(compared: Sequence[HeapSiteRow]) -> Side | None:
    gains = [
        gain
        for gain in _by_package(compared)
        if gain.gained_objects >= _LEAST_SAMPLED and gain.kept >= _KEPT * gain.gained and gain.deviations >= _TOGETHER
    ]
    if not gains:
        return None
    most = max(gains, key=lambda gain: (gain.gained, gain.package))
    says = (
        f"What {most.package} allocates holds {bytes_text(round(most.gained))} more than at first, a little at each of "
        "several places; of so few sampled objects it may be chance."
    )
    return Side(standing=Standing.GROWING, says=says)


def _by_package(compared: Sequence[HeapSiteRow]) -> list[_Gain]:
    grouped: dict[str, list[HeapSiteRow]] = defaultdict(list)
    for row in compared:
        if row.site is not None and row.growth is not None and row.inuse:
            grouped[package_of(row.site.function)].append(row)
    return [_gain_of(package, rows) for package, rows in grouped.items() if len(rows) > 1]


def _gain_of(package: str, rows: Sequence[HeapSiteRow]) -> _Gain:
    gained = kept = gained_objects = objects = 0.0
    for row in rows:
        growth, sampled = float(row.growth or 0), row.sampled or 0.0
        part = growth / (row.inuse or 1)
        gained += growth
        kept += growth * (row.retention or 0.0)
        gained_objects += sampled * part
        objects += sampled * (2 - part)
    return _Gain(package=package, gained=gained, kept=kept, gained_objects=gained_objects, objects=objects)
