"""Has a growing figure stopped growing? One definition for goroutine groups and heap sites."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def levels_off(figures: Sequence[float], minutes: Sequence[float | None]) -> float | None:
    """With three or more moments: 1 when the last step gained nothing, 0 when it gained as fast as the fastest.

    Steps are rates where all times are known. None when nothing was gained before the last step.
    """
    if len(figures) < 3:
        return None
    spans: list[float] = [1.0] * (len(figures) - 1)
    known = [value for value in minutes if value is not None]
    if len(known) == len(figures) and all(after > before for before, after in pairwise(known)):
        spans = [after - before for before, after in pairwise(known)]
    rates = [(after - before) / span for (before, after), span in zip(pairwise(figures), spans, strict=True)]
    fastest = max(rates[:-1])
    if fastest <= 0:
        return None
    return round(1 - max(0.0, min(1.0, rates[-1] / fastest)), 3)


def steadiness(figures: Sequence[float]) -> float:
    """1 when every step gains, less for each fall in between, 0 when nothing was gained in all."""
    gained = figures[-1] - figures[0]
    if gained <= 0:
        return 0.0
    falls = sum(max(0.0, before - after) for before, after in pairwise(figures))
    return 1 - min(1.0, falls / (gained + falls))
