"""The shapes a growing figure can have, weighed against each other.

Each shape is linear in its coefficients once its one time constant is fixed, so it is fitted by least squares over a
grid of constants. A shape whose coefficients point the wrong way (a warm-up that falls) takes no part.

What the fits need of the times alone, the shapes' pseudo-inverses, is worked out for all shapes in one call and kept:
two captures are one grid of times, whatever they hold, and 39 calls for least squares took a fifth of their diagnosis.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_WARM_UPS: Final = {0.02: 0.0, 0.05: 0.0, 0.1: 0.0, 0.2: 0.0, 0.33: 0.0, 0.5: 0.15, 0.75: 0.45, 1.0: 0.6, 1.5: 0.75}
"""Time constants, and how far a climb of that shape counts as one that goes on."""

_NOISE_DEGREES: Final = 2.0
"""How many observations the assumed quiet noise counts for: it keeps a few points from fitting perfectly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeWeights:
    """Posterior weights of the shapes, summed by what they mean. The rest is undecided: a climb that slows down."""

    leaking: float
    level: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    columns: tuple[Floats, ...]
    """Beside the constant; coefficients of all must be positive for the shape to hold."""
    prior: float
    leaking: float
    level: float


def shape_weights(times: Floats, values: Floats, *, quiet: float) -> ShapeWeights:
    """Weigh all shapes on points scaled to the unit interval; `quiet` is the noise to expect at least."""
    unit = (times - times[0]) / (times[-1] - times[0])
    scale = max(float(np.ptp(values)), quiet, 1e-12)
    scaled = (values - values[0]) / scale
    floor = (quiet / scale) ** 2
    effective = _effective_count(scaled)
    fits = _fits_over(unit.tobytes())
    residuals, holds = fits.residuals(scaled)
    # BIC: half the effective count times the log of the variance, half a log of the count per coefficient.
    means = (residuals * effective / len(scaled) + _NOISE_DEGREES * floor) / (effective + _NOISE_DEGREES)
    fit = -0.5 * (effective + _NOISE_DEGREES) * np.log(means + 1e-12)
    extra = fits.costs * np.log(max(2.0, effective))
    logs = np.where(holds, fit - extra + fits.log_priors, -np.inf)
    weights = np.exp(logs - logs.max())
    weights /= weights.sum()
    weighed = list(zip(weights.tolist(), fits.shapes, strict=True))
    return ShapeWeights(
        leaking=sum(weight * shape.leaking for weight, shape in weighed),
        level=sum(weight * shape.level for weight, shape in weighed),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fits:
    """All shapes over one grid of times. A shape with fewer coefficients than another has columns of zeros."""

    shapes: tuple[_Shape, ...]
    designs: Floats
    """Shapes x points x coefficients."""
    inverses: Floats
    """Their pseudo-inverses: shapes x coefficients x points."""
    signed: npt.NDArray[np.bool_]
    """Shapes x coefficients: which must be positive."""

    costs: Floats
    """Of their coefficients, in logs of the count."""
    log_priors: Floats

    def residuals(self, values: Floats) -> tuple[Floats, npt.NDArray[np.bool_]]:
        """Per shape the sum of squares left over, and whether its coefficients have the right signs."""
        solutions = self.inverses @ values
        left = values - (self.designs @ solutions[:, :, np.newaxis])[:, :, 0]
        return (left**2).sum(axis=1), ~np.any((solutions <= 0) & self.signed, axis=1)


@lru_cache(maxsize=64)
def _fits_over(times: bytes) -> _Fits:
    """The shapes over these times (float64, from 0 to 1)."""
    unit = np.frombuffer(times, dtype=np.float64)
    shapes = tuple(_shapes(unit))
    widest = 1 + max(len(shape.columns) for shape in shapes)
    designs = np.zeros((len(shapes), len(unit), widest))
    signed = np.zeros((len(shapes), widest), dtype=np.bool_)
    designs[:, :, 0] = 1.0
    for place, shape in enumerate(shapes):
        for column, values in enumerate(shape.columns, 1):
            designs[place, :, column] = values
            signed[place, column] = True
    # As np.linalg.lstsq does, what is below the precision of the numbers counts as nothing.
    inverses = np.linalg.pinv(designs, rcond=np.finfo(np.float64).eps * max(len(unit), widest)).astype(np.float64)
    return _Fits(
        shapes=shapes,
        designs=designs,
        inverses=inverses,
        signed=signed,
        costs=np.array([0.5 * (len(one.columns) + (0 if len(one.columns) <= 1 else 1)) for one in shapes]),
        log_priors=np.log([shape.prior for shape in shapes]),
    )


def _effective_count(values: Floats) -> float:
    """Independent observations among the points, by the lag-one correlation of what a smooth curve leaves over."""
    count = len(values)
    if count < 8:
        return float(count)
    axis = np.linspace(-1, 1, count)
    left = values - np.polynomial.polynomial.polyval(axis, np.polynomial.polynomial.polyfit(axis, values, 3))
    power = float((left**2).sum())
    if power <= 1e-9:
        return float(count)
    correlation = min(0.9, max(0.0, float((left[1:] * left[:-1]).sum()) / power))
    return max(4.0, count * (1 - correlation) / (1 + correlation))


def _shapes(unit: Floats) -> Iterator[_Shape]:
    """All shapes over the unit interval of time, priors summing to about one."""
    yield _Shape(columns=(), prior=0.15, leaking=0.0, level=1.0)
    yield _Shape(columns=(-unit,), prior=0.05, leaking=0.0, level=1.0)
    yield _Shape(columns=(unit,), prior=0.25, leaking=1.0, level=0.0)
    for rate in (1.0, 2.0, 4.0):
        yield _Shape(columns=(np.expm1(rate * unit),), prior=0.03, leaking=1.0, level=0.0)
    for start in (0.15, 0.3, 0.45, 0.6):
        yield _Shape(
            columns=(np.maximum(0.0, unit - start),), prior=0.02, leaking=1.0 if start < 0.6 else 0.6, level=0.0
        )
    for constant in (0.04, 0.08, 0.15):
        yield _Shape(columns=(-np.expm1(-unit / constant), unit), prior=0.02, leaking=1.0, level=0.0)
    # Warm-ups: by the end of the window a constant of a third has covered 95 %, of one 63 %.
    # The longest still climb at the end, at half their mean pace: a leak under falling load looks the same.
    for constant, leaking in _WARM_UPS.items():
        level = 1.0 if constant <= 0.33 else 0.5 if constant <= 0.5 else 0.0
        yield _Shape(columns=(-np.expm1(-unit / constant),), prior=0.027, leaking=leaking, level=level)
    yield from _fills(unit)
    for step in np.arange(0.05, 0.925, 0.025).tolist():
        level = 1.0 if step <= 0.7 else 0.5
        yield _Shape(columns=((unit > step).astype(np.float64),), prior=0.00375, leaking=0.0, level=level)
    # A start that fills most, then a slower climb that ends: a cache whose newcomers meet those it has.
    for constant in (0.04, 0.1):
        for end in (0.4, 0.55, 0.7):
            yield _Shape(
                columns=(-np.expm1(-unit / constant), np.minimum(unit, end)), prior=0.01, leaking=0.0, level=1.0
            )
    # A spike or batch: up, then down.
    for peak in (0.25, 0.5, 0.75):
        yield _Shape(columns=(-np.abs(unit - peak),), prior=0.02, leaking=0.0, level=0.5)


def _fills(unit: Floats) -> Iterator[_Shape]:
    """What fills at one pace and is full: by itself, or beside a leak that goes on.

    The latter only where the larger part of the window shows the leak alone: of a table that fills for half of it, a
    little earlier and a little slope beside it are the noise.
    """
    for end in (0.05, 0.1, 0.15, 0.2, 0.35, 0.5, 0.65, 0.8):
        level = 1.0 if end <= 0.65 else 0.5
        yield _Shape(columns=(np.minimum(unit, end),), prior=0.02, leaking=0.0, level=level)
    for end in (0.15, 0.3):
        yield _Shape(columns=(np.minimum(unit, end), unit), prior=0.01, leaking=1.0, level=0.0)
