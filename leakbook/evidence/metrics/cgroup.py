"""A container's memory as its cgroup tells it: what processes hold, and what is only cached pages of files.

::

    cache 2842775552                    memory.stat of cgroup v1, bytes: its own processes
    rss 675840
    inactive_file 2653802496
    total_rss 943718400                 with those of its children: a pod's containers
    anon 675840                         memory.stat of cgroup v2, children included
    file 2842775552

`memory.usage_in_bytes` and `memory.current` count both, and so does what `systemctl status` calls Memory. The file of
one path, again and again, is a series of moments; files of several paths are several containers, of which none is
taken. No process holds 0 bytes: such a figure is of a group without processes of its own, and not measured. Source: the
kernel's Documentation/admin-guide/cgroup-v1/memory.rst and cgroup-v2.rst.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ...limits import Limits
from ..signs import LineSign
from ..sizes import size_text
from .names import RESIDENT
from .points import Gathered

_FIELD: Final = re.compile(r"[ \t>|]{0,8}(total_rss|total_cache|cache|rss|anon|file)[ \t](\d{1,18})[ \t\r]*", re.ASCII)
_SIGN: Final = LineSign(
    r"[ \t>|]{0,8}(?:total_)?(?:inactive_file|mapped_file|file_mapped)[ \t]\d",
    "inactive_file",
    "mapped_file",
    "file_mapped",
)
_STAT: Final = "memory.stat"
_QUOTES: Final = "'\"`:;"
_PATTERN: Final = re.compile(r"[*?${]")
"""Stands in the path where a shell puts in several."""
_ELSEWHERE: Final = re.compile(r"\s(?:exec|ssh)\s")
_LONGEST: Final = 2000
_LONGEST_FIELD: Final = 80
_SEVERAL: Final = (
    "Several memory.stat are listed, and it is not known which of them are of one container, or which is meant."
)
_HELD: Final = (("total_rss", "total_cache"), ("rss", "cache"), ("anon", "file"))
"""What processes hold, and the cached pages beside it; the first that tells a figure."""
_WORTH_TELLING: Final = 0.25
_EMPTY: Final = (
    "This memory.stat tells of no memory of processes: it is of a group whose processes are in its children, or was "
    "cut before its total_rss."
)


@dataclass(slots=True, kw_only=True)
class _File:
    name: str
    times: int = 0
    """How often it is named."""
    fields: dict[str, list[int]] = field(default_factory=dict)


class _Answer(NamedTuple):
    held: list[int]
    cached: int | None = None
    why_none: str | None = None


def recognises(text: str) -> bool:
    """Whether the memory.stat of one cgroup stands in the text."""
    return bool(_read(text).held)


def refusal(text: str) -> str | None:
    """Why a memory.stat is not taken; None where there is none, or it is."""
    return _read(text).why_none


def gather(text: str, limits: Limits) -> Gathered:
    """What its processes hold, at each moment that is listed, with a remark on cached pages of files."""
    gathered = Gathered(limits=limits)
    held, cached, _ = _read(text)
    for value in held:
        gathered.add(RESIDENT, (), None, float(value))
    resident = held[-1]
    if cached is not None and cached > _WORTH_TELLING * (cached + resident):
        gathered.remarks.append(
            f"{size_text(cached)} of the {size_text(cached + resident)} that the container is charged with are cached "
            "pages of files, which the kernel takes back when memory is short: not the process's, and no leak."
        )
    return gathered


def _read(text: str) -> _Answer:
    if not _SIGN.stands_in(text):
        return _Answer([])
    files = [one for one in _files(text) if any(name in one.fields for name, _ in _HELD)]
    if not files:
        return _Answer([])
    file = files[0]
    most = max(len(values) for values in file.fields.values())
    if len(files) > 1 or (_PATTERN.search(file.name) is not None and most > file.times):
        return _Answer([], why_none=_SEVERAL)
    for name, cache in _HELD:
        held = [value for value in file.fields.get(name, ()) if value]
        if held:
            return _Answer(held, cached=file.fields.get(cache, [None])[-1])
    return _Answer([], why_none=_EMPTY)


def _files(text: str) -> list[_File]:
    """Each file that is named, in the order of the text; what stands before any name is under an empty one."""
    file = _File(name="")
    files = {"": file}
    for line in text.split("\n"):
        if _STAT in line[:_LONGEST]:
            name = _name(line[:_LONGEST])
            file = files.setdefault(name, _File(name=name))
            file.times += 1
        elif len(line) <= _LONGEST_FIELD and (found := _FIELD.fullmatch(line)) is not None:
            file.fields.setdefault(found[1], []).append(int(found[2]))
    return list(files.values())


def _name(line: str) -> str:
    """What tells the file from another: its path, and the container or machine in which the command ran."""
    elsewhere = _ELSEWHERE.search(line)
    if elsewhere is not None:
        return line[elsewhere.start() :].strip()
    words = line.split()
    host = next((word.partition(":")[0] for word in words if "@" in word), "")
    return f"{host} {next(word for word in words if _STAT in word).strip(_QUOTES)}"
