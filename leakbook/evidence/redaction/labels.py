"""Values of profiler labels in text: in the header of a goroutine (since Go 1.27) and in `labels: {…}` of debug=1."""

from __future__ import annotations

import re
from typing import Final

from .names import Naming

_QUOTED: Final = rb"\"(?:[^\"\\\n]++|\\[^\n])*+\""
# A set that is not closed was cut off. In a dump that is one string, quotes are escaped, and so are line ends.
_SET: Final = rb"((?:[^\n\\\"{}]++|" + _QUOTED + rb"|\\(?!n)[^\n])*+)(\}|(?:[^\n\\]++|\\(?!n))*+)"
_HEADER = re.compile(rb"(goroutine (?:\d{1,19}|N{1,9}|X{1,9})[^\n\[\]]{0,80}\[[^\[\]\n{}]{1,200}\] ?\{)" + _SET)
_TEXT = re.compile(rb"(labels: ?\{)" + _SET)
_LABEL = re.compile(
    rb"(?:\A|(?<=, ))(" + _QUOTED + rb"|[^\":,{}\s]++)(: ?)(" + _QUOTED + rb"|[^\",{}]*+)(?:(?=, )|\Z)", re.DOTALL
)

LABEL_MARKS: Final = (b"] {", b"]{", b"labels:")
"""One of which stands before any label."""


def redact_labels(text: bytes, names: Naming) -> bytes:
    """The keys stay."""

    def replaced(found: re.Match[bytes]) -> bytes:
        """What the readers take for labels, anew; what they leave out is left out."""
        head, told, end = found.groups()
        if end != b"}":
            rest = told + end
            return head + (names.of("label", rest) if rest.strip() else rest)
        escaped = b'\\"' in told and b'"' not in told.replace(b'\\"', b"")
        pairs = _LABEL.findall(told.replace(b'\\"', b'"') if escaped else told)
        anew = b", ".join(key + colon + _named(value, names) for key, colon, value in pairs)
        return head + (anew.replace(b'"', b'\\"') if escaped else anew) + end

    if b"] {" in text or b"]{" in text:
        text = _HEADER.sub(replaced, text)
    return _TEXT.sub(replaced, text) if b"labels:" in text else text


def _named(value: bytes, names: Naming) -> bytes:
    if len(value) >= 2 and value[:1] == value[-1:] == b'"':
        return b'"%s"' % names.of("label", value[1:-1])
    return names.of("label", value)
