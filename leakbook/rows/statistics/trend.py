"""Does a figure climb, and has the climb ended? Robust statistics on (minutes, value), judged by shape.

A leak gains at a steady or rising rate until the last moment. What looks like one has another shape: a warm-up slows
down (an exponential approach), a cache or a pool fills and stops (a hinge), a reload is one step, batches return to
their floor, a spike drains. So the shapes are fitted side by side and weighed by how well they fit for their number of
parameters (the Bayesian information criterion with a floor under the noise, so that rounding to whole megabytes
cannot look like certainty). Age and length of the series never count, only the shape inside it.

The slope is Theil-Sen's with Sen's confidence bounds, the test for any climb at all is Mann-Kendall's with ties.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

import numpy as np
import numpy.typing as npt

from .shapes import shape_weights
from .troughs import troughs

Floats = npt.NDArray[np.float64]

BINS: Final = 32
"""Points that the shapes are fitted to; longer series are put into as many bins of equal time."""


_STILL_ENOUGH: Final = 5

_BOUNDED: Final = 3
"""Points from which there are bounds of a slope: of three, the least and the greatest of any two."""

_INSTANT: Final = 1e-6
"""Minutes below which moments are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """What a series does. Slopes are per minute, with the 90 % confidence bounds `low` and `high`."""

    per_minute: float
    low: float
    high: float
    climbs: float
    """0..1: how surely it climbs and has not levelled off."""
    levelled: float | None
    """0..1: how surely it is level by now, whether it climbed before or not; None below four points."""
    rises: bool
    """Whether it gains beyond its noise, by a slope whose lower bound is above nothing, whatever its shape: it may be a
    climb that ends, but a figure that stays as it is does not do so."""
    first: float
    last: float
    points: int

    @property
    def growth_ratio(self) -> float | None:
        """End over start; None when it started from nothing."""
        return self.last / self.first if self.first > 0 else None

    def scaled(self, factor: float) -> Trend:
        """The trend of a figure that is `factor` times this one."""
        return replace(
            self,
            per_minute=self.per_minute * factor,
            low=self.low * factor,
            high=self.high * factor,
            first=self.first * factor,
            last=self.last * factor,
        )


def trend_of(
    points: Sequence[tuple[float, float]], *, resolution: float = 0.0, noise: float = 0.0, at_most: float = math.inf
) -> Trend | None:
    """The trend of (minutes, value) points; None below two moments.

    `resolution` is the step the value is rounded to (1 MB in gctrace), `noise` a spread that is no sign of anything
    (the square root of a count). For samples taken between collections pass `floor_of(points)`. `at_most` is a bound
    on the value after the last point, which a later reading sets that is no point itself.
    """
    series = np.array(sorted(points), dtype=np.float64).reshape(-1, 2)
    # Beyond 10^18 no figure of a process can be meant, and squares would overflow.
    series = series[(np.abs(series) < 1e18).all(axis=1)]
    if len(series) < 2 or series[-1, 0] - series[0, 0] < _INSTANT:
        return None
    series = _after_start(series)
    lows = troughs(series)
    times, values = _binned(series if lows is None else lows.rows)
    resolution = resolution if lows is None else max(resolution, lows.blur)
    slope, low, high = theil_sen(times, values)
    first, last = _ends(values)
    quiet = math.sqrt(resolution**2 / 6 + noise**2 + (0.01 * median(np.abs(values).tolist())) ** 2)
    climbs, levelled = _judged(times, values, quiet=quiet, gain=last - first, resolution=resolution)
    gained = max(2 * quiet, STEPS * resolution)
    if levelled is not None and (
        _rises_at_its_end(values, at_most, quiet=quiet)
        or _rises_late(times, values, at_most, quiet=quiet)
        or _rises_on(times, values, at_most, by=gained)
        or (lows is not None and mann_kendall(values) > _ALL_ALONG)
    ):
        levelled = min(levelled, UNDECIDED)
    return Trend(
        per_minute=slope,
        low=low,
        high=high,
        climbs=round(climbs, 3),
        levelled=None if levelled is None else round(levelled, 3),
        rises=_rises(times, values, by=gained),
        first=first,
        last=last,
        points=len(series),
    )


