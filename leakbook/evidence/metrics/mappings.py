"""Resident memory by mapping: whose it is, Go's heap or something else's.

::

    000000c000000000 12779520 9599484 9599484 rw---   [ anon ]                  pmap -x: Kbytes RSS Dirty Mode Mapping
        c000000000 rw-p 00000000  00:00      0 1945600 1943552 …                pmap -X: … Inode Size Rss
    c000000000-c30c000000 rw-p 00000000 00:00 0                                 /proc/PID/smaps, kilobytes
    Rss:             9599484 kB
    LazyFree:         712000 kB

Up to Go 1.26 the heap of a 64-bit process lies from 0xc000000000 on (runtime/malloc.go, arena hints); since then it is
placed at random. A head (`710:   ./shop`, `Address Perm … Rss …`, `/proc/710/smaps`) begins a moment; of several
processes none is taken. `pmap -X` and `-XX` have the columns that the kernel has: without their head it is not known
which is `Rss`. `LazyFree` are pages that Go gave back with MADV_FREE and the system has not taken yet, proc(5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from ...limits import Limits
from ..sizes import size_text
from .names import RESIDENT
from .points import Gathered
from .system import is_other_program

_KILOBYTE: Final = 1024

_MIXED: Final = (
    "The mappings that are listed are in no order of their addresses: those of several processes, or sorted, or cut, "
    "so that it is not known what one process holds."
)
_SEVERAL: Final = "The mappings of several processes are listed, so that it is not known which is meant."

_LONGEST: Final = 4096
"""Characters of a line that are looked at: the patterns below begin it, and none of them goes back over it."""
_MODES: Final = ("rw---", "rw-p", "rw-s")
"""Every process has memory that can be written; found at memory speed."""
_MODE: Final = r"[r-][w-][xs-][sp-]"
_QUOTES: Final = " \t>|\r"
_ADDRESS: Final = re.compile(r"[0-9a-f]{6,16}")
_PERMISSIONS: Final = re.compile(_MODE)
_DEVICE: Final = re.compile(r"[0-9a-f]{2,5}:[0-9a-f]{2,5}")
_FIGURE: Final = re.compile(r"\d{1,12}", re.ASCII)
_PMAP_X: Final = re.compile(
    rf"([0-9a-f]{{6,16}})[ \t]{{1,20}}\d{{1,12}}[ \t]{{1,20}}(\d{{1,12}})[ \t]{{1,20}}\d{{1,12}}[ \t]{{1,9}}{_MODE}\S?"
    r"[ \t]{1,9}(\S[^\n]*)",
    re.ASCII,
)
_SMAPS: Final = re.compile(
    rf"([0-9a-f]{{6,16}})-[0-9a-f]{{6,16}} {_MODE} [0-9a-f]{{1,16}} [0-9a-f]{{2,5}}:[0-9a-f]{{2,5}} \d{{1,12}}([^\n]*)",
    re.ASCII,
)
_KILOBYTES: Final = re.compile(r"(Rss|LazyFree):[ \t]{1,20}(\d{1,12}) kB", re.ASCII)
_PID_HEAD: Final = re.compile(r"(\d{1,9}):[ \t]{1,9}\S", re.ASCII)
_SMAPS_FILE: Final = re.compile(r"/proc/(\d{1,9}|\*)/smaps\b", re.ASCII)
_ASKED_SEVERAL: Final = re.compile(r"[* ]")
_FLAG: Final = re.compile(r"[a-z]{2}")
_LEAST: Final = 3
"""Mappings that a process has at least; fewer are a quotation."""

_GO_HEAP: Final = range(0xC000000000, 0x10000000000)
_WORTH_TELLING: Final = 0.1


class _Mapping(NamedTuple):
    address: int
    kilobytes: int
    file: str
    """Name of the file that is mapped, without its folder; empty for anonymous memory."""
    lazy: int = 0


@dataclass(slots=True)
class _Listing:
    """What stands between two heads: of one process, at one moment or, without heads, at several."""

    process: str = ""
    """Its number, several of them or `*` where several are asked for; empty when no head tells it."""
    command: str = ""
    rows: list[_Mapping] = field(default_factory=list)

    @property
    def is_other(self) -> bool:
        """Whether its name is that of a program that is not Go's."""
        return any(is_other_program(f" {name}") for name in (self.command, _first_file(self.rows)))


class _Answer(NamedTuple):
    moments: list[list[_Mapping]]
    why_none: str | None = None


def recognises(text: str) -> bool:
    """Whether the mappings of one process are listed with what of each is resident."""
    return bool(_read(text).moments)


def refusal(text: str) -> str | None:
    """Why mappings that are listed with what is resident are not taken; None where there are none, or they are."""
    return _read(text).why_none


def gather(text: str, limits: Limits) -> Gathered:
    """Their sum at each moment, with a remark on whose memory the last one is."""
    gathered = Gathered(limits=limits)
    moments = _read(text).moments
    for mappings in moments:
        gathered.add(RESIDENT, (), None, float(_KILOBYTE * sum(one.kilobytes for one in mappings)))
    gathered.remarks.extend(_remarks(moments[-1], len(moments)))
    return gathered


