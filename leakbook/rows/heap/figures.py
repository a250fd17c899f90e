"""A site's figures at each moment, and what they say together: growth, certainty, retention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from ..statistics.levels import levels_off, steadiness
from ..statistics.sampling import FloatArray, blur_bytes, chances_of_noise, corrected, error_of, unit_bytes
from .columns import HeapColumns
from .moments import HeapMoment


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


class Growths:
    """The growth of every site. What takes all of them is worked out at once, the rest for a site that is asked for."""

    def __init__(
        self, figures: Sequence[SiteFigures], moments: Sequence[HeapMoment], kept_whole: npt.NDArray[np.bool_]
    ) -> None:
        """`kept_whole` marks sites that hold one exactly known array, not many small objects."""
        self._figures = figures
        self._moments = moments
        self.is_known = _tells_growth(moments)
        """Whether the series can tell; otherwise no site has gained anything."""
        if not self.is_known:
            self.gains = np.zeros(len(figures[-1].inuse))
            return
        if moments[-1].is_difference:
            self.gains, self._allocated = figures[-1].inuse, figures[-1].alloc
            self._minutes = moments[-1].span_minutes
        else:
            self.gains, self._allocated = figures[-1].inuse - figures[0].inuse, _allocated_between(figures)
            self._minutes = moments[-1].minutes
        self._units = np.where(kept_whole, 0.0, np.maximum.reduce([moment.unit for moment in figures]))
        turnover = _turnover(self.gains, self._allocated, figures)
        self._chances = corrected_for_moving(chances_of_noise(self.gains, turnover, self._units), self.gains)
        self._whole = sum(self.gains.tolist())

    def __getitem__(self, site: int) -> SiteGrowth:
        """One site's."""
        if not self.is_known:
            return SiteGrowth()
        gained, unit = float(self.gains[site]), float(self._units[site])
        allocated = None if self._allocated is None else float(self._allocated[site])
        certain = max(0.0, 1 - error_of(float(self._chances[site]))) * self._steadiness(site)
        return SiteGrowth(
            gained=round(gained),
            per_minute=gained / self._minutes if self._minutes else None,
            ratio=_ratio(site, self._figures),
            share=max(0.0, min(1.0, gained / self._whole)) if self._whole > 0 else None,
            certainty=round(certain, 4),
            retention=None if allocated is None else _part(gained, allocated),
            retention_shown=None if allocated is None else _shown(gained, allocated, unit),
            levels_off=_levels(site, self._figures, self._moments, unit) if certain > 0.5 else None,
        )

    def _steadiness(self, site: int) -> float:
        if self._moments[-1].is_difference:
            return 1.0
        return steadiness([float(moment.inuse[site]) for moment in self._figures])


def _tells_growth(moments: Sequence[HeapMoment]) -> bool:
    if moments[-1].profile.index("inuse_space") is None:
        return False  # what was ever allocated grows in any process
    return moments[-1].is_difference or len(moments) > 1


def corrected_for_moving(chances: FloatArray, gains: FloatArray) -> FloatArray:
    """Correct for having compared the sites that gained; the others were never candidates."""
    moving = np.flatnonzero(gains > 0)
    answer = np.ones(len(chances))
    answer[moving] = corrected(chances.take(moving))
    return answer


def _allocated_between(figures: Sequence[SiteFigures]) -> FloatArray | None:
    first, last = figures[0].alloc, figures[-1].alloc
    return None if first is None or last is None else last - first


def _turnover(gains: FloatArray, allocated: FloatArray | None, figures: Sequence[SiteFigures]) -> FloatArray:
    """Bytes allocated plus bytes freed between the ends; where unknown, all that was in use at both."""
    ends: FloatArray = np.abs(figures[0].inuse) + np.abs(figures[-1].inuse)
    if allocated is None:
        return ends
    return np.where(allocated < gains, ends, np.minimum(ends, 2 * allocated - gains))


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
