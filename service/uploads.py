"""Time for a client to send a request, head and body: who takes longer is cut off, however it trickles.

A time-out on the socket would be of one read, and a byte now and then makes each read short. So one thread per process
looks at the requests in hand and closes the reading side of those that are late: their reads end at once, and the
answer can still be written.
"""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

LOG = logging.getLogger(__name__)
LOOK_SECONDS = 0.25
GRACE_SECONDS = 20
"""From the word to stop until what is still in hand is dropped."""
LAST_UPLOAD_SECONDS = 10.0
"""Of these for who still sends; the answer to it, and the connection's end, need the rest."""


class UploadClock:
    """Deadlines by connection."""

    def __init__(self) -> None:
        """The thread starts with the first connection, so after any fork."""
        self._start()

    def _start(self) -> None:
        self._pid = os.getpid()
        self._lock = threading.RLock()  # a signal may come while this thread holds it
        self._deadlines: dict[int, tuple[float, socket.socket]] = {}
        self._cut: set[int] = set()
        self._end = float("inf")
        self._thread: threading.Thread | None = None

    @contextmanager
    def timed(self, connection: socket.socket, seconds: float) -> Iterator[None]:
        """Read from the connection no longer than so many seconds from now; 0 for no limit."""
        if not seconds:
            yield
            return
        if self._pid != os.getpid():
            self._start()
        with self._lock:
            self._deadlines[id(connection)] = (min(time.monotonic() + seconds, self._end), connection)
            if self._thread is None:
                self._thread = threading.Thread(target=self._look_on, name="uploads", daemon=True)
                self._thread.start()
        try:
            yield
        finally:
            with self._lock:
                self._deadlines.pop(id(connection), None)
                self._cut.discard(id(connection))

    def end_within(self, seconds: float) -> None:
        """The process is about to end: whoever sends, now or later, has at most so many seconds from now."""
        with self._lock:
            self._end = time.monotonic() + seconds
            self._deadlines = {key: (min(late, self._end), sock) for key, (late, sock) in self._deadlines.items()}

    def was_cut(self, connection: object) -> bool:
        """Whether the connection, still timed, was too slow."""
        with self._lock:
            return id(connection) in self._cut

    def _look_on(self) -> None:
        while True:
            time.sleep(LOOK_SECONDS)
            self._cut_late()

    def _cut_late(self) -> None:
        """Inside the lock: outside of it the descriptor could already be another connection's."""
        now = time.monotonic()
        with self._lock:
            late = [key for key, (deadline, _) in self._deadlines.items() if deadline < now]
            for key in late:
                _, connection = self._deadlines.pop(key)
                self._cut.add(key)
                with suppress(OSError):  # the client left by itself
                    connection.shutdown(socket.SHUT_RD)


CLOCK = UploadClock()
