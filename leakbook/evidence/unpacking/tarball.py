"""Members of a tar file that lies in memory.

The standard library's reader recurses over extended headers and unfolds sparse files to whatever size they claim; a
bundle needs regular files only. A header is 512 bytes: name 0-100, size 124-136 (octal, or binary with the top bit
set), checksum 148-156, type 156, "ustar" 257, prefix 345-500.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_BLOCK: Final = 512
_REGULAR: Final = b"0\x007"
_LONG_NAME: Final = ord("L")
_EXTENDED: Final = ord("x")


def is_tar(content: bytes) -> bool:
    """Whether the content begins with a header whose checksum is right: old tars have no magic."""
    return len(content) >= _BLOCK and _header_size(content[:_BLOCK]) is not None


def members(content: bytes) -> Iterator[tuple[str, bytes | None, str | None]]:
    """Name, bytes (None when unreadable) and what is wrong with it, for every regular file in order."""
    offset, long_name = 0, ""
    while offset + _BLOCK <= len(content):
        header = content[offset : offset + _BLOCK]
        if not header.strip(b"\0"):
            return
        size = _header_size(header)
        if size is None:
            yield "", None, f"the tar header at byte {offset} is damaged; what follows it is left out"
            return
        start, kind = offset + _BLOCK, header[156]
        offset = start + -(-size // _BLOCK) * _BLOCK
        body = content[start : start + size]
        if kind == _LONG_NAME:
            long_name = _text(body)
        elif kind == _EXTENDED:
            long_name = _extended_name(body) or long_name
        elif kind in _REGULAR:
            cut = f"it is cut after {len(body)} of {size} bytes" if len(body) < size else None
            yield long_name or _name(header), body, cut
            long_name = ""
        else:
            long_name = ""


def _header_size(header: bytes) -> int | None:
    """The size a header states, None when its checksum or size is wrong."""
    stated = _octal(header[148:156])
    if stated is None or stated != sum(header) - sum(header[148:156]) + 8 * 0x20:
        return None
    if header[124] & 0x80:
        return int.from_bytes(header[125:136], "big")
    return _octal(header[124:136])


def _octal(field: bytes) -> int | None:
    digits = field.strip(b" \0")
    if not digits:
        return 0
    return int(digits, 8) if all(0x30 <= digit < 0x38 for digit in digits) else None


def _name(header: bytes) -> str:
    prefix = _text(header[345:500]) if header[257:262] == b"ustar" else ""
    name = _text(header[:100])
    return f"{prefix}/{name}" if prefix else name


def _extended_name(body: bytes) -> str:
    """The path in a pax header's records, `27 path=a/long/name.txt\\n`."""
    for record in body[:65536].split(b"\n"):
        _, _, pair = record.partition(b" ")
        if pair.startswith(b"path="):
            return _text(pair[len(b"path=") :])
    return ""


def _text(field: bytes) -> str:
    return field[:4096].split(b"\0", 1)[0].decode("utf-8", "replace")
