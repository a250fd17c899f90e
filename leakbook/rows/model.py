"""The rows: what a playbook can speak about. Every feature is computed in Python and may be None (not measured).

Three kinds, each with its features written down once, in a module of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .goroutines.group_model import GoroutineGroupRow
from .heap.site_model import HeapSiteRow
from .process.model import ProcessRow

ROW_KINDS: Final = {
    "goroutine_group": GoroutineGroupRow,
    "heap_site": HeapSiteRow,
    "process": ProcessRow,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """All rows of one request."""

    main_modules: tuple[str, ...]
    """Import-path prefixes of the program's own code, most likely first."""
    goroutine_groups: tuple[GoroutineGroupRow, ...]
    heap_sites: tuple[HeapSiteRow, ...]
    process: ProcessRow
