"""Lines that servers write of their own memory now and then, under short names.

::

    sys: 1599 MB alloc: 1525 MB idle: 73 MB released: 73 MB inuse: 1526 MB      a program's own
    [txpool] stat   queued=30000 alloc_mb=729 sys_mb=5946     alloc=8.9GB sys=19.6GB                 Erigon
    scvg: inuse: 835, idle: 188, sys: 1023, released: 17, consumed: 1005 (MB)   the scavenger, GODEBUG up to Go 1.13
    runtime stats: 184 MiB RSS, 114 goroutines, 105 MiB/37 MiB/155 MiB GO alloc/idle/total, …        CockroachDB
    runtime stats: 4.6 GiB RSS, 447 goroutines (stacks: 9.1 MiB), 1.8 GiB/2.4 GiB Go alloc/total (heap fragmentation:
      68 MiB, heap reserved: 1.1 GiB, heap released: 1.2 GiB), 1.1 GiB/1.5 GiB CGO alloc/total (7.0 CGO/sec)

A line counts when it gives the heap's allocated or used bytes beside another figure of the heap, each with its unit,
and `sys` or another word of Go's: other allocators write `alloc` as well. Lines are of one process: of several whose
beginnings differ by more than times and counters, or that name several pods, none is taken.
`sys` is the heap's where what is used and what is idle make it up, else the process's. CockroachDB's total is without
what was given back. Sources: runtime/mgcscavenge.go of Go 1.12, CockroachDB's pkg/server/status/runtime.go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from ...limits import Limits
from ..signs import Sign
from .line_moments import LineMoment, gathered
from .names import RESIDENT
from .one_process import of_one_process
from .points import Gathered
from .times import LineTimes

_FIELDS: Final = {
    "alloc": "go_memstats_heap_alloc_bytes",
    "inuse": "go_memstats_heap_inuse_bytes",
    "idle": "go_memstats_heap_idle_bytes",
    "released": "go_memstats_heap_released_bytes",
    "sys": "go_memstats_sys_bytes",
}
_UNITS: Final = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40}

_SHORT: Final = re.compile(
    r"(?<![\w.])(alloc|inuse|idle|released|sys)(?:_([kmg])b)?[ \t]{0,2}[:=][ \t]{0,8}(\d{1,18}(?:\.\d{1,6})?)"
    r"(?: ?([KMGTkmgt])?i?[Bb]\b)?"
)
_TRAILING_UNIT: Final = re.compile(r"\(([KMGT])i?B\)[ \t\r]*$")
_SHORT_SIGN: Final = Sign(
    r"(?<![\w.])(?:alloc|inuse)(?:_[kmg]b)?[ \t]{0,2}[:=][ \t]{0,8}\d",
    *("alloc:", "alloc=", "alloc_mb", "inuse:", "inuse="),
)
_STATS: Final = "runtime stats: "
_SIZE: Final = r"(\d{1,9}(?:\.\d{1,3})?) ([KMGT]?)i?B"
_RSS: Final = re.compile(rf"{_SIZE} RSS\b")
_GOROUTINES: Final = re.compile(r"(\d{1,9}) goroutines\b")
_GO_PARTS: Final = re.compile(rf"{_SIZE}/{_SIZE}(?:/{_SIZE})? (?:GO|Go) alloc/(?:idle/)?total")
_COLLECTED: Final = re.compile(r"%gc \((\d{1,9})x\)")
"""Collections since the line before."""
_COLLECTIONS: Final = "go_gc_duration_seconds_count"
_GO_RELEASED: Final = re.compile(rf"heap released: {_SIZE}")
_GO_WORD: Final = re.compile(r"(?i)\b(?:heap|goroutines?|gc|num_?gc|scvg\d{0,9})\b")

_COUNTER: Final = re.compile(
    r"[(\[|,;<]{0,4}[-+]?\d[\d.,:/|+TZ-]{0,40}(?:ns|us|µs|ms|s|m|h|[kKMGT]?i?[Bb]|x|%)?[)\]|,;:>]{0,4}|[IWEF]\d{4,6}"
    r"|\[\d{1,2}-\d\d\|\d\d:\d\d:\d\d[.\d]{0,10}\]|m=\+?|[-+|:]+"
)
"""Times, counters and sizes; `I180405` begins a line of glog's."""
_ADDRESS: Final = re.compile(r"\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}")
_DATE: Final = re.compile(
    r"\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s{1,2})?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2}\b"
)
_SCAVENGER: Final = re.compile(r"\bscvg\d{1,9}\b")
_NAMED: Final = re.compile(
    r"\b(pid|PID|pod|instance|host(?:name)?|node|replica|worker|shard|process|container)[=:]\s?([^\s,;]{1,100})"
)
_LONGEST: Final = 4000
_SLACK: Final = 0.02


