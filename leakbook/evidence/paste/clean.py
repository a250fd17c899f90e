"""Undoing what people and log shippers do to text before they post it.

Every text reader sees text that went through `clean`. What it undoes, each noted: byte order mark, CRLF, records of
JSON, logfmt and tables, escapes, colours, HTML, links, Markdown fences, quote and comment marks, log prefixes before
every line, indentation of the whole, breaks at a fixed column. What it leaves to the readers is damage inside lines:
lost tabs, remarks, other breaks.

Clean text comes back as it is, and for little: each step looks for its cause before it works.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .drawings import read_cut_drawing, read_drawing
from .headers import plain_headers
from .links import strip_links
from .lists import read_debugger, split_leaked_places
from .lock_report import read_lock_report
from .markup import strip_colours, strip_html, unescape_logged, unescape_syslog
from .prefixes import keep_one_process, strip_fences, strip_indentation, strip_prefixes
from .race_report import drop_race_reports
from .records import join_partial, take_records
from .wrapping import unwrap


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as Go printed it, as far as that can be told, and a note for each thing undone. Linear."""
    notes = []
    for step, note in STEPS:
        cleaned = step(text)
        if cleaned is not None and cleaned != text:
            text = cleaned
            notes.append(note)
    return text, tuple(notes)


def strip_byte_order_mark(text: str) -> str | None:
    """Windows editors put U+FEFF first; read as Latin-1 it is `ï»¿`."""
    for mark in ("\ufeff", "\u00ef\u00bb\u00bf"):
        if text.startswith(mark):
            return text[len(mark) :]
    return None


def unify_line_ends(text: str) -> str | None:
    """CRLF and CR to LF."""
    if "\r" not in text:
        return None
    return text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")


def plain_blanks(text: str) -> str | None:
    """No-break blanks and zero-width marks, as copied from a web page."""
    if text.isascii() or not any(mark in text for mark in ("\u00a0", "\u200b", "\u2060")):
        return None
    return text.replace("\u00a0", " ").replace("\u200b", "").replace("\u2060", "")


STEPS: Final[tuple[tuple[Callable[[str], str | None], str], ...]] = (
    (strip_byte_order_mark, "a byte order mark was taken off"),
    (unify_line_ends, "line ends were unified"),
    (plain_blanks, "no-break blanks became plain ones"),
    (join_partial, "lines that the container runtime split were joined"),
    (take_records, "the lines were taken out of the records of a log (JSON, logfmt, or a table's column)"),
    (unescape_logged, "text was taken out of log records (JSON or quoted)"),
    (unescape_syslog, "tabs and line breaks were taken out of syslog's octal digits"),
    (strip_colours, "terminal colours were taken out"),
    (read_drawing, "pprof's graph was read as the table of its nodes"),
    (read_cut_drawing, "pprof's graph is cut off: nodes behind the cut are missing"),
    (strip_html, "HTML marks were taken out"),
    (strip_links, "links made of names were taken back"),
    (strip_fences, "Markdown fences were taken out"),
    (
        keep_one_process,
        "several processes print in turn: the stacks of one were read, without its name, the others' were left aside",
    ),
    (strip_prefixes, "what stands before every line (log prefix, quote or comment mark) was taken off"),
    (unwrap, "lines broken at a fixed column were joined"),
    (strip_indentation, "the indentation of the whole was taken off"),
    (plain_headers, "headers of goroutines were put as Go prints them"),
    (drop_race_reports, "reports of the race detector were left aside: they tell of accesses, not of who waits"),
    (read_debugger, "a debugger's list of goroutines was read as a dump"),
    (split_leaked_places, "calls and their places on one line were parted"),
    (read_lock_report, "go-deadlock's report was read as the goroutines that wait for a lock"),
)
"""In this order: markup may hide prefixes, prefixes may hide indentation. A step answers None when it has no cause."""
