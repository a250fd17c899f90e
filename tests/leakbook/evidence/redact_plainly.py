"""Redaction without shortcuts: each rule over all of each span, argument words one by one. Slow, and the same."""

from __future__ import annotations

import re

from leakbook.evidence.redaction.blocks import Blocks
from leakbook.evidence.redaction.forms import redact_forms, redact_random, redact_urls
from leakbook.evidence.redaction.labels import redact_labels
from leakbook.evidence.redaction.named import redact_named
from leakbook.evidence.redaction.names import Naming, Pseudonyms
from leakbook.evidence.redaction.spans import SPAN_BYTES, spans
from leakbook.evidence.redaction.text import seamless

ELEMENTS = rb"(?:\{{0,8}+(?:0x[0-9a-fA-F]{1,16}\??+|\.\.\.|_)\}{0,8}+(?:, ?)?+)"
ARGUMENTS = re.compile(rb"\((?=[{0._])" + ELEMENTS + rb"{2,}+(?:\)|(?=[\r\n]|\Z))")
TAIL = re.compile(rb"\n[ \t]*+" + ELEMENTS + rb"++\)[ \t]*+\r?(?=\n|\Z)")
WORD = re.compile(rb"0x[0-9a-fA-F]{1,16}\??")
REGISTER = re.compile(
    rb"\n((?:r[a-z0-9]{1,5}|e[a-z]{2,5}|[c-gs]s|x\d{1,2}|lr|fault)[ \t]++)0x[0-9a-f]{1,16}+(?=[ \t]*+\r?(?:\n|\Z))"
)


def redact_plainly(text: bytes, names: Pseudonyms, span_bytes: int = SPAN_BYTES) -> bytes:
    """One text, as `TextRedaction.whole` gives it."""
    blocks, told = Blocks(names), []
    for span in spans((text,), seamless, size=span_bytes):
        redacted = _span(span.text, blocks, names)
        told.append(redacted)
        if span.torn and (not span.cleanly or redacted[-1:] != span.text[-1:]):
            told.append(blocks.drop_line(span.text))
    return b"".join(told)


def _span(text: bytes, blocks: Blocks, names: Naming) -> bytes:
    text = blocks.opened(redact_labels(text, names))
    text = blocks.messages(blocks.keys(text))
    for rule in (redact_urls, redact_forms, redact_named, redact_random, _words):
        text = rule(text, names)
    return text


def _words(text: bytes, names: Naming) -> bytes:
    text = ARGUMENTS.sub(lambda found: _blank(found[0], names, keep=1), b"\n" + text)
    text = TAIL.sub(lambda found: _blank(found[0], names, keep=0), text)
    return REGISTER.sub(rb"\n\g<1>0x0", text)[1:]


def _blank(arguments: bytes, names: Naming, *, keep: int) -> bytes:
    opening = len(arguments) - len(arguments.lstrip(b"({ \t\n"))
    first = WORD.match(arguments, opening) if keep else None
    kept = first.end() if first else opening
    blanked, count = WORD.subn(b"_", arguments[kept:])
    names.replaced["word"] += count
    return arguments[:kept] + blanked
