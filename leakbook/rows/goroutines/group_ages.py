"""What goroutine numbers and waits tell about how a group came to be.

A pool is started in one burst by one goroutine; a pile-up grows all through the life of the process, one goroutine a
request. Goroutine numbers are handed out in order of creation (in batches of 16 a processor, runtime/proc.go), so they
date a goroutine even in a capture taken seconds after the start, when no header prints minutes yet.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from math import sqrt
from typing import NamedTuple

from ...evidence.model import GoroutineGroup
from ..group_tracks import own_frames
from ..listeners import accepts
from ..waits.lock_waits import LOWEST_ADDRESS
from ..waits.scene import COUNTING_STATES

MINIMUM_MEMBERS = 5
"""Below this many numbers or waits a spread says nothing."""

ONE_AGE = 0.15
"""Spread of waits below which they are as good as equal."""

DENSE = 1.6
"""Numbers a member up to which a group was started in one go, or is nearly all that was started."""


def _quantile(ordered: Sequence[int], part: float) -> int:
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


class Members(NamedTuple):
    """The goroutines of one track at one moment, gone through once for all that is asked of them."""

    groups: Sequence[GoroutineGroup]
    numbers: list[int]
    """Distinct, ascending."""
    waits: list[int]
    """Printed waits in minutes, one a goroutine, ascending; goroutines without a printed wait are left out."""
    creators: Sequence[Mapping[int, int]]
    """Of each group: members by the number of the goroutine that started them, where it is printed."""


def members_of(groups: Sequence[GoroutineGroup]) -> Members:
    """Their members together."""
    numbers = {number for group in groups for number in group.ids}
    return Members(groups, sorted(numbers), _waits_of(groups), list(map(_creators, groups)))


def _creators(group: GoroutineGroup) -> Mapping[int, int]:
    numbers = [member.created_in for member in group.members if member.created_in is not None]
    # One goroutine started most groups, and a Counter takes longer to make than all else that is asked of a group.
    return {numbers[0]: len(numbers)} if len(set(numbers)) == 1 else Counter(numbers)


def _waits_of(groups: Sequence[GoroutineGroup]) -> list[int]:
    found: list[int] = []
    for group in groups:
        for minutes, goroutines in group.waits:
            if minutes is not None:
                found.extend([minutes] * goroutines)
    return sorted(found)


def age_spread(members: Members) -> float | None:
    """0 when all waits began together, near 1 when they are spread evenly over the longest.

    None where a tool merged the members: of different waits it prints the shortest and the longest, none between. And
    where most have waited for less than a minute, which is not printed, while the others began together: `1 minutes` of
    thirteen and none of seventeen is no one age.
    """
    waits = members.waits
    if len(waits) < MINIMUM_MEMBERS or waits[-1] < 2 or any(group.waits_differ for group in members.groups):
        return None
    spread = round((_quantile(waits, 0.9) - _quantile(waits, 0.1)) / waits[-1], 3)
    return None if spread < ONE_AGE and 2 * len(waits) < len(members.numbers) else spread


def ages_in_order(members: Members) -> float | None:
    """How surely of two members that print different waits the one started first has waited longer.

    1 where nobody is ever served in between: each stands there since it was started. Near a half for what is woken
    now and then. A header without minutes is a wait of less than one. None where nearly all print the same.
    """
    if not members.waits:
        return None
    by_wait: dict[int, list[int]] = {}
    for group in members.groups:
        for member in group.members:
            if member.goroutine is not None:
                by_wait.setdefault(member.wait_minutes or 0, []).append(member.goroutine)
    sizes = sorted(map(len, by_wait.values()))
    if sum(sizes[:-1]) < MINIMUM_MEMBERS:
        return None
    ordered = pairs = 0.0
    older: list[int] = []
    for minutes in sorted(by_wait, reverse=True):
        for number in by_wait[minutes]:
            ordered += bisect_left(older, number)
        pairs += len(older) * len(by_wait[minutes])
        older = sorted([*older, *by_wait[minutes]])
    return round(ordered / pairs, 3)


TOGETHER = 16
"""Numbers a member up to which they may be of one burst that starts others as well: run groups of a few loops each."""


def birth_spread(members: Members, newest_goroutine: int | None) -> float | None:
    """Part of the process's life, in goroutine numbers, over which the members were started.

    Of all of them but the first and last tenth, or but the first fifth and the last few, if these came close together:
    so a start-up's burst with a few started before it is a burst, but not one in the middle of a steady stream. None
    when the numbers are dense (a burst that fills the whole range looks like a steady stream) or too few.
    """
    ids = members.numbers
    if newest_goroutine is None or len(ids) < MINIMUM_MEMBERS or newest_goroutine < 2 * len(ids):
        return None
    span = _quantile(ids, 0.9) - _quantile(ids, 0.1)
    spread = span / newest_goroutine
    dense = span <= DENSE * 0.8 * len(ids)
    if dense and spread > 0.25:
        return None
    part = spread / 0.8
    but_the_first = _quantile(ids, 0.95) - _quantile(ids, 0.2)
    if but_the_first <= TOGETHER * 0.75 * len(ids):
        part = min(part, but_the_first / newest_goroutine / 0.75)
    return round(min(1.0, part), 3)


NEIGHBOURHOOD = 32
"""Goroutine numbers to either side that are looked at for neighbours; a processor takes numbers 16 at a time."""


def standing_alone(living: Sequence[int]) -> frozenset[int]:
    """Of the numbers of all goroutines, ascending, those around which most others have ended."""
    alone: set[int] = set()
    first = behind = 0
    newest, most = living[-1] if living else 0, len(living)
    for number in living:
        low = number - NEIGHBOURHOOD if number > NEIGHBOURHOOD else 1
        high = number + NEIGHBOURHOOD
        while first < most and living[first] < low:
            first += 1
        while behind < most and living[behind] <= high:
            behind += 1
        if 2 * (behind - first) <= min(high, newest) - low:
            alone.add(number)
    return frozenset(alone)


def born_apart(members: Members, standing_alone: Callable[[], frozenset[int]]) -> float | None:
    """Part of the members around whose number most other goroutines have ended, see `standing_alone`.

    A pool's burst lives on together: its numbers are dense, or, of a small pool started among work that ended, most of
    its members stand in one neighbourhood. A goroutine left behind by a request stands alone among the numbers of what
    ended. Where everything started is left behind, too, numbers are dense and this tells nothing.
    """
    ids = members.numbers
    if len(ids) < MINIMUM_MEMBERS:
        return None
    apart = 0
    for number in standing_alone().intersection(ids):
        near = bisect_right(ids, number + NEIGHBOURHOOD) - bisect_left(ids, max(1, number - NEIGHBOURHOOD))
        apart += near <= 0.5 * len(ids)
    return round(apart / len(ids), 3)


def starts_no_more(members: Members, group_of_goroutine: Mapping[int, GoroutineGroup]) -> bool | None:
    """Whether one goroutine started them all and has waited for minutes since, for no end of theirs.

    So it is with what main starts before it waits for a signal: there will not be one more. None where it is not known
    who started each.
    """
    creators = [member.created_in for group in members.groups for member in group.members]
    if len(creators) < MINIMUM_MEMBERS or None in creators:
        return None
    creator = creators[0]
    parent = (
        group_of_goroutine.get(creator) if creator is not None and creators.count(creator) == len(creators) else None
    )
    if parent is None or parent.state in COUNTING_STATES or accepts([frame.function for frame in parent.frames]):
        return False
    return any(member.goroutine == creator and member.wait_minutes for member in parent.members)


def none_waits_minutes(members: Members, newest_waiting: int | None) -> bool | None:
    """Whether none has waited a minute, though others in the dump have.

    What is left behind all along has waited for as long as others by now. None where no header prints a wait.
    """
    return None if newest_waiting is None or not members.numbers else not members.waits


JOINING_TAIL = 0.4
"""The newest part of the process's life, in goroutine numbers, in which a group that still fills gains members."""


