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

A large log is mostly whole lines. One split takes them out (`read_bulk`); the patterns that bear with torn lines, and
all other readers, are left with the pieces between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import le, lt
from typing import Final, NamedTuple, overload

from ..errors import Malformed
from ..limits import Limits
from .model import EvidenceKind, GcCycle, GcTrace, Reading
from .reader import Bulk

MEGABYTE: Final = 2**20

_ENDING = re.compile(r"\d+->\d+->\d+\s+MB(?:,\s+\d+\s+MB\s+(?:goal|stacks|globals))*(?:,\s+\d+\s+P)?(?:\s\(forced\))?")
_CYCLE = re.compile(
    r"gc\s+#?(\d+)\s+@([\d.]+)s\s+(\d+)%"
    # The clocks. '@' and '>' end the search, so a torn line cannot borrow the heap sizes of the next one.
    r"[^@>]*[^@>\d]"
    rf"({_ENDING.pattern})"
)
_CLOCKS = "[+.-9]++"
"""`0.015+0.87/1.6`: plus, points, slashes and digits. A class such as `\\d` among them takes a sixth longer."""
_WHOLE_LINE = re.compile(
    rf"\ngc ([0-9]{{1,9}}+) @([0-9]{{1,9}}+(?:\.[0-9]{{1,8}}+)?)s ([0-9]{{1,3}}+)%(?: \([a-z ]{{1,40}}+\))?: "
    rf"{_CLOCKS} ms clock, {_CLOCKS} ms cpu, "
    r"([0-9]{1,9}+->[0-9]{1,9}+->[0-9]{1,9}+ MB[^\n]* P(?: \(forced\))?)(?=\n(?!\(forced)|\Z)"
)
"""A line as Go 1.5 and later print it; what tore it after the sizes stands in the last group too.

No figure gives back what it has taken (`++`): that would never help, and being ready for it takes a fifth of the time.
"""
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
        if "->" not in plain:
            return False
        return _CYCLE.search(plain) is not None or _OLD_CYCLE.search(plain) is not None

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """One reading with a run per process start. Raises Malformed when no cycle is whole."""
        plain = _unescaped(text)
        lines = _lines(plain)
        return (_reading(lines, _headers(plain) - len(lines), text, limits),)

    def fills(self, head: str) -> bool:
        """Whether most lines of the head are whole cycles as the runtime prints them."""
        return 2 * len(_WHOLE_LINE.findall(f"\n{head}")) > head.count("\n")

    def read_bulk(self, text: str, limits: Limits) -> Bulk:
        """The whole lines taken by one split, the pieces between them read as `read` does."""
        # piece, number, clock, percent, ending, piece, …
        parts = _WHOLE_LINE.split(f"\n{text}")
        pieces = parts[::5]
        whole, cut = _whole_lines(parts)
        for place, end in cut.items():
            pieces[place + 1] = f"{end}{pieces[place + 1]}"
        if max(map(len, set(pieces))) <= 1:  # line ends
            return Bulk((_reading(whole, 0, text, limits),), rest="")
        lines: list[_Line] = []
        torn = taken = 0
        has_old = False
        for place, piece in enumerate(pieces):
            if len(piece) > 1:
                plain = _unescaped(piece)
                found = _lines(plain)
                torn += _headers(plain) - len(found)
                lines += whole[taken:place]
                lines += found
                taken = place
                has_old |= any(line[1] is None for line in found)
        lines += whole[taken:]
        if has_old:
            lines.sort(key=lambda line: line[1] is None)  # Go 1.4's lines after the others, as `_lines` has them
        return Bulk((_reading(lines, torn, text, limits),), rest="\n".join(filter(None, pieces)))


def _reading(lines: Sequence[_Line], torn: int, text: str, limits: Limits) -> Reading:
    if not lines:
        raise Malformed(
            "no gctrace line with heap sizes",
            found=text[:80],
            expected="gc 8 @0.121s 3%: … 18->19->11 MB, 20 MB goal, 8 P",
        )
    runs = _split_runs(lines)
    notes: list[str] = []
    if torn > 0:
        notes.append(f"{torn} torn or cut gctrace lines were dropped, {len(lines)} read")
    if len(runs) > 1:
        notes.append(f"{len(runs)} runs: the cycle counter or the clock began again, or several processes write here")
    kept = _thinned(runs, limits.cycles)
    left = sum(len(run) for run in kept)
    if left < len(lines):
        notes.append(
            f"{len(lines)} cycles are more than the limit of {limits.cycles}: {left}, evenly spaced, were kept"
        )
    trace = GcTrace(runs=tuple(tuple(_cycle(line) for line in run) for run in kept))
    return Reading(kind=EvidenceKind.GCTRACE, content=trace, notes=tuple(notes))


