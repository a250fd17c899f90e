"""Does a site gain at the pace of the program's work? The garbage the rest of the program makes is the clock.

Two profiles have one step between them, whose shape tells nothing. But each also counts what was ever allocated, and
so what was freed again: work done since the start, up to the very collection that the figures in use are of (a profile
lags by one or two, golang/go runtime/mprof.go). What leaks is gained in step with that work, before the first profile
and after it. What fills up (a cache that reaches its bound, keys of which there are only so many, clients that have all
come) gained most of it while little work was done, and hardly any while much was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from ..statistics.sampling import FloatArray
from .figures import SiteFigures

LEAST_SAMPLES: Final = 4.0
"""Sampled objects in the first profile, of the site as of the garbage beside it, below which there is no pace."""

_OF_CAPTURES: Final = ("runtime/pprof.", "net/http/pprof.", "compress/flate.")
"""What makes the profiles makes garbage as well, and is no work of the program's."""

ARRAY_STEP: Final = 0.25
"""An array that is grown by append stands still until it is full, and is then a quarter larger, or more."""


class Paces:
    """The pace of each site between the first and the last moment; None where it cannot be told."""

    def __init__(
        self, figures: Sequence[SiteFigures], functions: Sequence[str], kept_whole: npt.NDArray[np.bool_]
    ) -> None:
        """`figures` of one entry a moment, `functions` of one a site; `kept_whole` marks arrays that append grows."""
        self._first, self._last, self._whole = figures[0], figures[-1], kept_whole
        self._before, self._since = (_garbage(moment, functions) for moment in (figures[0], figures[-1]))
        if self._before is not None and self._since is not None:
            self._since = np.maximum(self._since - self._before, 0.0)
        self._is_one = len(figures) < 2

    def __getitem__(self, site: int) -> float | None:
        """Gained since the first moment, a byte of garbage, over the same before it; as high as sampling allows."""
        if self._is_one or self._before is None or self._since is None:
            return None
        held, unit = float(self._first.inuse[site]), float(self._first.unit[site])
        if held < LEAST_SAMPLES * unit or held <= 0:
            return None
        advance = self._advance(site)
        if advance is None:
            return None
        gained = max(0.0, float(self._last.inuse[site]) - held)
        unseen = ARRAY_STEP * float(self._last.inuse[site]) if self._whole[site] else unit
        return round((gained + unseen) / (held - float(np.sqrt(held * unit))) / advance, 3)

    def _advance(self, site: int) -> float | None:
        """By how much the clock went on, in parts of what it showed at first.

        The lesser of what all sites show and what they show without the one that made most: a job that ran in between
        makes garbage too, and says nothing of the pace of the rest.
        """
        before, since = self._before, self._since
        assert before is not None and since is not None  # noqa: S101, PT018 - asked for before
        others = np.ones(len(before), dtype=np.bool_)
        others[site] = False
        all_but_most = others.copy()
        all_but_most[np.argmax(np.where(others, since, -1.0))] = False
        found = []
        for kept in (others, all_but_most):
            shown = float(before[kept].sum())
            sampled = float((before[kept] / np.maximum(self._first.unit[kept], 1.0)).sum())
            if shown > 0 and sampled >= LEAST_SAMPLES:
                found.append(float(since[kept].sum()) / shown)
        return min(found, default=0.0) or None


def _garbage(moment: SiteFigures, functions: Sequence[str]) -> FloatArray | None:
    """Bytes freed at each site since the start, those of taking captures left out."""
    if moment.alloc is None:
        return None
    is_work = np.array([not function.startswith(_OF_CAPTURES) for function in functions], dtype=np.bool_)
    return np.where(is_work, np.maximum(moment.alloc - moment.inuse, 0.0), 0.0)
