"""Which lock a goroutine waits for, and whose lock that is.

A dump prints the first argument word of every frame; for a method that is the receiver's address, and a mutex is nearly
always a field of the receiver whose method takes it: the lock's address lies a little above the receiver's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import IntEnum

from ...evidence.frames import Frame
from ...evidence.model import GoroutineGroup
from ...evidence.name_memory import remembered
from ...evidence.names import package_of

LOCK_STATES = frozenset({"sync.Mutex.Lock", "sync.RWMutex.RLock", "sync.RWMutex.Lock"})

FIELD_REACH = 4096
"""How far above its receiver a lock field is looked for, in bytes."""

LOWEST_ADDRESS = 0x1000
"""No pointer lies below the first page."""

SAME_LOCK_REACH = 24
"""A RWMutex is 24 bytes; its readers and writers wait on different fields of it."""

_LOCK_CALL = re.compile(r"Mutex(?:\[\.\.\.\])?\)?\.(?:R?Lock|lockSlow|lock|rlock)(?:$|\.)")
_RECEIVER = re.compile(r"^([^(]*\.\(\*?[^()]+\))\.")
_VALUE_RECEIVER = re.compile(r"^(.*/)?([^/.]+\.[A-Z]\w*)\.\w+")
_SYNC_PACKAGES = frozenset({"sync", "internal/sync", "runtime"})


@remembered(65536)
def receiver_type(function: str) -> str | None:
    """`shop/orders.(*Book)` of `shop/orders.(*Book).Add.func1`; None for plain functions and their closures."""
    found = _RECEIVER.match(function)
    if found:
        return found.group(1)
    found = _VALUE_RECEIVER.match(function)
    if found is None or re.search(r"\.(?:func\d|gowrap\d)", function[found.end(2) :]):
        return None  # `shop.Publish.func1` is a closure of a function, not a method of a type Publish
    return f"{found.group(1) or ''}{found.group(2)}"


@remembered(65536)
def is_lock_call(function: str) -> bool:
    """Whether the function takes a mutex: of package sync, or of a type wrapped around one and named alike."""
    return _LOCK_CALL.search(function) is not None


def lock_depth(frames: Sequence[Frame]) -> int:
    """Number of leading frames that belong to taking the lock."""
    depth = 0
    for index, frame in enumerate(frames[:8]):
        if is_lock_call(frame.function):
            depth = index + 1
        elif package_of(frame.function) not in _SYNC_PACKAGES:
            break
    return depth


def waits_for_lock(group: GoroutineGroup) -> bool:
    """Whether the group waits in a Lock or RLock, by its state or by its frames (before Go 1.20: plain semacquire)."""
    if group.state in LOCK_STATES:
        return True
    return group.state in {"semacquire", None} and lock_depth(group.frames) > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LockWait:
    """What a group waits for: the lock of an object of type `owner`, at one of `addresses` (with waiters each)."""

    taker: Frame | None
    """The function that called Lock."""
    taker_depth: int
    owner: str | None
    addresses: tuple[tuple[int, int], ...]
    receivers: frozenset[int]
    """Addresses of the objects whose method took the lock, where printed and the lock lies inside."""
    holders_of_pointer: frozenset[int]
    """The same where the lock lies elsewhere: the object has a pointer to it, as to a Cond's L."""


def lock_wait(group: GoroutineGroup) -> LockWait | None:
    """The lock side of a group; None when it waits for no lock."""
    if not waits_for_lock(group):
        return None
    depth = lock_depth(group.frames)
    taker = group.frames[depth] if depth < len(group.frames) else None
    words = {member.first_words[depth] for member in group.members if depth < len(member.first_words)}
    known = frozenset(word for word in words if word is not None and word > LOWEST_ADDRESS)
    owner = receiver_type(taker.function) if taker else None
    locks = [address for address, _ in group.lock_addresses]
    return LockWait(
        taker=taker,
        taker_depth=depth,
        owner=owner,
        addresses=group.lock_addresses,
        receivers=frozenset(word for word in known if any(covers(word, lock) for lock in locks)),
        holders_of_pointer=known if owner is not None else frozenset(),
    )


def covers(receiver: int, lock: int) -> bool:
    """Whether a lock at this address may be a field of the object at `receiver`."""
    return receiver > LOWEST_ADDRESS and 0 <= lock - receiver < FIELD_REACH


def same_lock(one: LockWait, other: LockWait) -> bool:
    """Whether two groups wait for one lock: by address where both print it, by owner where not."""
    if one.addresses and other.addresses:
        return any(abs(a - b) < SAME_LOCK_REACH for a, _ in one.addresses[:64] for b, _ in other.addresses[:64])
    return one.owner is not None and one.owner == other.owner


class Retaking(IntEnum):
    """How surely a goroutine waits for a lock that a method further out on its own stack has taken."""

    NO = 0
    BY_TYPE = 1
    """Both methods are of one type, and no address tells whether of one object: many objects call each other so."""
    BY_ADDRESS = 2
    """The lock lies inside the object whose method is further out."""


def retaking(group: GoroutineGroup, wait: LockWait, entry: int, takers: AbstractSet[str]) -> Retaking:
    """Whether the taker's receiver already has another method further out on the same stack.

    It proves nothing alone: the outer method need not hold the lock. It is the explanation where no other goroutine can
    be the holder. The function a goroutine was started with, its loop as a rule, counts only when others wait in it for
    the same lock (`takers`), or where the lock lies in its object, a cut stack does not show that it began there, and
    it came back to the object through another one.
    """
    if wait.owner is None:
        return Retaking.NO
    frames = group.frames
    outer = [
        place for place in range(wait.taker_depth + 1, entry + 1) if receiver_type(frames[place].function) == wait.owner
    ]
    called = {place for place in outer if place < entry or frames[place].function in takers}
    others = [i for i in range(wait.taker_depth + 1, entry) if receiver_type(frames[i].function) != wait.owner]
    came_back = {place for place in outer if group.created_by is None and any(i < place for i in others)}
    words = [
        (member.first_words[wait.taker_depth], member.first_words[place], place)
        for member in group.members
        if len(member.first_words) == len(frames)
        for place in outer
    ]
    locks = [address for address, _ in wait.addresses]
    if locks and any(
        out is not None and inner in (out, None) and place in called | came_back and any(covers(out, a) for a in locks)
        for inner, out, place in words
    ):
        return Retaking.BY_ADDRESS
    known = [(inner, out) for inner, out, place in words if place in called and inner is not None and out is not None]
    is_contradicted = bool(known) and (bool(locks) or all(inner != out for inner, out in known))
    return Retaking.BY_TYPE if called and not is_contradicted else Retaking.NO
