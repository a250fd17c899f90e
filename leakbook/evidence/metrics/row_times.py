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
    r"(?:\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d"
    r"|\d\d:\d\d:\d\d|\d{10}(?=[ .:,|\]]))[^\s\]|]{0,12}(?: [A-Z]{3,5})?(?: \d{4})?\]?[:,|-]?[ \t]{1,8})?"
)
"""The time before a row, if there is one: `2026-05-01 15:04:05 `, `[15:04:05] `, `Fri May  1 15:04:05 UTC 2026: `,
`1795840000 `."""
LONGEST_DATE: Final = 60
"""Characters of a line that has hardly more than a date."""
_ABOVE: Final = 2000
"""Characters above a row in which its date may stand."""


def row_times(text: str, rows: Sequence[re.Match[str]]) -> list[float | None]:
    """Unix seconds of each row, whose group `figure` begins behind its time; None where nothing tells it."""
    lines = [text[text.rfind("\n", 0, row.start()) + 1 : row.start("figure")] for row in rows]
    times = LineTimes()
    own = [times.at(line) for line in lines]
    return own if _has_times(own) else dated(own, _dates_above(text, rows))


def dated(own: Sequence[float | None], above: Sequence[float | None]) -> list[float | None]:
    """The rows' own times; where none has one, the dates above them, if each has one and they go up."""
    dates = [at for at in above if at is not None]
    tell = not _has_times(own) and len(dates) == len(own) and dates == sorted(dates)
    return [*dates] if tell else [*own]


def _has_times(times: Sequence[float | None]) -> bool:
    return any(at is not None for at in times)


def _dates_above(text: str, rows: Sequence[re.Match[str]]) -> list[float | None]:
    """The date in the lines between each row and the one before; a clock without a date may be of another day."""
    dates: list[float | None] = []
    done = 0
    for row in rows:
        above = text[max(done, row.start() - _ABOVE) : row.start()].splitlines()
        told = (time_on_line(line) for line in reversed(above) if len(line) <= LONGEST_DATE)
        dates.append(next((at for at in told if at is not None), None))
        done = row.end()
    return dates
