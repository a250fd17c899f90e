"""Text without what looks like a secret, line structure and everything that is read from it untouched.

::

    goroutine 7 [select] {user: "ann@x.example"}:       labels: values replaced, keys kept
    main.(*Shop).pay(0xc0000b4000, 0x1f4, {0x3e8?})     the first word, a receiver or lock, is kept; the others are not
    panic: no account 4711                              replaced, unless it is one of the runtime's own messages
    GET https://ann:pw@db.example/x?token=abc           user, password and query replaced
    password=..., Bearer ..., eyJ..., AKIA...           by name or by form
    W9x2kPq7Zr4LmT8vBn3Y...                             by looking random: words that stand alone, never parts of paths

Works on bytes: every form is ASCII, and text in any encoding that has ASCII passes through. Time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .blocks import BLOCK_MARKS, Blocks
from .labels import LABEL_MARKS, redact_labels
from .lines import Shapes, redact_lines
from .names import Digests, Naming
from .spans import SPAN_BYTES, spans


class TextRedaction:
    """The rules over texts, with the pseudonyms of one request."""

    def __init__(self, names: Naming, *, span_bytes: int = SPAN_BYTES) -> None:
        """`names` counts what is replaced, too; `span_bytes` are taken at a time, and some more up to a line end."""
        self._names = names
        self._span_bytes = span_bytes

    def stream(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """One text, the same whatever pieces it comes in."""
        blocks = Blocks(self._names)
        for span in spans(pieces, seamless, size=self._span_bytes):
            text = _redacted(span.text, blocks, self._names)
            if span.torn and (not span.cleanly or text[-1:] != span.text[-1:]):
                # What a rule replaces goes up to the end: the value is longer than what was looked at.
                text += blocks.drop_line(span.text)
            yield text

    def whole(self, text: bytes) -> bytes:
        """All of it."""
        return b"".join(self.stream(text[at : at + SPAN_BYTES] for at in range(0, len(text), SPAN_BYTES)))


def seamless(before: bytes, after: bytes) -> bool:
    """Whether no rule minds a cut between these two."""
    names = Digests()
    blocks = Blocks(names)
    apart = _redacted(before, blocks, names) + _redacted(after, blocks, names)
    return apart == _redacted(before + after, Blocks(names), names)


def _redacted(text: bytes, blocks: Blocks, names: Naming) -> bytes:
    shapes = Shapes(text)
    if shapes.have(LABEL_MARKS):
        text = redact_labels(text, names)
    text = blocks.opened(text)
    if shapes.have(BLOCK_MARKS):
        text = blocks.messages(blocks.keys(text))
    return redact_lines(shapes if text is shapes.text else Shapes(text), names)
