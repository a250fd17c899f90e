"""The row of a heap site: one allocating application function, followed through all heap evidence."""

from __future__ import annotations

from dataclasses import dataclass

from ...evidence.frames import Frame
from ..features import Unit, feature


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
    looks: int | None = feature(
        Unit.COUNT, "captures of the heap that were compared; a difference counts as two", told="captures: {}"
    )
    inuse: int | None = feature(Unit.BYTES, "bytes in use in the newest capture", told="{} in use")
    objects: int | None = feature(Unit.COUNT, "objects in use in the newest capture", told="objects: {}")
    entries: int | None = feature(Unit.COUNT, "objects in use of the size that most of the bytes are in")
    sampled: float | None = feature(
        Unit.COUNT, "sampled objects that stand behind the bytes in use: few say little; large ones count for more"
    )
    share: float | None = feature(Unit.RATIO, "part of the whole heap in use", told="{} of the heap")
    share_of_rest: float | None = feature(
        Unit.RATIO,
        "part of what is in use beside what the start or the main goroutine allocated; of all that is in use for such "
        "memory itself, but where one profile shows that the main goroutine allocated it",
    )
    allocated: int | None = feature(Unit.BYTES, "bytes ever allocated here, freed or not, by the newest capture")
    alloc_share: float | None = feature(Unit.RATIO, "part of all bytes ever allocated")
    growth: float | None = feature(Unit.BYTES, "bytes gained between the first and the last capture", told="{} gained")
    growth_per_minute: float | None = feature(Unit.BYTES_PER_MINUTE, "gain over the time between captures")
    growth_ratio: float | None = feature(Unit.QUOTIENT, "last in-use over first in-use")
    growth_share: float | None = feature(Unit.RATIO, "part of the whole heap's gain that this site accounts for")
    growth_certainty: float | None = feature(
        Unit.CERTAINTY,
        "how sure the growth is beyond sampling error, corrected for the number of sites compared",
        told="{} that it grows",
    )
    retention: float | None = feature(Unit.RATIO, "of the bytes allocated between the captures, the part still in use")
    retention_shown: float | None = feature(
        Unit.RATIO, "`retention` as far as samples show it: as if one sampled object more had been freed"
    )
    survival: float | None = feature(Unit.RATIO, "of all bytes ever allocated here, the part still in use")
    levels_off: float | None = feature(
        Unit.CERTAINTY, "with three or more captures: how surely the growth has ended, 0 still as fast as ever"
    )
    pace: float | None = feature(
        Unit.QUOTIENT,
        "gained since the first capture, by the garbage the rest of the program made meanwhile, over the same before "
        "it: about 1 for what leaks with the work, near 0 for what has been filled",
    )
    resource: str | None = feature(
        Unit.WORD,
        "sort of resource whose constructor stands between the allocation and the application frame: "
        "file, socket, http_client, http_server, sql, timer, context, grpc, process, library_client, or none; "
        "goroutine and thread are what the runtime keeps for each",
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
        Unit.FLAG, "of a table that pprof printed: without stacks, most object sizes or what was ever allocated"
    )
    stream_buffers: bool | None = feature(Unit.FLAG, "buffers of streams (bufio), kept as long as what they read from")
    context_children: bool | None = feature(
        Unit.FLAG,
        "contexts made here have a parent with hundreds of children, by the sizes of the table that holds them",
    )
    own_transports: float | None = feature(
        Unit.CERTAINTY, "how surely the HTTP client connections that pile up have a Transport each; 0 an open body each"
    )
    requests_waiting: float | None = feature(
        Unit.RATIO, "goroutines that wait for an answer, a connection of the HTTP clients whose memory this is"
    )
    floor_climbs: float | None = feature(
        Unit.CERTAINTY,
        "how surely the live heap climbs by what is kept here: its trend, where the site carries the gain",
    )
    floor_level: float | None = feature(
        Unit.CERTAINTY,
        "how surely the live heap is level, with no climb that would go on, though a gain as large as this would show",
    )
    collection_gap: float | None = feature(
        Unit.QUOTIENT, "time since the last collection over the longest pause between two before it"
    )
    gain_borne_out: float | None = feature(
        Unit.QUOTIENT,
        "what the live heap gained, by a series of its own over the same time and a megabyte of rounding allowed for, "
        "over what this site gained: far below 1 the profiles are late, and show what was there before",
    )
    start_up: bool | None = feature(
        Unit.FLAG, "allocated while packages initialise or by sync.Once: a table that is filled once"
    )
    map_insert: bool | None = feature(Unit.FLAG, "a map insert is seen on this path, or where `kept_by` keeps it")
    slice_growth: bool | None = feature(Unit.FLAG, "an append or a buffer's growth is seen on this path")
    sync_map: bool | None = feature(
        Unit.FLAG, "a sync.Map (its hash trie from Go 1.24) allocates on this path, or where `kept_by` keeps it"
    )
    puts_entries: bool | None = feature(
        Unit.FLAG, "the function that the memory is booked to is named as one that puts entries into a container"
    )
    map_shape: float | None = feature(
        Unit.RATIO, "how well object sizes here, or where `kept_by` keeps them, fit a map's tables"
    )
    map_seen: float | None = feature(
        Unit.CERTAINTY,
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
    in_hands: float | None = feature(
        Unit.QUOTIENT,
        "objects in use for each goroutine that is in the function which made them, where ten goroutines or more are: "
        "one or two are what those goroutines work with",
    )
    per_goroutine: float | None = feature(
        Unit.QUOTIENT,
        "objects surely gained here for each goroutine that the runtime had to make a new descriptor for: about one is "
        "held by goroutines that pile up",
        told="{} as many as goroutines",
    )
    entry_shape: float | None = feature(
        Unit.RATIO, "how well the objects fit the entries of a map or list: many, of a few small sizes, nearly all kept"
    )
    type_guessed: bool | None = feature(
        Unit.FLAG, "a printed table without its head, whose counts may be of objects in use, ever made, or of no heap"
    )
    on_main: bool | None = feature(Unit.FLAG, "allocated by the main goroutine, which loads tables before it serves")
    unindexed: float | None = feature(
        Unit.CERTAINTY, "how surely no map holds these objects: its tables for so many would show in the profile"
    )
    allocates_most: bool | None = feature(Unit.FLAG, "no other site allocates as many bytes")
    is_runtime_cost: bool | None = feature(
        Unit.FLAG, "memory of the runtime or profiler itself (malg, allocm, profile buckets), no program's leak"
    )
