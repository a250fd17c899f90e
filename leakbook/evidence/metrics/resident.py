"""Resident sizes that a program or a person wrote again and again, each with how long it had run, and nothing else.

::

    bench: @65.145s rss: 3760.1 MiB, cpu: 102.4%
    After 2h: RSS 240 MB

A size alone, or a few without times, tell versions, machines or settings apart as often as moments. Four whose times
ascend are moments of one process, unless each stands behind a name of its own.
"""

from __future__ import annotations

import math
from typing import Final

from ...limits import Limits
from ..signs import Sign
from . import prints
from .points import Gathered
from .print_lines import are_of_cases

_LEAST: Final = 4
_SIGN: Final = Sign(r"(?<![\w.])(?:RSS|rss|Resident size)\b[^\n]{0,4}\d", "RSS", "rss", "Resident size")


def recognises(text: str) -> bool:
    """Whether at least four sizes with a unit stand there, each later than the one before, and not each of another."""
    if not _SIGN.stands_in(text):
        return False
    last, cases = -math.inf, []
    for time, case in prints.resident_lines(text):
        if time is None or time <= last:
            return False
        last = time
        cases.append(case)
    return len(cases) >= _LEAST and not are_of_cases(cases)


def gather(text: str, limits: Limits) -> Gathered:
    """A moment for each line."""
    return prints.gather(text, limits)
