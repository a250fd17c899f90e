"""What sampling does to heap figures, and how sure a difference is.

The runtime samples an allocation of S bytes with probability 1 - exp(-S/R), R being the profile's period, and pprof
scales each sampled object up by the inverse. A figure V made of objects of size S therefore stands for about V / w
sampled objects, w = S / (1 - exp(-S/R)), and as a Poisson count has the variance V * w. Sources: runtime/mprof.go,
runtime/pprof/protomem.go.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

DEFAULT_PERIOD = 512 * 1024


def scale_up(object_bytes: FloatArray, period: int) -> FloatArray:
    """Factor from sampled to all objects of each size; 1 where the size is unknown (0) or everything is sampled."""
    if period <= 1:
        return np.ones_like(object_bytes)
    seen = -np.expm1(-object_bytes / period)
    return np.divide(1.0, seen, out=np.ones_like(object_bytes), where=seen > 0)


def unit_bytes(object_bytes: FloatArray, period: int) -> FloatArray:
    """Bytes that one sampled object of each size stands for; R / 8 where the size is unknown."""
    known = np.where(object_bytes > 0, object_bytes, period / 8)
    return known * scale_up(known, period)


def blur_bytes(object_bytes: FloatArray, period: int) -> FloatArray:
    """Variance of a figure over the figure, for objects of each size: what is larger than the period is hardly missed.

    A count scaled up from the chance p of being sampled has the variance n (1 - p) / p.
    """
    known = np.where(object_bytes > 0, object_bytes, period / 8)
    return unit_bytes(object_bytes, period) - known


def chances_of_noise(gained: FloatArray, turnover: FloatArray, unit: FloatArray) -> FloatArray:
    """Per site the probability that sampling and single objects alone make a gain this large.

    `turnover` is what was allocated plus what was freed, in bytes, `unit` the bytes one sampled object stands for. In a
    steady site each sampled event is as likely an allocation as a release: a fair coin, with correction for counting.
    """
    chances = np.where(gained <= 0, 1.0, 0.0)
    told = np.flatnonzero((gained > 0) & (unit > 0) & (turnover > 0))
    gained, turnover, unit = gained.take(told), turnover.take(told), unit.take(told)
    z = (gained / unit - 1) / np.sqrt(np.maximum(turnover, gained) / unit)
    chances[told] = [0.5 * math.erfc(each) for each in (z / math.sqrt(2)).tolist()]
    return chances


def corrected(chances: FloatArray) -> FloatArray:
    """The chances after correction for having compared that many sites (Benjamini and Hochberg's step-up)."""
    order = np.argsort(-chances)
    ranks = np.arange(len(chances), 0, -1)
    answer = np.empty(len(chances))
    answer[order] = np.minimum(1.0, np.minimum.accumulate(chances[order] * len(chances) / ranks))
    return answer


def error_of(chance: float) -> float:
    """0..1: how likely "this is more than noise" errs, at even odds beforehand, given that noise does it by `chance`.

    A one-in-ten chance is no nine-to-one proof: small gains are had by noise and by leaks alike. The odds are bounded
    by -e p ln p (Sellke, Bayarri and Berger, 2001), so that three sampled objects of three say next to nothing.
    """
    if chance >= 1 / math.e:
        return max(0.5, chance)
    if chance <= 0:
        return 0.0
    against = -math.e * chance * math.log(chance)
    return against / (1 + against)
