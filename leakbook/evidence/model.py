"""What a reader makes of bytes: frozen values, one content type a family of evidence.

A capture is one moment of one process seen through one kind of evidence (gctrace and
metrics are a stretch of moments). Everywhere `None` means *this evidence does not
measure it* and zero means *measured as zero*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from .columns import IntArray, PlaceArray
from .frames import Frame
from .locations import Locations


class EvidenceKind(StrEnum):
    """The kinds a client may state and the API reports."""

    HEAP_PROFILE = "heap_profile"
    GOROUTINE_PROFILE = "goroutine_profile"
    GOROUTINELEAK_PROFILE = "goroutineleak_profile"
    GOROUTINE_DUMP = "goroutine_dump"
    THREADCREATE_PROFILE = "threadcreate_profile"
    BLOCK_PROFILE = "block_profile"
    MUTEX_PROFILE = "mutex_profile"
    CPU_PROFILE = "cpu_profile"
    GCTRACE = "gctrace"
    RUNTIME_METRICS = "runtime_metrics"
    PPROF_TEXT = "pprof_text"
    DESCRIPTOR_LISTING = "descriptor_listing"


class GoroutineMember(NamedTuple):
    """One goroutine of a group, kept so that lock waits and ages can be told apart.

    `first_words` holds, per frame of the group (same order), the first argument word printed
    for it (for methods the receiver's address), None where none was printed. A tuple, since a
    dump may have a hundred thousand, and a frozen dataclass takes four times as long to make.
    """

    goroutine: int | None
    wait_minutes: int | None
    created_in: int | None
    first_words: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoroutineGroup:
    """Goroutines of one capture with the same state, frames and creator.

    `frames` run from the leaf outwards with the leading runtime frames cut off, after `state` has
    been read from them. `state` is Go's wait reason ("chan send", "IO wait", "running", …) or None
    when the evidence does not tell. `waits` counts goroutines per printed number of minutes, None
    for those whose header printed none. `ids` are goroutine numbers (a sorted sample bounded by
    the limits), `created_in` the distinct numbers after "in goroutine". `lock_addresses` counts
    waiters per lock address for goroutines that wait in package sync.
    """

    state: str | None
    frames: tuple[Frame, ...]
    created_by: Frame | None
    count: int
    waits: tuple[tuple[int | None, int], ...] = ()
    unreachable: int | None = None
    """Members the collector marked `(leaked)`; None when this capture cannot say."""
    locked_to_thread: int = 0
    ids: tuple[int, ...] = ()
    created_in: tuple[int, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    """Profiler labels shared by all members."""
    members: tuple[GoroutineMember, ...] = ()
    lock_addresses: tuple[tuple[int, int], ...] = ()
    waits_differ: bool = False
    """A tool merged members of different waits and printed the ends: `waits` holds the shortest for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoroutineSnapshot:
    """All goroutines of one moment, or what was pasted of them.

    `total` is the number the evidence states, or the sum of counts; `complete` is False when
    the capture was visibly cut or is an excerpt. `only_unreachable` marks a goroutineleak profile.
    """

    groups: tuple[GoroutineGroup, ...]
    total: int
    complete: bool
    only_unreachable: bool = False
    tells_waits: bool = False
    tells_creators: bool = False
    go_version: str | None = None
    deadlock: bool = False
    """The runtime itself ended the process: no goroutine could ever run again (runtime/proc.go checkdead)."""
    failed: bool = False
    """The process ended for what a running goroutine did (a panic, a fault), not for those that wait."""
    ended: bool = False
    """The last that the runtime printed of its process: a signal, a panic, a fault or a deadlock ended it."""
    left_behind: bool = False
    """A leak checker (goleak, leaktest) lists them: they outlived the test that started them."""
    after_all_tests: bool = False
    """The checker looked once, after all tests: what a package keeps for the life of the process is in its list too."""
    begins_torn: bool = False
    """The text begins inside a goroutine's stack, so that nobody chose where it begins."""
    ends_torn: bool = False
    """The text breaks off inside a goroutine's stack, so that nobody chose where it ends."""
    by_stack: bool = False
    """A tool printed each stack once, with how many goroutines stand on it."""
    by_figures: bool = False
    """Told by the figures of a printed table: the large groups of a whole process, which nobody chose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackSample:
    """One sample of a profile or of pasted `-traces`: `values` in the order of the profile's sample types."""

    frames: tuple[Frame, ...]
    values: tuple[int, ...]
    object_bytes: int | None = None
    """Heap profiles label each sample with its object size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueType:
    """A profile's sample type: ("inuse_space", "bytes")."""

    type: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StackProfile:
    """A pprof profile, protobuf or legacy text, in columns: a large one has 60,000 samples of 30 frames.

    A location is a program counter with its frames, inlined ones first. Sample i's stack, leaf first, is
    `stack_locations[stack_offsets[i]:stack_offsets[i + 1]]`, indexes into `locations`; its values are row i of
    `values` (samples x types). `object_bytes[i]` is the object size a heap sample is labelled with, 0 when unlabelled.

    `period` is the heap sampling rate R in bytes for heap profiles (None: unknown); `duration_seconds` is set for CPU
    profiles and for deltas, `is_delta` tells the latter; `scaled` is False for heap values that were not scaled up
    for sampling (debug=1 text).
    """

    types: tuple[ValueType, ...]
    locations: Locations
    stack_offsets: IntArray
    stack_locations: PlaceArray
    values: IntArray
    object_bytes: IntArray
    period: int | None = None
    duration_seconds: float | None = None
    is_delta: bool = False
    scaled: bool = True
    metrics: RuntimeMetrics | None = None
    """The MemStats that end a debug=1 heap text."""

    def __len__(self) -> int:
        """Number of samples."""
        return len(self.values)

    def index(self, type_name: str) -> int | None:
        """Position of a sample type in `values`, None when the profile lacks it."""
        for position, value_type in enumerate(self.types):
            if value_type.type == type_name:
                return position
        return None

    def column(self, type_name: str) -> IntArray | None:
        """One value per sample, None when the profile lacks the type."""
        position = self.index(type_name)
        return None if position is None else self.values[:, position]

    def frames_of(self, sample: int) -> tuple[Frame, ...]:
        """A sample's stack, leaf first, inlined frames before their callers."""
        return self.locations.along(self.stack_locations[self.stack_offsets[sample] : self.stack_offsets[sample + 1]])

    def samples(self) -> Iterator[StackSample]:
        """All samples as objects: for small profiles and tests; large ones are worked on in columns."""
        for sample in range(len(self)):
            size = int(self.object_bytes[sample])
            yield StackSample(
                frames=self.frames_of(sample),
                values=tuple(self.values[sample].tolist()),
                object_bytes=size or None,
            )


class GcCycle(NamedTuple):
    """One `gc N @…s` line. Heap sizes are bytes (printed in whole MB). A tuple, since a log may have 20,000."""

    number: int
    at_seconds: float | None
    cpu_percent: float | None
    start_bytes: int | None
    end_bytes: int | None
    live_bytes: int | None
    goal_bytes: int | None = None
    stacks_bytes: int | None = None
    globals_bytes: int | None = None
    processors: int | None = None
    forced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GcTrace:
    """gctrace of one log, split into one run per process start (counter and clock begin again)."""

    runs: tuple[tuple[GcCycle, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricSeries:
    """One metric under its Prometheus name. `points` are (unix seconds or None, value), in time order."""

    name: str
    labels: tuple[tuple[str, str], ...] = ()
    points: tuple[tuple[float | None, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuntimeMetrics:
    """Runtime numbers under one vocabulary, the Prometheus Go collector's names.

    expvar memstats and MemStats text are translated (`HeapAlloc` -> `go_memstats_heap_alloc_bytes`).
    """

    series: tuple[MetricSeries, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopRow:
    """A row of `pprof -top`, -peek, -tree or -list: bytes for space, counts otherwise."""

    function: str
    flat: int
    cum: int
    file: str | None = None
    line: int | None = None
    code: str | None = None
    """The line of source that allocates, where `-list` shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopTable:
    """pprof's own text. `sample_type` as in its `Type:` line, None when that was not pasted.

    `is_difference` is True when rows are a diff against a base (negative values seen, or said so).
    """

    rows: tuple[TopRow, ...]
    sample_type: str | None
    unit: str
    total: int | None
    is_difference: bool = False
    stacks: tuple[StackSample, ...] = ()
    """From -traces output, which has whole stacks; one value per sample."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptorCount:
    """Descriptors of one sort: file, socket, pipe, anon_inode, device, other; `paths` samples the commonest targets."""

    sort: str
    count: int
    paths: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptorListing:
    """Open descriptors of one process at one moment."""

    counts: tuple[DescriptorCount, ...]
    total: int
    half_closed: int | None = None
    """Connections whose other end has closed; None where no socket's state is listed."""
    dialled_share: float | None = None
    """Part of the connections that the process opened itself; None where no socket's two ends are listed."""
    deleted_files: int | None = None
    """Files that were removed and are still held open, temporary ones left aside; None where no file is listed."""
    files: tuple[str, ...] = ()
    """Paths of the regular files, each as often as it is open; of a file removed meanwhile the path that it had."""
    only_sockets: bool = False
    """netstat and ss list nothing else, so `total` is a lower bound of what is open."""


Content = GoroutineSnapshot | StackProfile | GcTrace | RuntimeMetrics | TopTable | DescriptorListing


@dataclass(frozen=True, slots=True, kw_only=True)
class Binary:
    """The executable that a pprof profile is of: its build id and the last part of its path, '' for one not told."""

    build_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader made of a text or binary: kind, content, its own time if it carries one, and notes."""

    kind: EvidenceKind
    content: Content
    captured_at: datetime | None = None
    notes: tuple[str, ...] = ()
    binary: Binary | None = None
    """None where the evidence does not tell: only profiles in protobuf do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One piece of evidence as posted: bytes, the client's name for it, and what it claims about it."""

    name: str
    content: bytes = field(repr=False)
    kind: EvidenceKind | None = None
    captured_at: datetime | None = None
    notes: tuple[str, ...] = ()
    """What was done to the content before; said with each of its readings."""
    sha256: str | None = None
    """Of the content, from whoever keeps it under that address; None: not known, reading works it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A reading with its place in the request: `order` among all readings, `size` and `sha256` of the posted bytes."""

    name: str
    order: int
    reading: Reading
    captured_at: datetime | None
    sha256: str
    size: int
    position: int = 0
    """Of the posted piece that it is in, from 0: pieces that were left aside count, and a piece may hold several."""
