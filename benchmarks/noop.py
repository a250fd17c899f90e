"""A Celery application with one task that does nothing but say so, for the round trip that a broker costs anyway.

celery -A benchmarks.noop worker -P prefork -c 1        on the broker of LEAKBOOK_BROKER_URL or LEAKBOOK_DATA_DIR
"""

from __future__ import annotations

import os
import socket

from leakbook.queueing.broker import PUBLISH, build_celery
from leakbook.storage.settings import Settings

NAME = "benchmarks.noop"
app = build_celery(Settings.from_environ(os.environ))


@app.task(name=NAME)  # type: ignore[untyped-decorator] # Celery ships no types
def noop(answer_to: str) -> None:
    """Answer by a datagram: no result backend is as quick."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
        out.sendto(b"done", answer_to)


def send(answer_to: str) -> None:
    """Ask for one run."""
    app.send_task(NAME, args=(answer_to,), **PUBLISH)
