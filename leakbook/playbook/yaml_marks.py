"""YAML read as events, so that every key and value keeps its place and nothing is read that nobody meant.

Out of YAML's many ways this accepts one: mappings, lists, text, whole numbers, decimals, true and false. Tags, anchors,
aliases, merge keys, dates, octals, `yes`/`no`, empty values and keys written twice are mistakes with a place. Depth and
number of nodes are bounded, so a hostile file cannot cost more than its size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

Path = tuple[str | int, ...]
Value = Any
"""dict, list, str, int, float or bool."""

MAX_DEPTH: Final = 16
MAX_NODES: Final = 200_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)$")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][+-]?[0-9]+)?$")
_AMBIGUOUS = re.compile(
    r"(?i)(?:yes|no|on|off|y|n|null|~|\.nan|[-+]?\.inf|0x[0-9a-f]+|0o?[0-7]+|\d+:\d[\d:]*|\d{4}-\d\d?-\d\d?.*)$"
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One mistake, at a place. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """As editors and CI logs understand it."""
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


@dataclass(slots=True, kw_only=True)
class Document:
    """One YAML file as plain values, with the place of every one of them."""

    file: str
    value: Value = None
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    missing: list[Problem] = field(default_factory=list)
    """What should still be added; the file can be used without."""

    def complain(self, path: Path, message: str) -> None:
        """Record a mistake at the deepest place of `path` that exists in the file."""
        self.problems.append(self._problem(path, message))

    def miss(self, path: Path, message: str) -> None:
        """Record something that is missing, at the deepest place of `path` that exists in the file."""
        self.missing.append(self._problem(path, message))

    def _problem(self, path: Path, message: str) -> Problem:
        known = path
        while known and known not in self.places:
            known = known[:-1]
        line, column = self.places.get(known, (1, 1))
        spelled = ".".join(str(step) for step in path)
        text = f"{spelled}: {message}" if spelled else message
        return Problem(file=self.file, line=line, column=column, message=text)


def read_yaml(file: str, text: str) -> Document:
    """Read one file. Mistakes stand in the result's `problems`; its `value` is what could be read."""
    document = Document(file=file)
    try:
        events = iter(list(yaml.parse(text, Loader=_Loader)))
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        document.problems.append(
            Problem(file=file, line=line, column=column, message=f"not YAML: {error.problem or error.context}")
        )
        return document
    except yaml.YAMLError as error:
        document.problems.append(Problem(file=file, line=1, column=1, message=f"not YAML: {error}"))
        return document
    _Walk(document, events).document_value()
    return document


def _mark(event: Any) -> tuple[int, int]:  # noqa: ANN401 - PyYAML events are untyped
    """Line and column of an event, from 1."""
    return event.start_mark.line + 1, event.start_mark.column + 1


class _Walk:
    """Turns the stream of events into values, noting places and refusing what the language leaves out."""

    def __init__(self, document: Document, events: Iterator[Any]) -> None:
        self._document = document
        self._events = events
        self._nodes = 0

    def document_value(self) -> None:
        started = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                started += 1
                if started > 1:
                    self._complain(event, (), "a second document in one file")
                    return
            elif isinstance(event, yaml.NodeEvent):
                self._document.value = self._node(event, ())
        if started == 0:
            self._document.complain((), "the file is empty")

    def _complain(self, event: Any, path: Path, message: str) -> None:  # noqa: ANN401 - PyYAML events are untyped
        line, column = _mark(event)
        spelled = ".".join(str(step) for step in path)
        self._document.problems.append(
            Problem(
                file=self._document.file,
                line=line,
                column=column,
                message=f"{spelled}: {message}" if spelled else message,
            )
        )

    def _node(self, event: Any, path: Path) -> Value:  # noqa: ANN401 - PyYAML events are untyped
        self._document.places.setdefault(path, _mark(event))
        self._nodes += 1
        if self._nodes == MAX_NODES:
            self._complain(event, path, f"more than {MAX_NODES} values in one file")
        if isinstance(event, yaml.AliasEvent):
            self._complain(event, path, "aliases are not part of the language; write the value out")
            return ""
        if event.anchor is not None:
            self._complain(event, path, "anchors are not part of the language")
        if event.tag is not None:
            self._complain(event, path, f"tags are not part of the language: {event.tag}")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if len(path) >= MAX_DEPTH:
            self._complain(event, path, f"nested more than {MAX_DEPTH} deep")
            self._skip()
            return {} if isinstance(event, yaml.MappingStartEvent) else []
        return self._mapping(path) if isinstance(event, yaml.MappingStartEvent) else self._sequence(path)

    def _next(self) -> Any:  # noqa: ANN401 - PyYAML events are untyped
        return next(self._events)

    def _skip(self) -> None:
        depth = 1
        while depth:
            event = self._next()
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1

    def _mapping(self, path: Path) -> dict[str, Value]:
        read: dict[str, Value] = {}
        while not isinstance(key_event := self._next(), yaml.MappingEndEvent):
            if not isinstance(key_event, yaml.ScalarEvent):
                self._complain(key_event, path, "a key must be a plain word")
                if isinstance(key_event, yaml.CollectionStartEvent):
                    self._skip()
                self._node(self._next(), (*path, "?"))
                continue
            key, mark = str(key_event.value), _mark(key_event)
            if key in read:
                self._complain(key_event, (*path, key), "written twice")
            self._document.places[(*path, key)] = mark
            read[key] = self._node(self._next(), (*path, key))
        return read

    def _sequence(self, path: Path) -> list[Value]:
        read: list[Value] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            read.append(self._node(event, (*path, len(read))))
        return read

    def _scalar(self, event: Any, path: Path) -> str | int | float | bool:  # noqa: ANN401 - PyYAML events are untyped
        text = str(event.value)
        if event.style not in {None, ""}:  # quoted or block: text, whatever it looks like
            return text
        if text in {"true", "false"}:
            return text == "true"
        if _INTEGER.match(text) and len(text) <= 18:
            return int(text)
        if _DECIMAL.match(text) and len(text) <= 30:
            return float(text)
        if text == "":
            self._complain(event, path, "has no value")
        elif _AMBIGUOUS.match(text):
            self._complain(event, path, f"{text!r} means different things to different YAML readers; quote it")
        return text
