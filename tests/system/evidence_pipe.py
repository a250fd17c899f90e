"""A job that is in a worker's hand for as long as a test wants: its stored evidence is a pipe that nobody fills yet."""

from __future__ import annotations

import errno
import hashlib
import os
import time
from pathlib import Path

PATIENCE = 60.0


class EvidencePipe:
    """Lies where the bytes of `content` are stored. The worker that reads it has claimed the job and waits."""

    def __init__(self, evidence: Path, content: bytes) -> None:
        (self._path,) = evidence.rglob(hashlib.sha256(content).hexdigest())
        self._content = content
        self._aside = self._path.with_name("aside")
        self._path.rename(self._aside)
        os.mkfifo(self._path)
        self._end: int | None = None

    def wait_for_reader(self) -> None:
        """Until a worker has the job in hand."""
        if self._end is not None:
            return
        deadline = time.monotonic() + PATIENCE
        while (end := self._open()) is None:
            assert time.monotonic() < deadline, "no worker came to read"
            time.sleep(0.01)
        self._end = end

    def _open(self) -> int | None:
        """Our end, None when nobody reads."""
        try:
            return os.open(self._path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            return None

    def restore(self) -> None:
        """The next reader gets the stored bytes; the one that waits goes on waiting."""
        self._aside.replace(self._path)

    def feed(self) -> None:
        """Give the waiting reader its bytes."""
        assert self._end is not None
        os.write(self._end, self._content)
        os.close(self._end)
        self._end = None

    def wait_for_death(self) -> None:
        """Until the reader that was killed is gone: the last of its threads to end closes its files."""
        deadline = time.monotonic() + PATIENCE
        while self._end is not None:
            os.close(self._end)
            self._end = self._open()
            assert time.monotonic() < deadline, "the reader does not die"
            time.sleep(0.01)
