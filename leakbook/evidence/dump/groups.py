"""Goroutines of one dump gathered into groups of equal state, frames and creator.

What is kept beyond the counts is bounded: the smallest goroutine numbers, the members with the smallest numbers
(they wait longest), the distinct creators. So the order in which goroutines are printed changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import itemgetter
from typing import Final

from ...limits import Limits
from ..frames import Frame
from ..model import GoroutineGroup, GoroutineMember, GoroutineSnapshot
from ..names import is_runtime, package_of
from ..states import cut_runtime_frames, modern_state, state_from_frames, waits_for_the_runtime
from .lines import Call, Header, first_word, frame_of, receiver_word

_NO_NUMBER = 2**63
"""Stands for the number of a stack without a header: kept last."""
_MEMBERS_OVER: Final = 16
"""Members beyond the limit until they are sorted and cut: most dumps print goroutines in order of number, so that few
of the others are ever wanted."""
_BY_ORDER: Final = itemgetter(0)
_NO_LABELS: Final[frozenset[tuple[str, str]]] = frozenset()
_GOROOT = re.compile(r"go[-@/]?(1\.\d{1,3}(?:\.\d{1,3})?)(?:\.\w+-\w+)?/(?:[\w.]+/)?src/")
SYNC_OFFSETS: Final = {
    # Where the semaphore lies in its lock (sync/mutex.go, rwmutex.go): the address printed minus this is the lock's.
    "sync.Mutex.Lock": 4,
    "sync.RWMutex.Lock": 8,
    "sync.RWMutex.RLock": 12,
}
SYNC_STATES: Final = frozenset({*SYNC_OFFSETS, "sync.WaitGroup.Wait", "sync.Cond.Wait", "semacquire"})
_SEMAPHORES = (".runtime_SemacquireMutex", ".runtime_SemacquireRWMutex", ".runtime_SemacquireRWMutexR")
"""sync.runtime_Semacquire and runtime_notifyListWait take an address at no fixed place of their owner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedStack:
    """A stack as printed: all calls with their places, leaf first, and who created the goroutine."""

    calls: tuple[Call, ...]
    places: tuple[tuple[str | None, int | None] | None, ...]
    created_by: Frame | None = None


def frames_of(stack: PrintedStack) -> tuple[Frame, ...]:
    """The frames of all its calls."""
    return tuple(frame_of(call, place) for call, place in zip(stack.calls, stack.places, strict=True))


Frames = dict[Frame, Frame]
"""Equal frames as one object, so that stacks are told apart by identities. Its owner keeps them all alive."""
MOST_FRAMES: Final = 2**20
"""Distinct frames interned: several times what the largest programs have; only an attack has more."""


def interned(frame: Frame, frames: Frames) -> Frame | None:
    """The frame as it is known already, None when it is new and there are too many."""
    if len(frames) >= MOST_FRAMES:
        return frames.get(frame)
    return frames.setdefault(frame, frame)


_Kept = tuple[int, int | None, int | None, int | None, tuple[int | None, ...]]
"""What a member is sorted by, and what makes it a GoroutineMember if it is still wanted in the end."""


