"""The wait-for picture that a dump allows: who is the cause, and who only waits.

Relations come from `lock_holders` (who holds the lock) and `channel_peers` (who serves the channel, who are the
children). A cycle of relations is a deadlock: its members are the cause together. Everybody else who waits for somebody
is a victim, and is counted for the cause at the end of its chain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...evidence.model import GoroutineGroup
from ...evidence.names import module_root, package_of
from ...evidence.packages import is_stdlib
from .channel_peers import CALLER_STATES, awaits_own_work, awaits_reply, is_stuck_request, is_supervised, peers_of
from .handed_locks import handed_to
from .living_waits import living_waits
from .lock_holders import holders_of, locks_itself, second_locks
from .lock_waits import Retaking, same_lock
from .moving_queues import awaits_turn, feeds_its_creator, is_served, may_be_gathered
from .scene import Standing, WaitScene

MOST_STEPS = 200_000
"""Steps along chains of waiting, all causes together; beyond them only direct victims are counted."""

MOST_LOCKS_COMPARED = 200
"""Waiting groups compared with each other for self-locking; more distinct stacks at locks than this never are one."""


@dataclass(slots=True, kw_only=True)
class Involvement:
    """A group's part in the picture. `waits_for` are indexes of other groups of the same moment."""

    waits_for: frozenset[int] = frozenset()
    victims: int = 0
    holds_lock: bool = False
    in_cycle: bool = False
    lock_cycle: bool = False
    """In a cycle with a lock on it."""
    self_deadlock: bool = False
    """Waits for a lock inside the object of which another method is further out on its stack."""
    may_self_deadlock: bool = False
    """The same by the type of both methods alone, where no address tells whether they are of one object."""
    queue: int | None = None
    is_victim: bool = False
    holder_state: str | None = None
    lock_waiters: int = 0
    """Goroutines that wait, directly, for a lock this group holds."""
    lock_waited: int | None = None
    """Minutes that half of those have waited at least: of the group that has waited longest."""
    holder_absent: bool = False
    """Waits for a lock while no other goroutine is in any code of the package that takes it."""
    has_handed_locks: bool = False
    """Came back with locks from a call in which others wait for such."""
    package_alone: bool = False
    """Waits, for no lock, while no other goroutine is in or comes from code of the package that waits."""
    awaits_living: bool = False
    """All that it waits for runs or sleeps, or waits for what does."""
    awaits_own_work: bool = False
    """Waits in the function that started goroutines which are in the middle of some work."""
    awaits_reply: bool = False
    """Waits in a method of an object whose own loop reads from a connection."""
    supervised: bool = False
    """Waited for by those alone that started it and count their children down, and at rest: see `channel_peers`."""
    may_be_gathered: bool = False
    """Sends, and goroutines at work beside it are enough to take what all of its group send."""
    queues: bool = False
    """Waits in a queue that moves: for a loop that is at work, or for its turn to do what others are doing."""

    @property
    def locks_itself(self) -> bool:
        """Whether it is taken to hold what it waits for, surely or perhaps."""
        return self.self_deadlock or self.may_self_deadlock


@dataclass(slots=True)
class _Edges:
    waits_for: dict[int, frozenset[int]] = field(default_factory=dict)
    waited_by: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, waiter: int, others: frozenset[int]) -> None:
        if others:
            self.waits_for[waiter] = self.waits_for.get(waiter, frozenset()) | others
            for other in others:
                self.waited_by[other].add(waiter)


