"""Times that logs and shells write beside numbers, as unix seconds."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final

_ISO: Final = re.compile(
    # 2026/01/02 15:04:05 (package log)   2026-01-02T15:04:05.123Z   2026-01-02 15:04:05+02:00
    r"(\d{4})[-/](\d{2})[-/](\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?"
)
_DATE_COMMAND: Final = re.compile(
    # Wed Nov 25 03:44:02 UTC 2026      Wed 25 Nov 2026 03:44:02 AM UTC is too various and left alone
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\d{1,2}) "
    r"(\d{2}):(\d{2}):(\d{2}) (?:[A-Z]{3,5} )?(\d{4})"
)
_EPOCH: Final = re.compile(r"^\D{0,12}(1[5-9]\d{8}|2\d{9})(?:\.\d{1,9})?\D{0,4}$")
_EPOCH_FIRST: Final = re.compile(r"^[ \t>|\[(]{0,8}((?:1[5-9]\d{8}|2\d{9})(?:\.\d{1,9})?)[\])]?[ \t:,;|]\D{0,40}$")
"""`1795840000 VmRSS:  `: what `date +%s` wrote before a row."""
_EPOCH_KEY: Final = re.compile(
    r"(?<![\w.-])\"?(?:ts|time|timestamp)\"?(?::[ ]?|=)(1[5-9]\d{8}|2\d{9})(?:(\d{3})|(\.\d{1,9}))?(?![\w.])"
)
"""`"ts":1795840000.123`, zap's default; zerolog's `"time":1795840000`, which may count milliseconds."""
_CLOCK: Final = re.compile(r"(?:^|[\s\[])([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:[.,](\d{1,9}))?\b")
_MONOTONIC: Final = re.compile(r"\bm=\+(\d{1,9}(?:\.\d{1,9})?)\b")
"""How Go's time.Time prints its monotonic reading: seconds since the process started."""

_SINCE: Final = re.compile(
    r"(?:\b(?:time|elapsed|uptime)|(?:^|\[)[ \t]{0,8}after|(?:^|[\s\[(])@(?=[\d.]{1,19}s))[ \t]{0,4}[:=]?[ \t]{0,8}"
    r"(\d{1,9}(?:\.\d{1,9})?) ?(s|secs?|m|mins?|h|hours?)\b",
    re.IGNORECASE,
)
"""`Time:   51s`, `[after 20s]`, `@65.1s`: what a program writes of how long it has run; not `retry after 20s`."""

_HALF_A_DAY: Final = 43_200
"""A clock that goes back by more has passed midnight; by less, two lines have changed places."""

_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def time_on_line(line: str) -> float | None:
    """The date and time on a line, None when it has none. A zone that is not written is taken as UTC."""
    is_clocked = ":" in line  # one character is found a hundred times as fast as a date
    if is_clocked and (found := _ISO.search(line)):
        moment = _moment(*(int(part) for part in found.groups()[:6]))
        fraction = float(f"0.{found.group(7)}") if found.group(7) else 0.0
        return None if moment is None else moment + fraction - _offset(found.group(8))
    if is_clocked and (found := _DATE_COMMAND.search(line)):
        month_name, day, hour, minute, second, year = found.groups()
        month = _MONTHS.index(month_name) + 1
        return _moment(int(year), month, int(day), int(hour), int(minute), int(second))
    if found := _EPOCH.match(line):
        return float(found.group(1))
    if found := _EPOCH_FIRST.match(line):
        return float(found[1])
    if found := _EPOCH_KEY.search(line):
        return float(found[1]) + float(f"0.{found[2]}" if found[2] else found[3] or 0)
    return None


def clock_on_line(line: str) -> float | None:
    """Seconds since midnight of a bare `15:04:05`, or since the start of `m=+0.5` and `after 20s`: no date."""
    if since_start := _MONOTONIC.search(line):
        return float(since_start.group(1))
    found = _CLOCK.search(line[:80])
    if found is None:
        since = _SINCE.search(line[:80])
        return None if since is None else float(since[1]) * {"s": 1, "m": 60, "h": 3600}[since[2][0].lower()]
    fraction = float(f"0.{found.group(4)}") if found.group(4) else 0.0
    return int(found.group(1)) * 3600 + int(found.group(2)) * 60 + int(found.group(3)) + fraction


class LineTimes:
    """The times of one log's lines, asked for in their order: a bare clock counts days as it passes midnight."""

    def __init__(self) -> None:
        self._days = 0
        self._last = 0.0

    def at(self, line: str) -> float | None:
        """Unix seconds, or seconds since the first midnight where the log writes no date."""
        told = time_on_line(line)
        return told if told is not None else self.clock(line)

    def clock(self, line: str) -> float | None:
        """As `clock_on_line`, with the days that have passed."""
        clock = clock_on_line(line)
        if clock is None:
            return None
        if clock < self._last - _HALF_A_DAY:
            self._days += 1
        self._last = clock
        return self._days * 86_400 + clock


def _moment(*parts: int) -> float | None:
    year, month, day, hour, minute, second = parts
    try:
        # A leap second, 60, belongs to the next minute.
        return (datetime(year, month, day, hour, minute, tzinfo=UTC) + timedelta(seconds=second)).timestamp()
    except (ValueError, OverflowError):
        return None  # 2026-13-45: digits, but no date


def _offset(zone: str | None) -> float:
    if zone is None or zone == "Z":
        return 0.0
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return (hours * 3600 + minutes * 60) * (-1 if zone[0] == "-" else 1)
