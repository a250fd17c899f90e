"""Why client connections of HTTP pile up: a Transport each, or a response body left open on each.

Both leave the same connections, with the same two buffers of 4 KiB. What is kept beside them differs (net/http of Go
1.19 and 1.27, every allocation profiled, bytes a connection):

- a Transport of its own: its idle-connection maps (queueForIdleConn 1,072, tryPutIdleConn 760, getConn 336), its HTTP/2
  set-up (onceSetNextProtoDefaults, 1,200), its cancel map (192), a Clone (1,000); its requests are all collected.
- an open body: the request (NewRequest 450, roundTrip 210 to 1,000) and, from Go 1.2x on, the response (800).

A sample is one of half a megabyte, so a few hundred connections leave a handful: counts are weighed as Poisson counts.
Dumps tell it outright: a read loop in select waits for a body, one in IO wait is idle.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..goroutines.group_model import GoroutineGroupRow
from .blocks import BoolArray
from .columns import HeapColumns
from .site_model import HeapSiteRow

NOISE: Final = 0.05
"""Samples of requests under way or of other transports that may always be there."""

TRANSPORTS_EACH: Final = (0.28, 0.01)
BODIES_OPEN: Final = (0.01, 0.15)
"""Bytes kept by transports and by requests, a byte of connection, under either reading."""

PRIOR_ODDS: Final = 0.7
"""Of a transport each to bodies left open, before anything is seen: the latter is the commoner mistake."""

SURE: Final = 50.0
"""Log-likelihood beyond which nothing is left to tell; gigabytes of connections tell more than a float holds."""

ENOUGH_LOOPS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSamples:
    """Sampled objects kept by connections, by transports and by requests of HTTP clients."""

    connections: float = 0.0
    transports: float = 0.0
    requests: float = 0.0


def client_samples(columns: HeapColumns) -> ClientSamples:
    """What is in use at one moment; a difference counts what it gained."""
    transport = columns.has("client_transport")
    request = columns.has("client_request") & ~transport
    connection = columns.has("client_connection") & ~transport & ~request & ~columns.has("tls")

    def kept(flagged: BoolArray) -> float:
        return float(columns.inuse[flagged].sum()) / max(columns.period, 1)

    return ClientSamples(connections=kept(connection), transports=kept(transport), requests=kept(request))


def own_transports(every: Sequence[HeapColumns], groups: Sequence[GoroutineGroupRow]) -> float | None:
    """0..1: how surely the connections that pile up have a Transport each, rather than an open body each.

    None where nothing piles up. `every` is one entry a moment, oldest first.
    """
    loops = _by_read_loops(groups)
    if loops is not None:
        return loops
    last = client_samples(every[-1])
    first = client_samples(every[0]) if len(every) > 1 else ClientSamples()
    kept = [
        max(0.0, after - before)
        for after, before in (
            (last.connections, first.connections),
            (last.transports, first.transports),
            (last.requests, first.requests),
        )
    ]
    if sum(kept) < 0.5:
        return None
    told = _log_likelihood(kept, TRANSPORTS_EACH) - _log_likelihood(kept, BODIES_OPEN)
    odds = PRIOR_ODDS * math.exp(max(-SURE, min(SURE, told)))
    return round(odds / (1 + odds), 3)


def with_clients(
    rows: Sequence[HeapSiteRow], own_transports: float | None, requests_waiting: float | None
) -> tuple[HeapSiteRow, ...]:
    """The rows, with what tells an open body from a transport each on all that are of HTTP clients.

    Buffers that a table shows without their callers are found to be the clients' by what is kept beside them.
    """
    return tuple(
        replace(row, own_transports=own_transports, requests_waiting=requests_waiting)
        if row.resource == "http_client"
        else row
        for row in rows
    )


def _log_likelihood(kept: Sequence[float], beside: tuple[float, float]) -> float:
    """Of the counts, each a Poisson count; the number of connections is the likeliest one."""
    connections = sum(kept) / (1 + sum(beside))
    expected = (connections, NOISE + beside[0] * connections, NOISE + beside[1] * connections)
    return sum(count * math.log(mean) - mean for count, mean in zip(kept, expected, strict=True) if mean > 0)


def _by_read_loops(groups: Sequence[GoroutineGroupRow]) -> float | None:
    """Of the read loops in a dump that gained, or of all, the part that idles; None where too few are seen.

    A loop in IO wait idles unless a caller waits for the answer that it is to read.
    """
    reading, open_bodies, callers = _loops(groups)
    idle = max(0.0, reading - callers)
    return round(idle / (idle + open_bodies), 3) if idle + open_bodies >= ENOUGH_LOOPS else None


def requests_waiting(groups: Sequence[GoroutineGroupRow]) -> float | None:
    """0..1: goroutines that wait for an answer, a client connection, of those that gained or of all; None without."""
    reading, open_bodies, callers = _loops(groups)
    loops = reading + open_bodies
    return round(min(1.0, callers / loops), 3) if loops >= ENOUGH_LOOPS else None


def _loops(groups: Sequence[GoroutineGroupRow]) -> tuple[float, float, float]:
    """Read loops in IO wait, read loops in select, and callers in select for an answer: gained, or all if none were."""
    gained = _counted_loops(groups, gained=True)
    return gained if gained[0] + gained[1] >= ENOUGH_LOOPS else _counted_loops(groups, gained=False)


def _counted_loops(groups: Sequence[GoroutineGroupRow], *, gained: bool) -> tuple[float, float, float]:
    reading = open_bodies = callers = 0.0
    for row in groups:
        stack = row.stack or ()
        many = max(0.0, row.growth if gained and row.growth is not None else float(row.count or 0))
        if row.state is not None and "net/http.(*persistConn).readLoop" in stack:
            open_bodies += many if row.state == "select" else 0.0
            reading += many if row.state != "select" else 0.0
        elif row.state == "select" and "net/http.(*persistConn).roundTrip" in stack:
            callers += many
    return reading, open_bodies, callers
