"""Values of profiler labels in text: in the header of a goroutine (since Go 1.27) and in `labels: {…}` of debug=1."""

from __future__ import annotations

import re
from typing import Final

from .redact_names import Naming

# In a dump that is one string, line ends are a backslash and an n; within quotes, these are part of a value.
_REST: Final = rb"((?:[^\n\\\"]++|\"(?:[^\"\\\n]++|\\[^\n])*+\"|\\(?!n)[^\n]|\")*+)"
_HEADER = re.compile(rb"(goroutine \d{1,19}[^\n\[\]]{0,80}\[[^\[\]\n{}]{1,200}\] ?\{)" + _REST)
_TEXT = re.compile(rb"(labels: ?\{)" + _REST)
_AFTER = re.compile(rb"\}:?[ \t]*\r?")
_QUOTED: Final = rb"\"(?:[^\"\\]++|\\.)*+\""
_LABEL = re.compile(
    rb"(?:\A|(?<=, ))(" + _QUOTED + rb"|[^\":,{}\s]++)(: ?)(" + _QUOTED + rb"|[^\",{}]*+)(?:(?=, )|\Z)", re.DOTALL
)


def redact_labels(text: bytes, names: Naming) -> bytes:
    """The keys stay."""

    def replaced(found: re.Match[bytes]) -> bytes:
        """What the readers take for labels, anew; what they leave out is left out."""
        end = max(found[2].rfind(b"}"), 0)
        told = _LABEL.findall(found[2][:end])
        pairs = [(key, colon, names.of("label", _bare(value))) for key, colon, value in told]
        after = _AFTER.match(found[2], end)
        # Cut off, or gone on with: nobody can tell that the rest is not one more value.
        rest = found[2][after.end() if after else end :]
        kept = (b", ".join(b'%s%s"%s"' % pair for pair in pairs), after[0] if after else b"")
        return b"".join((found[1], *kept, names.of("label", rest) if rest.strip() else rest))

    if b"] {" in text or b"]{" in text:
        text = _HEADER.sub(replaced, text)
    return _TEXT.sub(replaced, text) if b"labels:" in text else text


def _bare(text: bytes) -> bytes:
    return text[1:-1] if len(text) >= 2 and text[:1] == text[-1:] == b'"' else text