def joins_ended(members: Members, newest_goroutine: int | None) -> float | None:
    """How surely the group has stopped to gain members: 0 as many as ever came of late, 1 none did.

    From the first member on, a pile-up gains members up to the last moment, so that the newest `JOINING_TAIL` of the
    numbers holds that part of them; a pool that has filled, or clients that came after a start, gain no more. The
    number of late ones is taken at its upper bound (a Poisson count), so that a few members never say it surely.
    None when numbers are dense: where all that starts stays, its numbers are no clock.
    """
    ids = members.numbers
    if newest_goroutine is None or len(ids) < MINIMUM_MEMBERS:
        return None
    span = newest_goroutine - ids[0]
    if ids[-1] - ids[0] < DENSE * len(ids) or span < 2 * len(ids):
        return None
    late = len(ids) - bisect_right(ids, newest_goroutine - JOINING_TAIL * span)
    at_most = late + 1 + 1.28 * sqrt(late + 0.5)
    return round(max(0.0, 1 - at_most / (JOINING_TAIL * len(ids))), 3)


def spawners(groups: Sequence[GoroutineGroup]) -> float | None:
    """Distinct creating goroutines per member; needs the `in goroutine N` of Go 1.21."""
    members = sum(group.count for group in groups if group.created_in)
    distinct = {number for group in groups for number in group.created_in}
    if members < MINIMUM_MEMBERS or not distinct:
        return None
    return round(min(1.0, len(distinct) / members), 3)


