"""`openapi.yaml` as one plain page: no script, nothing from elsewhere. Problem types link to its anchors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import Any, Final

import yaml

METHODS: Final = ("get", "post", "put", "patch", "delete")
STYLE: Final = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
pre { background: #8881; padding: .8rem; overflow-x: auto; } code { font-size: .92em; }
td, th { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; }
h2 { border-top: 1px solid #8884; padding-top: 1rem; } summary { cursor: pointer; }
:root { color-scheme: light dark; }
"""


@lru_cache(maxsize=1)
def documentation_page(contract: bytes) -> str:
    """The page. The contract is ours, and escaped all the same."""
    document = yaml.safe_load(contract)
    parts = [
        f"<h1>{escape(document['info']['title'])} API</h1>",
        f"<p>{_words(document['info']['description'])}</p>",
        '<p>The contract itself: <a href="/openapi.yaml">openapi.yaml</a></p>',
        *_operations(document),
        *_problems(document),
    ]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Leakbook API</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body>'
        + "\n".join(parts)
        + "</body></html>\n"
    )


def _operations(document: dict[str, Any]) -> Iterator[str]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                operation = item[method]
                parameters = item.get("parameters", []) + operation.get("parameters", [])
                yield _operation(document, f"{method.upper()} {path}", operation, parameters)


def _operation(document: dict[str, Any], name: str, operation: dict[str, Any], parameters: list[Any]) -> str:
    rows = "".join(_parameter(_resolved(document, parameter)) for parameter in parameters)
    answers = "".join(
        _answer(status, _resolved(document, answer), document) for status, answer in operation["responses"].items()
    )
    return (
        f'<h2 id="{escape(operation["operationId"])}"><code>{escape(name)}</code></h2>'
        f"<p>{_words(operation['summary'])}. {_words(operation.get('description', ''))}</p>"
        + (f"<table>{rows}</table>" if rows else "")
        + answers
    )


def _parameter(parameter: dict[str, Any]) -> str:
    return (
        f"<tr><td><code>{escape(parameter['name'])}</code></td><td>{escape(parameter['in'])}</td>"
        f"<td>{_words(parameter.get('description', ''))}</td></tr>"
    )


def _answer(status: str, answer: dict[str, Any], document: dict[str, Any]) -> str:
    examples = "".join(
        f"<p>{escape(media)}</p><pre>{escape(_shown(example))}</pre>"
        for media, content in answer.get("content", {}).items()
        if not media.startswith("application/problem")
        for example in _examples(document, content)
    )
    line = f"<b>{escape(status)}</b> {_words(answer['description'])}"
    return f"<details><summary>{line}</summary>{examples}</details>" if examples else f"<p>{line}</p>"


def _examples(document: dict[str, Any], content: dict[str, Any]) -> Iterator[Any]:
    if "example" in content:
        yield content["example"]
    for example in content.get("examples", {}).values():
        yield _resolved(document, example)["value"]


def _problems(document: dict[str, Any]) -> Iterator[str]:
    yield '<h2 id="problems">Problem codes</h2>'
    for answer in document["components"]["responses"].values():
        for code, example in answer["content"]["application/problem+json"]["examples"].items():
            yield (
                f'<h3 id="{escape(code)}"><code>{escape(code)}</code> {example["value"]["status"]}</h3>'
                f"<p>{_words(example['summary'])}</p><pre>{escape(_shown(example['value']))}</pre>"
            )


def _resolved(document: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """The node that a local `$ref` points to."""
    if "$ref" not in node:
        return node
    found: dict[str, Any] = document
    for key in node["$ref"].removeprefix("#/").split("/"):
        found = found[key]
    return found


def _shown(example: Any) -> str:
    return example if isinstance(example, str) else json.dumps(example, indent=2)


def _words(text: str) -> str:
    """Backquotes become code, empty lines paragraphs."""
    pieces = escape(text.strip()).split("`")
    coded = "".join(f"<code>{piece}</code>" if number % 2 else piece for number, piece in enumerate(pieces))
    return coded.replace("\n\n", "</p><p>")
