"""What each function of a heap profile says: whose code it is, on the way to which resource, which landmark.

Nearly all of a program's functions are told by their package; 200,000 of them are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import numpy as np

from ...evidence.columns import IntArray
from ...evidence.names import REFERENCE, Origin, origin_of, stable_names
from ...evidence.packages import is_shared_library
from .. import landmarks
from .blocks import BitArray
from .client_landmarks import CLIENT_MARKS
from .client_makers import ClientMakers
from .containers import CACHE_INSERTS, MAP_INSERTS, SLICE_GROWTH, is_kept_map, is_sync_map


def _is_map_insert(function: str) -> bool:
    return function.startswith(MAP_INSERTS + CACHE_INSERTS)


def _is_slice_growth(function: str) -> bool:
    return function.startswith(SLICE_GROWTH)


_BY_START: Final[dict[str, Callable[[str], bool]]] = {
    "sync_map": is_sync_map,
    "map_insert": _is_map_insert,
    "slice_growth": _is_slice_growth,
    "buffer": landmarks.is_stream_buffer,
    **CLIENT_MARKS,
    "once": landmarks.is_once,
    "profiler": landmarks.is_profiler,
}
_ANYWHERE: Final[dict[str, Callable[[str], bool]]] = {
    "start_up": landmarks.is_start_up,
    "once": landmarks.is_once,
    "profiler": landmarks.is_profiler,
    "request": landmarks.is_request_entry,
    "main": landmarks.is_main,
}
_NEAR: Final = tuple(name for name in _BY_START if name not in _ANYWHERE)

MARKS: Final = (*_NEAR, *_ANYWHERE)
"""Names of the marks of samples."""

BITS: Final = {name: 1 << place for place, name in enumerate(MARKS)}
NEAR: Final = sum(BITS[name] for name in _NEAR)
"""The bits of marks that count between the leaf and the site; the others do anywhere on the stack."""

OWN, LIBRARY, NAMED, RESOURCE = (1 << len(MARKS) + place for place in range(4))
"""Bits beside those of the marks: the program's own code, a library's, any but the runtime's, of a resource."""

STARTS: Final = (
    "runtime", "internal/", "sync.", "bytes.", "slices.", "bufio.", "net/", "crypto/", "vendor/", "golang.org/x/net/",
    "github.com/", "k8s.io/", "cloud.google.com/", "gopkg.in/",
)  # fmt: skip
"""How all functions begin that can have a mark of `_BY_START`: few of a program's own do."""

_SERVING: Final = ("main", "http", "grpc", "gin", "echo", "fiber", "chi", "mux", "rpc", "sql")
"""Parts of the packages whose functions other marks name."""


def marks_of(function: str) -> int:
    """Of `BITS` those of a function's marks."""
    found = marks_by_name(function)
    if function.startswith(STARTS):
        for name, test in _BY_START.items():
            if test(function):
                found |= BITS[name]
    if landmarks.is_request_entry(function):
        found |= BITS["request"]
    return found | BITS["main"] if landmarks.is_main(function) else found


def has_marked(package: str) -> bool:
    """Whether functions of the package can have more marks than `marks_by_name` finds."""
    return f"{package}.".startswith(STARTS) or any(part in package for part in _SERVING)


def marks_by_name(function: str) -> int:
    """The marks of functions that any package may have."""
    if is_kept_map(function):
        return BITS["map_insert"]
    if "nit" in function and landmarks.is_start_up(function):
        return BITS["start_up"]
    return BITS["request"] if function.endswith(landmarks.REQUEST_ENDS) else 0


class Facts(NamedTuple):
    """Per function: the numbers of its name and of its resource (-1: none), and its bits."""

    names: IntArray
    resources: IntArray
    bits: BitArray

    def with_more(self, more: Facts) -> Facts:
        """Of these functions and then of those."""
        return Facts(
            names=np.concatenate((self.names, more.names)),
            resources=np.concatenate((self.resources, more.resources)),
            bits=np.concatenate((self.bits, more.bits)),
        )


NOBODYS: Final = ("", "")
"""Package and file of a function without a package, such as a bare address."""


def facts_of(
    functions: Sequence[str],
    whose: Sequence[tuple[str, str]],
    main_modules: tuple[str, ...],
    makers: ClientMakers,
    *,
    names: dict[str, int],
    resources: dict[str, int],
) -> Facts:
    """The facts of functions, each of a package in a file ('' for none), or NOBODYS where it has no package.

    Names and resources met are numbered on.
    """
    packages = _Packages(main_modules)
    told = [
        packages[place] if "." in function else _WITHOUT_PACKAGE["/" in function]
        for function, place in zip(functions, whose, strict=True)
    ]
    numbers = [
        -1 if package.is_runtime else names.setdefault(name, len(names))
        for package, name in zip(told, stable_names(functions), strict=True)
    ]
    sorts = [
        (landmarks.resource_of(function) or (makers.resource_of(function) if package.makes_clients else None))
        if package.tells_resource or REFERENCE in function
        else None
        for package, function in zip(told, functions, strict=True)
    ]
    facts = Facts(
        names=np.array(numbers, dtype=np.int64),
        resources=np.array([-1 if one is None else resources.setdefault(one, len(resources)) for one in sorts], "i8"),
        bits=_bits_of(functions, told),
    )
    facts.bits[facts.names >= 0] |= NAMED
    facts.bits[facts.resources >= 0] |= RESOURCE
    return facts


class _PackageFacts(NamedTuple):
    """What all functions of a package in one file have in common."""

    is_runtime: bool
    tells_resource: bool
    makes_clients: bool
    has_marked: bool
    kept: int
    """The bits that its functions' marks may have."""
    bits: int


def _bits_of(functions: Sequence[str], packages: Sequence[_PackageFacts]) -> BitArray:
    """The bits of functions by their own marks and their packages', but for those of resources and names."""
    bits = [
        (marks_of(function) if package.has_marked else marks_by_name(function)) & package.kept | package.bits
        if package.has_marked or "nit" in function or REFERENCE in function or function.endswith(landmarks.REQUEST_ENDS)
        else package.bits  # most functions: not even asked
        for package, function in zip(packages, functions, strict=True)
    ]
    return np.array(bits, dtype=np.int32)


_EVERY: Final = (1 << len(MARKS)) - 1
_WITHOUT_PACKAGE: Final = tuple(
    _PackageFacts(is_runtime=True, tells_resource=False, makes_clients=False, has_marked=has_path, kept=_EVERY, bits=0)
    for has_path in (False, True)
)
"""Of functions without a dot, such as bare addresses: without a path either, no landmark can be one."""


class _Packages(dict[tuple[str, str], _PackageFacts]):
    """The facts of packages by package and file, told when they are first asked for."""

    def __init__(self, main_modules: tuple[str, ...]) -> None:
        super().__init__()
        self._main_modules = main_modules

    def __missing__(self, whose: tuple[str, str]) -> _PackageFacts:
        package, file = whose
        origin = origin_of(package, file or None, self._main_modules)
        is_own = origin is Origin.APPLICATION
        told = self[whose] = _PackageFacts(
            is_runtime=origin is Origin.RUNTIME,
            # A shared library is the program only where no other code is seen; its connections are connections still.
            tells_resource=not is_own or is_shared_library(package),
            makes_clients=origin is Origin.LIBRARY,
            has_marked=has_marked(package),
            # A profiler that is the program under test is no cost of looking at it.
            kept=_EVERY & ~BITS["profiler"] if is_own else _EVERY,
            bits=OWN if is_own else LIBRARY if origin is Origin.LIBRARY else 0,
        )
        return told
