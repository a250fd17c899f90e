"""pprof's graph, as `-svg`, `-dot` or its web page draw it, turned into the table that `-top` prints of it.

::

    <text …>Showing nodes accounting for 118.05MB, 99.16% of 119.05MB total</text>               the legend
    <a xlink:title="shop/session.(*Registry).Open (40.63MB)"> … <text …>Open</text>              a node, with its cum
    <text …>1.50MB (1.26%)</text> <text …>of 40.63MB (34.13%)</text>                             flat, and of which cum
    N7 [label="…\\nOpen\\n0 of 40.63MB (34.13%)" … tooltip="shop/session.(*Registry).Open (40.63MB)" …]

A node has one figure where both are the same. Nodes without a name are sizes of objects, titles with `->` are edges.
Source: google/pprof, internal/graph/dotgraph.go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

from ..signs import Sign

_DRAWN: Final = Sign(r"xlink:title=\"|\btooltip=\"", "xlink:title=", "tooltip=")
_BEGINS: Final = re.compile(r"<svg\b|^(?:strict )?digraph \"", re.MULTILINE)
_SVG: Final = re.compile(r"xlink:title=\"([^\"]{1,4000})\"|<text\b[^>]{0,400}>([^<]{0,4000})</text>")
_DOT_NODE: Final = re.compile(
    r"^N\d{1,9} \[label=\"((?:[^\"\\]|\\.){1,8000})\".{0,400}? tooltip=\"((?:[^\"\\]|\\.){1,4000})\""
)
_DOT_LEGEND: Final = re.compile(r"^subgraph cluster_L \{.{0,8000}? label=\"((?:[^\"\\]|\\.){1,8000})\"")
_ELEMENT: Final = re.compile(r"</(?:a|g|text)>|^N\d{1,9} (?:\[|-> N)[^\n]*", re.MULTILINE)
_TITLE: Final = re.compile(r"(\S.{0,4000}) \(-?[\d.]{1,20}\w{0,5}\)")
_FLAT: Final = re.compile(r"(-?[\d.]{1,20}\w{0,5}) \((-?[\d.]{1,12}%)\)")
_CUM: Final = re.compile(r"(?:0 )?of (-?[\d.]{1,20}\w{0,5}) \((-?[\d.]{1,12}%)\)")
_LEGEND: Final = re.compile(r"^(?:File|Type|Time|Duration): |\btotal\b")
_COLUMNS: Final = "      flat  flat%   sum%        cum   cum%"


class _Part(NamedTuple):
    text: str
    is_graph: bool
    is_whole: bool


def read_drawing(text: str) -> str | None:
    """The text with the table of each whole graph in the graph's place; None where none is drawn."""
    return _tabled(text, whole=True)


def read_cut_drawing(text: str) -> str | None:
    """The same of a graph whose end is missing, with those of its nodes that are there."""
    return _tabled(text, whole=False)


def _tabled(text: str, *, whole: bool) -> str | None:
    if not _DRAWN.stands_in(text):
        return None
    parts = list(_parted(text))
    tables = [_table(part.text) if part.is_graph and part.is_whole is whole else None for part in parts]
    if not any(tables):
        return None
    return "".join(table or part.text for part, table in zip(parts, tables, strict=True))


def _parted(text: str) -> Iterator[_Part]:
    """What is drawn and what stands around it, in turn. A drawing that was cut lasts to its last element."""
    at, is_whole = 0, True
    while is_whole and (begins := _BEGINS.search(text, at)) is not None:
        closes = "</svg>" if begins[0] == "<svg" else "\n}"
        end = text.find(closes, begins.end())
        is_whole = end >= 0
        end = end + len(closes) if is_whole else _cut_end(text, begins.end())
        yield _Part(text=text[at : begins.start()], is_graph=False, is_whole=True)
        yield _Part(text=text[begins.start() : end], is_graph=True, is_whole=is_whole)
        at = end
    yield _Part(text=text[at:], is_graph=False, is_whole=True)


def _cut_end(text: str, begins: int) -> int:
    return max((element.end() for element in _ELEMENT.finditer(text, begins)), default=begins)


def _table(graph: str) -> str | None:
    legend: list[str] = []
    rows: list[str] = []
    for title, words in _svg_nodes(graph) if graph.startswith("<svg") else _dot_nodes(graph):
        row = _row(title, words)
        if row is not None:
            rows.append(row)
        else:
            legend.extend(word for word in words if _LEGEND.search(word) is not None)
    return "\n".join(["", *legend, _COLUMNS, *rows, ""]) if rows else None


def _svg_nodes(text: str) -> Iterator[tuple[str, list[str]]]:
    """Titles with the words drawn under each; the legend may have none."""
    title = ""
    words: list[str] = []
    for found in _SVG.finditer(text):
        if found[1] is not None:
            yield title, words
            title, words = unescape(found[1]), []
        else:
            words.append(unescape(found[2]).strip())
    yield title, words


def _dot_nodes(text: str) -> Iterator[tuple[str, list[str]]]:
    for line in text.splitlines():
        legend = _DOT_LEGEND.match(line)
        node = None if legend else _DOT_NODE.match(line)
        if legend:
            yield "", legend[1].split(r"\l")
        elif node:
            yield node[2].replace(r"\"", '"'), node[1].split(r"\n")


def _row(title: str, words: list[str]) -> str | None:
    """The row of a node; None for an edge or a size."""
    name = _TITLE.fullmatch(title)
    flat = next((found for word in words if (found := _FLAT.fullmatch(word))), None)
    cum = next((found for word in words if (found := _CUM.fullmatch(word))), flat)
    if name is None or cum is None or " -> " in name[1] or " ... " in name[1]:
        return None
    own, part = flat.groups() if flat else ("0", "0%")
    return f"{own} {part} 0% {cum[1]} {cum[2]} {name[1]}"
