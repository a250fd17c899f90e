"""Command lines of a shell, above what they printed: which process a command asks about, whether its output is alone.

A figure under a command belongs to it only where nothing else on the line prints: `ps -o rss= -p 7; nproc` has two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

LONGEST: Final = 2000
"""Characters of a line beyond which it is no command that someone typed."""

_PROMPT: Final = re.compile(r"[^\s$#%>]{0,80}(?:[ \t][^\s$#%>]{1,80}){0,2}[ \t]?[$#%>][ \t]{0,4}[A-Za-z./(]")
_CLAUSES: Final = re.compile(r"&&|\|\||;")
_SILENT: Final = frozenset(
    {"while", "for", "until", "do", "done", "then", "fi", "if", "sleep", "date", "true", "cd", "watch", "sudo", "echo"}
)
"""Words that begin a clause of a loop; what `date` and `echo` print is a time or a heading."""
_FILTERS: Final = frozenset({"grep", "egrep", "fgrep", "head", "tail", "sort", "tee", "cat", "less", "tr", "xargs"})
"""Commands behind a pipe that leave a row as it is."""
_ELSEWHERE: Final = re.compile(r"\b(?:exec|ssh|nsenter|rsh)\s")
_NUMBER: Final = re.compile(r"\d{1,9}")
_UNKNOWN: Final = re.compile(r"\$\w{1,40}|\$\{\w{1,40}\}|\$\([^()]{1,80}\)|`[^`]{1,80}`|<?(?:pid|PID)>?")
"""One process whose number is not written."""


def is_prompt(line: str) -> bool:
    """Whether the line begins with a shell's prompt and a command."""
    return _PROMPT.match(line[:400].lstrip(" \t*>")) is not None


def is_alone(line: str, command: re.Pattern[str]) -> bool:
    """Whether of the commands on the line only this one prints figures, and stands there once."""
    parts = _CLAUSES.split(line)
    others = [part for part in parts if command.search(part) is None]
    first = [words[0].strip("$#%>({'\"") or words[-1] for part in others if (words := part.split())]
    return len(others) == len(parts) - 1 and all(name in _SILENT or name in ("", "}", ")") for name in first)


def keeps_rows(filters: Sequence[str]) -> bool:
    """Whether what stands behind the pipes hands rows on unchanged: `awk` may print another column or unit."""
    return all(not part.split() or part.split()[0].strip("'\")`") in _FILTERS for part in filters)


def process_named(text: str) -> str | None:
    """The process that an argument names: a number, or an expression that stands for one; None of several."""
    argument = text.strip("\"'")
    return argument if _NUMBER.fullmatch(argument) or _UNKNOWN.fullmatch(argument) else None


def after_option(option: str, words: Sequence[str]) -> str | None:
    """The value of an option, `-p 7` and `-p7`; of `$(pidof shop)` all its words."""
    for place, word in enumerate(words):
        if word == option or (word.startswith(option) and word[len(option) :][:1] in set("0123456789$`\"'")):
            rest = " ".join((word[len(option) :], *words[place + 1 : place + 12])).strip()
            return _whole(rest)
    return None


def _whole(rest: str) -> str:
    """The first argument, with the words of a command that is put in."""
    opened = rest.lstrip("\"'")
    ends = ")" if opened.startswith("$(") else "`" if opened.startswith("`") else ""
    if not ends:
        return opened.split(" ", 1)[0].rstrip(");'\"")
    end = opened.find(ends, 1)
    return opened[: end + 1]


def elsewhere(before: str) -> str:
    """What before a command sends it to another machine or container, where PIDs are others; else empty."""
    found = _ELSEWHERE.search(before)
    return before[found.start() :] if found else ""


def pid_label(process: str) -> tuple[tuple[str, str], ...]:
    """The label by which figures of one process are kept apart from another's; none where its number is not written."""
    return (("pid", process),) if _NUMBER.fullmatch(process) else ()
