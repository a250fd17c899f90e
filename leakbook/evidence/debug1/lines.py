"""The lines of a goroutine profile in text (`?debug=1`), one at a time, as printed and as pasted.

::

    goroutine profile: total 4217                                   head; also goroutineleak, threadcreate
    4000 @ 0x48c18a 0x418c9c 0x418897 0x6b7b3e 0x4930c1             record: goroutines, return addresses leaf first
    # labels: {"req":"1", "tenant":"a b"}
    #       0x6b7b3d        main.leakSend.func1+0x1d        /src/main.go:17

Printed by runtime/pprof.printCountProfile and printStackRecord.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from ..dump.lines import is_symbol, read_place, symbol
from ..frames import Frame
from ..model import EvidenceKind

KINDS: Final = {
    "goroutine": EvidenceKind.GOROUTINE_PROFILE,
    "goroutineleak": EvidenceKind.GOROUTINELEAK_PROFILE,
    "threadcreate": EvidenceKind.THREADCREATE_PROFILE,
}
COUNT: Final = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})"
"""Go prints no commas; people who copy a figure do."""
HEAD: Final = re.compile(rf"\b(goroutine|goroutineleak|threadcreate) profile: total ({COUNT})")
OTHER_HEAD: Final = re.compile(r"(?:heap profile: \d|--- (?:contention|mutex|heap|cpu)\w*:|\b(?:block|mutex) profile:)")
RECORD: Final = re.compile(rf"[>*|#`\s-]{{0,40}}({COUNT}) @((?:\s{{0,8}}0x[0-9a-f]{{1,16}})*)(?:\s{{1,8}}0x?)?\s*$")
FIRST_RECORD: Final = re.compile(
    rf"(?:^|\n)[>*|#` \t-]{{0,40}}{COUNT} @(?: {{0,8}}0x[0-9a-f]{{1,16}})+[ \t\r]*(?:\n|$)"
)
RECORD_SIGN: Final = re.compile(r" @ {0,8}0x")
"""What every record has; it begins with a literal, so that it is found at memory speed."""
UNCOUNTED: Final = re.compile(
    r"(?:^|\n)[>*|#` \t-]{0,40}0x[0-9a-f]{1,16}[ \t]{1,40}"
    r"(?:(?:internal/poll|net)\.runtime_pollWait|(?:internal/)?sync\.runtime_\w{1,40}|time\.Sleep)"
    r"\+0x[0-9a-f]{1,12}[ \t]"
)
"""The leaf of one that waits, as it begins a stack pasted without the line of its count. No allocation stands there."""
UNCOUNTED_SIGNS: Final = (
    "runtime_pollWait+0x",
    ".runtime_Semacquire+0x",
    ".runtime_SemacquireMutex+0x",
    ".runtime_notifyListWait+0x",
    "time.Sleep+0x",
)
MARKS: Final = ">*|#` \t\r-"
"""What a paste may have before a line, and alone on one that was blank."""
BLANK: Final = re.compile(rf"\n[{MARKS}]*\n")
LABELS: Final = re.compile(r"#?\s*labels: ?(\{.*\})\s*$")

_ADDRESSES = re.compile(r"(?:0x[0-9a-f]{1,16}\s*)+$")
_COLUMNS = re.compile(r"[>*|#` \t-]{0,40}0x[0-9a-f]{1,16}[ \t]")
_NAMED = re.compile(r"(?P<name>[^\s+]\S*?)\+0x(?P<offset>[0-9a-f]{1,12})(?P<rest>\s*.*)$")
_WITHOUT_OFFSET = re.compile(r"(?P<name>[^\s+]\S*)(?P<rest>\s+\S+\.(?:go|s):\d{1,7})$")
"""`shop.Send /src/shop/mail.go:99`, of a `#` line that somebody cleared of numbers."""
_HEX = re.compile(r"0x[0-9a-f]{1,32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameLine:
    """A `#` line. `address` None: not pasted. `frame` None: no symbol. `needs_place`: the path is missing."""

    address: int | None
    frame: Frame | None
    needs_place: bool = False


def read_count(text: str) -> int:
    """`447,645` -> 447645."""
    return int(text.replace(",", ""))


def read_labels(text: str) -> tuple[tuple[str, str], ...] | None:
    """`{"req":"1", "tenant":"a b"}` -> sorted pairs; None when it is not whole."""
    try:
        labels = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return tuple(sorted((str(key), str(value)) for key, value in labels.items()))


def read_addresses(line: str) -> tuple[int, ...] | None:
    """A line of addresses alone: the rest of a record that was wrapped."""
    if _ADDRESSES.match(line) is None:
        return None
    return read_words(line)


def read_words(words: str) -> tuple[int, ...]:
    """`0x4e1b1c 0x4e1b30`, blanks between them lost or not."""
    return tuple(int(digits.strip(), 16) for digits in words.split("0x")[1:])


def read_frame(line: str, addresses: Collection[int]) -> FrameLine | None:
    """A frame line, with or without its `#`, blanks lost between columns or not; None when it is something else.

    Where the address runs into the name (`0x4e1b1cmain.f+0x1d`), the record's addresses tell where it ends.
    """
    text = line.lstrip("#> \t\u00a0").rstrip("` \t\r\n\u00a0")
    address: int | None = None
    found = _HEX.match(text)
    if found is not None:
        end = _address_end(text, found.end(), addresses)
        address, text = int(text[2:end], 16), text[end:].strip()
        if not text:
            return FrameLine(address=address, frame=None)
    named = _NAMED.match(text) or (_WITHOUT_OFFSET.match(text) if line.lstrip().startswith("#") else None)
    if named is None or not is_symbol(named["name"]):
        return None
    rest = named["rest"].strip()
    place = read_place(rest) if rest else None
    if address is None and place is None:
        return None
    if rest and place is None and (address is None or " " in rest):
        return None
    file, number = place if place is not None else (None, None)
    return FrameLine(
        address=address,
        frame=Frame(function=symbol(named["name"]), file=file, line=number),
        needs_place=place is None,
    )


def is_whole_frame(line: str) -> bool:
    """Whether address, name and place stand apart on a line: `#\t0x7d1b40\tshop.Send+0x31\t/src/shop/mail.go:99`."""
    if _COLUMNS.match(line) is None:
        return False
    told = read_frame(line, ())
    return told is not None and told.frame is not None and not told.needs_place


def _address_end(text: str, end: int, addresses: Collection[int]) -> int:
    """Where the address ends. A profile prints the return address less one; Go before 1.4 the address itself."""
    if end < len(text) and text[end].isspace():
        return end
    for cut in range(end, 2, -1):
        address = int(text[2:cut], 16)
        if address in addresses or address + 1 in addresses:
            return cut
    return end
