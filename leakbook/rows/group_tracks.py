"""The same goroutines followed through captures: which groups of several snapshots are one group.

A track's key is the state and the stack's function names without line numbers, closure numbers and type arguments, so
that a group stays itself when views differ in detail. Goroutines that compute or sleep show a different leaf at every
moment; those are keyed by the function they were started with instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..evidence.frames import Frame
from ..evidence.model import Capture, GoroutineGroup, GoroutineSnapshot
from ..evidence.names import closure_parent, is_runtime, stable_name
from .moments import Moment

ACTIVE_STATES = frozenset({"running", "runnable", "syscall", "sleep", "preempted", "copystack"})
"""States of goroutines that do something or will by themselves; everything else waits for an event."""

TrackKey = tuple[str | None, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, eq=False)
class GroupTrack:
    """One group through the moments of a series: `moments[i]` are its parts in moment i, empty when absent."""

    key: TrackKey
    moments: tuple[tuple[GoroutineGroup, ...], ...]
    evidence: tuple[str, ...]

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """Goroutines in the group at each moment."""
        return tuple(sum(group.count for group in groups) for groups in self.moments)

    @cached_property
    def newest(self) -> tuple[GoroutineGroup, ...]:
        """The parts in the last moment that has any."""
        return next(groups for groups in reversed(self.moments) if groups)

    @property
    def every(self) -> tuple[GoroutineGroup, ...]:
        """All parts of all moments, oldest first."""
        return tuple(group for groups in self.moments for group in groups)


def own_frames(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The stack without the runtime frames at its outer end (`runtime.main`, `runtime.goexit`)."""
    end = len(frames)
    while end and is_runtime(frames[end - 1].function):
        end -= 1
    return tuple(frames[:end] if end else frames)


_OLD_METHOD_VALUE = re.compile(r"\.\([^()]*\.(\w+)\)-fm$")
"""Up to Go 1.10: `mq.(*Conn).(example.org/mq.readLoop)-fm`."""


def is_go_wrapper(frames: Sequence[Frame], place: int, creator: Frame | None) -> bool:
    """Whether the outermost frame, at `place`, is what the compiler put around the function in the `go` statement.

    Of a `go f(x)` it is a closure of the creator at the line of the statement. A signal's dump shows it, before Go 1.22
    under a closure's name: `lane.Open.func1()` at lane.go:26, over `created by lane.Open` at lane.go:26. Of a method
    that was handed on as a value it is `mq.(*Conn).readLoop-fm`, at whatever line another such value is made.
    """
    if place < 1:
        return False
    outermost = frames[place]
    if outermost.function.endswith("-fm"):
        method = _OLD_METHOD_VALUE.sub(r".\1", outermost.function).removesuffix("-fm")
        return method == frames[place - 1].function
    if creator is None or creator.line is None or outermost.line != creator.line:
        return False
    return closure_parent(outermost.function) == creator.function


def started_frames(group: GoroutineGroup) -> tuple[Frame, ...]:
    """The stack down to the function in the `go` statement, in a dump on request and in a signal's alike."""
    frames = own_frames(group.frames)
    return frames[:-1] if is_go_wrapper(frames, len(frames) - 1, group.created_by) else frames


def track_key(group: GoroutineGroup) -> TrackKey:
    """What makes two groups of different captures the same group."""
    names = tuple([stable_name(frame.function) for frame in started_frames(group)])
    if group.state in ACTIVE_STATES:
        return ("active", names[-1:])
    return (group.state, names)


def follow(series: Sequence[Moment]) -> tuple[GroupTrack, ...]:
    """All groups of a series as tracks, in a stable order."""
    parts: dict[TrackKey, list[list[GoroutineGroup]]] = {}
    for index, moment in enumerate(series):
        for group in moment.snapshot.groups:
            per_moment = parts.setdefault(track_key(group), [[] for _ in series])
            per_moment[index].append(group)
    names = [moment.capture.name for moment in series]
    return tuple(
        GroupTrack(
            key=key,
            moments=tuple(tuple(groups) for groups in per_moment),
            evidence=tuple(name for name, groups in zip(names, per_moment, strict=True) if groups),
        )
        for key, per_moment in sorted(parts.items(), key=lambda item: (str(item[0][0]), item[0][1]))
    )


def names_only(key: TrackKey) -> tuple[str, ...]:
    """The stack part of a key, for joining evidence that cannot tell states."""
    return key[1]


def heaviest(groups: Sequence[GoroutineGroup]) -> GoroutineGroup:
    """The part with most goroutines; ties go to the first in the stack's own order."""
    if len(groups) == 1:
        return groups[0]
    return min(groups, key=lambda group: (-group.count, [(f.function, f.line or 0) for f in group.frames]))


def commonest_creator(groups: Sequence[GoroutineGroup]) -> Frame | None:
    """The creator of most of the goroutines, None when no capture names one."""
    if len(groups) == 1:
        return groups[0].created_by
    tally: Counter[Frame] = Counter()
    for group in groups:
        if group.created_by is not None:
            tally[group.created_by] += group.count
    if not tally:
        return None
    return min(tally, key=lambda frame: (-tally[frame], frame.function, frame.line or 0))


def unreachable_by_stack(captures: Sequence[Capture]) -> dict[tuple[str, ...], tuple[int, str]]:
    """Stack names -> (goroutines the collector proved unreachable, capture name) from goroutineleak profiles."""
    proved: dict[tuple[str, ...], tuple[int, str]] = {}
    for capture in captures:
        content = capture.reading.content
        if not isinstance(content, GoroutineSnapshot):
            continue
        tally: Counter[tuple[str, ...]] = Counter()
        for group in content.groups:
            tally[names_only(track_key(group))] += group.unreachable or 0
        for names, count in tally.items():
            if count:
                proved[names] = (count, capture.name)
    return proved
