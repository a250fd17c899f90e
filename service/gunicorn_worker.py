"""gunicorn's threaded worker, with a deadline for sending a request, and with problems for what it cannot read.

Its own time-out only watches the accept loop. What is no HTTP it answers by itself, before the application, as a page.
When it stops it waits for requests in hand and then drops them: nobody tells those that only wait.
"""

from __future__ import annotations

import json
import logging
import os
import socket
from contextlib import suppress
from http import HTTPStatus
from typing import Any, Final

from gunicorn.http import errors
from gunicorn.workers.gthread import ThreadWorker

from leakbook.storage.settings import Settings

from .parts import EXTENSION
from .problems import MEDIA, UNREADABLE, simple_problem
from .uploads import CLOCK, LAST_UPLOAD_SECONDS

LOG = logging.getLogger(__name__)
REASONS: Final = (
    (errors.LimitRequestLine, 414, "Its first line is too long. What the query says may stand in a manifest or JSON."),
    (errors.LimitRequestHeaders, 431, "It has too many headers, or too long ones."),
    (errors.ExpectationFailed, 417, "Of Expect only 100-continue is known."),
    (errors.UnsupportedTransferCoding, 501, "Of Transfer-Encoding only chunked is known."),
    (errors.ParseException, 400, "Its head is not as HTTP/1.1 has it."),
)
OURS: Final = (errors.ConfigurationProblem, errors.InvalidResponseHeader, errors.InvalidResponseHeaderName)
"""Mistakes that are no client's."""


class DeadlineWorker(ThreadWorker):  # type: ignore[misc] # gunicorn ships no types
    """Cuts off who sends too slowly. A request that is sent in time is not touched, however long its answer takes."""

    def init_process(self) -> None:
        """Read the setting once."""
        self._upload_seconds = Settings.from_environ(os.environ).upload_seconds
        super().init_process()

    def handle_exit(self, sig: int, frame: Any) -> None:
        """Told to stop."""
        super().handle_exit(sig, frame)
        self._send_away()

    def is_parent_alive(self) -> bool:
        """Whether the main process is; without it the worker stops by itself."""
        alive = bool(super().is_parent_alive())
        if not alive:
            self._send_away()
        return alive

    def _send_away(self) -> None:
        """Who waits for a job is told where it is, and who still sends has a little time: both get an answer."""
        CLOCK.end_within(LAST_UPLOAD_SECONDS)
        application: Any = getattr(self, "wsgi", None)  # not there yet when told to stop while it is being loaded
        if EXTENSION in getattr(application, "extensions", ()):
            application.extensions[EXTENSION].waiting_room.is_closing = True

    def handle(self, conn: Any) -> Any:
        """Serve one request of the connection."""
        with CLOCK.timed(conn.sock, self._upload_seconds):
            return super().handle(conn)

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        """Answer a request whose head cannot be read, or leave another mistake to gunicorn."""
        found = next((reason for reason in REASONS if isinstance(exc, reason[0])), None)
        if found is None or isinstance(exc, OURS):
            super().handle_error(req, client, addr, exc)
            return
        _, status, detail = found
        LOG.info("request refused unread", extra={"fields": {"status": status, "error": type(exc).__name__}})
        _send_problem(client, status, detail)


def _send_problem(client: socket.socket, status: int, detail: str) -> None:
    body = json.dumps(simple_problem("request-malformed", UNREADABLE, detail) | {"status": status})
    head = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nConnection: close\r\nContent-Type: {MEDIA}\r\n"
    with suppress(OSError):  # the client left by itself
        client.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode())
