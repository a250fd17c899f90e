"""Who a goroutine that waits on a channel, a WaitGroup or a condition waits for, where no address says so.

- A caller blocked inside an object's method (`Push` sends, `Stop` receives) waits for the loop that serves the object;
  when that loop is itself stuck away from its resting place, it is the cause and its callers are victims. A single such
  loop can be behind hundreds of thousands of callers.
- A parent in WaitGroup.Wait, errgroup's Wait or a receive waits for the children it started.
- Whoever waits for a connection of database/sql waits for those who hold one, in a transaction or a result set, and are
  stuck over something else.
- Callers of `singleflight.Do` wait for the one goroutine inside `doCall`; of `sync.Once.Do` for the one running it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from ...evidence.names import closure_parent, module_root, package_of
from ...evidence.packages import is_stdlib
from ..landmarks import is_request_scoped
from ..listeners import accepts
from .lock_waits import LOWEST_ADDRESS, receiver_type
from .scene import (
    AT_WORK_STATES,
    COUNTING_STATES,
    MEMBERS_LOOKED_AT,
    MOST_POSITIONS,
    RESTING_STATES,
    Standing,
    WaitScene,
    starters,
)
from .sql_pool import OPEN_RESULTS, asks_for_connection

CALLER_STATES = frozenset(
    {"chan send", "chan receive", "select", "sync.Cond.Wait", "sync.WaitGroup.Wait", "semacquire"}
)
STUCK_STATES = frozenset(
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
        "semacquire",
        "chan receive",
    }
)
"""States that need somebody else to end them. I/O and sleep end by themselves, in time."""

KEEPS_MAIN_STATES = (STUCK_STATES - RESTING_STATES) | {"select (no cases)"}
"""States of a goroutine that main can be said to wait for. main waits for its services as long as the process lives
(`errgroup.Wait`, `run.Group.Run`, `WaitForShutdown`), and a service between two jobs receives, selects or reads."""

PARENT_STATES = frozenset({"sync.WaitGroup.Wait", "semacquire", "chan receive", "select"})
MOST_PEERS = 8
MOST_OWNERS_ASKED = 256

_ONE_WORKS_FOR_ALL = {
    "golang.org/x/sync/singleflight.(*Group).Do": "golang.org/x/sync/singleflight.(*Group).doCall",
    "internal/singleflight.(*Group).Do": "internal/singleflight.(*Group).doCall",
    "sync.(*Once).doSlow": "sync.(*Once).doSlow",
}


def peers_of(scene: WaitScene, waiter: Standing) -> frozenset[int]:
    """Groups the waiter waits for by one of the relations above."""
    relations = (
        _stuck_loops(scene, waiter),
        _stuck_children(scene, waiter),
        _worker_for_all(scene, waiter),
        _stuck_owner(scene, waiter),
        _holders_of_the_pool(scene, waiter),
    )
    kept = (filter(lambda index: _may_keep(waiter, scene.standings[index]), relation) for relation in relations)
    found = [index for relation in kept for index in islice(relation, MOST_PEERS + 1)]
    return frozenset(sorted(dict.fromkeys(index for index in found if index != waiter.index))[:MOST_PEERS])


def _may_keep(waiter: Standing, other: Standing) -> bool:
    """False for a service at rest that main waits for: see KEEPS_MAIN_STATES."""
    if not waiter.group.frames or waiter.group.frames[waiter.entry].function != "main.main":
        return True
    return other.lock is not None or other.group.state is None or other.group.state in KEEPS_MAIN_STATES


def _stuck_loops(scene: WaitScene, waiter: Standing) -> Iterator[int]:
    """Loops of the object the waiter is inside of, called from outside the object, that are stuck elsewhere."""
    group = waiter.group
    may_call = group.state in CALLER_STATES or (group.state is None and waiter.own_leaf < waiter.entry)
    if waiter.lock is not None or not may_call or not group.frames or waiter.rests:
        return
    owner = waiter.owners[waiter.own_leaf]
    if owner is not None and owner != waiter.owners[waiter.entry]:
        mine = _receivers(waiter, owner)
        for index in scene.loops_by_type.get(owner, ()):
            loop = scene.standings[index]
            if _keeps(loop, waiter) and (not mine or not (theirs := _receivers(loop, owner)) or mine & theirs):
                yield index
    for word in leaf_words(waiter):
        for index in scene.loops_by_word.get(word, ()):
            loop = scene.standings[index]
            if index != waiter.index and _keeps(loop, waiter) and not is_of_one_kind(waiter, loop):
                yield index


def _keeps(loop: Standing, waiter: Standing) -> bool:
    return _is_stuck_loop(loop) and not _awaits(loop, waiter)


def _awaits(parent: Standing, child: Standing) -> bool:
    """Whether the first waits in the very function that started the second: the wait is the other way round."""
    creator = child.group.created_by
    waits = parent.group.state in PARENT_STATES
    return waits and creator is not None and parent.own_function == creator.function


def awaits_reply(scene: WaitScene, waiter: Standing) -> bool:
    """Whether it waits in a method of an object whose own loop reads from a connection.

    So does a caller of a client that sends requests and matches what comes back (`Acquire` beside `receive`): the other
    side may take its time, and the loop lives to hand the answer on. That it is lost a single look cannot show.
    """
    group = waiter.group
    if waiter.lock is not None or not group.frames or group.state not in {"chan receive", "select"} or waiter.rests:
        return False
    owner = waiter.owners[waiter.own_leaf]
    loops = [scene.standings[index] for index in scene.loops_by_type.get(owner or "", ())]
    return owner is not None and any(
        loop.group.state == "IO wait"
        and any(frame.function.endswith(".Read") for frame in loop.group.frames[: loop.own_leaf])
        and loop.group.count < group.count
        and same_object(waiter, loop, owner)
        for loop in loops
    )


OWN_WORK: Final = 0.8
"""Goroutines at work for each that waits in the function that started them, from which it waits for them."""

BEATING_STATES: Final = frozenset({"sleep", "select", "chan receive"})
"""Where one stands between two beats. Who reads for minutes is woken for each piece, too, and is at work."""


def awaits_own_work(scene: WaitScene, waiter: Standing) -> bool:
    """Whether it waits in the very function that started goroutines which are there, in the middle of some work.

    Their answer comes first, whatever keeps them: who asks twice and takes the first answer selects for as long as both
    ask. A goroutine at rest (a beat, a reader's loop) lives because its parent does, and is not waited for; nor is one
    that has been woken again and again since, while its parent waits for minutes, as a beat is in the pause it calls.
    """
    group = waiter.group
    if waiter.lock is not None or not group.frames or group.state not in {*PARENT_STATES, None}:
        return False
    own_numbers = _all_numbers(waiter)

    def at_work(child: Standing) -> bool:
        in_a_pause = waiter.waits_minutes and child.group.state in BEATING_STATES and not child.waits_minutes
        return child.own_leaf < child.entry and not child.rests and not in_a_pause

    works = sum(
        child.group.count for child in _started_by(scene, waiter, waiter.own_leaf, own_numbers) if at_work(child)
    )
    if works >= OWN_WORK * group.count:
        return True
    # A library that waits inside its own call for what it started there to read, as a proxy does for both directions.
    return any(
        sum(child.group.count for child in _started_by(scene, waiter, place, own_numbers) if _reads(child))
        >= OWN_WORK * group.count
        for place in range(waiter.own_leaf)
    )


def _started_by(
    scene: WaitScene, waiter: Standing, place: int, own_numbers: frozenset[int] | None
) -> Iterator[Standing]:
    """The groups that the function of the waiter's frame started."""
    for index in scene.started(waiter.group.frames[place].function, own_numbers):
        if index != waiter.index:
            yield scene.standings[index]


def _reads(child: Standing) -> bool:
    """A server reads on while a handler runs, only to see its client go (`backgroundRead`)."""
    functions = [frame.function for frame in child.group.frames]
    return child.group.state == "IO wait" and not accepts(functions) and _WATCHES_ITS_CLIENT not in functions


_WATCHES_ITS_CLIENT: Final = "net/http.(*connReader).backgroundRead"


def is_of_one_kind(waiter: Standing, loop: Standing) -> bool:
    """Whether both were started with methods of one type: loops side by side, neither serving the other."""
    mine = waiter.group.frames[waiter.entry].function
    theirs = loop.group.frames[loop.entry].function
    owner = waiter.owners[waiter.entry]
    return mine == theirs or (owner is not None and owner == loop.owners[loop.entry])


def _is_stuck_loop(loop: Standing) -> bool:
    """Stuck away from its resting place; where states are not known, at least inside a call."""
    if loop.group.state is None:
        return loop.own_leaf < loop.entry
    return loop.lock is not None or (loop.group.state in STUCK_STATES and not loop.rests)


def leaf_words(waiter: Standing) -> frozenset[int]:
    """Addresses first passed to the frames nearest the wait: a channel, or the object that has it."""
    return waiter.words_at(waiter.own_leaf)


def same_object(waiter: Standing, loop: Standing, owner: str) -> bool:
    """Whether both are inside the same object; True where either prints no receiver."""
    mine, theirs = _receivers(waiter, owner), _receivers(loop, owner)
    return not mine or not theirs or bool(mine & theirs)


def _receivers(standing: Standing, owner: str) -> frozenset[int]:
    frames = standing.group.frames
    positions = [
        position
        for position, found in enumerate(standing.owners)
        if found == owner and ".func" not in frames[position].function
    ]
    words = {
        member.first_words[position]
        for member in standing.group.members[:MEMBERS_LOOKED_AT]
        for position in positions
        if position < len(member.first_words)
    }
    return frozenset(word for word in words if word is not None and word > LOWEST_ADDRESS)


def children_of(scene: WaitScene, parent: Standing) -> Iterator[int]:
    """Goroutines that the waiting function, or one that called it, started."""
    if parent.lock is not None or parent.group.state not in PARENT_STATES or _is_idle_main(parent):
        return
    started = [f.function for f in parent.group.frames if f.function in scene.by_starter]
    own_numbers = _all_numbers(parent) if started else None
    for function in dict.fromkeys(started):
        for index in scene.started(function, own_numbers):
            if index == parent.index:
                continue
            creators = scene.standings[index].group.created_in
            if own_numbers is None or not creators or not own_numbers.isdisjoint(creators):
                yield index


def _stuck_children(scene: WaitScene, parent: Standing) -> Sequence[int]:
    """Children that explain the wait. A count that has not come down is that of each parent's own children.

    So those of a few do not explain why most of a crowd wait: whoever should have counted down for these is gone.
    """
    found = [index for index in children_of(scene, parent) if _explains(parent, scene.standings[index])]
    if parent.group.state in COUNTING_STATES and 2 * _with_children(scene, parent, found) < parent.group.count:
        return ()
    return found


def is_supervised(child: Standing, waiters: Sequence[Standing]) -> bool:
    """Whether all who wait for it started it and count down its end, while it chooses, or receives in its loop.

    A run group does so for as long as it lives: `go func() { defer wg.Done(); s.loop(ctx) }()`, then `wg.Wait()`. That
    the parent waits tells then no more than that the loop runs. Closures around the loop are no work of their own, and
    what the loop has started itself is at rest beside it.
    """
    around = child.group.frames[child.own_leaf + 1 : child.entry + 1]
    in_its_loop = all(closure_parent(frame.function) for frame in around)
    if child.group.state != "select" and not (child.group.state == "chan receive" and in_its_loop):
        return False
    started_by, own = starters(child.group), {frame.function for frame in child.group.frames}
    parents = [waiter for waiter in waiters if starters(waiter.group).isdisjoint(own - started_by)]
    return bool(parents) and all(
        parent.group.state in COUNTING_STATES and any(frame.function in started_by for frame in parent.group.frames)
        for parent in parents
    )


def is_stuck_request(scene: WaitScene, parent: Standing) -> bool:
    """Whether it answers a request, for minutes, and nobody it started reads from the client or is at work.

    No run group: a request ends, unless it is a stream, whose client is read from by one of them, in a library or not.
    """
    if not parent.waits_minutes or not is_request_scoped(frame.function for frame in parent.group.frames):
        return False
    return all(_is_idle_in_own_code(scene.standings[index]) for index in children_of(scene, parent))


def _is_idle_in_own_code(child: Standing) -> bool:
    creator, state = child.group.created_by, child.group.state
    if creator is None or not child.packages or state in AT_WORK_STATES:
        return False
    return module_root(child.packages[child.own_leaf]) == module_root(package_of(creator.function))


def _with_children(scene: WaitScene, parent: Standing, children: Sequence[int]) -> int:
    """How many of the group may have one of these children: those that started one, or else one for each child."""
    groups = [scene.standings[index].group for index in children]
    own, creators = _all_numbers(parent), [number for group in groups for number in group.created_in]
    count = sum(group.count for group in groups)
    return len(own.intersection(creators)) if own is not None and len(creators) >= count else count


def _stuck_owner(scene: WaitScene, resting: Standing) -> Iterator[int]:
    """The goroutines that started these and would stop them, when they are stuck in the middle of some work.

    Only by goroutine number: nearly all of these were started, one each, by goroutines of one stuck group.
    """
    if not resting.rests or resting.group.state not in {"select", "chan receive"}:
        return
    members = [member.created_in for member in resting.group.members[:MOST_OWNERS_ASKED]]
    owners = [scene.by_goroutine.get(number) for number in members if number is not None]
    for index in dict.fromkeys(index for index in owners if index is not None):
        owner = scene.standings[index]
        is_stuck = owner.group.state in STUCK_STATES - COUNTING_STATES and not owner.rests
        is_theirs = owner.own_leaf < owner.entry and owners.count(index) >= 0.8 * len(members)
        if is_stuck and is_theirs and 0.5 <= owner.group.count / resting.group.count <= 1.2:
            yield index


def _holders_of_the_pool(scene: WaitScene, waiter: Standing) -> Iterator[int]:
    """Stuck owners of what is open of the pool; not those who wait for one more of its connections themselves.

    Which pool an open result is of no dump prints: where a process has several, most waits are for the same one.
    """
    if not asks_for_connection(waiter.group.frames):
        return
    for index in (index for name in OPEN_RESULTS for index in scene.by_entry.get(name, ())):
        holders = (scene.standings[holder] for holder in _stuck_owner(scene, scene.standings[index]))
        yield from (holder.index for holder in holders if not asks_for_connection(holder.group.frames))


def _is_idle_main(parent: Standing) -> bool:
    """A select at rest, or main itself waiting for a signal, waits for no child in particular."""
    if not parent.rests or not parent.group.frames:
        return False
    return parent.group.state == "select" or parent.group.frames[parent.entry].function == "main.main"


def _all_numbers(parent: Standing) -> frozenset[int] | None:
    """The numbers of all its goroutines: none of other numbers can have been the creator. None: not all are known."""
    numbers = parent.group.ids
    return None if not numbers or len(numbers) < parent.group.count else frozenset(numbers)


def _explains(parent: Standing, child: Standing) -> bool:
    waits_for_group = parent.group.state in COUNTING_STATES
    if waits_for_group:
        return child.group.state not in {None, "running", "runnable"}
    if child.lock is None and (child.group.state not in STUCK_STATES or child.rests):
        return False
    if child.group.state in {"chan receive", "sync.WaitGroup.Wait", "sync.Cond.Wait"}:
        return False  # the parent only receives, as its children do
    return parent.group.count <= child.group.count or child.lock is not None


def _worker_for_all(scene: WaitScene, waiter: Standing) -> Iterator[int]:
    for frame in waiter.group.frames[:8]:
        worker = _ONE_WORKS_FOR_ALL.get(frame.function)
        if worker is None:
            continue
        owner = receiver_type(worker)
        for index, position in scene.by_type.get(owner or "", [])[:MOST_POSITIONS]:
            other = scene.standings[index]
            inside = any(f.function == worker for f in other.group.frames[max(position, other.inside_from) :])
            leaf_is_sync = other.own_leaf > 0 and is_stdlib(package_of(other.group.frames[0].function))
            if (
                inside
                and same_object(waiter, other, owner or "")
                and not (other.lock and leaf_is_sync and _queues(other))
            ):
                yield index


def _queues(standing: Standing) -> bool:
    """Whether the group itself waits to enter the Once rather than runs it."""
    frames = standing.group.frames
    depth = standing.lock.taker_depth if standing.lock else 0
    return depth < len(frames) and frames[depth].function.startswith("sync.(*Once)")
