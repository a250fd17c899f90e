"""What stands in the place of a redacted value: `redacted-email-3`, the same for the same value within one request.

Numbers are given in the order of appearance, so equal values stay equal and different ones different (groups, series
and labels are told apart as before), nothing of the value is in them, and the same request gives the same bytes again.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from typing import Final, Protocol

DISTINCT_VALUES: Final = 200_000
"""Remembered of one request; what comes later is replaced without a number."""

WORDS: Final = {
    "email": "e-mail addresses",
    "key": "keys and tokens",
    "label": "profiler label values",
    "line": "rests of endless lines",
    "panic": "panic messages",
    "query": "query strings",
    "secret": "values of secret names",
    "token": "random-looking strings",
    "userinfo": "users and passwords of URLs",
    "word": "argument words",
}

PSEUDONYM: Final = re.compile(b"redacted-(?:%s)(?:-[0-9]{1,20})?" % "|".join(WORDS).encode())

_SHORT: Final = 64
"""Bytes from which on a value is known by its digest, which has as many."""


class Naming(Protocol):
    """Gives what stands in the place of a value, and counts it."""

    replaced: Counter[str]

    def of(self, sort: str, value: bytes) -> bytes:
        """The same for the same value; `sort` is a key of WORDS."""


class Pseudonyms:
    """Of one request."""

    def __init__(self) -> None:
        """Nothing seen yet."""
        self._known: defaultdict[str, dict[bytes, bytes]] = defaultdict(dict)
        self._distinct = 0
        self.replaced: Counter[str] = Counter()
        """Replacements by sort, a value that comes twice counted twice."""

    def of(self, sort: str, value: bytes) -> bytes:
        """The pseudonym of a value; `sort` is a key of WORDS."""
        self.replaced[sort] += 1
        known = self._known[sort]
        key = value if len(value) < _SHORT else hashlib.blake2b(value).digest()
        name = known.get(key)
        if name is None:
            if self._distinct >= DISTINCT_VALUES:
                return b"redacted-%s" % sort.encode()
            self._distinct += 1
            name = known[key] = b"redacted-%s-%d" % (sort.encode(), len(known) + 1)
        return name

    def note(self, before: Counter[str]) -> tuple[str, ...]:
        """What was replaced since the counts were `before`, as one sentence; nothing when that is nothing."""
        counts = self.replaced - before
        if not counts:
            return ()
        told = ", ".join(f"{counts[sort]} {WORDS[sort]}" for sort in sorted(counts))
        return (f"Redacted before it was stored: {told}.",)


class Digests:
    """Names that follow from the value alone, for comparing what two texts would become; never stored."""

    def __init__(self) -> None:
        """Counts what nobody asks for."""
        self.replaced: Counter[str] = Counter()

    def of(self, sort: str, value: bytes) -> bytes:
        """As Pseudonyms gives, with the digest for a number."""
        return b"redacted-%s-%d" % (sort.encode(), int.from_bytes(hashlib.blake2b(value, digest_size=8).digest()))
