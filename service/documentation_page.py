"""`openapi.yaml` as one plain page: no script, nothing from elsewhere. Problem types link to its anchors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import Any, Final

import yaml

ADDRESS: Final = "{this service}"
USUAL_ADDRESS: Final = re.compile(r"https?://[\w.:\[\]-]+", re.ASCII)
TRY: Final = f"""SERVICE=http://localhost:6060    # whatever serves net/http/pprof in your Go program
LEAKBOOK={ADDRESS}
curl -sSf "$SERVICE/debug/pprof/goroutine?debug=2" -o dump.txt
curl -sS --data-binary @dump.txt -H 'Accept: text/plain' "$LEAKBOOK/v1/diagnoses?service=checkout&wait=30"
curl -sSf "$SERVICE/debug/pprof/heap?gc=1" -o heap-1.pb.gz; sleep 300; \
curl -sSf "$SERVICE/debug/pprof/heap?gc=1" -o heap-2.pb.gz
curl -sS -F evidence=@heap-1.pb.gz -F evidence=@heap-2.pb.gz "$LEAKBOOK/v1/diagnoses?service=checkout&wait=30"
"""
PROBLEMS_ENTRY: Final = '<li><a href="#problems">Problem codes</a></li>'
UNBOUNDED: Final = 2**63 - 1
BOUNDS: Final = {"minimum": "from", "maximum": "to", "default": "default"}
METHODS: Final = ("get", "post", "put", "patch", "delete")
STYLE: Final = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
pre { background: #8881; padding: .8rem; overflow-x: auto; }
.run { white-space: pre-wrap; overflow-wrap: anywhere; }
code { font-size: .92em; }
nav code, h2 code { overflow-wrap: anywhere; }
td, th { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; }
nav li { line-height: 1.7; } .muted { opacity: .75; }
@media (max-width: 40rem) { td { display: block; padding: 0; } tr { display: block; padding: .3rem 0; } }
h2 { border-top: 1px solid #8884; padding-top: 1rem; } summary { cursor: pointer; }
:root { color-scheme: light dark; }
"""


def documentation_page(contract: bytes, address: str) -> str:
    """The page. Its commands are for the service at `address`, as the client calls it, if that is a plain one."""
    named = address if USUAL_ADDRESS.fullmatch(address) else "http://127.0.0.1:8080"
    return _page(contract).replace(escape(ADDRESS), escape(named))


@lru_cache(maxsize=1)
def _page(contract: bytes) -> str:
    """The contract is ours, and escaped all the same."""
    document = yaml.safe_load(contract)
    parts = [
        f"<h1>{escape(document['info']['title'])} API</h1>",
        f"<p>{_words(document['info']['description'])}</p>",
        '<p>The contract itself: <a href="/openapi.yaml">openapi.yaml</a></p>',
        f"<nav><ul>{''.join(_entry(*one[:2]) for one in _listed(document))}{PROBLEMS_ENTRY}</ul></nav>",
        f"<h2>Try it</h2><pre class=run>{escape(TRY)}</pre>",
        *(_operation(document, *one) for one in _listed(document)),
        *_problems(document),
    ]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Leakbook API</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body>'
        + "\n".join(parts)
        + "</body></html>\n"
    )


def _listed(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], list[Any]]]:
    """Name, operation and parameters of all operations, the posting first: it is what one comes for."""
    found = [
        (f"{method.upper()} {path}", item[method], item.get("parameters", []) + item[method].get("parameters", []))
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    ]
    yield from sorted(found, key=lambda one: not one[0].startswith("POST"))


def _entry(name: str, operation: dict[str, Any]) -> str:
    link = f'<a href="#{escape(operation["operationId"])}"><code>{escape(name)}</code></a>'
    return f"<li>{link} {_words(operation['summary'])}</li>"


def _operation(document: dict[str, Any], name: str, operation: dict[str, Any], parameters: list[Any]) -> str:
    rows = "".join(_parameter(_resolved(document, parameter), document) for parameter in parameters)
    answers = "".join(
        _answer(status, _resolved(document, answer), document) for status, answer in operation["responses"].items()
    )
    return (
        f'<h2 id="{escape(operation["operationId"])}"><code>{escape(name)}</code></h2>'
        f"<p>{_words(operation['summary'])}. {_words(operation.get('description', ''))}</p>"
        + (f"<table>{rows}</table>" if rows else "")
        + answers
    )


def _parameter(parameter: dict[str, Any], document: dict[str, Any]) -> str:
    return (
        f"<tr><td><code>{escape(parameter['name'])}</code></td><td>{escape(parameter['in'])}</td>"
        f"<td>{_words(parameter.get('description', ''))} {_allowed(parameter.get('schema', {}), document)}</td></tr>"
    )


def _allowed(schema: dict[str, Any], document: dict[str, Any]) -> str:
    """What the value may be, as far as one line says it."""
    schema = _resolved(document, schema)
    said = [f"{name} {schema[key]}" for key, name in BOUNDS.items() if schema.get(key, UNBOUNDED) != UNBOUNDED]
    if "enum" in schema:
        said.insert(0, " | ".join(str(value) for value in schema["enum"]))
    elif "format" in schema:
        said.insert(0, schema["format"])
    return f'<span class="muted">{escape(", ".join(said))}</span>' if said else ""


def _answer(status: str, answer: dict[str, Any], document: dict[str, Any]) -> str:
    examples = "".join(
        f"<p>{escape(media)}</p><pre>{escape(_shown(example))}</pre>"
        for media, content in answer.get("content", {}).items()
        if not media.startswith("application/problem")
        for example in _examples(document, content)
    )
    codes = answer.get("content", {}).get("application/problem+json", {}).get("examples", {})
    links = ", ".join(f'<a href="#{escape(code)}"><code>{escape(code)}</code></a>' for code in codes)
    line = f"<b>{escape(status)}</b> {_words(answer['description'])}" + (f" {links}" if links else "")
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
