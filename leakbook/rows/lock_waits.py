"""Which lock a goroutine waits for, and which objects it is inside of.

A dump prints the first argument word of every frame; for a method that is the receiver's address, and a mutex is nearly
always a field of the receiver whose method takes it: the lock's address lies a little above the receiver's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..evidence.model import Frame, GoroutineGroup
from ..evidence.names import package_of

LOCK_STATES = frozenset({"sync.Mutex.Lock", "sync.RWMutex.RLock", "sync.RWMutex.Lock"})

FIELD_REACH = 4096
"""How far above its receiver a lock field is looked for, in bytes."""

_LOCK_CALL = re.compile(r"Mutex(?:\[\.\.\.\])?\)?\.(?:R?Lock|lockSlow|lock|rlock)(?:$|\.)")
_RECEIVER = re.compile(r"^(.+?\.\(\*?[^()]+\))\.")
_VALUE_RECEIVER = re.compile(r"^(.*/)?([^/.]+\.[A-Z]\w*)\.\w+")


def receiver_type(function: str) -> str | None:
    """`shop/orders.(*Book)` of `shop/orders.(*Book).Add.func1`; None for plain functions."""
    found = _RECEIVER.match(function)
    if found:
        return found.group(1)
    found = _VALUE_RECEIVER.match(function)
    return f"{found.group(1) or ''}{found.group(2)}" if found else None


def lock_depth(frames: Sequence[Frame]) -> int:
    """Number of leading frames that belong to taking the lock (package sync, or a mutex type wrapped around it)."""
    depth = 0
    for index, frame in enumerate(frames[:8]):
        if _LOCK_CALL.search(frame.function):
            depth = index + 1
        elif package_of(frame.function) not in {"sync", "internal/sync", "runtime"}:
            break
    return depth


def waits_for_lock(group: GoroutineGroup) -> bool:
    """Whether the group waits in a Lock or RLock, by its state or by its frames (before Go 1.20: plain semacquire)."""
    if group.state in LOCK_STATES:
        return True
    return group.state in {"semacquire", None} and lock_depth(group.frames) > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LockWait:
    """What a waiting group waits for: `taker` called Lock, on a lock at one of `addresses`, of an object of type `owner`."""

    taker: Frame | None
    taker_depth: int
    owner: str | None
    addresses: tuple[tuple[int, int], ...]


def lock_wait(group: GoroutineGroup) -> LockWait:
    """The lock side of a group for which `waits_for_lock` holds."""
    depth = lock_depth(group.frames)
    taker = group.frames[depth] if depth < len(group.frames) else None
    owner = receiver_type(taker.function) if taker else None
    return LockWait(taker=taker, taker_depth=depth, owner=owner, addresses=group.lock_addresses)


def covers(receiver: int | None, lock: int) -> bool:
    """Whether a lock at this address may be a field of the object at `receiver`."""
    return receiver is not None and receiver > 0x1000 and 0 <= lock - receiver < FIELD_REACH


def inside_types(group: GoroutineGroup, start: int = 0) -> frozenset[str]:
    """Receiver types of the methods on the stack, from frame `start` outwards."""
    found = (receiver_type(frame.function) for frame in group.frames[start:])
    return frozenset(name for name in found if name)


def takes_own_lock_again(group: GoroutineGroup) -> bool:
    """Whether the taker's receiver already has another method further out on the same stack.

    By address where words are printed, by type otherwise. It proves nothing alone: the outer method need not hold the
    lock. It is the explanation where no other goroutine can be the holder.
    """
    wait = lock_wait(group)
    if wait.owner is None:
        return False
    outer = [i for i in range(wait.taker_depth + 1, len(group.frames)) if _same_owner(group.frames[i], wait.owner)]
    if not outer:
        return False
    for member in group.members:
        words = member.first_words
        if len(words) == len(group.frames) and words[wait.taker_depth] is not None:
            return any(words[i] == words[wait.taker_depth] for i in outer)
    return True


def _same_owner(frame: Frame, owner: str) -> bool:
    return receiver_type(frame.function) == owner
