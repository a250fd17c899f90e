"""The line that each of Elastic's Beats writes of itself, every half minute and at its end.

::

    … Non-zero metrics in the last 30s  {"monitoring": {"metrics": {"beat":{"handles":{"open":13},
      "info":{"ephemeral_id":"a9db…","uptime":{"ms":46543}},"memstats":{"gc_next":14328336,"memory_alloc":12881568,
      "memory_sys":39680248,"memory_total":14566175600,"rss":43401216},"runtime":{"goroutines":15}},"filebeat":{…}}}}
    … Non-zero metrics in the last 30s: beat.memstats.gc_next=14328336 beat.memstats.memory_alloc=12881568 …  before 6.0

Other counters of such a line are what was added since the one before; these figures are whole. The ephemeral id is of
one process: where several write into one log, none is taken. Sources: libbeat/monitoring/report/log/log.go,
elastic-agent-system-metrics' report/setup.go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from ...limits import Limits
from .line_moments import LineMoment, gathered
from .names import RESIDENT
from .one_process import of_one_process
from .points import Gathered
from .times import LineTimes

_FIELDS: Final = {
    "memstats.memory_alloc": "go_memstats_alloc_bytes",
    "memstats.memory_total": "go_memstats_alloc_bytes_total",
    "memstats.memory_sys": "go_memstats_sys_bytes",
    "memstats.gc_next": "go_memstats_next_gc_bytes",
    "memstats.rss": RESIDENT,
    "runtime.goroutines": "go_goroutines",
    "handles.open": "process_open_fds",
}
_GROUP: Final = re.compile(r'"(memstats|runtime|handles)" ?: ?\{((?:[^{}\n]|\{[^{}\n]{0,200}\}){1,600}\}?)')
_FIGURE: Final = re.compile(r'"(\w{1,20})" ?: ?(\d{1,18})(?=[,}\s])')
_NESTED: Final = re.compile(r"\{[^{}\n]{0,200}\}")
_DOTTED: Final = re.compile(r"\bbeat\.(\w{1,20}\.\w{1,20})=(\d{1,18})(?![\w.])")
_WHOSE: Final = re.compile(r'ephemeral_id(?:" ?: ?"|=)([\w-]{1,80})')
_NEEDED: Final = ("memstats.memory_alloc", "memstats.rss")
_SIGNS: Final = ('"memory_alloc"', "beat.memstats.")
_LONGEST: Final = 64 * 1024


def recognises(text: str) -> bool:
    """Whether such a line of one process stands in the text."""
    return bool(_of_one_process(text))


def gather(text: str, limits: Limits) -> Gathered:
    """A moment for each line."""
    return gathered(_of_one_process(text), limits)


def _of_one_process(text: str) -> list[LineMoment]:
    if not any(sign in text for sign in _SIGNS):
        return []
    return of_one_process(list(_moments(text)), attrgetter("process"))


def _moments(text: str) -> Iterator[LineMoment]:
    times = LineTimes()
    for whole in text.splitlines():
        if not any(sign in whole for sign in _SIGNS):
            continue
        line = whole[:_LONGEST]
        figures = {_FIELDS[field]: value for field, value in _fields(line) if field in _FIELDS}
        if any(_FIELDS[field] in figures for field in _NEEDED):
            whose = _WHOSE.search(line)
            yield LineMoment(times.at(line), figures, whose[1] if whose else "")


def _fields(line: str) -> Iterator[tuple[str, float]]:
    """`memstats.rss` and its like with their figures, in either spelling."""
    for group, body in _GROUP.findall(line):
        for field, figure in _FIGURE.findall(_NESTED.sub("", body)):
            yield f"{group}.{field}", float(figure)
    for field, figure in _DOTTED.findall(line):
        yield field, float(figure)
