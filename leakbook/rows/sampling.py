"""What sampling does to heap figures, and how sure a difference is.

The runtime samples an allocation of S bytes with probability 1 - exp(-S/R), R being the profile's period, and pprof
scales each sampled object up by the inverse. A figure V made of objects of size S therefore stands for about V / w
sampled objects, w = S / (1 - exp(-S/R)), and as a Poisson count has the variance V * w (less the certain part for objects
much larger than R). Sources: runtime/mprof.go, runtime/pprof/protomem.go.
"""

from __future__ import annotations

import math

DEFAULT_PERIOD = 512 * 1024


def weight(object_bytes: float, period: int) -> float:
    """Bytes that one sampled object of this size stands for."""
    if object_bytes <= 0 or period <= 1:
        return max(object_bytes, 1.0)
    seen = -math.expm1(-object_bytes / period)
    return object_bytes / seen


def variance(value_bytes: float, object_bytes: float, period: int) -> float:
    """Variance of a scaled figure of `value_bytes` made of objects of `object_bytes`."""
    if value_bytes <= 0 or object_bytes <= 0 or period <= 1:
        return 0.0
    missed = math.exp(-object_bytes / period)
    return value_bytes * weight(object_bytes, period) * missed


def beyond_noise(difference: float, variance_of_difference: float, *, comparisons: int) -> float:
    """Certainty 0..1 that a positive difference is real, corrected for the number of sites compared (Bonferroni)."""
    if difference <= 0:
        return 0.0
    if variance_of_difference <= 0:
        return 1.0
    z = difference / math.sqrt(variance_of_difference)
    tail = 0.5 * math.erfc(z / math.sqrt(2))
    return max(0.0, 1 - tail * max(1, comparisons))
