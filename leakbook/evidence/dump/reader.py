"""Reader of goroutine dumps: `?debug=2`, SIGQUIT, panics with GOTRACEBACK=all, reports of goleak and leaktest.

::

    goroutine 4217 [chan send, 12 minutes]:
    main.leak(0xc000012345)
            /src/main.go:17 +0x1d
    created by main.start in goroutine 1
            /src/main.go:31 +0x9f

What the form cannot hold: minutes below one, or since before the collector first found the goroutine parked. The page
that net/http/pprof serves stops at 64 MB (runtime/pprof.writeGoroutineStacks), in the middle of a goroutine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ...errors import Malformed
from ...limits import Limits
from ..model import EvidenceKind, Reading
from .banners import Banners
from .blocks import DumpReader
from .groups import GroupBuilder, PrintedStack
from .lines import HEADER, SUMMARY, header_at, headers_in
from .paragraphs import BLOCK_BYTES, Block, paragraph_blocks
from .tolerant import Damage, PasteReader

PAGE_BYTES: Final = 64 * 2**20
"""runtime/pprof.writeGoroutineStacks stops growing its buffer here."""

_PLACE = re.compile(r"\.(?:go|s|c|goc|S):\d{1,7} \+0x[0-9a-f]")
_BARE_PLACE = re.compile(rb"^[ \t>]*\S{1,1024}\.(?:go|s|c|goc|S):\d{0,7}$")
_SMALL = 256 * 2**10
_LONG_LINE = 16 * 2**10
_AROUND = 4 * 2**10
_BANNER_BYTES = 4 * 2**20
"""Where the banner of a signal or a fatal error is looked for: it precedes the dump."""
_BANNERS = (b"all goroutines are asleep", b"SIGQUIT: quit", b"SIGABRT: abort")


class GoroutineDumpReader:
    """Reads goroutine dumps out of cleaned text."""

    def recognises(self, text: str) -> bool:
        """Whether a goroutine header stands in the text, or stacks without one."""
        for number, found in enumerate(headers_in(text)):
            if _header_in_line(found):
                return True
            if number > 1000:
                break
        if " in state " in text and SUMMARY.search(text) is not None:
            return True
        if len(text) <= _SMALL:
            return _holds_stack(text)
        place = _PLACE.search(text) if " +0x" in text else None
        return place is not None and _holds_stack(text[max(0, place.start() - _AROUND) : place.end() + _AROUND])

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """The text's dumps, one reading a moment. Raises Malformed when no goroutine can be made out."""
        return read_blocks(encoded(text), limits)


def encoded(text: str) -> Iterator[bytes]:
    """The text as UTF-8 in pieces of about a block."""
    for at in range(0, len(text), BLOCK_BYTES):
        yield text[at : at + BLOCK_BYTES].encode("utf-8", "replace")


def _header_in_line(found: re.Match[str]) -> bool:
    """Whether a match in a whole text is a header in its line; `header_at` looks at one line only."""
    text = found.string
    end = text.find("\n", found.end(), found.end() + _AROUND)
    line = text[found.start() : end if end >= 0 else found.end() + _AROUND]
    again = HEADER.match(line.rstrip())
    return again is not None and header_at(again) is not None


def _holds_stack(text: str) -> bool:
    """Whether the line by line reader makes out a stack."""
    taken: list[PrintedStack] = []
    reader = PasteReader(lambda _header, stack, _creator: taken.append(stack))
    for line in text.split("\n"):
        reader.feed(line[:_LONG_LINE])
        if taken:
            return True
    reader.finish()
    return bool(taken)


_END_BYTES: Final = 1024
_EXIT: Final = re.compile(rb"^exit status \d{1,3}\s*\Z", re.MULTILINE)
"""`exit status 2`, which `go run` prints when the program has ended."""
_DEADLOCK: Final = b"all goroutines are asleep - deadlock!"