def picture(groups: Sequence[GoroutineGroup], *, torn: bool = False) -> tuple[Involvement, ...]:
    """Each group's involvement, in the order given; `torn`: of a dump that was cut, so that others may be missing."""
    scene = WaitScene(groups, torn=torn)
    involved = tuple(Involvement() for _ in groups)
    edges = _Edges()
    for standing in scene.standings:
        if standing.lock is not None:
            _place_lock_waiter(scene, standing, involved, edges)
        else:
            edges.add(standing.index, peers_of(scene, standing))
            moves = (is_served, awaits_turn, feeds_its_creator)
            involved[standing.index].queues = any(serves(scene, standing) for serves in moves)
            involved[standing.index].awaits_own_work = awaits_own_work(scene, standing)
            involved[standing.index].awaits_reply = awaits_reply(scene, standing)
            involved[standing.index].package_alone = _is_alone(scene, standing)
            involved[standing.index].may_be_gathered = may_be_gathered(scene, standing)
    _find_self_locks(scene, involved, edges)
    _find_second_locks(scene, involved, edges)
    _find_left_locked(scene, involved, edges)
    for index in living_waits(scene, edges.waits_for):
        involved[index].awaits_living = True
    cyclic = _cyclic(edges.waits_for)
    with_lock = {cyclic[s.index] for s in scene.standings if s.lock is not None and s.index in cyclic}
    _find_supervised(scene, involved, edges)
    for index, involvement in enumerate(involved):
        involvement.waits_for = edges.waits_for.get(index, frozenset())
        involvement.in_cycle = index in cyclic
        involvement.lock_cycle = cyclic.get(index) in with_lock
        involvement.is_victim = bool(involvement.waits_for) and index not in cyclic and not involvement.locks_itself
    _count_victims(scene, involved, edges)
    return involved


def _find_supervised(scene: WaitScene, involved: Sequence[Involvement], edges: _Edges) -> None:
    every = {waiter for waiters in edges.waited_by.values() for waiter in waiters}
    stuck = {waiter for waiter in every if is_stuck_request(scene, scene.standings[waiter])}
    for index, waiters in edges.waited_by.items():
        if stuck.isdisjoint(waiters):
            involved[index].supervised = is_supervised(scene.standings[index], [scene.standings[w] for w in waiters])


def _place_lock_waiter(scene: WaitScene, standing: Standing, involved: Sequence[Involvement], edges: _Edges) -> None:
    mine = involved[standing.index]
    addresses = standing.lock.addresses if standing.lock else ()
    mine.queue = max((waiters for _, waiters in addresses), default=standing.group.count)
    _hold(scene, standing.index, holders_of(scene, standing), involved, edges)


def _find_self_locks(scene: WaitScene, involved: Sequence[Involvement], edges: _Edges) -> None:
    """Waiters that nobody else explains may hold the lock themselves; then the others at that lock wait for them."""
    alone = [s for s in scene.standings if s.lock is not None and s.index not in edges.waits_for][:MOST_LOCKS_COMPARED]
    while alone:
        first = alone[0]
        queue = [s for s in alone if s is first or (s.lock and first.lock and same_lock(s.lock, first.lock))]
        alone = [s for s in alone if s not in queue]
        holders, how = locks_itself(scene, [s.index for s in queue])
        for holder in sorted(holders):
            involved[holder].self_deadlock = how is Retaking.BY_ADDRESS
            involved[holder].may_self_deadlock = how is Retaking.BY_TYPE
        for standing in queue:
            if holders and standing.index not in holders:
                edges.add(standing.index, holders)
                involved[standing.index].holder_state = standing.group.state
                for holder in holders:
                    involved[holder].lock_waiters += standing.group.count


def _find_second_locks(scene: WaitScene, involved: Sequence[Involvement], edges: _Edges) -> None:
    unexplained = [
        standing
        for standing in scene.standings
        if standing.lock is not None
        and standing.index not in edges.waits_for
        and not involved[standing.index].locks_itself
    ]
    for waiter, holders in second_locks(unexplained).items():
        _hold(scene, waiter, holders, involved, edges)


def _hold(
    scene: WaitScene, waiter: int, holders: frozenset[int], involved: Sequence[Involvement], edges: _Edges
) -> None:
    """Enter that these groups hold what the waiter waits for."""
    edges.add(waiter, holders)
    for holder in sorted(holders):
        involved[holder].holds_lock = True
        involved[holder].lock_waiters += scene.standings[waiter].group.count
        waited = (scene.standings[waiter].waited, involved[holder].lock_waited)
        involved[holder].lock_waited = max((minutes for minutes in waited if minutes is not None), default=None)
        involved[waiter].holder_state = involved[waiter].holder_state or scene.standings[holder].group.state


