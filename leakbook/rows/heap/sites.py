"""Heap evidence of a request -> `HeapSiteRow`s: one row per application function that allocates, and sort of resource.

Memory is booked to the leaf-most application frame of each stack; where a stack has none, to the leaf-most library
frame, and then to the leaf-most frame outside the runtime. Figures of a site are followed through the moments of one
series and judged against sampling error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from ...evidence.frames import Frame
from ...evidence.model import Capture
from ...evidence.names import is_runtime, stable_name
from ..goroutines.group_model import GoroutineGroupRow
from ..landmarks import puts_entries
from ..statistics.sampling import FloatArray
from . import containers
from .blocks import BoolArray
from .booking import site_of
from .buffers import with_contexts, with_streams, with_timers
from .client_makers import NO_MAKERS, ClientMakers, with_loops
from .columns import HeapColumns, heap_columns
from .details import (
    PathShares,
    entries,
    heaviest_samples,
    path_shares,
    size_patterns,
    table_sites,
)
from .figures import Growths, SiteFigures, SiteGrowth, site_figures, survival
from .goroutine_held import at_work_in, called_by_main_before, goroutine_held, in_hands
from .goroutines import with_goroutines
from .http_clients import own_transports, requests_waiting, with_clients
from .keepers import keepers
from .library_values import with_built_values
from .map_inserts import map_inserting_functions
from .marks import SiteIndex
from .moments import HeapMoment, heap_series
from .pace import Paces
from .printed_gaps import PrintedGaps, printed_gaps
from .printed_tables import is_guessed
from .site_model import HeapSiteRow

LARGEST_KEPT = 300
"""Sites kept for being large, as many for growing, and as many again for allocating; others cannot matter."""

RUNTIME_COST = ("runtime.malg", "runtime.allocm", "runtime.mstart", "runtime.newproc", "runtime.acquireSudog")


class _Parts:
    """Of what the sites have together, each one's part; the sums are made once for all."""

    def __init__(self, figures: SiteFigures, total: int | None) -> None:
        """`total` is a printed table's, which counts what it leaves out."""
        self._held = figures.inuse if figures.inuse.any() or figures.objects is None else figures.objects
        self._all_held = max(float(self._held.sum()), float(total or 0))
        self._allocated = figures.alloc
        self._all_allocated = 0.0 if figures.alloc is None else float(figures.alloc.sum())

    def held(self, site: int) -> float | None:
        """Of the bytes in use; of the objects where a table tells only these."""
        return _part(float(self._held[site]), self._all_held)

    def allocated(self, site: int) -> float | None:
        """Of the bytes ever allocated, where they are told."""
        return None if self._allocated is None else _part(float(self._allocated[site]), self._all_allocated)


