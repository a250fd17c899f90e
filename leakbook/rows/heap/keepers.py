"""Which container keeps a site's objects.

The bytes of a cache are mostly its values, allocated by one function and kept by another's map. The keeper is sought
among growing sites whose object sizes or frames show a container: the site itself, one of its callers, or a function
called beside it by the same caller (`cache.Put(key, render())`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ...evidence.names import is_application, stable_name
from .containers import unindexed
from .site_model import HeapSiteRow

CALLERS_LOOKED_AT = 4
CALLEES_LOOKED_UP = 2
LARGE_BUFFER = 256 * 1024
"""A growing buffer of this many bytes keeps something; smaller ones are in passing use."""

SHAPED = 0.5
"""From this fit on, sizes show a container."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keeper:
    row: HeapSiteRow
    names: tuple[str, ...]


def keepers(rows: Sequence[HeapSiteRow], main_modules: tuple[str, ...], period: int) -> tuple[HeapSiteRow, ...]:
    """The rows with `kept_by` set, and with the container features of their keeper. `period` is the profile's."""
    by_function: dict[str, list[_Keeper]] = defaultdict(list)
    by_caller: dict[str, list[_Keeper]] = defaultdict(list)
    with_table: dict[str, HeapSiteRow] = {}
    for row in rows:
        names = _chain(row, main_modules)
        if not names or not _may_keep(row):
            continue
        if not _is_container(row):
            if row.resource == "none" and (row.map_seen or 0.0) >= SHAPED:
                with_table.setdefault(names[0], row)
            continue
        keeper = _Keeper(row=row, names=names)
        by_function[names[0]].append(keeper)
        for caller in names[1:]:
            by_caller[caller].append(keeper)
    kept = [_with_keeper(row, _chain(row, main_modules), by_function, by_caller) for row in rows]
    kept = [_kept_by_caller(row, _chain(row, main_modules), with_table) for row in kept]
    kept = _with_related_maps(kept, main_modules)
    return _without_index(kept, period)


def _with_related_maps(rows: Sequence[HeapSiteRow], main_modules: tuple[str, ...]) -> list[HeapSiteRow]:
    """Rows with `map_seen` raised to that of the functions that called theirs, or that theirs called.

    A map is filled by who asked for the entries (`Open` calls `newBasket`), or by who is handed them (`Put` calls
    `link`).
    """
    chains = [_chain(row, main_modules) for row in rows]
    of_function: dict[str, float] = defaultdict(float)
    of_callees: dict[str, float] = defaultdict(float)
    for row, names in zip(rows, chains, strict=True):
        grows = row.growth is None or row.growth > 0 or not row.inuse
        if not names or not row.map_seen or row.resource != "none" or not grows or row.start_up:
            continue
        of_function[names[0]] = max(of_function[names[0]], row.map_seen)
        for caller in names[1 : 1 + CALLEES_LOOKED_UP]:
            of_callees[caller] = max(of_callees[caller], row.map_seen)
    raised = []
    for row, names in zip(rows, chains, strict=True):
        related = [of_function.get(name, 0.0) for name in names] + [of_callees.get(name, 0.0) for name in names[:1]]
        most = max(related, default=0.0)
        raised.append(replace(row, map_seen=most) if row.map_seen is not None and most > row.map_seen else row)
    return raised


def _without_index(rows: Sequence[HeapSiteRow], period: int) -> tuple[HeapSiteRow, ...]:
    """Rows whose many objects no table holds: only where nothing that could be one grows anywhere in the program."""
    if any(_grows(row) and _has_large_objects(row) for row in rows):
        return tuple(rows)
    return tuple(
        replace(row, unindexed=unindexed(row.entries, period))
        if row.entries and row.resource == "none" and not (row.kept_by or row.map_seen or row.is_runtime_cost)
        else row
        for row in rows
    )


def _grows(row: HeapSiteRow) -> bool:
    return row.growth_certainty is None or row.growth_certainty >= 0.8


def _has_large_objects(row: HeapSiteRow) -> bool:
    """Whether objects as large as a container's are in use here, its own fit or not."""
    return row.map_shape is not None and row.resource == "none" and bool(row.inuse) and not row.is_runtime_cost


def _chain(row: HeapSiteRow, main_modules: tuple[str, ...]) -> tuple[str, ...]:
    """The site's function and its callers, the program's own functions only."""
    own = (frame for frame in row.frames if is_application(frame, main_modules))
    return tuple(dict.fromkeys(stable_name(frame.function) for frame in islice(own, 1 + CALLERS_LOOKED_AT)))


def _is_container(row: HeapSiteRow) -> bool:
    shaped = (row.map_shape or 0) >= SHAPED or (row.slice_shape or 0) >= SHAPED
    one_buffer = row.slice_growth and row.objects and (row.inuse or 0) / row.objects >= LARGE_BUFFER
    return bool(shaped or row.sync_map or row.map_insert or one_buffer)


def _may_keep(row: HeapSiteRow) -> bool:
    """Whether it keeps more and more, rather than a table filled at the start or a buffer in use just now."""
    if row.start_up or row.is_runtime_cost or (row.growth is not None and row.growth <= 0):
        return False
    return _keeps(row)


def _keeps(row: HeapSiteRow) -> bool:
    kept = row.retention if row.retention is not None else row.survival
    return kept is None or kept >= 0.05


def _with_keeper(
    row: HeapSiteRow,
    names: tuple[str, ...],
    by_function: dict[str, list[_Keeper]],
    by_caller: dict[str, list[_Keeper]],
) -> HeapSiteRow:
    if _is_container(row):
        return replace(row, kept_by=row.site) if _keeps(row) else row
    if row.resource != "none" or not _may_keep(row):
        return row
    # Its own function or a caller keeps it; or a function it, or its caller, passes it to.
    candidates = [keeper for name in names for keeper in by_function.get(name, ())]
    candidates += [keeper for name in names[:2] for keeper in by_caller.get(name, ())]
    keeper = next((each.row for each in candidates if each.row is not row and not _is_remade(each.row, row)), None)
    if keeper is None:
        return row
    return replace(
        row,
        kept_by=keeper.site,
        sync_map=row.sync_map or keeper.sync_map,
        map_insert=row.map_insert or keeper.map_insert,
        map_shape=_larger(row.map_shape, keeper.map_shape),
        map_seen=_larger(row.map_seen, keeper.map_shape),
        slice_shape=_larger(row.slice_shape, keeper.slice_shape),
    )


REMADE_FROM = 8.0
"""An array that is grown by append is a fifth of all it was, or more; of one made anew each time far less is kept."""


def _is_remade(keeper: HeapSiteRow, row: HeapSiteRow) -> bool:
    """Whether the container is given up again and again while the objects stay: then it does not keep them."""
    if keeper.retention is None or row.retention is None:
        return False
    return keeper.retention * REMADE_FROM < row.retention


def _kept_by_caller(row: HeapSiteRow, names: tuple[str, ...], with_table: Mapping[str, HeapSiteRow]) -> HeapSiteRow:
    """A single table, of the nearest caller that made one, is enough to say who keeps what it asked for."""
    if row.kept_by is not None or row.resource != "none" or names[:1] == () or not _may_keep(row):
        return row
    keeper = next((with_table[name] for name in names if name in with_table), None)
    return row if keeper is None else replace(row, kept_by=keeper.site)


def _larger(one: float | None, other: float | None) -> float | None:
    return max((value for value in (one, other) if value is not None), default=None)
