"""Taking off what stands before every line: log prefixes, quote and comment marks, indentation.

::

    > goroutine 7 [chan send]:                                                mail, Markdown
    // goroutine 7 [chan send]:                                               a comment
    +goroutine 7 [chan send]:                                                 a patch's new lines
    Jan 02 15:04:05 host app[321]: goroutine 7 [chan send]:                   journald, syslog
    web-1  | goroutine 7 [chan send]:                                         docker compose
    web.1.x7k2@node-3    | goroutine 7 [chan send]:                           docker service
    2024-01-02T15:04:05.123456789Z stderr F goroutine 7 [chan send]:          Kubernetes (CRI)
    E0102 15:04:05.123456   321 server.go:12] goroutine 7 [chan send]:        klog
    2024/01/02 15:04:05 goroutine 7 [chan send]:                              Go's log
    2024-01-02T15:04:05.123456+00:00 app[web.1]: goroutine 7 [chan send]:     Heroku
    web-7d9f-x2x9z web goroutine 7 [chan send]:                               stern; kubectl --prefix has brackets
    /var/log/web.log:4711:goroutine 7 [chan send]:                            grep -n

The commonest are known by their patterns. Any other is known by its shape: what stands before the first line of some
evidence, its figures left open, begins the lines after it too. Where each line's time is before the last one's, the
newest stands first, and the lines are turned round. Where lines of several processes alternate, as docker compose and
kubectl follow them, those of each are put together, or one's stacks would go on in the other's; where several print
stacks, one process is read. A prefix is one only if the lines after it have it too: `leaktest.go:150: leaked goroutine:
goroutine 84 [chan send]:` stands before a header alone and is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import Final

from .records import goes_back
from .signs import beginnings, has_bare_lines

PREFIXES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"[ \t]*>[> ]{0,8}",
        r"[ \t]*(?://|#|;|--|\*|\|)(?: |(?=\t|\[Goroutine )|$)",
        r"\+(?!0x)",
        r"[\w.@-]{1,80}[ \t]{0,40}\| ?",
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

_NAMES_PROCESS: Final = re.compile(r"(?=[\d._@-]{0,80}[^\W\d])[\w.@-]{1,80}[ \t]{0,40}\||\[pod/[\w./-]{1,60}\]")
_NAMED_HEADER: Final = re.compile(rf"^({_NAMES_PROCESS.pattern})[^\n]{{0,200}}?goroutine \d{{1,19}} \[", re.MULTILINE)
_SEVERAL: Final = 2
_FENCE = re.compile(
    r"^[ \t>]{0,12}(?:`{3,}|~{3,})[\w+. -]{0,40}$|^\{(?:code|noformat)[^}\n]{0,60}\}|\{(?:code|noformat)\}$",
    re.MULTILINE,
)
_ASCIIDOC = re.compile(r"^\[source[^\]\n]{0,60}\]\n(-{4,40})$|(?<=\n)-{4}$", re.MULTILINE)
_HEAD = 4096
_ROUNDS = 8
"""Prefixes nest, and logs of several processes, each with its name before its lines, follow one another."""

_ANCHORS = 5
_LONGEST = 600
_PARTS = re.compile(
    r"(?P<clock>\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)|(?P<digits>\d{1,20})|(?P<blanks>[ \t]+)|[^\d \t]+"
)
_QUOTED_END = '"'
_CLOCK = r"\d\d:\d\d:\d\d"
_ALIGNED = "flat"
"""The head of pprof's table stands over columns that are aligned to the right."""

_PLACE: Final = re.compile(r"(?<=[ \t])[^\s:]{1,400}\.(?:go|s|c):\d{1,7} \+0x[0-9a-f]")

_QUOTE_AFTER = re.compile(r'"[,;]?$', re.MULTILINE)
_FOLLOWERS = 10


