"""What kind of container grows, read off the sizes of the objects an allocation stack makes.

Heap stacks leave the runtime's frames out (golang/go#71174), so a map insert, an append and a `make` look alike by
name. Their sizes do not:

- append: one backing array at a time. Beyond 256 elements each is 1.25 to 1.6 times the one before, and only the
  largest is still in use (runtime/slice.go, `nextslicecap`).
- map from Go 1.24: tables of at most 1024 slots that split in two. A full one is 128 groups of 8 slots with 8 control
  bytes each, so its size is one of few; many such stay in use (internal/runtime/maps/table.go, `maxTableCapacity`).
- map before Go 1.24: an array of 2^B buckets, exactly doubled, the old one kept while it grows (runtime/map.go).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

BIG: Final = 8 * 1024
"""Backing arrays and map tables worth telling apart are at least this large, in bytes."""

SMALL_CLASSES: Final = (
    *(144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024),
    *(1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5120, 5376, 6144, 6528, 6784, 6912),
)
"""Size classes from 144 bytes up to 8 KiB, of the same list as `SIZE_CLASSES`."""

SAMPLING_PERIOD: Final = 512 * 1024
PAGE: Final = 8192
SIZE_CLASSES: Final = (
    *(8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384),
    *(18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768),
)
"""Size classes from 8 KiB (internal/runtime/gc/sizeclasses.go); larger objects take whole pages."""

MAP_INSERTS: Final = (
    "runtime.mapassign",
    "runtime.hashGrow",
    "runtime.growWork",
    "internal/runtime/maps.(*Map).PutSlot",
    "internal/runtime/maps.(*Map).putSlotSmall",
    "internal/runtime/maps.(*Map).growTo",
    "internal/runtime/maps.(*table).PutSlot",
    "internal/runtime/maps.(*table).rehash",
    "internal/runtime/maps.(*table).grow",
    "internal/runtime/maps.(*table).split",
    "internal/runtime/maps.newTable",
)
CACHE_INSERTS: Final = (
    "github.com/hashicorp/golang-lru",
    "github.com/patrickmn/go-cache.(*cache).",
    "github.com/golang/groupcache/lru.(*Cache).",
    "github.com/bluele/gcache.",
    "github.com/jellydator/ttlcache",
    "github.com/dgraph-io/ristretto",
    "github.com/allegro/bigcache",
    "k8s.io/client-go/tools/cache.(*threadSafeMap).",
)
"""Libraries whose caches are maps; what they allocate is entries and tables."""

SLICE_GROWTH: Final = ("runtime.growslice", "bytes.growSlice", "bytes.makeSlice", "slices.Grow", "bytes.(*Buffer).grow")
_SYNC_MAP: Final = (
    "sync.(*Map).",
    "internal/sync.(*HashTrieMap",
    "internal/sync.newI",
    "internal/sync.newE",
    "sync.newEntry",
)


def is_sync_map(function: str) -> bool:
    """Whether the function stores in a sync.Map, or belongs to its hash trie (from Go 1.24)."""
    return function.startswith(_SYNC_MAP)


def is_kept_map(function: str) -> bool:
    """Whether it is a map, or what is in one, as goref names them: `carts. (map[string]*Cart)`, `$mapval. (*Cart)`."""
    return ". (map[" in function or function.startswith("$map")


@dataclass(frozen=True, slots=True, kw_only=True)
class SizePattern:
    """Large objects of one stack: (object bytes, objects in use, objects ever allocated), ascending by size."""

    sizes: tuple[tuple[float, float, float | None], ...]
    period: int = SAMPLING_PERIOD

    def sampled(self, size: float, count: float) -> float:
        """How many of so many objects of a size the profile sampled, on average."""
        return count if self.period <= 1 else -count * math.expm1(-size / self.period)


def allocated_size(wanted: int) -> int:
    """Bytes the runtime gives for a request of more than 128 bytes: a size class, or whole pages."""
    if wanted <= SMALL_CLASSES[-1]:
        return SMALL_CLASSES[bisect_left(SMALL_CLASSES, wanted)]
    if wanted <= SIZE_CLASSES[-1]:
        return SIZE_CLASSES[bisect_left(SIZE_CLASSES, wanted)]
    return -(-wanted // PAGE) * PAGE


@lru_cache(maxsize=1)
def full_table_sizes() -> frozenset[int]:
    """Sizes of a map's full table, 1024 slots, for slots (key and value) of the sizes that are common."""
    slots = (8, 12, 20, *range(16, 256, 8))
    return frozenset(allocated_size(1024 + 1024 * slot) for slot in slots)


