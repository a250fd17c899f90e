"""What all goroutine rows of one request share: tracks, the newest moment's wait-for picture, families, proofs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...evidence.frames import Frame
from ...evidence.model import Capture, EvidenceKind, GoroutineGroup
from ...evidence.names import is_application, stable_name
from ..group_tracks import GroupTrack, follow, own_frames, started_frames, unreachable_by_stack
from ..idle import MOST_OWNERS, Per
from ..listeners import accepts
from ..moments import MOST_GOROUTINES_PICKED, Extent, Moment
from ..waits.wait_for import Involvement, picture
from .group_ages import standing_alone
from .shared_connections import shared_connections

FEWEST_HEADERS = 8
"""Goroutines of which a list without any stack says something: fewer are what is left of a cut."""

RUNNING_STATES = frozenset({"running", "runnable", "preempted", "copystack"})


@dataclass(slots=True)
class Family:
    """Goroutines of the newest moment that were started with the same function."""

    total: int = 0
    running: int = 0
    states_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupScene:
    """See the module. `involvement` is by the track's key, `waited_for` by group index of the newest moment."""

    series: tuple[Moment, ...]
    tracks: tuple[GroupTrack, ...]
    main_modules: tuple[str, ...]
    proved: Mapping[tuple[str, ...], tuple[int, str]]
    proof_taken: bool
    extent: Extent
    """Of the newest moment."""
    newest_goroutine: int | None
    living: tuple[int, ...] = field(repr=False)
    deadlock: bool
    is_crash: bool
    """A dump of a few goroutines that a deadlock, a signal or a test wrote: it is posted for what is stuck."""
    gained_by_starter: Mapping[str, int] = field(repr=False)
    """Goroutines gained from the first to the last moment by the function they were started with."""
    newest_waiting: int | None
    """The highest number of a goroutine whose header prints a wait."""
    """Numbers of all goroutines of the newest moment, ascending."""
    seasoned: frozenset[int] = field(repr=False)
    """Goroutines so old that they would print a wait, had they stood still since."""
    involvement: Mapping[GroupTrack, Involvement]
    present: tuple[GoroutineGroup, ...]
    largest: int
    """Goroutines in the newest moment's largest group."""
    families: Mapping[str, Family]
    group_of_goroutine: Mapping[int, GoroutineGroup]
    listeners: int
    acceptors: frozenset[str] = field(repr=False)
    """Functions on stacks that wait for the next connection of a listener."""
    _functions: dict[int, frozenset[str]] = field(default_factory=dict, init=False, repr=False)
    """By identity of a group of the newest moment."""
    _own_frames: dict[int, Frame | None] = field(default_factory=dict, init=False, repr=False)
    """The same."""
    _own_stacks: dict[int, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False)
    """By the index of a group of the newest moment."""
    _alone: list[frozenset[int]] = field(default_factory=list, init=False, repr=False)
    """`standing_alone`, once it was asked for."""
    _shared: list[float | None] = field(default_factory=list, init=False, repr=False)
    """`shared_connections`, once it was asked for."""

    @property
    def is_whole(self) -> bool:
        """Whether the newest moment shows all of the process, so that what it does not show is not there."""
        return self.extent is Extent.WHOLE

    @property
    def is_dump(self) -> bool:
        """Whether the newest moment is a dump, which prints who created each goroutine."""
        return self.series[-1].capture.reading.kind is EvidenceKind.GOROUTINE_DUMP

    @property
    def total(self) -> int:
        """Goroutines in the newest snapshot."""
        return self.series[-1].snapshot.total

    def told(self) -> list[GroupTrack]:
        """The tracks that are still there, and whose stack is known; where headers alone are listed, all of them.

        `grep ^goroutine dump.txt` leaves states and waits and nobody's stack. Beside stacks, a header without one is
        the last of a text that was cut.
        """
        still = [track for track in self.tracks if track.counts[-1] or not self.is_whole]
        stacks = [track for track in still if any(group.frames for group in track.newest)]
        return stacks or (still if self.total >= FEWEST_HEADERS else [])

    def involvement_of(self, track: GroupTrack) -> Involvement:
        """The track's part in the wait-for picture."""
        return self.involvement.get(track) or Involvement()

    def family_of(self, track: GroupTrack) -> Family | None:
        """The goroutines started with the same function; None for stacks without one."""
        return self.families.get(_entry(track.newest[0]))

    def owners(self, per: Per) -> int:
        """How many owners of residents there may be."""
        return self.listeners if per is Per.LISTENER and self.listeners else MOST_OWNERS[per]

    def stacks_waited_for(self, involved: Involvement) -> tuple[tuple[str, ...], ...]:
        """Stacks (function names) of the groups a group waits for, in their own order."""
        return tuple(sorted({self._own_stack(index) for index in involved.waits_for}))

    def _own_stack(self, index: int) -> tuple[str, ...]:
        """The functions of a group of the newest moment: a crowd waits for the same few."""
        if index not in self._own_stacks:
            self._own_stacks[index] = tuple([frame.function for frame in own_frames(self.present[index].frames)])
        return self._own_stacks[index]

    def shared_connections(self) -> float | None:
        """See `shared_connections.shared_connections`; of all goroutines of the newest moment."""
        if not self._shared:
            self._shared.append(shared_connections(self.present))
        return self._shared[0]

    def standing_alone(self) -> frozenset[int]:
        """Numbers of goroutines of the newest moment whose neighbours by number have ended."""
        if not self._alone:
            self._alone.append(standing_alone(self.living))
        return self._alone[0]

    def functions_of(self, goroutine: int) -> frozenset[str] | None:
        """Functions on the goroutine's stack; None where the newest moment does not show it."""
        group = self.group_of_goroutine.get(goroutine)
        if group is None:
            return None
        if id(group) not in self._functions:
            self._functions[id(group)] = frozenset(frame.function for frame in group.frames)
        return self._functions[id(group)]

    def own_frame_of(self, group: GoroutineGroup) -> Frame | None:
        """The leaf-most frame of the program, of a group of the newest moment: thousands have one creator."""
        if id(group) not in self._own_frames:
            own = (frame for frame in group.frames if is_application(frame, self.main_modules))
            self._own_frames[id(group)] = next(own, None)
        return self._own_frames[id(group)]


