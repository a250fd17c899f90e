"""Buffers of streams: what a `bufio` buffer that is kept says of the file or connection behind it.

A `bufio.Reader` of 4 KiB dwarfs the `os.File` (200 bytes) or `net.TCPConn` (300 bytes) it reads from, so of resources
that stay open a profile often samples the buffers alone. They name the line, not the sort of resource. That is told by
rarer samples of the same function or of its callers, else by where the buffer is made: a connection that was accepted
gets its buffer in the function its goroutine starts with, a file in the middle of a call.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from ...evidence.frames import Frame
from ...evidence.names import is_application, package_of, stable_name
from ...evidence.packages import is_stdlib
from .site_model import HeapSiteRow

OPENED: Final = ("file", "socket", "http_client", "process", "grpc", "sql")
"""Resources that are read through a buffer."""

CALLERS_LOOKED_AT: Final = 2
BESIDE_FROM: Final = 0.25
"""Memory of connections, a byte of such buffers, from which the buffers are taken to be theirs."""
BESIDE_CLIENTS: Final = 0.08
"""The same of a transport's: a `persistConn` and its channels are some 400 bytes beside each buffer of 4 KiB."""

HELD_FROM: Final = 0.5
"""From here on piling-up goroutines hold the buffers and are the cause."""


def with_streams(rows: Sequence[HeapSiteRow], main_modules: tuple[str, ...]) -> tuple[HeapSiteRow, ...]:
    """The rows, those of stream buffers under the resource that they belong to."""
    opened = [
        (row.resource or "", _chain(row, main_modules))
        for row in rows
        if row.resource in OPENED and _chain(row, main_modules)
    ]
    booked = tuple(_with_stream(row, opened, main_modules) for row in rows)
    return tuple(_with_bare_stream(row, booked) for row in booked)


def _with_bare_stream(row: HeapSiteRow, rows: Sequence[HeapSiteRow]) -> HeapSiteRow:
    """Buffers that nobody is seen to make, as in a printed table: those of the connections that are kept beside them.

    A connection's read and write buffer are of one size. Where no such others are seen they are a connection's too:
    files are read one after the other, and seldom are thousands open.
    """
    if not row.stream_buffers or row.resource != "none" or not all(map(_is_standard, row.frames)):
        return row
    if _reads_a_format(row):
        return row
    beside = [other for other in rows if other.resource in OPENED and _is_much_beside(other, row)]
    if beside:
        return replace(row, resource=max(beside, key=lambda other: other.inuse or 0).resource)
    return replace(row, resource="socket", resource_guessed=True)


def _is_much_beside(other: HeapSiteRow, row: HeapSiteRow) -> bool:
    least = BESIDE_CLIENTS if other.resource == "http_client" else BESIDE_FROM
    return (other.inuse or 0) >= least * (row.inuse or 0) > 0


def _is_standard(frame: Frame) -> bool:
    return is_stdlib(package_of(frame.function))


def with_contexts(rows: Sequence[HeapSiteRow], main_modules: tuple[str, ...]) -> tuple[HeapSiteRow, ...]:
    """The rows, memory kept by functions whose contexts pile up under one parent booked to those contexts.

    A context that is never cancelled stays among its parent's children, and with it what its values and the functions
    that wait for it reference. The contexts themselves are small; their parent's table shows by its sizes. What the
    function was handed to put in the context is often made by its caller, which counts where both gain.
    """
    contexts = [row for row in rows if row.context_children and row.resource == "context" and row.site]
    piling = {stable_name(row.site.function) for row in contexts if row.site}
    asking = {name for row in contexts if _gains(row) for name in _chain(row, main_modules)[1:2]}
    return tuple(
        replace(row, resource="context", context_children=True)
        if row.resource == "none"
        and row.site is not None
        and ((name := stable_name(row.site.function)) in piling or (name in asking and _gains(row)))
        else row
        for row in rows
    )


def _gains(row: HeapSiteRow) -> bool:
    return (row.growth or 0) > 0


WITHIN: Final = 4.0
"""Counts of sampled objects within this factor of each other may be counts of one thing and another."""


def with_timers(rows: Sequence[HeapSiteRow], main_modules: tuple[str, ...]) -> tuple[HeapSiteRow, ...]:
    """The rows, memory that pending timers of time.AfterFunc keep booked to those timers.

    The runtime holds such a timer until it fires, with its function and the owner that function is a method of. Where
    as many owners as timers are gained by one call, and the entries of no container are seen, the timers keep them.
    """
    timers: dict[str, int] = {}
    for row in rows:
        if row.resource == "timer" and _gains(row) and AFTER_FUNC in (row.stack or ()) and row.objects:
            for name in _chain(row, main_modules)[:2]:
                timers[name] = timers.get(name, 0) + row.objects
    return tuple(replace(row, resource="timer") if _kept_by_timers(row, timers) else row for row in rows)


AFTER_FUNC: Final = "time.AfterFunc"


def _kept_by_timers(row: HeapSiteRow, timers: Mapping[str, int]) -> bool:
    if row.resource != "none" or row.site is None or not _gains(row) or row.map_seen or row.slice_shape:
        return False
    pending = timers.get(stable_name(row.site.function), 0)
    return bool(row.entries) and pending / WITHIN <= (row.entries or 0) <= pending * WITHIN


def _with_stream(
    row: HeapSiteRow, opened: Sequence[tuple[str, tuple[str, ...]]], main_modules: tuple[str, ...]
) -> HeapSiteRow:
    if not row.stream_buffers or row.resource != "none" or (row.goroutine_held or 0.0) >= HELD_FROM:
        return row
    names = _chain(row, main_modules)
    if not names:
        return row
    for place, name in enumerate(names[: 1 + CALLERS_LOOKED_AT]):
        beside = {sort for sort, others in opened if others and name in (others if place == 0 else others[:1])}
        if beside:
            return replace(row, resource=min(beside, key=OPENED.index))
    if not _starts_its_goroutine(row, names):
        return replace(row, resource="file", resource_guessed=True)
    return row if _reads_a_format(row) else replace(row, resource="socket", resource_guessed=True)


STREAMS: Final = ("bufio", "io", "net", "crypto/tls", "runtime")
"""Packages, and those below them, whose buffers are of whatever they are handed, or of a connection."""


def _reads_a_format(row: HeapSiteRow) -> bool:
    """Whether a reader of the standard library asked for the buffer, such as encoding/csv's, of bytes from anywhere."""
    packages = {package_of(frame.function) for frame in row.frames if _is_standard(frame)}
    return any(package not in STREAMS and not package.startswith(("net/", "internal/")) for package in packages)


def _chain(row: HeapSiteRow, main_modules: tuple[str, ...]) -> tuple[str, ...]:
    own = [frame for frame in row.frames if is_application(frame, main_modules)]
    return tuple(dict.fromkeys(stable_name(frame.function) for frame in own))


def _starts_its_goroutine(row: HeapSiteRow, names: Sequence[str]) -> bool:
    """Whether the stack ends in the function that made the buffer, or in a closure of it."""
    outermost = stable_name(row.frames[-1].function)
    return outermost == names[0] or outermost.startswith((f"{names[0]}.func", f"{names[0]}.gowrap"))