def _headers(plain: str) -> int:
    return sum(1 for _ in _HEADER.finditer(plain)) + sum(1 for _ in _OLD_HEADER.finditer(plain))


def _unescaped(text: str) -> str:
    r"""JSON logs written by Go escape the arrow as \u003e, HTML as &gt;."""
    if "-\\u003e" in text:
        text = text.replace("-\\u003e", "->")
    return text.replace("-&gt;", "->") if "-&gt;" in text else text


class _Sizes(NamedTuple):
    """What a line says after its clocks. A log repeats a few thousand of these endings, so they are parsed once.

    In the order in which they stand in a GcCycle.
    """

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


class _Columns(Sequence[_Line]):
    """Whole lines in columns: most of 200,000 are thinned out, and making a tuple costs more than parsing."""

    def __init__(
        self, numbers: list[int], clocks: list[float], percents: list[str], endings: list[str], known: dict[str, _Sizes]
    ) -> None:
        self._numbers, self._clocks, self._percents = numbers, clocks, percents
        self._sizes = list(map(known.__getitem__, endings))
        self.processors = {sizes.processors for sizes in known.values()}
        """All that any line states."""

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> _Line: ...
    @overload
    def __getitem__(self, place: slice) -> list[_Line]: ...
    def __getitem__(self, place: int | slice) -> _Line | list[_Line]:
        if isinstance(place, slice):
            columns = self._numbers[place], self._clocks[place], map(float, self._percents[place]), self._sizes[place]
            return list(zip(*columns, strict=True))
        return self._numbers[place], self._clocks[place], float(self._percents[place]), self._sizes[place]

    def __iter__(self) -> Iterator[_Line]:
        """All of them: one after the other each would be looked up by its place."""
        return zip(self._numbers, self._clocks, map(float, self._percents), self._sizes, strict=True)

    def picked(self, places: Sequence[int]) -> list[_Line]:
        """Those at the places."""
        numbers, clocks = map(self._numbers.__getitem__, places), map(self._clocks.__getitem__, places)
        percents, sizes = map(self._percents.__getitem__, places), map(self._sizes.__getitem__, places)
        return list(zip(numbers, clocks, map(float, percents), sizes, strict=True))

    def columns(self) -> tuple[Sequence[int], Sequence[float]]:
        """Numbers and clocks."""
        return self._numbers, self._clocks


def _whole_lines(parts: list[str]) -> tuple[_Columns, dict[int, str]]:
    """The lines of a split by _WHOLE_LINE, and by the place of each that was torn after its sizes what follows them."""
    known: dict[str, _Sizes] = {}
    torn: dict[str, str] = {}
    endings = parts[4::5]
    for ending in set(endings):
        found = _ENDING.match(ending)
        sizes = _sizes(ending[: found.end()]) if found is not None else None
        if found is not None and sizes is not None:
            known[ending] = sizes
            if found.end() < len(ending):
                torn[ending] = ending[found.end() :]
    cut = {place: torn[ending] for place, ending in enumerate(endings) if ending in torn} if torn else {}
    numbers, clocks = list(map(int, parts[1::5])), list(map(float, parts[2::5]))
    return _Columns(numbers, clocks, parts[3::5], endings, known), cut


def _cycle(line: _Line) -> GcCycle:
    number, at, percent, sizes = line
    return GcCycle(number, at, percent, *sizes)


def _split_runs(lines: Sequence[_Line]) -> Sequence[Sequence[_Line]]:
    """Give each cycle to the process that can have written it; runs in the order of their first line."""
    if _is_one_run(lines):
        return [lines]
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


def _is_one_run(lines: Sequence[_Line]) -> bool:
    """Whether each line may follow the one before it, as `_may_follow` says."""
    if isinstance(lines, _Columns):
        (numbers, clocks), processors = lines.columns(), lines.processors
    else:
        numbers = [line[0] for line in lines]
        clocks = [line[1] for line in lines if line[1] is not None]
        processors = {line[3].processors for line in lines}
    return (
        len(clocks) == len(numbers)
        and all(map(lt, numbers, numbers[1:]))
        and all(map(le, clocks, clocks[1:]))
        and len(processors) == 1
    )


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


def _thinned(runs: Sequence[Sequence[_Line]], most: int) -> list[Sequence[_Line]]:
    """At most `most` cycles of each run, evenly spaced, the first and the last among them."""
    return [run if len(run) <= most else _spaced(run, most) for run in runs]


def _spaced(run: Sequence[_Line], most: int) -> Sequence[_Line]:
    if most < 2:
        return run[-1:]
    last = len(run) - 1
    places = [at * last // (most - 1) for at in range(most)]
    return run.picked(places) if isinstance(run, _Columns) else [run[place] for place in places]
