"""The source view of pprof's web page, copied as text: -list with its line numbers in front and its file on a line.

::

    shop/orders.(*Book).Keep
    /src/orders/book.go

      Total:      309611     309611 (flat, cum)  2.62%
         41            .          .           	for _, one := range all {
         42       309611     309611           		b.kept = append(b.kept, one)
"""

from __future__ import annotations

import re
from collections import deque
from typing import Final, NamedTuple

from .values import Value, parse_name, parse_value

SUM: Final = r"Total: {1,20}-?[\d.]{1,20}\w{0,5} {1,20}-?[\d.]{1,20}\w{0,5} \(flat, cum\)"
_SUM: Final = re.compile(r"Total: {1,20}(\S{1,24}) {1,20}(\S{1,24}) \(flat, cum\)(?: {1,20}(\d{1,3}(?:\.\d{1,4})?)%)?")
_LINE: Final = re.compile(r"(\d{1,7}) {1,40}(\S{1,24}) {1,40}(\S{1,24})(?: {1,60}(\S.{0,400}))?$")
_PATH: Final = re.compile(r"\S{1,2000}\.(?:go|s|c|cc|cpp|h)$")
_LEAST_SHARE: Final = 0.5
"""Percent of the whole from which two decimals tell the whole to about a hundredth."""


class WebLine(NamedTuple):
    """The sum above a function's lines, whose `line` is None, or one of them."""

    function: str
    file: str
    line: int | None
    flat: Value
    cum: Value
    code: str
    total: int | None
    """What the whole is by the share that the sum has of it."""


class WebListing:
    """Follows the lines of a text; what stands above a sum names its function and file."""

    def __init__(self) -> None:
        """Start outside of any listing."""
        self._above: deque[str] = deque(maxlen=2)
        self._of: tuple[str, str] | None = None

    def take(self, line: str) -> WebLine | None:
        """What a line without blanks around it tells, None where it belongs to no such listing."""
        found = _SUM.match(line)
        if found:
            self._of = self._named()
            return self._sum(found)
        of_line = _LINE.match(line) if self._of is not None else None
        if of_line is None:
            self._of = None
            self._above.append(line)
            return None
        return self._line(of_line)

    def _named(self) -> tuple[str, str] | None:
        if len(self._above) < 2 or _PATH.match(self._above[1]) is None:
            return None
        named, file = self._above
        frame = None if " " in named or _PATH.match(named) else parse_name(named)
        return (frame.function, file) if frame is not None and "." in frame.function else None

    def _sum(self, found: re.Match[str]) -> WebLine | None:
        flat, cum = parse_value(found[1]), parse_value(found[2])
        if self._of is None or flat is None or cum is None:
            return None
        share = float(found[3]) if found[3] else 0.0
        total = round(100 * cum.amount / share) if share >= _LEAST_SHARE and cum.amount > 0 else None
        return WebLine(*self._of, None, flat, cum, "", total)

    def _line(self, found: re.Match[str]) -> WebLine | None:
        flat, cum = parse_value(found[2]), parse_value(found[3])
        if self._of is None or flat is None or cum is None:
            return None
        return WebLine(*self._of, int(found[1]), flat, cum, found[4] or "", None)
