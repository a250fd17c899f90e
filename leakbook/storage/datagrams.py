"""Waking processes of one host: every listener binds a Unix datagram socket in a directory, a ring goes to all of them.

Nothing here is needed for correctness, only for speed: a lost datagram costs one poll.
"""

from __future__ import annotations

import errno
import hashlib
import os
import socket
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

PATH_BYTES = 100
"""sun_path holds 108 bytes with its end mark on Linux and 104 on the BSDs."""
SOCKET_NAME_BYTES = 24


def socket_directory(wanted: Path) -> Path:
    """`wanted`, or where its path is too long for a socket a directory of ours in the temporary one; made if absent."""
    if len(os.fsencode(wanted)) + SOCKET_NAME_BYTES <= PATH_BYTES:
        wanted.mkdir(parents=True, exist_ok=True, mode=0o700)
        return wanted
    digest = hashlib.sha256(os.fsencode(wanted)).hexdigest()[:12]
    short = Path(tempfile.gettempdir()) / f"leakbook-{os.getuid()}-{digest}"
    short.mkdir(exist_ok=True, mode=0o700)
    found = short.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise PermissionError(f"{short} is not a private directory of this user")
    return short


class Inbox:
    """A bound socket; `fileno` becomes readable when somebody rang."""

    def __init__(self, directory: Path) -> None:
        """Bind a new socket in `directory`."""
        self.path = socket_directory(directory) / f"{os.getpid()}-{os.urandom(4).hex()}.sock"
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(self.path))
        self._socket.settimeout(0)
        self._owner = os.getpid()

    def fileno(self) -> int:
        """For select, poll and event loops."""
        return self._socket.fileno()

    def drain(self) -> tuple[bytes, ...]:
        """Every payload that waits, without blocking."""
        payloads: list[bytes] = []
        with suppress(BlockingIOError):
            while True:
                payloads.append(self._socket.recv(256))
        return tuple(payloads)

    def close(self) -> None:
        """Unbind; a forked child only lets go of its copy."""
        self._socket.close()
        if os.getpid() == self._owner:
            self.path.unlink(missing_ok=True)


def ring_all(directory: Path, payload: bytes) -> None:
    """Send `payload` to every listener in `directory`; sockets of dead processes are removed."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.settimeout(0)
        for path in sorted(socket_directory(directory).glob("*.sock")):
            try:
                sender.sendto(payload, str(path))
            except ConnectionRefusedError:
                path.unlink(missing_ok=True)
            except OSError as error:
                # Full: that listener has rings enough. Gone: it closed meanwhile.
                if error.errno not in (errno.EAGAIN, errno.ENOBUFS, errno.ENOENT):
                    raise
