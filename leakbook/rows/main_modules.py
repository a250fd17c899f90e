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
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..evidence.model import Capture, Frame, GoroutineSnapshot, StackProfile, TopTable
from ..evidence.names import (
    is_library_file,
    is_runtime,
    is_shared_library,
    is_stdlib,
    module_root,
    package_of,
)

_TEST_FUNCTION = re.compile(r"\.(?:Test|Benchmark|Fuzz|Example)(?:[A-Z_]\w*)?(?:\.func[\d.]+)?$")
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
    for frame, seen in _frames(captures):
        package = package_of(frame.function)
        if package == "main":
            _note_main(frame, main_folders)
        elif is_stdlib(package):
            _note_standard_under_test(package, frame, seen, modules)
        elif "." in frame.function and not is_runtime(frame.function):
            _note(modules.setdefault(module_root(package), _Module()), package, frame, seen)
    return ("main", *_own(modules, main_folders, _standing_in(captures)))[:MOST_MODULES]


def _frames(captures: Sequence[Capture]) -> Iterator[tuple[Frame, int]]:
    """A frame of each function and file in each capture, with the number of stacks they stand on, whatever the line."""
    for capture in captures:
        # Readers share equal frames, so most are told by identity alone: hashing 25,000 stacks of frames is slow.
        shared: dict[int, tuple[Frame, int]] = {}
        for frame in _every_frame(capture):
            seen = shared.get(id(frame))
            shared[id(frame)] = (frame, 1 if seen is None else seen[1] + 1)
        tally: dict[tuple[str, str | None], tuple[Frame, int]] = {}
        for frame, count in shared.values():
            first, before = tally.get((frame.function, frame.file), (frame, 0))
            tally[frame.function, frame.file] = first, before + count
        yield from tally.values()


def _every_frame(capture: Capture) -> Iterator[Frame]:
    content = capture.reading.content
    if isinstance(content, GoroutineSnapshot):
        for group in content.groups:
            yield from group.frames
            if group.created_by is not None:
                yield group.created_by
    elif isinstance(content, StackProfile):
        for location in content.locations:
            yield from location
    elif isinstance(content, TopTable):
        for sample in content.stacks:
            yield from sample.frames
        # Kept alive by the list while their identity is their key.
        yield from [Frame(function=row.function, file=row.file, line=row.line) for row in content.rows]


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


def _note_main(frame: Frame, folders: set[str]) -> None:
    if frame.file is not None and _TEST_MAIN not in frame.file:
        folder = _folder(frame.file)
        if folder:
            folders.add(folder)


def _note(module: _Module, package: str, frame: Frame, seen: int) -> None:
    module.seen += seen
    module.packages.add(package)
    if _TEST_FUNCTION.search(frame.function) or package.endswith("_test"):
        module.under_test = True
    if frame.file is None:
        return
    if is_library_file(frame.file):
        module.in_library_folder = True
        return
    module.elsewhere = True
    if frame.file.endswith("_test.go"):
        module.under_test = True
    below = package[len(module_root(package)) :].removesuffix("_test")
    folder = _folder(frame.file)
    if folder.endswith(below):
        module.folders.add(folder[: len(folder) - len(below)] if below else folder)


def _note_standard_under_test(package: str, frame: Frame, seen: int, modules: dict[str, _Module]) -> None:
    """A test of the standard library itself (`database/sql.TestX`) makes that package the program."""
    if package != "testing" and _TEST_FUNCTION.search(frame.function):
        module = modules.setdefault(package, _Module())
        module.seen += seen
        module.under_test = module.elsewhere = True


def _own(modules: dict[str, _Module], main_folders: Iterable[str], standing_in: Counter[str]) -> list[str]:
    ranked = sorted(modules, key=lambda root: (-modules[root].seen, root))
    beside_main = [root for root in ranked if _shares_folder(modules[root], main_folders)]
    tested = [root for root in ranked if modules[root].under_test and not modules[root].in_library_folder]
    sure = list(dict.fromkeys((*beside_main, *tested)))
    if sure:
        owners = {_owner(root) for root in sure} - {None}
        kin = [root for root in ranked if _owner(root) in owners and not _looks_foreign(root, modules[root])]
        return list(dict.fromkeys((*sure, *kin, *_unmarked(ranked, modules))))
    unmarked = _unmarked(ranked, modules)
    if unmarked or main_folders:
        return unmarked
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
