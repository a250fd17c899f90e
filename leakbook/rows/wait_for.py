"""The wait-for picture that a dump allows: who holds the lock that others wait for, and who only waits for whom.

Three relations are drawn between groups of one moment:

- waiter -> holder: by lock address (a holder's frame has a receiver whose fields cover the lock) where addresses are
  printed, by receiver type where they are not;
- parent -> child: a goroutine in WaitGroup.Wait, errgroup's Wait or a receive whose children, started by the function it
  waits in, are stuck;
- a cycle of the first relation is a deadlock by lock order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..evidence.model import GoroutineGroup
from ..evidence.names import closure_parent
from .lock_waits import LockWait, covers, inside_types, lock_wait, receiver_type, takes_own_lock_again, waits_for_lock

HOLDER_STATES = {
    "chan send": 4,
    "chan send (nil chan)": 4,
    "chan receive (nil chan)": 4,
    "sync.WaitGroup.Wait": 4,
    "sync.Mutex.Lock": 4,
    "sync.RWMutex.Lock": 4,
    "sync.RWMutex.RLock": 4,
    "semacquire": 4,
    "chan receive": 3,
    "sleep": 2,
    "IO wait": 2,
    "syscall": 2,
    "select": 2,
    "running": 1,
    "runnable": 1,
}
"""How telling it is that somebody blocked in this state sits inside the critical section others want to enter.

`sync.Cond.Wait` is missing on purpose: it gives its lock back while it waits."""

PARENT_STATES = frozenset({"sync.WaitGroup.Wait", "semacquire", "chan receive", "select"})
STUCK_CHILD_STATES = frozenset(
    {
        "chan send",
        "chan send (nil chan)",
        "chan receive (nil chan)",
        "select (no cases)",
        "sync.Mutex.Lock",
        "sync.RWMutex.Lock",
        "sync.RWMutex.RLock",
        "sync.Cond.Wait",
        "sync.WaitGroup.Wait",
        "chan receive",
    }
)


@dataclass(slots=True, kw_only=True)
class Involvement:
    """A group's part in the picture. `waits_for` are indexes of other groups of the same moment."""

    waits_for: set[int] = field(default_factory=set)
    victims: int = 0
    holds_lock: bool = False
    in_cycle: bool = False
    self_deadlock: bool = False
    queue: int | None = None
    is_victim: bool = False


def picture(groups: Sequence[GoroutineGroup]) -> tuple[Involvement, ...]:
    """Each group's involvement, in the order given."""
    involved = tuple(Involvement() for _ in groups)
    waits = {index: lock_wait(group) for index, group in enumerate(groups) if waits_for_lock(group)}
    for index, wait in waits.items():
        involved[index].queue = max((count for _, count in wait.addresses), default=groups[index].count)
        holders = _holders(groups, waits, index)
        involved[index].waits_for |= holders
        if not holders and takes_own_lock_again(groups[index]):
            involved[index].self_deadlock = True
    _mark_cycles(involved)
    _mark_holders(groups, waits, involved)
    _mark_parents(groups, waits, involved)
    return involved


def _holders(groups: Sequence[GoroutineGroup], waits: dict[int, LockWait], waiter: int) -> set[int]:
    """The most telling candidates for holding what `waiter` waits for."""
    scored = {
        index: score
        for index, group in enumerate(groups)
        if index != waiter and (score := _holder_score(group, waits.get(index), waits[waiter])) > 0
    }
    best = max(scored.values(), default=0)
    return {index for index, score in scored.items() if score == best}


def _holder_score(group: GoroutineGroup, own: LockWait | None, wanted: LockWait) -> float:
    """0 when the group cannot hold the wanted lock, else how telling its position is."""
    start = own.taker_depth + 1 if own else 0
    base = HOLDER_STATES.get(group.state or "", 0)
    if base == 0:
        return 0
    if own is not None and _same_lock(own, wanted):
        return 0
    depth = _depth_inside(group, start, wanted)
    if depth is None:
        return 0
    # A service loop rests in its own method (the entry function) and holds nothing there.
    resting = group.state in {"select", "chan receive"} and depth >= len(group.frames) - 1 and depth == start
    return 0.5 if resting else base


def _same_lock(own: LockWait, wanted: LockWait) -> bool:
    if own.addresses and wanted.addresses:
        return bool({address for address, _ in own.addresses} & {address for address, _ in wanted.addresses})
    return own.owner is not None and own.owner == wanted.owner


def _depth_inside(group: GoroutineGroup, start: int, wanted: LockWait) -> int | None:
    """Frame index at which the group is inside a method of the object that owns the wanted lock."""
    if wanted.addresses:
        for member in group.members:
            for index, word in enumerate(member.first_words[start:], start):
                in_method = receiver_type(group.frames[index].function) is not None
                if in_method and any(covers(word, address) for address, _ in wanted.addresses):
                    return index
        if any(any(words.first_words) for words in group.members):
            return None
    if wanted.owner is None or wanted.owner not in inside_types(group, start):
        return None
    return next(i for i, f in enumerate(group.frames[start:], start) if receiver_type(f.function) == wanted.owner)


def _mark_cycles(involved: Sequence[Involvement]) -> None:
    for index, involvement in enumerate(involved):
        reached: set[int] = set()
        frontier = set(involvement.waits_for)
        while frontier:
            reached |= frontier
            frontier = {after for node in frontier for after in involved[node].waits_for} - reached
        involvement.in_cycle = index in reached


def _mark_holders(
    groups: Sequence[GoroutineGroup], waits: dict[int, LockWait], involved: Sequence[Involvement]
) -> None:
    for index in waits:
        for holder in involved[index].waits_for:
            involved[holder].holds_lock = True
            involved[holder].victims += groups[index].count
        if involved[index].waits_for and not involved[index].in_cycle:
            involved[index].is_victim = True


def _mark_parents(
    groups: Sequence[GoroutineGroup], waits: dict[int, LockWait], involved: Sequence[Involvement]
) -> None:
    """A goroutine that waits for children it started is their victim when they are stuck."""
    for index, group in enumerate(groups):
        if group.state not in PARENT_STATES or index in waits:
            continue
        names = {frame.function for frame in group.frames}
        for child, other in enumerate(groups):
            if child != index and _is_stuck_child(other, names) and not _patient(group, other):
                involved[index].is_victim = True
                involved[index].waits_for.add(child)
                involved[child].victims += group.count


def _is_stuck_child(group: GoroutineGroup, parent_names: set[str]) -> bool:
    if group.state not in STUCK_CHILD_STATES:
        return False
    started_by = {closure_parent(frame.function) for frame in group.frames if closure_parent(frame.function)}
    if group.created_by is not None:
        started_by.add(group.created_by.function)
    return bool(started_by & parent_names)


def _patient(parent: GoroutineGroup, child: GoroutineGroup) -> bool:
    """Whether the parent rather is the cause: it only receives, as its children do, or it outnumbers them."""
    if parent.state in {"chan receive", "select"}:
        return child.state in {"chan receive", "sync.WaitGroup.Wait", "sync.Cond.Wait"} or parent.count > child.count
    return False
