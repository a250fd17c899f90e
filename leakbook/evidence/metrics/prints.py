"""MemStats fields by name: expvar JSON, the text at the end of a heap page, and what programs print themselves.

::

    "memstats": {"Alloc":4669544,"TotalAlloc":19223376,…,"BySize":[{"Size":0,"Mallocs":0,"Frees":0},… ]}
    # HeapAlloc = 4669544
    # Stack = 655360 / 655360
    2020/03/02 11:22:37 Alloc = 12 MiB	TotalAlloc = 40 MiB	Sys = 66 MiB	NumGC = 7
    HeapAlloc: 4,669,544 HeapSys=… NumGoroutine=17
    HeapAlloc 4669544                                                           a name and a figure alone on a line,
                                                                                or behind a log's time
    after load: HeapAlloc 4669544 HeapInuse 5128192                             names and figures in turns
    HeapAlloc 12 MB, HeapSys 14 mb                                              a name and a figure with its unit
    HeapAlloc(MB): 12     heap_alloc_mb=12                                      the unit beside the name
    INFO memory stats heapAlloc="2.2 MiB" numGoroutine=22                       a logger's keys
    [after 20s] Goroutines: 1921 | done: 12                                     counted by the program itself
    {Alloc:4669544 TotalAlloc:19223376 Sys:…                                    fmt's %+v
    [2026-01-29 10:56:50 -0800 PST][G] 'agent.runtime.alloc_bytes': 755960.000  hashicorp/go-metrics, on SIGUSR1
    heap-alloc: 512.20MB (537080456 bytes)                                      google/gops
    /sched/goroutines:goroutines: 17                                            runtime/metrics
    internal_memstats heap_alloc_bytes=14333952i,num_gc=5i 1663184060000000000  Telegraf's line protocol

A field seen again begins the next moment.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ...limits import Limits
from ..signs import Sign
from . import said
from .names import MEMSTATS_NAMES, NANOSECOND_NAMES, OF_THE_SYSTEM, memstats_series
from .points import Gathered, Labels
from .print_lines import PrintLines, are_of_cases
from .times import LineTimes, time_on_line

_FIELDS: Final = "|".join(sorted((*MEMSTATS_NAMES, *NANOSECOND_NAMES), key=len, reverse=True))
_FIGURE: Final = r"\d{1,20}(?:\.\d{1,12})?"
_FIELD: Final = re.compile(
    rf"(?<![a-zA-Z\d_.])[\"']?(?:(?:[a-zA-Z\d_][\w.]{{0,39}})?\.)?({_FIELDS})"
    r"(?:\(\)|[ _]?\(?([KMGkmg])i?[Bb]\)?)?[\"')]?"
    rf"(?:\s{{0,8}}[:=\uff1a]\s{{0,8}}\"?|[ \t]{{1,8}}(?={_FIGURE} ?[KMGTkmgt]i?[Bb]\b))"
    r"(\d{1,3}(?:,\d{3}){1,6}|\d{1,20}(?:\.\d{1,12})?(?:[eE][+-]?\d{1,2})?)(?![\d.])"
    r"(?:\s?(bytes|[KMGT]i?[Bb]?|[kmgt]i?[Bb]|B)\b)?"
)
_COLUMNS: Final = re.compile(
    r"^([ \t]{0,8}(?:\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d[\d.,:Z+-]{0,16}[ \t]{1,4})?"
    rf"(?:{_FIELDS}))[ \t]{{1,40}}(?=\d[\d,.]{{0,24}}[ \t\r]*$)",
    re.MULTILINE,
)
_IN_TURNS: Final = re.compile(
    rf"(?<![\w.])(?:(?:{_FIELDS})[ \t]{{1,4}}{_FIGURE}(?:[ \t]{{0,4}}[,;|]?[ \t]{{1,4}}(?=[A-Za-z])|(?![\w.]))){{2,40}}"
)
_NAME_IN_TURN: Final = re.compile(r"([A-Za-z])[ \t]{1,4}(?=\d)")
_BY_SIZE: Final = re.compile(r'"?BySize"?\s{0,8}:\s{0,8}\[[^\]]*\]?')
"""Its entries repeat the names Mallocs and Frees. JavaScript's consoles print the name without quotes."""

