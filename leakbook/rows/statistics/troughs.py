"""The troughs of a sawtooth: a figure that falls back again and again is judged by what is left each time.

Two generations of a table of which the older is dropped every half minute, batches, a buffer that is flushed: between
the falls such a figure rises as a leak does, and of a series that ends on its way up a line through all readings rises
too. A leak beside it raises the troughs themselves.

    13 14 16 17 18 20 21 23 | 17 18 19 20 22 | 17 18 19 21 23 25 | 19 20 22 …   troughs: 17 17 19
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_FALLS: Final = 3
"""Falls from which it is a sawtooth; one or two may be a spike, a restart of a part, or chance."""

_OF_HEIGHT: Final = 0.15
"""A fall is by this part of the height it falls from, or more: work under way moves a floor by a few percent."""

_OF_RISE: Final = 0.5
"""And gives back this part of what was gained since the trough before."""

_OUTGROWN: Final = 1.5
"""Times the largest rise before, from which the last one is none of the sawtooth's: what was dropped is kept by now."""


class Troughs(NamedTuple):
    """The (time, value) rows at which a sawtooth stands lowest after each fall, and how finely they are known.

    A reading comes some time after the fall, when it rises again: `blur` is what it rises by between two readings.
    """

    rows: Floats
    blur: float


def troughs(series: Floats) -> Troughs | None:
    """Those of a series (points x 2, in order of time); None where it is no sawtooth, or is one no longer."""
    found: list[int] = []
    largest_rise = 0.0
    low, top = float(series[0, 1]), float(series[0, 1])
    for place, value in enumerate(series[:, 1].tolist()):
        if found and found[-1] == place - 1 and value <= series[place - 1, 1]:
            found[-1] = place  # it goes on falling
            low = top = value
        elif top - value >= max(_OF_HEIGHT * top, _OF_RISE * (top - low)):
            found.append(place)
            largest_rise = max(largest_rise, top - low)
            low = top = value
        else:
            top = max(top, value)
    if len(found) < _FALLS or top - low > _OUTGROWN * largest_rise:
        return None
    steps = np.diff(series[:, 1])
    return Troughs(rows=series[found], blur=float(np.median(steps[steps > 0])) if (steps > 0).any() else 0.0)
