"""What a pprof profile is of: its kind by sample and period types, and whether it is of a Go program at all.

::

    alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes   heap, allocs
    goroutine/count   goroutineleak/count   threadcreate/count
    contentions/count delay/nanoseconds                                           block or mutex: told by the leaf
    samples/count cpu/nanoseconds                                                 CPU

Some writers leave the type names empty; then units, number and the period type tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ...errors import NotGo, NotRecognised
from ..model import EvidenceKind, ValueType

_HEAP_NAMES: Final = ("alloc_objects", "alloc_space", "inuse_objects", "inuse_space")
_HEAP_UNITS: Final = ("count", "bytes")
_RENAMED: Final = {"objects": "inuse_objects", "space": "inuse_space", "sample": "samples"}
"""What pprof's legacy heap reader calls them."""

_ONLY: Final = {
    "goroutine": EvidenceKind.GOROUTINE_PROFILE,
    "goroutines": EvidenceKind.GOROUTINE_PROFILE,
    "goroutineleak": EvidenceKind.GOROUTINELEAK_PROFILE,
    "threadcreate": EvidenceKind.THREADCREATE_PROFILE,
}

_FOREIGN_FILE: Final = re.compile(r"\.(java|kt|scala|py|pyx|rb|js|mjs|ts|rs|cc|cpp|cxx|c|hpp|h|php|cs|ex|erl)$|^node:")
_FOREIGN_NAME: Final = re.compile(r"^(?:java|javax|jdk|sun|kotlin|scala)[/.]|::|^<\w+>$|\.py\b|^_Py|^std::")
_GO_NAME: Final = re.compile(
    r"^(?:runtime|main|net/http|sync|syscall|internal/\w+|encoding/\w+|bufio)\.[\w(]|\(\*\w+\)\.|\w\.func\d"
)
_LEAVES: Final = 3
"""Frames from the leaf in which the unlocking call stands: Go 1.24 put internal/sync below package sync."""


def named_types(types: Sequence[ValueType], period_type: ValueType | None) -> tuple[ValueType, ...]:
    """The sample types under the runtime's names, empty and legacy ones replaced."""
    if any(value_type.type for value_type in types):
        renamed = len(types) == 2
        return tuple(ValueType(type=_RENAMED.get(t.type, t.type) if renamed else t.type, unit=t.unit) for t in types)
    names = _names_by_shape(types, period_type)
    return tuple(ValueType(type=name, unit=t.unit) for name, t in zip(names, types, strict=True))


def _names_by_shape(types: Sequence[ValueType], period_type: ValueType | None) -> Sequence[str]:
    period = period_type.type if period_type else ""
    units = tuple(value_type.unit for value_type in types)
    if len(types) == 4 and (period == "space" or units == _HEAP_UNITS * 2 or not any(units)):
        return _HEAP_NAMES
    if len(types) == 2 and (period == "space" or units == _HEAP_UNITS):
        return _HEAP_NAMES[2:]
    if len(types) == 2 and (period == "cpu" or units == ("count", "nanoseconds")):
        return ("samples", "cpu") if period in {"cpu", ""} else ("contentions", "delay")
    if len(types) == 1 and period in _ONLY:
        return (period,)
    return ("",) * len(types)


def kind_of(types: Sequence[ValueType]) -> EvidenceKind | None:
    """The kind that sample types tell, BLOCK for both contention profiles; None for types no Go profile has."""
    names = [value_type.type for value_type in types]
    if any(name in _HEAP_NAMES for name in names):
        return EvidenceKind.HEAP_PROFILE
    if len(names) == 1 and names[0] in _ONLY:
        return _ONLY[names[0]]
    if "contentions" in names or "delay" in names:
        return EvidenceKind.BLOCK_PROFILE
    if "cpu" in names or names == ["samples"]:
        return EvidenceKind.CPU_PROFILE
    return None


def releases_locks(leaves: Iterable[Sequence[str]]) -> bool:
    """Whether stacks end in unlocking, which a mutex profile's do: it blames the holder, a block profile the waiter."""
    unlocking = waiting = 0
    for leaf in leaves:
        released = any("nlock" in name for name in leaf[:_LEAVES])
        unlocking, waiting = unlocking + released, waiting + (not released)
    return unlocking > waiting


def require_go(
    function_names: Sequence[str], files: Sequence[str], kind: EvidenceKind | None, types: Sequence[ValueType]
) -> tuple[EvidenceKind, tuple[str, ...]]:
    """The kind, and notes when the names do not tell the language.

    Raises NotGo or NotRecognised with what was seen instead.
    """
    if any(file.endswith((".go", ".s")) for file in files) or any(map(_GO_NAME.search, function_names)):
        if kind is None:
            raise NotRecognised(
                "This pprof profile is of no kind that Leakbook reads.",
                found=", ".join(f"{t.type}/{t.unit}" for t in types) or "no sample type",
                expected="a heap, goroutine, goroutineleak, threadcreate, block, mutex or CPU profile",
            )
        return kind, ()
    foreign = [name for name in (*files, *function_names) if _FOREIGN_FILE.search(name) or _FOREIGN_NAME.search(name)]
    if foreign or kind is None:
        seen = foreign[0] if foreign else ", ".join(f"{t.type}/{t.unit}" for t in types) or "no sample type"
        raise NotGo(
            "This is a pprof profile, but not of a Go program.",
            found=seen[:200],
            expected="functions such as runtime.goexit, files ending in .go",
        )
    if any(function_names):
        return kind, ("The profile's function names are anonymised: places cannot be told by name.",)
    return kind, ()
