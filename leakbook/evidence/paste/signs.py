"""First words of evidence, looked for in text that may have anything before and around them.

::

    goroutine 7 [chan send]:                      dumps
    goroutine profile: total 4217                 profiles as text; `heap profile: 1814: 3068208 [`, and their records
    Showing nodes accounting for 59.53MB          pprof's own tables; `-----------+----`, `File: shop`
    # HELP go_goroutines Number of goroutines     a scrape; `go_goroutines 12`
    gc 8 @0.121s 3%:                              gctrace
    COMMAND  PID USER   FD   TYPE                 lsof
    lrwx------ 1 app app 64 Nov 25 03:50 0 -> /dev/null
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from ..dump.lines import headers_in

_SIGNS: Final = (
    ("@", " @ 0x", re.compile(r"(?<![\d\]:.])(?:\d{1,18}: \d{1,18} \[\d{1,18}: \d{1,18}\]|\d{1,12}) @ 0x[0-9a-f]")),
    (":", " profile: ", re.compile(r"(?:goroutine|goroutineleak|threadcreate) profile: total \d|heap profile: \d")),
    ("%", "flat%", re.compile(r"Showing nodes accounting for |File: [^\n]{1,400}$", re.MULTILINE)),
    ("%", "flat%", re.compile(r"flat {1,4}flat% {1,9}sum%")),
    (
        "%",
        "B ",
        re.compile(
            # a row of a table, whose head was not pasted
            r"(?<![\w.])[\d.]{2,12}[kMGT]?B {1,12}[\d.]{1,7}% {1,12}[\d.]{1,7}% {1,12}"
            r"[\d.]{1,12}[kMGT]?B {1,12}[\d.]{1,7}%"
        ),
    ),
    ("+", "----+--", re.compile(r"File: [^\n]{1,400}$|(?<!-)-{8,20}\+-{20}", re.MULTILINE)),
    ("#", "# TYPE ", re.compile(r"# (?:HELP|TYPE) (?:go|process)_")),
    ("_", "go_goroutines", re.compile(r"(?<![\w\"])go_goroutines(?:\{[^{}\n]{0,400}\})? \d")),
    ("F", " FD ", re.compile(r"COMMAND {1,40}PID ")),
    ("-", "------", re.compile(r"l[r-][w-][x-]------\.? ")),
)
"""A mark and a literal that must stand in the text, and the pattern that is then tried.

A single character is found fifteen times as fast as several.
"""

_FIRST: Final = re.compile(
    r"^(?:goroutine \d{1,12} (?:\[|gp=)|(?:goroutine|heap) profile: |gc \d{1,9} @|# (?:HELP|TYPE) |File: "
    r"|total \d{1,9}$|COMMAND )",
    re.MULTILINE,
)
_LARGE: Final = 2**20
_HEAD: Final = 4096
_GC: Final = re.compile(r"gc #?\d{1,9} @\d|gc\d{1,9}\(\d{1,6}\): ")
_PRINTED: Final = re.compile(r"(?:Alloc|HeapAlloc|HeapInuse|NumGoroutine)(?:\(\))?\"?\s{0,8}[:=]\s{0,8}\d")
_PLACE: Final = re.compile(r"\.(?:go|s|c):\d{1,7} \+0x[0-9a-f]")


def is_saved(text: str) -> bool:
    """Whether a large text begins as evidence itself: it was saved as Go printed it."""
    return len(text) >= _LARGE and _FIRST.match(text) is not None


def has_bare_lines(text: str) -> bool:
    """Whether in a large text some early line begins as evidence does, so that nothing stands before every line."""
    return len(text) >= _LARGE and _FIRST.search(text, 0, _HEAD) is not None


def beginnings(text: str, most: int | None) -> Iterator[int]:
    """Where lines of evidence begin, whatever stands before them: at most so many of each form, dumps first."""
    for found in islice(headers_in(text), most):
        yield found.start()
    for mark, literal, pattern in _SIGNS:
        if mark in text and literal in text:
            for found in islice(pattern.finditer(text), most):
                yield found.start()


def holds_evidence(text: str) -> bool:
    """Whether something a reader may want stands in the text."""
    if next(beginnings(text, 1), None) is not None:
        return True
    return (
        ("gc" in text and _GC.search(text) is not None)
        or (" +0x" in text and _PLACE.search(text) is not None)
        or (("Alloc" in text or "NumGoroutine" in text or "HeapInuse" in text) and _PRINTED.search(text) is not None)
    )
