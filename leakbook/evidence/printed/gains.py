"""The difference of two goroutine profiles, where it is all that was posted of the goroutines.

::

    $ go tool pprof -base goroutine.1.pb.gz goroutine.2.pb.gz
    Showing nodes accounting for 4980, 100% of 4980 total
          4980   100%   100%       4980   100%  runtime.gopark
             0     0%   100%       4980   100%  runtime.chansend1
             0     0%   100%       4980   100%  shop/desk.(*Till).post

Where nothing went, those that came are there in the later profile: a part of its goroutines. Beside a profile or a dump
it would stand for a moment of its own, and the series for a fall or a climb that never was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..model import Capture, GoroutineSnapshot, TopTable
from .goroutines import KINDS, goroutines_in

_NOTE: Final = "the table is of a difference: its goroutines came between two profiles, those from before are not in it"


def with_gains(captures: Sequence[Capture]) -> tuple[Capture, ...]:
    """The captures, a lone difference of goroutine profiles as the goroutines that came."""
    of_goroutines = [at for at, capture in enumerate(captures) if _is_of_goroutines(capture)]
    if len(of_goroutines) != 1:
        return tuple(captures)
    at = of_goroutines[0]
    reading = captures[at].reading
    table = reading.content
    if not isinstance(table, TopTable) or not table.is_difference or not _only_gains(table):
        return tuple(captures)
    largest = max(row.cum for row in table.rows)
    # Of -diff_base the total is the base's.
    gained = goroutines_in(replace(table, is_difference=False, total=max(table.total or 0, largest)))
    if gained is None:
        return tuple(captures)
    told = replace(reading, kind=KINDS[table.sample_type or "goroutine"], content=gained, notes=(*reading.notes, _NOTE))
    return (*captures[:at], replace(captures[at], reading=told), *captures[at + 1 :])


def _is_of_goroutines(capture: Capture) -> bool:
    content = capture.reading.content
    is_table = isinstance(content, TopTable) and content.sample_type in KINDS
    return is_table or isinstance(content, GoroutineSnapshot)


def _only_gains(table: TopTable) -> bool:
    """Whether nothing is told to have gone. Stacks of -traces are signed one by one, and are left a table."""
    return not table.stacks and min((min(row.flat, row.cum) for row in table.rows), default=-1) >= 0
