"""Goroutines in what `go tool pprof` printed of a goroutine profile: stacks of -traces, what the figures of -top tell.

::

    Type: goroutine
    Showing nodes accounting for 5040, 99.94% of 5043 total
          5040 99.94% 99.94%       5040 99.94%  runtime.gopark
             0     0% 99.94%       4990 98.95%  runtime.chansend1
             0     0% 99.94%       4980 98.75%  shop/desk.(*Till).post
             0     0% 99.94%         40  0.79%  internal/poll.(*FD).Read

Of 5043 goroutines 4990 send and 4980 are in `post`: at least 4927 do both. Rows without such an overlap are left aside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ..frames import Frame
from ..model import GoroutineGroup, GoroutineSnapshot, TopRow, TopTable
from ..names import package_of
from ..packages import is_stdlib
from ..states import state_from_frames

_PARKED: Final = "runtime.gopark"
_SEMAPHORE: Final = "runtime.semacquire1"
_SEMACQUIRE: Final = "semacquire"
"""The state of who waits for a semaphore of which nothing more is known."""
_CALLED: Final = (
    (("sync.", "internal/sync."), _SEMAPHORE),
    (("net.(*conn).", "net.(*netFD).", "internal/poll.(*"), "internal/poll.runtime_pollWait"),
    (("crypto/tls.(*Conn).Read", "crypto/tls.(*Conn).read"), "internal/poll.runtime_pollWait"),
)
"""Where goroutines of these functions are parked. Ten rows seldom show it: equal ones are sorted by their names."""
_COND: Final = "sync.Cond.Wait"
"""It stands in a list of its own, at no semaphore."""
_FEWEST: Final = 5
"""Goroutines in one state from which a table's figures are looked at."""
_MOST_CHOSEN: Final = 3
"""Stacks of -traces that somebody shows for their own sake. It prints all there are, a few dozen, in no order of size:
more may be what a paste happens to begin with."""
_MOST_ROWS: Final = 300
"""Rows, the largest, of which each wait is held against each caller: a table may have 200,000."""
_NEARLY: Final = 0.9
"""Part of a group's goroutines that a function must hold to be on its stack."""
_OVERLAP: Final = 0.8
_ENTRY: Final = re.compile(r"\.(?:func\d{1,6}|gowrap\d{1,6})(?:\.\d{1,6})*$|^main\.main$")
"""What a goroutine is started with stands at the root."""


def goroutines_in(table: TopTable) -> GoroutineSnapshot | None:
    """The groups that the table tells, the largest first; None when it is of another kind or tells none."""
    if table.unit != "count" or table.is_difference or not _is_of_goroutines(table):
        return None
    counts: Counter[tuple[Frame, ...]] = Counter()
    for frames, count in _printed(table):
        counts[frames] += count
    groups = tuple(_group(frames, count) for frames, count in counts.most_common() if count > 0)
    if not groups:
        return None
    total = max(_total(table), sum(group.count for group in groups))
    chosen = bool(table.stacks) and len(groups) <= _MOST_CHOSEN
    return GoroutineSnapshot(groups=groups, total=total, complete=bool(table.stacks), by_figures=not chosen)


def _is_of_goroutines(table: TopTable) -> bool:
    """By its head, or where that is missing because most of what is counted is parked."""
    if table.sample_type is not None:
        return table.sample_type == "goroutine"
    parked = sum(row.flat for row in table.rows if row.function == _PARKED)
    return 2 * parked > _total(table) > 0


def _total(table: TopTable) -> int:
    return table.total or max((row.cum for row in table.rows), default=0)


def _group(frames: tuple[Frame, ...], count: int) -> GoroutineGroup:
    state, rest = state_from_frames(frames)
    return GoroutineGroup(state=state, frames=rest, created_by=None, count=count)


def _printed(table: TopTable) -> Iterator[tuple[tuple[Frame, ...], int]]:
    if table.stacks:
        yield from ((stack.frames, stack.values[0]) for stack in table.stacks)
        return
    largest = sorted(table.rows, key=lambda row: (-row.cum, row.function))[:_MOST_ROWS]
    rows = _apart([(row, _state(row)) for row in largest])
    callers = [row for row, state in rows if state is None and not row.function.startswith("runtime.")]
    own = [row for row in callers if not is_stdlib(package_of(row.function))]
    total, told = _total(table), set()
    for wait, state in rows:
        if state is None or state in told or wait.cum < _FEWEST:
            continue
        stack = _stack_of(wait, callers, own, total)
        if stack is not None:
            told.add(state)
            yield stack


def _apart(rows: Sequence[tuple[TopRow, str | None]]) -> list[tuple[TopRow, str | None]]:
    """The rows, a semaphore's less those whose lock or counter is told: they stand in its row as well."""
    told: dict[str, int] = {}
    for row, state in rows:
        if state not in {None, _SEMACQUIRE, _COND} and _waiting(row)[0].function == _SEMAPHORE:
            told[str(state)] = max(told.get(str(state), 0), row.cum)
    left = sum(told.values())
    return [(replace(row, cum=row.cum - left) if state == _SEMACQUIRE else row, state) for row, state in rows]


def _state(row: TopRow) -> str | None:
    """What a goroutine waits for that is counted in this row, whoever called it."""
    return state_from_frames(_waiting(row))[0]


def _waiting(row: TopRow) -> tuple[Frame, ...]:
    frame = _frame(row)
    called = next((name for names, name in _CALLED if row.function.startswith(names)), None)
    return (frame,) if called in {None, row.function} else (Frame(function=called, file=None, line=None), frame)


def _stack_of(
    wait: TopRow, callers: Sequence[TopRow], own: Sequence[TopRow], total: int
) -> tuple[tuple[Frame, ...], int] | None:
    """The stack that most goroutines in a wait share, or those in the largest function of the program that waits so."""
    with_it = [row for row in callers if row is not wait and _share(row, wait, total) >= _OVERLAP]
    largest = max((row.cum for row in with_it if row in own), default=None)
    if largest is None and any(row.cum >= _NEARLY * wait.cum for row in own):
        return None
    count = min(wait.cum, largest or max((row.cum for row in with_it), default=0))
    shared = [row for row in with_it if row.cum >= _NEARLY * count]
    if not shared:
        return None
    frames = (*_waiting(wait), *(_frame(row) for row in sorted(shared, key=_from_leaf)))
    return frames, count


def _share(row: TopRow, wait: TopRow, total: int) -> float:
    """At least this part of the fewer of the two is in both; equal figures of many are no chance."""
    fewer = min(row.cum, wait.cum)
    if fewer <= 0:
        return 0.0
    same = row.cum == wait.cum and fewer >= 4 * _FEWEST
    return 1.0 if same else (row.cum + wait.cum - total) / fewer


def _from_leaf(row: TopRow) -> tuple[object, ...]:
    """Callers count at least what they call; of equal ones the library's stand nearer to the leaf."""
    return row.cum, not is_stdlib(package_of(row.function)), _ENTRY.search(row.function) is not None, row.function


def _frame(row: TopRow) -> Frame:
    return Frame(function=row.function, file=row.file, line=row.line)
