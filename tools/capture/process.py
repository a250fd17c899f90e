"""A program under observation: started, asked for its evidence at its moments, ended by SIGQUIT."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Final

READY_SECONDS = 30.0
QUIT_SECONDS = 20.0
FETCH_SECONDS = 60.0


class CaptureFailed(RuntimeError):
    """A program that did not start, died early or did not answer; says which and shows the end of its log."""


class Process:
    """A started program. Its stderr, gctrace lines and log mixed, goes to one file."""

    def __init__(
        self,
        *,
        binary: Path,
        environment: Mapping[str, str],
        log: Path,
        arguments: Sequence[str] = (),
        folder: Path = Path("/"),
        address: str | None = None,
    ) -> None:
        self.address = address or f"127.0.0.1:{free_port()}"
        self.log = log
        with log.open("wb") as stream:
            self.child = subprocess.Popen(
                [f"/app/{binary.name}", *arguments],
                executable=binary,
                env={"PATH": "/usr/bin:/bin", "GODEBUG": "gctrace=1", "ADDR": self.address, **environment},
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=stream,
            )
        _RUNNING.add(self.child)
        self.started = time.monotonic()

    def wait_ready(self, path: str = "/debug/vars") -> None:
        """Return when the operations port answers `path`. Raises CaptureFailed."""
        while time.monotonic() - self.started < READY_SECONDS:
            self.check_alive()
            try:
                self.fetch(path)
            except OSError:
                time.sleep(0.1)
                continue
            self.started = time.monotonic()
            return
        raise CaptureFailed(f"no answer on {self.address} in {READY_SECONDS:.0f} s; {self.last_words()}")

    def check_alive(self) -> None:
        """Raises CaptureFailed when the program has ended."""
        if self.child.poll() is not None:
            raise CaptureFailed(f"ended with status {self.child.returncode}; {self.last_words()}")

    def last_words(self) -> str:
        """The end of the log, for messages."""
        return "log ends: " + self.log.read_text(errors="replace")[-2000:].strip()

    def fetch(self, path: str) -> bytes:
        """GET from the operations port. Raises OSError (urllib's errors are such)."""
        with urllib.request.urlopen(f"http://{self.address}{path}", timeout=FETCH_SECONDS) as answer:
            body: bytes = answer.read()
            return body

    def descriptors(self) -> bytes:
        """`ls -l /proc/PID/fd`, as an operator would post it. Raises CaptureFailed when nothing is listed.

        A descriptor closed while it is being listed makes ls complain and return 1: the rest of the list is good.
        """
        done = subprocess.run(["ls", "-l", f"/proc/{self.child.pid}/fd"], capture_output=True, check=False)
        if not done.stdout:
            raise CaptureFailed(f"no descriptors: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def quit(self) -> bytes:
        """End the program with SIGQUIT and return what the runtime printed."""
        before = self.log.stat().st_size
        self.child.send_signal(signal.SIGQUIT)
        try:
            self.child.wait(QUIT_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise CaptureFailed("did not end on SIGQUIT") from error
        finally:
            self.kill()
        with self.log.open("rb") as stream:
            stream.seek(before)
            return stream.read()

    def kill(self) -> None:
        """Make sure the child is gone."""
        if self.child.poll() is None:
            self.child.kill()
            self.child.wait()
        _RUNNING.discard(self.child)


def end_programs_when_ended() -> None:
    """Let SIGTERM end the programs that run, too: left alone they go on, and write into the logs of later runs."""
    signal.signal(signal.SIGTERM, _end)


_RUNNING: Final[set[subprocess.Popen[bytes]]] = set()


def _end(signum: int, _frame: FrameType | None) -> None:
    for child in tuple(_RUNNING):
        child.kill()
    os._exit(128 + signum)


def free_port() -> int:
    """A loopback TCP port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def now() -> str:
    """The wall clock as RFC 3339 in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
