"""gctrace: one line a collection, as `GODEBUG=gctrace=1` prints it on stderr amid the program's own log.

Samples (format in runtime/mgc.go, older ones in mgc0.c)::

    gc 8 @0.121s 3%: 0.015+0.87+0.003 ms clock, 0.12+0.41/1.6/3.2+0.027 ms cpu, 18->19->11 MB, 20 MB goal, 8 P
    gc 3 @0.007s 12%: … ms cpu, 11->13->13 MB, 13 MB goal, 0 MB stacks, 0 MB globals, 2 P (forced)      Go 1.18
    gc 4 @0.511s 0% (checking for goroutine leaks): … 18->18->18 MB, 27 MB goal, …                      Go 1.27
    gc #7 @2.104s 2%: 0.1+0+0+3+0 ms clock, … 4->4->1 MB, 4 MB goal, 4 P                                Go 1.5 betas
    gc9(1): 0+1+77+0 us, 3 -> 1 MB, 416228 (1544624-1128396) objects, …                                 up to Go 1.4
    scvg: inuse: 12, idle: 51, …      scav 0 KiB work (bg), …      pacer: …      GC forced              passed over

`a->b->c MB`: heap when the cycle began, when marking ended, and what was marked live. A line is written with several
prints, so other writers to stderr can tear it, and terminals wrap it at any blank.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ..errors import Malformed
from ..limits import Limits
from .model import EvidenceKind, GcCycle, GcTrace, Reading

MEGABYTE: Final = 2**20

_CYCLE = re.compile(
    r"gc\s+#?(\d+)\s+@([\d.]+)s\s+(\d+)%"
    # The clocks. '@' and '>' end the search, so a torn line cannot borrow the heap sizes of the next one.
    r"[^@>]*[^@>\d]"
    r"(\d+->\d+->\d+\s+MB(?:,\s+\d+\s+MB\s+(?:goal|stacks|globals))*(?:,\s+\d+\s+P)?(?:\s\(forced\))?)"
)
_HEAP = re.compile(r"(\d{1,9})->(\d{1,9})->(\d{1,9})\s")
_AMOUNT = re.compile(r"(\d{1,9})\s+(?:MB\s+)?(goal|stacks|globals|P)")
_HEADER = re.compile(r"gc\s+#?\d{1,9}\s+@\d")
_OLD_CYCLE = re.compile(r"gc(\d{1,9})\((\d{1,6})\):\s+[\d+]{1,80}\s+[mu]s,\s+(\d{1,9})\s+->\s+(\d{1,9})\s+MB")
_OLD_HEADER = re.compile(r"gc\d{1,9}\(\d{1,6}\):\s")

_OPEN_RUNS: Final = 16
"""Processes that may write to one log at a time; of more, the ones silent longest are taken as ended."""


class GcTraceReader:
    """Reads the gctrace lines of a log, whatever stands before, between and inside them."""

    def recognises(self, text: str) -> bool:
        """Whether at least one line gives heap sizes of a numbered cycle."""
        plain = _unescaped(text)
        return _CYCLE.search(plain) is not None or _OLD_CYCLE.search(plain) is not None

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """One reading with a run per process start. Raises Malformed when no cycle is whole."""
        plain = _unescaped(text)
        lines = _lines(plain)
        if not lines:
            raise Malformed(
                "no gctrace line with heap sizes",
                found=text[:80],
                expected="gc 8 @0.121s 3%: … 18->19->11 MB, 20 MB goal, 8 P",
            )
        runs = _split_runs(lines)
        notes: list[str] = []
        torn = sum(1 for _ in _HEADER.finditer(plain)) + sum(1 for _ in _OLD_HEADER.finditer(plain)) - len(lines)
        if torn > 0:
            notes.append(f"{torn} torn or cut gctrace lines were dropped, {len(lines)} read")
        if len(runs) > 1:
            notes.append(
                f"{len(runs)} runs: the cycle counter or the clock began again, or several processes write here"
            )
        kept = _thinned(runs, limits.cycles)
        left = sum(len(run) for run in kept)
        if left < len(lines):
            notes.append(
                f"{len(lines)} cycles are more than the limit of {limits.cycles}: {left}, evenly spaced, were kept"
            )
        trace = GcTrace(runs=tuple(tuple(_cycle(line) for line in run) for run in kept))
        return (Reading(kind=EvidenceKind.GCTRACE, content=trace, notes=tuple(notes)),)


def _unescaped(text: str) -> str:
    r"""JSON logs written by Go escape the arrow as \u003e, HTML as &gt;."""
    if "-\\u003e" in text:
        text = text.replace("-\\u003e", "->")
    return text.replace("-&gt;", "->") if "-&gt;" in text else text


@dataclass(frozen=True, slots=True)
class _Sizes:
    """What a line says after its clocks. A log repeats a few thousand of these endings, so they are parsed once."""

    start: int
    end: int
    live: int
    goal: int | None
    stacks: int | None
    globals: int | None
    processors: int | None
    forced: bool


def _sizes(ending: str) -> _Sizes | None:
    heap = _HEAP.match(ending)
    if heap is None:
        return None  # a figure of more than nine digits is no number of megabytes
    amounts = {word: int(number) for number, word in _AMOUNT.findall(ending)}
    start, end, live = (int(figure) * MEGABYTE for figure in heap.groups())
    return _Sizes(
        start=start,
        end=end,
        live=live,
        goal=_megabytes(amounts.get("goal")),
        stacks=_megabytes(amounts.get("stacks")),
        globals=_megabytes(amounts.get("globals")),
        processors=amounts.get("P"),
        forced="(forced)" in ending,
    )


def _megabytes(amount: int | None) -> int | None:
    return None if amount is None else amount * MEGABYTE


_Line = tuple[int, float | None, float | None, _Sizes]
"""Cycle number, seconds since start, percent of CPU, sizes; a tuple, as long logs are thinned before objects exist."""


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    known: dict[str, _Sizes | None] = {}
    for number, at, percent, ending in _CYCLE.findall(text):
        if ending in known:
            sizes = known[ending]
        else:
            sizes = known[ending] = _sizes(ending)
        # More digits than these, or two dots in the clock, are what a torn line leaves.
        if sizes is not None and len(number) < 10 and len(percent) < 4 and len(at) < 19 and at.count(".") < 2:
            lines.append((int(number), float(at), float(percent), sizes))
    for number, processors, start, end in _OLD_CYCLE.findall(text):
        kept = int(end) * MEGABYTE
        sizes = _Sizes(int(start) * MEGABYTE, kept, kept, None, None, None, int(processors), forced=False)
        lines.append((int(number), None, None, sizes))
    return lines


def _cycle(line: _Line) -> GcCycle:
    number, at, percent, sizes = line
    return GcCycle(
        number=number,
        at_seconds=at,
        cpu_percent=percent,
        start_bytes=sizes.start,
        end_bytes=sizes.end,
        live_bytes=sizes.live,
        goal_bytes=sizes.goal,
        stacks_bytes=sizes.stacks,
        globals_bytes=sizes.globals,
        processors=sizes.processors,
        forced=sizes.forced,
    )


def _split_runs(lines: list[_Line]) -> list[list[_Line]]:
    """Give each cycle to the process that can have written it; runs in the order of their first line."""
    runs: list[list[_Line]] = []
    open_runs: list[list[_Line]] = []
    for line in lines:
        found = [run for run in open_runs if _may_follow(run[-1], line)]
        if not found:
            chosen: list[_Line] = []
            runs.append(chosen)
        elif len(open_runs) == 1:
            found[0].append(line)
            continue
        else:
            chosen = min(reversed(found), key=lambda run: _distance(run[-1], line))
            open_runs = [run for run in open_runs if run is not chosen]
        chosen.append(line)
        open_runs.append(chosen)
        del open_runs[:-_OPEN_RUNS]
    return runs


def _may_follow(last: _Line, line: _Line) -> bool:
    """Counter and clock only go on, and GOMAXPROCS seldom changes within a process."""
    if line[0] <= last[0] or line[3].processors != last[3].processors:
        return False
    if line[1] is None or last[1] is None:
        return line[1] is last[1]
    return line[1] >= last[1]


def _distance(last: _Line, line: _Line) -> tuple[int, float]:
    """How unlikely `line` follows `last`: numbers left out, then the heap missing the goal it was to start at."""
    goal = last[3].live if last[3].goal is None else last[3].goal
    return line[0] - last[0], abs(line[3].start - goal)


def _thinned(runs: list[list[_Line]], most: int) -> list[list[_Line]]:
    """At most `most` cycles of each run, evenly spaced, the last one among them."""
    return [run if len(run) <= most else run[:: -(-len(run) // most)][: most - 1] + run[-1:] for run in runs]
