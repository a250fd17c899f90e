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

from .paste_signs import beginnings, has_bare_lines

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

_FENCE = re.compile(
    r"^[ \t>]{0,12}(?:`{3,}|~{3,})[\w+. -]{0,40}$|^\{(?:code|noformat)[^}\n]{0,60}\}|\{(?:code|noformat)\}$"
    r"|^\[source[^\]\n]{0,60}\]\n-{4,40}$|(?<=\n)-{4}$",
    re.MULTILINE,
)
_NESTED = 4
_ANCHORS = 5
_LONGEST = 600
_PARTS = re.compile(
    r"(?P<clock>\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)|(?P<digits>\d{1,20})|(?P<blanks>[ \t]+)|[^\d \t]+"
)
_QUOTED_END = '"'
_ALIGNED = "flat"
"""The head of pprof's table stands over columns that are aligned to the right."""

_QUOTE_AFTER = re.compile(r'"[,;]?$', re.MULTILINE)
_FOLLOWERS = 10


def strip_fences(text: str) -> str | None:
    """Fences of Markdown, Jira and AsciiDoc become empty lines."""
    # One character is found ten times as fast as several, and most texts have none of these.
    marks = (("`", "```"), ("~", "~~~"), ("{", "{code"), ("{", "{noformat"), ("[", "[source"))
    if any(sign in text and mark in text for sign, mark in marks):
        return _FENCE.sub("", text)
    return None


def strip_prefixes(text: str) -> str | None:
    """Without the prefix that the first line of some evidence shares with the lines after it."""
    if has_bare_lines(text):
        return None
    before = text
    for _ in range(_NESTED):
        prefix = next((found for at in _anchors(text) if (found := _shared_prefix(text, at)) is not None), None)
        if prefix is None:
            break
        text = re.compile(f"^(?:{prefix.pattern})", re.MULTILINE).sub("", text)
        if prefix.pattern.endswith(_QUOTED_END):
            text = _QUOTE_AFTER.sub("", text).replace('""', '"')
    return None if text is before else text


def strip_indentation(text: str) -> str | None:
    """Without the blanks that the evidence's first line, and so the whole, is indented by."""
    if has_bare_lines(text):
        return None
    at = next((at for at in beginnings(text, 1) if not text.startswith(_ALIGNED, at)), None)
    if at is None:
        return None
    start = text.rfind("\n", 0, at) + 1
    indentation = text[start:at]
    if not indentation or indentation.strip(" \t"):
        return None
    return re.sub(f"^{re.escape(indentation)}", "", text, flags=re.MULTILINE)


def _anchors(text: str) -> Iterator[int]:
    """Where the first lines of evidence begin that have something before them in their line."""
    for at in beginnings(text, _ANCHORS):
        if at and text[at - 1] != "\n":
            yield at


def _shared_prefix(text: str, anchor: int) -> re.Pattern[str] | None:
    """The prefix pattern that fits the anchor's line and most of the lines after it."""
    start = text.rfind("\n", 0, anchor) + 1
    before = text[start:anchor]
    if len(before) > _LONGEST or not before.strip(" \t"):
        return None
    followers = _lines_after(text, anchor)
    if not followers:
        return None
    for prefix in PREFIXES:
        found = prefix.match(text, start)
        if found is not None and found.end() <= anchor and _is_shared(prefix, followers):
            return prefix
    prefix = _shape_of(before)
    return prefix if _is_shared(prefix, followers) else None


def _is_shared(prefix: re.Pattern[str], lines: list[str]) -> bool:
    return sum(1 for line in lines if prefix.match(line) is not None) >= 0.7 * len(lines)


def _shape_of(before: str) -> re.Pattern[str]:
    """What a line must begin with to have the same prefix as a line that has this one.

    Words stay as they are, since a log of one process repeats its names; figures count on.
    """
    words = before.rstrip(" \t")
    blanks = before[len(words) :]
    pattern = "".join(_shape_of_part(part) for part in _PARTS.finditer(words))
    # A line that was empty may have lost the prefix's own blanks.
    return re.compile(pattern + (f"(?:{re.escape(blanks)}|[ \\t]*$)" if blanks else ""))


def _shape_of_part(part: re.Match[str]) -> str:
    if part["clock"]:
        return r"\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?"
    if part["digits"]:
        return r"\d{1,20}"
    if part["blanks"]:
        return r"[ \t]{1,40}" if part.start() else r"[ \t]{0,40}"
    # grep -A tells a match, `12:`, from the lines around it, `12-`.
    return "".join("[:-]" if mark in ":-" else re.escape(mark) for mark in part[0])


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
