"""JSON of requests, read within bounds.

Evidence stands in strings, and strings may be as long as a request. What is around them is short in any request of
ours, and costs a parser twenty times its size: `[[],[],...` of 64 MiB is more than a gigabyte of lists. So the text
outside of strings is measured first, in one pass that ends where the bound does.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final, NoReturn

from leakbook.errors import OverLimit

from .problems import UNREADABLE, Refusal

STRUCTURE_CHARACTERS: Final = 2**18
"""Outside of strings, a string itself counting as one: a hundred pieces of evidence in indented JSON take a tenth."""
STRING: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)


def json_object(text: bytes | str, what: str, *, most_pieces: int) -> dict[str, Any]:
    """The object that the text is. `what` names it in Refusal and OverLimit, which it raises."""
    try:
        words = text if isinstance(text, str) else text.decode("utf-8-sig")
        _measure(words, what)
        value = json.loads(words, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise _malformed(f"The {what} is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise _malformed(f"The {what} is no JSON object.")
    pieces = value.get("evidence")
    if isinstance(pieces, list) and len(pieces) > most_pieces:
        raise OverLimit(f"{len(pieces)} pieces of evidence, at most {most_pieces} fit.", limit="parts")
    return value


def _measure(text: str, what: str) -> None:
    outside = at = 0
    while outside <= STRUCTURE_CHARACTERS:
        start = text.find('"', at)
        if start < 0:
            outside += len(text) - at
            break
        outside += start - at + 1
        string = STRING.match(text, start)
        if string is None:
            return  # it never ends: the parser says where it begins
        at = string.end()
    if outside > STRUCTURE_CHARACTERS:
        raise _malformed(f"The {what} has more than {STRUCTURE_CHARACTERS} characters outside of strings.")


def _malformed(detail: str) -> Refusal:
    return Refusal("request-malformed", UNREADABLE, detail)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
