"""Messages as files: one directory a queue, `ready/` and `taken/`, every step one rename.

The owner of a taken message stands in its name, as process id and the start of that process, so that what a killed
consumer held is found and given back.
"""

from __future__ import annotations

import os
import time
from pathlib import Path


class MessageFiles:
    """One queue. Any number of processes may put and take; each message is taken by one."""

    def __init__(self, directory: Path) -> None:
        """Use `directory`, made if absent."""
        self._ready = directory / "ready"
        self._taken = directory / "taken"
        self._make()
        self._listed: list[str] = []

    def _make(self) -> None:
        """Again, too, when somebody removed the directory under a running service."""
        for path in (self._ready, self._taken):
            path.mkdir(parents=True, exist_ok=True, mode=0o700)

    def put(self, content: bytes) -> None:
        """Add a message: whole or not at all."""
        name = f"{time.time_ns():020d}-{os.urandom(6).hex()}"
        beside = self._ready.with_name(f"{name}.part")
        self._make()
        try:
            beside.write_bytes(content)
            beside.rename(self._ready / name)
        finally:
            beside.unlink(missing_ok=True)  # left only by a full disk

    def take(self) -> tuple[Path, bytes] | None:
        """The oldest message and its place among the taken, None when there is none."""
        while True:
            if not self._listed:
                self._make()
                self._listed = sorted((path.name for path in self._ready.iterdir()), reverse=True)
            if not self._listed:
                return None
            name = self._listed.pop()
            taken = self._taken / f"{name}.{owner_mark(os.getpid())}"
            try:
                (self._ready / name).rename(taken)
            except FileNotFoundError:
                continue  # another consumer was faster
            return taken, taken.read_bytes()

    def give_back(self, taken: Path) -> None:
        """Make a taken message ready again; no error when it is gone."""
        try:
            taken.rename(self._ready / taken.name.split(".")[0])
        except FileNotFoundError:
            return

    def recover(self) -> int:
        """Give back what dead processes hold; how many."""
        self._make()
        lost = [path for path in self._taken.iterdir() if not is_owner_alive(path.name.split(".")[1])]
        for path in sorted(lost):
            self.give_back(path)
        return len(lost)

    def __len__(self) -> int:
        """Messages ready."""
        return sum(1 for _ in self._ready.iterdir()) if self._ready.exists() else 0

    def clear(self) -> int:
        """Remove the ready messages; how many."""
        names = list(self._ready.iterdir())
        for path in names:
            path.unlink(missing_ok=True)
        return len(names)


def owner_mark(pid: int) -> str:
    """`pid-start`: a process id comes back after a while, its start time does not."""
    return f"{pid}-{_start_of(pid)}"


def is_owner_alive(mark: str) -> bool:
    """Whether the process of `owner_mark` still runs."""
    pid = mark.partition("-")[0]
    return pid.isdigit() and owner_mark(int(pid)) == mark


def _start_of(pid: int) -> str:
    """Field 22 of /proc/PID/stat; the name in field 2 may hold spaces and brackets. Elsewhere only whether it runs."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except FileNotFoundError:
        if Path("/proc/self/stat").exists():
            return "gone"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return "gone"
    except PermissionError:
        return "runs"
    return "runs"