@dataclass(slots=True)
class Group:
    """A group while it grows."""

    state: str | None
    frames: tuple[Frame, ...]
    created_by: Frame | None
    members_below: int
    """The number below which a goroutine is kept one by one."""
    waits: dict[int | None, int] = field(default_factory=dict)
    leaked: int = 0
    locked: int = 0
    ids: list[int] = field(default_factory=list)
    greatest_id: int | None = None
    """Numbers from here on need not be kept."""
    creators: set[int] = field(default_factory=set)
    locks: dict[int, int] = field(default_factory=dict)
    labels: frozenset[tuple[str, str]] | None = None
    members: list[_Kept] = field(default_factory=list)
    waits_differ: bool = False

    def meet_labels(self, labels: Iterable[tuple[str, str]]) -> None:
        """Keep what all members so far have in common."""
        if labels or self.labels:
            self.labels = frozenset(labels) if self.labels is None else self.labels & frozenset(labels)
        else:
            self.labels = _NO_LABELS

    def count(self, header: Header, goroutines: int) -> None:
        """Count goroutines with this header."""
        self.waits[header.wait_minutes] = self.waits.get(header.wait_minutes, 0) + goroutines
        self.leaked += header.leaked * goroutines
        self.locked += header.locked_to_thread * goroutines
        self.waits_differ |= header.waits_differ

    def add_member(
        self, number: int | None, header: Header, created_in: int | None, words: Iterable[int | None], limits: Limits
    ) -> None:
        """Keep it if its number is small enough; of equal numbers those that came first."""
        order = _NO_NUMBER if number is None else number
        if order < self.members_below:
            self.keep((order, number, header.wait_minutes, created_in, tuple(words)), limits)

    def keep(self, member: _Kept, limits: Limits) -> None:
        """Keep one whose number is below `members_below`."""
        self.members.append(member)
        if len(self.members) > limits.members_per_group + _MEMBERS_OVER:
            self.trim_members(limits)
            self.members_below = self.members[-1][0]

    def trim_members(self, limits: Limits) -> None:
        """Sort, and cut to the limit."""
        self.members.sort(key=_BY_ORDER)
        del self.members[limits.members_per_group :]

    def add_ids(self, numbers: Sequence[int], limits: Limits) -> None:
        """Keep the smallest numbers."""
        if self.greatest_id is not None:
            numbers = [number for number in numbers if number < self.greatest_id]
        self.ids.extend(numbers)
        if len(self.ids) > 2 * limits.ids_per_group:
            self.trim_ids(limits)
            self.greatest_id = self.ids[-1] if self.ids else 0

    def trim_ids(self, limits: Limits) -> None:
        """Sort, and cut to the limit."""
        self.ids.sort()
        del self.ids[limits.ids_per_group :]

    def add_creators(self, numbers: Iterable[int], limits: Limits) -> None:
        """Keep the smallest distinct numbers after "in goroutine"."""
        self.creators.update(numbers)
        if len(self.creators) > 2 * limits.ids_per_group:
            self.creators = set(sorted(self.creators)[: limits.ids_per_group])

    def add_lock(self, address: int, waiters: int, limits: Limits) -> None:
        """Count waiters per address; once there are too many addresses only known ones are counted on."""
        if address in self.locks or len(self.locks) < limits.ids_per_group:
            self.locks[address] = self.locks.get(address, 0) + waiters

    @property
    def is_main(self) -> bool:
        """Whether it is the main goroutine: number 1, or 16 before Go 1.5."""
        return 1 in self.ids or any(frame.function == "main.main" for frame in self.frames)

    def finish(self, limits: Limits, *, marks_leaks: bool) -> GoroutineGroup:
        """The group as a value."""
        self.trim_ids(limits)
        self.trim_members(limits)
        return GoroutineGroup(
            state=self.state,
            frames=self.frames,
            created_by=self.created_by,
            count=sum(self.waits.values()),
            waits=tuple(sorted(self.waits.items(), key=lambda wait: -1 if wait[0] is None else wait[0])),
            unreachable=self.leaked if marks_leaks else None,
            locked_to_thread=self.locked,
            ids=tuple(self.ids),
            created_in=tuple(sorted(self.creators)[: limits.ids_per_group]),
            labels=tuple(sorted(self.labels or ())),
            # As GoroutineMember._make does, whose check of the length takes longer than all the rest.
            members=tuple([tuple.__new__(GoroutineMember, member[1:]) for member in self.members]),
            lock_addresses=tuple(sorted(self.locks.items(), key=lambda lock: (-lock[1], lock[0]))),
            waits_differ=self.waits_differ,
        )


def stated(header: Header, frames: tuple[Frame, ...]) -> str | None:
    """The printed state; `runnable` of whom only the runtime lets wait.

    Nobody waits for that by the minute: of such a stack the frames that would tell were lost.
    """
    busy = header.wait_minutes is None and waits_for_the_runtime(header.state, frames)
    return "runnable" if busy else header.state


