"""How many tries one process has under way at one address, whatever the names that lead there.

Tries at one name are bounded for all workers together, where they are claimed. Names cost nothing: whoever owns a zone
has any number of them for one receiver that hangs, which would hold all who deliver. Addresses are harder to come by;
of IPv6 a network of 64 bits is what one host gets, so it counts as one.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv6Address, IPv6Network, ip_address


class Crowded(Exception):
    """As many tries are under way there as may be."""


class Places:
    """Of one process."""

    def __init__(self, most: int) -> None:
        """At most so many tries at one address at a time."""
        self._most = most
        self._lock = threading.Lock()
        self._taken: Counter[str] = Counter()

    @contextmanager
    def one(self, address: str) -> Iterator[None]:
        """Hold a place there for the block. Raises Crowded before it."""
        place = _place_of(address)
        with self._lock:
            if self._taken[place] >= self._most:
                raise Crowded
            self._taken[place] += 1
        try:
            yield
        finally:
            with self._lock:
                self._taken[place] -= 1
                if not self._taken[place]:
                    del self._taken[place]


def _place_of(address: str) -> str:
    """`::ffff:192.0.2.1` is 192.0.2.1; a zone (`%eth0`) is left out."""
    parsed = ip_address(address.partition("%")[0])
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    return str(parsed.ipv4_mapped or IPv6Network((parsed, 64), strict=False))
