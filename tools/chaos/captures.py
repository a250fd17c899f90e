"""What is posted: real captures of the fixtures, small and large, and the answer each must get."""

from __future__ import annotations

import gzip
import itertools
import random
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .fleet import ROOT

FIXTURES = ROOT / "tests" / "fixtures"
SMALL = (
    "goroutine/audit-go1.27/0/dump.txt",
    "goroutine/orders-go1.19/2/goroutine.pb.gz",
    "healthy/broker-go1.27/2/goroutine.debug1.txt",
    "heap/exporthub-go1.27/2/heap.pb.gz",
    "resource/warehouse-go1.27/2/metrics.txt",
)
LARGE = ("goroutine/vault-go1.27", "goroutine/inventory-go1.27", "healthy/finder-go1.27", "resource/chatline-go1.27")
LARGE_SHARE = 0.5
OWN_WORDS = ("id", "created_at", "finished_at", "links", "callback")
"""What of an answer differs by nature from job to job."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Named pieces of one program, unpacked."""

    name: str
    pieces: tuple[tuple[str, bytes], ...]

    def parts(self, mark: int) -> list[tuple[str, tuple[str, bytes]]]:
        """Multipart files. Compressed anew with `mark` as the time of packing: other bytes, the same meaning."""
        return [("evidence", (name, gzip.compress(body, 1, mtime=mark))) for name, body in self.pieces]


def _unpacked(path: Path) -> bytes:
    content = path.read_bytes()
    return gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content


def small_captures() -> tuple[Capture, ...]:
    """One piece each: some ten milliseconds of work."""
    return tuple(
        Capture(name=place, pieces=((place.rpartition("/")[2], _unpacked(FIXTURES / place)),)) for place in SMALL
    )


def large_captures() -> tuple[Capture, ...]:
    """All that was captured of a program at two moments: seconds of work."""
    found = []
    for place in LARGE:
        files = sorted(p for p in (FIXTURES / place).rglob("*") if p.is_file() and p.name != "manifest.json")
        pieces = tuple((str(p.relative_to(FIXTURES / place)).replace("/", "-"), _unpacked(p)) for p in files)
        found.append(Capture(name=place, pieces=pieces[:18]))
    return tuple(found)


class Choice:
    """Draws captures, each with a mark of its own."""

    def __init__(self) -> None:
        self.small, self.large = small_captures(), large_captures()
        self._marks = itertools.count(1_000_000)
        self._lock = threading.Lock()

    def draw(self, dice: random.Random) -> tuple[Capture, int]:
        """A capture and a mark that was never given before."""
        pool = self.large if dice.random() < LARGE_SHARE else self.small
        with self._lock:
            return dice.choice(pool), next(self._marks)


def meaning_of(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without what differs by nature: the job's own words and the digests of what was packed anew."""
    kept = {name: value for name, value in answer.items() if name not in OWN_WORDS}
    return kept | {"evidence": [_piece(piece) for piece in answer.get("evidence", ())]}


def _piece(piece: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in piece.items() if name != "sha256"}
