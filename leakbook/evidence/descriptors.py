"""Listings of open descriptors: what a process holds open, by sort.

::

    lr-x------ 1 app app 64 Nov 25 03:44 12 -> /var/lib/app/segment-0042.dat       ls -l /proc/PID/fd
    lrwx------ 1 app app 64 Nov 25 03:44 9 -> 'socket:[81230]'
    shop 4217 app   9u  IPv4  81230  0t0  TCP 10.0.0.1:8080->10.0.0.9:51234 (ESTABLISHED)      lsof -p PID
    socket:[81230]                                                                 readlink /proc/PID/fd/*

`mem`, `txt`, `cwd` and `rtd` rows of lsof are no descriptors and are passed over. Sockets alone are listed by netstat
and ss (`socket_tables`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..errors import Malformed
from ..limits import Limits
from .model import DescriptorCount, DescriptorListing, EvidenceKind, Reading
from .signs import LineSign
from .socket_tables import lists_sockets, sockets_in

SORTS: Final = ("file", "socket", "pipe", "anon_inode", "device", "other")
_PATHS: Final = 10
"""Commonest targets kept per sort."""

_LINK: Final = re.compile(r"^[^\n]{0,200}?(?<!\d)(\d{1,9}) -> '?([^\n]{1,4096}?)'?[ \t\r]*$", re.MULTILINE)
_LSOF_ROW: Final = (
    # COMMAND PID [TID] USER FD TYPE DEVICE SIZE/OFF NODE NAME; FD is a number with a mode and a lock letter
    r"[ \t]*+\S{1,64}+[ \t]++(\d{1,9}+)[ \t]++(?:\d{1,9}[ \t]+)?\S{1,64}[ \t]+(\d{1,9})[urw-]?[a-zA-Z]?[ \t]+"
    r"(REG|DIR|CHR|BLK|FIFO|sock|unix|IPv4|IPv6|netlink|pack|raw|a_inode|0000|unknown|KQUEUE|PIPE|systm|NPOLICY|DEL|LINK)"
    r"[ \t]+([^\n]{0,4096})$"
)
_LSOF: Final = re.compile("^" + _LSOF_ROW, re.MULTILINE)
_LSOF_SIGN: Final = LineSign(_LSOF_ROW)
_PLAIN_LINE: Final = r"[ \t]*(socket:\[\d{1,20}\]|pipe:\[\d{1,20}\]|anon_inode:\S{1,64}|/dev/\S{1,200})[ \t\r]*$"
_PLAIN: Final = re.compile("^" + _PLAIN_LINE, re.MULTILINE)
_PLAIN_SIGN: Final = LineSign(_PLAIN_LINE)
_PATH_LINE: Final = re.compile(r"^(/[^\n]{1,4095}?)[ \t\r]*$", re.MULTILINE)
_LINK_SIGN: Final = re.compile(r"(?:^|\s)l[r-][w-][x-]------\.?\s")

_LOCAL_PORT: Final = re.compile(r":([\w-]{1,40})->")
_LISTENED: Final = re.compile(r":([\w-]{1,40}) \(LISTEN\)$")
_STATE: Final = re.compile(r" \(([A-Z][A-Z0-9_]{3,15})\)$")
"""Of a TCP socket, behind its name in lsof's output."""

_DROPPED: Final = "can't identify protocol"

_DELETED: Final = " (deleted)"
"""What the kernel puts behind the name of a file that was removed while open, proc(5)."""

_TEMPORARY: Final = re.compile(r"^/dev/|^/memfd:|^/SYSV|^/run/shm/|/\.?te?mp(?:[/.-]|\d)|[.-]te?mp(?:[ .-]|\d)")
"""Where files are removed at once by those who made them and go on using them, unlink(2)."""

_LSOF_SORTS: Final = {
    "REG": "file",
    "DIR": "file",
    "DEL": "file",
    "LINK": "file",
    "CHR": "device",
    "BLK": "device",
    "FIFO": "pipe",
    "PIPE": "pipe",
    "a_inode": "anon_inode",
    "KQUEUE": "anon_inode",
    **dict.fromkeys(("sock", "unix", "IPv4", "IPv6", "netlink", "pack", "raw", "systm"), "socket"),
}


class DescriptorReader:
    """Reads listings of /proc/PID/fd, lsof's, netstat's and ss's output, and plain lists of link targets."""

    def recognises(self, text: str) -> bool:
        """Whether the text lists descriptors: links of /proc, lsof rows, sockets, or several kernel link targets."""
        if "------" in text and _LINK_SIGN.search(text) and _LINK.search(text):
            return True
        if _LSOF_SIGN.stands_in(text) or lists_sockets(text):
            return True
        if "goroutine " in text or not _PLAIN_SIGN.stands_in(text):
            return False
        return sum(1 for _, _ in zip(_PLAIN.finditer(text), range(3), strict=False)) >= 3

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """One reading. Raises Malformed when no line is a descriptor."""
        processes: Counter[str] = Counter()
        only_sockets = not (_LSOF_SIGN.stands_in(text) or _LINK_SIGN.search(text) or _PLAIN_SIGN.stands_in(text))
        targets = list(_sockets(text, processes) if only_sockets else _targets(text, processes))
        if not targets:
            raise Malformed(
                "no line is an open descriptor", found=text[:80], expected="12 -> /path, an lsof row, or socket:[81230]"
            )
        notes = []
        if len(targets) > limits.stacks:
            notes.append(f"{len(targets) - limits.stacks} descriptors beyond the limit were only counted")
        if len(processes) > 1:
            notes.append(
                f"{len(processes)} processes are listed; the one with most descriptors, {_most(processes)}, was taken"
            )
        if (highest := _highest_number(text)) > _PART * len(targets):
            notes.append(
                f"numbers up to {highest} are listed, and the lowest free one is always given: so many were open at "
                "once, of which this is a part"
            )
        if only_sockets and not processes:
            notes.append("the sockets' processes are not listed, so all were taken for one process's")
        listing = replace(_listing(targets, limits), only_sockets=only_sockets)
        return (Reading(kind=EvidenceKind.DESCRIPTOR_LISTING, content=listing, notes=tuple(notes)),)


