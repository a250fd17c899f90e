"""Reader of goroutine, goroutineleak and threadcreate profiles in text (`?debug=1`).

::

    goroutine profile: total 4217
    4000 @ 0x48c18a 0x418c9c 0x418897 0x6b7b3e 0x4930c1
    # labels: {"tenant":"a b"}
    #       0x6b7b3d        main.leakSend.func1+0x1d        /src/main.go:17

What the form cannot hold: who created a goroutine, how long it waits, its number; and, for most, what it waits for:
the leading runtime frames are there as addresses only. One stack stands in several records when labels differ.

A page of 25,000 stacks is 57 MB of a few thousand different lines: a large one is taken a record at a time, each line
looked up in those already read (`read_bulk`), and only what is no such record is left for other readers to look at.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from ...errors import Malformed
from ...limits import Limits
from ..dump.groups import in_group_order
from ..dump.lines import headers_in, read_place
from ..frames import Frame
from ..model import EvidenceKind, GoroutineGroup, GoroutineSnapshot, Reading
from ..reader import Bulk
from ..states import state_from_frames
from .counting import UNLABELLED, Counted, Counting, Profile, Stack
from .heads import parted
from .lines import (
    BLANK,
    FIRST_RECORD,
    HEAD,
    KINDS,
    LABELS,
    MARKS,
    OTHER_HEAD,
    RECORD,
    RECORD_SIGN,
    UNCOUNTED,
    UNCOUNTED_SIGNS,
    FrameLine,
    is_whole_frame,
    read_addresses,
    read_count,
    read_frame,
    read_labels,
    read_words,
)
from .shortened import read_bare_frame, read_short, shows_records
from .states import leading_addresses, states_by_addresses

_PIECE: Final = 2**18
_RECORD_LINE: Final = re.compile(r"\d{1,12}+ @(?: 0x[0-9a-f]{1,16}+)+$")


@dataclass(slots=True)
class Record:
    """One `N @ …` record while it is read."""

    count: int
    addresses: tuple[int, ...]
    lines: list[FrameLine] = field(default_factory=list)
    labels: tuple[tuple[str, str], ...] = ()
    short: bool = False
    """Whether its addresses were left out: functions stand alone on their lines then."""
    _known: frozenset[int] = frozenset()

    def known_addresses(self) -> frozenset[int]:
        """The distinct addresses, to look up."""
        if not self._known:
            self._known = frozenset(self.addresses)
        return self._known


class GoroutineTextReader:
    """Reads debug=1 text of counted stacks."""

    def recognises(self, text: str) -> bool:
        """Whether a head or a record of such a profile stands in the text."""
        if "profile: total " in text and HEAD.search(text) is not None:
            return True
        has_counts = RECORD_SIGN.search(text) is not None
        if FIRST_RECORD.search(text) is not None if has_counts else _shows_waiting(text):
            return True
        return shows_records(text) and next(headers_in(text), None) is None

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """One reading a profile; a head alone still states its total. Raises Malformed when there is neither."""
        parser = _TextParser(limits, uncounted=RECORD_SIGN.search(text) is None and _shows_waiting(text))
        for line in lines_of(_with_single_spacing(text) if parser.uncounted else text):
            parser.feed(line)
        return self._readings(parser)

    def fills(self, head: str) -> bool:
        """Whether the text begins as such a page does."""
        return HEAD.match(head) is not None

    def read_bulk(self, text: str, limits: Limits) -> Bulk:
        """Record by record where each is a paragraph of frame lines; all that is anything else is left, too."""
        parser = _TextParser(limits)
        rest: list[str] = []
        for lines in paragraphs_of(text):
            if not parser.feed_record(lines):
                rest += lines
        return Bulk(self._readings(parser), rest="\n".join(rest), lines="\n".join(parser.known_lines()))

    def _readings(self, parser: _TextParser) -> tuple[Reading, ...]:
        counts, used = parted([one for one in parser.profiles() if one.records or one.stated is not None])
        readings = tuple(_reading(profile, parser.skipped) for profile in used)
        readings = (counts, *readings) if counts is not None else readings
        if parser.uncounted:
            note = "stacks stand there without their counts: as many goroutines are counted as are shown"
            readings = tuple(replace(reading, notes=(*reading.notes, note)) for reading in readings)
        if beyond := parser.left_out():
            note = f"{beyond} more profiles stand in the text: only the first {len(readings)} are used"
            readings = (*readings[:-1], replace(readings[-1], notes=(*readings[-1].notes, note)))
        if not readings:
            raise Malformed(
                "the goroutine profile has no record",
                found="neither a head nor a record",
                expected="count @ addresses",
            )
        return readings


def _shows_waiting(text: str) -> bool:
    """Whether stacks of goroutines that wait stand in a text: where no `N @ …` does, as many as are shown."""
    return any(sign in text for sign in UNCOUNTED_SIGNS) and UNCOUNTED.search(text) is not None


def _with_single_spacing(text: str) -> str:
    """The text; where each of its lines has a blank one below, without those, which end no stack."""
    lines = [line.strip(MARKS) for line in text.split("\n")]
    is_spaced = not any(line and below for line, below in pairwise(lines))
    return BLANK.sub("\n", text) if is_spaced else text


def lines_of(text: str) -> Iterator[str]:
    """The text's lines, split a piece at a time to keep memory small."""
    start = 0
    while start < len(text):
        end = text.rfind("\n", start, start + _PIECE) if start + _PIECE < len(text) else len(text)
        if end < start:
            found = text.find("\n", start)
            end = found if found >= 0 else len(text)
        yield from text[start:end].split("\n")
        start = end + 1


