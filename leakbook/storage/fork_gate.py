"""A process may fork only while none of its threads is inside a database driver.

SQLite keeps its allocator and its list of open files under mutexes of the process. A fork copies a held one into the
child, where nobody will ever let go of it, and the child hangs in its first call ("How To Corrupt An SQLite Database
File", 2.6). Beneath PostgreSQL's driver libpq, OpenSSL and Kerberos have such mutexes too, held for so short that no
child was seen to hang (1,000 forks, four threads that connected or asked all the time); none is let go of by a fork.
A worker's main process sweeps in threads and forks a new child for each that died.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST_SECONDS = 15.0
"""Longer than a transaction waits for another process's lock in SQLite; then the fork goes on, at its risk: a server
that does not answer holds whoever asks it for longer."""


class ForkGate:
    """Knows the threads that are inside, and holds a fork up until there is none but the one that forks."""

    def __init__(self) -> None:
        """Nobody is inside, and no fork under way."""
        self._changed = threading.Condition()
        self._depths: Counter[int] = Counter()
        self._closing = False

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Not to be copied in the midst of the block. May be nested; who comes anew lets a fork go first."""
        me = threading.get_ident()
        with self._changed:
            if me not in self._depths:
                self._changed.wait_for(lambda: not self._closing)
            self._depths[me] += 1
        try:
            yield
        finally:
            with self._changed:
                self._depths[me] -= 1
                if not self._depths[me]:
                    del self._depths[me]
                    self._changed.notify_all()

    def close(self) -> None:
        """Before a fork: wait until no other thread is inside, and let none in."""
        me = threading.get_ident()
        self._changed.acquire()
        self._closing = True
        self._changed.wait_for(lambda: not self._depths.keys() - {me}, LONGEST_SECONDS)

    def open(self) -> None:
        """In the parent, after the fork."""
        self._closing = False
        self._changed.notify_all()
        self._changed.release()

    def forget(self) -> None:
        """In the child, whose only thread is the one that forked."""
        me = threading.get_ident()
        self._changed = threading.Condition()
        self._depths = Counter({me: self._depths[me]} if me in self._depths else {})
        self._closing = False


STORE = ForkGate()
os.register_at_fork(before=STORE.close, after_in_parent=STORE.open, after_in_child=STORE.forget)