def group_scene(
    series: tuple[Moment, ...],
    proofs: Sequence[Capture],
    main_modules: tuple[str, ...],
    gcs_per_minute: float | None = None,
) -> GroupScene:
    """Everything the rows need, computed once."""
    tracks = follow(series)
    present = [(track, group) for track in tracks for group in track.moments[-1]]
    groups = tuple(group for _, group in present)
    involvement: dict[GroupTrack, Involvement] = {}
    for (track, _), part in zip(present, picture(groups, torn=series[-1].extent is Extent.TORN), strict=True):
        involvement[track] = joined(involvement[track], part) if track in involvement else part
    by_number = {number: group for group in groups for number in group.ids}
    accepting = [group for group in groups if accepts([frame.function for frame in group.frames])]
    listeners = sum(group.count for group in accepting)
    return GroupScene(
        series=series,
        tracks=tracks,
        main_modules=main_modules,
        proved=unreachable_by_stack(proofs),
        proof_taken=bool(proofs),
        extent=series[-1].extent,
        newest_goroutine=max(by_number, default=None),
        living=tuple(sorted(by_number)),
        deadlock=series[-1].snapshot.deadlock,
        is_crash=len(series) == 1 and _is_crash(series[-1], groups, listeners),
        gained_by_starter=_gained(series),
        newest_waiting=_newest_waiting(groups),
        seasoned=_seasoned(series, gcs_per_minute) | _children_of_waiting(groups),
        involvement=involvement,
        present=groups,
        largest=max((group.count for group in groups), default=0),
        families=_families(groups),
        group_of_goroutine=by_number,
        listeners=listeners,
        acceptors=frozenset(frame.function for group in accepting for frame in group.frames),
    )


COLLECTIONS_WAITED_FOR = 3
"""A wait is dated by the first collection that meets it; this many may pass before one surely has."""


def _seasoned(series: Sequence[Moment], gcs_per_minute: float | None) -> frozenset[int]:
    """Headers print whole minutes since a collection first met the goroutine waiting (runtime/mgcmark.go)."""
    if not gcs_per_minute or series[-1].minutes is None:
        return frozenset()
    needed = 1 + COLLECTIONS_WAITED_FOR / gcs_per_minute
    old = [moment for moment in series if moment.minutes is not None and series[-1].minutes - moment.minutes >= needed]
    return frozenset(number for moment in old[-1:] for group in moment.snapshot.groups for number in group.ids)


