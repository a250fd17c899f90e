"""A problem for whoever reads it on a terminal: what is in the JSON, one thing a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from leakbook.report.plain import one_line

_SAID: Final = frozenset({"type", "status", "code", "title", "detail", "errors", "part", "line", "offset"})


def problem_text(problem: Mapping[str, Any]) -> str:
    """The problem as plain text that holds no control sequences::

    evidence-malformed (422): Evidence is broken
      heap.pb.gz, byte 4096: The gzip stream ends too early.
      See /docs#evidence-malformed
    """
    return "".join(f"{one_line(line)}\n" for line in _lines(problem))


def _lines(problem: Mapping[str, Any]) -> Iterator[str]:
    yield f"{problem['code']} ({problem['status']}): {problem['title']}"
    mistakes = problem.get("errors")
    if mistakes:
        yield from (f"  {one.get('pointer') or one.get('parameter') or 'request'}: {one['detail']}" for one in mistakes)
    else:
        yield f"  {_place(problem)}{problem['detail']}"
    yield from (f"  {name.capitalize()}: {value}" for name, value in problem.items() if name not in _SAID)
    yield f"  See {problem['type']}"


def _place(problem: Mapping[str, Any]) -> str:
    """`heap.pb.gz, byte 4096: `; empty where no place is known."""
    words = (("", problem.get("part")), ("line ", problem.get("line")), ("byte ", problem.get("offset")))
    told = ", ".join(f"{word}{value}" for word, value in words if value is not None)
    return f"{told}: " if told else ""
