r"""Headers of goroutines as editors and people write them.

::

    Goroutine 7 [chan send]:                    an editor begins sentences with capitals
    goroutine 7 [chan send\uff0c3 minutes]\uff1a   signs of a Chinese keyboard
    goroutine \u2026 [chan send]:                    its number left out; also `...`, `?`, `###`, `<id>`
    created by main.run in goroutine \u2026      its creator's
"""

from __future__ import annotations

import re
from typing import Final

_ODD: Final = re.compile(
    r"^([ \t>*-]{0,16})[Gg]oroutine (\d{1,19}) ?[\[\u3010]([A-Za-z][^\[\]\u3010\u3011\n]{2,120})[\]\u3011]"
    r"\** ?([:\uff1a]?)",
    re.MULTILINE,
)
_UNNUMBERED: Final = re.compile(
    r"^([ \t>*-]{0,16}(created by \S{1,400} in )?)goroutine (?:\u2026|\.{3}|[?#*]{1,9}|<\w{1,16}>)"
    r"(?(2)(?=[ \t\r]*$)|(?= \[[A-Za-z][^\[\]\n]{2,120}\]:))",
    re.MULTILINE,
)
_LEFT_OUT: Final = tuple(f"goroutine {sign}" for sign in ("\u2026", "...", "?", "#", "*", "<"))
_SIGNS: Final = ("Goroutine ", "\uff0c", "\uff1a", "\u3010")


def plain_headers(text: str) -> str | None:
    """The text with such headers as Go prints them; None where there are none."""
    if "oroutine " not in text:
        return None
    is_numbered = not any(sign in text for sign in _LEFT_OUT)
    plain = text if is_numbered else _UNNUMBERED.sub(r"\1goroutine NNN", text)
    if any(sign in plain for sign in _SIGNS):
        plain = _ODD.sub(_plain, plain)
    return None if plain == text else plain


def _plain(found: re.Match[str]) -> str:
    before, number, state, colon = found.groups()
    if found[0].isascii() and "Goroutine" not in found[0]:
        return found[0]
    told = re.sub(r"\uff0c ?", ", ", state)
    return f"{before}goroutine {number} [{told}]{':' if colon else ''}"
