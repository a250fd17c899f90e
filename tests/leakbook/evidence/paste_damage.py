"""What people and log shippers do to a dump, as functions from text to text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable


def each_line(prefix: str) -> Callable[[str], str]:
    return lambda text: "".join(f"{prefix}{line}\n" for line in text.split("\n"))


def numbered_time(text: str) -> str:
    return "".join(
        f"2024-01-02T15:04:{at % 60:02d}.{at:06d}Z stderr F {line}\n" for at, line in enumerate(text.split("\n"))
    )


def docker_json(text: str) -> str:
    records = (json.dumps({"log": line + "\n", "stream": "stderr", "time": "2024-01-02"}) for line in text.split("\n"))
    return "\n".join(records) + "\n"


def json_field(text: str) -> str:
    return '{"level":"info","msg":"up"}\n' + json.dumps({"level": "error", "stack": text, "ts": 1.5}) + "\n"


def cut_json_field(text: str) -> str:
    return json.dumps({"level": "error", "stack": text, "ts": 1.5})[:-20]


def quoted_field(text: str) -> str:
    return f"time=12:00 level=error stack={json.dumps(text)} code=2\n"


def coloured(text: str) -> str:
    return "".join(f"\x1b[31m{line}\x1b[0m\n" for line in text.split("\n"))


def web_page(text: str) -> str:
    return f'<div class="x"><pre><code>{html.escape(text)}</code></pre></div>\n'


def double_spaced(text: str) -> str:
    return text.replace("\n", "\n\n")


def wrapped(columns: int) -> Callable[[str], str]:
    def wrap(text: str) -> str:
        lines = []
        for line in text.split("\n"):
            lines += [line[at : at + columns] for at in range(0, len(line), columns)] or [""]
        return "\n".join(lines)

    return wrap


def with_prose(text: str) -> str:
    return text.replace("\n\n", "\n\nAnd this one looks the same to me, see below:\n\n")


def with_arrows(text: str) -> str:
    return text.replace("\nmain.recv(", "\n--> main.recv(").replace("main.go:37 +", "main.go:37 <--- here +")


DAMAGES: dict[str, Callable[[str], str]] = {
    "tabs as eight blanks": lambda text: text.replace("\t", " " * 8),
    "tabs lost": lambda text: text.replace("\t", ""),
    "tabs as the letter t": lambda text: text.replace("\n\t", "\nt"),
    "indented by four": each_line("    "),
    "indented by a tab": each_line("\t"),
    "blank lines with a blank": lambda text: text.replace("\n\n", "\n \n"),
    "quoted": each_line("> "),
    "quoted twice": each_line("> > "),
    "commented": each_line("// "),
    "journald": each_line("Jan 02 15:04:05 node-1 shop[321]: "),
    "klog": each_line("E0102 15:04:05.123456     321 server.go:12] "),
    "go log": each_line("2024/01/02 15:04:05 "),
    "docker compose": each_line("web-1  | "),
    "bracketed time": each_line("[2024-01-02 15:04:05.000] "),
    "cri": numbered_time,
    "docker json": docker_json,
    "json field": json_field,
    "cut json field": cut_json_field,
    "logfmt": quoted_field,
    "colours": coloured,
    "html": web_page,
    "fences": lambda text: f"Here it is:\n```go\n{text}\n```\nthanks\n",
    "jira": lambda text: "{noformat}" + text + "{noformat}\n",
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "no-break blanks": lambda text: text.replace("\t", "\u00a0\u00a0\u00a0\u00a0"),
    "double spaced": double_spaced,
    "no blank lines": lambda text: text.replace("\n\n", "\n"),
    "wrapped at 80": wrapped(80),
    "wrapped at 100": wrapped(100),
    "prose between": with_prose,
    "arrows": with_arrows,
    "trailing blanks": lambda text: text.replace("\n", "  \n"),
    "offsets lost": lambda text: re.sub(r" \+0x[0-9a-f]+", "", text),
    "glued to output": lambda text: text.replace("\ngoroutine", "\nhandled 17 requestsgoroutine"),
}
