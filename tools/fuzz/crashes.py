"""What went wrong while fuzzing: one file an input, one entry for each different place."""

from __future__ import annotations

import hashlib
import json
import traceback
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True, kw_only=True)
class Tally:
    """The figures of one target's run; `crashes` maps what went wrong to the file of its shortest input."""

    folder: Path
    inputs: int = 0
    slowest_seconds: float = 0.0
    crashes: dict[str, str] = field(default_factory=dict)
    lengths: dict[str, int] = field(default_factory=dict)

    def record(self, what: str, content: bytes) -> None:
        """Keep the input when nothing shorter went wrong in that way."""
        if self.lengths.get(what, len(content) + 1) <= len(content):
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / hashlib.sha256(what.encode()).hexdigest()[:12]
        path.write_bytes(content)
        self.crashes[what], self.lengths[what] = str(path), len(content)

    def save(self, path: Path) -> None:
        """For the parent process."""
        figures = {"inputs": self.inputs, "slowest_seconds": self.slowest_seconds, "crashes": self.crashes}
        path.write_text(json.dumps(figures), encoding="utf-8")


def place_of(error: BaseException) -> str:
    """The exception's class and the innermost line of this repository it came through: equal for equal bugs."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if "leakbook" in one.filename]
    last = frames[-1] if frames else None
    where = f"{Path(last.filename).name}:{last.lineno} in {last.name}" if last else "outside leakbook"
    return (
        f"{type(error).__name__} at {where}: {str(error)[:120]!r}"
        if last is None
        else f"{type(error).__name__} {where}"
    )
