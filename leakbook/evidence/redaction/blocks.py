"""What goes on over lines: panic messages, private keys in PEM, the rest of an endless line.

::

    panic: no account 4711                           replaced, with the lines that a tab goes on with,
        of ann@x.example                                  unless it is one of the runtime's own messages
    -----BEGIN RSA PRIVATE KEY-----                  replaced up to its end; one that was cut short, up to
    MIIEow...                                        the next line that shows code, or `LONGEST_KEY`

A block that is open where a span ends goes on in the next. It is told apart by its part in the first.
"""

from __future__ import annotations

import re
from typing import Final

from .names import Naming

LONGEST_KEY: Final = 2**16
"""Bytes. An RSA key of 16384 bits has 13,000."""

BLOCK_MARKS: Final = (b"PRIVATE KEY", b"panic")
"""One of which stands before any block."""

_OVERLAP: Final = 64

_KEY = re.compile(rb"-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----")
_KEY_END = re.compile(
    rb"-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
    rb"|\n(?=[^\n]{0,300}?(?:goroutine \d|\.go:\d|@ 0x|[\w)]\(0x|\(\.\.\.\)))"
)

# The runtime prints these itself; `panic("runtime error: " + secret)` is not one of them.
_OWN = re.compile(
    rb"(?:(?:runtime error: (?:"
    rb"(?:index|slice bounds) out of range(?: \[[\d:%x-]{0,60}\](?: with (?:length|capacity) \d{1,20})?)?"
    rb"|invalid memory address or nil pointer dereference|integer (?:divide by zero|overflow)|floating point error"
    rb"|negative shift amount|(?:growslice|makeslice|unsafe\.Slice|unsafe\.String): (?:len|cap) out of range"
    rb"|makechan: size out of range"
    rb"|hash of unhashable type [\w.*/\[\]{}-]{1,200}|comparing uncomparable type [\w.*/\[\]{}-]{1,200}"
    rb"|cannot convert slice with length \d{1,20} to array or pointer to array with length \d{1,20})"
    rb"|assignment to entry in nil map|close of (?:nil|closed) channel|send on closed channel"
    rb"|all goroutines are asleep - deadlock!|sync: negative WaitGroup counter"
    rb"|sync: WaitGroup (?:is reused before previous Wait has returned|misuse: Add called concurrently with Wait)"
    rb")|redacted-panic(?:-\d+)?)(?: \[recovered(?:, repanicked)?\])?[ \t]*\r?(?=\n|\Z|\\n|\")"
)
_HEAD = re.compile(rb"panic(?<![A-Za-z0-9_]panic)(?: serving [^\s]{1,100})?: ")
# In a string the message ends with it, and where the lines of a dump that is one string go on without a tab.
_MESSAGE = re.compile(rb"(?:[^\n\\]++|\\(?!n)|\\n(?=\\t))++")
_QUOTED = re.compile(rb"(?:[^\n\"\\]++|\\(?!n)[^\n]|\\n(?=\\t))++")
_RECOVERED = re.compile(rb"(?: \[recovered[^\]\n]{0,40}\])?\r?\Z")
_FURTHER = re.compile(rb"(?:\n\t[^\n]*+)*+")
_FURTHER_AT_START = re.compile(rb"(?:\t[^\n]*+(?:\n|\Z))*+")


class Blocks:
    """Of one text, span after span."""

    def __init__(self, names: Naming) -> None:
        """Nothing open."""
        self._names = names
        self._in_message = False
        self._key_left = 0
        self._line_end = b""
        self._dropping = False
        self._dropped = b""

    def opened(self, text: bytes) -> bytes:
        """The span without what belongs to a block of the one before."""
        if self._dropping:
            text = self._drop(text)
        if self._in_message and text:
            text = text[_end(_FURTHER_AT_START, text, 0) :]
            self._in_message = not text
        if self._key_left and text:
            text = self._line_end + text
            text = text[self._key_end(text, 0, self._key_left + len(self._line_end)) :]
        return text

    def drop_line(self, before: bytes) -> bytes:
        """Leave out what comes up to the next line end, behind the text `before`; what to put there."""
        if self._dropping:
            return b""
        self._dropping, self._dropped = True, before[-_OVERLAP:]
        return self._names.of("line", before)

    def _drop(self, text: bytes) -> bytes:
        """What is dropped may open a block that goes on in lines which are not dropped."""
        end = text.find(b"\n")
        gone = self._dropped + (text if end < 0 else text[:end])
        self._in_message = self._in_message or b"panic: " in gone
        done = 0
        while begun := _KEY.search(gone, done):
            done = self._key_end(gone, begun.end(), LONGEST_KEY)
        if end < 0:
            self._dropped = gone[-_OVERLAP:]
            return b""
        self._dropping, self._dropped = False, b""
        rest = text[_end(_FURTHER, text, end) if self._in_message else end :]
        self._in_message = self._in_message and rest in (b"", b"\n")
        return rest

    def keys(self, text: bytes) -> bytes:
        """Without private keys."""
        if b"PRIVATE KEY" not in text:
            return text
        told, done = [], 0
        while begun := _KEY.search(text, done):
            end = self._key_end(text, begun.end(), LONGEST_KEY)
            told += [text[done : begun.start()], self._names.of("key", text[begun.start() : end])]
            done = end
        return b"".join((*told, text[done:]))

    def _key_end(self, text: bytes, start: int, most: int) -> int:
        """Where the key in the text from `start` on ends; what is left of `most` when it does not."""
        found = _KEY_END.search(text, start, start + most)
        if found or len(text) - start >= most:
            self._key_left = 0
            return found.end() if found and found[0] != b"\n" else found.start() if found else start + most
        self._key_left = most - (len(text) - start)
        self._line_end = text[-1:] if text.endswith(b"\n") else b""
        return len(text)

    def messages(self, text: bytes) -> bytes:
        """Without panic messages; that a panic was recovered is kept."""
        if b"panic" not in text:
            return text
        told, done = [], 0
        for head in _HEAD.finditer(text):
            start = head.end()
            if head.start() < done or _OWN.match(text, start):
                continue
            body = _QUOTED if text[head.start() - 1 : head.start()] == b'"' else _MESSAGE
            found = body.match(text, start)
            if found is None:
                continue
            kept = _kept(found[0])
            end = _end(_FURTHER, text, found.end())
            message = text[start : found.end() - len(kept)] + text[found.end() : end]
            told += [text[done:start], self._names.of("panic", message), kept]
            done = end
            self._in_message = text[end : end + 2] == b"\n"[: len(text) - end]
        return b"".join((*told, text[done:]))


def _kept(message: bytes) -> bytes:
    found = _RECOVERED.search(message[-60:])
    return found[0] if found else b""


def _end(pattern: re.Pattern[bytes], text: bytes, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
