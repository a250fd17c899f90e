"""What the process tells of its heap sites: the climb of the whole live heap, the descriptors that grow.

That the heap climbs speaks for a site which carries the gain. It says nothing of one that gained a sampled object.
That the heap is level speaks against a site whose gain would show in it: beside a small leak a large heap looks level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..process.model import ProcessRow
from .site_model import HeapSiteRow

CARRIES: Final = 0.3
"""Part of the gain, or of the heap where only one moment was seen, from which the climb is a site's in full."""

LEVEL_TREND: Final = 0.1
"""`live_heap_trend` up to which the heap shows no climb that would go on."""

HIDDEN, SHOWN = 0.02, 0.06
"""Gain of a site, as part of the heap, that work under way hides (it moves a floor by a few percent), or that shows."""


OUTNUMBER: Final = 10
"""Objects gained for each descriptor gained from which most of them have no descriptor any more: a connection is a
handful of objects (the socket, its address, two buffers)."""

SURELY: Final = 0.5
"""`growth_certainty` from which a site rather has gained objects than not."""

NO_CLIMB: Final = 0.1
"""`open_fds_trend` up to which descriptors do not pile up."""


_ONE_SOCKET: Final = ("github.com/quic-go/quic-go.", "github.com/lucas-clemente/quic-go.", "github.com/xtaci/kcp-go")
"""Protocols above UDP, all of whose connections share a socket: open or closed, their descriptors do not grow."""


def with_floor(rows: Sequence[HeapSiteRow], process: ProcessRow) -> tuple[HeapSiteRow, ...]:
    """The rows with what the live heap says of them, where a trend of it was measured."""
    trend = process.live_heap_trend
    if trend is None:
        return tuple(rows)
    level = process.live_heap_plateau if trend <= LEVEL_TREND else None
    # Goroutines that pile up hold heap as well: as far as they climb, the climb cannot be put down to a site.
    trend *= 1 - (process.goroutines_trend or 0.0)
    return tuple(
        replace(
            row,
            gain_borne_out=(borne_out := _borne_out(row, process.live_heap_gain)),
            floor_climbs=0.0 if _was_half_loaded(row, borne_out, process) else _climb(row, trend),
            floor_level=_level(row, level),
            collection_gap=process.collection_gap,
        )
        for row in rows
    )


def with_descriptors(rows: Sequence[HeapSiteRow], process: ProcessRow) -> tuple[HeapSiteRow, ...]:
    """The rows as their descriptors tell them.

    Streams whose sort was guessed from their buffers are of the sort that grows. Where none grows, connections and
    files whose memory piles up were closed: something else keeps what they were, so it is plain memory (`closed`).
    """
    rows = [
        replace(row, resource="none", resource_guessed=None, closed=True) if _closed(row, process) else row
        for row in rows
    ]
    files, sockets, every = process.open_files_per_minute, process.open_sockets_per_minute, process.open_fds_per_minute
    if files is None and sockets is not None and every is not None:
        files = every - sockets  # what a table of sockets does not list
    if files is None or sockets is None or max(files, sockets) <= 0:
        return tuple(rows)
    sort = "socket" if sockets > files else "file"
    return tuple(replace(row, resource=sort, resource_guessed=None) if row.resource_guessed else row for row in rows)


def _closed(row: HeapSiteRow, process: ProcessRow) -> bool:
    trend, gained = process.open_fds_trend, process.open_fds_per_minute
    if row.resource not in {"file", "socket"} or trend is None or gained is None or trend > NO_CLIMB:
        return False
    if not (row.objects and row.inuse and row.growth_per_minute):
        return False
    if any(function.startswith(_ONE_SOCKET) for function in row.stack or ()):
        return False
    objects_gained = row.growth_per_minute * row.objects / row.inuse
    return (row.growth_certainty or 0.0) >= SURELY and objects_gained > OUTNUMBER * max(gained, 1.0)


HALF_LOADED: Final = 0.75
"""`gain_borne_out` below which a table that main loads was seen before it was whole: the first profile of a minute old
process is of a collection in its first second, and what the table gained since is no part of the climb."""

SINCE_START: Final = 2.0
"""The process's age over the time between the profiles, up to which the first of them may be of its start. Of an older
one they are from the middle, and the last minutes of its series are not theirs."""

DROPPED: Final = 0.05
"""Part of what was made here that is still in use, below which the sampled object that was gained is work under way."""


def _was_half_loaded(row: HeapSiteRow, borne_out: float | None, process: ProcessRow) -> bool:
    age, watched = process.uptime, process.heap_watched
    if not row.on_main or borne_out is None or borne_out >= HALF_LOADED:
        return False
    return age is None or watched is None or age <= SINCE_START * watched


def _climb(row: HeapSiteRow, trend: float) -> float | None:
    is_chance = row.growth is not None and (row.growth_certainty or 0.0) <= SURELY
    if is_chance and row.retention is not None and row.retention < DROPPED:
        return 0.0
    part = row.growth_share if row.growth is not None else row.share
    return None if part is None else round(trend * min(1.0, part / CARRIES), 3)


ROUNDING: Final = 2**20
"""gctrace prints whole megabytes."""


def _borne_out(row: HeapSiteRow, gained: float | None) -> float | None:
    """A profile is of the collection before the last, or of one before: of 120 seconds it may show all that was gained
    in the first 30. Where nothing was gained in its own time, the series says so."""
    if gained is None or not row.growth or row.growth <= 0:
        return None
    return round(max(0.0, gained + ROUNDING) / row.growth, 3)


def _level(row: HeapSiteRow, plateau: float | None) -> float | None:
    """Of a site seen once all that it holds may be gain."""
    if plateau is None or not row.share or not row.inuse:
        return None
    part = row.share if row.growth is None else row.share * row.growth / row.inuse
    return round(plateau * min(1.0, max(0.0, (part - HIDDEN) / (SHOWN - HIDDEN))), 3)
