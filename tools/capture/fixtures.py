"""Copies a small representative subset of the corpus into tests/fixtures."""

import gzip
import json
import shutil
import sys
from pathlib import Path
from typing import Any

from case import Case

FIXTURES = Path(__file__).resolve().parents[2] / "tests" / "fixtures"
COMPRESS_ABOVE_BYTES = 30_000
MOST_BYTES_PER_FILE = 400_000
EVERY_MOMENT = ("metrics.txt", "heap.pb.gz", "dump.txt")
LAST_MOMENT = (
    "goroutine.pb.gz",
    "goroutineleak.pb.gz",
    "goroutine.debug1.txt",
    "heap.debug1.txt",
    "expvar.json",
    "gctrace.log",
    "fd.txt",
    "top.txt",
    "allocs.pb.gz",
    "cpu.pb.gz",
    "heap-delta.pb.gz",
    "block.pb.gz",
    "mutex.pb.gz",
    "threadcreate.pb.gz",
    "dump-marked.txt",
    "sigquit.txt",
)


def copy_fixtures(cases: tuple[Case, ...], *, corpus: Path, target: Path = FIXTURES) -> int:
    """Copy each case for the Go minors its `fixture` names; return 1 when a capture is missing."""
    total, missing = 0, 0
    for case in cases:
        for release in case.text.get("fixture", []):
            source = newest(corpus, release, case.name)
            if source is None:
                print(f"{case.name}: no capture of Go {release} in {corpus}", file=sys.stderr)
                missing += 1
                continue
            total += copy_case(case, release, source, target)
    print(f"fixtures: {total / 1e6:.1f} MB written to {target}")
    return 1 if missing else 0


def newest(corpus: Path, release: str, name: str) -> Path | None:
    """The captures of `name` by the highest patch of a minor release."""
    found = sorted(
        (path for path in corpus.glob(f"{release}.*/{name}") if (path / "manifest.json").exists()),
        key=lambda path: int(path.parent.name.rsplit(".", 1)[1]),
    )
    return found[-1] if found else None


def copy_case(case: Case, release: str, source: Path, target: Path) -> int:
    """Copy one program's subset, first and last moment, with a manifest of what was kept; return the bytes."""
    folder = target / case.label.split("/", maxsplit=1)[0] / f"{case.name}-go{release}"
    shutil.rmtree(folder, ignore_errors=True)
    manifest = json.loads((source / "manifest.json").read_text())
    last = len(manifest["moments"]) - 1
    kept: list[dict[str, Any]] = []
    for entry in manifest["files"]:
        if wanted(entry, last):
            kept.extend(copy_file(entry, source, folder))
    manifest |= {"case": case.text, "files": kept}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def wanted(entry: dict[str, Any], last: int) -> bool:
    """Whether a file belongs to the subset."""
    name = Path(entry["path"]).name
    if entry["moment"] is None:
        return True
    if entry["moment"] not in {0, last}:
        return False
    return name in EVERY_MOMENT or (entry["moment"] == last and name in LAST_MOMENT)


def copy_file(entry: dict[str, Any], source: Path, folder: Path) -> list[dict[str, Any]]:
    """Copy one file, compressing long text; a file still too large is left out and said so."""
    path = source / entry["path"]
    content, name = path.read_bytes(), entry["path"]
    if len(content) > COMPRESS_ABOVE_BYTES and not name.endswith(".gz"):
        content, name = gzip.compress(content, 9, mtime=0), f"{name}.gz"
    if len(content) > MOST_BYTES_PER_FILE:
        print(f"{folder.name}: {name} left out, {len(content)} bytes", file=sys.stderr)
        return []
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return [entry | {"path": name}]
