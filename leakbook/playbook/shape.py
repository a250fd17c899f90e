"""A value through its marshmallow schema, with every mistake put at its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from marshmallow import Schema, ValidationError

from .yaml_marks import Document, Path


def shape(schema: Schema, value: object, document: Document, path: Path) -> Any | None:  # noqa: ANN401 - plain dicts
    """What the schema loads of `value`, which stands at `path`; None after mistakes, which go to the document."""
    try:
        return schema.load(value)  # type: ignore[arg-type]  # a value that is no mapping is one of the mistakes
    except ValidationError as error:
        for inner, message in _messages(error.messages, path):
            document.complain(inner, message)
        return None


def _messages(messages: Any, path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - marshmallow nests freely
    """Marshmallow's nested messages as (path, message), in a fixed order."""
    if isinstance(messages, dict):
        for step in sorted(messages, key=str):
            inner = path if step == "_schema" else (*path, step)
            yield from _messages(messages[step], inner)
    elif isinstance(messages, list):
        for message in messages:
            yield from _messages(message, path)
    else:
        yield path, str(messages)
