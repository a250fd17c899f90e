"""Argument words of calls, but for the first, by which locks and receivers are told apart; registers."""

from __future__ import annotations

import re
from typing import Final

from .names import Naming

WORD: Final = rb"0x[0-9a-fA-F]{1,16}+\??+"
_FIRST: Final = rb"\{{0,8}+(?:" + WORD + rb"|\.\.\.|_)"
_ELEMENTS: Final = rb"(?:" + _FIRST + rb"\}{0,8}+(?:, ?)?+)"
# Seen whole first, then taken apart: groups of what is repeated would cost three times as much.
_ARGUMENTS = re.compile(rb"\((?=" + _ELEMENTS + rb"{2,}+(?:\)|[\r\n]|\Z))(" + _FIRST + rb")([^\r\n)]*+\)?)")
_TAIL = re.compile(rb"\n[ \t]*+" + _ELEMENTS + rb"++\)[ \t]*+\r?(?=\n|\Z)")
_REGISTER = re.compile(
    rb"\n((?:r[a-z0-9]{1,5}|e[a-z]{2,5}|[c-gs]s|x\d{1,2}|lr|fault)[ \t]++)0x[0-9a-f]{1,16}+(?=[ \t]*+\r?(?:\n|\Z))"
)
_BLANK: Final = bytes.maketrans(b"x", b"_")
_DROPPED: Final = b"0123456789abcdefABCDEF?"


def redact_arguments(text: bytes, names: Naming) -> bytes:
    """Lists of argument words, without all but the first."""
    if b"0x" not in text:
        return text
    parts = _ARGUMENTS.split(text)
    first, others = parts[1::3], parts[2::3]
    if first:
        # All at once, for none of them holds a line end. The bracket is no part of a group: it is what is searched for.
        told = b"\n".join(others)
        names.replaced["word"] += told.count(b"x")
        parts[1::3] = (b"(" + b"\n(".join(first)).split(b"\n")
        parts[2::3] = told.translate(_BLANK, _DROPPED).split(b"\n")
    return b"".join(parts)


def has_tails(text: bytes) -> bool:
    """Whether any line is one that `redact_tails` changes."""
    behind = b"\n" + text
    return _TAIL.search(behind) is not None or _REGISTER.search(behind) is not None


def redact_tails(text: bytes, names: Naming) -> bytes:
    """Lines that go on with the argument words of the line before; registers."""
    if b"0x" not in text:
        return text
    text, tails = b"\n" + text, 0

    def none(found: re.Match[bytes]) -> bytes:
        nonlocal tails
        tails += found[0].count(b"x")
        return found[0].translate(_BLANK, _DROPPED)

    text = _TAIL.sub(none, text)
    names.replaced["word"] += tails
    return _REGISTER.sub(rb"\n\g<1>0x0", text)[1:]
