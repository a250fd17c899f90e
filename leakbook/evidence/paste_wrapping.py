"""Joining lines that were broken at a fixed column, as a terminal or a mailer does.

::

    github.com/hyperledger/firefly-transaction-manager/internal/ws.(*webSocketServer
    ).SendReply(0x1159540?, {0xa51b80?, 0xc001592140?})

All lines that were broken have one length, the greatest in the text, and are no whole line of a dump by themselves.
"""

from __future__ import annotations

from typing import Final

from .goroutine_dump_lines import CREATED, is_symbol, read_call, read_header, read_place

NARROWEST: Final = 60
"""Columns below which no terminal breaks."""

_LARGEST_PASTE = 4 * 2**20
"""Characters up to which a text may come off a screen."""
_SAMPLE = 40
_MOST_PARTS = 20


def unwrap(text: str) -> str | None:
    """The text with lines joined that were broken at its greatest line length; None when they were not."""
    if len(text) > _LARGEST_PASTE or ("goroutine " not in text and "created by " not in text):
        return None
    lines = text.split("\n")
    longest = max(map(len, lines))
    if longest < NARROWEST:
        return None
    full = [at for at, line in enumerate(lines[:-1]) if len(line) == longest]
    sample = full[:_SAMPLE]
    broken = sum(1 for at in sample if _is_broken(lines, at, longest))
    if broken == 0 or 2 * broken < len(sample):
        return None
    return _join(lines, longest)


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
    return read_call(text) is not None or read_header(text) is not None
