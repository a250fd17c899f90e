"""The result of a run, in words, as JSON and as the tables of docs/reliability.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tools.measured import machine, write_between

from .ledger import Books, Tally
from .site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Figures of one run on one stack."""

    stack: str
    seed: int
    date: str
    machine: str
    seconds: float
    rounds: dict[str, int]
    accepted: int
    answered: int
    refused: dict[str, int]
    reruns: int
    stale_writes_refused: int
    watchdog_exits: int
    deaths: dict[str, int]
    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    wrong: tuple[str, ...]
    recover_seconds: dict[str, list[float]]
    missing: tuple[str, ...]

    @property
    def mistakes(self) -> int:
        """What must be 0."""
        return len(self.lost) + len(self.doubled) + len(self.wrong)

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)

    @classmethod
    def from_json(cls, entry: dict[str, Any]) -> Result:
        """The reverse of `to_json`."""
        return cls(**entry)

    def text(self) -> str:
        """For a terminal."""
        lines = [
            f"{self.stack}: seed {self.seed}, {sum(self.rounds.values())} rounds in {self.seconds:.0f} s",
            f"  accepted {self.accepted}, answered {self.answered}, refused or unanswered tries {self.refused}",
            f"  reruns {self.reruns}, stale writes refused {self.stale_writes_refused}, "
            f"watchdog {self.watchdog_exits}, restarts {self.deaths}",
            f"  lost {len(self.lost)}, doubled {len(self.doubled)}, wrong {len(self.wrong)}",
        ]
        lines += [f"  LOST {words}" for words in self.lost] + [f"  DOUBLED {words}" for words in self.doubled]
        lines += [f"  WRONG {words}" for words in self.wrong]
        return "\n".join(lines)


def result_of(
    site: Site, tally: Tally, books: Books, twice: list[str], *, seed: int, seconds: float, missing: tuple[str, ...]
) -> Result:
    """Count what the run left."""
    jobs = books.jobs()
    final = [state for _, state, _ in jobs.values() if state in ("succeeded", "failed")]
    return Result(
        stack=site.stack,
        seed=seed,
        date=datetime.now(UTC).date().isoformat(),
        machine=machine(),
        seconds=round(seconds, 1),
        rounds=dict(sorted(tally.rounds.items())),
        accepted=len(tally.accepted),
        answered=len(final),
        refused=dict(sorted(tally.refused.items())),
        reruns=sum(max(attempt - 1, 0) for _, _, attempt in jobs.values()),
        stale_writes_refused=site.fleet.said("discarded: no longer ours"),
        watchdog_exits=site.fleet.deaths["worker 70"],
        deaths=dict(sorted(site.fleet.deaths.items())),
        lost=tuple(tally.lost),
        doubled=tuple(twice),
        wrong=tuple(tally.wrong),
        recover_seconds={name: [round(x, 2) for x in times] for name, times in sorted(tally.recover_seconds.items())},
        missing=missing,
    )


def write_reliability(path: Path, results: Sequence[Result]) -> None:
    """Replace what stands between the marks. Raises ValueError when they are not there."""
    write_between(path, "measured", tables(results))


def tables(results: Sequence[Result]) -> str:
    """Totals by stack, then recovery by fault."""
    return f"{_totals(results)}\n{_recovery(results)}"


def _totals(results: Sequence[Result]) -> str:
    lines = [
        f"Measured {min(r.date for r in results)} to {max(r.date for r in results)} on {results[-1].machine}.",
        "",
        "| stack | runs (seeds) | rounds | accepted | answered | lost | doubled | other answer | tries refused or cut "
        "| reruns | stale writes refused | watchdog |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for stack, group in _by_stack(results):
        seeds = ", ".join(str(r.seed) for r in group)
        counts = [
            sum(sum(r.rounds.values()) for r in group),
            sum(r.accepted for r in group),
            sum(r.answered for r in group),
            sum(len(r.lost) for r in group),
            sum(len(r.doubled) for r in group),
            sum(len(r.wrong) for r in group),
            sum(sum(r.refused.values()) for r in group),
            sum(r.reruns for r in group),
            sum(r.stale_writes_refused for r in group),
            sum(r.watchdog_exits for r in group),
        ]
        lines.append(f"| {stack} | {len(group)} ({seeds}) | " + " | ".join(map(str, counts)) + " |")
    return "\n".join(lines) + "\n"


def _recovery(results: Sequence[Result]) -> str:
    lines = [
        "Seconds from the end of the fault until every accepted job was seen answered, their own work included "
        "(rounds: median / worst):",
        "",
        "| fault | " + " | ".join(stack for stack, _ in _by_stack(results)) + " |",
        "|---|" + "---|" * len(_by_stack(results)),
    ]
    for fault in sorted({name for r in results for name in r.recover_seconds}):
        cells = [_cell([x for r in group for x in r.recover_seconds.get(fault, ())]) for _, group in _by_stack(results)]
        lines.append(f"| {fault} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _cell(times: list[float]) -> str:
    if not times:
        return "-"
    ordered = sorted(times)
    return f"{len(times)}: {ordered[len(ordered) // 2]:.1f} / {ordered[-1]:.1f}"


def _by_stack(results: Sequence[Result]) -> list[tuple[str, list[Result]]]:
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        groups[result.stack].append(result)
    return sorted(groups.items())
