"""Resident memory by mapping: whose it is, Go's heap or something else's.

::

    000000c000000000 12779520 9599484 9599484 rw---   [ anon ]                  pmap -x: Kbytes RSS Dirty Mode Mapping
        c000000000 rw-p 00000000  00:00      0 1945600 1943552 …                pmap -X: … Inode Size Rss
    c000000000-c30c000000 rw-p 00000000 00:00 0                                 /proc/PID/smaps, kilobytes
    Rss:             9599484 kB
    LazyFree:         712000 kB

Up to Go 1.26 the heap of a 64-bit process lies from 0xc000000000 on (runtime/malloc.go, arena hints); since then it is
placed at random. `LazyFree` are pages that Go gave back with MADV_FREE and the system has not taken yet, proc(5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ...limits import Limits
from .points import Gathered

_SERIES: Final = "process_resident_memory_bytes"
_KILOBYTE: Final = 1024

_ADDRESS: Final = r"^[ \t>|]{0,24}([0-9a-f]{6,16})"
_MODES: Final = ("rw---", "rw-p", "rw-s")
"""Every process has memory that can be written; found at memory speed."""
_MODE: Final = r"[r-][w-][xs-][sp-]"
_PMAP_X: Final = re.compile(
    rf"{_ADDRESS}[ \t]{{1,20}}\d{{1,12}}[ \t]{{1,20}}(\d{{1,12}})[ \t]{{1,20}}\d{{1,12}}[ \t]{{1,9}}{_MODE}\S?"
    r"[ \t]{1,9}([^\n]{1,4096}?)[ \t\r]*$",
    re.MULTILINE,
)
_PMAP_XX: Final = re.compile(
    rf"{_ADDRESS}[ \t]{{1,9}}{_MODE}[ \t]{{1,9}}[0-9a-f]{{1,16}}[ \t]{{1,9}}[0-9a-f]{{2}}:[0-9a-f]{{2}}[ \t]{{1,12}}"
    r"\d{1,12}[ \t]{1,20}\d{1,12}[ \t]{1,20}(\d{1,12})((?:[ \t]{1,30}\S{1,4096}){0,24})[ \t\r]*$",
    re.MULTILINE,
)
_SMAPS: Final = re.compile(
    rf"{_ADDRESS}-[0-9a-f]{{6,16}} {_MODE} [0-9a-f]{{1,16}} [0-9a-f]{{2,4}}:[0-9a-f]{{2,4}} \d{{1,12}}"
    r"([^\n]{0,4096})$",
    re.MULTILINE,
)
_RSS: Final = re.compile(r"^[ \t>|]{0,8}Rss:[ \t]{1,20}(\d{1,12}) kB", re.MULTILINE)
_LAZY_FREE: Final = re.compile(r"^[ \t>|]{0,8}LazyFree:[ \t]{1,20}(\d{1,12}) kB", re.MULTILINE)
_LEAST: Final = 3
"""Mappings that a process has at least; fewer are a quotation."""

_GO_HEAP: Final = range(0xC000000000, 0x10000000000)
_WORTH_TELLING: Final = 0.1


class _Mapping(NamedTuple):
    address: int
    kilobytes: int
    is_file: bool


def recognises(text: str) -> bool:
    """Whether the mappings of a process are listed with what of each is resident."""
    return len(_mappings(text)) >= _LEAST


def gather(text: str, limits: Limits) -> Gathered:
    """Their sum as one moment, with a remark on whose memory it is."""
    gathered = Gathered(limits=limits)
    mappings = _mappings(text)
    gathered.add(_SERIES, (), None, float(_KILOBYTE * sum(one.kilobytes for one in mappings)))
    gathered.remarks.extend(_remarks(mappings, sum(int(found[1]) for found in _LAZY_FREE.finditer(text))))
    return gathered


def _mappings(text: str) -> list[_Mapping]:
    if not any(mode in text for mode in _MODES):
        return []
    return list(_rows(text, _PMAP_X)) or list(_rows(text, _PMAP_XX)) or list(_smaps(text))


def _rows(text: str, form: re.Pattern[str]) -> Iterator[_Mapping]:
    for row in form.finditer(text):
        name = row[3].strip()
        is_anonymous = not name or "[" in name or (form is _PMAP_XX and name.split()[-1].isdecimal())
        yield _Mapping(address=int(row[1], 16), kilobytes=int(row[2]), is_file=not is_anonymous)


def _smaps(text: str) -> Iterator[_Mapping]:
    heads = list(_SMAPS.finditer(text)) if "Rss:" in text else []
    ends = [*(head.start() for head in heads[1:]), len(text)]
    for head, end in zip(heads, ends, strict=False):
        resident = _RSS.search(text, head.end(), end)
        if resident is not None:
            yield _Mapping(address=int(head[1], 16), kilobytes=int(resident[1]), is_file="/" in head[2])


def _remarks(mappings: list[_Mapping], lazy: int) -> Iterator[str]:
    total = sum(one.kilobytes for one in mappings)
    heap = sum(one.kilobytes for one in mappings if one.address in _GO_HEAP and not one.is_file)
    files = sum(one.kilobytes for one in mappings if one.is_file)
    other = total - heap - files
    yield f"The {len(mappings)} mappings that are listed hold {_shown(total)} together."
    if heap:
        yield (
            f"{_shown(heap)} lie where Go up to 1.26 keeps its heap (0xc000000000), {_shown(other)} in other anonymous "
            f"memory (the runtime's tables, thread stacks, C's allocator), {_shown(files)} in files."
        )
    if lazy > _WORTH_TELLING * total:
        yield (
            f"{_shown(lazy)} of it was given back by Go (LazyFree): the system takes it when it wants memory, and "
            "until then counts it as resident. That part is no leak."
        )


def _shown(kilobytes: int) -> str:
    for unit, step in (("GiB", 2**20), ("MiB", 2**10)):
        if kilobytes >= step:
            return f"{kilobytes / step:.1f} {unit}"
    return f"{kilobytes} KiB"
