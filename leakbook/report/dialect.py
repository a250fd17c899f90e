"""How headings, emphasis and code are written where an answer is pasted: Markdown, and the markup of Slack's messages.

Slack's has no headings, lists or escapes: `&`, `<` and `>` are written as in HTML, and words that could format stand in
code. Source: Slack's "Formatting text in messages".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from .plain import code, code_block, literal, markdown, one_line, shown_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One way to write. `text`, `code` and `block` take words of the evidence and bring none of them to life."""

    text: Callable[[str], str]
    code: Callable[[str], str]
    block: Callable[[str], str]
    """Lines of Go."""
    heading: Callable[[int, str], str]
    """Of a level from 1; its words, and those of `bold`, are written in the dialect already."""
    bold: Callable[[str], str]
    item: str
    inner: str
    """What begins an item of a list, and one of a list in it."""


def _as_entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _slack_code(text: str) -> str:
    """A backtick cannot stand in Slack's code."""
    line = one_line(text).replace("`", "'")
    return f"`{_as_entities(line)}`" if line.strip() else ""


def _slack_text(text: str) -> str:
    return literal(text, escaped=_as_entities, span=_slack_code, formats="*_~`")


def _slack_block(text: str) -> str:
    lines = shown_lines(text).replace("```", "'''")
    return f"```\n{_as_entities(lines)}\n```"


MARKDOWN: Final = Dialect(
    text=markdown,
    code=code,
    block=lambda text: code_block(text, "go"),
    heading=lambda level, words: f"{'#' * level} {words}",
    bold=lambda words: f"**{words}**",
    item="- ",
    inner="  - ",
)
SLACK: Final = Dialect(
    text=_slack_text,
    code=_slack_code,
    block=_slack_block,
    heading=lambda _level, words: f"*{words}*",
    bold=lambda words: f"*{words}*",
    item="• ",
    inner="    ◦ ",
)