def strip_fences(text: str) -> str | None:
    """Fences of Markdown, Jira and AsciiDoc become empty lines."""
    # One character is found ten times as fast as several, and most texts have none of these.
    marks = (("`", "```"), ("~", "~~~"), ("{", "{code"), ("{", "{noformat"))
    if any(sign in text and mark in text for sign, mark in marks):
        return _FENCE.sub("", text)
    return _ASCIIDOC.sub("", text) if "[" in text and "\n[source" in f"\n{text[:_HEAD]}" else None


def strip_prefixes(text: str) -> str | None:
    """Without the prefix that the first line of some evidence shares with the lines after it."""
    if has_bare_lines(text):
        return None
    before = text
    for seen in range(_ROUNDS):
        anchors = _anchors(text, _ANCHORS if seen == 0 else None)
        found = ((at, prefix) for at in anchors if (prefix := _shared_prefix(text, at)) is not None)
        at, prefix = next(found, (0, None))
        if prefix is None:
            break
        if _NAMES_PROCESS.match(text, text.rfind("\n", 0, at) + 1):
            text = _each_together(text)
        text = re.compile(f"^(?:{prefix.pattern})", re.MULTILINE).sub("", _in_order(text, prefix))
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


def _in_order(text: str, prefix: re.Pattern[str]) -> str:
    """The lines turned round when the prefix has a time, all lines have it, and it only goes back: newest first."""
    if _CLOCK not in prefix.pattern:
        return text
    lines = text.removesuffix("\n").split("\n")
    found = [begun[0] if (begun := prefix.match(line)) is not None else None for line in lines if line]
    return "\n".join(reversed(lines)) + "\n" if goes_back(found) else text


def keep_one_process(text: str) -> str | None:
    """The lines of the process that printed most stacks, without its name, where several print theirs in turn.

    Two replicas in one log are no two moments of one process.
    """
    if "goroutine " not in text or not ("|" in text or "[pod/" in text):
        return None
    if len({found[1] for found in _NAMED_HEADER.finditer(text)}) < _SEVERAL:
        return None
    lines = _by_process(text)
    if lines is None:
        return None
    fullest = max(lines, key=lambda name: _stacks(lines[name]))
    # With its name left on, the lines would be parted by process again.
    own = (
        line.removeprefix(fullest).removeprefix(" ") if line.startswith(fullest) else line for line in lines[fullest]
    )
    return "\n".join(chain(lines[""], own))


def _each_together(text: str) -> str:
    """The lines of each process together where those of several alternate."""
    lines = _by_process(text)
    return text if lines is None else "\n".join(chain.from_iterable(lines.values()))


def _by_process(text: str) -> dict[str, list[str]] | None:
    """The lines by the name before them, one without a name with its last; None where they do not alternate.

    A level, or a thread, is no process though it stands where the name does: a stack then goes on under another.
    """
    before = text.split("\n")
    lines: dict[str, list[str]] = {"": []}
    name, turns = "", 0
    for line in before:
        named = _NAMES_PROCESS.match(line)
        if named is not None and named[0] != name:
            name, turns = named[0], turns + 1
        lines.setdefault(name, []).append(line)
    together = list(chain.from_iterable(lines.values()))
    return lines if turns >= len(lines) and _stacks(together) >= _stacks(before) else None


def _stacks(lines: Sequence[str]) -> int:
    """Headers of goroutines with a call under them."""
    return sum(1 for line, below in pairwise(lines) if "]:" in line and "goroutine " in line and "(" in below)


def _anchors(text: str, most: int | None) -> Iterator[int]:
    """Where lines of evidence begin that have something before them in their line: of the first ones, or of any.

    What was cut out of the middle of a stack begins nowhere: there its places stand for it.
    """
    found = beginnings(text, most)
    first = next(found, None)
    if first is None:
        places = _PLACE.finditer(text) if " +0x" in text else ()
        return (place.start() for place in islice(places, _ANCHORS))
    starts = (at for at in chain([first], found) if at and text[at - 1] != "\n")
    return islice(starts, _ANCHORS * _ANCHORS)


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
