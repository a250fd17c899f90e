"""A report's table that has its moments across and a figure a row, turned so that each moment is a row.

::

    | figure     | start   | +23h                          |
    |------------|---------|-------------------------------|
    | heap inuse | 14.4 MB | 13.3 MB (min 13.0 / max 15.3) |
    | RSS        | 51 MB   | 62 MB                         |

Heads that are no moments tell versions, machines or settings apart: `before` and `after` are those of a change as often
as those of a load, and are not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .times import clock_on_line, time_on_line

_BEGINNINGS: Final = frozenset({"start", "at start", "beginning", "initial", "startup", "at startup", "boot", "t0"})
_ENDS: Final = frozenset({"end", "at end", "now", "final", "latest"})
_AFTER: Final = re.compile(
    r"(?:after |at |@ ?|~|\+|t ?[=+] ?)?"
    r"(?P<span>\d{1,6}(?:\.\d{1,3})? ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?))"
    r"(?: in| later| uptime| on)?$",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"(?:day|week|hour|minute) \d{1,4}$", re.IGNORECASE)
_REMARK: Final = re.compile(r" {0,4}\([^()]{0,120}\)$")
"""What a cell says behind its figure."""
_FEWEST: Final = 2
_MOST: Final = 100


def moments_down(
    head: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[Sequence[str], Sequence[Sequence[str]]] | None:
    """The table with a row for each moment, its first column the time; None where its heads are not all moments.

    Of a start and an end alone the rows are numbered.
    """
    heads = head[1:]
    if not rows or not _FEWEST <= len(heads) <= _MOST or not _are_moments(heads):
        return None
    times = [_time(cell, heads) for cell in heads] if any(map(_is_moment, heads)) else ["1", "2"]
    turned = [
        (time, *(_REMARK.sub("", cells[at]) if at < len(cells) else "" for cells in rows))
        for at, time in enumerate(times, start=1)
    ]
    title = "time" if any(map(_is_moment, times)) else "#"
    return (title, *(cells[0] for cells in rows)), turned


def _are_moments(heads: Sequence[str]) -> bool:
    """Whether each is a moment, but that the first may be called the start and the last the end."""
    told = list(heads)
    if told[0].lower() in _BEGINNINGS:
        told.pop(0)
    if told and told[-1].lower() in _ENDS:
        told.pop()
    return len(set(heads)) == len(heads) and all(map(_is_moment, told))


def _is_moment(cell: str) -> bool:
    return (
        _AFTER.match(cell) is not None
        or _NUMBERED.match(cell) is not None
        or time_on_line(cell) is not None
        or clock_on_line(cell) is not None
    )


def _time(cell: str, heads: Sequence[str]) -> str:
    """The moment in the words of a column of times; a start is none of its own where the others are spans since it."""
    since = [_AFTER.match(other) for other in heads if other.lower() not in _BEGINNINGS]
    if cell.lower() in _BEGINNINGS and all(since):
        return "0 s"
    span = _AFTER.match(cell)
    return span["span"] if span else cell
