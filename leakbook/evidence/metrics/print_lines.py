"""What stands on a printed line beside its figures: the process it names, and the case it was printed for.

::

    before load: HeapAlloc = 10 MB                 a case
    trace=cafebead heapAlloc=20MB                  none: what a logger's key gives tells requests apart
    hostname=h1 pod=p1 HeapAlloc=20MB              a process by two names
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .points import Labels

_PROCESS: Final = re.compile(r"(?<![\w.])[\"']?(pid|PID|pod|instance|hostname)[\"']?[=:]\s?[\"']?([\w.:/-]{1,100})")
_LONGEST: Final = 4000
"""Characters of a line in which names are looked for."""

_KEYED: Final = re.compile(
    r"(?<![\w.-])(?!(?:msg|message|phase|stage|step|case)\b)[\w.-]{1,60}[\"']?(?:[=:]|: (?=\"))"
    r"(?:\"[^\"\n]{0,200}\"|[^\s\"]{1,200})"
)
"""A key and its value. A message, a phase or a case is written in words that count."""

_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"\d+")
_ID: Final = re.compile(r"[A-Fa-f]{6,}|\w*(?:[^\W\d]\d+[^\W\d]|\d[^\W\d]+\d)\w*")
"""Hexadecimal without a figure, or letters and figures in turns; `sha256` and `10s` are words."""


class PrintLines:
    """The lines of a text, asked for by places in ascending order; each is looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._process: Labels | None = None
        self.begin = 0
        self.end = -1

    def go_to(self, place: int) -> None:
        """Let `begin` and `end` be those of the line of a place."""
        if place > self.end:
            self.begin, end = self._text.rfind("\n", 0, place) + 1, self._text.find("\n", place)
            self.end = end if end >= 0 else len(self._text)
            self._process = None

    def process(self) -> Labels:
        """All names of its process that the line gives, sorted: loggers write their keys in any order."""
        if self._process is None:
            named: dict[str, str] = {}
            for found in _PROCESS.finditer(self._text, self.begin, min(self.end, self.begin + _LONGEST)):
                named.setdefault(found[1].lower(), found[2])
            self._process = tuple(sorted(named.items()))
        return self._process

    def case(self, after: int, place: int) -> tuple[str, ...]:
        """The plain words on the line before a place and after another, whatever their numbers."""
        return plain_words(self._text[max(after, self.begin, place - _LONGEST) : place])


def plain_words(text: str) -> tuple[str, ...]:
    """Its words, whatever their numbers, without what a logger's keys give."""
    words = _WORD.findall(_KEYED.sub("", text[-_LONGEST:]))
    return tuple(_NUMBER.sub("0", word) for word in words if not _ID.fullmatch(word))


def are_of_cases(cases: Sequence[tuple[str, ...]]) -> bool:
    """Whether each was printed for something else: a program, a benchmark, a phase of the start."""
    return len(cases) > 1 and len(set(cases)) == len(cases)
