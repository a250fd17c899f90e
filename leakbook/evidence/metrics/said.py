"""What programs call their memory that name no figure of the runtime or of the system: `memory usage`, `heap`, `RAM`.

::

    15:04:05 memory usage: 240 MB               taken for the resident size
    2026/05/01 15:04:05 heap: 120 MB            taken for what is allocated on the heap
    level=info memory=120MB goroutines=45       {"mem_mb":120,"goroutines":45}
    15:04:05 used:704MB total:4096MB            the machine's
    15:04:05 gpu mem: 8GB    max memory: 2GB    a card's, and what is allowed or asked for
    [GC] heap: 240MB    jvm memory: 300MB       a runtime's that is not Go's: nothing of such a log is taken
"""

from __future__ import annotations

import re
from typing import Final

from ..signs import Sign

RESIDENT_SIGN: Final = Sign(r"(?<![\w.])(?:RSS|rss|Resident size)\b[^\n]{0,4}\d", "RSS", "rss", "Resident size")
"""A resident size that is called so."""

_NAMED: Final = re.compile(
    r"(?<![\w.-])(?:(?P<memory>(?:(?:[Pp]rocess|[Uu]sed) )?[Mm]em(?:ory)?|RAM)|[Hh]eap)"
    r"(?:[ _](?:usage|used|in use|consumption|size))?"
    r"(?=\"?[ \t]{0,8}[:=][ \t]{0,8}\"?(?P<figure>\d[\d.,]{0,24} ?[KMGTkmg])i?[Bb]\b"
    r"|[ _]?\(?[KMGkmg]i?[Bb]\)?\"?[ \t]{0,8}[:=][ \t]{0,8}\"?(?P<bare>\d[\d.,]{0,24}))"
)
"""What programs call it that name no figure of the runtime or of the system."""

_OF_THE_MACHINE: Final = re.compile(
    r"(?<![^\W_])(?:total|free|avail|available|swap|cached|buffers)(?![^\W_])", re.IGNORECASE
)
_OF_ANOTHER: Final = re.compile(
    r"(?<![^\W_])(?:gpu|cuda|video|graphics|device|shared|virtual|work|query|host|machine|system|cluster"
    r"|python|redis|max|maximum|min|minimum|limit|requested|requests?|required|requires|needs|reserved)"
    r"[\s_:\"'-]{0,3}$",
    re.IGNORECASE,
)
"""A word right before the name by which it is another's memory, or one that nobody has taken yet."""
_BEFORE: Final = 24
"""Characters before the name in which such a word is looked for."""
_OF_ANOTHER_RUNTIME: Final = re.compile(
    r"(?<![^\W_])(?:jvm|metaspace|eden|old gen|full gc|pause young|g1gc|nonheap|non-heap|heapUsed|heapTotal|cuda"
    r"|pytorch|\[gc\]|gc\(\d{1,9}\))(?![^\W_])",
    re.IGNORECASE,
)
"""What logs of Java's collectors, of Node.js and of training on a card say, and Go programs do not."""
_LARGEST: Final = 2**19
"""Characters beyond which no text is such a program's log."""

TAKEN: Final = {
    "RSS": "What the lines call memory is taken for the resident size",
    "HeapAlloc": "What the lines call the heap is taken for HeapAlloc",
}
"""What is said of a figure that was read under such a name."""


def named(text: str) -> str:
    """The text with names of figures for what the program calls them, where no line has a resident size.

    As it is where each figure is the same on all lines: `heap=2GB` is a setting then, and says nothing of a level.
    """
    if len(text) > _LARGEST or _NAMED.search(text) is None or RESIDENT_SIGN.stands_in(text):
        return text
    if _OF_ANOTHER_RUNTIME.search(text) is not None:
        return text
    figures: dict[str, set[str]] = {}

    def name(found: re.Match[str]) -> str:
        told = _name(found)
        figures.setdefault(told, set()).add(found["figure"] or found["bare"])
        return told

    lines = [_NAMED.sub(name, line) if _is_of_a_process(line) else line for line in text.split("\n")]
    return "\n".join(lines) if any(len(figures.get(one, ())) > 1 for one in TAKEN) else text


def _name(found: re.Match[str]) -> str:
    if _OF_ANOTHER.search(found.string, max(0, found.start() - _BEFORE), found.start()) is not None:
        return found[0]
    return "RSS" if found["memory"] else "HeapAlloc"


def _is_of_a_process(line: str) -> bool:
    return _OF_THE_MACHINE.search(line) is None
