"""How long a group has stood where it stands, and what that says of those it waits for.

A header prints minutes only from the first minute on, and other kinds of evidence print none at all: not printed is not
measured. A critical section takes no minutes, so a lock that others have waited ten for is in nobody's hands who is
about to give it back, whether he sleeps or runs.
"""

from __future__ import annotations

from typing import Final

from ..waits.lock_holders import NEVER_ENDS
from ..waits.scene import LIVING_STATES
from ..waits.wait_for import Involvement
from .group_ages import Members

STANDS_LONG: Final = 10
"""Minutes from which a wait for a lock is no contention."""

SAME_GOROUTINES: Final = 0.9
"""Part of the first capture's members that must still be there for the time between the captures to count."""


def stood(members: Members, *, stayed: float | None, watched: float | None, only_young: bool | None) -> float | None:
    """Minutes that half of the members have stood there at least; None where nothing tells.

    `stayed` of the first capture's members are there after `watched` minutes; they were woken in between if they print
    no wait though others do (`only_young`).
    """
    goroutines = sum(group.count for group in members.groups)
    if 2 * len(members.waits) >= goroutines and members.waits:
        return float(members.waits[len(members.waits) - (goroutines + 1) // 2])
    if only_young or stayed is None or stayed < SAME_GOROUTINES or watched is None or watched < STANDS_LONG:
        return None
    return watched


def awaits_living(involved: Involvement, minutes: float | None, *, torn: bool) -> bool | None:
    """Whether all that the group waits for will go on by itself; an hour of waiting disproves it."""
    if torn and not involved.awaits_living:
        return None
    return involved.awaits_living and (minutes is None or minutes < NEVER_ENDS)


def holder_finishes(involved: Involvement, minutes: float | None) -> bool | None:
    """Whether who holds the lock will give it back soon; None where nobody is known to hold one."""
    if involved.holder_state is None and not involved.awaits_living:
        return None
    lives = involved.holder_state in LIVING_STATES or involved.awaits_living
    return lives and (minutes is None or minutes < STANDS_LONG)
