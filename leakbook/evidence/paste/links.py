"""Links that an editor made of names that begin like an address, and a page of numbers, taken back.

::

    #\t0x374e385\t[example.org/shop/flow.start+0xa5](http://example.org/shop/flow.start+0xa5)\t/src/flow.go:159
    /go/src/[example.org/shop/flow.go:126](http://example.org/shop/flow.go:126)
    <http://example.org/shop/flow.start|example.org/shop/flow.start>({0xc000, 0x1})          chats
    [example.org/shop@v1.2.0](mailto:example.org/shop@v1.2.0)
    /go/src/flow.go:1[26](https://ci.example.org/shop/runs/7/job/9#step:6:26) +0xa5            a job's log

The page of a job's log numbers its lines, and in what is copied from it the same numbers are links, wherever they stand
in a word. Of other links only those that show what they link to: whatever a person linked on purpose stays. An editor
begins a link where a word begins, so that the brackets of `map[x](http://x)` are the text's own.
"""

from __future__ import annotations

import re
from typing import Final

_LINKED: Final = re.compile(r"\]\(<?(?:https?://|mailto:)")
_IN_CHAT: Final = re.compile(r"<(?:https?://|mailto:)([^<>|\s]{4,1000})\|\1>")
_TO_A_LINE: Final = re.compile(r"\[(\d{1,7})\]\(https?://[^\s()]{1,400}?#step:\d{1,5}:\d{1,7}\)")
_IN_WORD: Final = re.compile(r"\w")
LONGEST: Final = 1000
"""Characters of a name or place that is linked."""

MOST_BRACKETS: Final = 16
"""Brackets looked at before a link for the one that opens it: names of generic functions have pairs of their own."""


def strip_links(text: str) -> str | None:
    """The text with the names that links show."""
    # One character is found ten times as fast as several, and many texts have neither of these.
    found = _IN_CHAT.sub(r"\1", text) if "|" in text and "<" in text else text
    if "]" in found and "](" in found:
        found = _TO_A_LINE.sub(r"\1", found) if "#step:" in found else found
        found = _without_marks(found)
    return None if found is text else found


def _without_marks(text: str) -> str:
    parts: list[str] = []
    done = 0
    for link in _LINKED.finditer(text):
        if link.start() < done:
            continue
        shown = _shown(text, done, link)
        if shown is None:
            continue
        end = link.end() + len(shown)
        parts += (text[done : link.start() - len(shown) - 1], shown)
        done = end + (2 if text.startswith(">)", end) else 1)
    return "".join((*parts, text[done:])) if parts else text


def _shown(text: str, done: int, link: re.Match[str]) -> str | None:
    """What stands between the bracket that opens the link and the address, if the address says the same."""
    nearest = max(done, link.start() - LONGEST)
    line = max(nearest, text.rfind("\n", nearest, link.start()) + 1)
    opening = link.start()
    for _ in range(MOST_BRACKETS):
        opening = text.rfind("[", line, opening)
        if opening < 0:
            return None
        shown = text[opening + 1 : link.start()]
        end = link.end() + len(shown)
        is_same = bool(shown) and text.startswith(shown, link.end()) and text.startswith((")", ">)"), end)
        if is_same and _IN_WORD.match(text, max(opening - 1, 0), opening) is None:
            return shown
    return None
