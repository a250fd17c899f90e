"""Constructors of libraries' clients: what they make owns goroutines and connections until it is closed.

Which constructors these are is data (`playbooks/_frames.yaml`). All that a client consists of (buffers, a pool's
channels, tickers, sockets) is booked to the outermost of them, for it is kept, and let go, as one thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ...evidence.names import Origin, is_application, module_root, origin, package_of
from ..stack_match import compile_stack_pattern
from .goroutines import SURE
from .site_model import HeapSiteRow

CLIENT: Final = "library_client"
"""`HeapSiteRow.resource` of what a client consists of."""

CONNECTION: Final = "socket"
"""Of a connection that a client makes for itself when it needs one."""

_MAKES: Final = re.compile(
    r"[.)](?:[Nn]ew|[Dd]ial|[Cc]onnect|[Oo]pen|[Cc]reate|\w*[Ss]ubscribe|Make|Start|Channel|Consume|Writer)[^./]*$"
)
"""How the names of such functions begin: few of a library's do, and only these are held against the lists."""


class ClientMakers:
    """The constructors that are known, by what they make."""

    def __init__(self, clients: Sequence[str] = (), connections: Sequence[str] = ()) -> None:
        """Globs on functions that return a client, and on those with which a client makes a connection."""
        made = ((CLIENT, clients), (CONNECTION, connections))
        self._made = [(sort, compile_stack_pattern(contains_any=globs)) for sort, globs in made if globs]

    def resource_of(self, function: str) -> str | None:
        """The sort of resource that a library's function makes; None of any other function."""
        if _MAKES.search(function) is None:
            return None
        return next((sort for sort, pattern in self._made if pattern.names_fit((function,))), None)


NO_MAKERS: Final = ClientMakers()


def with_loops(rows: Sequence[HeapSiteRow], main_modules: tuple[str, ...]) -> tuple[HeapSiteRow, ...]:
    """The rows, what a library's own goroutines allocate booked to the clients that pile up and started these.

    A client's loop makes its buffers without a frame of the program's; they stay as long as the client does. What is
    far more than the clients are is no buffer of theirs: an informer's objects, messages in a queue.
    """
    piling = {
        library: row
        for row in rows
        if row.resource in {CLIENT, CONNECTION} and _pile_up(row) and (library := _library_called(row, main_modules))
    }
    if not piling:
        return tuple(rows)
    booked = []
    for row in rows:
        library = _library_alone(row, main_modules) if row.resource == "none" and _gains(row) else None
        clients = piling.get(library) if library is not None else None
        theirs = clients is not None and (row.inuse or 0) <= MOST_TO_A_CLIENT * (clients.inuse or 0)
        booked.append(replace(row, resource=clients.resource) if clients is not None and theirs else row)
    return tuple(booked)


MOST_TO_A_CLIENT: Final = 64
"""Bytes of its loops' buffers to one that its constructor made: a few kilobytes, against up to a few hundred."""


def _gains(row: HeapSiteRow) -> bool:
    return not row.start_up and not row.on_main and (row.growth is None or row.growth > 0)


def _pile_up(row: HeapSiteRow) -> bool:
    return _gains(row) and (row.growth_certainty is None or row.growth_certainty >= SURE)


def _library_called(row: HeapSiteRow, main_modules: tuple[str, ...]) -> str | None:
    """The module of the function that the program's own code called; None where it calls no library."""
    called = None
    for frame in row.frames:
        whose = origin(frame, main_modules)
        if whose is Origin.APPLICATION:
            return called
        called = module_root(package_of(frame.function)) if whose is Origin.LIBRARY else None
    return None


def _library_alone(row: HeapSiteRow, main_modules: tuple[str, ...]) -> str | None:
    """The module whose goroutine it is, where no frame is the program's."""
    if any(is_application(frame, main_modules) for frame in row.frames):
        return None
    outermost = next((f for f in reversed(row.frames) if origin(f, main_modules) is Origin.LIBRARY), None)
    return None if outermost is None else module_root(package_of(outermost.function))