class GroupBuilder:
    """Gathers the goroutines of one moment."""

    def __init__(self, limits: Limits, frames: Frames) -> None:
        """An empty capture. `frames` are those interned, by whoever reads the text."""
        self.limits = limits
        self.groups: dict[tuple[str | None, tuple[int, ...], int], Group] = {}
        """By state and the identities of frames and creator."""
        self.left_out = 0
        """Goroutines of stacks beyond `limits.stacks`."""
        self.cut_stacks = 0
        """Goroutines whose frames were cut at `limits.frames_per_stack`."""
        self._frames = frames

    def group(
        self, state: str | None, printed: tuple[Frame, ...], created_by: Frame | None
    ) -> tuple[Group | None, int]:
        """The group for goroutines in this (printed) state with this stack, and how many leaf calls its frames omit.

        Frames and creator are interned. The group is None when there are too many.
        """
        if len(printed) > self.limits.frames_per_stack:
            printed = printed[: self.limits.frames_per_stack]
            self.cut_stacks += 1
        if state is None:
            state, frames = state_from_frames(printed)
        else:
            state, frames = modern_state(state, printed), cut_runtime_frames(printed)
        omitted = printed.index(frames[0]) if frames else 0
        key = (state, tuple(map(id, frames)), id(created_by))
        group = self.groups.get(key)
        if group is None and len(self.groups) < self.limits.stacks:
            below = _NO_NUMBER + 1 if self.limits.members_per_group else 0
            group = self.groups[key] = Group(state, frames, created_by, below)
        return group, omitted

    def add(self, header: Header, stack: PrintedStack, created_in: int | None, goroutines: int = 1) -> None:
        """Count one goroutine, or several that were printed as one."""
        frames = [interned(frame, self._frames) for frame in frames_of(stack)]
        known = tuple([frame for frame in frames if frame is not None])
        creator = None if stack.created_by is None else interned(stack.created_by, self._frames)
        if len(known) < len(frames) or (creator is None) is not (stack.created_by is None):
            self.left_out += goroutines
            return
        group, omitted = self.group(stated(header, known), known, creator)
        if group is None:
            self.left_out += goroutines
            return
        group.count(header, goroutines)
        group.meet_labels(header.labels)
        if header.number is not None:
            group.add_ids((header.number,), self.limits)
        if created_in is not None:
            group.add_creators((created_in,), self.limits)
        if (address := lock_address(group.state, stack.calls)) is not None:
            group.add_lock(address, goroutines, self.limits)
        calls = stack.calls[omitted : omitted + len(group.frames)]
        words = (receiver_word(call.function, call.arguments) for call in calls)
        group.add_member(header.number, header, created_in, words, self.limits)

    @property
    def total(self) -> int:
        """Goroutines counted."""
        return sum(sum(group.waits.values()) for group in self.groups.values()) + self.left_out

    def open_stack(self) -> Group | None:
        """The group of one whose stack ends between two calls: every goroutine but the first says who made it.

        The runtime's own do not either. A text that leaves out creators throughout, as some who paste do, is not cut.
        """
        if not any(group.created_by for group in self.groups.values()):
            return None
        unmade = [group for group in self.groups.values() if group.created_by is None and not group.is_main]
        open_ones = [group for group in unmade if not all(is_runtime(frame.function) for frame in group.frames)]
        return open_ones[0] if sum(sum(group.waits.values()) for group in open_ones) == 1 else None

    def snapshot(self, *, complete: bool, tells_waits: bool = True, cut: Group | None = None) -> GoroutineSnapshot:
        """All groups, the largest first; `cut` is the `open_stack`, which is put among those it stands with."""
        marks_leaks = any(group.leaked for group in self.groups.values())
        whole = [group for group in self.groups.values() if group.waits and group is not cut]
        groups = [group.finish(self.limits, marks_leaks=marks_leaks) for group in whole]
        if cut is not None:
            groups = _completed(cut.finish(self.limits, marks_leaks=marks_leaks), groups)
        return GoroutineSnapshot(
            groups=in_group_order(groups),
            total=self.total,
            complete=complete and not self.left_out,
            tells_waits=tells_waits,
            tells_creators=any(group.created_by is not None for group in groups),
            go_version=go_version(groups),
        )


