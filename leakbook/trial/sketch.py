"""Goroutine dumps drawn in a line, so that a test in a playbook can show a shape without a capture.

::

    40 x [chan send] shop/feed.(*Pool).produce
    300 x [chan receive, 12 minutes] shop/orders.wait < shop/orders.(*Book).Take by shop/orders.Serve in 7
    1 x [IO wait] net.(*TCPListener).Accept < net/http.(*Server).Serve

Count, state and printed wait, then the stack leaf first, then who started them and in which goroutine (`in *`: each in
one of its own). The lines are rendered as the `debug=2` page of a whole process, with main and the request that takes
the dump, and read by the real reader; a few stacks as somebody would paste them are a test's `text:` instead. In a
series the same line keeps its goroutine numbers, so a larger count means that more have joined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..evidence.names import package_of
from ..evidence.packages import is_stdlib

_LINE = re.compile(
    r"(?P<count>\d+) x \[(?P<header>[^\]]+)\] (?P<stack>\S.*?)(?: by (?P<creator>\S+)(?: in (?P<in>\d+|\*))?)?$"
)
MOST_GOROUTINES = 20_000
_MAIN = "goroutine 1 [select]:\nmain.main()\n\t/src/main.go:20 +0x1d\n"
_TAKER = "1 x [running] " + " < ".join(
    (
        "runtime/pprof.writeGoroutineStacks",
        "runtime/pprof.writeGoroutine",
        "runtime/pprof.(*Profile).WriteTo",
        "net/http/pprof.handler.ServeHTTP",
        "net/http.(*ServeMux).ServeHTTP",
        "net/http.serverHandler.ServeHTTP",
        "net/http.(*conn).serve by net/http.(*Server).Serve in 9",
    )
)


def render(lines: Sequence[str]) -> str:
    """The dump's text. Raises ValueError for a line that is no sketch."""
    blocks = [_MAIN]
    for position, line in enumerate((*lines, _TAKER)):
        found = _LINE.match(line.strip())
        if found is None:
            raise ValueError(f"no sketch: {line!r}; expected like: 40 x [chan send] shop/feed.produce < shop/feed.run")
        count = int(found["count"])
        if count > MOST_GOROUTINES:
            raise ValueError(f"a sketch draws at most {MOST_GOROUTINES} goroutines")
        blocks.extend(_goroutine(found, position, number) for number in range(count))
    return "\n".join(blocks)


def _goroutine(found: re.Match[str], position: int, number: int) -> str:
    identity = (position + 1) * 2 * MOST_GOROUTINES + number
    frames = [_frame(name.strip(), 30 + depth) for depth, name in enumerate(found["stack"].split(" < "))]
    text = f"goroutine {identity} [{found['header']}]:\n{''.join(frames)}"
    if found["creator"]:
        parent = identity + MOST_GOROUTINES if found["in"] == "*" else found["in"]
        suffix = f" in goroutine {parent}" if parent else ""
        text += f"created by {found['creator']}{suffix}\n\t{_file(found['creator'])}:12 +0x5c\n"
    return text


def _frame(function: str, line: int) -> str:
    return f"{function}(0xc000012345)\n\t{_file(function)}:{line} +0x1d\n"


def _file(function: str) -> str:
    package = package_of(function)
    root = "/usr/local/go/src" if is_stdlib(package) else "/src"
    return f"{root}/{package}/{package.rsplit('/', 1)[-1]}.go"