def _part(value: float, whole: float) -> float | None:
    return value / whole if whole > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What all rows share. `figures` has one entry a moment, the details are of the newest."""

    moments: tuple[HeapMoment, ...]
    index: SiteIndex
    columns: HeapColumns
    figures: tuple[SiteFigures, ...]
    parts: _Parts
    growths: Growths
    paces: Paces
    heaviest: Mapping[int, int]
    patterns: Mapping[int, list[containers.SizePattern]]
    shares: PathShares
    entries: Mapping[int, int]
    map_inserts: frozenset[str]
    own_transports: float | None
    at_work: Mapping[str, int]
    """Goroutines by the functions they stand in."""
    tables: frozenset[int]
    gaps: PrintedGaps


def heap_site_rows(
    captures: Sequence[Capture],
    main_modules: tuple[str, ...],
    groups: Sequence[GoroutineGroupRow] = (),
    *,
    moments: tuple[HeapMoment, ...] | None = None,
    makers: ClientMakers = NO_MAKERS,
) -> tuple[HeapSiteRow, ...]:
    """All rows that can matter, largest in-use first. `groups` are the goroutine rows, to see what they hold.

    `moments` is `heap_series(captures)`, where the caller has it; `makers` are known constructors of clients.
    """
    moments = heap_series(captures) if moments is None else moments
    if not moments:
        return ()
    scene = _scene(moments, captures, SiteIndex(main_modules, makers), groups)
    rows = with_streams([_row(number, scene, groups) for number in _sites_kept(scene)], main_modules)
    rows = with_clients(rows, scene.own_transports, requests_waiting(groups))
    rows = with_goroutines(with_loops(rows, main_modules), groups)
    rows = with_timers(with_contexts(rows, main_modules), main_modules)
    rows = with_built_values(rows, main_modules)
    kept = _among_all(keepers(rows, main_modules, moments[-1].period))
    return tuple(sorted(kept, key=lambda row: (-(row.inuse or 0), -(row.growth or 0), row.stack or ())))


def _among_all(rows: Sequence[HeapSiteRow]) -> tuple[HeapSiteRow, ...]:
    """The rows with what it takes all others to know: the share of what is not settled, and which allocates most."""
    settled = sum(row.share or 0.0 for row in rows if _is_settled(row))
    own = [row for row in rows if row.allocated is not None and not row.is_runtime_cost]
    most = max(own, key=lambda row: (row.allocated or 0, row.stack or ()), default=None)
    return tuple(
        replace(
            row,
            share_of_rest=_share_of_rest(row, settled),
            allocates_most=None if row.allocated is None else row is most,
        )
        for row in rows
    )


def _share_of_rest(row: HeapSiteRow, settled: float) -> float | None:
    """Tables of the start stay as large as they are, however much else piles up: they are left aside.

    What one profile shows that main allocated is such a table. Of a printed one it is a guess: it keeps its share.
    """
    if row.on_main and not row.printed and row.looks == 1:
        return None
    return row.share / max(1 - settled, row.share) if row.share and not _is_settled(row) else row.share


def _is_settled(row: HeapSiteRow) -> bool:
    return bool(row.start_up or row.on_main)


def _scene(
    moments: tuple[HeapMoment, ...],
    captures: Sequence[Capture],
    index: SiteIndex,
    groups: Sequence[GoroutineGroupRow],
) -> _Scene:
    every = [heap_columns(moment, index) for moment in moments]
    sites = len(index.keys)
    figures = tuple(site_figures(columns, sites) for columns in every)
    newest = every[-1]
    sizes = [size_patterns(columns) for columns in every]
    patterns = sizes[-1]
    shares = path_shares(newest, sites)
    whole = _whole_arrays(sites, sizes[0], patterns, shares, figures[-1].inuse)
    return _Scene(
        moments=moments,
        index=index,
        columns=newest,
        figures=figures,
        parts=_Parts(figures[-1], moments[-1].total),
        growths=Growths(figures, moments, whole),
        paces=Paces(figures, [function for function, _ in index.keys], whole),
        heaviest=heaviest_samples(newest, newest.weights()),
        patterns=patterns,
        shares=shares,
        entries=entries(newest),
        map_inserts=map_inserting_functions(captures, index.main_modules),
        own_transports=own_transports(every, groups),
        at_work=at_work_in(groups),
        tables=frozenset().union(*map(table_sites, every, sizes)),
        gaps=printed_gaps(newest, shares, sites, is_printed=moments[-1].is_printed),
    )


def _whole_arrays(
    sites: int,
    before: Mapping[int, list[containers.SizePattern]],
    patterns: Mapping[int, list[containers.SizePattern]],
    shares: PathShares,
    inuse: FloatArray,
) -> BoolArray:
    """Per site: whether its memory is arrays that append has grown and kept, whose figures are no sample."""
    found = np.zeros(sites, dtype=np.bool_)
    for site, own in patterns.items():
        found[site] = (
            containers.is_one_array(own, doubles=shares.part("slice_growth", site) > 0.5)
            or containers.is_one_table(own, float(inuse[site]))
            or containers.outgrown(before.get(site, ()), own)
        )
    return found


def _sites_kept(scene: _Scene) -> list[int]:
    newest = scene.figures[-1]
    ranked = [newest.inuse, np.rint(scene.growths.gains)]
    if newest.alloc is not None:
        ranked.append(newest.alloc)
    elif newest.objects is not None:
        ranked.append(newest.objects)
    kept: set[int] = set()
    for values in ranked:
        kept.update(site for site in np.argsort(-values, kind="stable")[:LARGEST_KEPT].tolist() if values[site] > 0)
    return sorted(kept & set(scene.heaviest))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    """One site, as its heaviest stack in the newest capture shows it."""

    number: int
    function: str
    resource: str | None
    frames: tuple[Frame, ...]
    booked: Frame | None
    grows_buffer: bool


def _row(number: int, scene: _Scene, groups: Sequence[GoroutineGroupRow]) -> HeapSiteRow:
    site = _site(number, scene)
    return _with_marks(_measured(site, scene), site, scene, groups)


def _site(number: int, scene: _Scene) -> _Site:
    frames = scene.columns.profile.frames_of(scene.heaviest[number])
    function, resource = scene.index.keys[number]
    named = (frame for frame in frames if stable_name(frame.function) == function)
    return _Site(
        number=number,
        function=function,
        resource=resource,
        frames=frames,
        booked=next(named, None) or site_of(frames, scene.index.main_modules),
        grows_buffer=scene.shares.part("slice_growth", number) > 0.5,
    )


def _measured(site: _Site, scene: _Scene) -> HeapSiteRow:
    """The row with its figures: how much, of what, and how it grew."""
    number, newest, growth = site.number, scene.figures[-1], scene.growths[site.number]
    is_difference = scene.moments[-1].is_difference
    has_inuse = not is_difference and scene.columns.profile.index("inuse_space") is not None
    inuse = round(float(newest.inuse[number]))
    allocated = None if newest.alloc is None else float(newest.alloc[number])
    return HeapSiteRow(
        frames=site.frames,
        site=site.booked,
        evidence=_evidence(number, scene),
        stack=tuple([frame.function for frame in site.frames]),
        looks=len(scene.moments) + is_difference,
        inuse=inuse if has_inuse else None,
        objects=None if is_difference else _objects(number, scene),
        entries=None if is_difference else scene.entries.get(number),
        sampled=None if is_difference else _sampled(inuse, float(newest.blur[number])),
        share=None if is_difference else scene.parts.held(number),
        allocated=None if allocated is None else round(allocated),
        alloc_share=scene.parts.allocated(number),
        growth=growth.gained,
        growth_per_minute=growth.per_minute,
        growth_ratio=growth.ratio,
        growth_share=growth.share,
        growth_certainty=growth.certainty,
        retention=growth.retention,
        retention_shown=growth.retention_shown,
        survival=survival(newest, number) if has_inuse else None,
        levels_off=growth.levels_off,
        pace=scene.paces[number],
    )


def _with_marks(row: HeapSiteRow, site: _Site, scene: _Scene, groups: Sequence[GoroutineGroupRow]) -> HeapSiteRow:
    """The row with what its stacks and the sizes of its objects tell of what is kept there, and by whom."""
    number, shares, patterns = site.number, scene.shares, scene.patterns.get(site.number, [])
    newest = scene.moments[-1]
    return replace(
        row,
        resource=site.resource or "none",
        printed=newest.is_printed,
        type_guessed=is_guessed(newest.capture.reading.content),
        stream_buffers=shares.part("buffer", number) > 0.5,
        context_children=True if site.resource == "context" and number in scene.tables else None,
        start_up=_is_start_up(number, site.frames, scene, groups),
        map_insert=True if _inserts_in_map(number, site.function, scene) else None,
        slice_growth=True if site.grows_buffer else None,
        sync_map=shares.part("sync_map", number) > 0,
        puts_entries=site.booked is not None and _names_entries(site.booked.function),
        map_shape=0.0 if site.grows_buffer else containers.map_shape(patterns),
        map_seen=_map_seen(site, scene),
        slice_shape=_slice_shape(site, scene),
        # A table's figures bound who called, but not that nobody else did.
        request_scoped=None if newest.is_printed else shares.part("request", number) > 0.95,
        goroutine_held=goroutine_held(site.frames, site.booked, scene.index.main_modules, groups),
        in_hands=in_hands(site.booked, _held_objects(site, scene), scene.at_work),
        on_main=shares.part("main", number) > 0.95 and not _grows_in_tables(scene.growths[number], scene),
        is_runtime_cost=_is_runtime_cost(number, row.stack or (), scene),
    )


ALL_SAMPLED: Final = 1e6


def _sampled(inuse: int, blur: float) -> float | None:
    """Sampled small objects that a figure is as sure as; arrays beyond the period are as good as counted."""
    return None if inuse <= 0 else min(ALL_SAMPLED, inuse / max(blur, 1.0))


def _objects(number: int, scene: _Scene) -> int | None:
    counted = scene.figures[-1].objects
    return None if counted is None or scene.gaps.at(number) else round(float(counted[number]))


def _held_objects(site: _Site, scene: _Scene) -> float | None:
    """Objects in use, where they are not buffers or arrays that grow; None where that is not known."""
    counted = scene.figures[-1].objects
    if counted is None or site.grows_buffer or scene.moments[-1].is_difference:
        return None
    return float(counted[site.number])


def _evidence(site: int, scene: _Scene) -> tuple[str, ...]:
    names = [
        moment.capture.name
        for moment, figures in zip(scene.moments, scene.figures, strict=True)
        if figures.inuse[site] or (figures.alloc is not None and figures.alloc[site])
    ]
    return tuple(names)


def _is_start_up(site: int, frames: Sequence[Frame], scene: _Scene, groups: Sequence[GoroutineGroupRow]) -> bool:
    """Package initialisation; what main called before it came to rest; sync.Once, unless seen to run repeatedly."""
    if scene.shares.part("start_up", site) > 0.5 or called_by_main_before(frames, groups, scene.moments[-1].minutes):
        return True
    grown = [float(figures.inuse[site]) for figures in scene.figures]
    again = len(grown) > 2 and grown[-1] > grown[-2] > grown[0]
    # A client's or a pool's own Once runs in each of them.
    is_table = not scene.index.keys[site][1]
    return is_table and scene.shares.part("once", site) > 0.5 and not again


def _inserts_in_map(site: int, function: str, scene: _Scene) -> bool:
    """Seen on its own stacks, or by a CPU profile; never measured as False, for heap stacks leave these frames out."""
    return scene.shares.part("map_insert", site) > 0 or function in scene.map_inserts


def _names_entries(function: str) -> bool:
    return puts_entries(function) or containers.is_kept_map(function)


def _grows_in_tables(growth: SiteGrowth, scene: _Scene) -> bool:
    """Whether one printed table has more of the site than another: main may call what consumes, not only what loads."""
    return scene.moments[-1].is_printed and (growth.gained or 0) > 0 and (growth.certainty or 0.0) >= 0.5


A_TABLE: Final = 0.6
"""What one object of a table's size says of a map."""


