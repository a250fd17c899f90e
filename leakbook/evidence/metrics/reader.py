"""Runtime numbers, in whichever way they were taken: one reader for all notations.

    go_memstats_heap_alloc_bytes{instance="a:9090"} 4.669544e+06 1700000000000     Prometheus text exposition
    {"status":"success","data":{"result":[{"metric":{…},"values":[[1700000000,"12"],…]}]}}     range query
    "memstats": {"Alloc":4669544,"TotalAlloc":…                                    expvar, /debug/vars
    # HeapAlloc = 4669544     Alloc = 12 MiB  TotalAlloc = …     {Alloc:4669544 …  MemStats, as programs print them
    … "memstats":{"gc_next":14328336,"memory_alloc":12881568,"rss":43401216}      what Elastic's Beats log of themselves
    7684 goroutine                                                                 the index page of /debug/pprof/
    | 10 min | 1,705 | 136 MB |                  a report's table with a head that names goroutines and resident memory
    VmRSS:  10002652 kB     Killed process 33 (shop) anon-rss:584224kB     what the system's own tools print
    184 MiB RSS, 105 MiB/37 MiB/155 MiB GO alloc/idle/total                servers' own lines, and the scavenger's
    c000000000 12779520 9599484 9599484 rw---   [ anon ]                   mappings: pmap -x, smaps
    rss 675840                                                             a cgroup's memory.stat
    ls /proc/7/fd | wc -l                                                  descriptors that a shell counted
     2805 308912 13960 /usr/local/bin/desk                                 ps without its head and command
    bench: @65.145s rss: 3760.1 MiB                                        resident sizes, each with its time

All end in series under the Prometheus Go collector's names (`metrics.names`).
"""

from __future__ import annotations

from ...errors import Malformed
from ...limits import Limits
from ..model import EvidenceKind, MetricSeries, Reading, RuntimeMetrics
from . import (
    bare_ps,
    beats,
    cgroup,
    columns,
    counts,
    exposition,
    index,
    lines,
    mappings,
    prints,
    query,
    resident,
    system,
    tables,
)
from .points import Gathered

_NOTATIONS = (
    query,
    exposition,
    beats,
    prints,
    lines,
    index,
    tables,
    mappings,
    cgroup,
    system,
    columns,
    counts,
    bare_ps,
    resident,
)
"""Asked in this order; the first that recognises reads. A text seldom mixes them, and then repeats itself,
but for descriptors that a shell counted."""

_ASK_BY_READING = (beats, lines, system, columns, counts, bare_ps)
"""Whether there is anything of one process is known only when all is read: these are not asked before they gather."""


class RuntimeMetricsReader:
    """Reads numbers of the Go runtime and its process, whatever notation they stand in."""

    def recognises(self, text: str) -> bool:
        """Whether some notation finds a number of the runtime."""
        return any(notation.recognises(text) for notation in _NOTATIONS)

    def read(self, text: str, limits: Limits) -> tuple[Reading, ...]:
        """One reading with every kept series. Raises Malformed when there is no usable number."""
        for notation in _NOTATIONS:
            if notation in _ASK_BY_READING or notation.recognises(text):
                gathered = notation.gather(text, limits)
                _add_counts(gathered, text, limits)
                series = gathered.series()
                if series:
                    return (_reading(gathered, series),)
        raise Malformed(
            "no number of the Go runtime can be read",
            found=text[:80],
            expected="go_goroutines 12, a Prometheus query answer, expvar memstats or MemStats fields",
        )


def _add_counts(gathered: Gathered, text: str, limits: Limits) -> None:
    """Descriptors counted beside other figures: `ps -o rss=` and `ls /proc/PID/fd | wc -l` are taken in one session."""
    if not gathered.points or any(name == "process_open_fds" for name, _ in gathered.points):
        return
    for (name, labels), points in counts.gather(text, limits).points.items():
        for at, value in points:
            gathered.add(name, labels, at, value)


def _reading(gathered: Gathered, series: tuple[MetricSeries, ...]) -> Reading:
    return Reading(
        kind=EvidenceKind.RUNTIME_METRICS,
        content=RuntimeMetrics(series=series),
        captured_at=gathered.newest(series),
        notes=gathered.notes(series),
    )
