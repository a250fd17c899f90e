"""Joining lines that were broken at a fixed column, as a terminal or a mailer does.

::

    github.com/hyperledger/firefly-transaction-manager/internal/ws.(*webSocketServer
    ).SendReply(0x1159540?, {0xa51b80?, 0xc001592140?})

All lines that were broken have one length, the greatest in the text, and are no whole line of a dump by themselves.
Of other evidence the same is told by what follows: `0 MB globals, 2 P` begins no line of a gctrace log.
"""

from __future__ import annotations

import re
from typing import Final

from ..dump.lines import CREATED, SUMMARY, is_symbol, read_call, read_header, read_place

NARROWEST: Final = 60
"""Columns below which no terminal breaks."""

_LARGEST_PASTE = 4 * 2**20
"""Characters up to which a text may come off a screen."""
_SAMPLE = 40
_FEWEST = 2
"""Broken lines of a table or a log below which it is taken as whole."""
_BEGINS = re.compile(
    r"gc #?\d{1,9} @|gc\d{1,9}\(|#|\d{1,18}(?:: \d{1,18} \[[^\]\n]{1,60}\])? @ 0x|(?:goroutine|heap) profile: "
    r"|l[r-][w-][x-]------|total \d|COMMAND |\S{1,40} +\d{1,9} +\S{1,40} +(?:\d{1,9}[urw]|[a-zA-Z]{3})\b"
    r"|[ \t]*-?[\d.]{1,20}\w{0,5} +-?[\d.]{1,9}% +-?[\d.]{1,9}% "
)
_ENDS = re.compile(r" P(?: \(forced\))?$|\.(?:go|s|c):\d{1,7}$|[\])]$")
"""How a whole line of gctrace, of a profile's page, of `ls`, of lsof and of pprof's table begins, and may end."""
_MOST_PARTS = 20
_OTHERS = (" @ 0x", " ms clock", "flat%", " -> ", "COMMAND ")


def unwrap(text: str) -> str | None:
    """The text with lines joined that were broken at its greatest line length; None when they were not."""
    if len(text) > _LARGEST_PASTE:
        return None
    is_dump = "goroutine " in text or "created by " in text
    if not is_dump and not any(sign in text for sign in _OTHERS):
        return None
    lines = text.split("\n")
    longest = max(map(len, lines))
    if longest < NARROWEST:
        return None
    full = [at for at, line in enumerate(lines[:-1]) if len(line) == longest]
    sample = full[:_SAMPLE]
    torn = sum(1 for at in sample if _is_torn(lines[at], lines[at + 1]))
    if torn >= _FEWEST and 2 * torn >= len(sample):
        return _join_torn(lines, longest)
    broken = sum(1 for at in sample if _is_broken(lines, at, longest)) if is_dump else 0
    return _join(lines, longest) if broken and 2 * broken >= len(sample) else None


def _join_torn(lines: list[str], longest: int) -> str:
    pieces: list[str] = []
    parts = 0
    for line, before in zip(lines, ["", *lines], strict=False):
        goes_on = len(before) == longest and line and _BEGINS.match(line) is None and parts < _MOST_PARTS
        parts = parts + 1 if goes_on else 0
        pieces += (line,) if goes_on else ("\n", line)
    return "".join(pieces[1:])


def _is_torn(line: str, follower: str) -> bool:
    """Whether the line of a table or a log goes on in the next, which begins no line of its own."""
    begins = _BEGINS.match(line) is not None and _ENDS.search(line) is None
    return begins and bool(follower) and _BEGINS.match(follower) is None


def _join(lines: list[str], longest: int) -> str:
    joined: list[str] = []
    parts: list[str] = []
    for line, follower in zip(lines, [*lines[1:], ""], strict=True):
        parts.append(line)
        text = "".join(parts)
        if len(line) != longest or len(parts) >= _MOST_PARTS or (_is_whole(text) and not _is_whole(text + follower)):
            joined.append(text)
            parts = []
    return "\n".join(joined + parts)


def _is_broken(lines: list[str], at: int, longest: int) -> bool:
    """Whether the line is no line of a dump alone, and is one with what follows."""
    if _is_whole(lines[at]):
        return False
    whole = lines[at]
    for follower in lines[at + 1 : at + 6]:
        whole += follower
        if _is_whole(whole):
            return True
        if len(follower) != longest:
            break
    return False


def _is_whole(line: str) -> bool:
    """Whether the line can stand in a dump as it is."""
    text = line.strip()
    creator = CREATED.match(text)
    if creator is not None:
        return is_symbol(creator["name"])
    if read_place(text) is not None:
        return True
    return read_call(text) is not None or read_header(text) is not None or SUMMARY.search(text) is not None
