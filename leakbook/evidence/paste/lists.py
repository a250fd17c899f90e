"""Goroutines as a debugger or a test's leak checker lists them, written again as a dump prints them.

::

    Goroutine 7 - User: /src/shop/desk.go:31 shop.(*Desk).ask (0x4a12b3) [chan send]      dlv: goroutines
      Goroutine 8 - User: /src/shop/desk.go:40 shop.(*Desk).wait (0x4a12f1)               before dlv 1.6 without states
    Switched from 1 to 9 (thread 4217)                                                    dlv: goroutine 9, then bt
    0  0x000000000043b3ce in runtime.gopark                                               dlv: goroutines -t, bt
        at /usr/local/go/src/runtime/proc.go:402
    Goroutine 12                                                                          GoLand: its list of frames
      runtime.gopark (/usr/local/go/src/runtime/proc.go:402)
      created at: shop.(*Desk).Open (/src/shop/desk.go:39)
    shop.(*Desk).watch() at shop/desk.go:54                                               gomega's gleak

How long a goroutine waits is not read from dlv: it prints ticks of a clock (`[select 457422h31m13s]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..dump.lines import symbol
from ..frames import Frame
from ..states import is_known_state, state_from_frames

_SIGN: Final = re.compile(
    r"\bGoroutine \d{1,19} - (?:User|Runtime|Go|Start): |^[ \t]*0 {1,4}0x[0-9a-f]{1,16} in \S|^[ \t]*created at: \S",
    re.MULTILINE,
)
_LISTED: Final = re.compile(
    r"[* \t]{0,8}Goroutine (?P<number>\d{1,19}) - (?:User|Runtime|Go|Start): (?P<place>\S[^\n]{0,1000}?:\d{1,7})"
    r" (?P<function>\S{1,1000}) \(0x[0-9a-f]{1,16}\)(?: \(thread \d{1,10}\))?(?: \[(?P<state>[^\]\n]{1,80})\])?"
)
_TRACED: Final = re.compile(r"[ \t]*\d{1,4} {1,4}0x[0-9a-f]{1,16} in (?P<function>\S{1,1000})$")
_TRACED_PLACE: Final = re.compile(r"[ \t]+at (?P<place>\S[^\n]{0,1000}:\d{1,7})$")
_SWITCHED: Final = re.compile(r"(?:Switched from \d{1,19} to|\(dlv\) (?:goroutine|gr)) (?P<number>\d{1,19})\b")
_FRAMED: Final = re.compile(r"[* \t]{0,8}Goroutine (?P<number>\d{1,19})$")
_FRAME: Final = re.compile(
    r"[ \t]{1,8}(?P<made>created at: )?(?P<function>[^\s()]\S{0,1000}) \((?P<place>[^\n]{1,1000}:\d{1,7})\)$"
)
_TICKS: Final = re.compile(r" \d[\d.hms]{1,40}$")
_RUNTIME_CALLS: Final = 8
"""More than a waiting goroutine has of the runtime's own: gopark, goparkunlock, semacquire1, lockSlow, Lock."""

_NO_REASON: Final = "waiting"
"""The scheduler's word for a goroutine that is parked for a reason not told."""

_LEAKED: Final = re.compile(
    r"^(?P<call>[ \t]*(?:\S{1,1000}\)|created by \S[^\n]{0,1000}?)) at (?P<place>\S{1,1000}\.go:\d{1,7})$", re.MULTILINE
)


def read_debugger(text: str) -> str | None:
    """Lists and traces of dlv and of GoLand as a dump, everything else as it is."""
    # One character is found ten times as fast as several, and many texts have none of these.
    words = (("G", "Goroutine "), ("i", " in runtime."), ("d", "created at: "))
    if not any(sign in text and word in text for sign, word in words) or _SIGN.search(text) is None:
        return None
    return "\n".join(_lines_of_debugger(text.split("\n")))


def split_leaked_places(text: str) -> str | None:
    """Calls and their places on lines of their own, as a dump has them."""
    if ") at " not in text or ".go:" not in text:
        return None
    return _LEAKED.sub(r"\g<call>\n\t\g<place>", text)


def _lines_of_debugger(lines: Sequence[str]) -> Iterator[str]:
    listed: re.Match[str] | None = None
    """The goroutine whose stack has not begun: it may have none but the one call of the list."""
    told: re.Match[str] | None = None
    """What names the goroutine whose stack comes next, but not its state."""
    for at, line in enumerate(lines):
        found, named = _LISTED.match(line), _SWITCHED.search(line) or _FRAMED.match(line)
        call = None if found or named else _TRACED.match(line) or _FRAME.match(line)
        if listed is not None:
            yield from _listed_call(listed) if call is None else ()
            listed = None
        if found is not None:
            yield from ("", f"goroutine {found['number']} [{_state_of(found)}]:")
            listed, told = found, None
        elif named is not None:
            told = named
        elif call is not None:
            if told is not None:
                yield from ("", f"goroutine {told['number']} [{_state_below(lines, at)}]:")
                told = None
            yield from _call(call)
        else:
            place = _TRACED_PLACE.match(line)
            yield f"\t{place['place']}" if place is not None else line
    if listed is not None:
        yield from _listed_call(listed)


def _call(found: re.Match[str]) -> Iterator[str]:
    parts = found.groupdict()
    yield f"created by {parts['function']}" if parts.get("made") else f"{parts['function']}(...)"
    if "place" in parts:
        yield f"\t{parts['place']}"


def _state_below(lines: Sequence[str], start: int) -> str:
    """What a goroutine waits for, by the calls that its stack begins with."""
    calls = (_TRACED.match(line) or _FRAME.match(line) for line in lines[start : start + 2 * _RUNTIME_CALLS])
    frames = [Frame(function=symbol(call["function"]), file=None, line=None) for call in calls if call is not None]
    return state_from_frames(tuple(frames))[0] or _NO_REASON


def _listed_call(listed: re.Match[str]) -> tuple[str, str]:
    return f"{listed['function']}(...)", f"\t{listed['place']}"


def _state_of(listed: re.Match[str]) -> str:
    state = _TICKS.sub("", listed["state"] or "")
    if is_known_state(state):
        return state
    told, _ = state_from_frames((Frame(function=symbol(listed["function"]), file=None, line=None),))
    return told or _NO_REASON
