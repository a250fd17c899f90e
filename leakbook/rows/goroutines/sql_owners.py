"""Whether transactions and result sets that are open are in use: by a query under way, or by an owner at work.

database/sql has a goroutine wait for the end of each of them (`awaitDone`). Left open, their owners have gone on or
ended, or wait for another connection; in use, each has one owner, which sleeps between two statements or reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...evidence.model import GoroutineGroup
from ...evidence.names import is_application, stable_name
from ..group_tracks import own_frames
from ..waits.scene import AT_WORK_STATES
from ..waits.sql_pool import is_open_result
from .group_model import GoroutineGroupRow

FEWEST_COUNTED = 10
"""Below this many goroutines two groups are equally large by chance."""

MORE_OWNERS = 1.1
"""Owners for each one owned, at most: a few are between two pieces of work."""

MOST_BY_NUMBER = 0.8
"""Of goroutines none of which was met in database/sql nothing but their number says that they own these."""


def owner_at_work(
    groups: Sequence[GoroutineGroup],
    group_of_goroutine: Mapping[int, GoroutineGroup],
    moments: Sequence[tuple[int, Sequence[GoroutineGroup]]],
    main_modules: tuple[str, ...],
) -> float | None:
    """Part of the members that have an owner at work each, by their creators' numbers, else by equal counts.

    `moments` are, oldest first, how many are open and all goroutines beside them. None where neither tells: a dump of
    before Go 1.21 prints no creator's number, small counts agree by chance, and of many goroutines not all are kept.
    """
    owned = Counter(member.created_in for group in groups for member in group.members if member.created_in is not None)
    if not owned:
        return _by_counts(moments, main_modules)
    count = sum(group.count for group in groups)
    if sum(len(group.members) for group in groups) < count:
        owned = Counter(number for group in groups for number in group.created_in)
        if len(owned) < count:
            return None
    alone = (group_of_goroutine.get(number) for number, members in owned.items() if members == 1)
    return round(sum(group is not None and _works(group, main_modules) for group in alone) / owned.total(), 3)


@dataclass(slots=True)
class _Owners:
    """Goroutines of the program that were started with one function and may be the owners, at one moment."""

    total: int = 0
    inside: int = 0
    """Of them at work in a call: whoever stands in the function it was started with is between two pieces of work."""
    asks: bool = False
    """One of them was met in database/sql."""


def _by_counts(moments: Sequence[tuple[int, Sequence[GoroutineGroup]]], main_modules: tuple[str, ...]) -> float | None:
    """The part at work of goroutines that are as many as these at every moment; None where these are too few.

    Numbers that agree by chance part when one of them grows.
    """
    count = moments[-1][0]
    if count < FEWEST_COUNTED:
        return None
    seen = [(opened, _owners(groups, main_modules)) for opened, groups in moments]
    parts = []
    for name, newest in seen[-1][1].items():
        then = [(opened, owners.get(name, _Owners())) for opened, owners in seen]
        if newest.total >= count and all(abs(one.total - opened) <= (MORE_OWNERS - 1) * count for opened, one in then):
            most = 1.0 if any(one.asks for _, one in then) else MOST_BY_NUMBER
            parts.append(min(most, newest.inside / newest.total))
    return round(max(parts, default=0.0), 3)


def _owners(groups: Sequence[GoroutineGroup], main_modules: tuple[str, ...]) -> dict[str, _Owners]:
    """Possible owners by the function they were started with, and by the function that queries once they are past it.

    Those that queue for a connection were started with the same function as those that have one, who are farther down
    in what called database/sql.
    """
    found = _past_the_query(groups, main_modules)
    for group in groups:
        if _is_of_program(group, main_modules):
            frames = own_frames(group.frames)
            owners = found.setdefault(stable_name(frames[-1].function), _Owners())
            owners.total += group.count
            is_inside = any(is_application(frame, main_modules) for frame in frames[:-1])
            owners.inside += group.count if is_inside and group.state in AT_WORK_STATES else 0
            owners.asks = owners.asks or any(frame.function.startswith("database/sql.") for frame in frames)
    return found


def _past_the_query(groups: Sequence[GoroutineGroup], main_modules: tuple[str, ...]) -> dict[str, _Owners]:
    queriers = {querier for group in groups if (querier := _querier(group, main_modules)) is not None}
    found: dict[str, _Owners] = {}
    for group in groups:
        names = {stable_name(frame.function) for frame in group.frames}
        for querier in sorted(queriers & names) if not _is_in_sql(group) else ():
            owners = found.setdefault(f"{querier}, past its query", _Owners(asks=True))
            owners.total += group.count
            owners.inside += group.count if group.state in AT_WORK_STATES else 0
    return found


def _querier(group: GoroutineGroup, main_modules: tuple[str, ...]) -> str | None:
    """The program's function that called database/sql."""
    if not _is_in_sql(group):
        return None
    callers = (frame for frame in group.frames if is_application(frame, main_modules))
    caller = next(callers, None)
    return None if caller is None else stable_name(caller.function)


def _is_in_sql(group: GoroutineGroup) -> bool:
    return any(frame.function.startswith("database/sql.") for frame in group.frames)


def _works(group: GoroutineGroup, main_modules: tuple[str, ...]) -> bool:
    return group.state in AT_WORK_STATES and _is_of_program(group, main_modules)


def _is_of_program(group: GoroutineGroup, main_modules: tuple[str, ...]) -> bool:
    return any(is_application(frame, main_modules) for frame in group.frames)


def with_open_results(rows: Sequence[GoroutineGroupRow]) -> list[GoroutineGroupRow]:
    """The rows of database/sql with `results_busy` set, where result sets or transactions are open.

    Who waits for a connection waits for what is open, so `owner_at_work` of that is told of the waiting rows, too.
    """
    opened = [row for row in rows if is_open_result(row.frames)]
    count = sum(row.count or 0 for row in opened)
    if not count:
        return list(rows)
    busy = round(min(1.0, sum(row.count or 0 for row in rows if row.sql_busy) / count), 3)
    owned = sum((row.owner_at_work or 0.0) * (row.count or 0) for row in opened) / count
    told = round(owned, 3) if all(row.owner_at_work is not None for row in opened) else None
    return [
        replace(row, results_busy=busy, owner_at_work=told if row.owner_at_work is None else row.owner_at_work)
        if _in_sql(row)
        else row
        for row in rows
    ]


def _in_sql(row: GoroutineGroupRow) -> bool:
    return any(function.startswith("database/sql.") for function in row.stack or ())