def _read(text: str) -> _Answer:
    if not any(mode in text for mode in _MODES):
        return _Answer([])
    listings = [one for one in _listings(text) if one.rows]
    if not listings:
        return _Answer([])
    own = [one for one in listings if not one.is_other]
    if not own:
        return _Answer([], "These are the mappings of another program, as its name tells, and not of one in Go.")
    moments: list[list[_Mapping]] = []
    for listing in own:
        parts = _moments(listing.rows)
        if parts is None:
            return _Answer([], _MIXED)
        moments.extend(part for part in parts if len(part) >= _LEAST)
    if not moments:
        return _Answer([], f"Fewer than {_LEAST} mappings are a part of a process, not its memory.")
    processes = {one.process for one in own} - {""}
    files = {_first_file(one) for one in moments} - {""}
    is_one = len(processes) <= 1 and not any(_ASKED_SEVERAL.search(one) for one in processes) and len(files) <= 1
    return _Answer(moments) if is_one else _Answer([], _SEVERAL)


def _moments(rows: list[_Mapping]) -> list[list[_Mapping]] | None:
    """The rows of each moment; None when they are in no order, so that nobody can tell what belongs together.

    A process is listed by address. What somebody sorted by size is one moment, and a second moment begins where the
    first one did.
    """
    if _is_sorted([one.kilobytes for one in rows]) and len({one.address for one in rows}) == len(rows):
        return [rows]
    parts: list[list[_Mapping]] = []
    for row in rows:
        if parts and row.address > parts[-1][-1].address:
            parts[-1].append(row)
        elif not parts or row.address == parts[0][0].address:
            parts.append([row])
        else:
            return None
    return parts


def _is_sorted(figures: list[int]) -> bool:
    return all(one >= other for one, other in pairwise(figures)) or all(
        one <= other for one, other in pairwise(figures)
    )


def _first_file(rows: list[_Mapping]) -> str:
    return next((one.file for one in sorted(rows) if one.file), "")


def _listings(text: str) -> list[_Listing]:
    reading = _Lines()
    for line in text.split("\n"):
        reading.take(line[:_LONGEST].strip(_QUOTES))
    return reading.listings


class _Lines:
    """Takes a text line by line."""

    def __init__(self) -> None:
        self.listings: Final = [_Listing()]
        self._resident: int | None = None
        """Where Rss stands in a row of pmap -X, as its head tells."""
        self._has_flags = False
        self._open: tuple[int, str] | None = None
        """Address and file of a mapping in smaps whose Rss is still to come."""

    def take(self, line: str) -> None:
        """The next line."""
        if (row := _PMAP_X.match(line)) is not None:
            self._add(int(row[1], 16), int(row[2]), row[3])
        elif (head := _SMAPS.match(line)) is not None:
            self._open = (int(head[1], 16), head[2])
        elif (told := _KILOBYTES.match(line)) is not None:
            self._tell(told[1], int(told[2]))
        elif (pid := _PID_HEAD.match(line)) is not None:
            self.listings.append(_Listing(process=pid[1], command=line.split()[1]))
        elif "/smaps" in line:
            self.listings.append(_Listing(process=" ".join(sorted(set(_SMAPS_FILE.findall(line))))))
        elif line.startswith("Address"):
            self._begin(line.split())
        elif self._resident is not None and _ADDRESS.match(line) is not None:
            self._take_columns(line.split(), self._resident)

    def _begin(self, columns: list[str]) -> None:
        if self.listings[-1].rows:
            self.listings.append(_Listing())
        self._resident = columns.index("Rss") if columns[1:2] == ["Perm"] and "Rss" in columns else None
        self._has_flags = "VmFlags" in columns

    def _take_columns(self, words: list[str], place: int) -> None:
        if len(words) <= place or _FIGURE.fullmatch(words[place]) is None or _ADDRESS.fullmatch(words[0]) is None:
            return
        if _PERMISSIONS.fullmatch(words[1]) is None or _DEVICE.fullmatch(words[3]) is None:
            return
        is_named = not words[-1].isdecimal() and not (self._has_flags and _FLAG.fullmatch(words[-1]))
        self._add(int(words[0], 16), int(words[place]), words[-1] if is_named else "")

    def _tell(self, name: str, kilobytes: int) -> None:
        if name == "Rss" and self._open is not None:
            self._add(self._open[0], kilobytes, self._open[1] if "/" in self._open[1] else "")
            self._open = None
        elif name == "LazyFree" and self.listings[-1].rows:
            self.listings[-1].rows[-1] = self.listings[-1].rows[-1]._replace(lazy=kilobytes)

    def _add(self, address: int, kilobytes: int, name: str) -> None:
        file = "" if "[" in name else name.strip().removesuffix("(deleted)").strip().rpartition("/")[2]
        self.listings[-1].rows.append(_Mapping(address=address, kilobytes=kilobytes, file=file))


def _remarks(mappings: list[_Mapping], moments: int) -> Iterator[str]:
    total = _KILOBYTE * sum(one.kilobytes for one in mappings)
    heap = _KILOBYTE * sum(one.kilobytes for one in mappings if one.address in _GO_HEAP and not one.file)
    files = _KILOBYTE * sum(one.kilobytes for one in mappings if one.file)
    lazy = _KILOBYTE * sum(one.lazy for one in mappings)
    other = total - heap - files
    which = f", of the last of {moments} moments," if moments > 1 else ""
    yield f"The {len(mappings)} mappings that are listed{which} hold {size_text(total)} together."
    if heap:
        yield (
            f"{size_text(heap)} lie where Go up to 1.26 keeps its heap (0xc000000000), {size_text(other)} in other "
            f"anonymous memory (the runtime's tables, thread stacks, C's allocator), {size_text(files)} in files."
        )
    if lazy > _WORTH_TELLING * total:
        yield (
            f"{size_text(lazy)} of it was given back by Go (LazyFree): the system takes it when it wants memory, and "
            "until then counts it as resident. That part is no leak."
        )