def one_starter(members: Members) -> bool | None:
    """Whether one goroutine started all of them, or there is but one; None where no creator's number is printed."""
    numbers = {number for creators in members.creators for number in creators}
    return len(numbers) == 1 if numbers else None


def creator_returned(members: Members, functions_of: Callable[[int], frozenset[str] | None]) -> float | None:
    """Part of the members whose creating goroutine is gone or no longer inside the function that started them.

    None when the dump does not print who created whom, or for children of goroutines that the evidence does not show.
    """
    left = known = 0
    for group, creators in zip(members.groups, members.creators, strict=True):
        if group.created_by is None:
            continue
        for number, children in creators.items():
            functions = functions_of(number)
            known += children
            if functions is None or group.created_by.function not in functions:
                left += children
    return round(left / known, 3) if known else None


def orphaned(members: Members, alive: Mapping[int, GoroutineGroup]) -> float | None:
    """Part of the members whose creating goroutine is no longer in the capture; needs the numbers of Go 1.21."""
    known = sum(sum(creators.values()) for creators in members.creators)
    left = sum(count for creators in members.creators for number, count in creators.items() if number not in alive)
    return round(left / known, 3) if known else None


def is_woken(members: Members, newest_waiting: int | None, seasoned: Set[int] = frozenset()) -> bool | None:
    """Whether members are older than a minute and yet none waits for one: something wakes them again and again.

    `newest_waiting` is the highest number of a goroutine with a printed wait: lower numbers are at least as
    old as that wait; `seasoned` are numbers known to be so old from an earlier capture. None when too few of the
    members are that old.
    """
    ids = members.numbers
    old = bisect_left(ids, newest_waiting or 0)
    if seasoned:
        old += sum(number in seasoned for number in ids[old:])
    if not ids or old < min(MINIMUM_MEMBERS, len(ids) // 2 + 1):
        return None
    return not members.waits


def shares_object(groups: Sequence[GoroutineGroup]) -> bool | None:
    """Whether the functions that the members were started with print one and the same first word.

    None where fewer than `MINIMUM_MEMBERS` print one: it may be left out (`...`), inlined away or not an address.
    """
    words: list[int | None] = []
    for group in groups:
        entry = len(own_frames(group.frames)) - 1
        if entry >= 0:
            words += [member.first_words[entry] for member in group.members if entry < len(member.first_words)]
    addresses = [word for word in words if word is not None and word > LOWEST_ADDRESS]
    return len(set(addresses)) == 1 if len(addresses) >= MINIMUM_MEMBERS else None
