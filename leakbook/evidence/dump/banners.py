"""What stands before a dump's stacks and says how they came to be printed.

The runtime writes its banners at the start of a line, then a blank line, then who did it::

    panic: runtime error: invalid memory address or nil pointer dereference
    [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48c1]

    goroutine 42 [running]:

A panic that was recovered and logged ended nothing: its line begins with the log's words (`http: panic serving`,
`Observed a panic: `), or its stack was taken by the goroutine itself, which no runtime does.
"""

from __future__ import annotations

import re
from collections import deque
from itertools import islice
from typing import Final

_CARRIED: Final = 4 * 2**10
"""Bytes of the text before that are looked at again: a banner and its stack may come in two blocks."""
_STACK_BYTES: Final = 4 * 2**10
_MESSAGE_BYTES: Final = 400
_BANNER_LINES: Final = 10
"""Lines of a banner: the message, `[signal SIGSEGV: …]`, the panics it was raised in."""

_LAST: Final = 64
"""Banners of a block that are looked at, from the last back, for one that was not recovered from."""
_MARKS: Final = (b"panic: ", b"fatal error: ", b"SIGQUIT: quit", b"SIGABRT: abort")
_EVENT: Final = re.compile(
    rb"^[ \t>]{0,16}(?:```)?(?:(?P<signal>SIGQUIT: quit|SIGABRT: abort)|(?P<what>panic: |fatal error: )"
    rb"|goroutine (?P<number>\d{1,19})(?: (?:gp|m|mp)=\w+){0,3} \[running)",
    re.MULTILINE,
)
_RUNTIMES_OWN: Final = re.compile(
    rb"runtime error: |assignment to entry in nil map|send on closed channel|close of |sync: |reflect: "
)
_BY_THOSE_WHO_WAIT: Final = re.compile(
    rb"deadlock|timed out|(?<!i/o )(?<!handshake )timeout|deadline exceeded|took too long|no progress|stuck|\bh[au]ng"
    rb"|out of memory|cannot map pages|allocate|OS thread|newosproc|thread exhaustion"
    rb"|too many (?:open files|concurrent)",
    re.IGNORECASE,
)
"""A message that complains of goroutines that hang or pile up: an alarm, a lock detector, a resource exhausted.

`dial tcp 10.0.0.9:5432: i/o timeout` complains of another process.
"""
_SIGNAL: Final = b"\n[signal "
"""Below the message of a fault, in the runtime's own words."""
_ALARMS: Final = (b"time.goFunc", b"testing.(*M).startAlarm")
"""On the stack, or as creator, of a watchdog that time.AfterFunc runs, and of go test's own."""

_PHRASES: Final = (
    b"found unexpected goroutines",
    b"on top of the stack:",
    b"eaked goroutine",
    b"Too many goroutines running after",
    b"appears to have leaked",
    b"Expected not to leak ",
)
"""`[Goroutine 35 in state select, with main.f on top of the stack:` of goleak, `leaked goroutine: goroutine 35 [` of
leaktest, `Test appears to have leaked a Transport:` of net/http's own, which others copied,
`Expected not to leak 1 goroutines:` of gomega's gleak."""
_ALL_TESTS: Final = re.compile(rb"on successful test run|after all tests?\b")
"""`goleak: Errors on successful test run: found …`, `Too many goroutines running after all test(s).` of net/http's own:
said once, when all tests of a package have ended."""
_CHECKERS: Final = re.compile(rb"|".join(re.escape(phrase) for phrase in _PHRASES))
_MOST_PHRASES: Final = 256
_PHRASE_BYTES: Final = 400
_NONE: Final = re.compile(rb"\b(?:0|no) (?:\w+ )?l?$|^\w*[:=] ?0\b", re.IGNORECASE)
"""Before or behind the phrase: `0 leaked goroutines`, `no leaked goroutine`, `leaked goroutines: 0`."""
_LISTED: Final = re.compile(rb"[Gg]oroutine (?:\d{1,19}|N{1,9}|X{1,9}) (?:\[|in state )|\d instances of:")
_BARE_STACK: Final = re.compile(rb"\s*[^\n]{1,200}\)\n[ \t]+[^\n]{1,200}:\d{1,7}(?: \+0x|\n|$)")
"""A call and its place right away: net/http's own check takes the headers off."""


