"""Prometheus text exposition and OpenMetrics: one scrape, several one after another, or federated.

::

    # HELP go_goroutines Number of goroutines that currently exist.
    # TYPE go_goroutines gauge
    go_goroutines 113
    go_memstats_heap_alloc_bytes{instance="10.0.0.1:9090",job="shop"} 4.669544e+06 1700000000000
    go_goroutines{instance="a"} =>  113 @[1700000000.5]                         promtool query

Millions of the program's own series may surround these, so the text is searched for the two prefixes kept instead of
being read line by line.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from typing import Final

from ...limits import Limits
from .names import is_kept
from .points import Gathered, Labels
from .times import time_on_line

_SAMPLE: Final = (
    r"_\w{1,120}+(?:\{(?P<labels>[^{}\n]{0,4000})\})?(?:[ \t]+=>)?\s{1,3}"
    r"(?P<value>[+-]?(?:\d[\d.]{0,40}(?:[eE][+-]?\d{1,3})?|NaN|Inf))"
    r"(?![\w.])(?:[ \t]+(?:@\[)?(?P<at>\d{9,16}(?:\.\d{1,9})?)\]?)?"
)
_PATTERNS: Final = (re.compile(r"go(?<!\wgo)" + _SAMPLE), re.compile(r"process(?<!\wprocess)" + _SAMPLE))
"""Two patterns rather than an alternative: a literal prefix lets the search skip what is foreign."""

_LABEL: Final = re.compile(r'(\w{1,100})="((?:[^"\\]|\\.){0,1000})"')
_ANY_SAMPLE: Final = re.compile(r"^[ \t>|]*[a-zA-Z_:]", re.MULTILINE)
_QUOTED: Final = " \t>/|"
"""What may stand before a name on its line when the text was indented or quoted."""


def recognises(text: str) -> bool:
    """Whether a line gives a value under a runtime's or process's name."""
    return any(True for pattern in _PATTERNS for _ in _samples(text, pattern))


def gather(text: str, limits: Limits) -> Gathered:
    """Every kept sample; scrapes without timestamps take the time of a date line above them, or none."""
    gathered = Gathered(limits=limits)
    clock = _ScrapeClock(text)
    taken = 0
    for match, name in heapq.merge(*(_samples(text, pattern) for pattern in _PATTERNS), key=_place):
        labels = _labels(match.group("labels"))
        stamp = match.group("at")
        at = _seconds(stamp) if stamp else clock.at(match.start())
        gathered.add(name, labels, at, _number(match.group("value")))
        taken += 1
        if gathered.is_spent:
            end = text.find("\n", match.end())
            gathered.unread = text.count("\n", end + 1) if end >= 0 else 0
            text = text[: match.end()]
            break
    gathered.foreign = max(0, _sample_lines(text) - taken)
    return gathered


def _place(found: tuple[re.Match[str], str]) -> int:
    return found[0].start()


def _sample_lines(text: str) -> int:
    """Lines that are no comments; in a very long text every line that is no bare comment."""
    if len(text) < 2**20:
        return sum(1 for _ in _ANY_SAMPLE.finditer(text))
    return text.count("\n") - text.count("\n#")


def _samples(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], str]]:
    for match in pattern.finditer(text):
        name = match.group().partition("{")[0].split(None, 1)[0]
        if is_kept(name) and _begins_line(text, match.start()):
            yield match, name


def _begins_line(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start]
    return not before[before.rfind("\n") + 1 :].strip(_QUOTED)


def _labels(written: str | None) -> Labels:
    return tuple(sorted(_LABEL.findall(written))) if written else ()


def _number(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return float("nan")  # 1.2.3: counted as broken


def _seconds(stamp: str) -> float:
    """Prometheus writes milliseconds, OpenMetrics seconds."""
    value = float(stamp)
    return value / 1000 if value > 1e11 else value


class _ScrapeClock:
    """The time of the date line (`date; curl …` in a loop) last seen above a place in the text."""

    def __init__(self, text: str) -> None:
        self._times: list[tuple[int, float]] = []
        self._next = 0
        self._now: float | None = None
        if len(text) < 2**24:
            for line in re.finditer(r"^[^\n{}]{8,80}$", text, re.MULTILINE):
                if (found := time_on_line(line.group())) is not None:
                    self._times.append((line.start(), found))

    def at(self, place: int) -> float | None:
        """Places must be asked in ascending order."""
        while self._next < len(self._times) and self._times[self._next][0] < place:
            self._now = self._times[self._next][1]
            self._next += 1
        return self._now
