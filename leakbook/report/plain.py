"""Evidence holds what anyone may have written; these make it safe to show where it is pasted.

Function names, labels and file names come from the client. In a chat or a Markdown page they may not start links,
mentions or formatting, and on a terminal they may not send control sequences.
"""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_MENTION = re.compile(r"([@!])")
_SCHEME = re.compile(r"(?i)\b(https?|ftp|javascript|data|file|mailto):")
_WWW = re.compile(r"(?i)\b(www)\.")

WORD_JOINER = "\u2060"
"""Invisible; parts what a chat would otherwise turn into a link or a mention."""


def one_line(text: str) -> str:
    """The text without control, direction and zero-width characters, line breaks as blanks."""
    return _CONTROL.sub("", text.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))


def markdown(text: str) -> str:
    """The text as Markdown and chats show it literally: no formatting, link or mention comes of it."""
    escaped = _MARKDOWN.sub(r"\\\1", one_line(text))
    parted = _WWW.sub(rf"\1{WORD_JOINER}.", _MENTION.sub(rf"\1{WORD_JOINER}", escaped))
    return _SCHEME.sub(rf"\1{WORD_JOINER}:", parted)


def code(text: str) -> str:
    """The text as a Markdown code span, whatever backticks it holds."""
    line = one_line(text)
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if line.startswith("`") or line.endswith("`") or not line.strip() else ""
    return f"{fence}{padding}{line}{padding}{fence}"


def code_block(text: str, language: str = "") -> str:
    """The text as a fenced block that nothing in it can close."""
    kept = "\n".join(_CONTROL.sub("", line.replace("\t", "    ")) for line in text.splitlines())
    longest = max((len(run) for run in re.findall(r"`+", kept)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{kept}\n{fence}"
