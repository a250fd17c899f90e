"""Which container keeps a site's objects.

The bytes of a cache are mostly its values, allocated by one function and kept by another's map. The keeper is sought
among growing sites whose object sizes or frames show a container: the site itself, one of its callers, or a function
called beside it by the same caller (`cache.Put(key, render())`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..evidence.names import stable_name
from .model import HeapSiteRow

CALLERS_LOOKED_AT = 4
SHAPED = 0.5
"""From this fit on, sizes show a container."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keeper:
    row: HeapSiteRow
    names: tuple[str, ...]


def keepers(rows: Sequence[HeapSiteRow]) -> tuple[HeapSiteRow, ...]:
    """The rows with `kept_by` set, and with the container features of their keeper."""
    found = [_Keeper(row=row, names=_chain(row)) for row in rows if _is_container(row) and _may_keep(row)]
    by_function: dict[str, list[_Keeper]] = defaultdict(list)
    by_caller: dict[str, list[_Keeper]] = defaultdict(list)
    for keeper in found:
        by_function[keeper.names[0]].append(keeper)
        if len(keeper.names) > 1:
            by_caller[keeper.names[1]].append(keeper)
    return tuple(_with_keeper(row, by_function, by_caller) for row in rows)


def _chain(row: HeapSiteRow) -> tuple[str, ...]:
    """The site's function and its callers, without the library frames below the site."""
    names = [stable_name(frame.function) for frame in row.frames]
    site = stable_name(row.site.function) if row.site else None
    start = names.index(site) if site in names else 0
    return tuple(names[start : start + 1 + CALLERS_LOOKED_AT]) or ("",)


def _is_container(row: HeapSiteRow) -> bool:
    shaped = (row.map_shape or 0) >= SHAPED or (row.slice_shape or 0) >= SHAPED
    return bool(shaped or row.sync_map or row.map_insert or row.slice_growth)


def _may_keep(row: HeapSiteRow) -> bool:
    return row.start_up is not True and (row.growth is None or row.growth > 0) and row.is_runtime_cost is not True


def _with_keeper(
    row: HeapSiteRow, by_function: dict[str, list[_Keeper]], by_caller: dict[str, list[_Keeper]]
) -> HeapSiteRow:
    if _is_container(row):
        return replace(row, kept_by=row.site)
    if row.resource != "none" or not _may_keep(row):
        return row
    names = _chain(row)
    candidates = [keeper for name in names for keeper in by_function.get(name, ())]
    candidates += [keeper for name in names[1:2] for keeper in by_caller.get(name, ())]
    keeper = next((each.row for each in candidates if each.row is not row), None)
    if keeper is None:
        return row
    return replace(
        row,
        kept_by=keeper.site,
        sync_map=row.sync_map or keeper.sync_map,
        map_insert=row.map_insert or keeper.map_insert,
        map_shape=_larger(row.map_shape, keeper.map_shape),
        slice_shape=_larger(row.slice_shape, keeper.slice_shape),
    )


def _larger(one: float | None, other: float | None) -> float | None:
    return max((value for value in (one, other) if value is not None), default=None)
