"""Goroutine evidence of a request -> `GoroutineGroupRow`s.

The series of snapshots (see `moments`) gives counts and growth; goroutineleak profiles add the collector's proof to the
rows with the same stack; the newest snapshot gives the wait-for picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..evidence.model import Capture, GoroutineGroup
from ..evidence.names import Origin, origin
from . import group_ages
from .group_growth import GroupGrowth, growth_of
from .group_tracks import GroupTrack, commonest_creator, follow, heaviest, names_only, own_frames, unreachable_by_stack
from .landmarks import is_request_scoped, is_resident_loop
from .model import GoroutineGroupRow
from .moments import Moment, goroutine_series, unreachable_snapshots
from .wait_for import Involvement, picture

MAIN_FUNCTIONS = frozenset({"main.main", "runtime.main", "testing.(*M).Run", "testing.Main", "testing.MainStart"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What is shared by all rows of one request."""

    series: tuple[Moment, ...]
    proved: dict[tuple[str, ...], tuple[int, str]]
    proof_taken: bool
    involvement: dict[GroupTrack, Involvement]
    tracks: tuple[GroupTrack, ...]
    newest_goroutine: int | None
    excerpt: bool
    main_modules: tuple[str, ...]


def goroutine_group_rows(captures: Sequence[Capture], main_modules: tuple[str, ...]) -> tuple[GoroutineGroupRow, ...]:
    """All rows, largest group first. A lone goroutineleak profile makes rows of its own."""
    proofs = unreachable_snapshots(captures)
    series = goroutine_series(captures) or _as_series(proofs[-1:])
    if not series:
        return ()
    scene = _scene(series, proofs, main_modules)
    rows = [_row(track, scene) for track in scene.tracks]
    return tuple(sorted(rows, key=lambda row: (-(row.count or 0), row.state or "", row.stack or ())))


def _as_series(captures: Sequence[Capture]) -> tuple[Moment, ...]:
    return tuple(
        Moment(capture=capture, snapshot=capture.reading.content, minutes=0.0)  # type: ignore[arg-type]
        for capture in captures
    )


def _scene(series: tuple[Moment, ...], proofs: Sequence[Capture], main_modules: tuple[str, ...]) -> _Scene:
    tracks = follow(series)
    present = [(track, group) for track in tracks for group in track.moments[-1]]
    parts = picture([group for _, group in present])
    involvement: dict[GroupTrack, Involvement] = {}
    for (track, _), part in zip(present, parts, strict=True):
        involvement[track] = _joined(involvement.get(track), part)
    newest = series[-1].snapshot
    ids = [number for group in newest.groups for number in group.ids]
    return _Scene(
        series=series,
        proved=unreachable_by_stack(proofs),
        proof_taken=bool(proofs),
        involvement=involvement,
        tracks=tracks,
        newest_goroutine=max(ids, default=None),
        excerpt=is_excerpt(series),
        main_modules=main_modules,
    )


def _joined(one: Involvement | None, other: Involvement) -> Involvement:
    if one is None:
        return other
    queues = [queue for queue in (one.queue, other.queue) if queue is not None]
    return Involvement(
        waits_for=one.waits_for | other.waits_for,
        victims=one.victims + other.victims,
        holds_lock=one.holds_lock or other.holds_lock,
        in_cycle=one.in_cycle or other.in_cycle,
        self_deadlock=one.self_deadlock or other.self_deadlock,
        queue=max(queues, default=None),
        is_victim=one.is_victim and other.is_victim,
    )


def is_excerpt(series: Sequence[Moment]) -> bool:
    """Whether what we have is a few stacks somebody chose to show rather than a whole process.

    A whole dump or profile always has the main goroutine: number 1, or a stack through main.main or testing's main.
    """
    snapshot = series[-1].snapshot
    if not snapshot.complete:
        return True
    for group in snapshot.groups:
        if 1 in group.ids or any(frame.function in MAIN_FUNCTIONS for frame in group.frames):
            return False
    return True