class _Watched:
    """A text's blocks on their way to their reader, with what the notes need to know about the whole text.

    Banners are looked for in what the reader did not take as goroutines, most often next to nothing. With `alone` the
    rest is held back once it shows that more than a dump is in the text.
    """

    def __init__(self, chunks: Iterable[bytes], reader: DumpReader, *, alone: bool) -> None:
        self._blocks = paragraph_blocks(chunks)
        self._reader = reader
        self._alone = alone
        self.size = 0
        self._end = b""
        self.banner = False
        self.deadlock = False
        self.banners = Banners()
        self.is_pasted = False
        """Whether carriage returns or a terminal's colours are in it, which a reader of pasted text takes out."""

    @property
    def shows_end(self) -> bool:
        """Whether a banner tells that the process ended with this dump."""
        return self.banner or self.banners.failed or self.banners.panicked or _EXIT.search(self._end) is not None

    @property
    def ends_in_a_line(self) -> bool:
        """Whether the text stops inside a header ("goroutine 41 [chan re", or a piece of its first word) or a place.

        The last place of a stack has an offset, unless whoever printed the text leaves all of them out.
        """
        before, _, last = self._end.rstrip(b"\n").rpartition(b"\n")
        if _BARE_PLACE.search(last):
            return b" +0x" in before
        return bool(last) and (b"goroutine ".startswith(last) or (last.startswith(b"goroutine ") and b"]" not in last))

    def __iter__(self) -> Iterator[Block]:
        for text, start, end in self._blocks:
            if self._alone:
                self.is_pasted = text.find(b"\r", start, end) >= 0 or text.find(b"\x1b", start, end) >= 0
                if self.is_pasted:
                    return
            yield text, start, end
            if self.size < _BANNER_BYTES:
                self._look_for_banners(text[start:end], b"\n".join(self._reader.others))
            self.size += end - start
            self._end = (self._end + text[max(start, end - _END_BYTES) : end])[-_END_BYTES:]
            if self._alone and self._reader.meets_other:
                return

    def _look_for_banners(self, block: bytes, others: bytes) -> None:
        self.banner = self.banner or any(banner in others for banner in _BANNERS)
        self.deadlock = self.deadlock or _DEADLOCK in others
        self.banners.look(block, others)


def read_blocks(chunks: Iterable[bytes], limits: Limits) -> tuple[Reading, ...]:
    """The dumps in a text that comes in chunks of bytes (any size), one reading a moment.

    Memory is bounded by one block and the distinct stacks. Raises Malformed when no goroutine can be made out.
    """
    reader = DumpReader(limits)
    watched = _Watched(chunks, reader, alone=False)
    reader.read(watched)
    return _readings(reader, watched)


def read_lone_dump(chunks: Iterable[bytes], limits: Limits) -> tuple[Reading, ...] | None:
    """The same where the text is expected to hold nothing else; None when it does, and must be read as a whole.

    Nothing is searched for in the bulk: other evidence can only stand in lines that are no goroutine's.
    """
    reader = DumpReader(limits)
    watched = _Watched(chunks, reader, alone=True)
    reader.read(watched)
    return None if watched.is_pasted or reader.meets_other else _readings(reader, watched)


def _readings(reader: DumpReader, watched: _Watched) -> tuple[Reading, ...]:
    filled = [builder for builder in reader.builders if builder.total]
    reader.damage.cut_in_goroutine |= watched.ends_in_a_line
    if not filled:
        raise Malformed(
            "no goroutine could be read from the dump",
            found="no stack under any header",
            expected="goroutine N [state]: and its calls",
        )
    notes, readings = _notes(reader, watched.size), []
    for at, builder in enumerate(filled, start=1):
        cut = builder.open_stack()
        complete = cut is None and _is_complete(builder, reader.damage, watched)
        snapshot = builder.snapshot(complete=complete, cut=cut)
        left_behind = len(filled) == 1 and _is_left_behind(builder, watched)
        is_new = cut is not None and not reader.damage.cut_in_goroutine
        readings.append(
            Reading(
                kind=EvidenceKind.GOROUTINE_DUMP,
                content=replace(
                    snapshot,
                    deadlock=watched.deadlock and len(filled) == 1,
                    failed=watched.banners.failed and len(filled) == 1,
                    ended=watched.shows_end and len(filled) == 1,
                    left_behind=left_behind,
                    after_all_tests=left_behind and watched.banners.is_of_all_tests,
                    begins_torn=reader.begins_torn and at == 1,
                    ends_torn=at == len(filled) and (cut is not None or reader.damage.cut_in_goroutine),
                ),
                notes=(*notes, *_builder_notes(builder, at, len(filled), is_cut=is_new)),
            )
        )
    return tuple(readings)


