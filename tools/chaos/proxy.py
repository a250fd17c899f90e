"""A TCP proxy on loopback whose connections can be cut, delayed, refused and held."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress

CHUNK = 65536


class Proxy:
    """Forwards `port` to `target`. The faults hold for connections that are open and those to come, until `heal`."""

    def __init__(self, target: int) -> None:
        """Listen at once, on a port of the system's choice."""
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._flows = threading.Event()
        self._flows.set()
        self._delay = 0.0
        self._refuses = False
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        threading.Thread(target=self._accept_on, name=f"proxy-{self.port}", daemon=True).start()

    def cut(self) -> None:
        """Close every connection, both sides."""
        with self._lock:
            doomed = list(self._open)
        for end in doomed:
            with suppress(OSError):  # closed by its own thread meanwhile
                end.shutdown(socket.SHUT_RDWR)

    def refuse(self) -> None:
        """Close every connection and all that come."""
        self._refuses = True
        self.cut()

    def hold(self) -> None:
        """Pass nothing on, close nothing: what a machine looks like that hangs."""
        self._flows.clear()

    def delay(self, seconds: float) -> None:
        """Keep each piece for that long."""
        self._delay = seconds

    def heal(self) -> None:
        """Pass everything on again, what was held included."""
        self._refuses = False
        self._delay = 0.0
        self._flows.set()

    def close(self) -> None:
        """No further connection."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.heal()
        self.cut()

    def _accept_on(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return  # closed
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        if self._refuses:
            client.close()
            return
        try:
            server = socket.create_connection(("127.0.0.1", self._target), 5)
        except OSError:
            client.close()
            return
        server.settimeout(None)
        with self._lock:
            self._open |= {client, server}
        back = threading.Thread(target=self._pump, args=(server, client), daemon=True)
        back.start()
        self._pump(client, server)
        back.join()
        with self._lock:
            self._open -= {client, server}
        client.close()
        server.close()

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while piece := source.recv(CHUNK):
                self._flows.wait()
                if self._delay:
                    time.sleep(self._delay)
                sink.sendall(piece)
        except OSError:
            pass  # cut: the other direction is ended below
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
