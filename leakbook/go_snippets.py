"""The Go examples of playbooks through Go's own tools: `gofmt` for their form, `go build` for their meaning.

A snippet is part of a file. It is wrapped in a package whose imports are found by the names it uses; a snippet that
uses a module outside the standard library is formatted only, since nothing is downloaded.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .errors import PlaybookError
from .playbook.model import Playbooks

IMPORTS: Final = {
    name.rsplit("/", 1)[-1]: name
    for name in (
        "bufio bytes context database/sql encoding/json errors fmt io log net net/http os os/exec path/filepath "
        "runtime sort strconv strings sync sync/atomic time"
    ).split()
}
_USED = re.compile(r"(?<![\w.\"/])([a-z]\w*)\.[A-Z]\w*")
_SECONDS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class GoToolchain:
    """A Go toolchain on this machine."""

    go: str
    gofmt: str

    @classmethod
    def on_path(cls) -> GoToolchain:
        """The toolchain on the path. Raises PlaybookError when there is none."""
        go = shutil.which("go")
        if go is None:
            raise PlaybookError(("no go on the path, so the examples cannot be checked",))
        beside = shutil.which("gofmt")
        if beside is None:
            root = subprocess.run([go, "env", "GOROOT"], capture_output=True, text=True, check=True)  # noqa: S603
            beside = str(Path(root.stdout.strip()) / "bin" / "gofmt")
        return cls(go=go, gofmt=beside)

    def check(self, playbooks: Playbooks) -> Iterator[str]:
        """What is wrong with the examples, each as `file: before|after: message`."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "go.mod").write_text("module examples\n\ngo 1.23\n", encoding="utf-8")
            for playbook in playbooks.playbooks:
                if playbook.remediation.code is None:
                    continue
                for name in ("before", "after"):
                    snippet = getattr(playbook.remediation.code, name)
                    for message in self._problems(root, f"{playbook.id.replace('/', '_')}_{name}", snippet):
                        yield f"{playbook.file}: remediation.code.{name}: {message}"

    def _problems(self, root: Path, name: str, snippet: str) -> Iterator[str]:
        text = wrap(snippet)
        formatted = self._run([self.gofmt], root, text)
        if formatted.returncode != 0:
            yield formatted.stderr.strip().replace("\n", "; ")
            return
        if formatted.stdout != text:
            yield "gofmt would write it differently"
        if unknown_packages(snippet):
            return
        folder = root / name.replace("-", "_")
        folder.mkdir()
        (folder / "example.go").write_text(text, encoding="utf-8")
        vetted = self._run([self.go, "build", f"./{folder.name}"], root, "")
        if vetted.returncode != 0:
            yield vetted.stderr.strip().replace("\n", "; ")

    def _run(self, command: list[str], root: Path, text: str) -> subprocess.CompletedProcess[str]:
        offline = {**os.environ, "GOPROXY": "off", "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=mod"}
        return subprocess.run(  # noqa: S603 - Go's own tools, on text of our own
            command, cwd=root, env=offline, input=text, capture_output=True, text=True, timeout=_SECONDS, check=False
        )


def wrap(snippet: str) -> str:
    """The snippet as a file: a package, the imports it uses, as far as they are the standard library's."""
    if snippet.startswith("package "):
        return snippet
    packages = sorted(IMPORTS[name] for name in set(_USED.findall(snippet)) if name in IMPORTS)
    lines = ["package example", ""]
    if len(packages) == 1:
        lines += [f'import "{packages[0]}"', ""]
    elif packages:
        lines += ["import (", *(f'\t"{package}"' for package in packages), ")", ""]
    return "\n".join(lines) + "\n" + snippet.rstrip() + "\n"


def unknown_packages(snippet: str) -> tuple[str, ...]:
    """Names used like packages that are none of the standard library's known here, nor declared in the snippet."""
    foreign = set(_USED.findall(snippet)) - set(IMPORTS)
    return tuple(sorted(name for name in foreign if not _is_declared(name, snippet)))


def _is_declared(name: str, snippet: str) -> bool:
    """Whether the name is a variable, parameter or receiver: it stands before a type, a comma or an assignment."""
    return re.search(rf"(?<![.\w]){re.escape(name)}(?:, \w+)*(?: :?= | [\w*\[]|,)", snippet) is not None
