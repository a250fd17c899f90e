"""Who holds the lock that a group waits for.

A dump does not say. The holder is a goroutine inside a method of the object the lock belongs to, blocked on something
else; the longer that something can last, the more telling. Where no other goroutine qualifies, the waiter may hold it
itself: a method further out on its own stack has taken it (Go's locks are not reentrant).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import islice

from ...evidence.names import closure_parent, package_of
from .lock_waits import LockWait, Retaking, receiver_type, retaking, same_lock
from .scene import LIVING_STATES, MOST_POSITIONS, Standing, WaitScene

NEVER_ENDS = 60
"""Minutes at a lock from which whoever sleeps or runs inside is not about to give it back."""

MOST_HOLDERS = 8
"""Candidates kept per waiter when several are equally telling."""

MOST_LOCKS = 64
"""Addresses of one waiting group whose objects are looked for."""


def holders_of(scene: WaitScene, waiter: Standing) -> frozenset[int]:
    """The most telling candidates for holding what the waiter waits for; empty when none is inside.

    A service's loop rests in its own method and holds nothing there, as a rule: it counts where nobody else is inside.
    Of a dump that was cut nobody knows that, and one package alone ties a loop at rest to no lock. A loop that sleeps
    between two rounds has not kept anybody waiting for an hour.
    """
    wanted = waiter.lock
    if wanted is None:
        return frozenset()
    prints_words = bool(wanted.addresses) and any(any(member.first_words) for member in waiter.group.members)
    key = _object_of(wanted, prints_words=prints_words)
    if key not in scene.inside_of:
        scene.inside_of[key] = _busy_and_at_rest(scene, _inside(scene, wanted, prints_words=prints_words))
    busy, at_rest = scene.inside_of[key]
    if scene.is_torn and wanted.owner is None:
        at_rest = ()
    if (waiter.waited or 0) >= NEVER_ENDS:
        at_rest = [index for index in at_rest if scene.standings[index].group.state not in LIVING_STATES]
    return _most_telling(scene, waiter, wanted, busy) or _most_telling(scene, waiter, wanted, at_rest)


def _object_of(wanted: LockWait, *, prints_words: bool) -> Hashable:
    """All that `_inside` looks at: a crowd waits for the same few objects."""
    package = None if wanted.taker is None or wanted.owner is not None else package_of(wanted.taker.function)
    if not prints_words:
        return wanted.owner, package
    locks = tuple([address for address, _ in wanted.addresses[:MOST_LOCKS]])
    return wanted.owner, package, locks, wanted.receivers, wanted.holders_of_pointer


def _busy_and_at_rest(scene: WaitScene, inside: Iterable[tuple[int, int]]) -> tuple[Sequence[int], Sequence[int]]:
    busy, at_rest = list[int](), list[int]()
    for index, position in islice(inside, MOST_POSITIONS):
        candidate = scene.standings[index]
        (at_rest if candidate.rests and position >= candidate.entry else busy).append(index)
    return busy, at_rest


def _most_telling(scene: WaitScene, waiter: Standing, wanted: LockWait, inside: Sequence[int]) -> frozenset[int]:
    best, found = 0.0, set[int]()
    for index in inside:
        candidate = scene.standings[index]
        score = candidate.telling
        if score <= 0 or score < best or index == waiter.index:
            continue
        if candidate.lock is not None and same_lock(candidate.lock, wanted):
            continue
        if score > best:
            best, found = score, set()
        found.add(index)
    return frozenset(sorted(found)[:MOST_HOLDERS])


def _inside(scene: WaitScene, wanted: LockWait, *, prints_words: bool) -> Iterator[tuple[int, int]]:
    """Positions inside the object that owns the wanted lock."""
    if prints_words:
        by_address = list(islice(_inside_by_address(scene, wanted), MOST_POSITIONS))
        yield from by_address
        if wanted.owner is not None:
            # Closures of a method and frames whose words the compiler dropped have no receiver to compare.
            yield from _without_receivers(scene, scene.by_type.get(wanted.owner, ()))
        elif not any(scene.standings[index].telling > 0 for index, _ in by_address):
            yield from _plain_functions_beside(scene, wanted)
    elif wanted.owner is not None:
        yield from scene.by_type.get(wanted.owner, ())
    elif wanted.taker is not None:
        yield from _plain_functions_beside(scene, wanted)


def _inside_by_address(scene: WaitScene, wanted: LockWait) -> Iterator[tuple[int, int]]:
    if wanted.receivers or wanted.holders_of_pointer:
        for receiver in sorted(wanted.receivers or wanted.holders_of_pointer):
            yield from scene.by_receiver.get(receiver, ())
        return
    for address, _ in wanted.addresses[:MOST_LOCKS]:
        # The nearest object below the lock: others within reach are its neighbours in memory.
        for receiver in scene.receivers_covering(address)[:1]:
            yield from scene.by_receiver[receiver]


def _without_receivers(scene: WaitScene, positions: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for index, position in positions:
        group = scene.standings[index].group
        words = [member.first_words[position] for member in group.members if position < len(member.first_words)]
        if closure_parent(group.frames[position].function) is not None or all(word is None for word in words):
            yield index, position


def _plain_functions_beside(scene: WaitScene, wanted: LockWait) -> Iterator[tuple[int, int]]:
    """A lock in a package variable: whoever is inside a function of the package that takes it.

    Or in a closure's hands: then a method of the object around the lock's address tells more.
    """
    if wanted.taker is not None:
        yield from scene.by_package.get(package_of(wanted.taker.function), ())


def locks_itself(scene: WaitScene, waiters: Iterable[int]) -> tuple[frozenset[int], Retaking]:
    """Of the groups that wait for one lock which nobody else can hold: those that hold it themselves, and how surely.

    An exclusive lock has one holder, so of several goroutines at the inner Lock of one address none holds it. The
    holder was the first to wait.
    """
    standings = [scene.standings[index] for index in waiters]
    retakes = {standing.index: _retakes(standing, standings) for standing in standings if not _crowded(standing)}
    surest = max(retakes.values(), default=Retaking.NO)
    if surest is Retaking.NO:
        return frozenset(), surest
    able = [standing for standing in standings if retakes.get(standing.index) is surest]
    readers = [standing for standing in able if standing.group.state == "sync.RWMutex.RLock"]
    if readers and any(standing.group.state == "sync.RWMutex.Lock" for standing in standings):
        # A waiting writer stops new readers, so whoever reads under a read lock waits for it, and it for them.
        able = readers
    longest = max(longest_wait(standing) for standing in standings)
    first = [standing for standing in able if longest_wait(standing) >= longest - 1]
    return frozenset(standing.index for standing in (first or able)), surest


def _retakes(standing: Standing, queue: Iterable[Standing]) -> Retaking:
    takers = {other.lock.taker.function for other in queue if other is not standing and other.lock and other.lock.taker}
    return retaking(standing.group, standing.lock, standing.entry, takers) if standing.lock else Retaking.NO


def _crowded(standing: Standing) -> bool:
    """Several goroutines wait at one exclusive lock in the inner call: the outer one cannot have taken it for all."""
    if standing.group.state == "sync.RWMutex.RLock" or standing.lock is None:
        return False
    if standing.lock.addresses:
        return all(waiters > 1 for _, waiters in standing.lock.addresses)
    return False


def longest_wait(standing: Standing) -> int:
    """Longest printed wait in minutes, 0 where none was printed."""
    return max((minutes for minutes, _ in standing.group.waits if minutes is not None), default=0)


def second_locks(standings: Iterable[Standing]) -> dict[int, frozenset[int]]:
    """Waiter -> groups inside the critical section it wants, told by two lock calls in one function.

    `Move` locks the payer at line 30 and the payee at line 33: goroutines at line 33 hold what those at line 30 want.
    Only goroutines at a second call hold anything, so two such groups of one type or package hold each other's.
    """
    by_taker: dict[tuple[str, str], list[Standing]] = defaultdict(list)
    for standing in standings:
        taker = standing.lock.taker if standing.lock else None
        if taker is not None and taker.line is not None:
            scope = receiver_type(taker.function) or package_of(taker.function)
            by_taker[scope, taker.function].append(standing)
    inner: dict[str, list[Standing]] = defaultdict(list)
    for (scope, _), found in sorted(by_taker.items()):
        first = min(line_of(standing) for standing in found)
        inner[scope].extend(standing for standing in found if line_of(standing) > first)
    return {
        standing.index: frozenset(
            sorted(other.index for other in inner[scope] if other.index != standing.index)[:MOST_HOLDERS]
        )
        for (scope, _), found in by_taker.items()
        for standing in found
        if inner[scope]
    }


def line_of(standing: Standing) -> int:
    """The line of the lock call, 0 where it is not known."""
    taker = standing.lock.taker if standing.lock else None
    return taker.line or 0 if taker is not None else 0