_UNITS: Final = {"K": 2**10, "M": 2**20, "G": 2**30, "T": 2**40}
_OF_OTHER_COUNTRIES: Final = tuple(name for name in MEMSTATS_NAMES if not name.isascii())
_TELLING: Final = frozenset(
    {
        "Alloc",
        "TotalAlloc",
        "HeapAlloc",
        "HeapSys",
        "HeapInuse",
        "HeapIdle",
        "HeapReleased",
        "HeapObjects",
        "NumGoroutine",
        "goroutines",
        "Goroutines",
        "goroutine count",
        "goroutine num",
        "Goroutinen",
        "Goroutine count",
        "BuckHashSys",
        "NumGC",
        "NextGC",
        "StackInuse",
        "StackSys",
        "GCSys",
        "GCCPUFraction",
        "MCacheInuse",
        "MSpanInuse",
        "alloc_bytes",
        "heap_alloc_bytes",
        "heap_sys_bytes",
        "heap_in_use_bytes",
        "heap_objects",
        "num_goroutines",
        "heapAlloc",
        "heapSys",
        "heapInuse",
        "heapInUse",
        "heapObjects",
        "numGoroutine",
        "numGoroutines",
        "heap_alloc",
        "heap_sys",
        "heap_inuse",
        "num_goroutine",
        "heap-alloc",
        "heap-in-use",
        "heap-objects",
        "OS threads",
        *_OF_OTHER_COUNTRIES,
        "/sched/goroutines:goroutines",
        "/memory/classes/heap/objects:bytes",
        "/memory/classes/total:bytes",
        "/gc/heap/live:bytes",
        "/gc/heap/objects:objects",
        "/gc/heap/goal:bytes",
    }
)
_TELLING_SIGN: Final = Sign(
    rf"(?:{'|'.join(sorted(_TELLING))})"
    r"(?:(?:\(\)|[ _]?\(?[KMGkmg]i?[Bb]\)?)?[\"']?\s{0,8}[:=\uff1a]|[ \t]{1,40}\d)",
    *("Alloc", "Heap", "heap", "umGoroutine", "alloc_bytes", "num_goroutine", "oroutines", "oroutine count"),
    *("OS threads", "/memory/classes/total:bytes", "goroutine num", "oroutinen", *_OF_OTHER_COUNTRIES),
)
_NANOSECONDS_AT_END: Final = re.compile(r"i (1[5-9]\d{17}|2\d{18})[ \t\r]*$")
_LONGEST_END: Final = 60
"""The time of a line of Influx's protocol, whose whole numbers end in `i`."""

_HOSTS: Final = frozenset({"instance", "hostname"})
"""Names of a line that may be those of what it speaks to."""
_HEAP_PAGE: Final = re.compile(r"^\W{0,8}heap profile: \d", re.MULTILINE)


def recognises(text: str) -> bool:
    """Whether MemStats fields stand there with figures: two of the telling ones, or one again and again.

    A heap page's own trailer is read with the heap profile, not twice.
    """
    if not _TELLING_SIGN.stands_in(text):
        return False
    seen: dict[str, int] = {}
    for match in _FIELD.finditer(_marked(text)):
        if match.group(1) in _TELLING:
            seen[match.group(1)] = seen.get(match.group(1), 0) + 1
            if len(seen) >= 2 or seen[match.group(1)] >= 3:
                return _HEAP_PAGE.search(text) is None
    return False


def gather(text: str, limits: Limits) -> Gathered:
    """One moment after another, each at the time its line tells."""
    gathered = Gathered(limits=limits)
    moments = list(_moments(_marked(_BY_SIZE.sub("", text))))
    if not any(_tells_memory(moment) for moment in moments) and (words := said.named(text)) != text:
        named = list(_moments(_marked(words)))
        if 2 * sum(map(_tells_memory, named)) > len(named):  # one line of the machine's memory is none of each moment's
            moments = named
            told = [name for name in said.TAKEN if any(name in moment.fields for moment in moments)]
            gathered.remarks.extend(said.TAKEN[name] for name in told)
    # Cases are no series in time, unless their lines tell one.
    if all(moment.at is None for moment in moments) and are_of_cases([moment.case for moment in moments]):
        gathered.remarks.append(
            f"{len(moments)} lines without times were each printed for something else: only the last is read, "
            f"{len(moments) - 1} above it are not"
        )
        moments = moments[-1:]
    for moment in _of_processes(moments):
        for series in memstats_series(moment.fields, moment.at):
            for point in series.points:
                gathered.add(series.name, moment.whose, *point)
    return gathered