def _children_of_waiting(groups: Sequence[GoroutineGroup]) -> frozenset[int]:
    """Goroutines whose creator has waited for minutes: it started them before, so they are as old as that at least.

    Before Go 1.21 no creator's number is printed, but `main.main` runs in goroutine 1 only.
    """
    waiting = {
        member.goroutine for group in groups for member in group.members if member.goroutine and member.wait_minutes
    }
    old: set[int] = set()
    for group in groups:
        of_main = not group.created_in and group.created_by is not None and group.created_by.function == "main.main"
        if (group.created_in and waiting.issuperset(group.created_in)) or (of_main and 1 in waiting):
            old.update(group.ids)
        else:
            old.update(m.goroutine for m in group.members if m.goroutine and m.created_in in waiting)
    return frozenset(old)


FEW_GOROUTINES = 30
_DUMP_WRITERS = ("runtime/pprof.", "net/http/pprof.", "runtime/debug.WriteHeapDump")


def _is_crash(moment: Moment, groups: Sequence[GoroutineGroup], listeners: int) -> bool:
    """A dump taken on request shows the goroutine that writes it; a deadlock, a signal and a test's alarm do not.

    Headers without any stack do not show who wrote them either.

    A panic prints all goroutines too, for what the running one did: those that wait did no harm.

    A server with a listener is signalled to see all of it, not for a few goroutines that hang, unless it has hardly
    more than these.
    """
    if moment.capture.reading.kind is not EvidenceKind.GOROUTINE_DUMP or moment.extent is Extent.TORN:
        return False
    if not any(group.frames for group in groups):
        return False
    if moment.snapshot.failed or moment.snapshot.total > (MOST_GOROUTINES_PICKED if listeners else FEW_GOROUTINES):
        return False
    return not any(frame.function.startswith(_DUMP_WRITERS) for group in groups for frame in group.frames)


def _newest_waiting(groups: Sequence[GoroutineGroup]) -> int | None:
    members = (member for group in groups for member in group.members if member.wait_minutes)
    return max((member.goroutine for member in members if member.goroutine is not None), default=None)


def _gained(series: Sequence[Moment]) -> dict[str, int]:
    gained: dict[str, int] = {}
    if len(series) < 2:
        return gained
    for sign, moment in ((-1, series[0]), (1, series[-1])):
        for group in moment.snapshot.groups:
            entry = _entry(group)
            gained[entry] = gained.get(entry, 0) + sign * group.count
    return gained


def joined(one: Involvement, other: Involvement) -> Involvement:
    """The part of a track whose goroutines stand in several groups (at several lines of one function)."""
    queues = [queue for queue in (one.queue, other.queue) if queue is not None]
    return Involvement(
        waits_for=one.waits_for | other.waits_for,
        victims=one.victims + other.victims,
        holds_lock=one.holds_lock or other.holds_lock,
        in_cycle=one.in_cycle or other.in_cycle,
        lock_cycle=one.lock_cycle or other.lock_cycle,
        self_deadlock=one.self_deadlock or other.self_deadlock,
        may_self_deadlock=one.may_self_deadlock or other.may_self_deadlock,
        queue=max(queues, default=None),
        is_victim=one.is_victim and other.is_victim,
        holder_state=one.holder_state or other.holder_state,
        lock_waiters=one.lock_waiters + other.lock_waiters,
        lock_waited=max((m for m in (one.lock_waited, other.lock_waited) if m is not None), default=None),
        holder_absent=one.holder_absent and other.holder_absent,
        has_handed_locks=one.has_handed_locks or other.has_handed_locks,
        package_alone=one.package_alone and other.package_alone,
        awaits_living=one.awaits_living and other.awaits_living,
        awaits_own_work=one.awaits_own_work and other.awaits_own_work,
        awaits_reply=one.awaits_reply and other.awaits_reply,
        supervised=one.supervised and other.supervised,
        may_be_gathered=one.may_be_gathered and other.may_be_gathered,
        queues=one.queues and other.queues,
    )


def _entry(group: GoroutineGroup) -> str:
    frames = started_frames(group)
    return stable_name(frames[-1].function) if frames else ""


def _families(groups: Sequence[GoroutineGroup]) -> dict[str, Family]:
    families: dict[str, Family] = {}
    for group in groups:
        family = families.setdefault(_entry(group), Family())
        family.total += group.count
        family.states_known = family.states_known and group.state is not None
        if group.state in RUNNING_STATES:
            family.running += group.count
    families.pop("", None)
    return families
