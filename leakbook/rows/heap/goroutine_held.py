"""Is a site's memory held by goroutines that pile up? Then they are the cause and the memory is what they cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ...evidence.frames import Frame
from ...evidence.names import closure_parent, is_application, is_runtime, stable_name
from ..goroutines.group_model import GoroutineGroupRow

CROWD = 10
"""Goroutines a group must have before it is suspected, in a single dump, of holding a noticeable amount."""


def goroutine_held(
    frames: Sequence[Frame],
    site: Frame | None,
    main_modules: tuple[str, ...],
    groups: Sequence[GoroutineGroupRow],
) -> float | None:
    """0..1: how well piling-up goroutines explain a site's memory; None without goroutine evidence.

    1 when the function that allocated is still on their stacks or started them; less when only the outer part of the
    stack, from an application function or the whole of a library's connection loop, is shared.
    """
    if not groups or site is None:
        return None
    best = 0.0
    for row in groups:
        piling = _piling_up(row)
        if piling > best:
            best = max(best, piling * _shared(frames, site, main_modules, row))
    return round(best, 3)


def at_work_in(groups: Sequence[GoroutineGroupRow]) -> Mapping[str, int]:
    """How many goroutines stand in each function, by its stable name."""
    found: Counter[str] = Counter()
    for row in groups:
        for name in {stable_name(frame.function) for frame in row.frames}:
            found[name] += row.count or 0
    return found


def in_hands(site: Frame | None, objects: float | None, at_work: Mapping[str, int]) -> float | None:
    """Objects in use for each goroutine `at_work` in the function which made them; None of fewer than a crowd.

    What a function made for the call that it is in, it holds until it returns: 110 uploads under way, a buffer each.
    """
    if site is None or not objects:
        return None
    hands = at_work.get(stable_name(site.function), 0)
    return round(objects / hands, 2) if hands >= CROWD else None


SURE_PILE = 0.8
"""`growth_certainty` from which a group piles up."""


def piles_up(row: GoroutineGroupRow) -> bool:
    """Whether dumps show that this group grows."""
    return row.growth_certainty is not None and _piling_up(row) >= SURE_PILE


def functions_of(row: GoroutineGroupRow) -> frozenset[str]:
    """Stable names of the functions that a group stands in, or was started by; main's own is everybody's."""
    return frozenset(stable_name(frame.function) for frame in row.frames) - {"main.main"} | _starters(row)


def _piling_up(row: GoroutineGroupRow) -> float:
    if row.unreachable:
        return 1.0
    if row.growth_certainty is not None:
        return row.growth_certainty if (row.growth or 0) >= 2 else 0.0
    return 0.7 if (row.count or 0) >= CROWD and not row.known_idle else 0.0


def _shared(frames: Sequence[Frame], site: Frame, main_modules: tuple[str, ...], row: GoroutineGroupRow) -> float:
    own = stable_name(site.function)
    theirs = [stable_name(frame.function) for frame in row.frames]
    if own in theirs or own in _starters(row):
        return 1.0
    mine = [frame for frame in frames if not is_runtime(frame.function)]
    shared = 0
    while shared < min(len(mine), len(theirs)) and stable_name(mine[-1 - shared].function) == theirs[-1 - shared]:
        shared += 1
    if not shared:
        return 0.0
    has_own = any(is_application(frame, main_modules) for frame in mine[len(mine) - shared :])
    if has_own:
        return 0.8
    any_own = any(is_application(frame, main_modules) for frame in mine)
    return 0.3 if any_own else 0.8


def _starters(row: GoroutineGroupRow) -> frozenset[str]:
    found = {stable_name(parent) for frame in row.frames if (parent := closure_parent(frame.function)) is not None}
    if row.created_by is not None:
        found.add(stable_name(row.created_by))
    return frozenset(found - {"main.main"})


_MAIN_AT_REST = frozenset(
    {"select", "chan receive", "select (no cases)", "sync.WaitGroup.Wait", "IO wait", "semacquire"}
)


def called_by_main_before(frames: Sequence[Frame], groups: Sequence[GoroutineGroupRow], minutes: float | None) -> bool:
    """Whether main allocated this in a call it has returned from, and has rested since: a service's start-up.

    Main must have waited all through the `minutes` of the series, for a main that works in turns allocates too.
    """
    names = [frame.function for frame in frames]
    if "main.main" not in names or names.index("main.main") == 0:
        return False
    long_enough = max(1, int(minutes or 1))
    resting = [
        row
        for row in groups
        if row.state in _MAIN_AT_REST and "main.main" in (row.stack or ()) and (row.wait or 0) >= long_enough
    ]
    called = names[: names.index("main.main")]
    return bool(resting) and all(any(name not in (row.stack or ()) for name in called[1:]) for row in resting)
