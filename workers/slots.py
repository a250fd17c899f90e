"""How many children of one worker may work on large jobs at a time, so that one is left for the small."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


class LargeSlots:
    """Places that children of one worker share. Make it before the fork; a child that dies lets go of its place."""

    def __init__(self) -> None:
        """One place; `resize` says how many when the size of the pool is known, before the fork too."""
        self._file = tempfile.TemporaryFile(prefix="leakbook-slots-")  # noqa: SIM115 - open for as long as the worker
        self.count = 1

    def resize(self, children: int) -> None:
        """All but one child, at least one."""
        self.count = max(children - 1, 1)

    @contextmanager
    def one(self) -> Iterator[bool]:
        """Whether there was a place, which is held for the block."""
        place = next((place for place in range(self.count) if self._take(place)), None)
        try:
            yield place is not None
        finally:
            if place is not None:
                fcntl.lockf(self._file, fcntl.LOCK_UN, 1, place, os.SEEK_SET)

    def _take(self, place: int) -> bool:
        """A record lock belongs to the process that took it, so children may share the open file."""
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place, os.SEEK_SET)
        except (BlockingIOError, PermissionError):  # EAGAIN or EACCES, by the kernel's taste
            return False
        return True
