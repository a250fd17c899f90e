"""The figures of runs as JSON, and the table of docs/reliability.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Of one target; `crashes` are the different ones, as places in the code."""

    target: str
    seed: int
    date: str
    machine: str
    seconds: float
    inputs: int
    slowest_seconds: float
    crashes: list[str]

    def to_json(self) -> dict[str, Any]:
        """Plain values, the fields' names as keys."""
        return asdict(self)


def table(runs: Sequence[Run]) -> str:
    """Sums by target, of at least one run. A crash that several runs met counts once."""
    by_target: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        by_target[run.target].append(run)
    lines = [
        f"Measured {min(run.date for run in runs)} to {max(run.date for run in runs)} on {runs[-1].machine}.",
        "",
        "| target | runs | minutes | inputs | slowest input (s) | different crashes |",
        "|---|---|---|---|---|---|",
        *(_line(target, group) for target, group in by_target.items()),
        _line("all", runs),
    ]
    return "\n".join(lines) + "\n"


def _line(name: str, runs: Sequence[Run]) -> str:
    minutes = sum(run.seconds for run in runs) / 60
    crashes = len({(run.target, crash) for run in runs for crash in run.crashes})
    slowest = max(run.slowest_seconds for run in runs)
    return f"| {name} | {len(runs)} | {minutes:.1f} | {sum(run.inputs for run in runs)} | {slowest:.2f} | {crashes} |"
