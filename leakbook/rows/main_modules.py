"""Which import-path prefixes are the program's own code.

A symbol says its package, not whose it is. What settles it, strongest first:

- the folder of `main.main`'s file: packages whose files lie under the same module folder are the program's own
  (`/src/shop/cmd/shop/main.go` and `/src/shop/orders/book.go` of package `shop/orders`, or the same with -trimpath);
- a test function or a `_test.go` file on a stack: the package under test is the program;
- otherwise every module that neither a file (module cache, vendor folder) nor its name marks as a library, most seen
  first; and where there is none, the evidence is about a library, and that library is what the answer must name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from typing import NamedTuple

from ..evidence.frames import Frame
from ..evidence.model import Capture, GoroutineSnapshot, StackProfile, TopTable
from ..evidence.names import is_library_file, module_root, package_of, packages_of
from ..evidence.packages import is_runtime_package, is_shared_library, is_stdlib

_TEST_FUNCTION = re.compile(r"\.(?:Test|Benchmark|Fuzz|Example)(?:[A-Z_]\w*)?(?:\.func[\d.]+)?$")
_TEST_WORDS = (".Test", ".Benchmark", ".Fuzz", ".Example")
_TEST_MAIN = "_testmain.go"
MOST_MODULES = 24


@dataclass(slots=True)
class _Module:
    """What the frames tell of one module root."""

    seen: int = 0
    packages: set[str] = field(default_factory=set)
    in_library_folder: bool = False
    elsewhere: bool = False
    """Some file of it lies outside the module cache and vendor folders."""
    under_test: bool = False
    folders: set[str] = field(default_factory=set)
    """Folders of the module itself: a file's folder less the package's path below the root."""


def main_modules(captures: Sequence[Capture]) -> tuple[str, ...]:
    """Prefixes of the program's own code, most likely first; `main` is always among them."""
    modules: dict[str, _Module] = {}
    main_folders: set[str] = set()
    is_program = False
    for place, seen in _places(captures).items():
        if place.package == "main":
            _note_main(place.file, main_folders)
            is_program |= place.file is not None and _TEST_MAIN not in place.file
        elif is_stdlib(place.package):
            _note_standard_under_test(place, seen, modules)
        elif place.is_named:
            _note(modules.setdefault(module_root(place.package), _Module()), place, seen)
    own = _own(modules, main_folders)
    if not own and not is_program and not _are_tables(captures):
        own = _library_shown(modules, _standing_in(captures))
    return ("main", *own)[:MOST_MODULES]


def _are_tables(captures: Sequence[Capture]) -> bool:
    """Whether all evidence is what pprof printed: its largest functions are libraries' in any program."""
    return all(isinstance(capture.reading.content, TopTable) for capture in captures)


class _Place(NamedTuple):
    """All that a frame tells of a module: the same for most functions of a file."""

    package: str
    file: str | None
    is_test: bool
    is_named: bool
    """Whether the function has a package and is not the runtime's."""


def _places(captures: Sequence[Capture]) -> dict[_Place, int]:
    """Where frames stand, with their number, whatever the line."""
    numbered: defaultdict[tuple[str, str | None, bool, bool], int] = defaultdict(count().__next__)
    numbers: list[int] = []
    counts: list[int] = []
    for capture in captures:
        met = _functions(capture)
        named = ["." in function for function in met.functions]
        keys = zip(met.packages, met.files, _tests(met.functions), named, strict=True)
        numbers.extend(map(numbered.__getitem__, keys))
        counts.extend(met.counts)
    places: dict[_Place, int] = {}
    seen = [0] * len(numbered)
    for number, times in zip(numbers, counts, strict=True):
        seen[number] += times
    for (package, file, is_test, is_named), together in zip(numbered, seen, strict=True):
        if is_named or package == "main":  # else an address, or C's
            places[_Place(package, file, is_test, is_named and not is_runtime_package(package))] = together
    return places


def _tests(functions: Sequence[str]) -> list[bool]:
    """Which are test functions. Where no name of all has the word in it, none is."""
    text = ",".join(functions)
    if not any(word in text for word in _TEST_WORDS):
        return [False] * len(functions)
    return [_TEST_FUNCTION.search(function) is not None for function in functions]


class _Met(NamedTuple):
    """Functions of a capture's frames in the order they are met in, with the number of frames."""

    functions: list[str]
    packages: list[str]
    files: list[str | None]
    counts: list[int]


def _functions(capture: Capture) -> _Met:
    content = capture.reading.content
    if isinstance(content, StackProfile):
        known = content.locations
        met, counts = (column.tolist() for column in known.functions_met)
        # An address, or a function of C's, tells of no module but by the name `main`.
        functions, named = list(map(known.functions.__getitem__, met)), known.named
        telling = [
            place < named and ("." in function or function.startswith("main"))
            for place, function in zip(met, functions, strict=True)
        ]
        places = list(compress(met, telling))
        return _Met(
            functions=list(compress(functions, telling)),
            packages=list(map(known.packages.__getitem__, places)) if places else [],
            files=[file or None for file in map(known.files.__getitem__, places)],
            counts=list(compress(counts, telling)),
        )
    # Readers share equal frames, so most are told by identity alone: hashing 25,000 stacks of frames is slow.
    every = list(_every_frame(capture))
    shared = {id(frame): frame for frame in every}
    tally = Counter(map(id, every))
    frames = [shared[identity] for identity in tally]
    functions = [frame.function for frame in frames]
    return _Met(functions, packages_of(functions), [frame.file for frame in frames], list(tally.values()))


