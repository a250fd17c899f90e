"""Goroutine evidence of a request -> `GoroutineGroupRow`s.

The series of snapshots (see `moments`) gives counts and growth; goroutineleak profiles add the collector's proof to the
rows with the same stack; the newest snapshot gives the wait-for picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from ...evidence.frames import Frame
from ...evidence.model import Capture, GoroutineGroup, GoroutineSnapshot
from ...evidence.names import stable_name
from ..group_tracks import GroupTrack, commonest_creator, heaviest, names_only, own_frames, started_frames
from ..idle import NO_IDLE_KNOWLEDGE, IdleKnowledge
from ..landmarks import is_named_for_events, is_request_scoped, is_start_up
from ..lineage import grown_in_text
from ..listeners import accepts
from ..moments import Extent, Moment, goroutine_series, is_top_of_page, unreachable_snapshots
from ..waits.sql_pool import is_open_result
from . import group_ages, group_stack, group_stood
from .connection_sides import (
    beside_client,
    has_reader,
    has_writer,
    loops_of_clients,
    program_readers,
    pumps_by_creator,
    readers_by_creator,
)
from .group_growth import GroupGrowth, growth_of
from .group_model import GoroutineGroupRow
from .group_residence import residence
from .group_scene import RUNNING_STATES, GroupScene, group_scene
from .group_turnover import serves_in_turn, turnover_of
from .shared_connections import is_connection_loop
from .sql_owners import owner_at_work, with_open_results


def goroutine_group_rows(
    captures: Sequence[Capture],
    main_modules: tuple[str, ...],
    idle: IdleKnowledge = NO_IDLE_KNOWLEDGE,
    gcs_per_minute: float | None = None,
    *,
    series: tuple[Moment, ...] | None = None,
) -> tuple[GoroutineGroupRow, ...]:
    """All rows, largest group first. A lone goroutineleak profile makes rows of its own.

    `gcs_per_minute` says how soon a goroutine's wait is dated, see `group_scene`; `series` is
    `goroutine_series(captures)`, where the caller has it.
    Groups that the newest capture, a whole one, no longer shows are left out: they have ended.
    """
    proofs = unreachable_snapshots(captures)
    series = (goroutine_series(captures, idle.furniture) if series is None else series) or _as_series(proofs[-1:])
    if not series:
        return ()
    scene = group_scene(series, proofs, main_modules, gcs_per_minute)
    tracks = scene.told()
    described = [_features(track, scene, idle) for track in tracks]
    readers, pumps, loops = readers_by_creator(described), pumps_by_creator(described), loops_of_clients(described)
    reading = program_readers(scene.present, main_modules)
    rows = [
        GoroutineGroupRow(
            **one,
            has_reader=has_reader(one, readers, served=partial(reading.serving, track.newest)),
            has_writer=has_writer(one, pumps),
            beside_client=beside_client(one, loops),
        )
        # Made once: a row's seventy fields take as long as all that is worked out for it.
        for one, track in zip(described, tracks, strict=True)
    ]
    rows = with_open_results(rows)
    return tuple(sorted(rows, key=lambda row: (-(row.count or 0), row.state or "", row.stack or ())))


_Features = dict[str, Any]


def _as_series(captures: Sequence[Capture]) -> tuple[Moment, ...]:
    return tuple(
        Moment(capture=capture, snapshot=capture.reading.content, minutes=0.0)  # type: ignore[arg-type]
        for capture in captures
    )


TOO_SHORT: Final = 0.25
"""Minutes from the first dump to the last, below which neither that nothing came nor that nobody left says anything."""

ONE_AND_ITS_LIKE: Final = 2
"""Goroutines of one stack that somebody shows who leaves the end of it out."""

OVERSHADOWING: Final = 100
"""Times as many goroutines in another stack, beside which nobody picks out a few to show."""

OVERSHADOWING_ABOVE: Final = 10
"""The same in a page of counts, which begins with the largest: whoever copies it from its top shows what comes next by
the way."""


def _features(track: GroupTrack, scene: GroupScene, idle: IdleKnowledge) -> _Features:
    """The fields of a row, but for the two that take the other rows to know."""
    newest, creator = heaviest(track.newest), commonest_creator(track.newest)
    frames = own_frames(newest.frames)
    members = group_ages.members_of(track.newest)
    proof = scene.proved.get(names_only(track.key))
    return {
        "frames": frames,
        "creator": creator,
        "evidence": track.evidence + ((proof[1],) if proof and proof[1] not in track.evidence else ()),
        "waits_for": scene.stacks_waited_for(scene.involvement_of(track)),
        "spawned_in": _spawned_in(track, scene),
        "unreachable": _unreachable(track, proof, scene),
        "unreachable_count": _unreachable_count(track, proof, scene),
        **_stack_features(newest, frames, creator, scene),
        **_number_features(track, scene),
        **_origin_features(track, members, scene),
        **(aged := _age_features(track, members, scene)),
        **(followed := _series_features(track, frames, scene, idle)),
        **_picture_features(track, scene, _stood(members, aged, followed, scene)),
    }


def _stood(members: group_ages.Members, aged: _Features, followed: _Features, scene: GroupScene) -> float | None:
    watched, only_young = scene.series[-1].minutes, aged.get("none_waits_minutes")
    return group_stood.stood(members, stayed=followed["stayed"], watched=watched, only_young=only_young)


def _stack_features(
    newest: GoroutineGroup, frames: tuple[Frame, ...], creator: Frame | None, scene: GroupScene
) -> _Features:
    state = newest.state
    functions = tuple([frame.function for frame in frames])
    # A listener waits for somebody outside: no goroutine of the process could wake it, whatever the runtime counted.
    is_stopped = scene.deadlock or scene.is_crash
    waits = is_stopped and state not in RUNNING_STATES and not accepts(functions)
    return {
        "state": state if functions else None,
        "state_known": state is not None and bool(functions),
        "headers_only": not functions,
        "stack": functions,
        "created_by": creator.function if creator else None,
        "observes": group_stack.observes(frames),
        "deadlock": scene.deadlock and waits,
        "crash": scene.is_crash and waits,
        "stuck_test": group_stack.is_stuck_test(frames, scene.main_modules),
        "sql_busy": group_stack.is_sql_busy(functions),
        "inside_call": group_stack.is_inside_call(started_frames(newest)),
        "in_library_only": group_stack.in_library_only(frames, creator, scene.main_modules),
        "cut_short": group_stack.is_cut_short(frames, creator, is_dump=scene.is_dump),
        "in_dependency_only": group_stack.in_dependency_only(frames, creator),
        "request_scoped": is_request_scoped((*functions, creator.function if creator else "")),
        "started_by_init": is_start_up(creator.function) if creator else None,
        "listens_for_stop": group_stack.listens_for_stop(frames, scene.main_modules),
        "awaits_events": is_named_for_events(functions[-1]) if functions else None,
    }


def _number_features(track: GroupTrack, scene: GroupScene) -> _Features:
    family = scene.family_of(track)
    count = track.counts[-1]
    return {
        "count": count,
        "share": count / scene.total if scene.is_whole and scene.total else None,
        "excerpt": scene.extent is Extent.PICKED and not is_top_of_page(scene.series[-1].snapshot),
        "shown": None if scene.series[-1].snapshot.failed else scene.series[-1].snapshot.total,
        "breaks_off": scene.extent is Extent.PICKED and _breaks_off(scene.series[-1].snapshot),
        "part": not scene.is_whole,
        "looks": len(scene.series),
        "left_behind": scene.series[-1].snapshot.left_behind,
        "after_all_tests": scene.series[-1].snapshot.after_all_tests and not _made_beside_main(track),
        "overshadowed": (OVERSHADOWING if scene.is_dump else OVERSHADOWING_ABOVE) * count <= scene.largest,
        "running_share": family.running / family.total if family and family.total and family.states_known else None,
        "family_share": min(1.0, count / family.total) if family and family.total else None,
    }


MAIN_NUMBER: Final = 1
"""The goroutine that runs packages' initialisation and main."""


