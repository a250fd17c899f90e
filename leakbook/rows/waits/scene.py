"""All groups of one moment, indexed by what a wait-for relation is looked up by.

Built once per moment in time linear in the frames, so that a dump of many thousand distinct stacks stays cheap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from ...evidence.model import GoroutineGroup
from ...evidence.names import closure_parent, is_runtime, package_of
from ...evidence.packages import is_stdlib
from ..group_tracks import is_go_wrapper
from .lock_waits import FIELD_REACH, LOWEST_ADDRESS, LockWait, lock_wait, receiver_type

MEMBERS_LOOKED_AT = 16
"""Members of a group whose addresses are indexed: a holder is one goroutine, not the hundredth of a crowd."""

MOST_POSITIONS = 100
"""Candidates looked at for one waiter, the most telling first, so that thousands of distinct stacks stay cheap."""

TELLING = {
    "chan send": 4.0,
    "chan send (nil chan)": 4.0,
    "chan receive (nil chan)": 4.0,
    "select (no cases)": 4.0,
    "sync.WaitGroup.Wait": 4.0,
    "sync.Mutex.Lock": 4.0,
    "sync.RWMutex.Lock": 4.0,
    "sync.RWMutex.RLock": 4.0,
    "semacquire": 4.0,
    "chan receive": 3.0,
    "select": 3.0,
    "sleep": 2.0,
    "IO wait": 2.0,
    "syscall": 2.0,
    "running": 1.0,
    "runnable": 1.0,
}
"""How telling it is that somebody blocked in this state sits inside the critical section others want to enter.

`sync.Cond.Wait` is missing on purpose: it gives its lock back while it waits."""

AT_WORK_STATES = frozenset({"sleep", "running", "runnable", "syscall", "IO wait"})
LIVING_STATES = frozenset({"sleep", "running", "runnable"})
COUNTING_STATES = frozenset({"sync.WaitGroup.Wait", "semacquire"})
"""Waiting until all of several goroutines have ended, or as a semaphore prints it."""
RESTING_STATES = frozenset({"select", "chan receive", "IO wait", "sleep", "sync.Cond.Wait", "select (no cases)"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one group stands. `entry` is the index of its outermost frame outside the runtime."""

    index: int
    group: GoroutineGroup
    lock: LockWait | None
    entry: int
    own_leaf: int
    """Index of the leaf-most frame outside the standard library, `entry` when there is none."""
    owners: tuple[str | None, ...]
    """Of each frame the receiver's type."""
    packages: tuple[str, ...]
    """Of each frame the package."""
    telling: float
    """See TELLING."""
    rests: bool
    """Whether it waits in the very function it was started with, as a service's loop does for its next job."""
    waits_minutes: bool
    """Whether a header of it prints a wait of a minute or more."""
    waited: int | None
    """Minutes that half of its goroutines have waited at least, where printed."""

    @property
    def own_function(self) -> str | None:
        """Its function at `own_leaf`; None for a header whose stack is missing, as after a cut or in an excerpt."""
        frames = self.group.frames
        return frames[self.own_leaf].function if frames else None

    @property
    def inside_from(self) -> int:
        """First frame that may be inside a critical section of its own: the one that waits for a lock, or the leaf."""
        return self.lock.taker_depth if self.lock else 0

    def words_at(self, place: int) -> frozenset[int]:
        """Addresses that its members print as the first word of a frame: the receiver's, or the first argument's."""
        members = self.group.members[:MEMBERS_LOOKED_AT]
        words = {member.first_words[place] for member in members if place < len(member.first_words)}
        return frozenset([word for word in words if word is not None and word > LOWEST_ADDRESS])


def _standing(index: int, group: GoroutineGroup) -> Standing:
    frames = group.frames
    entry = len(frames) - 1
    while entry > 0 and is_runtime(frames[entry].function):
        entry -= 1
    if is_go_wrapper(frames, entry, group.created_by):
        entry -= 1
    packages = tuple([package_of(frame.function) for frame in frames])
    own = next((place for place, package in enumerate(packages) if not is_stdlib(package)), entry)
    own_leaf = min(own, entry)
    return Standing(
        index=index,
        group=group,
        lock=lock_wait(group),
        entry=max(entry, 0),
        own_leaf=own_leaf,
        owners=tuple([receiver_type(frame.function) for frame in frames]),
        packages=packages,
        telling=TELLING.get(group.state or "", 0.0),
        rests=group.state in RESTING_STATES and own_leaf >= entry,
        waits_minutes=any(minutes for minutes, _ in group.waits),
        waited=_median(group.waits),
    )


