"""Runs a request in a process whose memory is bounded, and tells what it cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one request came to: `answer` or the error's class; processor time, memory above the idle process."""

    outcome: str
    seconds: float
    megabytes: float
    read_seconds: float | None = None
    limit: str | None = None
    detail: str = ""
    bytes: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def cost_of(*parts: bytes, megabytes: int = 500, wall_seconds: float = 300.0) -> Cost:
    """The cost of a request with these parts. Raises AssertionError with the traceback when it ends in no answer."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"part-{at}" for at in range(len(parts))]
        for file, content in zip(files, parts, strict=True):
            file.write_bytes(content)
        ended = subprocess.run(
            [sys.executable, "-m", "tests.hostile.answer_child", str(megabytes), *map(str, files)],
            cwd=ROOT,
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
            capture_output=True,
            text=True,
            timeout=wall_seconds,
            check=False,
        )
    assert ended.returncode == 0, ended.stderr[-3000:]
    return Cost(**json.loads(ended.stdout))
