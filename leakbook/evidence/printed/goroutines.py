"""Goroutines in what `go tool pprof` printed of a goroutine profile, or of one of goroutineleak: stacks of -traces,
what the figures of -top tell, and the lines of -list at which goroutines are counted.

::

    Type: goroutine
    Showing nodes accounting for 5040, 99.94% of 5043 total
          5040 99.94% 99.94%       5040 99.94%  runtime.gopark
             0     0% 99.94%       4990 98.95%  runtime.chansend1
             0     0% 99.94%       4980 98.75%  shop/desk.(*Till).post
             0     0% 99.94%         40  0.79%  internal/poll.(*FD).Read

Of 5043 goroutines 4990 send and 4980 are in `post`: at least 4927 do both. Rows without such an overlap are left aside.
Where ten rows show no wait, they still tell which function of the program nearly all who are parked are in, and
`.  4980   33:  ch <- r` of -list what they do there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ..frames import Frame
from ..model import EvidenceKind, GoroutineGroup, GoroutineSnapshot, TopRow, TopTable
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
_COINCIDENCE: Final = 1000
"""Rows that differ by less than a part in so many are of the same goroutines: 140,036 in `lock`, 140,038 in RLock."""
KINDS: Final = {"goroutine": EvidenceKind.GOROUTINE_PROFILE, "goroutineleak": EvidenceKind.GOROUTINELEAK_PROFILE}
"""What pprof prints of these as `Type:`."""
_COMMENT: Final = re.compile(r"\s*//.*$")
_WAITS: Final = (
    (re.compile(r"(?:case )?[\w.*\[\]]{1,100} <- (?:[^()]{1,200}|\w{1,60}\{.{0,200}\}):?"), "runtime.chansend1"),
    (re.compile(r"(?:[\w., ]{1,100} :?= )?<-[\w.*\[\]]{1,100}"), "runtime.chanrecv1"),
    (re.compile(r"for (?:[\w, ]{1,60} :?= )?range [\w.]{1,60} ?\{"), "runtime.chanrecv2"),
    (re.compile(r"select \{"), "runtime.selectgo"),
)
"""A line that goroutines are counted at, and what they wait in there: `ch <- r`, `v := <-ch`, `select {`."""
_WITHIN: Final = {"sync.RWMutex.Lock": "sync.Mutex.Lock"}
"""Who waits to write takes a mutex of the lock's own first, and stands in both rows."""
_ENTRY: Final = re.compile(r"\.(?:func\d{1,6}|gowrap\d{1,6})(?:\.\d{1,6})*$|^main\.main$")
"""What a goroutine is started with stands at the root."""


def goroutines_in(table: TopTable) -> GoroutineSnapshot | None:
    """The groups that the table tells, the largest first; None when it is of another kind or tells none."""
    if table.unit != "count" or table.is_difference or table.sample_type not in KINDS:
        return None
    is_proof = KINDS[table.sample_type] is EvidenceKind.GOROUTINELEAK_PROFILE
    counts: Counter[tuple[Frame, ...]] = Counter()
    for frames, count in _printed(table, 1 if is_proof else _FEWEST):
        counts[frames] += count
    groups = tuple(_group(frames, count, is_proof=is_proof) for frames, count in counts.most_common() if count > 0)
    if not groups:
        return None
    total = max(_total(table), sum(group.count for group in groups))
    chosen = bool(table.stacks) and len(groups) <= _MOST_CHOSEN
    return GoroutineSnapshot(
        groups=groups,
        total=total,
        complete=bool(table.stacks),
        by_figures=not chosen,
        only_unreachable=is_proof,
    )


def with_kind(table: TopTable) -> TopTable:
    """The table; as one of goroutines where its head is missing and most of what it counts is parked."""
    if table.sample_type is not None or table.unit != "count":
        return table
    parked = sum(row.flat for row in table.rows if row.function == _PARKED)
    return replace(table, sample_type="goroutine") if 2 * parked > _total(table) > 0 else table


def _total(table: TopTable) -> int:
    return table.total or max((row.cum for row in table.rows), default=0)


def _group(frames: tuple[Frame, ...], count: int, *, is_proof: bool) -> GoroutineGroup:
    state, rest = state_from_frames(frames)
    unreachable = count if is_proof else None
    return GoroutineGroup(state=state, frames=rest, created_by=None, count=count, unreachable=unreachable)


def _printed(table: TopTable, fewest: int) -> Iterator[tuple[tuple[Frame, ...], int]]:
    if table.stacks:
        yield from ((stack.frames, stack.values[0]) for stack in table.stacks)
        return
    largest = sorted(table.rows, key=lambda row: (-row.cum, row.function))[:_MOST_ROWS]
    rows = _apart([(row, _state(row)) for row in largest])
    callers = [row for row, state in rows if state is None and not row.function.startswith("runtime.")]
    own = [row for row in callers if not is_stdlib(package_of(row.function))]
    total, told = _total(table), dict[str, int]()
    for wait, state in rows:
        if state is None or state in told or wait.cum < fewest or _is_within(wait, state, told):
            continue
        stack = _stack_of(wait, callers, own, total)
        if stack is not None:
            told[state] = wait.cum
            yield stack
    if not told:
        yield from [_stack_of_line(row) for row in own if row.cum >= fewest and _wait_of(row.code)] or _parked(
            largest, callers, own, total, fewest
        )


def _is_within(wait: TopRow, state: str, told: Mapping[str, int]) -> bool:
    """Whether the row is of the same goroutines as one that is told, whichever of the two is the larger."""
    both = (told.get(other) for pair in _WITHIN.items() for one, other in (pair, pair[::-1]) if one == state)
    return any(cum is not None and abs(wait.cum - cum) <= cum // _COINCIDENCE for cum in both)


def _stack_of_line(row: TopRow) -> tuple[tuple[Frame, ...], int]:
    return (Frame(function=_wait_of(row.code) or _PARKED), _frame(row)), row.cum


def _wait_of(code: str | None) -> str | None:
    """The call of the runtime that a line of source waits in, None where it may wait in what it calls."""
    line = _COMMENT.sub("", code or "").strip()
    return next((called for pattern, called in _WAITS if pattern.fullmatch(line) is not None), None)


def _parked(
    rows: Sequence[TopRow], callers: Sequence[TopRow], own: Sequence[TopRow], total: int, fewest: int
) -> Iterator[tuple[tuple[Frame, ...], int]]:
    """The program's function that nearly all who are parked are in, whatever they wait for."""
    parked = next((row for row in rows if row.function == _PARKED), None)
    stack = _stack_of(parked, callers, own, total) if parked is not None and own else None
    if stack is not None and parked is not None and stack[1] >= max(fewest, _OVERLAP * parked.cum):
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
    """At least this part of the fewer of the two is in both; figures of many that are all but equal are no chance."""
    fewer = min(row.cum, wait.cum)
    if fewer <= 0:
        return 0.0
    same = abs(row.cum - wait.cum) <= fewer // _COINCIDENCE and fewer >= 4 * _FEWEST
    return 1.0 if same else (row.cum + wait.cum - total) / fewer


def _from_leaf(row: TopRow) -> tuple[object, ...]:
    """Callers count at least what they call; of equal ones the library's stand nearer to the leaf."""
    return row.cum, not is_stdlib(package_of(row.function)), _ENTRY.search(row.function) is not None, row.function


def _frame(row: TopRow) -> Frame:
    return Frame(function=row.function, file=row.file, line=row.line)
