"""Values that the standard library builds: whose arrays they are, and who keeps them.

`regexp.Compile`, `template.Parse` or `x509.ParseCertificate` append while they build, so the arrays of a thousand kept
expressions have the sizes of a growing one. Each is part of a value that is returned, and a constructor around such a
call returns it further: who called that keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ...evidence.names import is_application, package_of
from ...evidence.packages import is_stdlib
from .site_model import HeapSiteRow

MANY: Final = 64
"""Arrays of one size from which they are parts of as many values; of its own a program grows a few."""

_CONTAINERS: Final = frozenset({"bytes", "bufio", "strings", "slices", "reflect", "sync", "maps", "io", "log"})
"""Packages whose arrays are their caller's: buffers, and what is appended on somebody's behalf."""

_CONSTRUCTOR: Final = re.compile(r"\.(?:[Nn]ew|[Pp]arse|[Cc]ompile|[Mm]ust)(?:[A-Z]\w*)?$")


def with_built_values(rows: Sequence[HeapSiteRow], main_modules: tuple[str, ...]) -> tuple[HeapSiteRow, ...]:
    """The rows; those of values that the standard library built are no arrays, and name who asked for the values."""
    return tuple(_of_values(row, main_modules) if _are_built(row) else row for row in rows)


def _are_built(row: HeapSiteRow) -> bool:
    if not row.frames or (row.entries or 0) < MANY or row.slice_growth or not row.slice_shape:
        return False
    package = package_of(row.frames[0].function)
    return is_stdlib(package) and package not in _CONTAINERS


def _of_values(row: HeapSiteRow, main_modules: tuple[str, ...]) -> HeapSiteRow:
    own = [frame for frame in row.frames if is_application(frame, main_modules)]
    keeper = next((frame for frame in own if not _CONSTRUCTOR.search(frame.function)), None)
    asked = keeper if own and keeper is not own[0] else None
    return replace(row, slice_shape=0.0, kept_by=row.kept_by or asked)
