"""Go symbol names: normalising, taking apart, and telling whose code they are.

Samples and what they hold::

    shop/orders.(*Notifier).Publish.func1    package shop/orders, method of *Notifier, first closure in it
    github.com/a/b%2ec.F                     a dot in the last path element is escaped as %2e (cmd/internal/objabi)
    slices.SortFunc[go.shape.[]int,...]      type arguments: `[...]` in text dumps, spelled out in protobufs
    main.main.gowrap1                        wrapper of a `go f(x)` statement (Go 1.22; `main.main.func1` before)
    socket.func·002                          a closure before Go 1.5
    a/vendor/golang.org/x/net/http2.F        a vendored package (GOPATH mode, and the standard library's own)
    a/Godeps/_workspace/src/b.org/c.F        the same by godep, before Go 1.6; some projects have `_vendor/src`
    sync.(_RWMutex).RLock                    pasted through Markdown, which takes `*` for emphasis
    socket.funcÂ·002                         UTF-8 that somebody read as Latin-1
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from .frames import Frame
from .name_memory import remembered
from .packages import is_runtime_package, is_shared_library, is_stdlib

_CLOSURE = re.compile(r"(?:\.func\d+|\.func·\d+|\.gowrap\d+|\.deferwrap\d+|\.\d+|-fm|-range\d+|·dwrap·\d+)+$")
_CLOSURE_PARENT = re.compile(r"^(.+?)(?:\.func\d|\.func·\d|\.gowrap\d|-range\d)")
_CLOSURE_ENDS: Final = (".func", "·", "wrap", ".", "-range")
"""What stands before a closure's number."""
_VENDOR_FOLDERS: Final = ("/vendor/", "/Godeps/_workspace/src/", "/_vendor/src/")
_LOST_STAR = re.compile(r"\.\(_?(?=[A-Za-z]\w*(?:\[[^\]]*\])?\)\.)")
"""A receiver in parentheses is a pointer: the star went lost, or became the `_` that Markdown gives back."""
_VERSION = re.compile(r"\.v\d+(?=\.)")
_MODULE_CACHE = re.compile(
    r"(?:^|/)pkg/mod/|(?:^|[\w.-]/)[\w.-]+@v\d"
    r"|(?:^|/)external/(?:[\w.-]+[~+]{1,2}go_deps[~+])?(?:com|org|io|in|net|dev|co|cc)_[a-z]"
)
"""The last is how Bazel's Gazelle names the repositories of modules: `external/com_github_pkg_errors/errors.go`."""

_GENERATED: Final = re.compile(
    r"(?:\.(?:pb(?:\.\w+)?|sql|capnp|twirp|connect)|_easyjson|_ffjson|/zz_generated[\w.]*)\.go$"
)
"""Files of protoc's plugins, sqlc, capnpc, easyjson, ffjson and Kubernetes' deepcopy-gen."""

REFERENCE: Final = ". ("
"""Between name and type of what keeps a reference, as goref names it: `entries. (map[string]*Entry)`; in no symbol."""


class Origin(StrEnum):
    """Whose code a frame is."""

    RUNTIME = "runtime"
    STANDARD = "standard"
    LIBRARY = "library"
    APPLICATION = "application"


@remembered(65536)
def normalise(function: str) -> str:
    """One spelling for every way Go prints a symbol: type arguments as `[...]`, `%2e` as a dot, no vendor prefix."""
    name = function.strip()
    if "%" in name:
        name = name.replace("%2e", ".").replace("%2E", ".").replace("%22", '"')
    if "[" in name and REFERENCE not in name:
        name = _shorten_type_arguments(name)
    for folder in _VENDOR_FOLDERS:
        before, found, vendored = name.rpartition(folder)
        name = vendored if found and "(" not in before else name
    if ".(" in name and ".(*" not in name:
        name = _LOST_STAR.sub(".(*", name)
    return name.removeprefix("vendor/").replace("\u00c2\u00b7", "\u00b7")


