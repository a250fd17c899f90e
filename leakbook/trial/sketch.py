"""Goroutine dumps drawn in a line, so that a test in a playbook can show a shape without a capture.

::

    40 x [chan send] shop/feed.(*Pool).produce
    300 x [chan receive, 12 minutes] shop/orders.wait < shop/orders.(*Book).Take by shop/orders.Serve in 7
    1 x [IO wait] net.(*TCPListener).Accept < net/http.(*Server).Serve

Count, state and printed wait, then the stack leaf first, then who started them and in which goroutine (`in *`: each in
one of its own). The line is rendered as `debug=2` text and read by the real reader. In a series the same line keeps its
goroutine numbers, so a larger count means that more have joined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..evidence.names import is_stdlib, package_of

_LINE = re.compile(
    r"(?P<count>\d+) x \[(?P<header>[^\]]+)\] (?P<stack>\S.*?)(?: by (?P<creator>\S+)(?: in (?P<in>\d+|\*))?)?$"
)
MOST_GOROUTINES = 20_000


def render(lines: Sequence[str]) -> str:
    """The dump's text. Raises ValueError for a line that is no sketch."""
    blocks = ["goroutine 1 [select]:\nmain.main()\n\t/src/main.go:20 +0x1d\n"]
    for position, line in enumerate(lines):
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