@lru_cache(maxsize=1)
def table_ladders() -> tuple[frozenset[int], ...]:
    """Per common slot size the sizes a map's table has on its way to the full one: 2 to 128 groups of 8 slots."""
    return tuple(
        frozenset(allocated_size((8 + 8 * slot) * groups) for groups in (2, 4, 8, 16, 32, 64, 128))
        for slot in (8, 12, *range(16, 72, 8))
    )


def climbs_a_ladder(sizes: Iterable[float]) -> bool:
    """Whether objects of one function have two sizes of one growing table, the larger beyond 1 KiB.

    The sizes of a growing array are powers of two of its element's, those of a table an odd multiple: 25 for a slot of
    24 bytes, with its control byte.
    """
    made = {int(size) for size in sizes if int(size) & (int(size) - 1)}
    return any(len(found := made & ladder) >= 2 and max(found) > 1024 for ladder in table_ladders())


@lru_cache(maxsize=1)
def bucket_array_sizes() -> frozenset[int]:
    """Sizes of a map's bucket array before Go 1.24: 2^B buckets and a sixteenth more for overflow, B from 4 on.

    A bucket holds eight hash bytes, eight keys, eight values and a pointer (runtime/map.go, `makeBucketArray`).
    """
    pairs = (*range(8, 72, 8), 12, 20)
    buckets = {8 + 8 * pair + 8 for pair in pairs}
    arrays = ((2**power + 2 ** (power - 4)) * bucket for bucket in buckets for power in range(4, 25))
    return frozenset(allocated_size(array) for array in arrays if array > BIG)


def made_tables(patterns: Iterable[SizePattern]) -> bool:
    """Whether some object made here, in use or not, has the size of a map's table. No proof: arrays may have it too.

    Left out are powers of two, which buffers have, the one size that most of the memory is in: the values', and sizes
    that others lie close to, as those of buffers do that are as long as what comes: tables double.
    Sizes that a profile lists without a count were made as well, in the collection cycle that was under way.
    """
    return any(
        _may_be_table(int(size), in_use)
        for pattern in patterns
        if (_slice_fit(pattern) or 0.0) < 0.5
        for size, in_use, _ in pattern.sizes
        if (in_use <= FEW_ARRAYS or _concentration(pattern, size) < 0.5) and not _among_others(pattern, size)
    )


FEW_ARRAYS: Final = 2.5

BESIDE: Final = (1.04, 1.7)
"""Factors between sizes that a doubling table never has at once."""


def _among_others(pattern: SizePattern, size: float) -> bool:
    """Whether several sizes that no doubling leads to were made here, and hold half as much as this one, or more."""
    low, high = BESIDE
    beside = [
        each * in_use for each, in_use, _ in pattern.sizes if low <= max(each, size) / max(min(each, size), 1) <= high
    ]
    held = sum(each * in_use for each, in_use, _ in pattern.sizes if each == size)
    return len(beside) >= 2 and 2 * sum(beside) >= held


def _may_be_table(size: int, in_use: float) -> bool:
    if not size & (size - 1):
        return False
    return size in full_table_sizes() or (in_use <= FEW_ARRAYS and size in bucket_array_sizes())


def slice_shape(patterns: Iterable[SizePattern], *, doubles: bool = False) -> float | None:
    """0..1: how well some stack fits one grown backing array; None when no large object is seen at all.

    `doubles`: frames show a buffer's growth, so that exact doubling is a buffer's and not a map's of old.
    """
    fits = [fit for pattern in patterns if (fit := _slice_fit(pattern, doubles=doubles)) is not None]
    return max(fits, default=None)


ROUND: Final = 64 * 1024
"""Sizes that programs ask for are multiples of it, those that append comes to hardly are."""

LONE: Final = 1024 * 1024
"""Bytes from which one object alone is told from a buffer in passing use."""


def lone_array_shape(patterns: Iterable[SizePattern], *, doubles: bool) -> float:
    """0 or 0.5: whether a site's one large object has a size that append comes to, of figures without what it had been.

    append adds a quarter and rounds up to whole pages; who makes an arena asks for a round size, and a table's is one
    of few. `doubles`: frames show a buffer's growth, whose sizes are round.
    """
    for pattern in patterns:
        held = [(int(size), count) for size, count, _ in pattern.sizes if count > 0]
        if len(held) == 1 and held[0][0] >= LONE and held[0][1] <= FEW_ARRAYS:
            size = held[0][0]
            if doubles or (size % ROUND and size not in bucket_array_sizes()):
                return 0.5
    return 0.0


def is_one_array(patterns: Iterable[SizePattern], *, doubles: bool = False) -> bool:
    """Whether what lives is an array or two that are grown: figures of so few, so large objects are exact."""
    return any(
        (_slice_fit(pattern, doubles=doubles) or 0.0) >= 0.5
        and sum(max(in_use, 0) for _, in_use, _ in pattern.sizes) <= 4.5
        and not _rebuilt(pattern)
        for pattern in patterns
    )