def _is_left_behind(builder: GroupBuilder, watched: _Watched) -> bool:
    """Whether a leak checker lists these goroutines, which never shows main, nor waits for a signal.

    But for main in the harness: old copies of net/http's own check know it by a call that Go 1.4 no longer makes there.
    """
    mains = [group for group in builder.groups.values() if group.is_main]
    in_harness = all(any(frame.function.startswith("testing.") for frame in group.frames) for group in mains)
    shows_process = watched.banner or not in_harness
    return watched.banners.is_list and not shows_process


def _is_complete(builder: GroupBuilder, damage: Damage, watched: _Watched) -> bool:
    """Whether these are all goroutines of the process: nothing cut, main is there, and so is who took the dump.

    A dump taken in the process shows a running goroutine; one by signal or deadlock has its banner instead.
    """
    if damage.cut_marks or damage.cut_in_goroutine or damage.headerless or watched.size >= PAGE_BYTES:
        return False
    groups = builder.groups.values()
    has_main = any(group.is_main for group in groups)
    has_taker = watched.banner or any(group.state in {"running", "idle"} for group in groups)
    return has_main and has_taker and (builder.total > 1 or watched.banner)


def _notes(reader: DumpReader, size: int) -> tuple[str, ...]:
    damage = reader.damage
    notes = []
    if reader.crowded:
        notes.append("the text holds more dumps than the limit of parts: the last ones are counted as one")
    if size >= PAGE_BYTES:
        notes.append("the dump reaches the 64 MB at which pprof's page stops: the count of goroutines is a lower bound")
    if damage.cut_in_goroutine:
        notes.append("the dump ends or is cut inside a goroutine: the count of goroutines is a lower bound")
    told = (
        (damage.cut_marks, "line marks", "lines mark", "that something was left out of the dump"),
        (damage.headerless, "stack has", "stacks have", "no goroutine header: the state is read from the frames"),
        (damage.wrapped, "line was wrapped and has", "lines were wrapped and have", "been joined"),
        (damage.elided, "stack was", "stacks were", "printed without middle frames"),
        (damage.unavailable, "goroutine", "goroutines", "ran on another thread: no stack of that is in the dump"),
        (damage.ancestors, "stack of creators", "stacks of creators", "(tracebackancestors) left aside"),
        (damage.unreadable, "line", "lines", "inside goroutines could not be read, skipped"),
        (
            reader.long_lines,
            "line was longer than the limit and has",
            "lines were longer than the limit and have",
            "been cut",
        ),
    )
    notes.extend(f"{count} {one if count == 1 else many} {what}" for count, one, many, what in told if count)
    return tuple(notes)


def _builder_notes(builder: GroupBuilder, at: int, captures: int, *, is_cut: bool) -> tuple[str, ...]:
    notes = []
    if is_cut:
        notes.append("a goroutine's creator is missing: the dump is cut there, its count is a lower bound")
    if captures > 1:
        notes.append(f"goroutine numbers come again in the text: this is dump {at} of {captures} in it")
    if builder.left_out:
        notes.append(f"{builder.left_out} goroutines have stacks beyond the limit of distinct stacks: only counted")
    if builder.cut_stacks:
        notes.append(f"{builder.cut_stacks} stacks are deeper than the limit: their outer frames were cut")
    return tuple(notes)
