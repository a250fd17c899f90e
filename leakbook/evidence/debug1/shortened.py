"""Records of a goroutine page as people shorten them: addresses left out or cut, frames without theirs.

::

    1741 @ ...
    #   sync.(*WaitGroup).Wait
    542 @ ... shop/desk.(*Desk).watch (desk.go:54)
    500 @ 0x1038f40 0x1001234 ...    <- all alike
        shop/mail.(*Box).Send
        ...
    500 @ 0x... 0x... 0x...
    #	0x...	shop/mail.Send+0x...	/src/shop/mail.go:33
    447,645 @ shop/mail.(*Box).Send
      <- shop/api.Serve
"""

from __future__ import annotations

import re
from typing import Final

from ..dump.lines import is_symbol, symbol
from ..frames import Frame
from ..printed.written_names import PLACE, function_in, is_only_go
from .lines import COUNT, read_count

_CUT: Final = r"(?:\.{3}|\u2026)"
_SHORT: Final = re.compile(
    rf"[>*|#`\s-]{{0,40}}({COUNT}) @ {{1,3}}+"
    rf"((?:0x(?:[0-9a-f]{{1,16}}+|{_CUT})\s{{0,8}}+){{0,100}}+)({_CUT})?+(.{{0,400}}+)$"
)
"""Possessive throughout: a line that is too long is tried once, not from the end of each of its addresses."""
_MARKS: Final = re.compile(r"^(?:[\s#>*|\u2190]|<-|0x(?:[0-9a-f]{1,16}\b|\.{3}|\u2026))+")
_OFFSET: Final = re.compile(r"\+0x(?:[0-9a-f]{1,12}\b|\.{3}|\u2026)")
_REST: Final = re.compile(r"[\s()]*$")
"""What may stand behind a name and its place."""
_ARGUMENTS: Final = re.compile(r"\((?:\.\.\.)?\)$")
_QUALIFIED: Final = re.compile(r"[\w)\]]\.[\w(]")
_LONGEST: Final = 3000
"""Characters of a line in which a record is looked for."""


def read_short(line: str, *, after_head: bool) -> tuple[int, str | None] | None:
    """Goroutines, and what stands in the line instead of addresses; None where it is no shortened record.

    Without a cut mark a function must stand there: one as Go alone names them, or the line is of a page (`after_head`).
    """
    found = _SHORT.match(line)
    if found is None:
        return None
    if found[3] is not None or "..." in found[2] or "\u2026" in found[2]:
        return read_count(found[1]), found[4].strip() or None
    if found[2]:
        return None
    words = found[4].split(maxsplit=1)
    name = function_in(words[0].strip("`")) if words else None
    if name is None or not (after_head or is_only_go(name)):
        return None
    return read_count(found[1]), found[4].strip()


def read_bare_frame(line: str) -> Frame | None:
    """A function alone on a line, with its place or without, behind marks or an arrow; None for words.

    Behind a `#`, where frames stand, words may follow it.
    """
    text = _MARKS.sub("", line).strip().strip("`")
    place = PLACE.search(text)
    words = _OFFSET.sub("", PLACE.sub(" ", text)).split()
    is_marked = line.lstrip().startswith("#")
    named = next((name for word in (words if is_marked else words[:1]) if (name := _name(word)) is not None), None)
    if named is None or not (is_marked or _REST.match(" ".join(words[1:]))):
        return None
    return Frame(
        function=symbol(named),
        file=place[1] if place is not None else None,
        line=int(place[2]) if place is not None else None,
    )


def _name(word: str) -> str | None:
    name = _ARGUMENTS.sub("", word.strip(",;:`"))
    return name if _QUALIFIED.search(name) is not None and is_symbol(name) else None


def shows_records(text: str) -> bool:
    """Whether such a record stands in a text, with a function of Go's in its line or the next, by name or place.

    Prices, appointments and hosts are written alike: `12 @ ...` above `example.com`.
    """
    at = text.find(" @ ")
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, _line_end(text, at)
        short = read_short(text[start:end], after_head=False) if end - start <= _LONGEST else None
        if short is not None:
            below = text[end + 1 : min(_line_end(text, end + 1), end + 1 + _LONGEST)]
            frames = (read_bare_frame(line) for line in (f"#{short[1] or ''}", below))
            if any(frame is not None and (frame.file or is_only_go(frame.function)) for frame in frames):
                return True
        at = text.find(" @ ", end)
    return False


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found
