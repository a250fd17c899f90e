"""The answer as the text of a message in Slack, short enough to be read there: what was found, and what to do first.

Slack's markup has no headings, lists or escapes: `&`, `<` and `>` are written as in HTML, and words that could format
stand in code. A section of a message takes 3,000 characters. Source: Slack's "Formatting text in messages" and its
reference of blocks.
"""

from __future__ import annotations

from typing import Final

from ..diagnosis.report import Report
from .plain import literal, one_line
from .wording import believed, headline_text

LONGEST: Final = 3000
"""Characters of the text of a section."""
_REST: Final = "Why, what speaks against it, and all that was posted: in the page and in JSON."
_FIX: Final = "Why, what speaks against it, and the code before and after: in the page and in JSON."


def report_slack(report: Report) -> str:
    """Headline, summary, what helps at once, and where the rest stands; no longer than a section takes."""
    parts = [f"*{slack_text(headline_text(report))}*", _with_command(report)]
    if report.at_once is not None:
        parts.append(f"*At once:* {slack_text(report.at_once.says)}")
    parts.append(_FIX if believed(report) else _REST)
    whole = "\n\n".join(parts) + "\n"
    return whole if len(whole) <= LONGEST else _cut(report)


def _with_command(report: Report) -> str:
    """The summary, with the command that it asks for in code, so that it can be copied as it is."""
    command = report.next_evidence[0].run if report.next_evidence else ""
    before, found, after = report.summary.partition(command) if command else (report.summary, "", "")
    return f"{slack_text(before)}{_code(found)}{slack_text(after)}"


def _cut(report: Report) -> str:
    """Of names without end the summary alone, cut where it is too long in Slack's markup, `&lt;` for `<`."""
    summary = report.summary
    while len(text := f"*{slack_text(headline_text(report)[:200])}*\n\n{slack_text(summary)}\n\n{_REST}\n") > LONGEST:
        summary = summary[: len(summary) * 3 // 4].rstrip("…") + "…"
    return text


def slack_text(text: str) -> str:
    """The words, none of which comes to life."""
    return literal(text, escaped=_as_entities, span=_code, formats="*_~`")


def _as_entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _code(text: str) -> str:
    """A backtick cannot stand in Slack's code."""
    line = one_line(text).replace("`", "'")
    return f"`{_as_entities(line)}`" if line.strip() else ""