def _map_seen(site: _Site, scene: _Scene) -> float | None:
    """None where the evidence has no object sizes, as a pasted table has none."""
    if _inserts_in_map(site.number, site.function, scene):
        return 1.0
    if not scene.columns.sizes.any() or scene.gaps.at(site.number):
        return None
    patterns = [] if site.grows_buffer else scene.patterns.get(site.number, [])
    shape = containers.map_shape(patterns) or 0.0
    is_seen = site.number in scene.tables and not site.grows_buffer and not containers.of_no_growing_map(patterns)
    seen = max(shape, A_TABLE if is_seen else 0.0)
    return None if not seen and scene.gaps.may_hide_tables else seen


def _slice_shape(site: _Site, scene: _Scene) -> float | None:
    """A printed table has no smaller arrays that were made before, so that the last of them is judged alone."""
    patterns = scene.patterns.get(site.number, [])
    shape = containers.slice_shape(patterns, doubles=site.grows_buffer)
    if shape is None or not scene.moments[-1].is_printed:
        return shape
    return max(shape, containers.lone_array_shape(patterns, doubles=site.grows_buffer)) or None


def _is_runtime_cost(site: int, functions: Iterable[str], scene: _Scene) -> bool:
    names = tuple(functions)
    only_runtime = all(map(is_runtime, names))
    return only_runtime or names[0].startswith(RUNTIME_COST) or scene.shares.part("profiler", site) > 0.5
