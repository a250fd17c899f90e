"""Taking off what stands before every line: log prefixes, quote and comment marks, indentation.

::

    > goroutine 7 [chan send]:                                                mail, Markdown
    // goroutine 7 [chan send]:                                               a comment
    Jan 02 15:04:05 host app[321]: goroutine 7 [chan send]:                   journald, syslog
    web-1  | goroutine 7 [chan send]:                                         docker compose
    2024-01-02T15:04:05.123456789Z stderr F goroutine 7 [chan send]:          Kubernetes (CRI)
    E0102 15:04:05.123456   321 server.go:12] goroutine 7 [chan send]:        klog
    2024/01/02 15:04:05 goroutine 7 [chan send]:                              Go's log

A prefix is one only if the lines after it have it too: `leaktest.go:150: leaked goroutine: goroutine 84 [chan send]:`
stands before a header alone and is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .goroutine_dump_lines import headers_in

PREFIXES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"[ \t]*>[> ]{0,8}",
        r"[ \t]*(?://|#|;|--|\*|\|)(?: |(?=\t)|$)",
        r"[\w.-]{1,80}[ \t]{0,40}\| ?",
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d) (?:std(?:out|err) [FP] )?",
        r"[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? [\w.:-]{1,80} [\w./@()-]{1,80}(?:\[\d{1,9}\])?: ?",
        r"[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{1,9} +\d{1,9} [\w./-]{1,120}:\d{1,7}\] ?",
        r"\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: [\w./-]{1,120}\.go:\d{1,7}:)? ?",
        r"\[[\d TZ:.,/+-]{8,40}\] ?",
        r"\[[\w.:/ -]{1,60}\] ?",
        r"[ \t]*\d{1,7}(?:[:|.] ?|\t| {1,4})(?!@)",
    )
)
"""Tried in this order, again and again while one fits: prefixes nest."""

RECORD: Final = re.compile(
    r"(?:goroutine|goroutineleak|threadcreate) profile: total \d|(?<![\d\]])\d{1,12} @(?: 0x[0-9a-f]{1,16})+"
)
_FENCE = re.compile(
    r"^[ \t>]{0,12}(?:`{3,}|~{3,})[\w+. -]{0,40}$|^\{(?:code|noformat)[^}\n]{0,60}\}|\{(?:code|noformat)\}$",
    re.MULTILINE,
)
_NESTED = 3
_ANCHORS = 5
_FOLLOWERS = 10


def strip_fences(text: str) -> str | None:
    """Fences of Markdown and Jira become empty lines."""
    # One character is found ten times as fast as several, and most texts have none of these.
    marks = (("`", "```"), ("~", "~~~"), ("{", "{code"), ("{", "{noformat"))
    if any(sign in text and mark in text for sign, mark in marks):
        return _FENCE.sub("", text)
    return None


def strip_prefixes(text: str) -> str | None:
    """Without the prefix that a dump's header, or a profile's record, shares with the lines after it."""
    if "[" not in text and "@" not in text:  # neither a header nor a record
        return None
    before = text
    for _ in range(_NESTED):
        prefix = next((found for at in _anchors(text) if (found := _shared_prefix(text, at)) is not None), None)
        if prefix is None:
            break
        text = re.compile(f"^(?:{prefix.pattern})", re.MULTILINE).sub("", text)
    return None if text is before else text


def strip_indentation(text: str) -> str | None:
    """Without the blanks that all headers of the dump are indented by."""
    found = next(headers_in(text), None)
    if found is None:
        return None
    start = text.rfind("\n", 0, found.start()) + 1
    indentation = text[start : found.start()]
    if not indentation or indentation.strip(" \t"):
        return None
    return re.sub(f"^{re.escape(indentation)}", "", text, flags=re.MULTILINE)


def _anchors(text: str) -> Iterator[int]:
    """Where the first headers or records begin that have something before them in their line."""
    seen = 0
    # The test for a record's fixed part is quick; its pattern looks at every digit.
    has_records = " @ 0x" in text or " profile: total " in text
    for finds in (headers_in(text), RECORD.finditer(text) if has_records else ()):
        for found in finds:
            seen += 1
            if found.start() and text[found.start() - 1] != "\n":
                yield found.start()
            if seen > _ANCHORS:
                return


def _shared_prefix(text: str, anchor: int) -> re.Pattern[str] | None:
    """The prefix pattern that fits the anchor's line and most of the lines after it."""
    start = text.rfind("\n", 0, anchor) + 1
    if not text[start:anchor].strip(" \t"):
        return None
    followers = _lines_after(text, anchor)
    if not followers:
        return None
    for prefix in PREFIXES:
        found = prefix.match(text, start)
        if found is None or found.end() > anchor:
            continue
        shared = sum(1 for line in followers if prefix.match(line) is not None)
        if shared >= 0.7 * len(followers):
            return prefix
    return None


def _lines_after(text: str, anchor: int) -> list[str]:
    """Some lines that are not blank, after the anchor's."""
    lines: list[str] = []
    at = text.find("\n", anchor)
    while at >= 0 and len(lines) < _FOLLOWERS:
        end = text.find("\n", at + 1)
        line = text[at + 1 : end if end >= 0 else len(text)]
        if line.strip():
            lines.append(line[:400])
        at = end
    return lines
