"""Goroutines of one dump gathered into groups of equal state, frames and creator.

What is kept beyond the counts is bounded: the smallest goroutine numbers, the members with the smallest numbers
(they wait longest), the distinct creators. So the order in which goroutines are printed changes nothing.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Final

from ..limits import Limits
from .goroutine_dump_lines import Call, Header, first_word, frame_of
from .model import Frame, GoroutineGroup, GoroutineMember, GoroutineSnapshot
from .names import is_runtime, package_of
from .states import cut_runtime_frames, modern_state, state_from_frames

_NO_NUMBER = 2**63
"""Stands for the number of a stack without a header: kept last."""
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


@dataclass(slots=True)
class Group:
    """A group while it grows."""

    state: str | None
    frames: tuple[Frame, ...]
    created_by: Frame | None
    waits: Counter[int | None] = field(default_factory=Counter)
    leaked: int = 0
    locked: int = 0
    ids: list[int] = field(default_factory=list)
    greatest_id: int | None = None
    """Numbers from here on need not be kept."""
    creators: set[int] = field(default_factory=set)
    locks: Counter[int] = field(default_factory=Counter)
    labels: frozenset[tuple[str, str]] | None = None
    members: list[tuple[int, int, GoroutineMember]] = field(default_factory=list)
    """A heap of (-number, -arrival, member): the greatest number is dropped first."""
    arrivals: int = 0

    def meet_labels(self, labels: Iterable[tuple[str, str]]) -> None:
        """Keep what all members so far have in common."""
        self.labels = frozenset(labels) if self.labels is None else self.labels & frozenset(labels)

    def count(self, header: Header, goroutines: int) -> None:
        """Count goroutines with this header."""
        self.waits[header.wait_minutes] += goroutines
        self.leaked += header.leaked * goroutines
        self.locked += header.locked_to_thread * goroutines

    def member_bound(self, limits: Limits) -> int:
        """The number below which a goroutine is kept one by one."""
        if len(self.members) < limits.members_per_group:
            return _NO_NUMBER + 1
        return -self.members[0][0] if self.members else 0

    def add_member(self, member: GoroutineMember, limits: Limits) -> None:
        """Keep it, and drop the member with the greatest number when there are too many."""
        self.arrivals += 1
        number = member.goroutine if member.goroutine is not None else _NO_NUMBER
        heapq.heappush(self.members, (-number, -self.arrivals, member))
        if len(self.members) > limits.members_per_group:
            heapq.heappop(self.members)

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
        self.ids = sorted(self.ids)[: limits.ids_per_group]

    def add_creators(self, numbers: set[int], limits: Limits) -> None:
        """Keep the smallest distinct numbers after "in goroutine"."""
        self.creators |= numbers
        if len(self.creators) > 2 * limits.ids_per_group:
            self.creators = set(sorted(self.creators)[: limits.ids_per_group])

    def add_lock(self, address: int, waiters: int, limits: Limits) -> None:
        """Count waiters per address; once there are too many addresses only known ones are counted on."""
        if address in self.locks or len(self.locks) < limits.ids_per_group:
            self.locks[address] += waiters

    def finish(self, limits: Limits, *, marks_leaks: bool) -> GoroutineGroup:
        """The group as a value."""
        self.trim_ids(limits)
        members = sorted(self.members, key=lambda entry: (-entry[0], -entry[1]))
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
            members=tuple(member for _, _, member in members),
            lock_addresses=tuple(sorted(self.locks.items(), key=lambda lock: (-lock[1], lock[0]))),
        )


class GroupBuilder:
    """Gathers the goroutines of one moment."""

    def __init__(self, limits: Limits) -> None:
        """An empty capture."""
        self.limits = limits
        self.groups: dict[tuple[str | None, tuple[Frame, ...], Frame | None], Group] = {}
        self.left_out = 0
        """Goroutines of stacks beyond `limits.stacks`."""
        self.cut_stacks = 0
        """Goroutines whose frames were cut at `limits.frames_per_stack`."""

    def group(
        self, state: str | None, printed: tuple[Frame, ...], created_by: Frame | None
    ) -> tuple[Group | None, int]:
        """The group for goroutines in this (printed) state with this stack, and how many leaf calls its frames omit.

        The group is None when there are too many.
        """
        if len(printed) > self.limits.frames_per_stack:
            printed = printed[: self.limits.frames_per_stack]
            self.cut_stacks += 1
        if state is None:
            state, frames = state_from_frames(printed, created_by)
        else:
            state, frames = modern_state(state, printed), cut_runtime_frames(printed, created_by)
        omitted = next((at for at, frame in enumerate(printed) if frame is frames[0]), 0) if frames else 0
        key = (state, frames, created_by)
        group = self.groups.get(key)
        if group is None and len(self.groups) < self.limits.stacks:
            group = self.groups[key] = Group(state, frames, created_by)
        return group, omitted

    def add(self, header: Header, stack: PrintedStack, created_in: int | None) -> None:
        """Count one goroutine."""
        group, omitted = self.group(header.state, frames_of(stack), stack.created_by)
        if group is None:
            self.left_out += 1
            return
        group.count(header, 1)
        group.meet_labels(header.labels)
        if header.number is not None:
            group.add_ids((header.number,), self.limits)
        if created_in is not None:
            group.add_creators({created_in}, self.limits)
        if (address := lock_address(group.state, stack.calls)) is not None:
            group.add_lock(address, 1, self.limits)
        if (_NO_NUMBER if header.number is None else header.number) < group.member_bound(self.limits):
            words = (first_word(call.arguments) for call in stack.calls[omitted : omitted + len(group.frames)])
            member = GoroutineMember(
                goroutine=header.number,
                wait_minutes=header.wait_minutes,
                created_in=created_in,
                first_words=tuple(words),
            )
            group.add_member(member, self.limits)

    @property
    def total(self) -> int:
        """Goroutines counted."""
        return sum(sum(group.waits.values()) for group in self.groups.values()) + self.left_out

    @property
    def has_open_stack(self) -> bool:
        """Whether one stack ends between two calls: every goroutine but the first and the runtime's says who made it.

        A text that leaves out creators throughout, as some who paste do, is not cut for that.
        """
        if not any(group.created_by for group in self.groups.values()):
            return False
        unmade = [group for group in self.groups.values() if group.created_by is None and 1 not in group.ids]
        open_ones = [group for group in unmade if not all(is_runtime(frame.function) for frame in group.frames)]
        return sum(sum(group.waits.values()) for group in open_ones) == 1

    def snapshot(self, *, complete: bool, tells_waits: bool = True) -> GoroutineSnapshot:
        """All groups, the largest first."""
        marks_leaks = any(group.leaked for group in self.groups.values())
        groups = [group.finish(self.limits, marks_leaks=marks_leaks) for group in self.groups.values() if group.waits]
        return GoroutineSnapshot(
            groups=in_group_order(groups),
            total=self.total,
            complete=complete and not self.left_out,
            tells_waits=tells_waits,
            tells_creators=any(group.created_by is not None for group in groups),
            go_version=go_version(groups),
        )


def in_group_order(groups: Iterable[GoroutineGroup]) -> tuple[GoroutineGroup, ...]:
    """Groups by `group_order`, whose whole key is only made for those that are equal in its beginning."""

    def beginning(group: GoroutineGroup) -> tuple[int, str, list[tuple[str, str, int]]]:
        return -group.count, group.state or "", _frame_keys(group.frames[:2])

    begun = sorted(((beginning(group), group) for group in groups), key=itemgetter(0))
    ordered: list[GoroutineGroup] = []
    for _, alike in groupby(begun, key=itemgetter(0)):
        ordered += sorted((group for _, group in alike), key=group_order)
    return tuple(ordered)


def _frame_keys(frames: Iterable[Frame]) -> list[tuple[str, str, int]]:
    return [(frame.function, frame.file or "", frame.line or 0) for frame in frames]


def group_order(group: GoroutineGroup) -> tuple[int, str, list[tuple[str, str, int]], str]:
    """Sort key: count, then what tells groups apart, so that equal evidence gives equal order."""
    creator = group.created_by
    return (
        -group.count,
        group.state or "",
        _frame_keys(group.frames),
        "" if creator is None else f"{creator.function}:{creator.line}",
    )


def go_version(groups: Iterable[GoroutineGroup]) -> str | None:
    """The Go release, when the standard library's files lie in a folder named for it: `/usr/lib/go-1.10/src/`."""
    versions = {
        found[1]
        for group in groups
        for frame in group.frames
        if frame.file is not None and (found := _GOROOT.search(frame.file)) is not None
    }
    return min(versions) if len(versions) == 1 else None


def lock_calls(state: str | None, functions: Sequence[str]) -> tuple[int, ...]:
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
