"""Bytes -> text, or what they are instead.

Windows PowerShell's `>` writes UTF-16; a dump may hold a goroutine label or an argument in any encoding at all, which
must cost that character and nothing else.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

_MAGICS: Final = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"\x7fELF", "an ELF binary or core dump"),
    (b"MZ", "a Windows binary"),
    (b"\xcf\xfa\xed\xfe", "a macOS binary"),
    (b"JAVA PROFILE", "a Java heap dump (HPROF)"),
    (b"FLR\0", "a Java Flight Recorder file"),
    (b"Full thread dump ", "a Java thread dump"),
    (b"go1.", "a Go heap dump of debug.WriteHeapDump or an execution trace"),
    (b"go 1.", "a Go execution trace"),
    (b"BZh", "bzip2, which is not unpacked"),
    (b"\xfd7zXZ", "xz, which is not unpacked"),
    (b"7z\xbc\xaf", "a 7-zip archive, which is not unpacked"),
    (b"<svg", "an SVG picture"),
    (b"<?xml", "XML"),
    (b"<!DOCTYPE", "an HTML page"),
    (b"<html", "an HTML page"),
    (b"SQLite format 3", "an SQLite database"),
)
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HOLE: Final = 64
_HOLES = re.compile(rb"\0{%d,}" % HOLE)
_CONTROL = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])


def is_text(content: bytes) -> bool:
    """Whether the bytes are to be read as text: at most one in fifty of the first 64 KiB is a control byte.

    Holes (see `without_holes`) count for nothing; bytes that are one hole are no text.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    head = content[: 2**16]
    if bytes(HOLE) in head:
        head = (_HOLES.sub(b"", head) or _HOLES.sub(b"", content))[: 2**16] or bytes(1)
    return 50 * (len(head) - len(head.translate(None, _CONTROL))) <= len(head)


def without_holes(content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The bytes without long runs of zeros, and a note on these.

    A log that is emptied while a process goes on writing at its old place (logrotate's `copytruncate`) begins with a
    hole as long as what was there before; it reads as zeros.
    """
    if b"\0" not in content:  # one byte is found several times as fast as a run of them
        return content, ()
    if bytes(HOLE) not in content or content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content, ()  # half of the bytes of UTF-16 are zeros: a run of them takes a part of its neighbour
    filled, holes = _HOLES.subn(b"\n", content)
    left_out = len(content) - len(filled) + holes
    return filled, (
        f"{left_out} zero bytes in {holes} runs were passed over, as of a log emptied while it is written.",
    )


def decode(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, with a note when some of it was in no known encoding."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, "replace")
            return text, _replaced(text) if "\ufffd" in text else ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
        return text, _replaced(text)


def describe(content: bytes) -> str:
    """What unrecognised content looks like, for the error: a known format, the first words, or the first bytes."""
    head = content[:256].lstrip()
    for magic, name in _MAGICS:
        if head.startswith(magic):
            return name
    if not is_text(content):
        return "bytes " + content[:16].hex(" ")
    text, _ = decode(content[:4096])
    if "WARNING: DATA RACE" in text:
        return "a report of the race detector, which tells of accesses, not of what stays"
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return f"text beginning {first[:80]!r}"


def _replaced(text: str) -> tuple[str, ...]:
    return (f"{text.count(chr(0xFFFD))} characters were in no known encoding and are replaced.",)
