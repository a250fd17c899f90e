"""What the list of residents of libraries says of a group."""

from __future__ import annotations

from typing import Any, Final

from ...evidence.frames import Frame
from ...evidence.names import is_application
from ..group_tracks import GroupTrack, commonest_creator, heaviest
from ..idle import IdleEntry, IdleKnowledge, Per
from ..listeners import accepts
from ..waits.lock_waits import waits_for_lock
from .group_growth import GroupGrowth
from .group_scene import GroupScene

MAIN: Final = "main.main"
"""What goroutine 1 was started with, also where a cut dump does not show it."""


def residence(
    track: GroupTrack, frames: tuple[Frame, ...], grown: GroupGrowth | None, scene: GroupScene, idle: IdleKnowledge
) -> dict[str, Any]:
    """Features: the list excuses a group of a resident within its number that does not grow and is not deadlocked.

    `frames` are the group's own, `grown` how it grew; None where that is not known.
    """
    entry = _resident_entry(track, frames, scene, idle)
    if entry is None:
        return {"known_idle": False, "library_instance": False, "times_usual": None}
    times = track.counts[-1] / (entry.at_most * scene.owners(entry.per))
    grows = grown is not None and grown.gained > 0 and grown.certainty > 0.5
    return {
        "known_idle": times <= 1 and not grows,
        "library_instance": entry.per is Per.POOL,
        "times_usual": round(times, 3),
    }


def _resident_entry(
    track: GroupTrack, frames: tuple[Frame, ...], scene: GroupScene, idle: IdleKnowledge
) -> IdleEntry | None:
    """The resident that the group, of these frames, is one of, whatever its number.

    None in a deadlock and at a lock: nobody is at rest there.
    """
    newest = heaviest(track.newest)
    if waits_for_lock(newest):
        return None
    functions = tuple([frame.function for frame in frames])
    if scene.deadlock and not accepts(functions):
        return None
    if newest.ids[:1] == (1,) and MAIN not in functions:
        functions, frames = (*functions, MAIN), (*frames, Frame(function=MAIN))
    creator = commonest_creator(track.newest)
    starter = creator.function if creator else None
    if not idle.may_speak_of(newest.state, functions, starter):
        return None
    is_app = [is_application(frame, scene.main_modules) for frame in frames]
    return idle.entry_for(newest.state, functions, is_app, starter)
