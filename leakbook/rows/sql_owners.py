"""Whether transactions and result sets that are open are in use: by a query under way, or by an owner at work.

database/sql has a goroutine wait for the end of each of them (`awaitDone`). Left open, their owners have gone on or
ended, or wait for another connection; in use, each has one owner, which sleeps between two statements or reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..evidence.model import GoroutineGroup
from ..evidence.names import Origin, origin, stable_name
from .channel_peers import AT_WORK_STATES
from .group_tracks import own_frames
from .model import GoroutineGroupRow

FEWEST_COUNTED = 10
"""Below this many goroutines two groups are equally large by chance."""

MORE_OWNERS = 1.1
"""Owners for each one owned, at most: a few are between two pieces of work."""

OPEN_RESULTS = frozenset({"database/sql.(*Rows).awaitDone", "database/sql.(*Tx).awaitDone"})


def is_open_result(group: GoroutineGroup) -> bool:
    """Whether the group's goroutines wait for the end of a result set or a transaction each."""
    return any(frame.function in OPEN_RESULTS for frame in group.frames[:2])


def owner_at_work(
    groups: Sequence[GoroutineGroup],
    group_of_goroutine: Mapping[int, GoroutineGroup],
    present: Sequence[GoroutineGroup],
    main_modules: tuple[str, ...],
) -> float | None:
    """Part of the members that have an owner at work each, by their creators' numbers, else by equal counts.

    None where neither tells: a dump of before Go 1.21 prints no creator's number, and small counts agree by chance.
    """
    creators = [member.created_in for group in groups for member in group.members if member.created_in is not None]
    if creators:
        owned = Counter(creators)
        alone = (group_of_goroutine.get(number) for number, members in owned.items() if members == 1)
        return round(sum(group is not None and _works(group, main_modules) for group in alone) / len(creators), 3)
    count = sum(group.count for group in groups)
    return _by_counts(count, present, main_modules) if count >= FEWEST_COUNTED else None


def _by_counts(count: int, present: Sequence[GoroutineGroup], main_modules: tuple[str, ...]) -> float:
    """The part at work of goroutines of the program that were started with one function and are as many as these."""
    total: Counter[str] = Counter()
    working: Counter[str] = Counter()
    for group in present:
        if _is_of_program(group, main_modules):
            starter = stable_name(own_frames(group.frames)[-1].function)
            total[starter] += group.count
            working[starter] += group.count if group.state in AT_WORK_STATES else 0
    parts = (working[name] / size for name, size in total.items() if count <= size <= MORE_OWNERS * count)
    return round(max(parts, default=0.0), 3)


def _works(group: GoroutineGroup, main_modules: tuple[str, ...]) -> bool:
    return group.state in AT_WORK_STATES and _is_of_program(group, main_modules)


def _is_of_program(group: GoroutineGroup, main_modules: tuple[str, ...]) -> bool:
    return any(origin(frame, main_modules) is Origin.APPLICATION for frame in group.frames)


def with_open_results(rows: Sequence[GoroutineGroupRow]) -> list[GoroutineGroupRow]:
    """The rows of database/sql with `results_busy` set, where result sets or transactions are open."""
    opened = sum(row.count or 0 for row in rows if OPEN_RESULTS.intersection((row.stack or ())[:2]))
    if not opened:
        return list(rows)
    part = round(min(1.0, sum(row.count or 0 for row in rows if row.sql_busy) / opened), 3)
    return [replace(row, results_busy=part) if _in_sql(row) else row for row in rows]


def _in_sql(row: GoroutineGroupRow) -> bool:
    return any(function.startswith("database/sql.") for function in row.stack or ())
