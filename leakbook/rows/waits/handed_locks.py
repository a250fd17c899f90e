"""Locks that a call takes and brings back to its caller: standbys in the lock of a duty, locks by key.

    sync.(*Mutex).Lock ← roll.(*Roll).Take ← duty.Candidate.Serve:22     two at each of 48 locks, for hours
    select in duty.Candidate.do ← duty.Candidate.Serve:23                48 that came back from Take

Nobody is inside `Take` who could give a lock back, and none was left locked: whoever came back from the call has it.
One lock and somebody further on is no sign of that, as a getter is passed by everybody; many locks at once, and at
least as many goroutines past the same call, are.
"""

from __future__ import annotations

from .scene import Standing, WaitScene

LEAST_LOCKS = 3


def handed_to(scene: WaitScene, waiter: Standing) -> frozenset[int]:
    """Groups past the call in which `waiter` waits, who have its locks; empty where they cannot have them all."""
    lock = waiter.lock
    if lock is None or len(lock.addresses) < LEAST_LOCKS:
        return frozenset()
    place = lock.taker_depth + 1
    if place > waiter.entry:
        return frozenset()
    entered = scene.by_entry.get(waiter.group.frames[waiter.entry].function, ())
    past = [index for index in entered if _is_past(scene.standings[index], waiter, place)]
    having = sum(scene.standings[index].group.count for index in past)
    return frozenset(past) if having >= len(lock.addresses) else frozenset()


def _is_past(other: Standing, waiter: Standing, place: int) -> bool:
    """Whether it stands further down in the function that called for the lock, as many calls from its start."""
    theirs = other.entry - (waiter.entry - place)
    if other.lock is not None or theirs < 0:
        return False
    mine, frame = waiter.group.frames[place], other.group.frames[theirs]
    return frame.function == mine.function and (frame.line or 0) > (mine.line or 0) > 0