def paragraphs_of(text: str) -> Iterator[list[str]]:
    """The text's lines by paragraphs, the empty lines between them left out; split a piece at a time."""
    start = 0
    while start < len(text):
        end = text.rfind("\n\n", start, start + _PIECE) if start + _PIECE < len(text) else len(text)
        if end < 0:
            end = text.find("\n\n", start + _PIECE)
            end = len(text) if end < 0 else end
        lines = text[start:end].split("\n")
        lines.append("")
        at = 0
        while at < len(lines):
            blank = lines.index("", at)
            if blank > at:
                yield lines[at:blank]
            at = blank + 1
        start = end + 2


class _TextParser:
    """Takes lines, makes profiles. Equal frame lines are parsed once."""

    def __init__(self, limits: Limits, *, uncounted: bool = False) -> None:
        self.limits = limits
        self.uncounted = uncounted
        self._counting = Counting(limits)
        self.skipped = 0
        self._record: Record | None = None
        self._above = ""
        """The last line before a head that is nothing of a page."""
        self._cache: dict[str, FrameLine] = {}
        self._frames: dict[Frame, Frame] = {}
        self._named: dict[str, Frame] = {}
        """The frames of the lines in the cache."""
        self._held: list[str] | None = None
        self._held_frames: list[Frame] = []
        """Those of its lines, all of them known."""

    def feed_record(self, lines: list[str]) -> bool:
        """Take a paragraph; whether it is a record and nothing else, as nearly all are."""
        is_record = _RECORD_LINE.match(lines[0]) is not None
        if is_record and len(lines) > 1 and (frames := self._known_frames(lines)) is not None:
            self._take_held()
            self._held, self._held_frames = lines, frames
            return True
        if is_record:
            self._take_held()
        elif self._held is not None:  # these lines may go on with the record before them
            held, self._held = self._held, None
            for line in held:
                self.feed(line)
        for line in lines:
            self.feed(line)
        return is_record and all(map(self._cache.__contains__, lines[1:]))

    def _known_frames(self, lines: list[str]) -> list[Frame] | None:
        """The frames of a record's lines, None where one of the lines was not met before."""
        try:
            return list(map(self._named.__getitem__, lines[1:]))
        except KeyError:
            return None

    def _take_held(self) -> None:
        """Count the record of the last paragraph: it has ended."""
        self._close()
        if self._held is None:
            return
        lines, self._held = self._held, None
        count, _, words = lines[0].partition(" @ 0x")
        frames = tuple(self._held_frames[: self.limits.frames_per_stack])
        addresses = (int(word, 16) for word in words.split(" 0x"))
        leading = leading_addresses(addresses, self._cache[lines[1]])
        self._counting.put(Counted(int(count), words if " " in words else None, frames, leading))

    def feed(self, line: str) -> None:
        """Take one line."""
        known = None if self.uncounted else self._cache.get(line)
        if known is not None and self._record is not None:
            if len(self._record.lines) < self.limits.frames_per_stack:
                self._record.lines.append(known)
            return
        text = line.strip()[: self.limits.line_bytes]
        ended = self._record is not None and self._record.short and bool(self._record.lines)
        if (self.uncounted or ended) and not text.strip(MARKS):
            self._close()
        elif text:
            self._take(line, text)

    def profiles(self) -> list[Profile]:
        """All profiles of the text, which has ended."""
        self._take_held()
        return self._counting.profiles()

    def known_lines(self) -> Collection[str]:
        """The distinct frame lines."""
        return self._cache.keys()

    def left_out(self) -> int:
        """How many profiles were beyond the limit."""
        return self._counting.left_out

    def _take(self, line: str, text: str) -> None:
        if " @" in text and (record := RECORD.match(text)) is not None:
            self._close()
            addresses = read_words(record[2])
            self._record = Record(read_count(record[1]), addresses)
        elif " @ " in text and (short := read_short(text, after_head=self._counting.is_under_head())) is not None:
            self._close()
            self._record = Record(short[0], (), short=True)
            self._take_bare(f"#{short[1] or ''}", self._record)
        elif "profile: " in text and (head := HEAD.search(text)) is not None:
            self._close()
            above, self._above = text[: head.start()].strip() or self._above, ""
            self._counting.begin(KINDS[head[1]], read_count(head[2]), above)
        elif OTHER_HEAD.search(text) is not None:
            self._close()
        elif self.uncounted and self._begins_stack(text):
            self._close()
            self._record = Record(1, ())
            self._take_in_record(line, text, self._record)
        elif self._record is not None:
            self._take_in_record(line, text, self._record)
        else:
            self._above = text

    def _begins_stack(self, text: str) -> bool:
        """Whether a stack without its count begins: any does after a blank line, and one that waits shows it.

        What waits on a channel has no function of the runtime at its leaf here: `#  0x7d1b40  shop.Send+0x31  …`.
        """
        return UNCOUNTED.match(text) is not None or (self._record is None and is_whole_frame(text))

    def _take_in_record(self, line: str, text: str, record: Record) -> None:
        if (labels := LABELS.match(text)) is not None:
            record.labels = read_labels(labels[1]) or ()
        elif not text.startswith("#") and not record.lines and (more := read_addresses(text)) is not None:
            if len(record.addresses) < self.limits.frames_per_stack:
                record.addresses += more
        elif (frame := read_frame(text, record.known_addresses())) is not None:
            if len(record.lines) < self.limits.frames_per_stack:
                record.lines.append(frame)
            if not frame.needs_place and frame.frame is not None and len(self._cache) < self.limits.stacks:
                self._named[line] = self._interned(frame.frame)
                self._cache[line] = replace(frame, frame=self._named[line])
        elif record.lines and record.lines[-1].needs_place and (place := read_place(text.lstrip("# \t"))) is not None:
            last = record.lines[-1]
            if last.frame is not None:
                named = replace(last.frame, file=place[0], line=place[1])
                record.lines[-1] = FrameLine(address=last.address, frame=named)
        elif not (record.short and self._take_bare(text, record)):
            self.skipped += 1

    def _take_bare(self, text: str, record: Record) -> bool:
        """A function of a shortened record; whether one stands in the text."""
        frame = read_bare_frame(text)
        if frame is not None and len(record.lines) < self.limits.frames_per_stack:
            record.lines.append(FrameLine(address=None, frame=frame))
        return frame is not None

    def _close(self) -> None:
        record, self._record = self._record, None
        if record is None:
            return
        told_apart = not record.labels and len(record.addresses) > 1
        words = " 0x".join(f"{word:x}" for word in record.addresses) if told_apart else None
        frames = tuple(line.frame for line in record.lines if line.frame is not None)
        unnamed = not frames and len(record.addresses) != 1 and any(record.addresses)
        leading: tuple[int, ...] = ()
        if unnamed:
            frames = tuple(Frame(function=f"0x{address:x}") for address in record.addresses if address)
        elif not frames and len(record.addresses) == 1:
            # `1 @ 0x492281` and no line: runtime.goexit alone, which is never printed. It has not run yet.
            frames = (Frame(function="runtime.goexit"),)
        else:
            first = next((line for line in record.lines if line.frame is not None), None)
            leading = leading_addresses(record.addresses, first)
        stack = tuple(map(self._interned, frames))
        self._counting.put(Counted(record.count, words, stack, leading, frozenset(record.labels), unnamed))

    def _interned(self, frame: Frame) -> Frame:
        """Equal frames as one object, so that stacks are told apart by identities: hashing frames costs the most."""
        return self._frames.setdefault(frame, frame)


