"""A container's memory as its cgroup tells it: what processes hold, and what is only cached pages of files.

::

    cache 2842775552                    memory.stat of cgroup v1, bytes; `total_` fields count the children, too
    rss 675840
    inactive_file 2653802496
    anon 675840                         memory.stat of cgroup v2
    file 2842775552

`memory.usage_in_bytes` and `memory.current` count both, and so does what `systemctl status` calls Memory. Source: the
kernel's Documentation/admin-guide/cgroup-v1/memory.rst and cgroup-v2.rst.
"""

from __future__ import annotations

import re
from typing import Final

from ...limits import Limits
from ..signs import LineSign
from .points import Gathered

_SERIES: Final = "process_resident_memory_bytes"
_FIELD: Final = re.compile(
    r"^[ \t>|]{0,8}(cache|rss|anon|file|inactive_file|mapped_file|file_mapped)[ \t](\d{1,18})[ \t\r]*$", re.MULTILINE
)
_SIGN: Final = LineSign(
    r"[ \t>|]{0,8}(?:inactive_file|mapped_file|file_mapped)[ \t]\d", "inactive_file", "mapped_file", "file_mapped"
)
_HELD: Final = ("rss", "anon")
_CACHED: Final = ("cache", "file")
_WORTH_TELLING: Final = 0.25


def recognises(text: str) -> bool:
    """Whether a cgroup's memory.stat stands in the text."""
    return _SIGN.stands_in(text) and _first(_fields(text), _HELD) is not None


def gather(text: str, limits: Limits) -> Gathered:
    """What its processes hold, at each moment that is listed, with a remark on cached pages of files."""
    gathered = Gathered(limits=limits)
    fields = _fields(text)
    held = next(name for name in _HELD if name in fields)
    for value in fields[held]:
        gathered.add(_SERIES, (), None, float(value))
    cached, resident = _first(fields, _CACHED), fields[held][-1]
    if cached is not None and cached > _WORTH_TELLING * (cached + resident):
        gathered.remarks.append(
            f"{_shown(cached)} of the {_shown(cached + resident)} that the container is charged with are cached pages "
            "of files, which the kernel takes back when memory is short: not the process's, and no leak."
        )
    return gathered


def _fields(text: str) -> dict[str, list[int]]:
    fields: dict[str, list[int]] = {}
    for name, value in _FIELD.findall(text):
        fields.setdefault(name, []).append(int(value))
    return fields


def _first(fields: dict[str, list[int]], names: tuple[str, ...]) -> int | None:
    """The newest value of the first of these names that is there."""
    return next((fields[name][-1] for name in names if name in fields), None)


def _shown(size: int) -> str:
    for unit, step in (("GiB", 2**30), ("MiB", 2**20)):
        if size >= step:
            return f"{size / step:.1f} {unit}"
    return f"{size / 2**10:.0f} KiB"
