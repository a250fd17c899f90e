"""Do the goroutines of a group leave it? The same numbers on the same stack in the first and the last moment.

A stuck goroutine never leaves. One under way does, sooner or later, and another takes its place on the same stack.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...evidence.model import GoroutineGroup
from ..group_tracks import GroupTrack

VETERANS = 6
"""Fewest older members of a first moment whose leaving says anything."""

_SERVES_IN_TURN = frozenset({"net/http.(*conn).serve", "github.com/valyala/fasthttp.(*Server).serveConn"})
"""A kept-alive connection serves one request after the other in one goroutine: its number does not tell them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnover:
    """Parts between 0 and 1, None where numbers cannot tell.

    `stayed`: of the first moment's members, those still there in the last. `veterans_stayed`: the same of their older
    half, since what is under way among stuck ones is young. `joined`: of the last moment's members, those that came
    while nearly all of the first stayed.
    """

    stayed: float | None = None
    veterans_stayed: float | None = None
    joined: float | None = None


def turnover_of(track: GroupTrack) -> Turnover:
    """From the first to the last moment of a series; empty for a single moment."""
    if len(track.moments) < 2:
        return Turnover()
    first, last = track.moments[0], track.moments[-1]
    before, after = _numbers(first), _numbers(last)
    if not before or not after:
        return Turnover()
    if serves_in_turn(last) and not _stands_since(last, before):
        return Turnover()
    kept = round(len(before & after) / len(before), 3)
    veterans = sorted(before)[: len(before) // 2]
    return Turnover(
        stayed=kept,
        veterans_stayed=round(len(after & set(veterans)) / len(veterans), 3) if len(veterans) >= VETERANS else None,
        joined=round(len(after - before) / len(after), 3) if kept >= 0.9 else None,
    )


def _numbers(groups: Sequence[GoroutineGroup]) -> set[int]:
    return {number for group in groups for number in group.ids}


def serves_in_turn(groups: Sequence[GoroutineGroup]) -> bool:
    """Whether each is a connection of a server that does one request after the other."""
    return any(not _SERVES_IN_TURN.isdisjoint([frame.function for frame in group.frames]) for group in groups)


def _stands_since(groups: Sequence[GoroutineGroup], numbers: set[int]) -> bool:
    """Whether most of these goroutines print a wait: they have served nothing for a minute at least."""
    waits = [bool(member.wait_minutes) for group in groups for member in group.members if member.goroutine in numbers]
    return sum(waits) > 0.5 * len(waits)
