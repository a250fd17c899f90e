"""What stands in the place of a redacted value: `redacted-email-3`, the same for the same value within one request.

Numbers are given in the order of appearance, so equal values stay equal and different ones different (groups, series
and labels are told apart as before), nothing of the value is in them, and the same request gives the same bytes again.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Final

DISTINCT_VALUES: Final = 200_000
"""Remembered of one request; what comes later is replaced without a number."""

WORDS: Final = {
    "email": "e-mail addresses",
    "key": "keys and tokens",
    "label": "profiler label values",
    "panic": "panic messages",
    "query": "query strings",
    "secret": "values of secret names",
    "token": "random-looking strings",
    "userinfo": "users and passwords of URLs",
    "word": "argument words",
}


class Pseudonyms:
    """Of one request."""

    def __init__(self) -> None:
        """Nothing seen yet."""
        self._numbers: dict[bytes, int] = {}
        self._last: Counter[str] = Counter()
        self.replaced: Counter[str] = Counter()
        """Replacements by sort, a value that comes twice counted twice."""

    def of(self, sort: str, value: bytes) -> bytes:
        """The pseudonym of a value; `sort` is a key of WORDS."""
        self.replaced[sort] += 1
        known = hashlib.blake2b(value, digest_size=16, person=sort.encode()).digest()
        number = self._numbers.get(known)
        if number is None:
            if len(self._numbers) >= DISTINCT_VALUES:
                return b"redacted-%s" % sort.encode()
            self._last[sort] += 1
            number = self._numbers[known] = self._last[sort]
        return b"redacted-%s-%d" % (sort.encode(), number)

    def note(self, before: Counter[str]) -> tuple[str, ...]:
        """What was replaced since the counts were `before`, as one sentence; nothing when that is nothing."""
        counts = self.replaced - before
        if not counts:
            return ()
        told = ", ".join(f"{counts[sort]} {WORDS[sort]}" for sort in sorted(counts))
        return (f"Redacted before it was stored: {told}.",)
