"""Who is called back: it verifies what comes, refuses some of it at first, and keeps what it took."""

from __future__ import annotations

import base64
import threading
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

SECRET = "whsec_" + base64.b64encode(b"chaos" * 8).decode()
REFUSED_AT_FIRST = 5
"""Of so many messages one is answered 500 when it comes for the first time."""


class Receiver:
    """A server on loopback, in a thread."""

    def __init__(self) -> None:
        """Listens at once."""
        self.taken: dict[str, dict[str, list[bytes]]] = defaultdict(lambda: defaultdict(list))
        """Bodies by job, by message; a body for each time it came."""
        self.wrong: list[str] = []
        self.refused: set[str] = set()
        self._lock = threading.Lock()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(receiver.take(dict(self.headers.items()), body))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, name="receiver", daemon=True).start()

    def take(self, headers: dict[str, str], body: bytes) -> int:
        """The status to answer with."""
        message = next((value for name, value in headers.items() if name.lower() == "webhook-id"), "")
        with self._lock:
            try:
                event = Webhook(SECRET).verify(body, headers)
            except WebhookVerificationError as error:
                if "timestamp" not in str(error):  # which a worker whose clock was moved gets wrong
                    self.wrong.append(f"callback {message}: {error}")
                return 400
            if hash(message) % REFUSED_AT_FIRST == 0 and message not in self.refused:
                self.refused.add(message)
                return 500
            self.taken[event["data"]["id"]][message].append(body)
            return 204

    def mistakes(self, job_id: str) -> list[str]:
        """What is wrong with the callbacks of a job that has ended once."""
        with self._lock:
            messages = dict(self.taken.get(job_id, {}))
        if not messages:
            return [f"job {job_id}: no callback came"]
        found = [f"job {job_id}: {len(messages)} callbacks with ids of their own"] if len(messages) > 1 else []
        return found + [
            f"callback {name} changed its body" for name, bodies in messages.items() if len(set(bodies)) > 1
        ]

    def repeats(self) -> int:
        """Messages that were taken more than once, counted beyond the first."""
        with self._lock:
            return sum(len(bodies) - 1 for messages in self.taken.values() for bodies in messages.values())

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
