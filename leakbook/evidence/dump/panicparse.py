"""Reader of what panicparse (github.com/maruel/panicparse, command `pp`) makes of a dump: buckets of like goroutines.

::

    12: chan send [6~8 minutes] [locked] [Created by desk.(*Till).Open @ till.go:31]
        desk   till.go:44       (*Till).post(0xc0000b4008, *)
        main   main.go:17       main.func1()
        (...)

How many there are, what they wait for, the shortest and longest wait, who made them; leaf first. A package is named by
its last path element: those of the standard library that goroutines stand in are known again by their files, all
others stay as they are. Arguments were merged and renamed, and tell nothing. Printed by internal/ui.go of its v2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from ...limits import Limits
from ..frames import Frame
from ..model import EvidenceKind, Reading
from ..states import is_known_state, plain_state
from .groups import GroupBuilder, PrintedStack
from .lines import Call, Header, symbol

_LARGEST: Final = 2 * 2**20
"""Characters beyond which no text is a summary."""
_BUCKET: Final = re.compile(
    r"^(?P<count>\d{1,9}): (?P<state>[A-Za-z?][^\[\]\n]{0,60}?)(?: \[(?P<least>\d{1,9})(?P<most>~\d{1,9})? minutes?\])?"
    r"(?P<locked> \[locked\])?"
    r"(?: \[Created by (?P<creator>\S{1,1000})(?: in goroutine \d{1,19})? @ (?P<place>[^\n]{1,1000}:\d{1,7})\])?$",
    re.MULTILINE,
)
_CALL: Final = re.compile(
    r"^ {4}(?P<package>[\w.%~-]{0,200}) +(?P<place>\S[^\n]{0,1000}?:\d{1,7}) +"
    r"(?P<name>(?:\(\*?[^()\s]{1,400}\)\.)?[^()\s]{1,1000})\((?P<arguments>[^\n]*)\)$"
)
_DEADLOCK: Final = "all goroutines are asleep - deadlock!"
_FAILED: Final = re.compile(r"^(?:panic: runtime error: |fatal error: (?!all goroutines)|\[signal SIG)", re.MULTILINE)
_SIGNAL: Final = re.compile(r"^SIG(?:QUIT: quit|ABRT: abort)", re.MULTILINE)

_STANDARD: Final = {
    "poll": ("internal/poll", {"fd_poll_runtime.go", "fd_unix.go", "fd_windows.go", "netpoll.go", "fd_mutex.go"}),
    "http": (
        "net/http",
        {"server.go", "transport.go", "client.go", "h2_bundle.go", "roundtrip.go", "transfer.go", "request.go"},
    ),
    "sql": ("database/sql", {"sql.go", "ctxutil.go"}),
    "tls": ("crypto/tls", {"conn.go", "handshake_client.go", "handshake_server.go", "tls.go"}),
    "signal": ("os/signal", {"signal.go", "signal_unix.go", "sigqueue.go"}),
    "exec": ("os/exec", {"exec.go", "exec_unix.go"}),
    "pprof": ("runtime/pprof", {"pprof.go", "runtime.go"}),
    "json": ("encoding/json", {"stream.go", "decode.go", "encode.go"}),
    "textproto": ("net/textproto", {"reader.go", "textproto.go"}),
}
"""Packages that a goroutine of any program may stand in, and their files: a program may have a `sql` of its own.

Packages without a path (`net`, `sync`, `time`, `io`, `bufio`) are named in full.
"""


@dataclass(slots=True)
class _Bucket:
    count: int
    header: Header
    created_by: Frame | None
    calls: list[Call] = field(default_factory=list)
    places: list[tuple[str | None, int | None] | None] = field(default_factory=list)


class PanicparseReader:
    """Reads panicparse's buckets out of cleaned text."""

    def recognises(self, text: str) -> bool:
        """Whether a bucket with a call stands in it."""
        return len(text) <= _LARGEST and ": " in text and bool(_buckets(text))

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """The buckets as the goroutines of one moment."""
        builder = GroupBuilder(limits, {})
        for bucket in _buckets(text):
            stack = PrintedStack(calls=tuple(bucket.calls), places=tuple(bucket.places), created_by=bucket.created_by)
            builder.add(bucket.header, stack, None, goroutines=bucket.count)
        running = any(group.state == "running" for group in builder.groups.values())
        banner = _DEADLOCK in text or _SIGNAL.search(text) is not None
        failed = running and _FAILED.search(text) is not None
        has_main = any(group.is_main for group in builder.groups.values())
        snapshot = replace(
            builder.snapshot(complete=has_main and (running or banner) and builder.total > 1),
            deadlock=_DEADLOCK in text,
            failed=failed,
            ended=banner or failed,
            by_stack=True,
        )
        notes = ("panicparse's buckets were read: packages without their paths, waits by the shortest of a bucket",)
        return (Reading(kind=EvidenceKind.GOROUTINE_DUMP, content=snapshot, notes=notes),)


def _buckets(text: str) -> list[_Bucket]:
    buckets: list[_Bucket] = []
    current: _Bucket | None = None
    for line in text.split("\n"):
        call = _CALL.match(line) if current is not None else None
        if current is not None and call is not None:
            current.calls.append(Call(function=_full_name(call), arguments="..." if call["arguments"] == "..." else ""))
            current.places.append(_place(call["place"]))
        elif line.strip() != "(...)":
            current = _begun(line)
            if current is not None:
                buckets.append(current)
    return [bucket for bucket in buckets if bucket.calls]


def _begun(line: str) -> _Bucket | None:
    found = _BUCKET.match(line.rstrip())
    if found is None or not is_known_state(plain_state(found["state"])):
        return None
    minutes = int(found["least"]) if found["least"] else 0
    header = Header(
        number=None,
        state=plain_state(found["state"]),
        wait_minutes=minutes or None,
        locked_to_thread=found["locked"] is not None,
        waits_differ=found["most"] is not None,
    )
    creator = None
    if found["creator"] is not None:
        file, number = _place(found["place"])
        package, _, name = found["creator"].partition(".")
        creator = Frame(function=symbol(f"{_path(package, file)}.{name}"), file=file, line=number)
    return _Bucket(int(found["count"]), header, creator)


def _full_name(call: re.Match[str]) -> str:
    file, _ = _place(call["place"])
    package = _path(call["package"], file)
    return f"{package}.{call['name']}" if package else call["name"]


def _path(package: str, file: str) -> str:
    path, files = _STANDARD.get(package, (package, frozenset()))
    return path if file.replace("\\", "/").rpartition("/")[2] in files else package


def _place(text: str) -> tuple[str, int]:
    file, _, line = text.rpartition(":")
    return file, int(line)
