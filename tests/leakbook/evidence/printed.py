"""Reads printed profiles as the reader's tests need them: one text, its table, its rows."""

from __future__ import annotations

from leakbook.evidence.model import EvidenceKind, Reading, TopTable
from leakbook.evidence.printed.reader import PprofTextReader
from leakbook.limits import DEFAULT_LIMITS

HEADER = "      flat  flat%   sum%        cum   cum%\n"
PUT = "main.(*cache).put"


def read(text: str) -> tuple[Reading, ...]:
    assert PprofTextReader().recognises(text)
    return PprofTextReader().read(text, DEFAULT_LIMITS)


def table(text: str) -> TopTable:
    (reading,) = read(text)
    assert isinstance(reading.content, TopTable)
    assert reading.kind is EvidenceKind.PPROF_TEXT
    return reading.content


def rows(text: str) -> list[tuple[str, int, int]]:
    return [(row.function, row.flat, row.cum) for row in table(text).rows]
