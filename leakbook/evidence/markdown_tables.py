"""Tables as Markdown writes them, which reports about profiles are full of.

::

    What grows, in bytes:
    | Function        | flat     | flat%  |
    |-----------------|---------:|-------:|
    | `shop.(*Desk)`  | 512.30MB | 61.96% |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_RULE: Final = re.compile(r"^[ \t>]{0,12}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
"""The line under a table's head."""
_MARKS: Final = str.maketrans("", "", "`*\\")
_MOST_ROWS: Final = 1000
_ABOVE: Final = 400
"""Characters of the line above a table, which may say what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: the last line above it, its head and its rows as bare cells, without the marks of code and bold."""

    above: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_in(text: str) -> Iterator[Table]:
    """The tables of a text in order; of a long one its first thousand rows."""
    if "|" not in text or "--" not in text:
        return
    for rule in _RULE.finditer(text):
        head = text.rfind("\n", 0, max(rule.start() - 1, 0)) + 1
        yield Table(
            above=text[max(0, head - _ABOVE) : head].rstrip().rpartition("\n")[2],
            head=_cells(text[head : rule.start()].rstrip("\n")),
            rows=tuple(_cells(line) for line in _lines(text, rule.end() + 1)),
        )


def _lines(text: str, start: int) -> Iterator[str]:
    for _ in range(_MOST_ROWS):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        if "|" not in line or _RULE.match(line) is not None:
            return
        yield line
        if end < 0:
            return
        start = end + 1


def _cells(line: str) -> tuple[str, ...]:
    """`| 12 | \\`select\\` |` -> ("12", "select")."""
    bare = line.strip().lstrip("> ").removeprefix("|").removesuffix("|")
    return tuple(cell.translate(_MARKS).strip() for cell in bare.split("|"))