def _marked(text: str) -> str:
    """A colon where only blanks stand between a name and its figure."""
    text = _COLUMNS.sub(r"\1:", text)
    return _IN_TURNS.sub(lambda run: _NAME_IN_TURN.sub(r"\1: ", run[0]), text)


class _Moment(NamedTuple):
    at: float | None
    whose: Labels
    """What the line names its process by."""
    case: tuple[str, ...]
    """The words before the figures."""
    fields: dict[str, float]


def _moments(text: str) -> Iterator[_Moment]:
    lines = PrintLines(text)
    clock = _LogClock(text, lines)
    moment: _Moment | None = None
    read_up_to = 0
    for match in _FIELD.finditer(text):
        field, unit = match.group(1), match.group(4) or match.group(2)
        if field in OF_THE_SYSTEM and not unit:
            continue
        place = match.start()
        lines.go_to(place)
        if moment is None or field in moment.fields:
            if moment is not None:
                yield moment
            moment = _Moment(clock.at(place), lines.process(), lines.case(read_up_to, place), {})
        elif moment.at is None or not moment.whose:
            at = clock.at(place) if moment.at is None else moment.at
            moment = moment._replace(at=at, whose=moment.whose or lines.process())
        moment.fields[field] = _amount(match.group(3), unit)
        read_up_to = match.end()
    if moment is not None:
        yield moment


def _tells_memory(moment: _Moment) -> bool:
    return any(MEMSTATS_NAMES.get(field, "").endswith("_bytes") for field in moment.fields)


def _of_processes(moments: Sequence[_Moment]) -> Sequence[_Moment]:
    """Without the hosts that tell no processes apart: one for each reading, as of the database that was asked.

    Readings without times, or several of one time, may be a list of a fleet. A pod or process that is never met again
    is one that was restarted each time.
    """
    times = {moment.at for moment in moments}
    if None in times or len(times) < len(moments):
        return moments
    readings = Counter(name for moment in moments for name in moment.whose)
    values = Counter(key for key, _ in readings)
    telling = {key for (key, _), count in readings.items() if key not in _HOSTS or count > 1 or values[key] == 1}
    return [moment._replace(whose=tuple(name for name in moment.whose if name[0] in telling)) for moment in moments]


def lines_with(text: str, fields: frozenset[str]) -> Iterator[tuple[float | None, tuple[str, ...]]]:
    """The time, None where none is told, and the case of each size of these with its unit."""
    lines = PrintLines(text)
    clock = _LogClock(text, lines)
    read_up_to = 0
    for match in _FIELD.finditer(text):
        if match.group(1) in fields and (match.group(4) or match.group(2)):
            lines.go_to(match.start())
            yield clock.at(match.start()), lines.case(read_up_to, match.start())
            read_up_to = match.end()


def _amount(figure: str, unit: str | None) -> float:
    value = float(figure.replace(",", ""))
    return value * _UNITS.get(unit[0].upper(), 1) if unit else value


class _LogClock:
    """The log's own time before a field on its line, or that of Influx's protocol behind it."""

    def __init__(self, text: str, lines: PrintLines) -> None:
        self._text = text
        self._lines = lines
        self._times = LineTimes()

    def at(self, place: int) -> float | None:
        """Unix seconds, or seconds since the first midnight where the log writes no date. Ask in ascending order.

        The lines stand at that of the place.
        """
        line = self._text[max(self._lines.begin, place - 400) : place]
        found = time_on_line(line)
        if found is not None:
            return found
        end = self._lines.end
        if written := _NANOSECONDS_AT_END.search(self._text, max(place, end - _LONGEST_END), end):
            return int(written.group(1)) / 1e9
        return self._times.clock(line)
