"""Where the process's memory is: resident memory taken apart into what Go's runtime says of itself.

Source: runtime/mstats.go. HeapSys = HeapInuse + HeapIdle; HeapIdle includes HeapReleased; Sys is address space the
runtime obtained, of which the released part is not resident. Live heap <= HeapAlloc <= HeapInuse.
"""

from __future__ import annotations

from dataclasses import dataclass


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
