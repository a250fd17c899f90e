"""The gentle load of a server under observation: requests in a rhythm, and connections that are only held."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import threading
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

REQUEST_SECONDS = 30.0
# What a request may meet while the server starts, sheds load or ends.
REFUSALS = (OSError, http.client.HTTPException, subprocess.SubprocessError)


class Traffic:
    """What is done to one server. `of` are its places: ports, folders, whatever its command line was made with."""

    def __init__(self, of: Mapping[str, str], bin_folder: Path) -> None:
        self.of = of
        self.bin = bin_folder
        self.stopped = threading.Event()
        self.done: Counter[str] = Counter()
        self._threads: list[threading.Thread] = []
        self._held: list[socket.socket] = []
        self._children: list[subprocess.Popen[bytes]] = []

    def repeat(self, every: float, action: Callable[[int], object]) -> None:
        """Call `action` with 0, 1, 2, … in a thread of its own until the end; refusals are counted, not hidden."""

        def loop() -> None:
            turn = 0
            while not self.stopped.wait(every):
                try:
                    action(turn)
                except REFUSALS as error:
                    self.done[f"refused: {type(error).__name__} {str(error)[:80]}"] += 1
                else:
                    self.done["done"] += 1
                turn += 1

        self._start(loop)

    def once(self, action: Callable[[], object]) -> None:
        """Call `action` in a thread of its own, for what blocks until the server or the run ends."""

        def call() -> None:
            try:
                action()
            except REFUSALS as error:
                if not self.stopped.is_set():
                    self.done[f"refused: {type(error).__name__} {str(error)[:80]}"] += 1

        self._start(call)

    def hold(self, port: str, count: int, request: bytes = b"", *, reads: bool = True) -> list[socket.socket]:
        """Open `count` connections, send `request` on each and keep them, read or never read, until the end."""
        opened = [socket.create_connection(("127.0.0.1", int(self.of[port])), REQUEST_SECONDS) for _ in range(count)]
        self._held += opened
        for connection in opened:
            connection.sendall(request)
            if reads:
                self.once(lambda connection=connection: self.drain(connection))
        return opened

    def drain(self, connection: socket.socket) -> None:
        """Read and forget whatever comes until the other end or the run ends."""
        connection.settimeout(1.0)
        while not self.stopped.is_set():
            try:
                if not connection.recv(65536):
                    return
            except TimeoutError:
                continue

    def spawn(self, *command: str, inputs: bytes = b"") -> None:
        """Start a client program, or a peer of the server, that runs until the end."""
        arguments = [part.replace("@bin", str(self.bin)) for part in command]
        child = subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.of["home"],
            start_new_session=True,
        )
        self._children.append(child)
        if inputs and child.stdin is not None:
            child.stdin.write(inputs)
            child.stdin.flush()

    def run(self, *command: str, inputs: bytes = b"") -> bytes:
        """Run a client program to its end and return what it prints."""
        arguments = [part.replace("@bin", str(self.bin)) for part in command]
        return subprocess.run(
            arguments, input=inputs, capture_output=True, check=True, timeout=REQUEST_SECONDS, cwd=self.of["home"]
        ).stdout

    def end(self) -> None:
        """Stop the clients, and drop what is held."""
        self.stopped.set()
        for child in self._children:
            # All of its session: Syncthing is a monitor and the process that it watches.
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
        for connection in self._held:
            connection.close()
        for thread in self._threads:
            thread.join(5.0)

    def _start(self, target: Callable[[], object]) -> None:
        thread = threading.Thread(target=target, daemon=True)
        self._threads.append(thread)
        thread.start()

    # ---- HTTP ----
    def get(self, path: str, port: str = "a") -> bytes:
        """GET on a connection of its own."""
        return self.send("GET", path, port=port)

    def send(self, method: str, path: str, body: bytes | None = None, *, port: str = "a", kind: str = "") -> bytes:
        """One request on a connection of its own. Raises OSError (urllib's errors are such)."""
        headers = {"Content-Type": kind} if kind else {}
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.of[port]}{path}", data=body, method=method, headers=headers
        )
        with urllib.request.urlopen(request, timeout=REQUEST_SECONDS) as answer:
            content: bytes = answer.read()
            return content

    def post(self, path: str, document: object, port: str = "a") -> Any:  # noqa: ANN401 - whatever JSON it is
        """POST of a JSON document; the answer read as JSON, or None when it is empty."""
        answer = self.send("POST", path, json.dumps(document).encode(), port=port, kind="application/json")
        return json.loads(answer) if answer.strip() else None

    def keep_alive(self, paths: Sequence[str], *, port: str = "a", clients: int, every: float) -> None:
        """`clients` browsers, each on one connection that it keeps between its requests."""
        for number in range(clients):
            browser = http.client.HTTPConnection("127.0.0.1", int(self.of[port]), timeout=REQUEST_SECONDS)

            def ask(turn: int, browser: http.client.HTTPConnection = browser, number: int = number) -> None:
                browser.request("GET", paths[(turn + number) % len(paths)])
                browser.getresponse().read()

            self.repeat(every, ask)

    def idle_pool(self, count: int, path: str = "/", port: str = "a") -> None:
        """`count` connections that made one request each and stay open, as a client's pool does."""
        request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
        self.once(lambda: self.hold(port, count, request))

    def stream(self, method: str, path: str, body: bytes | None = None, *, port: str = "a") -> None:
        """A request whose answer never ends: an event stream, a watch, a log that is followed."""

        def follow() -> None:
            caller = http.client.HTTPConnection("127.0.0.1", int(self.of[port]), timeout=600)
            caller.request(method, path, body=body, headers={"Content-Type": "application/json"} if body else {})
            answer = caller.getresponse()
            while not self.stopped.is_set() and answer.readline():
                continue

        self.once(follow)