def is_one_table(patterns: Iterable[SizePattern], inuse: float) -> bool:
    """Whether most of `inuse` is one map's bucket array of before Go 1.24, or it and the one it is emptied into."""
    return any(
        _is_one_table(pattern) and 2 * sum(size * max(count, 0) for size, count, _ in pattern.sizes) >= inuse
        for pattern in patterns
    )


def _is_one_table(pattern: SizePattern) -> bool:
    in_use = [(size, count) for size, count, _ in pattern.sizes if count > 0]
    few = 0 < sum(count for _, count in in_use) <= FEW_ARRAYS
    return few and _buckets_fit(pattern, in_use) >= 0.5 and not _rebuilt(pattern)


def outgrown(before: Iterable[SizePattern], after: Sequence[SizePattern]) -> bool:
    """Whether every array in use `after` is larger than all that were in use `before`, as arrays kept by append are."""
    fits = [pattern for pattern in after if (_slice_fit(pattern) or 0.0) >= 0.5 and not _rebuilt(pattern)]
    lived = [size for pattern in before for size, in_use, _ in pattern.sizes if in_use > 0]
    lives = [size for pattern in fits for size, in_use, _ in pattern.sizes if in_use > 0]
    return bool(lived and lives) and len(fits) == len(after) and min(lives) > max(lived)


REBUILT_FROM: Final = 8.0
"""A kept array made all its smaller selves once: five times its bytes at a growth of 1.25. More is an array remade."""


def _rebuilt(pattern: SizePattern) -> bool:
    held = sum(size * max(in_use, 0) for size, in_use, _ in pattern.sizes)
    made = sum(size * (allocated or 0) for size, _, allocated in pattern.sizes)
    return made > REBUILT_FROM * held


ENTRY_BYTES: Final = 32
"""Room an entry takes in a map's tables: key, pointer and control byte, 17 to 25, at a mean load of two thirds."""


def unindexed(entries: float, period: int) -> float:
    """How surely so many entries are in no map, given that a profile of this period shows no table: 0..1."""
    return round(-math.expm1(-entries * ENTRY_BYTES / max(period, 1)), 3)


def map_shape(patterns: Iterable[SizePattern]) -> float | None:
    """0..1: how well some stack fits a growing map's tables; None when no large object is seen at all."""
    return max((fit for pattern in patterns if (fit := _map_fit(pattern)) is not None), default=None)


def _steps(pattern: SizePattern) -> list[float]:
    made = [size for size, in_use, allocated in pattern.sizes if (allocated if allocated is not None else in_use) > 0]
    return [after / before for before, after in pairwise(made)]


def _concentration(pattern: SizePattern, size: float) -> float:
    held = sum(each * max(in_use, 0) for each, in_use, _ in pattern.sizes)
    return sum(each * max(in_use, 0) for each, in_use, _ in pattern.sizes if each == size) / held if held > 0 else 0.0


def _slice_fit(pattern: SizePattern, *, doubles: bool = False) -> float | None:  # noqa: PLR0911 - one guard a shape
    if not pattern.sizes:
        return None
    in_use = [(size, count) for size, count, _ in pattern.sizes if count > 0]
    steps = _steps(pattern)
    if not in_use or not steps:
        return 0.0
    top, count = in_use[-1]
    if _grown_through_halves(pattern, top):
        return 0.8
    if len(steps) < 2:
        return 0.0
    if doubles and len(in_use) == 1 and count <= 2.5 and all(step >= 1.05 for step in steps):
        return 0.9
    gradual = sum(1 for step in steps if LEAST_STEP <= step <= 1.7) / len(steps)
    if len(steps) >= 4 and gradual >= 0.75:
        return round(gradual, 3)
    few = 1.0 if count <= 4.5 else 4.5 / count
    return round(gradual * _concentration(pattern, top) * few, 3)


LEAST_STEP: Final = 1.18
"""An append makes an array a quarter larger at least, less what the old one's size class left over. Sizes that lie
closer are those of buffers as long as what comes: 27 KiB and 28, 32 and 36."""


def _grown_through_halves(pattern: SizePattern, top: float) -> bool:
    """Whether as many arrays of half the size were made as there are of the full one: every array passed through it.

    A map's tables split into full ones, so it makes a half-filled table only once.
    """
    of_size = {size: allocated or 0.0 for size, _, allocated in pattern.sizes}
    halves = [(size, made) for size, made in of_size.items() if 0.4 <= size / top <= 0.58]
    if _lives_between(pattern, top):
        return False
    sampled = sum(size * made for size, made in halves) / SAMPLING_PERIOD
    return sampled >= 2 and sum(made for _, made in halves) >= 0.4 * of_size.get(top, 0.0) >= 2


