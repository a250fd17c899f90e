"""Sizes of a process that a program or a person wrote again and again, each with how long it had run, and nothing else.

::

    bench: @65.145s rss: 3760.1 MiB, cpu: 102.4%
    After 2h: RSS 240 MB
    15:04:05 memory usage: 240 MB               taken for the resident size
    2026/05/01 15:04:05 heap: 120 MB            taken for what is allocated on the heap
    15:04:05 used:704MB total:4096MB            the machine's

A size alone, or a few without times, tell versions, machines or settings apart as often as moments. Four whose times
ascend are moments of one process, unless each stands behind a name of its own.
"""

from __future__ import annotations

import math
import re
from typing import Final

from ...limits import Limits
from ..signs import Sign
from . import prints
from .names import OF_THE_SYSTEM
from .points import Gathered
from .print_lines import are_of_cases

LEAST: Final = 4
"""Sizes whose times ascend that are a series."""

_SIGN: Final = Sign(r"(?<![\w.])(?:RSS|rss|Resident size)\b[^\n]{0,4}\d", "RSS", "rss", "Resident size")
_NAMED: Final = re.compile(
    r"(?<![\w.-])(?:(?P<memory>(?:(?:[Pp]rocess|[Uu]sed) )?[Mm]em(?:ory)?|RAM)|[Hh]eap)"
    r"(?:[ _](?:usage|used|in use|consumption|size))?(?=[ \t]{0,8}[:=][ \t]{0,8}\d[\d.,]{0,24} ?[KMGTkmg]i?[Bb]\b)"
)
"""What programs call it that name no figure of the runtime or of the system."""

_OF_THE_MACHINE: Final = re.compile(
    r"(?<![^\W_])(?:total|free|avail|available|swap|cached|buffers)(?![^\W_])", re.IGNORECASE
)
_LARGEST: Final = 2**19
"""Characters beyond which no text is such a program's log."""

_TAKEN: Final = {
    "RSS": "What the lines call memory is taken for the resident size",
    "HeapAlloc": "What the lines call the heap is taken for HeapAlloc",
}


def recognises(text: str) -> bool:
    """Whether at least four sizes with a unit stand there, each later than the one before, and not each of another."""
    return _field(_told(text)) is not None


def gather(text: str, limits: Limits) -> Gathered:
    """A moment for each line."""
    told = _told(text)
    gathered = prints.gather(told, limits)
    field = _field(told)
    if field is not None and told != text:
        gathered.remarks.append(_TAKEN[field])
    return gathered


def _told(text: str) -> str:
    """The text with names of figures for what the program calls them, where no line has a resident size."""
    if len(text) > _LARGEST or _NAMED.search(text) is None or _SIGN.stands_in(text):
        return text
    return "\n".join([_NAMED.sub(_name, line) if _is_of_a_process(line) else line for line in text.split("\n")])


def _name(found: re.Match[str]) -> str:
    return "RSS" if found["memory"] else "HeapAlloc"


def _is_of_a_process(line: str) -> bool:
    return _OF_THE_MACHINE.search(line) is None


def _field(text: str) -> str | None:
    """What is told in a series of sizes, the system's own figure before the heap's; None where nothing is."""
    if _SIGN.stands_in(text) and _is_series(text, OF_THE_SYSTEM):
        return "RSS"
    return "HeapAlloc" if "HeapAlloc" in text and _is_series(text, frozenset({"HeapAlloc"})) else None


def _is_series(text: str, fields: frozenset[str]) -> bool:
    last, cases = -math.inf, []
    for time, case in prints.lines_with(text, fields):
        if time is None or time <= last:
            return False
        last = time
        cases.append(case)
    return len(cases) >= LEAST and not are_of_cases(cases)
