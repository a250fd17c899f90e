"""A site's figures at each moment, and what they say together: growth, certainty, retention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from .heap_columns import HeapColumns
from .heap_moments import HeapMoment
from .levels import levels_off, steadiness
from .sampling import FloatArray, blur_bytes, chance_of_noise, corrected, error_of, unit_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFigures:
    """All sites at one moment, one entry a site.

    `unit` is the bytes one sampled object stands for, on average; `blur` the variance of `inuse` over `inuse`.
    """

    inuse: FloatArray
    objects: FloatArray | None
    alloc: FloatArray | None
    unit: FloatArray
    blur: FloatArray


def site_figures(columns: HeapColumns, sites: int) -> SiteFigures:
    """Sums per site."""
    where = columns.sites[columns.booked]

    def total(values: FloatArray | None) -> FloatArray | None:
        if values is None:
            return None
        return np.bincount(where, weights=values[columns.booked], minlength=sites).astype(np.float64)

    unit_of_size = unit_bytes(columns.sizes, columns.period)
    blur_of_size = blur_bytes(columns.sizes, columns.period)
    in_use = np.abs(columns.inuse)
    weights = in_use if columns.alloc is None else np.maximum(in_use, columns.alloc)
    heavy = total(weights)
    units = total(weights * unit_of_size.take(columns.size_numbers))
    inuse, held = total(columns.inuse), total(in_use)
    blur = total(in_use * blur_of_size.take(columns.size_numbers))
    assert held is not None and blur is not None  # noqa: S101, PT018 - totals of arrays
    assert heavy is not None and units is not None and inuse is not None  # noqa: S101, PT018 - totals of arrays
    return SiteFigures(
        inuse=inuse,
        objects=total(columns.inuse_objects),
        alloc=total(columns.alloc),
        unit=np.divide(units, heavy, out=np.zeros_like(units), where=heavy > 0),
        blur=np.divide(blur, held, out=np.zeros_like(blur), where=held > 0),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteGrowth:
    """One site through the series; None where the series cannot tell."""

    gained: int | None = None
    per_minute: float | None = None
    ratio: float | None = None
    share: float | None = None
    certainty: float | None = None
    retention: float | None = None
    retention_shown: float | None = None
    levels_off: float | None = None


def growths(
    figures: Sequence[SiteFigures], moments: Sequence[HeapMoment], kept_whole: Sequence[bool]
) -> list[SiteGrowth]:
    """The growth of every site. `kept_whole` marks sites that hold one exactly known array, not many small objects."""
    sites = len(figures[-1].inuse)
    if moments[-1].profile.index("inuse_space") is None:
        return [SiteGrowth() for _ in range(sites)]  # what was ever allocated grows in any process
    if moments[-1].is_difference:
        gains = figures[-1].inuse.tolist()
        allocated = figures[-1].alloc.tolist() if figures[-1].alloc is not None else None
        steady = [1.0] * sites
        minutes = moments[-1].span_minutes
    elif len(figures) > 1:
        gains = (figures[-1].inuse - figures[0].inuse).tolist()
        allocated = _allocated_between(figures[0], figures[-1])
        steady = [steadiness([float(moment.inuse[site]) for moment in figures]) for site in range(sites)]
        minutes = moments[-1].minutes
    else:
        return [SiteGrowth() for _ in range(sites)]
    chances = [
        chance_of_noise(gains[site], _turnover(site, gains, allocated, figures), _unit(site, figures, kept_whole))
        for site in range(sites)
    ]
    certain = [
        max(0.0, 1 - error_of(chance)) * part
        for chance, part in zip(corrected_for_moving(chances, gains), steady, strict=True)
    ]
    whole = sum(gains)
    return [
        SiteGrowth(
            gained=round(gains[site]),
            per_minute=gains[site] / minutes if minutes else None,
            ratio=_ratio(site, figures),
            share=max(0.0, min(1.0, gains[site] / whole)) if whole > 0 else None,
            certainty=round(certain[site], 4),
            retention=_part(gains[site], allocated[site]) if allocated else None,
            retention_shown=_shown(gains[site], allocated[site], _unit(site, figures, kept_whole))
            if allocated
            else None,
            levels_off=_levels(site, figures, moments, _unit(site, figures, kept_whole))
            if certain[site] > 0.5
            else None,
        )
        for site in range(sites)
    ]


def corrected_for_moving(chances: Sequence[float], gains: Sequence[float]) -> list[float]:
    """Correct for having compared the sites that gained; the others were never candidates."""
    moving = [site for site, gain in enumerate(gains) if gain > 0]
    answer = [1.0] * len(chances)
    for site, chance in zip(moving, corrected([chances[site] for site in moving]), strict=True):
        answer[site] = chance
    return answer


def _allocated_between(first: SiteFigures, last: SiteFigures) -> list[float] | None:
    if first.alloc is None or last.alloc is None:
        return None
    between: list[float] = (last.alloc - first.alloc).tolist()
    return between


def _turnover(
    site: int, gains: Sequence[float], allocated: Sequence[float] | None, figures: Sequence[SiteFigures]
) -> float:
    """Bytes allocated plus bytes freed between the ends; where unknown, all that was in use at both."""
    ends = float(abs(figures[0].inuse[site]) + abs(figures[-1].inuse[site]))
    if allocated is None or allocated[site] < gains[site]:
        return ends
    return min(ends, 2 * allocated[site] - gains[site])


def _unit(site: int, figures: Sequence[SiteFigures], kept_whole: Sequence[bool]) -> float:
    return 0.0 if kept_whole[site] else float(max(moment.unit[site] for moment in figures))


def _ratio(site: int, figures: Sequence[SiteFigures]) -> float | None:
    first = float(figures[0].inuse[site])
    return float(figures[-1].inuse[site]) / first if len(figures) > 1 and first > 0 else None


def _part(inuse: float, allocated: float) -> float | None:
    return round(max(0.0, min(1.0, inuse / allocated)), 4) if allocated > 0 else None


UNSEEN: Final = 1.0
"""Sampled objects, freed again, that are allowed for: of one that is still there nothing follows."""


def _shown(gained: float, allocated: float, unit: float) -> float | None:
    return _part(gained, allocated + UNSEEN * unit) if allocated > 0 else None


SHAPE_FROM: Final = 12.0
"""Sampled objects that show the shape of a growth in full; of fewer, a step without a gain is likely chance."""


def _levels(site: int, figures: Sequence[SiteFigures], moments: Sequence[HeapMoment], unit: float) -> float | None:
    inuse = [float(moment.inuse[site]) for moment in figures]
    shape = levels_off(inuse, [moment.minutes for moment in moments])
    if shape is None or unit <= 0:
        return shape
    return round(shape * min(1.0, max(inuse) / unit / SHAPE_FROM), 3)


def survival(figures: SiteFigures, site: int) -> float | None:
    """Of all bytes ever allocated at the site, the part still in use."""
    if figures.alloc is None:
        return None
    return _part(float(figures.inuse[site]), float(figures.alloc[site]))
