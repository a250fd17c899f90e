"""What `go tool pprof` prints, as people paste it: -top, -tree, -peek, -traces and -list.

::

    File: dgraph
    Type: inuse_space
    Time: May 19, 2020 at 3:52pm (IST)
    (pprof) top
    Showing nodes accounting for 62468.74MB, 100% of 62486.76MB total     |  2.28GB of 2.30GB total (99.15%)  to 2017
          flat  flat%   sum%        cum   cum%
    42551.37MB 68.10% 68.10% 42551.37MB 68.10%  xidmap.(*XidMap).AssignUid
                                              864kB   100% |   main.main (inline)        -peek, -tree: a caller
         864kB  9.22% 96.88%      864kB  9.22%                | main.keep[go.shape.int]
    -----------+-----------------                                                    -traces
        17   runtime.gopark
             main.leak
    ROUTINE ======================== main.(*cache).put in /src/main.go              -list
        8.02MB     8.02MB (flat, cum) 86.34% of Total
        8.02MB     8.02MB     23:	c.m[k] = &entry{body: make([]byte, n)}

The source view of pprof's web page is read as well (`web_listing`). Values are rounded to two decimals of their unit:
rows do not sum up to the total.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from ...errors import Malformed
from ...limits import Limits
from ..frames import Frame
from ..model import EvidenceKind, Reading
from ..signs import LineSign, Sign
from .goroutines import KINDS, goroutines_in, with_kind
from .values import Value, is_percentage, parse_name, parse_time, parse_value, share_of
from .views import ListedLine, Views
from .web_listing import SUM, WebLine, WebListing

_SIGNS: Final = (
    Sign(r"flat(?<!\wflat) {1,20}flat%", "flat%"),
    LineSign(
        r"[ \t]{0,9}\| {0,9}flat {0,9}\| {0,9}flat% {0,9}\| {0,9}sum% {0,9}\| {0,9}cum {0,9}\| {0,9}cum% {0,9}\|",
        "flat%",
    ),
    Sign("Showing nodes accounting for", "Showing nodes"),
    Sign(r"of(?<!\wof) -?\d[\d.,]{0,20}\w{0,5} total\b", " total"),
    LineSign("ROUTINE ={5}", "ROUTINE ==="),
    LineSign(r"-{11}\+-{40}", "-----------+"),
    LineSign(r"[ \t]{0,40}" + SUM, "(flat, cum)"),
    LineSign(
        r"[ \t]{0,40}-?[\d.]{1,20}\w{0,5} {1,20}-?[\d.]{1,9}% {1,20}-?[\d.]{1,9}%"
        r" {1,20}-?[\d.]{1,20}\w{0,5} {1,20}-?[\d.]{1,9}%",
        "% ",
    ),
)
_TOTAL = re.compile(r"\bof (-?\d[\d.,]{0,20}\w{0,5}) total\b|^Total: (-?\d[\d.,]{0,20}\w{0,5})(?: goroutines)?$")
_ROUTINE = re.compile(r"ROUTINE ={3,40} (.{1,2000}?)(?: in (.{1,2000}))?$")
_LISTED_SUM = re.compile(r"(\S{1,24})\s{1,20}(\S{1,24}) \(flat, cum\)")
_MARKDOWN_COLUMNS: Final = 5
"""Bars of a row of pprof's table that somebody wrote in Markdown, at least."""
_CODE = 200
"""Characters of a line of source that are looked at."""
_LISTED = re.compile(r"(\S{1,24})\s{1,20}(\S{1,24})\s{1,20}(\d{1,7}):")
_TRACE_RULE = re.compile(r"-{8,20}\+-{20,}$")
_OPTION = re.compile(
    r"(?:^|[\s\"'`\u2018\u201c])-{1,2}(inuse_space|inuse_objects|alloc_space|alloc_objects)\b|sample_index=(\w{1,40})"
)
_AT_PROMPT = re.compile(
    r"\(pprof\) {1,9}(?:sample_index {0,9}= {0,9})?(inuse_space|inuse_objects|alloc_space|alloc_objects)$"
)
_ANNOUNCED = re.compile(
    r"(?:[^\s|]{1,40} ){0,8}[^\s|\w]{0,4}(inuse_space|inuse_objects|alloc_space|alloc_objects)\W{0,6}:\W{0,3}$"
)
"""A heading that people write above a view: `Checking inuse_objects:`, `**alloc_space**:`."""
_BASE = re.compile(r"(?:^|\s)-{1,2}(?:diff_)?base\b")
_LABEL = re.compile(r"([\w.:/-]{1,80}):\s{1,4}(\S{1,200})$")
_COVERS: Final = (
    "The profile says that it covers {}: taken with ?seconds=, its figures are gains over that time; a continuous "
    "profiler says so of what is in use, too. They are read as what is in use."
)
_HEADS: Final = ("File:", "Type:", "Build ID:", "Time:", "Duration:")
_FETCHING: Final = "Fetching profile"
_SAME_MINUTE: Final = "It was fetched after another of the same printed minute: their order in the text counts."
_REMARKS: Final = (
    "Showing ",
    "Dropped ",
    "Active filters:",
    "Fetching ",
    "Saved profile",
    "Entering interactive",
    "Generating ",
    "(pprof)",
    "...",
    "---",
)