def _every_frame(capture: Capture) -> Iterator[Frame]:
    content = capture.reading.content
    if isinstance(content, GoroutineSnapshot):
        for group in content.groups:
            yield from group.frames
            if group.created_by is not None:
                yield group.created_by
    elif isinstance(content, TopTable):
        for sample in content.stacks:
            yield from sample.frames
        yield from (Frame(function=row.function, file=row.file, line=row.line) for row in content.rows)


def _standing_in(captures: Sequence[Capture]) -> Counter[str]:
    """Module roots by the goroutines that stand in them, each by its frame nearest to the wait."""
    tally: Counter[str] = Counter()
    for capture in captures:
        content = capture.reading.content
        for group in content.groups if isinstance(content, GoroutineSnapshot) else ():
            packages = (package_of(frame.function) for frame in group.frames)
            nearest = next((package for package in packages if not is_stdlib(package)), None)
            if nearest is not None:
                tally[module_root(nearest)] += group.count
    return tally


def _folder(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[0]


def _note_main(file: str | None, folders: set[str]) -> None:
    if file is not None and _TEST_MAIN not in file:
        folder = _folder(file)
        if folder:
            folders.add(folder)


def _note(module: _Module, place: _Place, seen: int) -> None:
    package, file = place.package, place.file
    module.seen += seen
    module.packages.add(package)
    if place.is_test or package.endswith("_test"):
        module.under_test = True
    if file is None:
        return
    if is_library_file(file):
        module.in_library_folder = True
        return
    module.elsewhere = True
    if file.endswith("_test.go"):
        module.under_test = True
    module.folders.add(_module_folder(_folder(file), package[len(module_root(package)) :].removesuffix("_test")))


def _module_folder(folder: str, below: str) -> str:
    """The folder less the package's path below its module.

    A module may lie deeper than its host tells (`github.com/acme/all/billing` in `/app`): then only the end of the path
    below is printed of the folder.
    """
    while below and not folder.endswith(below):
        slash = below.find("/", 1)
        below = below[slash:] if slash > 0 else ""
    return folder.removesuffix(below)


def _note_standard_under_test(place: _Place, seen: int, modules: dict[str, _Module]) -> None:
    """A test of the standard library itself (`database/sql.TestX`) makes that package the program."""
    if place.package != "testing" and place.is_test:
        module = modules.setdefault(place.package, _Module())
        module.seen += seen
        module.under_test = module.elsewhere = True


def _ranked(modules: dict[str, _Module]) -> list[str]:
    return sorted(modules, key=lambda root: (-modules[root].seen, root))


def _own(modules: dict[str, _Module], main_folders: Iterable[str]) -> list[str]:
    ranked = _ranked(modules)
    beside_main = [root for root in ranked if _shares_folder(modules[root], main_folders)]
    tested = [root for root in ranked if modules[root].under_test and not modules[root].in_library_folder]
    sure = list(dict.fromkeys((*beside_main, *tested)))
    if sure:
        owners = {_owner(root) for root in sure} - {None}
        kin = [root for root in ranked if _owner(root) in owners and not _looks_foreign(root, modules[root])]
        return list(dict.fromkeys((*sure, *kin, *_unmarked(ranked, modules))))
    return _unmarked(ranked, modules)


def _library_shown(modules: dict[str, _Module], standing_in: Counter[str]) -> list[str]:
    """The library that the evidence is about, where nothing in it is a program's."""
    ranked = _ranked(modules)
    local = [root for root in ranked if modules[root].elsewhere and not modules[root].in_library_folder]
    return sorted(local or ranked, key=lambda root: -standing_in[root])[:1]


def _unmarked(ranked: Sequence[str], modules: dict[str, _Module]) -> list[str]:
    return [root for root in ranked if not _looks_foreign(root, modules[root])]


def _looks_foreign(root: str, module: _Module) -> bool:
    if module.in_library_folder and not module.elsewhere:
        return True
    return is_shared_library(root + "/") or any(is_shared_library(package) for package in module.packages)


def _shares_folder(module: _Module, main_folders: Iterable[str]) -> bool:
    """Whether main's folder lies in the module's own: `/src/shop` and `/src/shop/cmd/shop`."""
    return any(
        folder == own or folder.startswith(own + "/") for own in module.folders if own for folder in main_folders
    )


def _owner(root: str) -> str | None:
    elements = root.split("/")
    return "/".join(elements[:2]) if len(elements) == 3 else None
