"""Evidence holds what anyone may have written; these make it safe to show where it is pasted.

Function names, labels and file names come from the client. In a chat or a Markdown page they may not start links,
mentions or formatting, and on a terminal they may not send control sequences.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_WORDS = re.compile(r"(\s+)")
_ACTIVE = re.compile(r"(?i)\b(?:https?|ftp|javascript|data|file|mailto):\S|\bwww\.|\w@\w|(?<=\w)\.[a-z]{2,63}/")
"""In a word of which a chat makes a link without any markup: an address, `a.org/b.F`, `a.org/b@v1.2.0`."""
_ARGUMENT = re.compile(r"(?<!\S)(-[A-Z] '[^'`]+')")
"""`-F 'manifest={...}'`: what goes to a shell as it is, quotes and all."""
_MENTION = re.compile(r"(?<!\w)([@!])(?=\w)")
_CALL = re.compile(r"(?<=<)([@!])(?=\w)")
"""As in `<!here>`, which a chat may hear in code, too."""
WORD_JOINER = "\u2060"
"""Invisible. Parts a mention, which nobody copies; in an address it would be copied along."""
_OPENING = "\"'("
_CLOSING = "\"'.,;:"


def one_line(text: str) -> str:
    """The text without control, direction and zero-width characters, line breaks as blanks."""
    return _CONTROL.sub("", text.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))


def markdown(text: str) -> str:
    """The text as Markdown and chats show it literally: no formatting, link or mention comes of it.

    What would come to life without markup stands in a code span, where it can be copied as it is.
    """
    return literal(text, escaped=_escaped, span=_span)


def literal(text: str, *, escaped: Callable[[str], str], span: Callable[[str], str], formats: str = "") -> str:
    """The text on one line in some markup, given how that escapes words, and how it writes code.

    In code stand a command's quoted arguments, words that a chat brings to life by themselves, and those with a
    character of `formats`.
    """
    marks = frozenset(formats)
    silent = _MENTION.sub(rf"\1{WORD_JOINER}", one_line(text))
    outside_and_in = _ARGUMENT.split(silent)
    return "".join(
        span(part)
        if place % 2
        else "".join(
            _in_code(word, escaped, span) if _ACTIVE.search(word) or not marks.isdisjoint(word) else escaped(word)
            for word in _WORDS.split(part)
        )
        for place, part in enumerate(outside_and_in)
    )


def _in_code(word: str, escaped: Callable[[str], str], span: Callable[[str], str]) -> str:
    """The word in code, but for what stands around it: `(see a.org/b.F).`."""
    opened = word.lstrip(_OPENING)
    if opened.startswith("*"):  # (*Cart).Put
        opened = word[-len(opened) - 1 :]
    core = opened.rstrip(_CLOSING)
    surplus = core.count(")") - core.count("(")
    if surplus > 0:
        core = core[: max(len(core) - surplus, len(core.rstrip(")")))]
    before, after = word[: len(word) - len(opened)], opened[len(core) :]
    return f"{escaped(before)}{span(core)}{escaped(after)}"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def code(text: str) -> str:
    """The text as a Markdown code span, whatever backticks it holds."""
    return _span(_CALL.sub(rf"\1{WORD_JOINER}", one_line(text)))


def _span(line: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if line.startswith("`") or line.endswith("`") or not line.strip() else ""
    return f"{fence}{padding}{line}{padding}{fence}"


def shown_lines(text: str) -> str:
    """The text's lines without control characters, tabs as blanks."""
    return "\n".join(_CONTROL.sub("", line.replace("\t", "    ")) for line in text.splitlines())


def code_block(text: str, language: str = "") -> str:
    """The text as a fenced block that nothing in it can close."""
    kept = shown_lines(text)
    longest = max((len(run) for run in re.findall(r"`+", kept)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{kept}\n{fence}"