class Banners:
    """The banners met in blocks of a text. The last that names its goroutine is that of the dump judged."""

    def __init__(self) -> None:
        """Nothing met."""
        self.failed = False
        """Whether a panic or a fault ended the process, and none of the goroutines that wait is to blame."""
        self.panicked = False
        """Whether one ended it, whoever is to blame."""
        self.is_list = False
        """Whether a leak checker's words introduce stacks."""
        self.is_of_all_tests = False
        """Whether it looked once, after all tests."""
        self._carried = b""

    def look(self, block: bytes, others: bytes) -> None:
        """Take the next block of the text; `others` are its lines that belong to no well-formed goroutine.

        A banner, or a checker's words, can only stand in those; what they stand before is looked for in all lines.
        """
        carried = self._carried
        self._carried = (carried + block[-_CARRIED:])[-_CARRIED:]
        if len(carried) + len(block) > _CARRIED:
            self._carried = self._carried.partition(b"\n")[2]
        if any(mark in others or mark in carried for mark in _MARKS):
            self._look_for_failure(carried + block)
        # One by one first: an expression of them all looks at every byte by means of its own, ten times as slowly.
        if not self.is_list and any(phrase in others or phrase in carried for phrase in _PHRASES):
            self._look_for_list(carried + block)

    def _look_for_list(self, text: bytes) -> None:
        phrases = islice(_CHECKERS.finditer(text), _MOST_PHRASES)
        first = next((phrase for phrase in phrases if _introduces(text, phrase)), None)
        if first is not None:
            before, behind, _ = _around(text, first)
            self.is_list = True
            self.is_of_all_tests = _ALL_TESTS.search(before + first[0] + behind) is not None

    def _look_for_failure(self, text: bytes) -> None:
        banner: re.Match[bytes] | None = None
        ended: deque[tuple[re.Match[bytes], re.Match[bytes]]] = deque(maxlen=_LAST)
        for event in _EVENT.finditer(text):
            if event["signal"]:
                banner, self.failed = None, False
                ended.clear()
            elif event["what"]:
                is_raised_again = event[0].startswith(b"\t")  # "panic: a [recovered]\n\tpanic: b"
                if banner is None or not is_raised_again or not _is_near(text, banner, event):
                    banner = event
            elif banner is not None:
                if _is_near(text, banner, event):
                    ended.append((banner, event))
                banner = None
        last = next((pair for pair in reversed(ended) if not _took_its_own_stack(text, pair[1])), None)
        if last is not None:
            self.panicked = True
            self.failed = _is_failure(text, *last)
        elif banner is not None:  # whoever pasted it left out the header of the goroutine that it names, or all of it
            message = text[banner.end() : banner.end() + _MESSAGE_BYTES]
            self.failed |= _SIGNAL in message or _RUNTIMES_OWN.match(message) is not None


def _around(text: bytes, phrase: re.Match[bytes]) -> tuple[bytes, bytes, bytes]:
    """What stands on a phrase's line before and behind it, and below that line."""
    before = text[max(0, phrase.start() - _PHRASE_BYTES) : phrase.start()].rpartition(b"\n")[2]
    behind, _, below = text[phrase.end() : phrase.end() + _PHRASE_BYTES].partition(b"\n")
    return before, behind, below


def _introduces(text: bytes, phrase: re.Match[bytes]) -> bool:
    """Whether a leak checker's words, which a log may hold as well, stand right before the first of its stacks."""
    before, behind, below = _around(text, phrase)
    if _NONE.search(before) is not None or _NONE.search(behind) is not None:
        return False
    if _BARE_STACK.match(below) is not None:
        return True
    next_line = below.lstrip().partition(b"\n")[0]
    return any(_LISTED.search(line) is not None for line in (before, behind, next_line))


def _is_near(text: bytes, banner: re.Match[bytes], event: re.Match[bytes]) -> bool:
    """Whether what follows a banner still belongs to it."""
    if event.start() - banner.start() > _BANNER_LINES * _MESSAGE_BYTES:
        return False
    return text.count(b"\n", banner.start(), event.start()) <= _BANNER_LINES


def _stack(text: bytes, running: re.Match[bytes]) -> bytes:
    return text[running.end() : running.end() + _STACK_BYTES].partition(b"\n\n")[0]


def _took_its_own_stack(text: bytes, running: re.Match[bytes]) -> bool:
    """Whether the goroutine printed itself, to log a panic that it recovered from."""
    return b"\nruntime/debug.Stack(" in _stack(text, running)


def _is_failure(text: bytes, banner: re.Match[bytes], running: re.Match[bytes]) -> bool:
    """Whether a banner and the goroutine it names tell of a fault that nobody who waits has caused.

    A small program, or a test, may panic for nothing but to print the others: `panic("show me the stacks")`.
    """
    message, _, more = text[banner.end() : running.start()].partition(b"\n")
    if _BY_THOSE_WHO_WAIT.search(message[:_MESSAGE_BYTES]) is not None:
        return False
    stack = _stack(text, running)
    if any(alarm in stack for alarm in _ALARMS) and _RUNTIMES_OWN.match(message) is None:
        return False
    is_fault = banner["what"] == b"fatal error: " or b"[signal " in more
    is_staged = running["number"] == b"1" or b"testing.tRunner(" in stack
    return is_fault or not is_staged or _RUNTIMES_OWN.match(message) is not None
