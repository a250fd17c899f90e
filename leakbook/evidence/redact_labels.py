"""Values of profiler labels in text: in the header of a goroutine (since Go 1.27) and in `labels: {…}` of debug=1."""

from __future__ import annotations

import re
from typing import Final

from .redact_names import Naming

_HEADER = re.compile(rb"(goroutine \d{1,19}[^\n\[\]]{0,80}\[[^\[\]\n{}]{1,200}\] ?\{)([^\n]*+)")
_TEXT = re.compile(rb"(labels: ?\{)([^\n]*+)")
_QUOTED: Final = rb"\"(?:[^\"\\]++|\\.)*+\""
_LABEL = re.compile(
    rb"(?:\A|(?<=, ))(" + _QUOTED + rb"|[^\":,{}\s]++)(: ?)(" + _QUOTED + rb"|[^\",{}]*+)(?:(?=, )|\Z)", re.DOTALL
)


def redact_labels(text: bytes, names: Naming) -> bytes:
    """The keys stay."""

    def replaced(found: re.Match[bytes]) -> bytes:
        """What the readers take for labels, anew; what they leave out is left out."""
        end = found[2].rfind(b"}")
        if end < 0:  # cut off
            return found[1] + (names.of("label", found[2]) if found[2].strip() else found[2])
        told = _LABEL.findall(found[2][:end])
        pairs = [(key, colon, names.of("label", _bare(value))) for key, colon, value in told]
        return found[1] + b", ".join(b'%s%s"%s"' % pair for pair in pairs) + found[2][end:]

    if b"] {" in text or b"]{" in text:
        text = _HEADER.sub(replaced, text)
    return _TEXT.sub(replaced, text) if b"labels:" in text else text


def _bare(text: bytes) -> bytes:
    return text[1:-1] if len(text) >= 2 and text[:1] == text[-1:] == b'"' else text
