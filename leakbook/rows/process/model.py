"""The row of the process: figures of the whole, of whatever evidence has them."""

from __future__ import annotations

from dataclasses import dataclass

from ..features import Unit, feature


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessRow:
    """The process as a whole, from every capture that says something of it."""

    evidence: tuple[str, ...]

    go_version: tuple[int, int] | None = feature(Unit.VERSION, "Go release")
    ended: bool | None = feature(
        Unit.FLAG, "the newest dump is the runtime's last words: a panic, a fault, a deadlock or a signal ended it"
    )
    uptime: float | None = feature(Unit.MINUTES, "age of the process at the last capture")
    observed: float | None = feature(Unit.MINUTES, "time between first and last capture")
    crashed: bool | None = feature(
        Unit.FLAG, "it ended by a panic or a fault of a goroutine that ran, and for none of those that wait"
    )
    heap_watched: float | None = feature(Unit.MINUTES, "time between the heap profiles compared, or a difference spans")
    live_heap_watched: float | None = feature(Unit.MINUTES, "time over which the live heap was measured")
    goroutines_watched: float | None = feature(Unit.MINUTES, "time over which goroutines were captured or counted")
    goroutines_started: int | None = feature(
        Unit.COUNT, "goroutines started between the first dump and the last, by the highest numbers in them"
    )
    goroutines: int | None = feature(Unit.COUNT, "goroutines in the newest evidence")
    goroutines_per_minute: float | None = feature(Unit.PER_MINUTE, "robust slope of the goroutine count")
    goroutines_trend: float | None = feature(
        Unit.CERTAINTY, "how surely the goroutine count climbs and does not level off", told="{} that goroutines climb"
    )
    goroutines_plateau: float | None = feature(Unit.CERTAINTY, "how surely the goroutine count has levelled off")
    goroutines_growth_ratio: float | None = feature(
        Unit.QUOTIENT, "last goroutine count over first", told="{} as many goroutines"
    )
    goroutines_keep_pace: float | None = feature(
        Unit.CERTAINTY, "of two scrapes: how surely goroutines were gained at one pace since the process started"
    )
    live_heap: int | None = feature(Unit.BYTES, "live heap after the newest collection")
    live_heap_undated: bool | None = feature(
        Unit.FLAG, "nothing tells how much time lies between the figures of the live heap"
    )
    live_heap_readings: int | None = feature(Unit.COUNT, "moments at which the live heap was measured")
    live_heap_per_minute: float | None = feature(Unit.BYTES_PER_MINUTE, "robust slope of the live-heap floor")
    live_heap_trend: float | None = feature(
        Unit.CERTAINTY, "how surely the live-heap floor climbs and does not level off"
    )
    live_heap_plateau: float | None = feature(Unit.CERTAINTY, "how surely the live heap has levelled off")
    live_heap_rises: bool | None = feature(
        Unit.FLAG, "the live heap gains beyond its noise, by a slope whose lower bound (90 %) is above nothing"
    )
    live_heap_steps: bool | None = feature(
        Unit.FLAG, "the live heap rose by a step and has not stood still twice as long as before it"
    )
    live_heap_growth_ratio: float | None = feature(Unit.QUOTIENT, "live heap at the end over that at the start")
    live_heap_gain: float | None = feature(
        Unit.BYTES, "bytes the live heap gained, by its own series, over as long as heap profiles were taken at its end"
    )
    live_heap_keeps_pace: float | None = feature(
        Unit.CERTAINTY, "of two scrapes: how surely the live heap was gained at one pace since the process started"
    )
    heap_sampled: int | None = feature(Unit.BYTES, "bytes in use by the newest heap profile")
    alloc_per_minute: float | None = feature(Unit.BYTES_PER_MINUTE, "bytes allocated per minute, freed or not")
    churn: float | None = feature(Unit.QUOTIENT, "bytes allocated per byte kept: high when nearly all is garbage")
    work_ratio: float | None = feature(
        Unit.QUOTIENT, "of two scrapes: bytes allocated a minute between them over those before the first"
    )
    mallocs_per_second: float | None = feature(Unit.PER_SECOND, "objects allocated per second")
    gc_cpu: float | None = feature(Unit.RATIO, "part of CPU time spent in garbage collection")
    gcs_per_minute: float | None = feature(Unit.PER_MINUTE, "collections per minute")
    collection_gap: float | None = feature(
        Unit.QUOTIENT, "time since the last collection over the longest pause between two before it"
    )
    open_fds: int | None = feature(Unit.COUNT, "open descriptors")
    open_fds_per_minute: float | None = feature(Unit.PER_MINUTE, "robust slope of open descriptors")
    open_fds_trend: float | None = feature(
        Unit.CERTAINTY,
        "how surely the number of open descriptors climbs and does not level off",
        told="{} that descriptors climb",
    )
    open_fds_plateau: float | None = feature(
        Unit.CERTAINTY, "how surely the number of open descriptors has levelled off"
    )
    open_fds_growth_ratio: float | None = feature(Unit.QUOTIENT, "last number of open descriptors over first")
    open_fds_keep_pace: float | None = feature(
        Unit.CERTAINTY, "of two scrapes: how surely descriptors were gained at one pace since the process started"
    )
    open_files: int | None = feature(Unit.COUNT, "open regular files")
    open_files_per_minute: float | None = feature(
        Unit.PER_MINUTE,
        "slope of open regular files and pipes; by one listing and a series of totals, the least it can be",
    )
    files_of_gain: float | None = feature(
        Unit.RATIO, "part of the descriptors gained between the listings that are regular files and pipes"
    )
    gained_files_stayed: float | None = feature(
        Unit.RATIO, "of three listings or more: part of the files gained before the last that are open in it"
    )
    deleted_files: int | None = feature(
        Unit.COUNT,
        "open files that were removed meanwhile, but for temporary ones, whose makers remove them at once",
        told="{} removed",
    )
    deleted_share: float | None = feature(
        Unit.RATIO, "part of the open regular files that are `deleted_files`", told="{} of the open files"
    )
    open_sockets: int | None = feature(Unit.COUNT, "open sockets")
    open_sockets_per_minute: float | None = feature(
        Unit.PER_MINUTE, "slope of open sockets; by one listing and a series of totals, the least it can be"
    )
    sockets_of_gain: float | None = feature(
        Unit.RATIO, "part of the descriptors gained between the listings that are sockets"
    )
    half_closed_sockets: int | None = feature(
        Unit.COUNT,
        "connections that the peer has ended and the process has not closed (CLOSE_WAIT, or dropped by the kernel)",
        told="{} ended by their peers",
    )
    half_closed_share: float | None = feature(
        Unit.RATIO, "part of the open sockets that are `half_closed_sockets`", told="{} of the open sockets"
    )
    dialled_share: float | None = feature(
        Unit.RATIO, "part of the listed connections that the process dialled, as each has a local port of its own"
    )
    files_per_goroutine: float | None = feature(
        Unit.QUOTIENT, "open regular files per goroutine: at about one, a goroutine may be at work with each"
    )
    sockets_per_goroutine: float | None = feature(
        Unit.QUOTIENT, "open sockets per goroutine: where there are more, nobody waits for what most of them bring"
    )
    fds_of_limit: float | None = feature(Unit.RATIO, "open descriptors over the process's limit")
    threads: int | None = feature(Unit.COUNT, "operating-system threads")
    threads_per_minute: float | None = feature(Unit.PER_MINUTE, "slope of threads")
    rss: int | None = feature(Unit.BYTES, "resident memory")
    rss_per_minute: float | None = feature(Unit.BYTES_PER_MINUTE, "robust slope of resident memory")
    rss_trend: float | None = feature(Unit.CERTAINTY, "how surely resident memory climbs and does not level off")
    rss_alone_trend: float | None = feature(
        Unit.CERTAINTY,
        "`rss_trend` where nothing measures what of it is Go's heap",
        told="{} that resident memory climbs",
    )
    rss_watched: float | None = feature(Unit.MINUTES, "time over which resident memory was measured")
    rss_growth_ratio: float | None = feature(Unit.QUOTIENT, "resident memory at the end over the start of the series")
    rss_outside_heap: float | None = feature(Unit.RATIO, "part of resident memory that Go's runtime does not explain")
    outside_go_trend: float | None = feature(
        Unit.CERTAINTY, "how surely resident memory that Go's runtime does not explain climbs and does not level off"
    )
    outside_go_plateau: float | None = feature(
        Unit.CERTAINTY, "how surely resident memory that Go's runtime does not explain is level by now"
    )
    outside_go_growth_ratio: float | None = feature(
        Unit.QUOTIENT, "resident memory that Go's runtime does not explain at the end over that at the start"
    )
    outside_go_per_minute: float | None = feature(
        Unit.BYTES_PER_MINUTE, "robust slope of resident memory that Go's runtime does not explain"
    )
    idle_unreleased: float | None = feature(Unit.RATIO, "part of the heap's memory that is idle and not yet returned")
    has_goroutine_stacks: bool | None = feature(Unit.FLAG, "some evidence shows goroutine stacks")
    has_heap_sites: bool | None = feature(Unit.FLAG, "some evidence shows heap sites")
