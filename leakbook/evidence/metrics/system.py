"""Resident memory of a process as the system's own tools print it.

::

    VmRSS:  10002652 kB                                                         /proc/PID/status
    Rss:    10002652 kB                                                         /proc/PID/smaps_rollup
    17348 app   20   0 5359548 4.907g 201724 S  0.6 31.6 10:41.46 shop          top; `RES` has units from megabytes on
    app   12483  3.1  9.0 2245623 8887096 ?  Sl  Nov13 186:03 ./shop            ps aux; kilobytes
    Out of memory: Killed process 3392908 (shop) total-vm:2126728kB, anon-rss:584224kB, file-rss:0kB
    shop-7f9c-xk2   21m   240Mi                                                 kubectl top pod
    d79d70c61f08  shop  27.82%  3.689GiB / 3.855GiB  95.69%                     docker stats, podman stats

A row is of one process: where a text lists several, only the one that is listed again and again, or alone under a head,
is a series, and of many that are listed once, or again and again, none is taken; nor is a program that is known not to
be Go's. Lines without a time count in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from ...limits import Limits
from .commands import pid_label
from .listed import Heads, is_no_go_service
from .names import MEMORY_LIMIT, RESIDENT
from .one_process import of_narrowed
from .points import Gathered, Labels, Point
from .row_times import STAMP, row_times

_UNITS: Final = {
    "": 1024,
    "k": 1024,
    "K": 1024,
    "m": 2**20,
    "M": 2**20,
    "g": 2**30,
    "G": 2**30,
    "t": 2**40,
    "T": 2**40,
    "B": 1,
    "kB": 10**3,
    "MB": 10**6,
    "GB": 10**9,
    "TB": 10**12,
    "KiB": 2**10,
    "MiB": 2**20,
    "GiB": 2**30,
    "TiB": 2**40,
}
"""Of a bare letter in powers of 1024, without one kilobytes; with its `B` as written."""

_STATUS: Final = re.compile(
    r"^[ \t>|]{0,8}" + STAMP + r"VmRSS:[ \t]{1,20}(?P<figure>\d{1,15})(?P<unit>) kB[ \t\r]*$", re.MULTILINE
)
_ROLLUP: Final = re.compile(
    r"^[ \t>|]{0,8}[^\n]{1,80}\[rollup\][ \t\r]{0,8}\n[ \t>|]{0,8}Rss:[ \t]{1,20}"
    r"(?P<figure>\d{1,15})(?P<unit>) kB[ \t\r]*$",
    re.MULTILINE,
)
"""Elsewhere `Rss:` is that of one mapping of many."""
_PID: Final = re.compile(r"^[ \t>|]{0,8}Pid:[ \t]{1,20}(\d{1,9})[ \t\r]*$", re.MULTILINE)
_NOT_GO: Final = re.compile(
    r"[ \t(/](?:java|python[\d.]*|node|ruby|perl|php(?:-fpm)?|beam\.smp|postgres|mysqld|mariadbd|redis-server|mongod"
    r"|nginx|chrome|firefox|systemd|Xorg|[ef]?grep)(?![\w-])"
)
_OF_THE_MACHINE: Final = re.compile(
    r"\d[ \t]{1,9}(?:a?top|io?top|htop|bash|zsh|sh|ssh|sshd|tmux|screen|watch|vim?|kswapd\d{1,3}|kworker\S{0,40}"
    r"|ksoftirqd\S{0,9}|rcu_\w{1,20}|migration/\d{1,4}|systemd-\w{1,30}|rsyslogd|crond?|dbus-daemon|irqbalance|haproxy"
    r"|envoy|httpd|apache2|memcached)[ \t\r]*$"
)
"""What a listing of the whole machine has beside the program: without arguments, which may name it for another."""

_TOP: Final = re.compile(
    # PID USER PR NI VIRT RES SHR S %CPU %MEM TIME+ COMMAND
    r"^[ \t*]{0,8}" + STAMP + r"(?P<process>\d{1,9})[ \t]{1,9}\S{1,32}[ \t]{1,9}(?:-?\d{1,3}|rt)[ \t]{1,9}-?\d{1,3}"
    r"[ \t]{1,12}\d[\d.,]{0,14}[kKmMgGtT]?[ \t]{1,12}(?P<figure>\d{1,12}(?:[.,]\d{1,6})?)(?P<unit>[kKmMgGtT]?)"
    r"[ \t]{1,12}"
    r"\d[\d.,]{0,14}[kKmMgGtT]?[ \t]{1,9}[DIRSTtWXZ<NLsl+]{1,4}[ \t]{1,9}\d[\d.,]{0,8}[ \t]{1,9}\d[\d.,]{0,8}"
    r"[ \t]{1,9}\d[\d:.,hd]{2,14}[ \t]{1,9}\S",
    re.MULTILINE,
)
_PS_AUX: Final = re.compile(
    # USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND
    r"^[ \t*]{0,8}"
    + STAMP
    + r"\S{1,32}[ \t]{1,9}(?P<process>\d{1,9})[ \t]{1,9}\d[\d.]{0,8}[ \t]{1,9}\d[\d.]{0,8}[ \t]{1,12}\d{1,15}"
    r"[ \t]{1,12}(?P<figure>\d{1,15})(?P<unit>)[ \t]{1,9}\S{1,16}[ \t]{1,9}[DIRSTtWXZ][<NLsl+]{0,4}[ \t]{1,9}\S{1,12}"
    r"[ \t]{1,9}\d{1,9}:\d\d[ \t]{1,9}\S",
    re.MULTILINE,
)
_KILLED: Final = re.compile(
    r"Killed process (?P<process>\d{1,9})[ ,]{1,2}(?P<name>[^\n]{0,32}?)[, ]{1,2}[^\n]{0,80}?"
    r"anon-rss:(?P<figure>\d{1,15})(?P<unit>)kB"
)
_KUBECTL: Final = re.compile(
    # NAME CPU(cores) MEMORY(bytes), with the namespace before or the container's name between when asked for
    r"^[ \t*#]{0,8}"
    + STAMP
    + r"(?P<process>[a-z0-9][a-z0-9.-]{2,250}(?:[ \t]{1,40}[a-z0-9][a-z0-9-]{0,60})?)[ \t]{1,40}\d{1,7}m?"
    r"[ \t]{1,40}(?P<figure>\d{1,9})(?P<unit>[KMGT])i[ \t\r]*$",
    re.MULTILINE,
)
_STATS: Final = re.compile(
    # CONTAINER ID, NAME, CPU %, MEM USAGE / LIMIT, MEM %; a template may leave some out
    r"^[ \t*#]{0,8}"
    + STAMP
    + r"(?P<names>(?P<process>[\w][\w.-]{1,250})[ \t]{1,60}(?:[\w][\w.-]{0,250}[ \t]{1,60})?)\d{1,6}(?:\.\d{1,4})?%"
    r"[ \t]{1,60}(?P<figure>\d{1,9}(?:\.\d{1,6})?) ?(?P<unit>[kMGT]B|[KMGT]iB|B)[ \t]{0,8}/[ \t]{0,8}"
    r"(?P<limit>\d{1,9}(?:\.\d{1,6})?) ?(?P<limit_unit>[kMGT]B|[KMGT]iB|B)(?![\w.])",
    re.MULTILINE,
)
_FORMS: Final = (
    (_TOP, "%CPU"),
    (_PS_AUX, "%CPU"),
    (_KILLED, "anon-rss:"),
    (_KUBECTL, "MEMORY(bytes)"),
    (_STATS, "MEM USAGE"),
)
"""Each with the word of its head, which a short paste may lack."""
_SHORT: Final = 64 * 1024


def recognises(text: str) -> bool:
    """Whether one process's resident memory stands there in one of the forms."""
    return next(_found(text), None) is not None


