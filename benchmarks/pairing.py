"""Two sides measured in turn, so that what the machine does to one it does to the other."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import NamedTuple, Self


class Took(NamedTuple):
    """Seconds by the clock, and of this process's processor time (0 for what other processes did)."""

    clock: float
    processor: float = 0.0


Side = Callable[[], Took]
"""Does the task once and says what it took."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Seconds of each round, by side."""

    rounds: tuple[dict[str, Took], ...]

    def seconds(self, side: str) -> float:
        """The median by the clock."""
        return median(each[side].clock for each in self.rounds)

    def processor_seconds(self, side: str) -> float:
        """The median of what this process computed: what the clock says when nobody else wants the processor."""
        return median(each[side].processor for each in self.rounds)

    def ratio(self, side: str, peer: str) -> float:
        """The median of the rounds' ratios, not the ratio of the medians."""
        return median(each[side].clock / each[peer].clock for each in self.rounds)


def in_turn(sides: dict[str, Side], rounds: int, *, cold: tuple[str, ...] = ()) -> Paired:
    """Each side once to warm up, but for those that start a process each time, then all of them in turn."""
    for name, side in sides.items():
        if name not in cold:
            side()
    return Paired(tuple({name: side() for name, side in sides.items()} for _ in range(rounds)))


def timed(task: Callable[[], object]) -> Side:
    """A task of this process, timed from outside."""

    def side() -> Took:
        began, used = time.perf_counter(), time.process_time()
        task()
        return Took(time.perf_counter() - began, time.process_time() - used)

    return side


def command(*words: str | Path) -> Side:
    """A whole process."""
    return timed(lambda: subprocess.run([str(word) for word in words], check=True, capture_output=True))


class Asked:
    """A peer that stays up and answers each line with its own nanoseconds and more words."""

    def __init__(self, binary: Path) -> None:
        """Start it."""
        self._process = subprocess.Popen([str(binary)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.terminate()
        self._process.communicate()

    def ask(self, *words: str | Path) -> tuple[float, str]:
        """Seconds and the other words. Raises EOFError when the peer ended."""
        if self._process.stdin is None or self._process.stdout is None:
            raise EOFError("the peer has no pipes")
        self._process.stdin.write(" ".join(str(word) for word in words) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise EOFError(f"the peer ended with {self._process.wait()}")
        nanoseconds, _, more = answer.strip().partition(" ")
        return int(nanoseconds) / 1e9, more

    def side(self, *words: str | Path) -> Side:
        """Asking the same again and again."""
        return lambda: Took(self.ask(*words)[0])
