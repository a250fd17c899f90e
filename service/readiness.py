"""Which part is down. Without the store nothing is accepted; without the others the service goes on, less well."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
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


def can_write(directory: Path) -> bool:
    """Whether a file can be made there, with something in it: a full disk makes empty files."""
    probe = directory / f".probe-{os.getpid()}"
    try:
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe.write_bytes(b"probe" * 1000)
        probe.unlink()
    except OSError:
        return False
    return True


class Readiness:
    """Broker and evidence store. The store is asked by the view itself, for what it holds."""

    def __init__(self, *, is_broker_well: Callable[[], bool], blob_dir: Path) -> None:
        """Looks at nothing yet."""
        self._broker = Looked(is_broker_well)
        self._evidence = Looked(lambda: can_write(blob_dir))

    def parts(self) -> dict[str, str]:
        """`ok` or `away` by part."""
        return {"broker": self._broker.word(), "evidence_store": self._evidence.word()}