def _median(waits: Iterable[tuple[int | None, int]]) -> int | None:
    """Minutes that half of the goroutines have waited at least, of pairs of both; None where too few print any."""
    ordered = sorted(((minutes or 0, goroutines) for minutes, goroutines in waits), reverse=True)
    left = (sum(goroutines for _, goroutines in ordered) + 1) // 2
    for minutes, goroutines in ordered:
        left -= goroutines
        if left <= 0:
            return minutes or None
    return None


class WaitScene:
    """The groups of one moment with their indexes. Positions are (group index, frame index)."""

    def __init__(self, groups: Sequence[GoroutineGroup], *, torn: bool = False) -> None:
        """Index the groups; `groups[i]` keeps the index i. What only waiters for locks ask is indexed for the first."""
        self.is_torn = torn
        self.standings = tuple(_standing(index, group) for index, group in enumerate(groups))
        self.by_entry: dict[str, list[int]] = defaultdict(list)
        self.by_starter: dict[str, list[int]] = defaultdict(list)
        self.loops_by_type: dict[str, list[int]] = defaultdict(list)
        self.loops_by_word: dict[int, list[int]] = defaultdict(list)
        self.by_goroutine: dict[int, int] = {}
        self.inside_of: dict[Hashable, tuple[Sequence[int], Sequence[int]]] = {}
        """Groups inside an object that others wait for a lock of, the busy before the resting: `lock_holders`."""
        self._numbers_of_starters: dict[str, frozenset[int] | None] = {}
        for standing in self.standings:
            self._index_start(standing)
        self._telling = [(standing.lock is not None, -standing.telling, standing.index) for standing in self.standings]
        for index in (self.by_starter, self.by_entry, self.loops_by_type, self.loops_by_word):
            self._keep_most_telling(index.values())

    def _keep_most_telling(self, lists: Iterable[list[int]]) -> None:
        for groups in lists:
            if len(groups) > MOST_POSITIONS:
                groups.sort(key=self._telling.__getitem__)
                del groups[MOST_POSITIONS:]

    def _put_telling_first(self, lists: Iterable[list[tuple[int, int]]]) -> None:
        """Those who wait for no lock themselves, blocked in the most telling state, before the crowd at the locks."""
        for positions in lists:
            if len(positions) > MOST_POSITIONS:
                positions.sort(key=lambda position: self._telling[position[0]])

    @cached_property
    def by_type(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Frames inside a method by its receiver's type, the leaf-most of each group."""
        return self._by_name(lambda standing: standing.owners)

    @cached_property
    def by_package(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Frames by package, the leaf-most of each group."""
        return self._by_name(lambda standing: standing.packages)

    @cached_property
    def places_by_package(self) -> Mapping[str, Set[tuple[str | None, str]]]:
        """States and innermost own functions of all goroutines that are in, or were started by, code of a package."""
        found: dict[str, set[tuple[str | None, str]]] = defaultdict(set)
        for standing in self.standings:
            group, frames = standing.group, standing.group.frames
            creators = (package_of(group.created_by.function),) if group.created_by else ()
            for package in {*standing.packages, *creators} if frames else ():
                found[package].add((group.state, frames[standing.own_leaf].function))
        return found

    @cached_property
    def living_in(self) -> Mapping[str, int]:
        """Goroutines that run or sleep by the package of their innermost own frame, and by its receiver's type."""
        found: dict[str, int] = defaultdict(int)
        for standing in self.standings:
            if standing.group.state in LIVING_STATES and standing.packages:
                place = standing.own_leaf
                for code in {standing.packages[place], standing.owners[place] or standing.packages[place]}:
                    found[code] += standing.group.count
        return found

    def _by_name(self, names_of: Callable[[Standing], Sequence[str | None]]) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for standing in self.standings:
            names = names_of(standing)
            inside = range(standing.inside_from, min(standing.entry + 1, len(names)))
            # Of equal keys a dict keeps the last.
            named = {name: position for position in reversed(inside) if (name := names[position]) is not None}
            for name, position in named.items():
                found[name].append((standing.index, position))
        self._put_telling_first(found.values())
        return found

    @cached_property
    def moving(self) -> Mapping[tuple[str, int, str], Sequence[tuple[int, int]]]:
        """Frames of groups that go on by themselves: at work, or choosing in something that the frame called.

        By the function they were started with, the number of calls from there, and the frame's own function: whoever
        waits compares itself with those that came as far as it did, not with a hundred that went elsewhere.
        """
        found: dict[tuple[str, int, str], list[tuple[int, int]]] = defaultdict(list)
        for function, indexes in self.by_entry.items():
            for index in indexes:
                standing = self.standings[index]
                state, entry = standing.group.state, standing.entry
                if standing.waits_minutes or (state not in AT_WORK_STATES and state != "select"):
                    continue
                first = 0 if state in AT_WORK_STATES else standing.own_leaf + 1
                for place, frame in enumerate(standing.group.frames[first : entry + 1], start=first):
                    found[function, entry - place, frame.function].append((index, place))
        return found

    @cached_property
    def by_receiver(self) -> Mapping[int, Sequence[tuple[int, int]]]:
        """Frames inside a method by its receiver's address."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for standing in self.standings:
            owners, inside_from = standing.owners, standing.inside_from
            seen: set[int] = set()
            for member in standing.group.members[:MEMBERS_LOOKED_AT]:
                if max(filter(None, member.first_words), default=0) <= LOWEST_ADDRESS:
                    continue
                for place, word in enumerate(member.first_words):
                    if word and word > LOWEST_ADDRESS and place >= inside_from and owners[place] and word not in seen:
                        seen.add(word)
                        found[word].append((standing.index, place))
        self._put_telling_first(found.values())
        return found

    @cached_property
    def _addresses(self) -> list[int]:
        return sorted(self.by_receiver)

    def _index_start(self, standing: Standing) -> None:
        group = standing.group
        for starter in starters(group):
            self.by_starter[starter].append(standing.index)
        if group.frames:
            self.by_entry[group.frames[standing.entry].function].append(standing.index)
            owner = standing.owners[standing.entry]
            if owner is not None:
                self.loops_by_type[owner].append(standing.index)
            for member in group.members[:MEMBERS_LOOKED_AT]:
                word = member.first_words[standing.entry] if standing.entry < len(member.first_words) else None
                if word is not None and word > LOWEST_ADDRESS:
                    self.loops_by_word[word].append(standing.index)
        for number in group.ids:
            self.by_goroutine[number] = standing.index

    def started(self, function: str, starters: frozenset[int] | None) -> Sequence[int]:
        """Groups that the function started; none where others than the goroutines `starters` (None: not known) did."""
        groups = self.by_starter.get(function, ())
        if not groups or starters is None:
            return groups
        if function not in self._numbers_of_starters:
            created_in = [self.standings[index].group.created_in for index in groups]
            self._numbers_of_starters[function] = frozenset().union(*created_in) if all(created_in) else None
        numbers = self._numbers_of_starters[function]
        return groups if numbers is None or not starters.isdisjoint(numbers) else ()

    def receivers_covering(self, lock: int) -> list[int]:
        """Receiver addresses that a lock at this address may be a field of, nearest first."""
        low = bisect_left(self._addresses, lock - FIELD_REACH + 1)
        high = bisect_right(self._addresses, lock)
        return self._addresses[low:high][::-1]


def starters(group: GoroutineGroup) -> frozenset[str]:
    """Functions that may have started the group: its creator, and the functions its closures stand in.

    By their whole names: `main.run.func8` and `main.run.func10` are siblings, and neither started the other's children.
    """
    found = {parent for frame in group.frames if (parent := closure_parent(frame.function)) is not None}
    if group.created_by is not None:
        found.add(group.created_by.function)
    return frozenset(found)
