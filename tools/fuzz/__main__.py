"""Fuzz every target, or those named, for a time: `python -m tools.fuzz --seconds 600 [TARGET ...]`.

Prints inputs, inputs per second, the slowest input and crashes for each target; status 1 when there were crashes. The
corpus grows in var/fuzz and is used again by the next run; crashers lie in var/fuzz/TARGET/crashes.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

from .seeds import ROOT, write_seeds
from .targets import TARGETS

WORK: Final = ROOT / "var" / "fuzz"
GRACE_SECONDS: Final = 240.0
"""For imports, the first round over the corpus, and the input that is being tried."""

_WEIGHT: Final = {"answer": 4.0, "goroutine_dump": 2.0, "pprof": 2.0}
"""Shares of the time: what reaches most code gets most."""


def main() -> int:
    """Status 0 without crashes, 1 with, 2 when the fuzzer is not installed."""
    reading = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    reading.add_argument("--seconds", type=float, default=300.0, help="time for all targets together")
    reading.add_argument("--seed", type=int, default=1, help="of the fuzzer's chance")
    reading.add_argument("--largest", type=int, default=65536, help="bytes of an input")
    reading.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}")
    asked = reading.parse_args()
    unknown = sorted(set(asked.targets) - set(TARGETS))
    if unknown:
        reading.error(f"no target {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    if importlib.util.find_spec("atheris") is None:
        print("fuzz: atheris is not installed; it is in the dependency group `fuzz`", file=sys.stderr)
        return 2
    names = asked.targets or list(TARGETS)
    whole = sum(_WEIGHT.get(name, 1.0) for name in names)
    print(f"seed {asked.seed}")
    print(f"{'target':18}{'inputs':>10}{'per second':>12}{'slowest':>10}{'crashes':>9}")
    crashed, inputs = 0, 0
    for name in names:
        seconds = max(int(asked.seconds * _WEIGHT.get(name, 1.0) / whole), 1)
        figures = fuzz(name, seconds, seed=asked.seed, largest=asked.largest)
        crashed, inputs = crashed + len(figures["crashes"]), inputs + figures["inputs"]
        report(name, figures)
    print(f"{inputs} inputs, {crashed} crashes")
    return 1 if crashed else 0


def fuzz(name: str, seconds: int, *, seed: int, largest: int) -> dict[str, Any]:
    """Run one target; its figures, with the fuzzer's own end (a hang, a fatal signal) among the crashes."""
    work = WORK / name
    corpus = work / "corpus"
    write_seeds(name, corpus)
    figures = work / "figures.json"
    figures.unlink(missing_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={largest}",
        f"-seed={seed}",
        "-timeout=0",  # its alarm ends Python; the child sets its own
        "-rss_limit_mb=0",  # bounded by RLIMIT_AS, which gives a MemoryError with its place
        f"-artifact_prefix={work}/",
        "-print_final_stats=0",
    ]
    began = time.monotonic()
    with (work / "log").open("wb") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", "tools.fuzz.child", name, str(work), *options, str(corpus)],
            cwd=ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        status = _wait(child, seconds + GRACE_SECONDS)
    counted: dict[str, Any] = {"inputs": 0, "slowest_seconds": 0.0, "crashes": {}}
    if figures.is_file():
        counted |= json.loads(figures.read_text(encoding="utf-8"))
    counted["seconds"] = time.monotonic() - began
    if status != 0 or not counted["inputs"]:
        counted["crashes"][f"the fuzzer ended with status {status}"] = str(work / "log")
    return counted


def _wait(child: subprocess.Popen[bytes], seconds: float) -> int:
    """The child's status; one that hangs where Python cannot interrupt it is killed."""
    try:
        return child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        return child.wait()


def report(name: str, figures: dict[str, Any]) -> None:
    """A line for the target and one for every crash."""
    rate = figures["inputs"] / max(figures["seconds"], 0.1)
    slowest, crashes = f"{figures['slowest_seconds']:.2f} s", figures["crashes"]
    print(f"{name:18}{figures['inputs']:10}{rate:12.0f}{slowest:>10}{len(crashes):9}", flush=True)
    for what, path in sorted(crashes.items()):
        shown = Path(path).relative_to(ROOT) if Path(path).is_relative_to(ROOT) else path
        print(f"    {what}: {shown}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