_UNUSUAL: Final = ("%", "[", "vendor/", "/Godeps/")


def normalised(functions: Iterable[str]) -> list[str]:
    """Each by `normalise`. A table may name 200,000 functions, nearly all of them spelt like that already."""
    names = list(functions)
    text = ",".join(names)  # what is not in all of them together is in none
    unusual = {name for sign in _UNUSUAL if sign in text for name in names if sign in name}
    if not unusual and not has_blanks(text):
        return names
    return [normalise(name) if name in unusual else name.strip() for name in names]


def has_blanks(text: str) -> bool:
    """Whether there is white space of any kind in it."""
    return bool(text) and text.split(None, 1) != [text]


def _shorten_type_arguments(name: str) -> str:
    """`F[go.shape.struct{ a []int },...].G` -> `F[...].G`: brackets nest, so they are counted."""
    kept: list[str] = []
    depth = 0
    for character in name:
        if character == "[":
            if depth == 0:
                kept.append("[...]")
            depth += 1
        elif character == "]" and depth:
            depth -= 1
        elif depth == 0:
            kept.append(character)
    return "".join(kept)


@remembered(65536)
def package_of(function: str) -> str:
    """Import path of a symbol: `shop/orders` of `shop/orders.(*Book).Add`; the name itself when it has no dot."""
    head = function.find("(")
    plain = function if head < 0 else function[:head]
    plain = plain.split("[", 1)[0]
    slash = plain.rfind("/")
    dot = plain.find(".", slash + 1)
    package = plain if dot < 0 else plain[:dot]
    if slash >= 0 and dot >= 0 and plain.startswith(".v", dot):
        # `gopkg.in/yaml.v3.F`: a version suffix belongs to the last path element.
        version = _VERSION.match(plain, dot)
        if version:
            package = plain[: version.end()]
    return package


_REMEMBERED: Final = 8_192
"""Functions asked about together of which each answer is remembered: what is asked of more must not take the place of
what several programs are asked again and again."""


def packages_of(functions: Sequence[str]) -> list[str]:
    """`package_of` each. 200,000 functions of a table have a few packages: most begin as one before them does."""
    if len(functions) <= _REMEMBERED:
        return list(map(package_of, functions))
    starts = _Starts()
    packages = [starts[function[: function.find(".", function.rfind("/") + 1) + 2]] for function in functions]
    if _UNTOLD not in packages:
        return packages
    told = zip(functions, packages, strict=True)
    return [package_of(function) if package == _UNTOLD else package for function, package in told]


_UNTOLD: Final = " "
"""In place of a package, which has no blanks."""


class _Starts(dict[str, str]):
    """How functions begin, up to the first letter of the name, and their package: `shop/orders` of `shop/orders.n`.

    _UNTOLD where more of the function must be seen: what is in brackets may have dots and slashes of its own, and in
    `gopkg.in/yaml.v` the name may be a version.
    """

    def __missing__(self, start: str) -> str:
        package = start[:-2]
        is_told = start[-2:-1] == "." and start[-1] != "v" and "(" not in package and "[" not in package
        found = self[start] = package if is_told else _UNTOLD
        return found


@remembered(65536)
def is_runtime(function: str) -> bool:
    """Whether the symbol is the runtime's own machinery (parking, allocation, maps). `runtime/pprof` is not."""
    # "newdefer", "selectgo": the runtime's C functions before Go 1.5
    return "." not in function or is_runtime_package(package_of(function))


def origin(frame: Frame, main_modules: Sequence[str] = ()) -> Origin:
    """Whose code the frame is.

    `main_modules` are the import-path prefixes known to be the program's own (`leakbook.rows.main_modules`). Without
    any, code is the program's unless its path or its file marks it as a library's. What a generator
    wrote is a library's in any module: nobody mends it, and what it does is done for its caller.
    """
    return _origin_in_file(frame.function, frame.file, tuple(main_modules))


_APPLICATION: Final = Origin.APPLICATION
"""Python 3.11 makes a call of naming a member, which takes longer than to look up whose code a frame is."""


