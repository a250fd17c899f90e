"""Goroutines that wait for a listener's next connection."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ..evidence.name_memory import remembered

LISTENER_ACCEPTS: Final = (
    "net.(*TCPListener).Accept",
    "net.(*UnixListener).Accept",
    "net.(*netFD).accept",
    "internal/poll.(*FD).Accept",
)
"""Beginnings of functions: `Accept`, `AcceptTCP`, `AcceptUnix`, and the standard library's own below them, all that is
left of a stack that was cut. The playbooks' `@listener_accept` is the same."""


def accepts(functions: Iterable[str]) -> bool:
    """Whether a stack of these functions waits for, or takes, the next connection of a listener."""
    return any(map(_is_accept, functions))


@remembered(65536)
def _is_accept(function: str) -> bool:
    return function.startswith(LISTENER_ACCEPTS)
