"""Descriptors that a shell counted: `ls /proc/PID/fd | wc -l` or `lsof -p PID | wc -l`, the figure on the next line.

`lsof` counts its head and the libraries that are mapped as well, always the same few. As in `metrics.system`, figures
are of one process. `ls /proc/self/fd` counts the descriptors of `ls`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from ...limits import Limits
from .commands import LONGEST, after_option, elsewhere, is_alone, pid_label, process_named
from .one_process import of_one_process
from .points import Gathered
from .times import time_on_line

_SERIES: Final = "process_open_fds"
_FOLDER: Final = re.compile(r"/proc/([^\s/]{1,60}|\$\([^()/]{1,80}\)|`[^`/]{1,80}`)/fd/?(?![\w/-])")
_WC: Final = re.compile(r"\|\s{0,4}wc\b")
_DIGITS: Final = 8


class _Count(NamedTuple):
    process: str
    at: float | None
    value: float


def recognises(text: str) -> bool:
    """Whether such a count, of one process, stands in the text."""
    return bool(_counts(text))


def gather(text: str, limits: Limits) -> Gathered:
    """A point for each count, at the time its prompt tells."""
    gathered = Gathered(limits=limits)
    gathered.add_series(_SERIES, [(one.at, one.value, pid_label(one.process)) for one in _counts(text)])
    return gathered


def _counts(text: str) -> list[_Count]:
    if "| wc" not in text and "|wc" not in text:
        return []
    return of_one_process(list(_listed(text)), attrgetter("process"))


def _listed(text: str) -> Iterator[_Count]:
    for line, following in pairwise(text.splitlines()):
        if len(line) > LONGEST or "wc" not in line:
            continue
        figure = following.strip(" \t\r")
        if not (figure.isascii() and figure.isdecimal() and len(figure) <= _DIGITS):
            continue
        process = _counted(line)
        if process is not None:
            yield _Count(process, time_on_line(line), float(figure))


def _counted(line: str) -> str | None:
    """The process whose descriptors this command counts."""
    parts = line.split("|")
    ends = next((at for at, part in enumerate(parts) if at and part.split()[:1] == ["wc"]), None)
    if ends is None or not is_alone(line, _WC):
        return None
    command = "|".join(parts[:ends])
    folders = list(_FOLDER.finditer(command))
    if folders:
        return _at(command[: folders[0].start()], process_named(folders[0][1])) if len(folders) == 1 else None
    words = command.split()
    place = next((at for at, word in enumerate(words) if word.lstrip("$#%>(`").endswith("lsof")), None)
    named = after_option("-p", words[place + 1 :]) if place is not None else None
    return _at(command[: command.find("lsof")], process_named(named)) if named else None


def _at(before: str, process: str | None) -> str | None:
    return None if process is None else elsewhere(before) + process
