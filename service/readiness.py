"""Which part is down. Without the store nothing is accepted; without the others the service goes on, less well."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

KEEP_SECONDS: Final = 5.0
"""A finding is good for this long, so that many probes ask a sick part once."""


class Looked:
    """The last finding about one part."""

    def __init__(self, is_well: Callable[[], bool]) -> None:
        """`is_well` looks, in bounded time."""
        self._is_well = is_well
        self._lock = threading.Lock()
        self._found = False
        self._at = float("-inf")

    def word(self) -> str:
        """`ok` or `away`."""
        with self._lock:
            if time.monotonic() - self._at > KEEP_SECONDS:
                self._found, self._at = self._is_well(), time.monotonic()
            return "ok" if self._found else "away"


class Readiness:
    """Broker and evidence store. The store is asked by the view itself, for what it holds."""

    def __init__(self, *, is_broker_well: Callable[[], bool], is_evidence_well: Callable[[], bool]) -> None:
        """Looks at nothing yet."""
        self._broker = Looked(is_broker_well)
        self._evidence = Looked(is_evidence_well)

    def parts(self) -> dict[str, str]:
        """`ok` or `away` by part."""
        return {"broker": self._broker.word(), "evidence_store": self._evidence.word()}
