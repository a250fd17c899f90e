"""When a row of a listing was printed: the time that a loop wrote before it, or what `date` printed above.

::

    2026-05-01 15:04:05 app 12483 3.1 9.0 2245623 887096 ? Sl Nov13 186:03 ./shop
    Fri May  1 15:04:05 UTC 2026
    app 12483 3.1 9.0 2245623 887096 ? Sl Nov13 186:03 ./shop
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .times import LineTimes, time_on_line

STAMP: Final = (
    r"(?:\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d"
    r"|\d\d:\d\d:\d\d)[^\s\]|]{0,12}(?: [A-Z]{3,5})?(?: \d{4})?\]?[:,|-]?[ \t]{1,8})?"
)
"""The time before a row, if there is one: `2026-05-01 15:04:05 `, `[15:04:05] `, `Fri May  1 15:04:05 UTC 2026: `."""
LONGEST_DATE: Final = 60
"""Characters of a line that has hardly more than a date."""
_ABOVE: Final = 2000
"""Characters above a row in which its date may stand."""


def row_times(text: str, rows: Sequence[re.Match[str]]) -> list[float | None]:
    """Unix seconds of each row, whose group `figure` begins behind its time; None where nothing tells it."""
    lines = [text[text.rfind("\n", 0, row.start()) + 1 : row.start("figure")] for row in rows]
    times = LineTimes()
    own = [times.at(line) for line in lines]
    return own if any(at is not None for at in own) else _dates_above(text, rows)


def _dates_above(text: str, rows: Sequence[re.Match[str]]) -> list[float | None]:
    """Where each row has a date above it, and they go up; a clock without a date may be of another day."""
    dates: list[float] = []
    done = 0
    for row in rows:
        above = text[max(done, row.start() - _ABOVE) : row.start()].splitlines()
        told = (time_on_line(line) for line in reversed(above) if len(line) <= LONGEST_DATE)
        dates.extend(at for at in [next((at for at in told if at is not None), None)] if at is not None)
        done = row.end()
    return [*dates] if len(dates) == len(rows) and dates == sorted(dates) else [None] * len(rows)