_PART: Final = 4
"""Descriptors for each listed one, by the highest number, from which a listing is a part."""


def _highest_number(text: str) -> int:
    """The highest number of a descriptor in a listing of /proc/PID/fd; 0 in other notations."""
    return max((int(link.group(1)) for link in _LINK.finditer(text)), default=0) if _LINK_SIGN.search(text) else 0


def _most(processes: Counter[str]) -> str:
    return min(processes, key=lambda process: (-processes[process], process))


def _targets(text: str, processes: Counter[str]) -> Iterator[tuple[str, str]]:
    """(sort, target) of each descriptor, from whichever notation the text is in."""
    rows = list(_LSOF.finditer(text))
    if rows:
        processes.update(row.group(1) for row in rows)
        process = _most(processes)
        # With threads listed, lsof repeats each descriptor.
        seen: set[str] = set()
        for row in rows:
            if row.group(1) == process and row.group(2) not in seen:
                seen.add(row.group(2))
                yield _LSOF_SORTS.get(row.group(3), "other"), _lsof_name(row.group(4))
        return
    if _LINK_SIGN.search(text):
        for link in _LINK.finditer(text):
            yield _sort_of(link.group(2)), link.group(2)
        return
    for pattern in (_PLAIN, _PATH_LINE):
        for line in pattern.finditer(text):
            if pattern is _PLAIN or not line.group(1).startswith("/dev/"):
                yield _sort_of(line.group(1)), line.group(1)


def _sockets(text: str, processes: Counter[str]) -> Iterator[tuple[str, str]]:
    return (("socket", name) for name in sockets_in(text, processes))


def _lsof_name(columns: str) -> str:
    """NAME of `DEVICE SIZE/OFF NODE NAME`; sockets are shown by what follows the protocol."""
    parts = columns.split(None, 3)
    return parts[-1].strip() if parts else ""


def _sort_of(target: str) -> str:
    for prefix, sort in (
        ("socket:", "socket"),
        ("pipe:", "pipe"),
        ("anon_inode:", "anon_inode"),
        ("/dev/", "device"),
        ("/", "file"),
    ):
        if target.startswith(prefix):
            return sort
    return "other"


def _listing(targets: list[tuple[str, str]], limits: Limits) -> DescriptorListing:
    by_sort: dict[str, Counter[str]] = {sort: Counter() for sort in SORTS}
    totals = Counter(sort for sort, _ in targets)
    for sort, target in targets[: limits.stacks]:
        by_sort[sort][_shown(sort, target)] += 1
    return DescriptorListing(
        counts=tuple(
            DescriptorCount(
                sort=sort,
                count=totals[sort],
                paths=tuple(sorted(by_sort[sort].items(), key=lambda item: (-item[1], item[0]))[:_PATHS]),
            )
            for sort in SORTS
        ),
        total=len(targets),
        half_closed=_half_closed(targets),
        dialled_share=_dialled_share(targets),
        deleted_files=_deleted_files(targets),
        files=tuple(
            sorted(target.removesuffix(_DELETED) for sort, target in targets[: limits.stacks] if sort == "file")
        ),
    )


def _half_closed(targets: list[tuple[str, str]]) -> int | None:
    """Connections that are over and the process has not closed: `TCP 10.0.0.1:8080->10.0.0.9:51234 (CLOSE_WAIT)`.

    Of a socket whose connection the kernel has dropped altogether lsof says `can't identify protocol`; but so it does
    of every socket of a container when it looks from outside, which shows in that it knows the state of none.
    """
    sockets = [target for sort, target in targets if sort == "socket"]
    states = Counter(found.group(1) for target in sockets if (found := _STATE.search(target)))
    return states["CLOSE_WAIT"] + sum(_DROPPED in target for target in sockets) if states else None


def _deleted_files(targets: list[tuple[str, str]]) -> int | None:
    """Descriptors of files that somebody removed: rotated logs, leftovers of what has ended. None without any file."""
    names = [target for sort, target in targets if sort == "file"]
    removed = sum(name.endswith(_DELETED) and _TEMPORARY.search(name) is None for name in names)
    return removed if names else None


def _dialled_share(targets: list[tuple[str, str]]) -> float | None:
    """Accepted connections share the port that was listened on, `TCP *:8080 (LISTEN)`; each dialled one has its own."""
    sockets = [target for sort, target in targets if sort == "socket"]
    ports = Counter(found.group(1) for target in sockets if (found := _LOCAL_PORT.search(target)))
    listened = {found.group(1) for target in sockets if (found := _LISTENED.search(target))}
    dialled = sum(count for port, count in ports.items() if count == 1 and port not in listened)
    return dialled / ports.total() if ports else None


def _shown(sort: str, target: str) -> str:
    """Sockets and pipes differ by inode only; a thousand of them are one line."""
    return re.sub(r":\[\d+\]$", "", target) if sort in {"socket", "pipe"} else target
