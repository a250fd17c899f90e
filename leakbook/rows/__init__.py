"""Rows: the captures of one request turned into the typed features that playbooks speak about."""

from __future__ import annotations

from collections.abc import Sequence

from ..evidence.model import Capture
from .goroutines.group_climb import climb_between, with_climb
from .goroutines.groups import goroutine_group_rows
from .heap.floor import with_descriptors, with_floor
from .heap.sites import heap_site_rows
from .idle import NO_IDLE_KNOWLEDGE, IdleKnowledge
from .main_modules import main_modules
from .model import Rows
from .process.process import ProcessScene, process_row, process_scene

__all__ = ["build_rows"]


def build_rows(
    captures: Sequence[Capture], idle: IdleKnowledge = NO_IDLE_KNOWLEDGE, scene: ProcessScene | None = None
) -> Rows:
    """All rows of a request; `idle` is the list of known residents. The same captures give the same rows.

    `scene` is `process_scene(captures)`, where the caller has gathered it for more than the rows.
    """
    modules = main_modules(captures)
    shared = scene or process_scene(captures, idle.furniture)
    process = process_row(shared)
    groups = goroutine_group_rows(captures, modules, idle, process.gcs_per_minute, series=shared.goroutine_moments)
    sites = heap_site_rows(captures, modules, groups, moments=shared.heap_moments, makers=idle.makers)
    climbed = climb_between(shared.figure("go_goroutines"), shared.goroutine_moments)
    return Rows(
        main_modules=modules,
        goroutine_groups=with_climb(groups, process.goroutines_trend, climbed),
        heap_sites=with_descriptors(with_floor(sites, process), process),
        process=process,
    )
