"""A report's table that has its moments across and a figure a row, turned so that each moment is a row.

::

    | figure     | start   | +23h                          |
    |------------|---------|-------------------------------|
    | heap inuse | 14.4 MB | 13.3 MB (min 13.0 / max 15.3) |
    | RSS        | 51 MB   | 62 MB                         |

Heads that are no moments tell versions, machines or settings apart: `before` and `after` are those of a change as often
as those of a load, and are not read. Nor are `5s`, `10s`, `20s` by themselves, which may be intervals that were tried:
a bare span is a moment beside a start, a clock or a span that says since when (`+10m`, `after 1h`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .times import clock_on_line, time_on_line

_BEGINNINGS: Final = frozenset({"start", "at start", "beginning", "initial", "startup", "at startup", "boot", "t0"})
_ENDS: Final = frozenset({"end", "at end", "now", "final", "latest"})
_SPAN: Final = re.compile(
    r"(?P<since>(?i:after) |\+|t ?[=+] ?)?(?:(?i:at) |@ ?|~)?"
    r"(?P<span>\d{1,6}(?:\.\d{1,3})? ?(?:(?i:secs?|seconds?|mins?|minutes?|hrs?|hours?|days?)|[smhd]))"
    r"(?P<gone>(?i: in| later| uptime| on))?$"
)
"""Units of one letter are small: `1M` are a million."""
_NUMBERED: Final = re.compile(r"(?:day|week|hour|minute) \d{1,4}$", re.IGNORECASE)
_REMARK: Final = re.compile(r" {0,4}\([^()]{0,120}\)$")
"""What a cell says behind its figure."""
_FEWEST: Final = 2
_MOST: Final = 100


def moments_down(
    head: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[Sequence[str], Sequence[Sequence[str]]] | None:
    """The table with a row for each moment, its first column the time; None where its heads are not all moments.

    Where some moment has no time (`now`) the rows are numbered.
    """
    heads = head[1:]
    if not rows or not _FEWEST <= len(heads) <= _MOST or not _are_moments(heads):
        return None
    times = [time for cell in heads if (time := _time(cell, heads)) is not None]
    title = "time"
    if len(times) < len(heads):
        title, times = "#", [str(nth) for nth in range(1, len(heads) + 1)]
    turned = [
        (time, *(_REMARK.sub("", cells[at]) if at < len(cells) else "" for cells in rows))
        for at, time in enumerate(times, start=1)
    ]
    return (title, *(cells[0] for cells in rows)), turned


def _are_moments(heads: Sequence[str]) -> bool:
    """Whether each is a moment, but that the first may be called the start and the last the end."""
    told = list(heads)
    begins = told[0].lower() in _BEGINNINGS
    if begins:
        told.pop(0)
    if told and told[-1].lower() in _ENDS:
        told.pop()
    others = [cell for cell in told if not _is_bare(cell)]
    is_since = begins or bool(others)
    return len(set(heads)) == len(heads) and is_since and all(map(_is_moment, others))


def _is_bare(cell: str) -> bool:
    """Whether it is a span that may be any setting."""
    span = _SPAN.match(cell)
    return span is not None and span["since"] is None and span["gone"] is None


def _is_moment(cell: str) -> bool:
    return (
        _SPAN.match(cell) is not None
        or _NUMBERED.match(cell) is not None
        or time_on_line(cell) is not None
        or clock_on_line(cell) is not None
    )


def _time(cell: str, heads: Sequence[str]) -> str | None:
    """The moment in the words of a column of times; a start is none of its own where the others are no spans since it.

    None of an end, and of such a start.
    """
    word = cell.lower()
    if word in _BEGINNINGS:
        return "0 s" if all(map(_SPAN.match, heads[1:])) else None
    if word in _ENDS:
        return None
    span = _SPAN.match(cell)
    return span["span"].lower() if span else cell
