"""What the stack of a goroutine group tells by itself, without its number, its ages or its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ...evidence.frames import Frame
from ...evidence.names import Origin, is_application, is_library_file, is_runtime, origin, package_of
from ...evidence.packages import is_stdlib
from ..landmarks import is_resident_loop


def in_library_only(frames: Sequence[Frame], creator: Frame | None, main_modules: tuple[str, ...]) -> bool:
    """Whether neither the stack nor the creator has a frame of the program."""
    every = (*frames, creator) if creator else tuple(frames)
    return not any(is_application(frame, main_modules) for frame in every)


def in_dependency_only(frames: Sequence[Frame], creator: Frame | None) -> bool | None:
    """Whether every file told, the creator's too, lies in the module cache or a vendor folder; None where none is told.

    Unlike `in_library_only` it holds for the library that the evidence is about, where it shows nothing else.
    """
    every = (*frames, creator) if creator else tuple(frames)
    files = [frame.file for frame in every if frame.file is not None]
    return all(map(is_library_file, files)) if files else None


def listens_for_stop(frames: Sequence[Frame], main_modules: tuple[str, ...]) -> bool | None:
    """The standard library's own loops serve a connection or a client each, so their names promise nothing."""
    if not frames:
        return None
    return origin(frames[-1], main_modules) is not Origin.STANDARD and bool(is_resident_loop(frames[-1].function))


_SQL_AT_REST: Final = re.compile(
    r"database/sql\.\((?:\*DB\)\.(?:conn|connectionOpener|connectionCleaner|connectionResetter)$"
    r"|\*(?:Rows|Tx)\)\.awaitDone$)"
)


def is_sql_busy(functions: Sequence[str]) -> bool:
    """In database/sql, but neither waiting for a connection nor one of the pool's own goroutines."""
    in_sql = [function for function in functions if function.startswith("database/sql.")]
    return bool(in_sql) and not any(_SQL_AT_REST.match(function) for function in in_sql)


def observes(frames: Sequence[Frame]) -> bool:
    """Whether it waits in package testing, `(*T).Run` for its subtest, or is the runtime's or C's alone."""
    return bool(frames) and (
        package_of(frames[0].function) == "testing" or all(is_runtime(frame.function) for frame in frames)
    )


def is_stuck_test(frames: Sequence[Frame], main_modules: tuple[str, ...]) -> bool | None:
    """Whether a test's own goroutine is stuck in the code under test, no test's file; None for any other goroutine."""
    if not any(frame.function == "testing.tRunner" for frame in frames):
        return None
    own = next((frame for frame in frames if is_application(frame, main_modules)), None)
    return None if own is None else not (own.file or "").endswith("_test.go")


def is_inside_call(frames: Sequence[Frame]) -> bool | None:
    """Whether functions outside the standard library were called by the one the goroutine was started with."""
    if not frames:
        return None
    return any(not is_stdlib(package_of(frame.function)) for frame in frames[:-1])


_READS: Final = re.compile(
    r"(?:internal/poll|net|crypto/tls|io|bufio|bytes|net/textproto)\."
    r"(?!(?:.*\.)?(?:func\d|(?:Copy(?:N|Buffer)?|WriteTo|ReadFrom|Write|Flush|Close)$))\S+",
)
"""What reads in the standard library, and is the function of no goroutine, since `go` throws away what was read.

Closures may be one, and so may calls that pass bytes on: `go io.Copy(a, b)` leaves io.Copy as the outermost frame.
"""


def is_cut_short(frames: Sequence[Frame], creator: Frame | None, *, is_dump: bool) -> bool | None:
    """Whether the outer part of a stack is missing, and what is left is the standard library's.

    A dump prints a creator under every stack but main's, which ends in main.main. A profile has none, but a stack ends
    in the function its goroutine was started with, which is never a read.
    """
    if not frames:
        return None
    if not is_dump:
        return _READS.fullmatch(frames[-1].function) is not None
    return creator is None and all(is_stdlib(package_of(frame.function)) for frame in frames)
