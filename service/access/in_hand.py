"""How many requests of one caller a process has in hand: one caller must not take all threads.

A request is in hand until all but the last byte of its answer is sent, since so long it holds a thread: a download at
a slow client's pace does for minutes. Before the last byte, since whoever has that byte may ask again at once, and
must not meet its own place still taken. Flask's own ends come before that, so the place is given back where the server
is spoken to: by WSGI (PEP 3333) it closes an answer whatever happens, the client's hanging up included.
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
LEAVING: Final = "leakbook.leaving"
"""The same of one that has given its place back, and is still to send its last byte."""
MOST_LEAVING: Final = 8
"""Of a caller. A byte is sent at once, but into a connection that its client has filled up on purpose."""


class InHand:
    """The requests in hand, by caller."""

    def __init__(self, most: int) -> None:
        """At most so many of a caller; 0 for no limit."""
        self._most = most
        self._lock = threading.Lock()
        self._counts: Counter[str] = Counter()
        self._leaving: Counter[str] = Counter()

    def enter(self, actor: str, environ: dict[str, Any]) -> bool:
        """Take the request in hand. False: the caller has as many as it may."""
        with self._lock:
            if self._most and (self._counts[actor] >= self._most or self._leaving[actor] >= MOST_LEAVING):
                return False
            self._counts[actor] += 1
        environ[ACTOR] = actor
        return True

    def give_back(self, environ: dict[str, Any]) -> None:
        """Only the last byte is left to send; nothing for a request that did not enter, or has done so."""
        actor = environ.pop(ACTOR, None)
        if actor is None:
            return
        with self._lock:
            _less(self._counts, actor)
            self._leaving[actor] += 1
        environ[LEAVING] = actor

    def leave(self, environ: dict[str, Any]) -> None:
        """The request is done; nothing for one that did not enter, or has left."""
        for where, counts in ((ACTOR, self._counts), (LEAVING, self._leaving)):
            actor = environ.pop(where, None)
            if actor is not None:
                with self._lock:
                    _less(counts, actor)

    def around(self, application: WSGIApplication) -> WSGIApplication:
        """The application, whose requests leave when they are answered."""

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            try:
                pieces = application(environ, start_response)
            except BaseException:
                self.leave(environ)
                raise
            return _Answer(pieces, last=lambda: self.give_back(environ), done=lambda: self.leave(environ))

        return answer


def _less(counts: Counter[str], actor: str) -> None:
    counts[actor] -= 1
    if not counts[actor]:
        del counts[actor]


class _Answer:
    """The pieces of an answer, the last byte as one of its own.

    `last` is called before that is given out; `done` when it is sent, reading fails or the server closes the answer.
    """

    def __init__(self, pieces: Iterable[bytes], *, last: Callable[[], None], done: Callable[[], None]) -> None:
        self._pieces = pieces
        self._told = self._with_end(iter(pieces))
        self._last = last
        self._done = done

    def _with_end(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        held = b""
        for piece in pieces:
            if not piece:
                continue
            if held:
                yield held
            held = piece
        if len(held) > 1:
            yield held[:-1]
        if held:
            self._last()
            yield held[-1:]

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            return next(self._told)
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
