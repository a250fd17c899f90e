"""The rows: what a playbook can speak about. Every feature is computed in Python and may be None (not measured).

Three kinds: `goroutine_group` (one stack, followed through all captures), `heap_site` (one allocating application
function, followed through all heap evidence) and `process` (one row). Features are written down once, here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..evidence.model import Frame
from .features import Unit, feature


@dataclass(frozen=True, slots=True, kw_only=True)
class GoroutineGroupRow:
    """A group of goroutines with one state, stack and creator, through all captures of the request.

    `frames` are leaf first without runtime frames. `evidence` names the captures it was seen in.
    """

    frames: tuple[Frame, ...]
    creator: Frame | None
    evidence: tuple[str, ...]
    waits_for: tuple[tuple[str, ...], ...] = ()
    """Stacks (function names, leaf first) of the rows that this one's goroutines wait for."""
    spawned_in: Frame | None = None
    """Application frame that a creating goroutine, still alive, stands in: the code behind a library's goroutines."""

    state: str | None = feature(Unit.WORD, "Go's wait reason, as the newest capture prints it")
    stack: tuple[str, ...] | None = feature(Unit.STACK, "functions on the stack, leaf first")
    created_by: str | None = feature(Unit.FUNCTION, "the function that started these goroutines")
    count: int | None = feature(Unit.COUNT, "goroutines in the newest capture")
    share: float | None = feature(Unit.RATIO, "part of all goroutines of the newest complete capture")
    observes: bool | None = feature(Unit.FLAG, "the test harness waiting for its tests, or a goroutine of the runtime")
    excerpt: bool | None = feature(Unit.FLAG, "the evidence is an excerpt of a few stacks somebody chose to show")
    cut_short: bool | None = feature(
        Unit.FLAG, "the outer part of the stack was cut off, and what is left is the standard library's"
    )
    overshadowed: bool | None = feature(
        Unit.FLAG, "another stack of the newest capture has a hundred times as many goroutines"
    )
    left_behind: bool | None = feature(Unit.FLAG, "a leak checker (goleak, leaktest) lists them: they outlived a test")
    looks: int | None = feature(Unit.COUNT, "captures in the series that the group was looked for in")
    part: bool | None = feature(Unit.FLAG, "the newest capture shows part of the process: picked out, or cut")
    wait: float | None = feature(Unit.MINUTES, "longest wait in the group")
    wait_median: float | None = feature(Unit.MINUTES, "median wait of those with a printed wait")
    age_spread: float | None = feature(
        Unit.RATIO, "how evenly waits are spread: 0 all began together, as a pool does; 1 all ages, as a pile-up has"
    )
    ages_in_order: float | None = feature(
        Unit.RATIO,
        "how surely the member started first waits longest: 1 nobody was served in between, a half in any order",
    )
    birth_spread: float | None = feature(
        Unit.RATIO,
        "how widely goroutine numbers are spread over the process's life: 0 one burst, 1 all along",
    )
    born_apart: float | None = feature(
        Unit.RATIO,
        "part of the members around whose number most goroutines have ended: 0 a burst, as a pool is, 1 one at a time",
    )
    joins_ended: float | None = feature(
        Unit.RATIO, "how surely no more members join, by goroutine numbers: 0 as many of late as ever, 1 none of late"
    )
    spawners: float | None = feature(
        Unit.RATIO, "distinct creating goroutines per member: near 0 one loop started them, near 1 each request its own"
    )
    creator_returned: float | None = feature(
        Unit.RATIO,
        "part of the members whose creator has left the function that started them; a fan-out under way waits in it",
    )
    growth: float | None = feature(Unit.COUNT, "goroutines gained between the first and the last capture")
    growth_per_minute: float | None = feature(Unit.PER_MINUTE, "gain over the time between the captures")
    growth_certainty: float | None = feature(
        Unit.RATIO, "how sure it is that the group grows: monotone and beyond the noise of arrivals"
    )
    levels_off: float | None = feature(
        Unit.RATIO, "with three or more captures: how surely the growth has ended, 0 still as fast as ever"
    )
    stayed: float | None = feature(
        Unit.RATIO, "part of the first capture's members that are still there, same goroutine and stack, in the last"
    )
    veterans_stayed: float | None = feature(
        Unit.RATIO, "`stayed` of the older half of the first capture's members: where work ends, old ones leave too"
    )
    unreachable: bool | None = feature(Unit.FLAG, "the garbage collector proved members unreachable (goroutineleak)")
    unreachable_count: int | None = feature(Unit.COUNT, "members the garbage collector proved unreachable")
    known_idle: bool | None = feature(Unit.FLAG, "a resident goroutine of a known library in its usual number")
    in_library_only: bool | None = feature(Unit.FLAG, "no application frame on the stack nor as creator")
    request_scoped: bool | None = feature(
        Unit.FLAG, "stack or creator is work for one request, message or connection, not a service loop"
    )
    started_by_init: bool | None = feature(
        Unit.FLAG, "the creator is a package's own initialisation, which runs once in the life of the process"
    )
    listens_for_stop: bool | None = feature(
        Unit.FLAG, "a named loop of a service, worker, watcher or subscriber whose business is to wait"
    )
    orphaned: float | None = feature(Unit.RATIO, "part of the members whose creating goroutine has ended")
    joined: float | None = feature(
        Unit.RATIO, "part of the last capture's members that are new while the first capture's stayed"
    )
    ticks: bool | None = feature(
        Unit.FLAG, "something wakes them again and again, a ticker for one: older than a minute, none waits for one"
    )
    accepted: bool | None = feature(
        Unit.FLAG, "started by a goroutine that accepts, so that each serves a connection of a listener"
    )
    has_reader: bool | None = feature(
        Unit.FLAG, "the same functions started about as many goroutines that read from the network: live connections"
    )
    has_writer: bool | None = feature(
        Unit.FLAG,
        "it reads from the network, and the same functions started about as many goroutines that rest in a select or "
        "receive: the other half of connections in use",
    )
    shared_object: bool | None = feature(
        Unit.FLAG, "all were started with the same receiver or first argument: the workers of one pool, for one"
    )
    deadlock: bool | None = feature(
        Unit.FLAG, "the runtime proved that no goroutine of the process can ever run again, and this one is blocked"
    )
    crash: bool | None = feature(
        Unit.FLAG,
        "blocked, in a dump of a few goroutines that a deadlock, a signal or an alarm wrote; no panic's or fault's",
    )
    stuck_test: bool | None = feature(
        Unit.FLAG, "a test's own goroutine is stuck in the code under test; False: in the test itself, observing"
    )
    inside_call: bool | None = feature(
        Unit.FLAG, "stands in a function that the one it was started with has called: in the middle of some work"
    )
    sql_busy: bool | None = feature(Unit.FLAG, "executing or reading a query, not merely waiting for a connection")
    results_busy: float | None = feature(
        Unit.RATIO, "of the transactions and result sets that are open, the part whose query is under way just now"
    )
    owner_at_work: float | None = feature(
        Unit.RATIO,
        "of transactions and result sets that are open, the part that go with a goroutine of the program each, alive "
        "and at work: the one that opened it and no other, or, where no numbers tell, one of a group that is as large "
        "all along",
    )
    state_known: bool | None = feature(Unit.FLAG, "the evidence tells what state the group is in")
    is_victim: bool | None = feature(
        Unit.FLAG, "another group in the evidence explains why these wait: they end when that one does"
    )
    victims: int | None = feature(Unit.COUNT, "goroutines that wait for this group, by the wait-for picture")
    holds_lock: bool | None = feature(
        Unit.FLAG, "members are inside a critical section, blocked elsewhere, while others wait for that lock"
    )
    victims_each: float | None = feature(
        Unit.QUOTIENT, "`victims` per goroutine of the group: a fan-out has one that waits for all, a culprit has many"
    )
    lock_queue: int | None = feature(Unit.COUNT, "most goroutines waiting on one lock address of this group")
    lock_cycle: bool | None = feature(Unit.FLAG, "members hold a lock and wait for one whose holder waits for theirs")
    self_deadlock: bool | None = feature(Unit.FLAG, "the stack takes a lock that a method already on it holds")
    holder_state: str | None = feature(
        Unit.WORD, "wait reason of the goroutine that holds the lock these wait for: running means mere contention"
    )
    awaits_living: bool | None = feature(
        Unit.FLAG, "all that it waits for, through others or directly, runs or sleeps and so will go on by itself"
    )
    awaits_own_work: bool | None = feature(
        Unit.FLAG,
        "it waits in the very function that started as many goroutines, which are there in the middle of some work",
    )
    awaits_reply: bool | None = feature(
        Unit.FLAG, "it waits in a method of an object whose own loop reads from a connection: a client's caller"
    )
    queues: bool | None = feature(
        Unit.FLAG,
        "none has waited a minute, and it waits in a queue that moves: the loop of the object it is inside of is at "
        "work, or others started with the same function are farther down in it",
    )
    dated: bool | None = feature(
        Unit.FLAG, "numbers, waits or an earlier capture tell since when they stand there; False: only their count"
    )
    holder_absent: bool | None = feature(
        Unit.FLAG, "waits for a lock while no other goroutine of a whole dump is in code of the package that takes it"
    )
    lock_waiters: int | None = feature(Unit.COUNT, "goroutines that wait, directly, for a lock this group holds")
    running_share: float | None = feature(
        Unit.RATIO, "part of all goroutines started with the same function that run or are runnable rather than wait"
    )
    family_share: float | None = feature(
        Unit.RATIO, "part of all goroutines started with the same function that are in this group"
    )
    count_ratio: float | None = feature(
        Unit.QUOTIENT, "only with `over: goroutine_group`: goroutines of all matching rows per goroutine of the subject"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HeapSiteRow:
    """An allocating application function (leaf application frame), through all heap evidence of the request.

    `frames` is the heaviest stack, leaf first; `evidence` names the captures it was seen in.
    """

    frames: tuple[Frame, ...]
    site: Frame | None
    """The frame the memory is booked to."""
    evidence: tuple[str, ...]
    kept_by: Frame | None = None
    """The function whose map, sync.Map or slice keeps these objects, where sizes or frames tell: the site itself, or a
    growing site that is its caller or is called beside it."""

    stack: tuple[str, ...] | None = feature(Unit.STACK, "functions on the heaviest stack, leaf first")
    looks: int | None = feature(Unit.COUNT, "captures of the heap that were compared; a difference counts as two")
    inuse: int | None = feature(Unit.BYTES, "bytes in use in the newest capture")
    objects: int | None = feature(Unit.COUNT, "objects in use in the newest capture")
    entries: int | None = feature(Unit.COUNT, "objects in use of the size that most of the bytes are in")
    sampled: float | None = feature(
        Unit.COUNT, "sampled objects that stand behind the bytes in use: few say little; large ones count for more"
    )
    share: float | None = feature(Unit.RATIO, "part of the whole heap in use")
    share_of_rest: float | None = feature(
        Unit.RATIO,
        "of a printed table: part of what is in use beside what the start or the main goroutine allocated; "
        "of all that is in use for such memory itself, and in a profile",
    )
    allocated: int | None = feature(Unit.BYTES, "bytes ever allocated here, freed or not, by the newest capture")
    alloc_share: float | None = feature(Unit.RATIO, "part of all bytes ever allocated")
    growth: float | None = feature(Unit.BYTES, "bytes gained between the first and the last capture")
    growth_per_minute: float | None = feature(Unit.BYTES_PER_MINUTE, "gain over the time between captures")
    growth_ratio: float | None = feature(Unit.QUOTIENT, "last in-use over first in-use")
    growth_share: float | None = feature(Unit.RATIO, "part of the whole heap's gain that this site accounts for")
    growth_certainty: float | None = feature(
        Unit.RATIO, "how sure the growth is beyond sampling error, corrected for the number of sites compared"
    )
    retention: float | None = feature(Unit.RATIO, "of the bytes allocated between the captures, the part still in use")
    retention_shown: float | None = feature(
        Unit.RATIO, "`retention` as far as samples show it: as if one sampled object more had been freed"
    )
    survival: float | None = feature(Unit.RATIO, "of all bytes ever allocated here, the part still in use")
    levels_off: float | None = feature(
        Unit.RATIO, "with three or more captures: how surely the growth has ended, 0 still as fast as ever"
    )
    resource: str | None = feature(
        Unit.WORD,
        "sort of resource whose constructor stands between the allocation and the application frame: "
        "file, socket, http_client, sql, timer, context, grpc, process, or none",
    )
    resource_guessed: bool | None = feature(
        Unit.FLAG,
        "only the buffers of a stream are seen: whether of a file or a connection is told by where they are made",
    )
    closed: bool | None = feature(
        Unit.FLAG,
        "connections or files that were closed, for descriptors do not grow, and whose memory is kept nevertheless",
    )
    printed: bool | None = feature(
        Unit.FLAG, "of a table that pprof printed: without stacks, object sizes or what was ever allocated"
    )
    stream_buffers: bool | None = feature(Unit.FLAG, "buffers of streams (bufio), kept as long as what they read from")
    context_children: bool | None = feature(
        Unit.FLAG,
        "contexts made here have a parent with hundreds of children, by the sizes of the table that holds them",
    )
    own_transports: float | None = feature(
        Unit.RATIO, "how surely the HTTP client connections that pile up have a Transport each; 0 an open body each"
    )
    requests_waiting: float | None = feature(
        Unit.RATIO, "goroutines that wait for an answer, a connection of the HTTP clients whose memory this is"
    )
    floor_climbs: float | None = feature(
        Unit.RATIO, "how surely the live heap climbs by what is kept here: its trend, where the site carries the gain"
    )
    floor_level: float | None = feature(
        Unit.RATIO,
        "how surely the live heap is level, with no climb that would go on, though a gain as large as this would show",
    )
    start_up: bool | None = feature(
        Unit.FLAG, "allocated while packages initialise or by sync.Once: a table that is filled once"
    )
    map_insert: bool | None = feature(Unit.FLAG, "a map insert is seen on this path, or where `kept_by` keeps it")
    slice_growth: bool | None = feature(Unit.FLAG, "an append or a buffer's growth is seen on this path")
    sync_map: bool | None = feature(
        Unit.FLAG, "a sync.Map (its hash trie from Go 1.24) allocates on this path, or where `kept_by` keeps it"
    )
    map_shape: float | None = feature(
        Unit.RATIO, "how well object sizes here, or where `kept_by` keeps them, fit a map's tables"
    )
    map_seen: float | None = feature(
        Unit.RATIO,
        "how surely a map is seen here or a call away: an insert, the sizes of its tables, or a single object of such "
        "a size; 0 where objects have sizes and none is a table's",
    )
    slice_shape: float | None = feature(
        Unit.RATIO, "how well object sizes here, or where `kept_by` keeps them, fit one grown array"
    )
    request_scoped: bool | None = feature(Unit.FLAG, "all on stacks of work for one request, stream or connection")
    goroutine_held: float | None = feature(
        Unit.RATIO, "how well growing goroutines explain this growth: their stacks share the site's application frames"
    )
    entry_shape: float | None = feature(
        Unit.RATIO, "how well the objects fit the entries of a map or list: many, of a few small sizes, nearly all kept"
    )
    type_guessed: bool | None = feature(
        Unit.FLAG, "a printed table without its head, whose counts may be of objects in use, ever made, or of no heap"
    )
    on_main: bool | None = feature(Unit.FLAG, "allocated by the main goroutine, which loads tables before it serves")
    unindexed: float | None = feature(
        Unit.RATIO, "how surely no map holds these objects: its tables for so many would show in the profile"
    )
    allocates_most: bool | None = feature(Unit.FLAG, "no other site allocates as many bytes")
    is_runtime_cost: bool | None = feature(
        Unit.FLAG, "memory of the runtime or profiler itself (malg, allocm, profile buckets), no program's leak"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessRow:
    """The process as a whole, from every capture that says something of it."""

    evidence: tuple[str, ...]

    go_version: tuple[int, int] | None = feature(Unit.VERSION, "Go release")
    uptime: float | None = feature(Unit.MINUTES, "age of the process at the last capture")
    observed: float | None = feature(Unit.MINUTES, "time between first and last capture")
    heap_watched: float | None = feature(Unit.MINUTES, "time between the heap profiles compared, or a difference spans")
    live_heap_watched: float | None = feature(Unit.MINUTES, "time over which the live heap was measured")
    goroutines_watched: float | None = feature(Unit.MINUTES, "time over which goroutines were captured or counted")
    goroutines_started: int | None = feature(
        Unit.COUNT, "goroutines started between the first dump and the last, by the highest numbers in them"
    )
    goroutines: int | None = feature(Unit.COUNT, "goroutines in the newest evidence")
    goroutines_per_minute: float | None = feature(Unit.PER_MINUTE, "robust slope of the goroutine count")
    goroutines_trend: float | None = feature(Unit.RATIO, "how surely the goroutine count climbs and does not level off")
    goroutines_plateau: float | None = feature(Unit.RATIO, "how surely the goroutine count has levelled off")
    goroutines_growth_ratio: float | None = feature(Unit.QUOTIENT, "last goroutine count over first")
    goroutines_keep_pace: float | None = feature(
        Unit.RATIO, "of two scrapes: how surely goroutines were gained at one pace since the process started"
    )
    live_heap: int | None = feature(Unit.BYTES, "live heap after the newest collection")
    live_heap_per_minute: float | None = feature(Unit.BYTES_PER_MINUTE, "robust slope of the live-heap floor")
    live_heap_trend: float | None = feature(Unit.RATIO, "how surely the live-heap floor climbs and does not level off")
    live_heap_plateau: float | None = feature(Unit.RATIO, "how surely the live heap has levelled off")
    live_heap_steps: bool | None = feature(
        Unit.FLAG, "the live heap rose by a step and has not stood still twice as long as before it"
    )
    live_heap_growth_ratio: float | None = feature(Unit.QUOTIENT, "live heap at the end over that at the start")
    live_heap_keeps_pace: float | None = feature(
        Unit.RATIO, "of two scrapes: how surely the live heap was gained at one pace since the process started"
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
    open_fds: int | None = feature(Unit.COUNT, "open descriptors")
    open_fds_per_minute: float | None = feature(Unit.PER_MINUTE, "robust slope of open descriptors")
    open_fds_trend: float | None = feature(
        Unit.RATIO, "how surely the number of open descriptors climbs and does not level off"
    )
    open_fds_plateau: float | None = feature(Unit.RATIO, "how surely the number of open descriptors has levelled off")
    open_fds_growth_ratio: float | None = feature(Unit.QUOTIENT, "last number of open descriptors over first")
    open_fds_keep_pace: float | None = feature(
        Unit.RATIO, "of two scrapes: how surely descriptors were gained at one pace since the process started"
    )
    open_files: int | None = feature(Unit.COUNT, "open regular files")
    open_files_per_minute: float | None = feature(
        Unit.PER_MINUTE, "slope of open regular files; by one listing and a series of totals, the least it can be"
    )
    open_sockets: int | None = feature(Unit.COUNT, "open sockets")
    open_sockets_per_minute: float | None = feature(
        Unit.PER_MINUTE, "slope of open sockets; by one listing and a series of totals, the least it can be"
    )
    half_closed_sockets: int | None = feature(
        Unit.COUNT,
        "connections that the peer has ended and the process has not closed (CLOSE_WAIT, or dropped by the kernel)",
    )
    half_closed_share: float | None = feature(Unit.RATIO, "part of the open sockets that are `half_closed_sockets`")
    dialled_share: float | None = feature(
        Unit.RATIO, "part of the listed connections that the process dialled, as each has a local port of its own"
    )
    sockets_per_goroutine: float | None = feature(
        Unit.QUOTIENT, "open sockets per goroutine: where there are more, nobody waits for what most of them bring"
    )
    fds_of_limit: float | None = feature(Unit.RATIO, "open descriptors over the process's limit")
    threads: int | None = feature(Unit.COUNT, "operating-system threads")
    threads_per_minute: float | None = feature(Unit.PER_MINUTE, "slope of threads")
    rss: int | None = feature(Unit.BYTES, "resident memory")
    rss_per_minute: float | None = feature(Unit.BYTES_PER_MINUTE, "robust slope of resident memory")
    rss_trend: float | None = feature(Unit.RATIO, "how surely resident memory climbs and does not level off")
    rss_outside_heap: float | None = feature(Unit.RATIO, "part of resident memory that Go's runtime does not explain")
    idle_unreleased: float | None = feature(Unit.RATIO, "part of the heap's memory that is idle and not yet returned")
    has_goroutine_stacks: bool | None = feature(Unit.FLAG, "some evidence shows goroutine stacks")
    has_heap_sites: bool | None = feature(Unit.FLAG, "some evidence shows heap sites")


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
