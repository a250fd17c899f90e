"""`./dev load`: load held at a fixed memory: what API and worker answer while no child may have more, as a table."""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Final

import requests

from tools.measured import machine, write_between

from .site import ROOT, Site, running

FIXTURES: Final = ROOT / "tests/fixtures"
PATTERNS: Final = ("dump.txt*", "heap.pb.gz", "goroutine.pb.gz", "goroutine.debug1.txt", "gctrace.log")
CHILDREN: Final = 2
MIB: Final = 2**20


@dataclass(slots=True)
class Held:
    """What came of a load: answers by status and seconds, and resident bytes of API and worker, each half second."""

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)

    def third(self, number: int) -> float:
        """Median MiB of a third of the time, 0 to 2."""
        step = max(1, len(self.sizes) // 3)
        return median(self.sizes[number * step : (number + 1) * step]) / MIB


def main() -> int:
    """1 when a post was answered otherwise than with a diagnosis."""
    parser = argparse.ArgumentParser(prog="./dev load", description=__doc__)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--megabytes", type=int, default=512, help="address space of a worker's child")
    parser.add_argument("--write", type=Path, help="write the table, docs/reliability.md")
    asked = parser.parse_args()
    bodies = captures()
    bound = str(asked.megabytes * MIB)
    with (
        tempfile.TemporaryDirectory(prefix="leakbook-load-") as root,
        running(Path(root), "embedded", CHILDREN, LEAKBOOK_JOB_MEMORY_BYTES=bound, LEAKBOOK_KEY_REQUESTS="0") as site,
    ):
        load(site, bodies, clients=asked.clients, seconds=5.0)  # every child has its imports and caches
        held = load(site, bodies, clients=asked.clients, seconds=asked.seconds)
    words = table(held, pieces=len(bodies), seconds=asked.seconds, clients=asked.clients, megabytes=asked.megabytes)
    print(words)
    if asked.write:
        write_between(asked.write, "held", words)
    return 0 if set(held.statuses) == {200} else 1


def captures() -> list[bytes]:
    """Dumps, profiles and logs of the fixtures, as small and as large as they come."""
    return [file.read_bytes() for pattern in PATTERNS for file in sorted(FIXTURES.rglob(pattern))]


def load(site: Site, bodies: Sequence[bytes], *, clients: int, seconds: float) -> Held:
    """So many clients, each posting its next when it has its answer."""
    held, lock, stop = Held(), threading.Lock(), time.monotonic() + seconds
    numbers = iter(range(2**31))

    def client() -> None:
        session = requests.Session()
        while time.monotonic() < stop:
            with lock:
                body = bodies[next(numbers) % len(bodies)]
            began = time.monotonic()
            status = session.post(f"{site.url}/v1/diagnoses?wait=60", data=body, timeout=90).status_code
            with lock:
                held.statuses[status] += 1
                held.seconds.append(time.monotonic() - began)

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        held.sizes.append(site.resident_bytes())
        time.sleep(0.5)
    return held


def table(held: Held, *, pieces: int, seconds: float, clients: int, megabytes: int) -> str:
    """The figures between their marks."""
    waits = sorted(held.seconds)
    answered = held.statuses[200]
    figures = {
        "seconds": f"{seconds:.0f}",
        "answered": str(answered),
        "answered otherwise": str(sum(held.statuses.values()) - answered),
        "a second": f"{answered / seconds:.1f}",
        "median s": f"{median(waits):.2f}",
        "99 % s": f"{waits[int(0.99 * (len(waits) - 1))]:.2f}",
        **{f"MiB, {third} third": f"{held.third(at):.0f}" for at, third in enumerate(("first", "second", "last"))},
        "most": f"{max(held.sizes) / MIB:.0f}",
    }
    lines = [
        f"Measured {datetime.now(UTC).date().isoformat()} on {machine()}: embedded stack, {CHILDREN} children with",
        f"{megabytes} MiB of address space each, {clients} clients that post {pieces} captures in turn, each its next",
        "when it has its answer.",
        "",
        f"| {' | '.join(figures)} |",
        f"|{'---|' * len(figures)}",
        f"| {' | '.join(figures.values())} |",
        "",
        "MiB are resident, of API and worker together; what they share counts in each.",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