def _lives_between(pattern: SizePattern, top: float) -> bool:
    """Whether more than the full ones hold is in use at sizes that no doubling meets on its way from half to full."""
    in_use = {size: size * max(count, 0) for size, count, _ in pattern.sizes}
    return sum(held for size, held in in_use.items() if 0.58 < size / top < 0.97) > in_use.get(top, 0.0)


def _map_fit(pattern: SizePattern) -> float | None:
    if not pattern.sizes:
        return None
    in_use = [(size, count) for size, count, _ in pattern.sizes if count > 0]
    if not in_use:
        return 0.0
    return round(max(_tables_fit(pattern, in_use), _buckets_fit(pattern, in_use)), 3)


def _tables_fit(pattern: SizePattern, in_use: list[tuple[float, float]]) -> float:
    """Many tables of the one full size, none of a size that is no power of two below it."""
    top, count = max(in_use, key=lambda entry: (entry[0] * entry[1], entry[0]))
    if int(top) not in full_table_sizes() or _grown_through_halves(pattern, in_use[-1][0]):
        return 0.0
    made = [size / top for size, in_use_, allocated in pattern.sizes if max(in_use_, allocated or 0) > 0]
    if any(0.6 < part < 0.97 or part > 1.05 for part in made):
        return 0.0
    a_power_of_two = int(top) & (int(top) - 1) == 0  # a buffer's likely size, too
    sure = 1.0 if any(0.45 <= part <= 0.58 for part in made) else (0.0 if a_power_of_two else 0.8)
    sure *= min(1.0, count / 8, pattern.sampled(top, count) / 2)
    return sure * _given_up(pattern, top) * _concentration(pattern, top)


def _given_up(pattern: SizePattern, size: float) -> float:
    """0..1: whether as many objects of the size were freed as of a map's full tables.

    A full table that splits is given up for two of its size, so of all that were ever made half are in use. Buffers of
    that size that are kept are all in use, as are the tables of many maps that were each made in one go; of buffers in
    passing use most are freed. Of the tables that were sampled each is as likely given up as not, a fair coin: heads,
    or tails, may be too few for one.
    """
    made, in_use = next(((made, in_use) for each, in_use, made in pattern.sizes if each == size), (None, 0.0))
    if made is None or made <= 0:
        return 1.0
    sampled = round(pattern.sampled(size, made))
    freed = min(sampled, round(pattern.sampled(size, made - in_use)))
    heads = min(freed, sampled - freed)
    fair = FAIR if heads else FAIR_OF_ONE_SIDE
    return min(1.0, max(0.0, 2 * _few_heads(sampled, heads) - UNFAIR) / (fair - UNFAIR))


def of_no_growing_map(patterns: Iterable[SizePattern]) -> bool:
    """Whether something of a full table's size here was split too seldom, or freed too often, to be a growing map's."""
    return any(
        int(size) in full_table_sizes() and in_use > 0 and _given_up(pattern, size) <= 0
        for pattern in patterns
        for size, in_use, _ in pattern.sizes
    )


UNFAIR: Final = 0.01
"""Chance, to either side, up to which a coin is not fair: so many of the maps that grow are taken for none."""

FAIR: Final = 0.1
"""Chance from which a coin passes for fair: few maps that grow fall below, and buffers that many soon do."""

FAIR_OF_ONE_SIDE: Final = 0.6
"""The same where all fell to one side, as they do for tables made in one go: two or three such are no sign of a map."""

MANY_COINS: Final = 400
"""Throws from which the normal curve stands for the binomial one."""


def _few_heads(throws: int, heads: int) -> float:
    """Chance of at most so many heads in so many throws of a fair coin."""
    if throws > MANY_COINS:
        return 0.5 * math.erfc((throws / 2 - heads - 0.5) / math.sqrt(throws / 2))
    return float(sum(math.comb(throws, each) for each in range(heads + 1)) / 2**throws)


def _buckets_fit(pattern: SizePattern, in_use: list[tuple[float, float]]) -> float:
    """One array that doubles exactly (sampling may miss a size), the old one beside it while it is emptied."""
    steps = _steps(pattern)
    if len(steps) < 2 or any(step < 1.8 for step in steps):
        return 0.0
    doubled = sum(1 for step in steps if abs(math.log2(step) - round(math.log2(step))) < 0.06) / len(steps)
    top, count = in_use[-1]
    few = 1.0 if count <= 2.5 else 2.5 / count
    below = _concentration(pattern, in_use[-2][0]) if len(in_use) > 1 else 0.0
    return doubled * few * min(1.0, _concentration(pattern, top) + below) if doubled > 0.6 else 0.0