def recognises(text: str) -> bool:
    """Whether at least one line gives figures of the heap of one process under short names."""
    return bool(_of_one_process(text))


def gather(text: str, limits: Limits) -> Gathered:
    """A moment for each line."""
    return gathered(_counted(_of_one_process(text)), limits)


def _counted(moments: list[LineMoment]) -> list[LineMoment]:
    """Numbers of collections added up from line to line; a torn line among such as tell theirs is left out."""
    told = [moment for moment in moments if _COLLECTIONS in moment.figures]
    if not told:
        return moments
    collections = 0.0
    for moment in told:
        collections += moment.figures[_COLLECTIONS]
        moment.figures[_COLLECTIONS] = collections
    return told


def _of_one_process(text: str) -> list[LineMoment]:
    if _STATS not in text and not _SHORT_SIGN.stands_in(text):
        return []
    return of_one_process(list(_moments(text)), attrgetter("process"))


def _moments(text: str) -> Iterator[LineMoment]:
    times = LineTimes()
    for whole in text.splitlines():
        line = whole[:_LONGEST]
        head, stats, rest = line.partition(_STATS)
        figures = _stats(rest) if stats else _short(head)
        if figures:
            first = None if stats else _SHORT.search(head)
            process = _process(head[: first.start()] if first else head, line)
            yield LineMoment(times.at(line), figures, process)


def _process(before: str, line: str) -> str:
    """What of a line tells its process from others: the words before the figures, and the pod or PID it names."""
    words = _SCAVENGER.sub("scvg", _DATE.sub("", before)).replace("=", "= ").split()
    kept = [word for word in words if _COUNTER.fullmatch(word) is None or _ADDRESS.search(word) is not None]
    return " ".join([*kept, *(f"{name}={value}" for name, value in _NAMED.findall(line))])


def _short(line: str) -> dict[str, float]:
    """The figures of a line with names and units; nothing where a unit is missing or the heap itself is."""
    rows = list(_SHORT.finditer(line))
    if len(rows) < 2:
        return {}
    trailing = _TRAILING_UNIT.search(line)
    found: dict[str, float] = {}
    for row in rows:
        unit = row[2] or row[4] or (trailing[1] if trailing else "")
        has_unit = bool(unit) or row[0][-1] in "Bb"
        if not has_unit or row[1] in found:
            return {}
        found[row[1]] = float(row[3]) * _UNITS[unit.lower()]
    if len(found) < 2 or not ({"alloc", "inuse"} & found.keys()):
        return {}
    if "sys" not in found and _GO_WORD.search(line) is None:
        return {}
    names = dict(_FIELDS)
    if "sys" in found and abs(found.get("inuse", 0) + found.get("idle", 0) - found["sys"]) <= _SLACK * found["sys"]:
        names["sys"] = "go_memstats_heap_sys_bytes"
    return {names[field]: value for field, value in found.items()}


def _stats(rest: str) -> dict[str, float]:
    """CockroachDB's line; torn at its end it gives what stands before."""
    parts = _GO_PARTS.search(rest)
    if parts is None:
        return {}
    found = {"go_memstats_heap_alloc_bytes": _bytes(parts[1], parts[2])}
    if parts[5] is None:
        found["go_memstats_sys_bytes"] = _bytes(parts[3], parts[4])
    else:
        found["go_memstats_heap_idle_bytes"] = _bytes(parts[3], parts[4])
        found["go_memstats_sys_bytes"] = _bytes(parts[5], parts[6])
    if rss := _RSS.search(rest):
        found[RESIDENT] = _bytes(rss[1], rss[2])
    if goroutines := _GOROUTINES.search(rest):
        found["go_goroutines"] = float(goroutines[1])
    if collected := _COLLECTED.search(rest):
        found[_COLLECTIONS] = float(collected[1])
    if released := _GO_RELEASED.search(rest):
        found["go_memstats_heap_released_bytes"] = _bytes(released[1], released[2])
        found["go_memstats_sys_bytes"] += found["go_memstats_heap_released_bytes"]
    return found


def _bytes(figure: str, unit: str) -> float:
    return float(figure) * _UNITS[unit.lower()]
