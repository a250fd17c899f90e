"""Sizes of a process that a program or a person wrote again and again, each with how long it had run, and nothing else.

::

    bench: @65.145s rss: 3760.1 MiB, cpu: 102.4%
    After 2h: RSS 240 MB
    15:04:05 memory usage: 240 MB

A size alone, or a few without times, tell versions, machines or settings apart as often as moments. Four whose times
ascend are moments of one process, unless each stands behind a name of its own.
"""

from __future__ import annotations

import math
from typing import Final

from ...limits import Limits
from . import prints, said
from .names import OF_THE_SYSTEM
from .points import Gathered
from .print_lines import are_of_cases

LEAST: Final = 4
"""Sizes whose times ascend that are a series."""


def recognises(text: str) -> bool:
    """Whether at least four sizes with a unit stand there, each later than the one before, and not each of another."""
    told = said.named(text)
    if told == text:
        return said.RESIDENT_SIGN.stands_in(text) and _is_series(text, OF_THE_SYSTEM)
    return _is_series(told, OF_THE_SYSTEM) or _is_series(told, frozenset({"HeapAlloc"}))


def gather(text: str, limits: Limits) -> Gathered:
    """A moment for each line."""
    return prints.gather(text, limits)


def _is_series(text: str, fields: frozenset[str]) -> bool:
    last, cases = -math.inf, []
    for time, case in prints.lines_with(text, fields):
        if time is None or time <= last:
            return False
        last = time
        cases.append(case)
    return len(cases) >= LEAST and not are_of_cases(cases)
