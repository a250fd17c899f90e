"""Locks that a call takes and brings back to its caller: standbys in the lock of a post, locks by key.

    sync.(*Mutex).Lock ← seats.(*Seats).Take ← turn.Turn.Serve:40     two at each of a dozen locks, for an hour
    select in turn.Turn.do ← turn.Turn.Serve:41                       a dozen that came back from Take, as old

Nobody is inside `Take` who could give a lock back, and none was left locked: whoever came back from the call has it.
One lock and somebody further on is no sign of that, as a getter is passed by everybody; many locks at once, and at
least as many goroutines past the same call, are. They must have been there when the longest wait began: requests that
came an hour later pass the call as well, and hold nothing of what others have waited for since.
"""

from __future__ import annotations

from .scene import Standing, WaitScene

LEAST_LOCKS = 3


def handed_to(scene: WaitScene, waiter: Standing) -> frozenset[int]:
    """Groups past the call in which `waiter` waits, who have its locks; empty where they cannot have them all."""
    lock = waiter.lock
    if lock is None or len(lock.addresses) < LEAST_LOCKS:
        return frozenset()
    place, newest = lock.taker_depth + 1, _newest_of_the_first(waiter)
    if place > waiter.entry or newest is None:
        return frozenset()
    entered = scene.by_entry.get(waiter.group.frames[waiter.entry].function, ())
    past = [index for index in entered if _is_past(scene.standings[index], waiter, place)]
    having = sum(number <= newest for index in past for number in scene.standings[index].group.ids)
    return frozenset(past) if having >= len(lock.addresses) else frozenset()


def _newest_of_the_first(waiter: Standing) -> int | None:
    """The highest number of those who have waited longest; None where the dump has no numbers.

    Numbers are given in the order of starting, so who has a higher one came after their wait had begun. Of a large
    group only the lowest numbers are kept with their waits: where most have waited alike, all are taken for theirs.
    """
    group = waiter.group
    longest = max((minutes or 0 for minutes, _ in group.waits), default=0)
    alike = sum(count for minutes, count in group.waits if (minutes or 0) == longest)
    if 2 * alike >= group.count:
        return max(group.ids, default=None)
    first = [member.goroutine for member in group.members if (member.wait_minutes or 0) == longest]
    return max((number for number in first if number is not None), default=None)


def _is_past(other: Standing, waiter: Standing, place: int) -> bool:
    """Whether it stands further down in the function that called for the lock, as many calls from its start."""
    theirs = other.entry - (waiter.entry - place)
    if other.lock is not None or theirs < 0:
        return False
    mine, frame = waiter.group.frames[place], other.group.frames[theirs]
    return frame.function == mine.function and (frame.line or 0) > (mine.line or 0) > 0
