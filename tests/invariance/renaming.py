"""The program's own modules, packages, types, functions and files under other names, in text and in profiles.

What Go or an interface of its library fixes keeps its name (`main.main`, `init`, `ServeHTTP`), and a name stays
exported or not. Everything else is renamed alike wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from string import ascii_lowercase

from leakbook.evidence.names import package_of

from .posts import Part

_FIXED = frozenset(
    """
    main init Error String Is As Unwrap ServeHTTP RoundTrip Read Write Close Seek ReadFrom WriteTo ReadAt WriteAt Flush
    Lock Unlock RLock RUnlock Len Less Swap Pop Accept Addr LocalAddr RemoteAddr SetDeadline SetReadDeadline
    SetWriteDeadline Dial DialContext Done Deadline Err Value Begin BeginTx Prepare PrepareContext Exec ExecContext
    Query QueryContext Ping Commit Rollback Columns NumInput LastInsertId RowsAffected ResetSession IsValid
    MarshalJSON UnmarshalJSON Hijack WriteHeader Header
    """.split()
)
"""Methods of the standard library's interfaces, and what Go itself calls."""

_COMPILERS = re.compile(r"(?:func|gowrap|deferwrap|range)?[\d.·]+$|func$|glob$|map$|fm$|go$|shape$")
_REST = r"(?:\.\(\*?[\w·]+(?:\[[^\[\]\n]*\])?\)|\.[\w·]+(?:\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\])?|-fm|-range\d+)+"
"""What follows the package in a symbol, the arguments of a call left out."""

_IN_DUMP = re.compile(
    r"^(?:created by )?(\S+?)(?:\([^()\n]*(?:\(.*)?\))?(?: in goroutine \d+)?\n\t(\S+):\d", re.MULTILINE
)
_IN_TEXT = re.compile(r"^#\t0x[0-9a-f]+\t(\S+)\+0x[0-9a-f]+\s+(\S+):\d", re.MULTILINE)

KEPT_FOLDERS = frozenset({"internal", "cmd", "pkg"})


@dataclass(frozen=True, slots=True)
class Module:
    """A module as captured: its path, the folder its files print in, its packages."""

    path: str
    folder: str
    packages: frozenset[str]


def modules_in(parts: Sequence[Part], source_root: str) -> tuple[Module, ...]:
    """The modules whose files lie below `source_root`: the program's, wherever a stack shows it."""
    below: dict[str, set[str]] = {}
    for function, file in _places(parts):
        if file.startswith(source_root + "/"):
            package = package_of(function)
            folder = file.rpartition("/")[0]
            if package != "main":
                below.setdefault(_module(package, folder, source_root), set()).add(package)
    return tuple(Module(path, source_root, frozenset(packages)) for path, packages in sorted(below.items()))


def _places(parts: Iterable[Part]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for part in parts:
        if part.is_profile:
            profile = part.profile()
            names = [name.decode() for name in profile.string_table]
            found.update((names[f.name], names[f.filename]) for f in profile.function)
        elif part.is_dump:
            found.update(_IN_DUMP.findall(part.text))
        elif part.kind == "goroutine-text":
            found.update(_IN_TEXT.findall(part.text))
    return found


def _module(package: str, folder: str, root: str) -> str:
    below = folder[len(root) :]
    return package[: len(package) - len(below)] if below and package.endswith(below) else package


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """A consistent renaming of the program's modules to `path`, with files below `folder`."""

    modules: Sequence[Module]
    path: str = "svc"
    folder: str = "/build/svc"
    identifier: Callable[[str], str] = str
    element: Callable[[str], str] = str
    """New name of a folder below the module, and of the package in it."""
    file: Callable[[str], str] | None = None
    """New name of a source file; None: renamed like an identifier."""
    flat: bool = False
    """Whether each package has a path of one element, and files no folder."""
    alone: bool = False
    """Whether all is in package main."""
    generic: bool = False
    """Whether types have type arguments."""
    other_files: Sequence[tuple[str, str]] = ()
    """Replacements in paths of the distribution and of libraries."""

    def __call__(self, part: Part) -> Part:
        if part.is_profile:
            return part.with_strings(self.text)
        return part.with_text(self.text(part.text)) if part.has_stacks else part

    def text(self, text: str) -> str:
        """Symbols and paths of the program renamed in any text."""
        packages = {package for module in self.modules for package in (*module.packages, module.path)}
        names = "|".join(map(re.escape, ["main", *sorted(packages, key=len, reverse=True)]))
        text = re.sub(rf"(?<![\w./%-])({names})({_REST})", self._symbol, text)
        for folder in {module.folder for module in self.modules}:
            text = re.sub(re.escape(folder) + r"((?:/[\w.@-]+)*)/([\w.-]+\.go)\b", self._path, text)
        for old, new in self.other_files:
            text = text.replace(old, new)
        return text

    def _package(self, old: str) -> str:
        if old == "main" or self.alone:
            return "main"
        if self.flat:
            return self.element(re.sub(r"\W", "_", old))
        number, module = next(
            (n, m) for n, m in enumerate(self.modules) if old == m.path or old.startswith(m.path + "/")
        )
        below = [self._folder(part) for part in old[len(module.path) :].split("/") if part]
        head, slash, last = "/".join([f"{self.path}{number or ''}", *below]).rpartition("/")
        return head + slash + last.replace(".", "%2e")

    def _folder(self, old: str) -> str:
        return old if old in KEPT_FOLDERS else self.element(old)

    def _symbol(self, found: re.Match[str]) -> str:
        package, rest = found.groups()
        if rest in {".go", ".s"}:
            return found.group()
        renamed = re.sub(r"\[.*\]|[^\W\d][\w·]*", lambda name: self._identifier(name.group()), rest)
        if self.generic:
            renamed = re.sub(r"\(\*(\w+)\)", r"(*\1[...])", renamed)
        return self._package(package) + renamed

    def _identifier(self, old: str) -> str:
        if old.startswith("[") or old in _FIXED or _COMPILERS.fullmatch(old):
            return old
        new = self.identifier(old)
        first = new[:1].upper() if old[:1].isupper() else new[:1].lower()
        return first + new[1:]

    def _path(self, found: re.Match[str]) -> str:
        folders, file = found.groups()
        new = self.file(file) if self.file is not None else f"{self._identifier(file.removesuffix('.go'))}.go"
        if self.flat:
            return new
        below = [] if self.alone else [self._folder(part) for part in folders.split("/") if part]
        return "/".join([self.folder, *below, new])


def neutral(old: str) -> str:
    """`q1f3ac`: a name that says nothing."""
    return "q" + sha256(old.encode()).hexdigest()[:5]


def from_words(words: Sequence[str]) -> Callable[[str], str]:
    """Names made of these words; unlike names become unlike ones."""
    taken: dict[str, str] = {}

    def name(old: str) -> str:
        if old not in taken:
            number = len(taken)
            taken[old] = words[number % len(words)] + (str(number // len(words)) if number >= len(words) else "")
        return taken[old]

    return name


def letters() -> Callable[[str], str]:
    """Names of one letter, or of two when those have run out."""
    return from_words(ascii_lowercase)
