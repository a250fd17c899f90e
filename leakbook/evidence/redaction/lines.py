"""The rules that look at no more than a line, asked of each different line once, for a dump says most again and again.

::

    main.(*Shop).pay(0xc0000b4000, 0x1f4)     } one shape, `main.(*Shop).pay(?)`, and if no rule minds it,
    main.(*Shop).pay(0xc0000b5000, 0x1f4)     } neither line is looked at by any

Only lines of a shape that a rule minds go through the rules, in their order in the text: values get the numbers, and
are counted as often, as if all lines went. Where the words of a call may be a part of something (a query, a value), so
may `(?)`, and by themselves they are too short to look random.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from .forms import redact_forms, redact_random, redact_urls
from .named import redact_named
from .names import Naming
from .words import WORD, has_tails, redact_arguments, redact_tails

_RULES: Final = (redact_urls, redact_forms, redact_named, redact_random)
_CALL = re.compile(rb"\((?:\{{0,8}+(?:%b|\.\.\.|_(?=[,)}]))\}{0,8}+(?:, ?)?+)++\)(?=\r?\n)" % WORD)


class Shapes:
    """Of the lines of a text: what they are but for the words of calls."""

    def __init__(self, text: bytes) -> None:
        """Memory: about the text's own, and an object a line."""
        self.text = text
        self.of_lines = _CALL.sub(b"(?)", text).split(b"\n")
        self.different = list(dict.fromkeys(self.of_lines))
        self.told = b"\n".join(self.different)

    def have(self, marks: tuple[bytes, ...]) -> bool:
        """Whether the text has any of these, of which none may be a part of a word."""
        return any(mark in self.told for mark in marks)


class _Marks:
    """Names that no value has, so that whatever is replaced is seen to be."""

    def __init__(self) -> None:
        self.replaced: Counter[str] = Counter()

    def of(self, sort: str, value: bytes) -> bytes:
        return b"%s-%s" % (value, sort.encode())


def redact_lines(shapes: Shapes, names: Naming) -> bytes:
    """The text by all rules for lines; argument words after the others, which may take them for a part of a value."""
    text, told = shapes.text, shapes.told
    if len(told) > len(text) // 2:
        return redact_tails(redact_arguments(_by_rules(text, names), names), names)
    after = _by_rules(told, _Marks()).split(b"\n")
    minded = {shape for shape, anew in zip(shapes.different, after, strict=True) if shape != anew}
    if minded:
        text = _replaced(text, [at for at, shape in enumerate(shapes.of_lines) if shape in minded], names)
    text = redact_arguments(text, names)
    return redact_tails(text, names) if has_tails(told) else text


def _replaced(text: bytes, places: list[int], names: Naming) -> bytes:
    lines = text.split(b"\n")
    anew = _by_rules(b"\n".join(map(lines.__getitem__, places)), names).split(b"\n")
    for at, line in zip(places, anew, strict=True):
        lines[at] = line
    return b"\n".join(lines)


def _by_rules(text: bytes, names: Naming) -> bytes:
    for rule in _RULES:
        text = rule(text, names)
    return text
