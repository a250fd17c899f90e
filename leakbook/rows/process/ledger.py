"""Where the process's memory is: resident memory taken apart into what Go's runtime says of itself.

Source: runtime/mstats.go. HeapSys = HeapInuse + HeapIdle; HeapIdle includes HeapReleased; Sys is address space the
runtime obtained, of which the released part is not resident. Live heap <= HeapAlloc <= HeapInuse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ...evidence.metrics.names import RESIDENT
from ...evidence.sizes import size_text
from .resident_memory import outside_go
from .series import ProcessFigures

_RUNTIME_SYS: Final = (
    "go_memstats_mspan_sys_bytes",
    "go_memstats_mcache_sys_bytes",
    "go_memstats_buck_hash_sys_bytes",
    "go_memstats_gc_sys_bytes",
    "go_memstats_other_sys_bytes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryLedger:
    """Bytes, each None where no evidence measured it."""

    live_heap: int | None = None
    """What the newest collection found reachable."""
    garbage: int | None = None
    """Allocated since, or dead and awaiting the next collection; in-use spans' free slots included."""
    idle_unreturned: int | None = None
    """Free heap kept by the runtime and still resident."""
    idle_returned: int | None = None
    """Free heap given back to the system: address space, not memory."""
    stacks: int | None = None
    runtime: int | None = None
    """Spans, caches, collector, profiler buckets and the rest of the runtime's own."""
    outside_go: int | None = None
    """Resident memory that the runtime does not account for: cgo, mmap, the binary itself."""
    rss: int | None = None
    says: str
    """One sentence for whoever is on call."""


def memory_ledger(figures: ProcessFigures | None, live_heap: int | None) -> MemoryLedger | None:
    """The ledger of the newest moment; None when neither the runtime nor the system gave figures."""
    if figures is None:
        return None
    inuse = figures.value("go_memstats_heap_inuse_bytes")
    idle = figures.value("go_memstats_heap_idle_bytes")
    returned = figures.value("go_memstats_heap_released_bytes")
    rss = figures.value(RESIDENT)
    allocated = figures.value("go_memstats_heap_alloc_bytes", "go_memstats_alloc_bytes")
    if inuse is None and rss is None and allocated is None:
        return None
    # A live heap of another moment (a profile's) may exceed this moment's heap.
    live = None if live_heap is None else min(live_heap, round(inuse)) if inuse is not None else live_heap
    occupied = inuse if inuse is not None else allocated
    own = [figures.value(name) for name in _RUNTIME_SYS]
    beyond = outside_go(figures)
    outside = beyond.last if beyond else None
    entries = {
        "live_heap": live,
        "garbage": _rounded(None if live is None or occupied is None else max(0.0, occupied - live)),
        "idle_unreturned": _rounded(None if idle is None or returned is None else max(0.0, idle - returned)),
        "idle_returned": _rounded(returned),
        "stacks": _rounded(figures.value("go_memstats_stack_sys_bytes", "go_memstats_stack_inuse_bytes")),
        "runtime": _rounded(
            sum(value for value in own if value is not None) if any(v is not None for v in own) else None
        ),
        "outside_go": _rounded(outside),
        "rss": _rounded(rss),
    }
    obtained = figures.value("go_memstats_sys_bytes")
    return MemoryLedger(**entries, says=_sentence(entries, occupied=_rounded(occupied), obtained=_rounded(obtained)))


def _rounded(value: float | None) -> int | None:
    return None if value is None else round(value)


def _sentence(entries: dict[str, int | None], *, occupied: int | None, obtained: int | None) -> str:
    """The largest part named, and whether resident memory beyond the live heap is a sign of anything.

    `occupied` is the heap in use, live or not, `obtained` what the runtime has of the system, given back or not.
    """
    rss, live, returned = entries["rss"], entries["live_heap"], entries["idle_returned"] or 0
    parts = {name: entries[name] or 0 for name in ("garbage", "idle_unreturned", "stacks", "runtime", "outside_go")}
    parts["in_use"] = (occupied or 0) if live is None else 0
    total = rss if rss is not None else sum(parts.values()) + (live or 0)
    largest = max(sorted(parts), key=lambda name: parts[name])
    untold = total - sum(parts.values()) - (live or 0)
    begin = f"RSS is {size_text(rss)}" if rss is not None else f"The runtime's own figures make up {size_text(total)}"
    if live:
        begin += f", {total / live:.1f} times the live heap of {size_text(live)}"
    lazily = f" {_LAZILY.format(size_text(returned))}" if rss is None and returned > total else ""
    if untold > 0.15 * total and untold > parts[largest]:
        part = size_text(untold) if untold < total else "it"
        return f"{begin}: whether {part} is Go's heap or memory outside of it is not measured.{lazily}"
    if total <= 0 or parts[largest] < 0.15 * total:
        return f"{begin}: nearly all of it is reachable memory.{lazily}"
    may_be_lazy = largest == "outside_go" and rss is not None and obtained is not None and rss <= obtained
    meaning = _MAY_BE_LAZY if may_be_lazy else _MEANINGS[largest]
    return f"{begin}: {size_text(parts[largest])} {meaning}.{lazily}"


_LAZILY: Final = (
    "{} more of free heap were given back to the system; with Go 1.12 to 1.15 RSS still shows such pages until the "
    "system takes them, which is no leak."
)
_MAY_BE_LAZY: Final = (
    "was given back to the system and may only not be taken yet (Go 1.12 to 1.15, LazyFree in /proc/PID/smaps: no "
    "leak), or is outside Go's heap: cgo, mapped files or another allocator"
)
_MEANINGS: Final = {
    "garbage": "is garbage awaiting collection and free room in spans, the headroom that GOGC allows, not a leak",
    "idle_unreturned": "is free heap that the runtime has not given back yet, not a leak",
    "in_use": "is heap in use, live or not yet collected",
    "stacks": "is goroutine stacks: look at the number of goroutines",
    "runtime": "is the runtime's own (spans, collector, profiler), not the program's objects",
    "outside_go": "is outside Go's heap: cgo, mapped files or another allocator, which heap profiles do not show",
}