def _reading(profile: Profile, skipped: int) -> Reading:
    groups = _groups(profile)
    counted = sum(group.count for group in groups) + profile.left_out
    total = counted if profile.stated is None else max(profile.stated, counted)
    notes = []
    if profile.stated is None:
        notes.append("the profile's total line is missing: the total is the sum of what is in the text")
    elif counted < profile.stated:
        notes.append(f"the profile states {profile.stated} but its records in the text hold {counted}: an excerpt")
    if profile.left_out:
        notes.append(f"{profile.left_out} have stacks beyond the limit of distinct stacks: only counted")
    if profile.unnamed:
        notes.append(f"{profile.unnamed} have stacks of addresses without symbols")
    if skipped:
        lines, were = ("line", "was") if skipped == 1 else ("lines", "were")
        notes.append(f"{skipped} {lines} between records could not be read and {were} skipped")
    return Reading(
        kind=profile.kind,
        content=GoroutineSnapshot(
            groups=groups,
            total=total,
            complete=profile.stated is not None and counted >= profile.stated and not profile.left_out,
            only_unreachable=profile.kind is EvidenceKind.GOROUTINELEAK_PROFILE,
        ),
        notes=tuple(notes),
    )


def _groups(profile: Profile) -> tuple[GoroutineGroup, ...]:
    """Stacks merged by state and frames, the largest first."""
    stacks = [(*state_from_frames(stack.frames), stack) for stack in profile.stacks.values()]
    told = states_by_addresses((state, stack.frames, stack.leading) for state, _, stack in stacks)
    merged: dict[tuple[str | None, tuple[int, ...]], Stack] = {}
    for (own_state, frames, stack), (identities, _) in zip(stacks, profile.stacks, strict=True):
        state = told.get(stack.leading) if own_state is None else own_state
        # Of most stacks nothing is cut, and their frames' identities are known.
        key = state, identities if frames is stack.frames else tuple(map(id, frames))
        into = merged.get(key)
        if into is None:
            stack.state, stack.frames = state, frames
            merged[key] = stack
        else:
            into.count += stack.count
            into.labels = (into.labels or UNLABELLED) & (stack.labels or UNLABELLED)
    leaks = profile.kind is EvidenceKind.GOROUTINELEAK_PROFILE
    groups = [
        GoroutineGroup(
            state=stack.state,
            frames=stack.frames,
            created_by=None,
            count=stack.count,
            unreachable=stack.count if leaks else None,
            labels=tuple(sorted(stack.labels or ())),
        )
        for stack in merged.values()
    ]
    return in_group_order(groups)