class PprofTextReader:
    """Reads pprof's own text: one reading for each profile that was printed."""

    def recognises(self, text: str) -> bool:
        """Whether a table header, a row of five numbers, a listing or a trace stands in the text."""
        return any(sign.stands_in(text) for sign in _SIGNS)

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """A `TopTable` for each profile, the groups of one of goroutines. Raises Malformed when no row can be read."""
        session = _Session(limits)
        for line in text.splitlines():
            session.take(line.expandtabs(8).rstrip())
        readings = session.finish()
        if not readings:
            raise Malformed(
                "pprof's text has a header, but no row that can be read.", expected="flat flat% sum% cum cum% name"
            )
        return readings


class _Session:
    """The lines of one text, in order; a new profile begins with a new head or another total."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._readings: list[Reading] = []
        self._views = Views()
        self._time: str | None = None
        self._duration: str | None = None
        self._pending: tuple[Value, Value] | None = None
        self._routine: tuple[str, str | None] | None = None
        self._web = WebListing()
        self._in_traces = False
        self._frames: list[Frame] = []
        self._value: Value | None = None
        self._object_bytes: int | None = None
        self._dropped = 0
        self._fetches = 0
        self._moments: dict[datetime, int] = {}
        """The printed times of what was read, each with the fetch that it came of."""

    def take(self, line: str) -> None:
        stripped = line.strip()
        if stripped.startswith("|") and stripped.count("|") > _MARKDOWN_COLUMNS:
            stripped = " ".join(cell.strip(" `*") for cell in stripped.strip("|").split("|"))
        if not stripped or self._take_head(stripped):
            return
        web = self._web.take(stripped)
        if web is not None:
            self._take_web(web)
        elif self._in_traces:
            self._take_trace(stripped)
        elif not self._take_listed(stripped) and not self._take_row(stripped):
            self._take_wrapped(stripped)

    def finish(self) -> tuple[Reading, ...]:
        self._flush()
        return tuple(self._readings)

    def _take_head(self, line: str) -> bool:
        """Lines about the table; whether this was one."""
        if line.startswith(_HEADS):
            self._end_trace()
            self._in_traces = False
            if len(self._views):
                self._end_view()
            self._set_head(line)
            return True
        if _TRACE_RULE.fullmatch(line):
            self._end_trace()
            self._in_traces = True
            return True
        self._take_fetch(line)
        self._take_options(line)
        routine = _ROUTINE.match(line)
        if routine:
            self._end_trace()
            self._in_traces, self._routine = False, (parse_routine(routine[1]), routine[2])
            return True
        total = _TOTAL.search(line)
        if total:
            self._set_total(parse_value(total[1] or total[2]))
            if line.endswith(" goroutines"):
                self._views.sample_type = self._views.sample_type or "goroutine"
        is_columns = line.startswith("flat ") and "flat%" in line
        if is_columns:
            self._views.begin_table()
        if total or is_columns:
            self._end_trace()
            self._in_traces, self._routine = False, None
        return bool(total) or is_columns or line.startswith(_REMARKS)

    def _take_fetch(self, line: str) -> None:
        """Another profile begins where pprof says that it fetches one."""
        if line.startswith(_FETCHING):
            if len(self._views):
                self._flush()
            self._fetches += 1

    def _set_head(self, line: str) -> None:
        if line.startswith("Type:"):
            self._views.sample_type = line.removeprefix("Type:").strip() or None
        elif line.startswith("Time:"):
            self._time = line.removeprefix("Time:").strip()
        elif line.startswith("Duration:"):
            self._duration = line.removeprefix("Duration:").partition(",")[0].strip() or None
        elif line.startswith("File:"):
            self._time = None

    def _take_options(self, line: str) -> None:
        """A command line or a heading above the table tells the type, and a command whether it is a difference."""
        announced = _ANNOUNCED.match(line) if line.endswith((":", "*", "`", "_")) else None
        if announced:
            self._change_view(announced[1], time=self._time)
        if "pprof" not in line and "sample_index" not in line:
            return
        asked, option = _AT_PROMPT.search(line), _OPTION.search(line)
        if asked:
            self._change_view(asked[1], time=self._time)
        elif option:
            self._change_view(option[1] or option[2], time=None)
        if _BASE.search(line):
            if len(self._views):  # a command begins another profile: what was read before it is none of its difference
                self._flush()
            self._views.is_difference = True

    def _change_view(self, sample_type: str, *, time: str | None) -> None:
        """What is printed from here on is of this type; of the moment before when it was asked for at the prompt."""
        if len(self._views):
            self._flush()
            self._time = time
        self._views.sample_type = sample_type

    def _set_total(self, total: Value | None) -> None:
        if total is None:
            return
        if len(self._views) and self._views.total not in {None, total.amount}:
            time, sample_type = self._time, self._views.sample_type
            self._flush()
            self._time, self._views.sample_type = time, sample_type
        self._views.total = self._views.count(total)

    def _take_row(self, line: str) -> bool:
        words = line.split(maxsplit=5)
        if len(words) >= 5 and all(map(is_percentage, (words[1], words[2], words[4]))):
            flat, cum = parse_value(words[0]), parse_value(words[3])
            if flat is None or cum is None:
                return False
            self._views.add_share(share_of(words[4]), cum)
            frame = parse_name(words[5].removeprefix("|")) if len(words) > 5 else None
            if frame is None:
                self._pending = flat, cum
            elif self._has_room():
                self._views.add_row(frame, flat, cum)
            return True
        return self._take_edge(line)

    def _take_edge(self, line: str) -> bool:
        words = line.split(maxsplit=3)
        if len(words) == 4 and words[2] == "|" and is_percentage(words[1]):
            value, frame = parse_value(words[0]), parse_name(words[3])
            if value is not None and frame is not None and self._has_room():
                self._views.add_edge(frame, value)
            self._pending = None
            return True
        return False

    def _take_wrapped(self, line: str) -> None:
        """The name of a row that was wrapped behind its numbers."""
        if self._pending is None:
            return
        frame = parse_name(line.removeprefix("|"))
        if frame is not None and self._has_room():
            self._views.add_row(frame, *self._pending)
        self._pending = None

    def _take_listed(self, line: str) -> bool:
        if self._routine is None:
            return False
        whole = _LISTED_SUM.match(line)
        found = whole or _LISTED.match(line)
        flat, cum = (parse_value(found[1]), parse_value(found[2])) if found else (None, None)
        if found is None or flat is None or cum is None:
            return False
        if (flat.amount or cum.amount) and self._has_room():
            function, file = self._routine
            listed = ListedLine(
                function=function,
                file=file,
                line=None if whole else int(found[3]),
                flat=self._views.count(flat),
                cum=self._views.count(cum),
                code=None if whole else line[found.end() :].strip()[:_CODE] or None,
            )
            self._views.add_line(listed)
        return True

    def _take_web(self, web: WebLine) -> None:
        """A sum of a function that was listed before begins the same page at another moment."""
        if web.line is None and self._views.lists(web.function):
            sample_type = self._views.sample_type
            self._flush()
            self._views.sample_type = sample_type
        self._views.total = self._views.total or web.total
        if (web.flat.amount or web.cum.amount) and self._has_room():
            flat, cum = self._views.count(web.flat), self._views.count(web.cum)
            code = web.code[:_CODE] or None
            self._views.add_line(
                ListedLine(function=web.function, file=web.file, line=web.line, flat=flat, cum=cum, code=code)
            )

    def _take_trace(self, line: str) -> None:
        """`17   runtime.gopark` begins a stack, `tenant:  0` labels it, any other line is its next frame."""
        first, _, rest = line.partition(" ")
        value = parse_value(first)
        if self._value is None and value is not None and rest.strip():
            self._value, line = value, rest
        elif self._value is None:
            label = _LABEL.match(line)
            if label and label[1] == "bytes":
                size = parse_value(label[2])
                self._object_bytes = size.amount if size else None
            return
        frame = parse_name(line)
        if frame is not None and len(self._frames) < self._limits.frames_per_stack:
            self._frames.append(frame)

    def _end_trace(self) -> None:
        if self._value is not None and self._frames and self._has_room():
            self._views.add_stack(tuple(self._frames), self._value, self._object_bytes)
        self._frames, self._value, self._object_bytes = [], None, None

    def _has_room(self) -> bool:
        if len(self._views) < self._limits.stacks:
            return True
        self._dropped += 1
        return False

    def _end_view(self) -> None:
        """The head of a profile follows; the end of a -peek above it is a view of the same."""
        cut = self._views if self._views.is_cut and self._time is None else None
        if cut is None:
            self._flush()
        else:
            self._views = Views()
            self._views.carry(cut)

    def _flush(self) -> None:
        self._end_trace()
        views, notes = self._views, []
        captured_at, note = parse_time(self._time) if self._time else (None, None)
        if note:
            notes.append(note)
        if captured_at is not None and self._moments.setdefault(captured_at, self._fetches) != self._fetches:
            captured_at = None
            notes.append(_SAME_MINUTE)
        if self._duration and (views.sample_type or "").startswith("inuse_"):
            notes.append(_COVERS.format(self._duration))
        if self._dropped:
            notes.append(f"{self._dropped} rows beyond the first {self._limits.stacks} are left out.")
        if len(views) or views.total == 0:
            table = with_kind(views.table())
            if table.sample_type is None and table.unit == "bytes":
                notes.append(_UNTYPED)
            goroutines = goroutines_in(table)
            self._readings.append(
                Reading(
                    kind=EvidenceKind.PPROF_TEXT if goroutines is None else KINDS[table.sample_type or "goroutine"],
                    content=goroutines or table,
                    captured_at=captured_at,
                    notes=tuple(notes),
                )
            )
        self._views, self._time, self._duration, self._pending = Views(), None, None, None
        self._routine, self._dropped = None, 0


_UNTYPED: Final = (
    "No Type: line tells what the sizes are. They are taken for what is in use (inuse_space), which pprof prints of a "
    "heap profile unless it is asked for something else; what was allocated in all (alloc_space) would say less."
)


def parse_routine(name: str) -> str:
    """The function a listing is of, in the one spelling."""
    frame = parse_name(name)
    return frame.function if frame else name
