"""Where goroutines of database/sql stand: those that ask for a connection, and those that show that one is in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...evidence.frames import Frame

OPEN_RESULTS: Final = ("database/sql.(*Rows).awaitDone", "database/sql.(*Tx).awaitDone")
"""One runs for each result set and transaction with a context, until that is closed; who opened it started it."""
_ASKS: Final = "database/sql.(*DB).conn"


def is_open_result(frames: Sequence[Frame]) -> bool:
    """Whether a goroutine on this stack waits for the end of a result set or a transaction."""
    return any(frame.function in OPEN_RESULTS for frame in frames[:2])


def asks_for_connection(frames: Sequence[Frame]) -> bool:
    """Whether a goroutine on this stack waits for a connection, or has the pool open one."""
    return any(frame.function == _ASKS for frame in frames)
