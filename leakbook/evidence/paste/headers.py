r"""Headers of goroutines as editors and people write them.

::

    Goroutine 7 [chan send]:                    an editor begins sentences with capitals
    goroutine 7 [chan send\uff0c3 minutes]\uff1a   signs of a Chinese keyboard
"""

from __future__ import annotations

import re
from typing import Final

_ODD: Final = re.compile(
    r"^([ \t>*-]{0,16})[Gg]oroutine (\d{1,19}) ?[\[\u3010]([A-Za-z][^\[\]\u3010\u3011\n]{2,120})[\]\u3011]"
    r"\** ?([:\uff1a]?)",
    re.MULTILINE,
)
_SIGNS: Final = ("Goroutine ", "\uff0c", "\uff1a", "\u3010")


def plain_headers(text: str) -> str | None:
    """The text with such headers as Go prints them; None where there are none."""
    if "oroutine " not in text or not any(sign in text for sign in _SIGNS):
        return None
    plain = _ODD.sub(_plain, text)
    return None if plain == text else plain


def _plain(found: re.Match[str]) -> str:
    before, number, state, colon = found.groups()
    if found[0].isascii() and "Goroutine" not in found[0]:
        return found[0]
    told = re.sub(r"\uff0c ?", ", ", state)
    return f"{before}goroutine {number} [{told}]{':' if colon else ''}"