def _find_left_locked(scene: WaitScene, involved: Sequence[Involvement], edges: _Edges) -> None:
    """Waiters for a lock that somebody took and never gave back: whoever it was is no longer inside."""
    for standing in scene.standings:
        taker = standing.lock.taker if standing.lock else None
        if taker is None or standing.index in edges.waits_for:
            continue
        if having := handed_to(scene, standing):
            _hold(scene, standing.index, having, involved, edges)
            for holder in having:
                involved[holder].has_handed_locks = True
            continue
        others = (scene.standings[index] for index, _ in scene.by_package.get(package_of(taker.function), ()))
        involved[standing.index].holder_absent = all(
            other.index == standing.index
            or (other.lock is not None and standing.lock is not None and same_lock(other.lock, standing.lock))
            for other in others
        )


def _is_alone(scene: WaitScene, waiter: Standing) -> bool:
    """Whether all goroutines in or from code of the waiter's package wait in the same function as it does.

    So must be the packages of the same module that called it: whoever meets at a barrier or takes from a queue calls it
    for a moment only, from there. A worker at rest waits on a condition inside a call of its queue; that its pool's
    package started it must be seen.
    """
    frames, group = waiter.group.frames, waiter.group
    if not frames or group.state not in CALLER_STATES:
        return False
    if group.state == "sync.Cond.Wait" and group.created_by is None:
        return False
    mine = frames[waiter.own_leaf].function
    package_of_mine = waiter.packages[waiter.own_leaf]
    module = module_root(package_of_mine)
    packages = set(waiter.packages[waiter.own_leaf : waiter.entry + 1])
    return not is_stdlib(package_of_mine) and all(
        scene.places_by_package[package] == {(group.state, mine)}
        for package in packages
        if module_root(package) == module
    )


def _cyclic(waits_for: Mapping[int, frozenset[int]]) -> dict[int, int]:
    """Groups on a cycle -> a number for the cycle: components of two or more (Tarjan, without recursion)."""
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    open_nodes: list[int] = []
    is_open: set[int] = set()
    cyclic: dict[int, int] = {}
    for root in sorted(waits_for):
        if root in order:
            continue
        work = [(root, iter(sorted(waits_for[root])))]
        order[root] = low[root] = len(order)
        open_nodes.append(root)
        is_open.add(root)
        while work:
            node, others = work[-1]
            for other in others:
                if other not in order:
                    order[other] = low[other] = len(order)
                    open_nodes.append(other)
                    is_open.add(other)
                    work.append((other, iter(sorted(waits_for.get(other, ())))))
                    break
                if other in is_open:
                    low[node] = min(low[node], order[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    _close(node, open_nodes, is_open, cyclic)
    return cyclic


def _close(node: int, open_nodes: list[int], is_open: set[int], cyclic: dict[int, int]) -> None:
    component: list[int] = []
    while not component or component[-1] != node:
        component.append(open_nodes.pop())
        is_open.discard(component[-1])
    if len(component) > 1:
        cyclic.update(dict.fromkeys(component, node))


def _count_victims(scene: WaitScene, involved: Sequence[Involvement], edges: _Edges) -> None:
    """For each cause, all goroutines behind it, directly or through others; members of its own cycle do not count."""
    steps = 0
    for index, involvement in enumerate(involved):
        if index not in edges.waited_by:
            continue
        if involvement.is_victim or steps > MOST_STEPS:
            reached = set(edges.waited_by[index])
        else:
            reached = set()
            frontier = set(edges.waited_by[index])
            while frontier:
                reached |= frontier
                frontier = {after for node in frontier for after in edges.waited_by.get(node, ())} - reached
        steps += len(reached)
        reached.discard(index)
        involvement.victims = sum(
            scene.standings[node].group.count
            for node in reached
            if not (involvement.in_cycle and involved[node].in_cycle)
        )