def _row(track: GroupTrack, scene: _Scene) -> GoroutineGroupRow:
    newest = heaviest(track.newest)
    frames = own_frames(newest.frames)
    creator = commonest_creator(track.newest)
    involved = scene.involvement.get(track, Involvement())
    waits = group_ages.waits_of(track.newest)
    grown = _growth(track, scene)
    functions = tuple(frame.function for frame in frames)
    origins = [origin(frame, scene.main_modules) for frame in (*frames, *((creator,) if creator else ()))]
    proof = scene.proved.get(names_only(track.key))
    return GoroutineGroupRow(
        frames=frames,
        creator=creator,
        evidence=track.evidence + ((proof[1],) if proof and proof[1] not in track.evidence else ()),
        waits_for=_stacks_waited_for(involved, scene),
        state=_state(track),
        stack=functions,
        created_by=creator.function if creator else None,
        count=track.counts[-1],
        share=_share(track, scene),
        excerpt=scene.excerpt,
        wait=float(waits[-1]) if waits else None,
        wait_median=float(waits[len(waits) // 2]) if waits else None,
        age_spread=group_ages.age_spread(waits),
        birth_spread=group_ages.birth_spread(track.newest, scene.newest_goroutine),
        spawners=group_ages.spawners(track.newest),
        growth=grown.gained if grown else None,
        growth_per_minute=grown.per_minute if grown else None,
        growth_certainty=grown.certainty if grown else None,
        stayed=group_ages.stayed(track.moments[0], track.moments[-1]) if len(track.moments) > 1 else None,
        unreachable=_unreachable(track, proof, scene),
        in_library_only=Origin.APPLICATION not in origins,
        request_scoped=is_request_scoped((*functions, creator.function if creator else "")),
        listens_for_stop=is_resident_loop(functions[-1] if functions else None),
        is_victim=involved.is_victim,
        victims=involved.victims,
        holds_lock=involved.holds_lock,
        lock_queue=involved.queue,
        lock_cycle=involved.in_cycle,
        self_deadlock=involved.self_deadlock,
        running_share=_running_share(track.newest),
    )


def _state(track: GroupTrack) -> str | None:
    return heaviest(track.newest).state


def _running_share(groups: Sequence[GoroutineGroup]) -> float | None:
    if any(group.state is None for group in groups):
        return None
    running = sum(group.count for group in groups if group.state in {"running", "runnable", "syscall"})
    return running / sum(group.count for group in groups)


def _growth(track: GroupTrack, scene: _Scene) -> GroupGrowth | None:
    totals = [moment.snapshot.total for moment in scene.series]
    ratio = totals[-1] / totals[0] if len(totals) > 1 and totals[0] else None
    kept = group_ages.stayed(track.moments[0], track.moments[-1]) if len(track.moments) > 1 else None
    return growth_of(track.counts, minutes=scene.series[-1].minutes, stayed=kept, total_ratio=ratio)


def _share(track: GroupTrack, scene: _Scene) -> float | None:
    """Part of all goroutines; an excerpt's own total says nothing about the process."""
    total = scene.series[-1].snapshot.total
    if total <= 0 or (scene.excerpt and total <= sum(group.count for group in scene.series[-1].snapshot.groups)):
        return None
    return track.counts[-1] / total


def _unreachable(track: GroupTrack, proof: tuple[int, str] | None, scene: _Scene) -> bool | None:
    marked = [group.unreachable for group in track.newest if group.unreachable is not None]
    if proof or any(marked):
        return True
    return False if scene.proof_taken else None


def _stacks_waited_for(involved: Involvement, scene: _Scene) -> tuple[tuple[str, ...], ...]:
    present = [group for track in scene.tracks for group in track.moments[-1]]
    stacks = {
        tuple(frame.function for frame in own_frames(present[index].frames)) for index in sorted(involved.waits_for)
    }
    return tuple(sorted(stacks))
