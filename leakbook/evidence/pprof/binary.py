"""Which executable a profile is of, from its mappings.

The first mapping that is a file is the program itself, as /proc/self/maps and pprof have it; others are the kernel's
and shared objects::

    mapping 1  /srv/shop/api            build id 5ceb2d9852e4cf077f90dca2357cc0dae1c834db
    mapping 2  [vdso]

Go's linker gives every ELF binary a build id since 1.24, before only with cgo. A binary that was replaced while it
ran is `/srv/shop/api (deleted)`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from google.protobuf.message import DecodeError

from ..model import Binary
from ..profile_pb2 import Mapping

_FIRST: Final = 16
"""Mappings that are looked at: nothing stands before the program but what the kernel maps."""

_NO_FILE: Final = ("[", "//anon")
_DELETED: Final = " (deleted)"
_SEPARATORS: Final = re.compile(r"[/\\]")


def main_binary(mappings: Sequence[bytes], strings: Sequence[str]) -> Binary | None:
    """The program's build id and name; None where no mapping tells either, or one cannot be read."""
    try:
        found = [Mapping.FromString(one) for one in islice(mappings, _FIRST)]
    except DecodeError:
        return None
    for mapping in found:
        path, build_id = (_text(strings, index) for index in (mapping.filename, mapping.build_id))
        if (path or build_id) and not path.startswith(_NO_FILE):
            return Binary(build_id=build_id, name=_SEPARATORS.split(path.removesuffix(_DELETED))[-1])
    return None


def _text(strings: Sequence[str], index: int) -> str:
    return strings[index] if 0 <= index < len(strings) else ""
