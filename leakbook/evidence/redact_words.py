"""Argument words of calls, but for the first, by which locks and receivers are told apart; registers."""

from __future__ import annotations

import re
from typing import Final

from .redact_names import Naming

_ELEMENTS: Final = rb"(?:\{{0,8}+(?:0x[0-9a-fA-F]{1,16}+\??+|\.\.\.|_)\}{0,8}+(?:, ?)?+)"
_ARGUMENTS = re.compile(rb"\((?=[{0._])" + _ELEMENTS + rb"{2,}+(?:\)|(?=[\r\n]|\Z))")
_TAIL = re.compile(rb"\n[ \t]*+" + _ELEMENTS + rb"++\)[ \t]*+\r?(?=\n|\Z)")
_WORD = re.compile(rb"0x[0-9a-fA-F]{1,16}\??")
_REGISTER = re.compile(
    rb"\n((?:r[a-z0-9]{1,5}|e[a-z]{2,5}|[c-gs]s|x\d{1,2}|lr|fault)[ \t]++)0x[0-9a-f]{1,16}+(?=[ \t]*+\r?(?:\n|\Z))"
)


def redact_words(text: bytes, names: Naming) -> bytes:
    """Whole lines, without the words."""
    if b"0x" not in text:
        return text
    text = _ARGUMENTS.sub(lambda found: _blank(found[0], names, keep=1), b"\n" + text)
    text = _TAIL.sub(lambda found: _blank(found[0], names, keep=0), text)
    return _REGISTER.sub(rb"\n\g<1>0x0", text)[1:]


def _blank(arguments: bytes, names: Naming, *, keep: int) -> bytes:
    opening = len(arguments) - len(arguments.lstrip(b"({ \t\n"))
    first = _WORD.match(arguments, opening) if keep else None
    kept = first.end() if first else opening
    blanked, count = _WORD.subn(b"_", arguments[kept:])
    names.replaced["word"] += count
    return arguments[:kept] + blanked
