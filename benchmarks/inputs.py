"""The inputs, made once by the growing program and kept: profiles, dumps and logs of a process of known size."""

from __future__ import annotations

import gzip
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .gobuild import build_program, go_says

HEAPS: Final = {
    # name: stack depth, stacks of the first profile, stacks of the second
    "small": (12, 480, 510),
    "medium": (20, 4_800, 5_600),
    "large": (28, 51_000, 61_000),
    "huge": (28, 205_000, 242_000),
}
GOROUTINES: Final = {
    # name: goroutines, distinct stacks, stack depth
    "leaky-10k": (10_000, 20, 8),
    "leaky-100k": (100_000, 20, 8),
    "diverse-10k": (10_000, 2_500, 12),
    "diverse-100k": (100_000, 25_000, 14),
    "megabyte": (800, 40, 8),
}
COLLECTIONS: Final = 4_000
"""Cycles the program is made to go through; the log is then written out again and again up to GCTRACE_CYCLES."""
GCTRACE_CYCLES: Final = 200_000


@dataclass(frozen=True, slots=True)
class Inputs:
    """Where the inputs lie."""

    folder: Path

    def heaps(self, name: str) -> tuple[Path, Path]:
        """The two heap profiles of that size, in gzip as Go writes them."""
        return self.folder / f"heap-{name}-0.pb.gz", self.folder / f"heap-{name}-1.pb.gz"

    def dump(self, name: str) -> Path:
        """The `debug=2` dump."""
        return self.folder / name / "dump.txt"

    def goroutine_text(self, name: str) -> Path:
        """The same goroutines with `debug=1`."""
        return self.folder / name / "text.txt"

    def goroutine_profile(self, name: str) -> Path:
        """The same goroutines as protobuf in gzip."""
        return self.folder / name / "profile.pb.gz"

    @property
    def gctrace(self) -> Path:
        """A log of GCTRACE_CYCLES collections."""
        return self.folder / "gctrace.log"


def made_in(folder: Path, work: Path) -> Inputs:
    """The inputs below `folder`, made now where they are missing by a program built in `work`."""
    release = go_says("env", "GOVERSION")
    own = folder / f"inputs-{release}"
    own.mkdir(parents=True, exist_ok=True)
    inputs = Inputs(own)
    missing = [name for name in HEAPS if not inputs.heaps(name)[1].exists()]
    groups = [name for name in GOROUTINES if not inputs.goroutine_text(name).exists()]
    if missing or groups or not inputs.gctrace.exists():
        program = build_program(work)
        for name in missing:
            _make_heaps(program, inputs, name)
        for name in groups:
            _make_goroutines(program, inputs, name)
        _make_gctrace(program, inputs)
    return inputs


def plain_size(file: Path) -> int:
    """Bytes of a file, unpacked when it is gzip."""
    if file.suffix != ".gz":
        return file.stat().st_size
    with gzip.open(file) as content:
        return len(content.read())


def _make_heaps(program: Path, inputs: Inputs, name: str) -> None:
    depth, first, second = HEAPS[name]
    files = [str(file) for file in inputs.heaps(name)]
    subprocess.run([str(program), "heap", str(depth), str(first), str(second), *files], check=True)


def _make_goroutines(program: Path, inputs: Inputs, name: str) -> None:
    count, stacks, depth = GOROUTINES[name]
    folder = inputs.folder / name
    folder.mkdir(exist_ok=True)
    subprocess.run([str(program), "goroutines", str(count), str(stacks), str(depth), str(folder)], check=True)


def _make_gctrace(program: Path, inputs: Inputs) -> None:
    """The log of a process that ran long: numbers and clock go on from one turn to the next."""
    environment = {**os.environ, "GODEBUG": "gctrace=1"}
    command = [str(program), "collections", str(COLLECTIONS)]
    done = subprocess.run(command, check=True, env=environment, stderr=subprocess.PIPE, text=True)
    lines = [line.partition("s ")[2] for line in done.stderr.splitlines() if line.startswith("gc ")]
    with inputs.gctrace.open("w") as log:
        for number in range(1, GCTRACE_CYCLES + 1):
            log.write(f"gc {number} @{number * 0.731:.3f}s {lines[number % len(lines)]}\n")
