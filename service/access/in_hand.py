"""How many requests of one caller a process has in hand: one caller must not take all threads.

A request is in hand until the last byte of its answer is sent, since so long it holds a thread: a download at a slow
client's pace does for minutes. Flask's own ends come before that, so the place is given back where the server is
spoken to: by WSGI (PEP 3333) it closes an answer whatever happens, the client's hanging up included.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ACTOR: Final = "leakbook.in_hand"
"""Where a request's environment says whose place it has."""


class InHand:
    """The requests in hand, by caller."""

    def __init__(self, most: int) -> None:
        """At most so many of a caller; 0 for no limit."""
        self._most = most
        self._lock = threading.Lock()
        self._counts: Counter[str] = Counter()

    def enter(self, actor: str, environ: dict[str, Any]) -> bool:
        """Take the request in hand. False: the caller has as many as it may."""
        with self._lock:
            if self._most and self._counts[actor] >= self._most:
                return False
            self._counts[actor] += 1
        environ[ACTOR] = actor
        return True

    def leave(self, environ: dict[str, Any]) -> None:
        """The request is done; nothing for one that did not enter, or has left."""
        actor = environ.pop(ACTOR, None)
        if actor is None:
            return
        with self._lock:
            self._counts[actor] -= 1
            if not self._counts[actor]:
                del self._counts[actor]

    def around(self, application: WSGIApplication) -> WSGIApplication:
        """The application, whose requests leave when they are answered."""

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            try:
                pieces = application(environ, start_response)
            except BaseException:
                self.leave(environ)
                raise
            return _Answer(pieces, lambda: self.leave(environ))

        return answer


class _Answer:
    """The pieces of an answer; `done` is called when the last is sent, reading fails or the server closes it."""

    def __init__(self, pieces: Iterable[bytes], done: Callable[[], None]) -> None:
        self._pieces = pieces
        self._left = iter(pieces)
        self._done = done

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            return next(self._left)
        except BaseException:
            self._done()
            raise

    def close(self) -> None:
        """As PEP 3333 has it: called once by the server, at the end or before."""
        try:
            close = getattr(self._pieces, "close", None)
            if close is not None:
                close()
        finally:
            self._done()
