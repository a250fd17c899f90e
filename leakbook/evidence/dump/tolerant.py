"""The tolerant reader of goroutine dumps: one line at a time, for what people paste.

It takes lines with their indentation lost, wrapped, glued or remarked on, stacks without a header, reports of goleak
and leaktest. The states, with the line that leads to each:

    OUTSIDE   nothing open                                          prose, `exit status 2`, a register dump
    HEADER    `goroutine 9 [chan send]:` seen                       next: a call, `created by`
    CALL      `main.leak(0xc000012345)`                             next: its place
    PLACE     `/src/main.go:17 +0x1d`                               next: a call, `created by`, a blank line
    CREATED   `created by main.start in goroutine 1`                next: its place
    DONE      the creator's place                                   next: a header, or a call of a stack without one
    ANCESTOR  `[originating from goroutine 5]:`                     calls that are not the goroutine's; left out
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from ..frames import Frame
from .groups import PrintedStack
from .lines import (
    CREATED,
    HEADER,
    SUMMARY,
    Call,
    Header,
    header_at,
    is_argument_part,
    is_argument_tail,
    is_symbol,
    read_call,
    read_cut_call,
    read_place,
    summary_header,
    symbol,
)

_CUT_MARK: Final = re.compile(
    r"(?:\.{2,}|\u2026|\[(?:\.{2,}|\u2026|snip\w*|cut)\]|-{2,}|<(?:snip\w*|cut)>|\*{3} .* \*{3}|\(\.\.\.\))$"
)
_ELIDED = re.compile(r"\.\.\.(?:additional|\d{1,9}) frames elided\.\.\.")
_ARROW_BEFORE = re.compile(r"(?:[-=]{1,5}>|>{1,3}|\u2192|\u25b6|\*)\s*(?=\S)")
_ARROW_AFTER = re.compile(r"(?:<[-=]|<<|\u2190|-{1,5}>|={1,5}>|//|#|\*\*)[^\n]*$")
_GLUED = re.compile(r"(?<=[\w)])(?=created by [\w./]+\.)")
_ONE_LINE = re.compile(r"(?<=\))\s+(?=[\w./\\:@+~$-]+\.(?:go|s|c):\d)")
"""Between a call and its place where somebody wrote both on one line: `main.f(...) main.go:17`."""
_UNCLOSED = re.compile(r"\(\*(\w+)\.")
_CREATED_CUT = re.compile(r" in(?: goroutine)?$")
_CREATOR_TAIL = re.compile(r"(?:goroutine )?(\d{1,19})$")
_FRAGMENT = re.compile(r"(?:created by )?[\w./\\:%@*()\[\]\u00b7+~$-]{24,}$")
_BARE_NAME = r"(?:[\w.~-]+/)*[\w~-]+(?:\.\(\*?\w+\))?(?:\.\w+){1,6}"
_BARE = re.compile(rf"{_BARE_NAME}$")
"""A call that was written down as its function alone; `main.go` is none."""
_BARE_WITH_PLACE = re.compile(rf"({_BARE_NAME})[ \t]{{1,40}}(?=[\w./\\:@+~$-]+\.(?:go|s|c):\d)")
"""The same with its place on its line: `shop/feed.(*Hub).wait   hub.go:7`."""
_LONGEST_CALL = 2_000
_MOST_LINES: Final = 16
"""That one line is wrapped into: each is parsed anew with all before it."""
_DEEPEST = 2_000
"""Calls kept of one stack: Go prints at most 100."""
_ENDS = re.compile(r"(?:exit status \d|FAIL\b|--- FAIL|ok\s+\S+/|PASS$|\*\*\* Test killed|\[?signal |SIG[A-Z]+: )")


class State(Enum):
    """Where in a stack the reader is; drawn in the module's docstring."""

    OUTSIDE = auto()
    HEADER = auto()
    CALL = auto()
    PLACE = auto()
    CREATED = auto()
    DONE = auto()
    ANCESTOR = auto()


