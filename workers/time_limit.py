"""What may stop a job inside a pool child, whose main thread runs the task: its time, or that it is ours no more.

Both come as SIGALRM: an exception in the main thread is the only thing that ends work which asks nobody.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from leakbook.errors import LeakbookError


class JobTooSlow(LeakbookError):
    """The diagnosis did not finish in its time."""

    code = "job-too-slow"
    title = "The diagnosis took too long"


class JobTakenAway(Exception):
    """The job was deleted, or its lease lapsed and another has it: nobody would take the answer."""


class Stoppable:
    """The one block of a child that may be stopped at a time."""

    def __init__(self) -> None:
        """Nothing runs yet."""
        self._lock = threading.Lock()
        self._runs = False
        self._taken_away = False
        self._seconds = 0.0

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Raise JobTooSlow in the block after `seconds` (0: no limit), JobTakenAway when told so.

        Main thread only; another, without a limit, just runs the block.
        """
        if not seconds and threading.current_thread() is not threading.main_thread():
            yield
            return
        self._seconds = seconds
        self._taken_away = False
        before = signal.signal(signal.SIGALRM, self._stop)
        try:
            try:
                self._runs = True
                signal.setitimer(signal.ITIMER_REAL, seconds)
                yield
            finally:
                self._runs = False
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            with self._lock:  # who sends the signal holds it: none is on its way when the handler is put back
                signal.signal(signal.SIGALRM, before)

    def take_away(self) -> None:
        """Stop the block that runs, if one does. From any thread."""
        with self._lock:
            if self._runs:
                self._taken_away = True
                signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGALRM)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        if not self._runs:
            return  # it came when the block had ended, or was stopped already
        self._runs = False
        if self._taken_away:
            raise JobTakenAway
        raise JobTooSlow(
            f"The diagnosis was stopped after {self._seconds:g} seconds. Post fewer captures at a time, or one of a "
            "smaller kind: debug=1 or the protobuf in place of debug=2. "
            "Who runs Leakbook may raise LEAKBOOK_JOB_SECONDS."
        )