def is_application(frame: Frame, main_modules: Sequence[str] = ()) -> bool:
    """Whether the frame is the program's own code, see `origin`."""
    return origin(frame, main_modules) is _APPLICATION


@remembered(65536)
def _origin_in_file(function: str, file: str | None, main_modules: tuple[str, ...]) -> Origin:
    return origin_of(package_of(function), file, main_modules) if "." in function else Origin.RUNTIME


def origin_of(package: str, file: str | None, main_modules: Sequence[str] = ()) -> Origin:
    """Whose code a function of that package in that file is, see `origin`."""
    if file is not None and is_generated_file(file) and not is_stdlib(package):
        return Origin.LIBRARY
    return _origin(package, file is not None and is_library_file(file), tuple(main_modules))


@remembered(65536)
def _origin(package: str, library_file: bool, main_modules: tuple[str, ...]) -> Origin:  # noqa: FBT001 - a cache key
    if is_runtime_package(package):
        return Origin.RUNTIME
    if belongs_to(package, main_modules):
        return Origin.APPLICATION
    if is_stdlib(package) or package.startswith("_cgo"):
        return Origin.STANDARD
    if library_file or is_shared_library(package):
        return Origin.LIBRARY
    return Origin.APPLICATION


@remembered(65536)
def is_library_file(path: str) -> bool:
    """Whether a path lies in the module cache, a vendor folder, Bazel's or, built with -trimpath, `module@version/`."""
    return _MODULE_CACHE.search(path) is not None or "/vendor/" in path or "/Godeps/_workspace/" in path


@remembered(65536)
def is_generated_file(path: str) -> bool:
    """Whether a generator wrote the file: what its decoders, stubs and copies do is done for whoever calls them."""
    return _GENERATED.search(path) is not None


def belongs_to(package: str, modules: Sequence[str]) -> bool:
    """Whether the package is one of the modules' or below one; `x_test` belongs to `x`."""
    return any(package == module or package.startswith((module + "/", module + "_test")) for module in modules)


_HOSTS_WITH_OWNERS: Final = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com", "golang.org")


@remembered(8192)
def module_root(package: str) -> str:
    """The import-path prefix that most likely is the module: host/owner/repository, host/module, or the first element.

    The host alone tells how many elements a module path has; a major-version suffix stays with the packages below it.
    """
    elements = package.split("/")
    host = elements[0].removesuffix("_test")
    if "." not in host:
        return host
    if host == "gopkg.in":
        length = 2 if len(elements) > 1 and ".v" in elements[1] else 3
    else:
        length = _module_length(host, elements)
    return "/".join(elements[:length]).removesuffix("_test")


def _module_length(host: str, elements: Sequence[str]) -> int:
    return 3 if host in _HOSTS_WITH_OWNERS or (host.startswith(("git.", "gitlab.")) and len(elements) > 2) else 2


@remembered(65536)
def stable_name(function: str) -> str:
    """The name without what changes between releases and builds: closure numbers, wrappers, type arguments."""
    return _without_closure(normalise(function))


def stable_names(functions: Sequence[str]) -> list[str]:
    """`stable_name` each, of more functions than its cache may hold."""
    if len(functions) <= _REMEMBERED:
        return list(map(stable_name, functions))
    return list(map(_without_closure, normalised(functions)))


def _without_closure(name: str) -> str:
    unnumbered = name.rstrip("0123456789")
    if not (unnumbered.endswith("-fm") if unnumbered == name else unnumbered.endswith(_CLOSURE_ENDS)):
        return name  # most names: looking for what may follow each dot takes a microsecond
    closure = _CLOSURE.search(name)
    if closure is None:
        return name
    return name[: closure.start()] + (".func" if "func" in closure.group() else "")


@remembered(65536)
def closure_parent(function: str) -> str | None:
    """The function whose body a closure or `go` wrapper stands in; None for a plain function."""
    found = _CLOSURE_PARENT.match(function)
    return found.group(1) if found else None
