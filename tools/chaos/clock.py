"""A wall clock that can be moved for single processes, by a small library of ours that they preload."""

from __future__ import annotations

import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCE = Path(__file__).with_name("clock.c")


class Clock:
    """One clock for those who are started with `environment`. Without a C compiler it does not move."""

    def __init__(self, directory: Path, name: str) -> None:
        """Compile into `directory`."""
        self._offset = directory / f"{name}.clock"
        self._offset.write_bytes(struct.pack("q", 0))
        self._offset.chmod(0o644)
        self._library = directory / "clock.so"
        self.moves = shutil.which("cc") is not None
        if self.moves and not self._library.exists():
            subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", self._library, SOURCE, "-ldl"], check=True)

    def environment(self) -> dict[str, str]:
        """What makes a process live by this clock."""
        if not self.moves:
            return {}
        return {"LD_PRELOAD": str(self._library), "CLOCK_OFFSET_FILE": str(self._offset)}

    @contextmanager
    def moved(self, seconds: int) -> Iterator[None]:
        """Jump by so much, and back at the end of the block."""
        self._set(seconds)
        try:
            yield
        finally:
            self._set(0)

    def _set(self, seconds: int) -> None:
        with self._offset.open("r+b") as file:  # in place: the file is mapped
            file.write(struct.pack("q", seconds))