_ALL_ALONG: Final = 0.99
"""How surely the troughs of a sawtooth rise, from which they are not level, though by less than they are blurred by."""


def _ends(values: Floats) -> tuple[float, float]:
    """What the first and the last sixth of the values are about."""
    edge = max(1, len(values) // 6)
    return median(values[:edge].tolist()), median(values[-edge:].tolist())


def _rises(times: Floats, values: Floats, *, by: float) -> bool:
    """Whether the values gain more than `by`, with a slope whose lower bound is above nothing."""
    first, last = _ends(values)
    return len(values) >= _BOUNDED and last - first > by and theil_sen(times, values)[1] > 0


STEPS: Final = 2.5
"""Steps of rounding that are a gain: one is none, three are."""


def _judged(
    times: Floats, values: Floats, *, quiet: float, gain: float, resolution: float
) -> tuple[float, float | None]:
    weights = shape_weights(times, values, quiet=quiet)
    climbs = weights.leaking * kept_share(times, values)
    climbs *= mann_kendall(values) if len(values) >= 4 else 1.0
    material = gain / (STEPS * resolution) if resolution else gain / max(quiet, 1e-12)
    climbs *= min(1.0, max(0.0, material))
    # What has gained less than a step or its noise is level, whatever shape its rounding draws.
    levelled = max(weights.level, 1.0 - max(0.0, material)) if len(values) >= 4 else None
    return min(climbs, most_certain(len(values))), levelled


UNDECIDED: Final = 0.5
"""What a curve that slows down says of being level, where no two readings agree that it is."""

NEW_GAIN: Final = 0.1
"""Part of the whole range that the last reading may lie above all others and still be one of a level stretch."""


def _rises_at_its_end(values: Floats, at_most: float, *, quiet: float) -> bool:
    """Whether the last two readings stand above all before them, the newest well above, and no bound says otherwise.

    `11 16 23 32 41` MB, the last after a pause of a minute, is fitted by a warm-up that ends there as well as by a leak
    that slows down: only a second reading of that height would show that it ended. `12 16 16 18` has two of 16.
    """
    much = max(NEW_GAIN * float(np.ptp(values)), 2 * quiet)
    rose_before = float(values[-2] - np.max(values[:-2])) > quiet
    return rose_before and float(values[-1] - values[-2]) > much and at_most - float(values[-1]) > much


EARLY: Final = 0.25
"""The first part of the time, whose readings say nothing of how it ends."""

LATE: Final = 0.5
"""From here on readings are looked at one by one, and the last one before them."""

FEW_LATE: Final = 6
"""Readings of it that are too few for a fit."""


def _rises_late(times: Floats, values: Floats, at_most: float, *, quiet: float) -> bool:
    """Whether the few readings of the later part of the time each rise, together beyond the noise.

    `3 6 11 20 35 38 39 40` MB, a reading each half minute at the end: beside the tables that were loaded at first, a
    curve through all of them is level at its end. The last ones alone are a heap that gains two megabytes a minute.
    """
    passed = (times - times[0]) / (times[-1] - times[0])
    late = values[(passed >= EARLY) & (np.append(passed[1:], 1.0) > LATE)]
    if not 3 <= len(late) <= FEW_LATE or at_most - float(late[-1]) <= quiet:
        return False
    return bool((np.diff(late) > 0).all()) and float(late[-1] - late[0]) > 2 * quiet


def _rises_on(times: Floats, values: Floats, at_most: float, *, by: float) -> bool:
    """Whether the readings of the later half of the time, more than a few, rise by themselves.

    A table that fills in half a minute beside a leak of a hundredth as much draws the curve of a warm-up: what would
    tell them apart, that it goes on, is less than the fit of the first part leaves over.
    """
    late = times > times[0] + LATE * (times[-1] - times[0])
    is_seen = int(late.sum()) > FEW_LATE and float(values[-1]) <= at_most
    return is_seen and _rises(times[late], values[late], by=by)


def most_certain(points: int) -> float:
    """What so few points can prove at most: any three numbers may rise by chance or by load."""
    return 1 - 0.9 / max(1.0, points - 0.5) if points < 40 else 0.98


def _after_start(series: Floats) -> Floats:
    """Without the first tenth of the time, where enough is left.

    A process loads its tables then, by a jump that dwarfs a slow leak; a leak goes on in the other nine tenths.
    """
    later = series[series[:, 0] >= series[0, 0] + 0.1 * (series[-1, 0] - series[0, 0])]
    later = later if len(later) >= _STILL_ENOUGH and later[-1, 0] > later[0, 0] else series
    return _after_jump(later)


JUMP: Final = 0.7
"""Part of all that is gained, from which an early rise is the loading of tables and no part of a trend."""

JUMP_ENDS: Final = 0.35
"""Part of the time within which such a rise must have ended."""

_AFTER_JUMP: Final = 3
"""Distinct values that must follow: a goal that stands still between two collections tells nothing new."""


def _after_jump(series: Floats) -> Floats:
    """Without a rise at the start that dwarfs all that follows, where some points follow it.

    A process that loads 45 MB and then gains 3 MB has not levelled off: beside the load the leak looks like nothing.
    """
    times, values = series[:, 0], series[:, 1]
    gained = float(values.max() - values[0])
    early = int(np.searchsorted(times, times[0] + JUMP_ENDS * (times[-1] - times[0]), side="right"))
    steep = np.flatnonzero(values[:early] - values[0] >= JUMP * gained) if gained > 0 else np.zeros(0, dtype=np.int64)
    if not len(steep) or len(np.unique(values[steep[0] :])) < _AFTER_JUMP:
        return series
    return series[steep[0] :]


def _binned(series: Floats) -> tuple[Floats, Floats]:
    """Equal stretches of time, each by its median: collections crowd together while a heap is small."""
    if len(series) <= BINS:
        return series[:, 0], series[:, 1]
    start, end = series[0, 0], series[-1, 0]
    bins = np.minimum(((series[:, 0] - start) / (end - start) * BINS).astype(np.int64), BINS - 1)
    edges = np.flatnonzero(np.diff(bins)) + 1
    parts = np.split(series, edges)
    if len(parts) < 6:
        # Nearly all points stand together: equal counts tell more than equal times.
        parts = np.array_split(series, BINS)
    return (
        np.array([median(part[:, 0].tolist()) for part in parts]),
        np.array([median(part[:, 1].tolist()) for part in parts]),
    )


def floor_of(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The lower envelope of samples taken between collections: the least of each few neighbours.

    HeapAlloc climbs from the live heap to the goal and falls back at every collection, so a single sample may lie
    anywhere between; the least of k samples lies near the floor.
    """
    ordered = sorted(points)
    size = max(1, min(12, len(ordered) // 8))
    parts = [ordered[start : start + size] for start in range(0, len(ordered) - size + 1, size)]
    rest = ordered[len(parts) * size :]
    if rest and parts:
        parts[-1] = parts[-1] + rest
    return tuple(min(part, key=lambda point: point[1]) for part in parts)


_LONG_ENOUGH: Final = 8


def settled(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Figures after collections, each the lesser of itself and the next, so that no lone peak is left.

    An array or a map that grows is copied: a collection in between finds the old and the new one (48 MB between 31 and
    34 MB), the next one does not. The last figure has no next; it is left out if it may be such a peak. It is none when
    it is no higher than the one before though a long while passed, in which a climb would have gone on, or a new height
    by far, as it is when an array doubles. A short series is left as it is.
    """
    ordered = sorted(points)
    if len(ordered) < _LONG_ENOUGH:
        return tuple(ordered)
    kept = [(at, min(value, after)) for (at, value), (_, after) in pairwise(ordered)]
    last = ordered[-1][1]
    pauses = [later - at for (at, _), (later, _) in pairwise(ordered)]
    ended = last <= NO_HIGHER * kept[-1][1] and pauses[-1] >= LONG_PAUSES * median(pauses)
    if ended or last > NEW_HEIGHT * max(value for _, value in ordered[:-1]):
        kept.append(ordered[-1])
    return tuple(kept)


NEW_HEIGHT: Final = 1.2
NO_HIGHER: Final = 1.01
LONG_PAUSES: Final = 3


_CHANGES: Final = 4
"""Collections from which a goal's changes tell more than how long it stood between them."""


def changed(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The points at which a figure changes: between two collections a goal stands still, and tells nothing new.

    As a heap grows its collections become rare, so that the goal of a steady leak climbs in ever longer steps.
    """
    ordered = sorted(points)
    kept = [point for before, point in pairwise(ordered) if point[1] != before[1]]
    return (*ordered[:1], *kept) if len(kept) >= _CHANGES else tuple(ordered)


def theil_sen(times: Floats, values: Floats) -> tuple[float, float, float]:
    """Median of the slopes of all pairs, with Sen's 90 % bounds from the variance of Kendall's S."""
    if len(times) == 2:  # two profiles, mostly
        only = float((values[1] - values[0]) / (times[1] - times[0]))
        return only, only, only
    rows, columns = np.triu_indices(len(times), 1)
    apart = times[columns] - times[rows]
    usable = apart > 1e-9 * (times[-1] - times[0])
    slopes = np.sort((values[columns] - values[rows])[usable] / apart[usable])
    count = len(slopes)
    half = 1.645 * math.sqrt(_kendall_variance(values))
    lower = max(0, math.floor((count - half) / 2))
    upper = min(count - 1, math.ceil((count + half) / 2))
    return median(slopes.tolist()), float(slopes[lower]), float(slopes[upper])


def mann_kendall(values: Floats) -> float:
    """0..1: one-sided certainty of a climb, corrected for ties and for what neighbours share (autocorrelation)."""
    rows, columns = np.triu_indices(len(values), 1)
    score = float(np.sign(values[columns] - values[rows]).sum())
    variance = _kendall_variance(values)
    if score <= 0 or variance <= 0:
        return 0.0 if score <= 0 else 0.5
    z = (score - 1) / math.sqrt(variance)
    return 1 - math.erfc(z / math.sqrt(2))


def _kendall_variance(values: Floats) -> float:
    count = len(values)
    _, ties = np.unique(values, return_counts=True)
    tied: float = float((ties * (ties - 1) * (2 * ties + 5)).sum())
    variance: float = (count * (count - 1) * (2 * count + 5) - tied) / 18.0
    return variance


def kept_share(times: Floats, values: Floats) -> float:
    """0..1: of the gain up to three quarters of the time, what was never given back afterwards.

    Batches and spikes return to their floor, so their kept share is near nothing however steep they rise.
    """
    if len(values) < 4:
        return 1.0
    kept = np.minimum.accumulate(values[::-1])[::-1]
    late = int(np.searchsorted(times, times[0] + 0.75 * (times[-1] - times[0]), side="right")) - 1
    late = min(max(late, 1), len(values) - 2)
    slope = theil_sen(times, values)[0]
    expected = max(slope * float(times[late] - times[0]), 0.5 * (float(np.max(values)) - float(values[0])))
    if expected <= 0:
        return 0.0
    share = 1.6 * float(kept[late] - kept[0]) / expected
    return float(min(1.0, max(0.0, share)))


def theil_sen_of(points: Sequence[tuple[float, float]]) -> float | None:
    """Theil-Sen slope of (minutes, value) points, None below two moments."""
    found = trend_of(points)
    return None if found is None else found.per_minute