def gather(text: str, limits: Limits) -> Gathered:
    """A point for each line of the process."""
    gathered = Gathered(limits=limits)
    gathered.add_series(RESIDENT, list(_found(text)))
    for at, limit, whose in _limits_of_containers(text):
        gathered.add(MEMORY_LIMIT, whose, at, limit)
    return gathered


def _found(text: str) -> Iterator[Point]:
    for form, word in ((_STATUS, "VmRSS:"), (_ROLLUP, "[rollup]")):
        if word in text and (rows := list(form.finditer(text))):
            processes = set(_PID.findall(text))
            yield from _points(text, rows if len(processes) <= 1 else [], pid_label("".join(processes)))
            return
    for form, head in _FORMS:
        if len(text) > _SHORT and head not in text:
            continue
        heads = Heads(text, head)
        rows = _of_one(text, form, heads)
        if rows:
            yield from _points(text, rows, _whose(form, rows[0], heads))
            return


def _limits_of_containers(text: str) -> Iterator[Point]:
    """What a container may have, by the newest of the rows that tell its memory."""
    if "MEM USAGE" in text and (rows := _of_one(text, _STATS, heads := Heads(text, "MEM USAGE"))):
        (at, _, whose) = list(_points(text, rows, _whose(_STATS, rows[0], heads)))[-1]
        yield at, float(rows[-1]["limit"]) * _UNITS[rows[-1]["limit_unit"]], whose


def _of_one(text: str, form: re.Pattern[str], heads: Heads) -> list[re.Match[str]]:
    rows = [row for row in form.finditer(text) if not _is_not_go(form, row, heads)]
    if form is _KILLED and len({row["name"] for row in rows}) == 1 < len({row["process"] for row in rows}):
        return rows[-1:]  # started again, and killed again: two processes, each of which had so much at its end
    meant = heads.of_own_container(rows) if form is _KUBECTL else rows
    return of_narrowed(meant, itemgetter("process"), heads.above)


def _is_not_go(form: re.Pattern[str], row: re.Match[str], heads: Heads) -> bool:
    if form in (_KUBECTL, _STATS):
        names = _own_names(form, row, heads)
        return is_no_go_service(names) or is_other_program(" ".join(names))
    return is_other_program(row.string[row.start() : (row.string.find("\n", row.end()) + 1 or len(row.string) + 1) - 1])


def _own_names(form: re.Pattern[str], row: re.Match[str], heads: Heads) -> list[str]:
    """Of a pod and its container, not of where they run."""
    if form is _STATS:
        return row["names"].split()
    return [value for name, value in reversed(heads.pod(row)) if name != "namespace"]


def is_other_program(line: str) -> bool:
    """Whether the row names a program that is known not to be Go's."""
    return (_NOT_GO.search(line[:400]) or _OF_THE_MACHINE.search(line[:400])) is not None


def _whose(form: re.Pattern[str], row: re.Match[str], heads: Heads) -> Labels:
    """The labels that keep what is told of one process, pod or container apart from another's."""
    if form is _KUBECTL:
        return heads.pod(row)
    return (("container", row["process"]),) if form is _STATS else pid_label(row["process"])


def _points(text: str, rows: list[re.Match[str]], whose: Labels) -> Iterator[Point]:
    for row, at in zip(rows, row_times(text, rows), strict=True):
        yield at, float(row["figure"].replace(",", ".")) * _UNITS[row["unit"]], whose
