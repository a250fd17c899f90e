"""The same process smaller or larger, older or at another time: what it is does not change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

from .posts import Part
from .reordering import blocks_of

MANY = 10
"""Goroutines from which a group is thinned or multiplied: singles are the process' own furniture."""

_HEADER = re.compile(r"goroutine (\d+)( [^\[\n]*)?\[([^\]\n]*)\]")
_WORD = re.compile(r"0x[0-9a-f]{7,}")
_CREATOR = re.compile(r" in goroutine (\d+)$", re.MULTILINE)
_MINUTES = re.compile(r"(?<=, )(\d+) minutes")
HEAPS = frozenset({"heap", "allocs", "heap-delta"})


def _key(block: str) -> tuple[str, ...]:
    """What makes goroutines of a group: state without minutes, and lines without words."""
    header, _, rest = block.partition("\n")
    found = _HEADER.search(header)
    state = _MINUTES.sub("", found.group(3)) if found else header
    lines = [re.sub(r"\(.*\)$| in goroutine \d+$", "", line) for line in rest.split("\n")]
    return (state.rstrip(", "), *lines)


def _identity(block: str) -> int | None:
    found = _HEADER.search(block)
    return int(found.group(1)) if found else None


def _keeps(identity: int | None, share: float) -> bool:
    digest = sha256(str(identity).encode()).digest()
    return int.from_bytes(digest[:4], "big") < share * 2**32


def thinned(share: float) -> Callable[[Part], Part]:
    """Of each large group of a dump that share, the same goroutines in each dump."""

    def rewrite(part: Part) -> Part:
        if part.kind == "dump":
            return _thinned_dump(part, share)
        return _counted(part, lambda count: max(round(count * share), 1))

    return rewrite


def _thinned_dump(part: Part, share: float) -> Part:
    blocks = blocks_of(part.text)
    sizes = Counter(map(_key, blocks))
    kept = [b for b in blocks if sizes[_key(b)] < MANY or _keeps(_identity(b), share)]
    return part.with_text("\n\n".join(kept) + "\n")


def multiplied(times: int) -> Callable[[Part], Part]:
    """Each goroutine of a large group that often; what only it holds is made for each copy."""

    def rewrite(part: Part) -> Part:
        if part.kind == "dump":
            return _multiplied_dump(part, times)
        return _counted(part, lambda count: count * times)

    return rewrite


def _multiplied_dump(part: Part, times: int) -> Part:
    blocks = blocks_of(part.text)
    keys = [_key(block) for block in blocks]
    sizes = Counter(keys)
    large = [sizes[key] >= MANY for key in keys]
    holders = Counter(word for block in blocks for word in set(_WORD.findall(block)))
    cloned = {_identity(block) for block, many in zip(blocks, large, strict=True) if many}
    made = Counter(number for block in blocks for number in _CREATOR.findall(block))
    out = []
    for block, many in zip(blocks, large, strict=True):
        out.append(block)
        out.extend(_copy(block, turn, holders, cloned, made) for turn in range(1, times if many else 1))
    return part.with_text("\n\n".join(out) + "\n")


def _copy(block: str, turn: int, holders: Counter[str], cloned: set[int | None], made: Counter[str]) -> str:
    step = 10_000_000 * turn

    def word(found: re.Match[str]) -> str:
        value = found.group()
        return value if holders[value] > 1 or len(value) < 12 else hex(int(value, 16) + (turn << 36))

    def creator(found: re.Match[str]) -> str:
        number = found.group(1)
        fresh = int(number) in cloned or made[number] == 1
        return f" in goroutine {int(number) + step if fresh else number}"

    body = _CREATOR.sub(
        creator, "\n".join(line if line.startswith("\t") else _WORD.sub(word, line) for line in block.split("\n"))
    )
    return _HEADER.sub(lambda f: f"goroutine {int(f.group(1)) + step}{f.group(2) or ' '}[{f.group(3)}]", body, count=1)


def _counted(part: Part, change: Callable[[int], int]) -> Part:
    if part.kind in {"goroutine", "goroutineleak"}:
        profile = part.profile()
        for sample in profile.sample:
            if sample.value[0] >= MANY:
                sample.value[0] = change(sample.value[0])
        return part.with_profile(profile)
    if part.kind == "goroutine-text":
        return part.with_text(_recounted(part.text, change))
    return part


def _recounted(text: str, change: Callable[[int], int]) -> str:
    def one(found: re.Match[str]) -> str:
        count = int(found.group(1))
        return f"{change(count) if count >= MANY else count} @"

    text = re.sub(r"^(\d+) @", one, text, flags=re.MULTILINE)
    total = sum(int(count) for count in re.findall(r"^(\d+) @", text, re.MULTILINE))
    return re.sub(r"total \d+", f"total {total}", text, count=1)


def heap_times(factor: float) -> Callable[[Part], Part]:
    """All that a heap profile counts, times that."""

    def rewrite(part: Part) -> Part:
        if part.kind not in HEAPS or not part.is_profile:
            return part
        profile = part.profile()
        for sample in profile.sample:
            sample.value[:] = [round(value * factor) for value in sample.value]
        return part.with_profile(profile)

    return rewrite


def waited_longer(minutes: int) -> Callable[[Part], Part]:
    """Every wait that is printed longer by so many minutes."""

    def rewrite(part: Part) -> Part:
        if not part.is_dump:
            return part
        return part.with_text(_MINUTES.sub(lambda found: f"{int(found.group(1)) + minutes} minutes", part.text))

    return rewrite


def on_another_day(days: int) -> Callable[[Part], Part]:
    """Every time stamp later by so many days."""

    def rewrite(part: Part) -> Part:
        if part.captured_at is not None:
            part = replace(part, captured_at=part.captured_at + timedelta(days=days))
        if part.is_profile:
            profile = part.profile()
            if profile.time_nanos:
                profile.time_nanos += days * 86_400 * 10**9
            return part.with_profile(profile)
        if part.kind in {"metrics", "metrics-range"}:
            later = re.compile(r"\b1[78]\d{8}(?=[.,\]\s])|\b1\.[78]\d+e\+09\b")
            return part.with_text(later.sub(lambda found: repr(float(found.group()) + days * 86_400), part.text))
        return part

    return rewrite


def without(kinds: Sequence[str]) -> Callable[[Sequence[Part]], list[Part]]:
    """The post without the parts of these kinds."""
    return lambda parts: [part for part in parts if part.kind not in kinds]
