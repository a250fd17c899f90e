r"""Values of names that tell a secret, and of such flags.

::

    password=hunter2    DB_PASS=hunter2    api_key: hunter2     --token hunter2     "--pwd", "hunter 2"
    {"password": "hunter \"2\""}    {\"password\": \"hunter2\"}     {"pin_token": 4711}     Cookie: a=b; c=d

A name is looked up by the part that it cannot be without; what stands behind it is read as the quotes there say. Counts
stay: `"tokens": 12`. So does what has no such name and sign before it: functions, files, lines, addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .names import PSEUDONYM, Naming

_SIGN: Final = rb"(?P<plural>s?)(?P<close>\\{0,7}[\"']?)[ \t]{0,3}(?P<sign>:=|=>|[:=])[ \t]{0,3}"
_FLAG_END: Final = rb"s?(?P<flag>[ \t]{1,4}|\\{0,7}\"[ \t]?,[ \t]{0,4}(?=\\{0,7}\")|\0)"
_WORDS: Final = {
    b"pass": rb"pass(?:w(?:or)?d|phrase|(?<!--- pass)(?:(?<![a-z]pass)|"
    + b"|".join(b"(?<=%spass)" % one for one in (b"db", b"my", b"user", b"smtp", b"ftp", b"root", b"admin", b"redis"))
    + rb"))",
    b"pwd": rb"pwd",
    b"secret": rb"secret",
    b"key": rb"key(?:"
    + b"|".join(
        b"(?<=%s[_-]key)|(?<=%skey)" % (one, one)
        for one in (b"api", b"access", b"private", b"signing", b"secret", b"encryption", b"master", b"auth")
    )
    + rb")",
    b"token": rb"token",
    b"credential": rb"credential",
    b"session": rb"session[_-]?id",
    b"cookie": rb"cookie",
    b"authorization": rb"authorization",
    b"dsn": rb"dsn",
}
_NAMES: Final = {mark: re.compile(b"(?:%s)(?:%s|%s)" % (word, _SIGN, _FLAG_END)) for mark, word in _WORDS.items()}
_HEADERS: Final = (_NAMES[b"cookie"], _NAMES[b"authorization"])

_FLAG_WORD: Final = b"abcdefghijklmnopqrstuvwxyz0123456789_-"
_LONGEST_FLAG: Final = 48
_QUOTE = re.compile(rb"\[?(\\{0,7})([\"'])")
_NEXT_IN_LIST = re.compile(rb"\\{0,7}[\"'][ ]?,[ ]?\\{0,7}[\"']")
_EMPTY = re.compile(rb"[ ]?(?:,[ ]?\\{0,7}[\"{\[\d]|[\]}](?:[,\]}\s]|\Z))")
_SCHEME: Final = rb"(?i:(?:bearer|basic|digest|token|negotiate|apikey) )?+"
# A dump may stand in a string, its line ends as backslashes and letters; no value goes beyond them.
_PLAIN = re.compile(_SCHEME + rb"((?:[^\s\"',;&}\])\\]++|\\(?![nrtu\"'\\]))++)")
_REST = re.compile(
    rb"(?:((?i:digest ))|" + _SCHEME + rb")((?:(?(1)[^\n\r\]\\]++|[^\n\r\"'\]\\]++)|\\(?![nrtu\"'\\]))++)"
)
_ARGUMENT = re.compile(_SCHEME + rb"([^\s\"'\0-][^\s\"'\0]*+)")
_UP_TO_NUL = re.compile(_SCHEME + rb"([^\0\n\r]++)")
_NO_SECRETS: Final = (b"true", b"false", b"null", b"nil", b"none", b"<nil>")
_LONGEST_WORD: Final = max(map(len, _NO_SECRETS))
_NUMBER = re.compile(rb"-?[\d.]+(?:e[+-]?\d+)?\Z")
_LIST = re.compile(rb"\[[^\d\s\[\]{}\"']")
_PATH = re.compile(rb"/[^\s/]{0,100}\Z")


def _inside(slashes: int, quote: bytes) -> re.Pattern[bytes]:
    r"""What stands between quotes behind so many backslashes: within `\"`, a quote of the value is `\\\"`."""
    if slashes == 0:
        return re.compile(_SCHEME + rb"((?:[^%b\\\n\r]++|\\[^\n\r])*+)" % quote)
    whole = 2 * (slashes + 1)
    escaped = rb"(?:\\{%d})*+\\{%d}%b" % (whole, whole - 1, quote)
    return re.compile(_SCHEME + rb"((?:[^%b\\\n\r]++|%b|\\++(?![%b\\]))*+)" % (quote, escaped, quote))


_INSIDE: Final = {(count, quote): _inside(count, quote) for count in range(8) for quote in (b'"', b"'")}


_Place = tuple[int, int, bytes]
"""Of a value in the text: its start and end, and the quote that its pseudonym needs."""


def redact_named(text: bytes, names: Naming) -> bytes:
    """Without the values of names and flags."""
    told: list[bytes] = []
    done = 0
    for name in sorted(_names(text.lower()), key=re.Match.end):
        if name.start() < done:
            continue
        place = _value(text, name) if name["flag"] is None else _argument(text, name)
        if place is None:
            continue
        start, end, quote = place
        told += (text[done:start], quote, names.of("secret", text[start:end]), quote)
        done = end
    return b"".join((*told, text[done:])) if told else text


def _names(lowered: bytes) -> Iterator[re.Match[bytes]]:
    for mark, pattern in _NAMES.items():
        if mark in lowered:
            yield from pattern.finditer(lowered)


def _value(text: bytes, name: re.Match[bytes]) -> _Place | None:
    at = name.end()
    opened = _QUOTE.match(text, at)
    if opened is None:
        return _plain(text, name)
    start = opened.end()
    if not name["close"] and _EMPTY.match(text, start):
        return None
    inside = _INSIDE[len(opened[1]), opened[2]]
    found = _told(text, start, inside)
    return _to_list_end(text, found, inside) if found and text[at : at + 1] == b"[" else found


def _plain(text: bytes, name: re.Match[bytes]) -> _Place | None:
    """A value without quotes. It gets those of its name, since in JSON it was a number and will be a string."""
    at, closing, sign = name.end(), name["close"], name["sign"]
    header, first = name.re in _HEADERS and not closing, text[at : at + 1]
    if not closing and _LIST.match(text, at):
        return _told(text, at + 1, _REST)
    if first in (b"[", b"{") and (sign == b":" or closing):
        return None
    found = _told(text, at, _REST if header and sign == b":" else _PLAIN)
    if found is None:
        return None
    start, end, _ = found
    if _NUMBER.match(text, start, end) and (name["plural"] or _ends_a_path(text, name)):
        return None
    return start, end, closing


def _ends_a_path(text: bytes, name: re.Match[bytes]) -> bool:
    """Whether the number behind the name is a line's, or a port's: `/src/token:12`."""
    return name["sign"] == b":" and _PATH.search(text, max(name.start() - 100, 0), name.start()) is not None


def _argument(text: bytes, name: re.Match[bytes]) -> _Place | None:
    """The same for a flag; nothing unless a dash leads the word that ends with the name."""
    before = name.string[max(name.start() - _LONGEST_FLAG, 0) : name.start()]
    if not before[len(before.rstrip(_FLAG_WORD)) :].startswith(b"-"):
        return None
    at = name.end()
    opened = _QUOTE.match(text, at)
    if opened:
        return _told(text, opened.end(), _INSIDE[len(opened[1]), opened[2]])
    return _told(text, at, _UP_TO_NUL if name["flag"] == b"\0" else _ARGUMENT)


def _told(text: bytes, at: int, inside: re.Pattern[bytes]) -> _Place | None:
    """The value behind its scheme, if any; None for nothing, for what is no secret, and what is replaced already."""
    found = inside.match(text, at)
    if found is None:
        return None
    start, end = found.span(found.lastindex or 0)
    if end - start <= _LONGEST_WORD and (end == start or text[start:end].lower() in _NO_SECRETS):
        return None
    if text.startswith(b"redacted-", start) and PSEUDONYM.fullmatch(text, start, end):
        return None
    return start, end, b""


def _to_list_end(text: bytes, first: _Place, inside: re.Pattern[bytes]) -> _Place:
    """From the first string of a list to the last: `["a=b", "c=d"]`."""
    start, end, _ = first
    while (following := _NEXT_IN_LIST.match(text, end)) and (found := inside.match(text, following.end())):
        end = found.end()
    return start, end, b""
