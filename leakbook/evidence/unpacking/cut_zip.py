"""Members of a zip file that was cut: the list of them stands at its end, so each is found by what stands before it.

A member begins with 30 bytes and its name: "PK\\x03\\x04" 0-4, flags 6-8 (bit 0: encrypted, bit 3: sizes follow the
data), method 8-10, packed size 18-22, lengths of name and extra field 26-30. Deflated data tell their own end. Source:
PKWARE's APPNOTE.TXT, 4.3.7.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ...errors import OverLimit
from .inflate import Allowance

LOCAL: Final = b"PK\x03\x04"
_HEAD: Final = 30
_STEP: Final = 2**18
_PACKED_STEP: Final = 2**14
"""What is left of it behind the end of a member is copied, and members may be of a few bytes."""
_ENCRYPTED: Final = 1
_SIZES_FOLLOW: Final = 8
_UNSTATED: Final = 2**32 - 1
"""Larger, which stands elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    name: str
    flags: int
    method: int
    start: int
    stated: int
    """Packed bytes; 0 or `_UNSTATED` where they stand elsewhere."""


def cut_members(content: bytes, allowance: Allowance) -> Iterator[tuple[str, bytes | None, str | None]]:
    """Name, bytes (None when unreadable) and what is wrong with it, for every member that begins in the content.

    Raises OverLimit.
    """
    offset = found = 0
    most = 2 * allowance.limits.bundle_members  # directories are entries, too
    while (entry := _entry(content, offset)) is not None:
        found += 1
        if found > most:
            raise OverLimit(f"More than {most} members begin in the zip file.", limit="bundle_members")
        body, end, wrong = _body(content, entry, allowance)
        if not entry.name.endswith("/"):
            yield entry.name, body, wrong
        offset = content.find(LOCAL, end)


def _entry(content: bytes, offset: int) -> _Entry | None:
    head = content[offset : offset + _HEAD] if offset >= 0 else b""
    if len(head) < _HEAD:
        return None
    length, extra = _number(head[26:28]), _number(head[28:30])
    return _Entry(
        name=content[offset + _HEAD : offset + _HEAD + length].decode("utf-8", "replace"),
        flags=_number(head[6:8]),
        method=_number(head[8:10]),
        start=offset + _HEAD + length + extra,
        stated=_number(head[18:22]),
    )


def _body(content: bytes, entry: _Entry, allowance: Allowance) -> tuple[bytes | None, int, str | None]:
    """The member's bytes, where they end, and what is wrong."""
    is_stated = not entry.flags & _SIZES_FOLLOW and entry.stated != _UNSTATED
    stated_end = entry.start + (entry.stated if is_stated else 0)
    if entry.flags & _ENCRYPTED:
        return None, stated_end, "it is encrypted"
    if entry.method == zipfile.ZIP_DEFLATED:
        return _inflated(content, entry.start, allowance)
    if entry.method != zipfile.ZIP_STORED:
        return None, stated_end, f"its compression method {entry.method} is not read of a zip file that was cut"
    if not is_stated:
        return None, stated_end, "nothing tells where it ends"
    body = content[entry.start : stated_end]
    allowance.take(len(body))
    cut = f"it is cut after {len(body)} of {entry.stated} bytes" if len(body) < entry.stated else None
    return body or None if cut else body, stated_end, cut


def _inflated(content: bytes, start: int, allowance: Allowance) -> tuple[bytes | None, int, str | None]:
    """What comes out of the deflated data from `start` on, to their end or that of the content.

    Where damaged data end is not known: members are looked for from their start on.
    """
    decoder = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    position, wrong = start, None
    try:
        while not decoder.eof and position < len(content):
            left = content[position : position + _PACKED_STEP]
            position += len(left)
            while left and not decoder.eof:
                piece = decoder.decompress(left, _STEP)
                allowance.take(len(piece))
                pieces.append(piece)
                left = decoder.unconsumed_tail
    except zlib.error as error:
        wrong = f"it is damaged ({error}); {sum(map(len, pieces))} bytes came out"
        position = start
    body = b"".join(pieces)
    if wrong is None and not decoder.eof:
        wrong = f"it is cut; {len(body)} bytes came out"
    return body if body or wrong is None else None, position - len(decoder.unused_data), wrong


def _number(field: bytes) -> int:
    return int.from_bytes(field, "little")
