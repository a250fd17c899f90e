"""HTTP client connections that serve goroutines younger than they are, so that requests share them.

Whoever sends a request through a Transport of its own has a connection dialled for it, whose loops are started after
the goroutine that sends. A request on a connection older than its goroutine has taken it from a pool. When much of a
pool is in use like that, it is as large as the requests under way at once have ever been: it gains one only when they
are more.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...evidence.model import GoroutineGroup

OUT_OF_ORDER = 256
"""Numbers by which a goroutine started later may be lower: each processor draws sixteen at a time (runtime/proc.go,
`_GoidCacheBatch`) and one that rests keeps what it has left."""

_LOOPS = frozenset({"net/http.(*persistConn).readLoop", "net/http.(*persistConn).writeLoop"})
_READS = "net/http.(*persistConn).readLoop"
_SENDS = "net/http.(*persistConn).roundTrip"


def is_connection_loop(group: GoroutineGroup) -> bool:
    """Whether the group's goroutines read or write an HTTP/1 client connection each."""
    return any(frame.function in _LOOPS for frame in group.frames)


def shared_connections(groups: Sequence[GoroutineGroup]) -> float | None:
    """Part of all client connections that surely serve a request of a goroutine younger than they are; 0..1.

    `groups` are all of the process. None where no connection's or sender's number is known.
    """
    connections = _numbers(groups, _READS)
    senders = _numbers(groups, _SENDS)
    if not connections or senders is None:
        return None
    # As many senders as possible are given a connection of their own, started after them.
    own, newest_first = 0, sorted(connections, reverse=True)
    for sender in sorted(senders, reverse=True):
        own += own < len(newest_first) and newest_first[own] > sender - OUT_OF_ORDER
    return round(min(1.0, (len(senders) - own) / len(connections)), 3)


def _numbers(groups: Sequence[GoroutineGroup], function: str) -> list[int] | None:
    """Numbers of all goroutines with the function on their stack; None where not every one is numbered."""
    found = [group for group in groups if any(frame.function == function for frame in group.frames)]
    numbers = [number for group in found for number in group.ids]
    return numbers if len(numbers) == sum(group.count for group in found) else None
