"""Lists of processes or containers that no reader took: what of them stands in the way, by counting their rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .metrics.system import is_other_program

_LONGEST: Final = 2000
_QUOTES: Final = " \t*#>|"
_CONTAINER_HEADS: Final = ("MEMORY(bytes)", "MEM USAGE / LIMIT")
_NODE_HEAD: Final = "MEMORY%"
_CONTAINER_ROW: Final = re.compile(r"\d%|--|\d[KMGTP]i\b|\d[kKMGTP]?i?B\b")
_SEARCH: Final = re.compile(r"(?:\S{0,200}/)?(?:[ef]?grep|pgrep|rg)\b")

_SEND: Final = "Send the rows of one, again and again, and its {heap}."
_NODE: Final = (
    "This is the memory of whole machines (kubectl top node), not of one process. "
    "Send kubectl top pod, again and again, and its {heap}."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    head: int
    """The how manieth head it stands under."""
    name: str
    command: str
    is_other: bool


def unread_processes(text: str, heap: str) -> str | None:
    """What stands in the way of a list of processes under a head with PID and RSS or RES."""
    return _told("process", "processes", _process_rows(text)).format(heap=heap)


def unread_containers(text: str, heap: str) -> str | None:
    """The same of containers, as kubectl top, docker stats and podman stats list them."""
    if _NODE_HEAD in text and "CPU%" in text:
        return _NODE.format(heap=heap)
    return _told("container", "containers", _container_rows(text)).format(heap=heap)


def _told(one: str, many: str, listed: list[_Row]) -> str:
    if not listed:
        return f"This is the head of a list of {many}, without a row that can be read. {_SEND}"
    rows = [row for row in listed if _SEARCH.match(row.command) is None]
    if not rows:
        return f"Only the search for a {one} is listed, and not what was searched for. {_SEND}"
    own = [row for row in rows if not row.is_other]
    if not own:
        return (
            "What is listed is another program, as its name tells, and not one in Go. Send the Go process's own rows."
        )
    if len({row.name for row in own}) == 1:
        return (
            f"One {one} is listed, but not its resident memory in a form that Leakbook reads. "
            "Send VmRSS of /proc/PID/status, again and again, and its {heap}."
        )
    if _is_restart(own):
        return (
            f"The {one} was started anew between the looks, as its number tells, so that they are no series. "
            "Send those since its last start, and its {heap}."
        )
    return f"Several {many} are listed, and none alone again and again, so that it is not known which is meant. {_SEND}"


def _is_restart(rows: list[_Row]) -> bool:
    """Whether one program is listed, once under each head, and a number that went does not come back."""
    places = {(row.head, row.name) for row in rows}
    names = [row.name for at, row in enumerate(rows) if at == 0 or rows[at - 1].name != row.name]
    return (
        len({head for head, _ in places}) == len(places)
        and len(set(names)) == len(names)
        and {row.command for row in rows} != {""}
        and len({row.command for row in rows}) == 1
    )


def _process_rows(text: str) -> list[_Row]:
    rows: list[_Row] = []
    head: list[str] = []
    heads = 0
    for line in text.splitlines():
        words = line[:_LONGEST].strip(_QUOTES).split()
        if "PID" in words and ("RSS" in words or "RES" in words):
            head, heads = words, heads + 1
        elif head and len(words) >= len(head) - 1 and words[head.index("PID")].isdecimal():
            command = " ".join(words[len(head) - 1 :])
            name = words[head.index("PID")]
            rows.append(_Row(head=heads, name=name, command=command, is_other=is_other_program(line)))
    return rows


def _container_rows(text: str) -> list[_Row]:
    rows: list[_Row] = []
    heads = names = 0
    for line in text.splitlines():
        words = line[:_LONGEST].strip(_QUOTES).split()
        if any(head in line for head in _CONTAINER_HEADS):
            heads += 1
            names = 2 if words[1:2] == ["NAME"] else 1  # a pod or namespace before it
        elif heads and words and _CONTAINER_ROW.search(line[:_LONGEST]) is not None:
            name = " ".join(words[:names])
            rows.append(_Row(head=heads, name=name, command="", is_other=is_other_program(f" {line}")))
    return rows