def _completed(cut: GoroutineGroup, groups: list[GoroutineGroup]) -> list[GoroutineGroup]:
    """With the goroutine whose stack was cut among those it stands with, as far as its calls go."""
    calls = [frame.function for frame in cut.frames]
    for at, group in enumerate(groups):
        if group.state == cut.state and [frame.function for frame in group.frames[: len(calls)]] == calls:
            waits = Counter(dict(group.waits)) + Counter(dict(cut.waits))
            ordered = sorted(waits.items(), key=lambda wait: -1 if wait[0] is None else wait[0])
            ids = tuple(sorted({*group.ids, *cut.ids}))
            groups[at] = replace(group, count=group.count + cut.count, waits=tuple(ordered), ids=ids)
            return groups
    return [*groups, cut]


def in_group_order(groups: Iterable[GoroutineGroup]) -> tuple[GoroutineGroup, ...]:
    """The groups by count, the largest first, then by what tells groups apart: equal evidence gives equal order.

    Ten thousands of stacks share their frames: the distinct ones are ranked, and stacks compared by ranks.
    """
    taken = list(groups)
    # Of equal frames that are not one object each has its place among the ranks, the same one.
    frames = _by_identity(taken)
    keys = {identity: (frame.function, frame.file or "", frame.line or 0) for identity, frame in frames.items()}
    ranks = {key: rank for rank, key in enumerate(sorted(set(keys.values())))}
    rank_of = {identity: ranks[key] for identity, key in keys.items()}.__getitem__

    def order(group: GoroutineGroup) -> tuple[int, str, tuple[int, ...], str]:
        creator = group.created_by
        return (
            -group.count,
            group.state or "",
            tuple(map(rank_of, map(id, group.frames))),
            "" if creator is None else f"{creator.function}:{creator.line}",
        )

    return tuple(sorted(taken, key=order))


def _by_identity(groups: Iterable[GoroutineGroup]) -> dict[int, Frame]:
    """The frame objects of all stacks: a few thousand, in hundreds of thousands of places gone through in one step."""
    frames = list(chain.from_iterable([group.frames for group in groups]))
    return dict(zip(map(id, frames), frames, strict=True))


def go_version(groups: Iterable[GoroutineGroup]) -> str | None:
    """The Go release, when the standard library's files lie in a folder named for it: `/usr/lib/go-1.10/src/`."""
    files = {frame.file for frame in _by_identity(groups).values()}
    versions = {found[1] for file in files if file is not None and (found := _GOROOT.search(file)) is not None}
    return min(versions) if len(versions) == 1 else None


def lock_calls(state: str | None, functions: Iterable[str]) -> tuple[int, ...]:
    """Which calls of a stack may print the address of the lock it waits for, the best first.

    The outermost frame of package sync is the caller's lock; an inlined one prints `(...)`, then its callees are asked.
    """
    if state not in SYNC_STATES:
        return ()
    inside = []
    for position, function in enumerate(functions):
        package = package_of(function)
        if package in {"sync", "internal/sync"}:
            if ".runtime_" not in function or function.endswith(_SEMAPHORES):
                inside.append(position)
        elif package != "runtime":
            break
    inside.reverse()
    return tuple(inside)


def is_semaphore(function: str) -> bool:
    """Whether the call's argument is the semaphore inside a lock and not the lock: `sync.runtime_SemacquireMutex`."""
    return function.endswith(_SEMAPHORES)


def lock_address(state: str | None, calls: Sequence[Call]) -> int | None:
    """Address of the lock that the goroutine waits for, None when it waits for none or none is printed."""
    for position in lock_calls(state, [call.function for call in calls]):
        call = calls[position]
        word = first_word(call.arguments)
        if word is None:
            continue
        return word - SYNC_OFFSETS.get(state or "", 0) if is_semaphore(call.function) else word
    return None
