"""Fuzz every target, or those named, for a time: `python -m tools.fuzz --seconds 600 [TARGET ...]`.

Prints inputs, inputs per second, the slowest input and crashes for each target; status 1 when there were crashes. The
corpus grows in var/fuzz and is used again by the next run; crashers lie in var/fuzz/TARGET/crashes. With --results the
figures join those of earlier runs, and --write puts the sums of all into a document.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tools.measured import machine, write_between

from .results import Run, table
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
    reading.add_argument("--results", type=Path, help="a JSON file that collects the figures of several runs")
    reading.add_argument("--write", type=Path, help="write the table of the collected results, docs/reliability.md")
    reading.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}")
    asked = reading.parse_args()
    unknown = sorted(set(asked.targets) - set(TARGETS))
    if unknown:
        reading.error(f"no target {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    if asked.write and not asked.results:
        reading.error("--write needs --results, whose figures it writes")
    if importlib.util.find_spec("atheris") is None:
        print("fuzz: atheris is not installed; it is in the dependency group `fuzz`", file=sys.stderr)
        return 2
    runs = play(asked)
    if asked.results:
        known = [Run(**one) for one in json.loads(asked.results.read_text())] if asked.results.exists() else []
        known += runs
        asked.results.write_text(json.dumps([run.to_json() for run in known], indent=1))
        if asked.write:
            write_between(asked.write, "fuzzed", table(known))
    return 1 if any(run.crashes for run in runs) else 0


def play(asked: argparse.Namespace) -> list[Run]:
    """All targets that are asked for, one after the other."""
    names = asked.targets or list(TARGETS)
    whole = sum(_WEIGHT.get(name, 1.0) for name in names)
    print(f"seed {asked.seed}")
    print(f"{'target':18}{'inputs':>10}{'per second':>12}{'slowest':>10}{'crashes':>9}")
    runs = []
    for name in names:
        seconds = max(int(asked.seconds * _WEIGHT.get(name, 1.0) / whole), 1)
        figures = fuzz(name, seconds, seed=asked.seed, largest=asked.largest)
        report(name, figures)
        runs.append(
            Run(
                target=name,
                seed=asked.seed,
                date=datetime.now(UTC).date().isoformat(),
                machine=machine(),
                seconds=round(figures["seconds"], 1),
                inputs=figures["inputs"],
                slowest_seconds=round(figures["slowest_seconds"], 2),
                crashes=sorted(figures["crashes"]),
            )
        )
    print(f"{sum(run.inputs for run in runs)} inputs, {sum(len(run.crashes) for run in runs)} crashes")
    return runs


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