def _made_beside_main(track: GroupTrack) -> bool:
    """Whether a goroutine other than main's started one, as a test's own does; packages and TestMain run on main's."""
    return any(number != MAIN_NUMBER for group in track.newest for number in group.created_in)


def _age_features(track: GroupTrack, members: group_ages.Members, scene: GroupScene) -> _Features:
    waits = members.waits
    spread = group_ages.birth_spread(members, scene.newest_goroutine)
    features: _Features = {
        "wait": float(waits[-1]) if waits else None,
        "wait_median": float(waits[len(waits) // 2]) if waits else None,
        "age_spread": group_ages.age_spread(members),
        "dated": (spread is not None and scene.extent is not Extent.PICKED) or _is_dated(track, waits, scene),
    }
    if scene.extent is Extent.PICKED:
        return features
    return features | {
        "ages_in_order": group_ages.ages_in_order(members),
        "birth_spread": spread,
        "ticks": _ticks(track, members, scene),
        "none_waits_minutes": group_ages.none_waits_minutes(members, scene.newest_waiting),
    }


def _origin_features(track: GroupTrack, members: group_ages.Members, scene: GroupScene) -> _Features:
    """What the creators and the neighbours by number tell. A creator that a part does not show may live."""
    newest = track.newest
    features: _Features = {
        "spawners": group_ages.spawners(newest),
        "one_starter": group_ages.one_starter(members),
        "shared_object": group_ages.shares_object(newest),
        "accepted": _accepted(track, commonest_creator(newest), scene),
    }
    if not scene.is_whole:
        return features
    orphaned = group_ages.orphaned(members, scene.group_of_goroutine)
    return features | {
        "born_apart": group_ages.born_apart(members, scene.standing_alone),
        "joins_ended": group_ages.joins_ended(members, scene.newest_goroutine),
        "creator_returned": group_ages.creator_returned(members, scene.functions_of),
        "owner_at_work": _owner_at_work(track, scene) if is_open_result(newest[0].frames) else None,
        "orphaned": orphaned,
        "orphaned_apart": None if features["one_starter"] and orphaned else orphaned,
        "starts_no_more": group_ages.starts_no_more(members, scene.group_of_goroutine),
        "shared_connections": scene.shared_connections() if is_connection_loop(newest[0]) else None,
    }


def _owner_at_work(track: GroupTrack, scene: GroupScene) -> float | None:
    """Earlier moments count where they show the whole process."""
    pairs = zip(track.counts, scene.series, strict=True)
    moments = [(count, moment.snapshot.groups) for count, moment in pairs if moment.extent is Extent.WHOLE]
    return owner_at_work(track.newest, scene.group_of_goroutine, moments, scene.main_modules)


def _accepted(track: GroupTrack, creator: Frame | None, scene: GroupScene) -> bool | None:
    """By the goroutines that started them, else (before Go 1.21) by the function, if these stand in Accept now."""
    numbers = {number for group in track.newest for number in group.created_in}
    starters = [functions for number in numbers if (functions := scene.functions_of(number)) is not None]
    if starters:
        return 2 * sum(map(accepts, starters)) > len(starters)
    return creator.function in scene.acceptors if creator is not None and scene.is_whole else None


def _series_features(track: GroupTrack, frames: tuple[Frame, ...], scene: GroupScene, idle: IdleKnowledge) -> _Features:
    turnover = turnover_of(track)
    grown = _growth(track, scene, turnover.stayed)
    return {
        "growth": grown.gained if grown else None,
        "growth_per_minute": grown.per_minute if grown else None,
        "growth_certainty": grown.certainty if grown else None,
        "levels_off": grown.levels_off if grown else None,
        "stayed": turnover.stayed,
        "veterans_stayed": turnover.veterans_stayed,
        "joined": None if _is_glimpse(scene) else turnover.joined,
        **residence(track, frames, grown, scene, idle),
    }


def _picture_features(track: GroupTrack, scene: GroupScene, stood: float | None) -> _Features:
    """The wait-for picture. Of a process not shown whole, whoever would end a wait may be in the part left out."""
    involved = scene.involvement_of(track)
    tells_queues = scene.extent is not Extent.PICKED and track.newest[0].state is not None
    is_torn = scene.extent is Extent.TORN
    return {
        "stood": stood,
        "is_victim": involved.is_victim,
        "victims": involved.victims,
        "victims_each": round(involved.victims / max(1, track.counts[-1]), 3),
        "holds_lock": involved.holds_lock,
        "has_handed_locks": involved.has_handed_locks,
        "lock_queue": involved.queue,
        "lock_cycle": involved.lock_cycle,
        "self_deadlock": involved.self_deadlock,
        "may_self_deadlock": involved.may_self_deadlock,
        "holder_finishes": group_stood.holder_finishes(involved, stood),
        "lock_waiters": involved.lock_waiters,
        "lock_waited": involved.lock_waited,
        "awaits_living": group_stood.awaits_living(involved, stood, torn=is_torn),
        "awaits_own_work": involved.awaits_own_work if scene.extent is not Extent.PICKED else None,
        "awaits_reply": involved.awaits_reply if tells_queues else None,
        "supervised": involved.supervised,
        "may_be_gathered": involved.may_be_gathered if tells_queues else None,
        "queues": involved.queues if tells_queues else None,
        "holder_absent": involved.holder_absent if scene.is_whole else None,
        "package_alone": involved.package_alone if scene.is_whole else None,
    }


def _growth(track: GroupTrack, scene: GroupScene, stayed: float | None) -> GroupGrowth | None:
    """Growth, where moments can be compared: a picked part leaves out what nobody chose, a torn one anything.

    Printed tables count all of the goroutines that they name.
    """
    first, last = scene.series[0].extent, scene.extent
    is_ordered = scene.series[-1].minutes is not None or grown_in_text(
        scene.series[0].capture, scene.series[-1].capture
    )
    is_shown = is_ordered and track.counts[0] and track.counts[-1]
    if Extent.PICKED in {first, last} and not is_shown:
        return None
    by_figures = all(moment.snapshot.by_figures for moment in (scene.series[0], scene.series[-1]))
    is_torn = first is Extent.TORN or (last is Extent.TORN and track.counts[-1] <= track.counts[0])
    if is_torn and not (by_figures and is_shown):
        return None
    if _only_moved(track, scene):
        return growth_of((track.counts[0], track.counts[0]), minutes=(0.0, scene.series[-1].minutes), stayed=stayed)
    if _is_glimpse(scene) and not 0 < track.counts[0] < track.counts[-1]:
        return None  # of what leaks once a minute nothing comes in some seconds, and a burst comes in less
    return growth_of(
        track.counts,
        minutes=[moment.minutes for moment in scene.series],
        stayed=stayed,
        is_last_apart=scene.series[-1].is_shown_apart,
    )


def _is_glimpse(scene: GroupScene) -> bool:
    """Whether first and last dump are so near each other that whoever is served has not had the time to leave."""
    watched = scene.series[-1].minutes
    return len(scene.series) > 1 and watched is not None and watched < TOO_SHORT


def _only_moved(track: GroupTrack, scene: GroupScene) -> bool:
    """Whether the goroutines were there before, elsewhere: all that were started with the same function did not grow.

    Connections of a server do the work of many requests: blocked handlers may pile up on connections that stay.
    """
    frames = started_frames(track.newest[0])
    gained = track.counts[-1] - track.counts[0]
    if gained <= 0 or not frames or is_request_scoped(frame.function for frame in frames):
        return False
    return scene.gained_by_starter.get(stable_name(frames[-1].function), gained) < 0.3 * gained


def _ticks(track: GroupTrack, members: group_ages.Members, scene: GroupScene) -> bool | None:
    """A kept-alive connection is woken by its requests, which is no loop of its own.

    Nothing wakes what the collector proved to be stuck: a dump after a leak profile has lost its minutes.
    """
    if serves_in_turn(members.groups) or _unreachable(track, scene.proved.get(names_only(track.key)), scene):
        return None
    return group_ages.is_woken(members, scene.newest_waiting, scene.seasoned)


def _is_dated(track: GroupTrack, waits: Sequence[int], scene: GroupScene) -> bool:
    """Whether waits or an earlier moment tell since when the members stand there, as their numbers may."""
    tell = bool(waits) and (waits[-1] >= 2 or len(waits) >= 0.9 * track.counts[-1])
    return tell or len(scene.series) > 1


def _unreachable(track: GroupTrack, proof: tuple[int, str] | None, scene: GroupScene) -> bool | None:
    if proof or any(group.unreachable for group in track.newest):
        return True
    measured = scene.proof_taken or any(group.unreachable is not None for group in track.newest)
    return False if measured else None


def _unreachable_count(track: GroupTrack, proof: tuple[int, str] | None, scene: GroupScene) -> int | None:
    marked = [group.unreachable for group in track.newest if group.unreachable is not None]
    if proof is None and not marked:
        return 0 if scene.proof_taken else None
    return max(proof[0] if proof else 0, sum(marked))


def _breaks_off(snapshot: GoroutineSnapshot) -> bool:
    several = len(snapshot.groups) > 1 or snapshot.total > ONE_AND_ITS_LIKE
    return snapshot.ends_torn and not snapshot.left_behind and several


def _spawned_in(track: GroupTrack, scene: GroupScene) -> Frame | None:
    """The application frame that most of the creating goroutines, where still alive, stand in."""
    tally: dict[Frame, int] = {}
    for number in sorted({number for group in track.newest for number in group.created_in})[:1000]:
        parent = scene.group_of_goroutine.get(number)
        frame = scene.own_frame_of(parent) if parent is not None else None
        if frame is not None:
            tally[frame] = tally.get(frame, 0) + 1
    return min(tally, key=lambda frame: (-tally[frame], frame.function, frame.line or 0), default=None)
