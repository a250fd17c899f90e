"""A time limit for one job inside a pool child, whose main thread runs the task."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from leakbook.errors import LeakbookError


class JobTooSlow(LeakbookError):
    """The diagnosis did not finish in its time."""

    code = "job-too-slow"
    title = "The diagnosis took too long"


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise JobTooSlow in the block after `seconds`; 0 is no limit. Main thread only."""
    if not seconds:
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise JobTooSlow(
            f"The diagnosis was stopped after {seconds:g} seconds. Post fewer captures at a time, or one of a smaller "
            "kind: debug=1 or the protobuf in place of debug=2. Who runs Leakbook may raise LEAKBOOK_JOB_SECONDS."
        )

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