@dataclass(slots=True)
class _Open:
    """The goroutine being read."""

    header: Header | None
    calls: list[Call] = field(default_factory=list)
    places: list[tuple[str | None, int | None] | None] = field(default_factory=list)
    creator: str | None = None
    creator_place: tuple[str | None, int | None] | None = None
    created_in: int | None = None
    summary_top: str | None = None
    unavailable: bool = False
    double_spaced: bool = False
    has_prose: bool = False
    """Whether a line was met since the header that is nothing Go prints."""


@dataclass(slots=True)
class Damage:
    """What was met on the way, for the notes."""

    cut_marks: int = 0
    elided: int = 0
    headerless: int = 0
    wrapped: int = 0
    ancestors: int = 0
    unavailable: int = 0
    cut_in_goroutine: bool = False
    unreadable: int = 0
    """Lines inside a goroutine that are no call, place or creator."""


Emit = Callable[[Header, PrintedStack, int | None], None]


class PasteReader:
    """Feed it lines; it hands every goroutine it can make out to `emit`."""

    def __init__(self, emit: Emit) -> None:
        """Nothing read yet."""
        self.damage = Damage()
        self._emit = emit
        self._state = State.OUTSIDE
        self._open: _Open | None = None
        self._fragment: str | None = None
        self._lines = 1
        """That the fragment, or what is taken now, was joined from."""
        self._blank = False
        self._has_places = False
        self._headers = 0

    def feed(self, line: str) -> None:
        """Take one line, without its line break."""
        text = line.strip().strip("\u00a0\u200b")
        if not text:
            self._meet_blank()
            return
        if self._fragment is not None:
            joined, self._fragment = self._fragment + text, None
            self._lines += 1
            if self._joins(joined, text):
                self.damage.wrapped += 1
                text = joined
            elif self._may_go_on(joined) and is_argument_part(text) and read_cut_call(joined) is not None:
                self._fragment = joined
                return
            else:
                self._take_fragment(joined[: len(joined) - len(text)])
                self._lines = 1
        else:
            self._lines = 1
        self._take(text)
        self._blank = False

    def finish(self) -> None:
        """The text ends, or a part follows that another reader took."""
        if self._fragment is not None:
            fragment, self._fragment = self._fragment, None
            self._take_fragment(fragment)
        self._close()

    def passes_over(self, line: bytes) -> bool:
        """Whether a line can only be one more of a stack that has all the calls that are kept: count it, and no more.

        A million frames of one goroutine are 60 kB of gzip. Whatever ends a stack names a goroutine or a creator, or
        is blank.
        """
        current = self._open
        if current is None or len(current.calls) < _DEEPEST or self._fragment is not None or not line:
            return False
        if b"oroutine" in line or b"created by" in line or line.isspace():
            return False
        self.damage.unreadable += 1
        return True

    def in_goroutine(self, *, beside_whole: bool) -> bool:
        """Whether the last line read left a stack open where Go would have gone on: a call without its place.

        Whoever writes several goroutines down by hand may leave out the places of all; `beside_whole` tells that others
        were read as Go prints them, by another reader.
        """
        prints_places = self._has_places or beside_whole or self._headers < 2
        lacks_place = self._state in {State.CALL, State.CREATED} and prints_places
        return self._state is State.HEADER or lacks_place or self._fragment is not None

    def _take(self, text: str) -> None:
        found = HEADER.search(text)
        told = header_at(found) if found is not None else None
        if found is not None and told is not None:
            if found.start():
                self._take_part(text[: found.start()].rstrip())
            self._begin(told[0])
            rest = text[told[1] :].strip()
            if rest:
                self._take_part(rest)
            return
        if "n state " in text and (found := SUMMARY.search(text)) is not None:
            header = summary_header(found)
            if header is not None:
                self._begin(header)
                assert self._open is not None  # noqa: S101 - _begin opened it; for the type checker
                self._open.summary_top = found["top"]
                return
        self._take_part(text)

    def _take_part(self, text: str) -> None:
        glued = _GLUED.search(text)
        if glued is not None and not text.startswith("created by "):
            self._take_part(text[: glued.start()])
            text = text[glued.start() :]
        if (before := _ARROW_BEFORE.match(text)) is not None and not _CUT_MARK.match(text):
            text = text[before.end() :]
        if (between := _ONE_LINE.search(text)) is not None and self._take_call(text[: between.start()]):
            text = text[between.end() :]
        elif (named := _BARE_WITH_PLACE.match(text)) is not None and self._is_due(named[1], after=State.PLACE):
            self._add_call(Call(function=named[1], arguments=""))
            text = text[named.end() :]
        if not (self._take_place(text) or self._take_creator(text) or self._take_call(text)):
            self._take_other(text)

    def _take_place(self, text: str) -> bool:
        place = read_place(text)
        if place is None:
            return False
        current = self._open
        if current is None:
            return True
        self._has_places = True
        if self._blank and self._state in {State.CALL, State.CREATED}:
            current.double_spaced = True
        if self._state is State.CALL:
            current.places[-1] = place
            self._state = State.PLACE
        elif self._state is State.CREATED:
            current.creator_place = place
            self._state = State.DONE
        return True

    def _take_creator(self, text: str) -> bool:
        found = CREATED.match(text)
        if found is None:
            return False
        name = _ARROW_AFTER.sub("", found["name"]).rstrip()
        creator = found["creator"]
        name = _UNCLOSED.sub(r"(*\1).", _CREATED_CUT.sub("", name.removesuffix("(...)")))
        if not is_symbol(name):
            return False
        if self._state is State.ANCESTOR:
            return True
        if self._open is None or self._state is State.DONE or self._open.creator is not None:
            self._close()
            self._open = _Open(None)
        self._open.creator = name
        self._open.created_in = None if creator is None else int(creator)
        self._state = State.CREATED
        return True

    def _take_call(self, text: str) -> bool:
        call = read_call(text)
        if call is None and (after := _ARROW_AFTER.search(text)) is not None:
            call = read_call(text[: after.start()].rstrip())
        if call is None:
            return False
        if self._state is State.ANCESTOR:
            return True
        self._add_call(call)
        return True

    def _add_call(self, call: Call) -> None:
        current = self._open_for_call()
        if len(current.calls) < _DEEPEST:
            current.calls.append(call)
            current.places.append(None)
        else:
            self.damage.unreadable += 1
        self._state = State.CALL

    def _open_for_call(self) -> _Open:
        current = self._open
        if current is not None and self._blank and not current.double_spaced and current.calls:
            self._close()
            current = None
        if current is None or self._state is State.DONE:
            self._close()
            current = self._open = _Open(None)
            self._state = State.HEADER
        self._blank = False
        return current

    def _take_other(self, text: str) -> None:
        if text.startswith("[originating from goroutine "):
            self.damage.ancestors += 1
            self._state = State.ANCESTOR
        elif _ELIDED.search(text):
            self.damage.elided += 1
        elif "stack unavailable" in text:
            self.damage.unavailable += 1
            if self._open is not None:
                self._open.unavailable = True
        elif _CUT_MARK.match(text):
            self.damage.cut_marks += 1
        elif _ENDS.match(text):
            self._close()
        elif self._open is not None:
            self._take_odd(text, self._open)

    def _take_odd(self, text: str, current: _Open) -> None:
        tail = _CREATOR_TAIL.match(text)
        if tail is not None and self._state is State.CREATED and current.created_in is None:
            self.damage.wrapped += 1
            current.created_in = int(tail[1])
        elif self._state is State.ANCESTOR or text in {"]", ">", "}", ")"} or text.startswith("+0x"):
            return
        elif self._may_go_on(text) and (
            read_cut_call(text) or _FRAGMENT.match(text) or CREATED.match(text) or self._is_bare(text)
        ):
            self._fragment = text
        else:
            self.damage.unreadable += 1
            current.has_prose = True

    def _may_go_on(self, text: str) -> bool:
        return len(text) < _LONGEST_CALL and self._lines < _MOST_LINES

    def _joins(self, joined: str, text: str) -> bool:
        """Whether a line and the one before it are one line that was wrapped."""
        if read_call(text) is not None and not is_argument_tail(text):
            # Both stand for themselves unless the first ends inside a name: `github.com/a/b/pkg.(*Wo`, `rker).run()`.
            return read_call(joined) is not None and text[0] not in "\t " and self._starts_mid_name(joined, text)
        if read_call(joined) is not None:
            return True
        if read_place(joined) is not None:
            if text.startswith("/") and self._is_bare(joined[: len(joined) - len(text)]):
                return False
            return read_place(text) is None or self._state in {State.CALL, State.CREATED}
        return CREATED.match(joined) is not None and read_place(text) is None and read_call(text) is None

    def _starts_mid_name(self, joined: str, text: str) -> bool:
        head = joined[: len(joined) - len(text)]
        return head.count("(") > head.count(")") or head.endswith(("/", ".", "-")) or "/" not in text

    def _take_fragment(self, text: str) -> None:
        """A line that wrapping does not explain: a call cut inside its arguments still names its function."""
        call = read_cut_call(text)
        if call is None and self._is_bare(text):
            call = Call(function=text, arguments="")
        if call is None or self._state is State.ANCESTOR:
            self.damage.unreadable += 1
            return
        self._add_call(call)

    def _is_bare(self, text: str) -> bool:
        """Whether the line is a function's name alone where a call is due, in a goroutine with a header."""
        has_places = self._open is not None and any(self._open.places)
        return _BARE.match(text) is not None and not has_places and self._is_due(text, after=State.CALL)

    def _is_due(self, name: str, *, after: State) -> bool:
        """Whether a name alone can be the next call: first below its header, or in that state and nothing between."""
        return (
            self._open is not None
            and self._open.header is not None
            and self._state in {State.HEADER, after}
            and not (self._blank or self._open.has_prose)
            and not name.endswith((".go", ".s", ".c"))
            and is_symbol(name)
        )

    def _begin(self, header: Header) -> None:
        current = self._open
        summed_up = current is not None and current.summary_top is not None and not current.calls
        if current is not None and current.header is not None and summed_up and current.header.number == header.number:
            current.header = header
            return
        self._close()
        self._headers += 1
        self._open = _Open(header)
        self._state = State.HEADER

    def _meet_blank(self) -> None:
        if self._fragment is not None:
            fragment, self._fragment = self._fragment, None
            self._take_fragment(fragment)
        if self._state is State.DONE or self._state is State.ANCESTOR:
            self._close()
        self._blank = True

    def _close(self) -> None:
        current, self._open = self._open, None
        self._state = State.OUTSIDE
        if current is None:
            return
        if current.summary_top is not None and not current.calls and is_symbol(current.summary_top):
            current.calls.append(Call(function=current.summary_top, arguments=""))
            current.places.append(None)
        if current.header is None:
            if not any(current.places) and current.creator_place is None:
                return
            self.damage.headerless += 1
        elif not current.calls and current.creator is None and not current.unavailable:
            self.damage.cut_in_goroutine = True
        stack = PrintedStack(
            calls=tuple(current.calls), places=tuple(current.places), created_by=creator_frame(current)
        )
        self._emit(current.header or Header(number=None, state=None), stack, current.created_in)


def creator_frame(current: _Open) -> Frame | None:
    """The `created by` frame, None for goroutine 1 and where it was cut off."""
    if current.creator is None:
        return None
    file, line = current.creator_place if current.creator_place is not None else (None, None)
    return Frame(function=symbol(current.creator), file=file, line=line)
