"""Takes every kind of evidence of a running program at its moments and writes it with a manifest."""

import json
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from case import Case
from process import CaptureFailed, Process, now
from toolchain import Toolchain

SCRAPE_SECONDS = 5.0
PPROF_SECONDS = 60

# The order matters: cheap counters first, and the leak profile by itself after all this, because dumps taken
# after it carry "(leaked)" marks and no minutes.
FETCHED = (
    ("metrics", "metrics.txt", "/metrics"),
    ("expvar", "expvar.json", "/debug/vars"),
    ("dump", "dump.txt", "/debug/pprof/goroutine?debug=2"),
    ("goroutine-text", "goroutine.debug1.txt", "/debug/pprof/goroutine?debug=1"),
    ("goroutine", "goroutine.pb.gz", "/debug/pprof/goroutine"),
    ("heap", "heap.pb.gz", "/debug/pprof/heap"),
    ("allocs", "allocs.pb.gz", "/debug/pprof/allocs"),
    ("heap-text", "heap.debug1.txt", "/debug/pprof/heap?debug=1"),
    ("threadcreate", "threadcreate.pb.gz", "/debug/pprof/threadcreate"),
)
# block and mutex are empty unless the program asks for them with PROFILE_BLOCKING.
LAST_FETCHED = (
    ("cpu", "cpu.pb.gz", "/debug/pprof/profile?seconds=2"),
    ("heap-delta", "heap-delta.pb.gz", "/debug/pprof/heap?seconds=3"),
    ("block", "block.pb.gz", "/debug/pprof/block"),
    ("mutex", "mutex.pb.gz", "/debug/pprof/mutex"),
)
LEAK_FETCHED = (
    ("goroutineleak", "goroutineleak.pb.gz", "/debug/pprof/goroutineleak"),
    ("dump-marked", "dump-marked.txt", "/debug/pprof/goroutine?debug=2"),
)


@dataclass(slots=True, kw_only=True)
class Recording:
    """What one run of one program has produced so far."""

    case: Case
    toolchain: Toolchain
    folder: Path
    pprof: Path
    files: list[dict[str, Any]] = field(default_factory=list)
    scrapes: list[tuple[float, str]] = field(default_factory=list)

    def write(self, *, moment: int | None, kind: str, name: str, content: bytes) -> Path:
        """Store one piece of evidence and note it for the manifest; `moment` None belongs to the whole run."""
        path = self.folder / (f"{moment}/{name}" if moment is not None else name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.files.append(
            {"path": str(path.relative_to(self.folder)), "kind": kind, "moment": moment, "captured_at": now()}
        )
        return path


def record(process: Process, recording: Recording) -> None:
    """Observe a ready program through all its moments, then end it. Raises CaptureFailed or OSError."""
    moments = recording.case.moments
    for index, seconds in enumerate(moments):
        scrape_until(process, recording, process.started + seconds)
        capture_moment(process, recording, index=index, last=index == len(moments) - 1)
    quit_text = process.quit()
    recording.write(moment=len(moments) - 1, kind="sigquit", name="sigquit.txt", content=quit_text)
    series = json.dumps(range_answer(recording.scrapes), indent=1).encode()
    recording.write(moment=None, kind="metrics-range", name="range.json", content=series)
    write_manifest(recording)


def scrape_until(process: Process, recording: Recording, deadline: float) -> None:
    """Scrape /metrics every few seconds, as a Prometheus server would, until the monotonic `deadline`."""
    while True:
        process.check_alive()
        recording.scrapes.append((round(time.time(), 3), process.fetch("/metrics").decode()))
        left = deadline - time.monotonic()
        if left <= SCRAPE_SECONDS:
            time.sleep(max(left, 0.0))
            return
        time.sleep(SCRAPE_SECONDS)


def capture_moment(process: Process, recording: Recording, *, index: int, last: bool) -> None:
    """Take every kind once."""
    process.check_alive()
    recording.write(moment=index, kind="descriptors", name="fd.txt", content=process.descriptors())
    for kind, name, url in FETCHED + (LAST_FETCHED if last else ()):
        recording.write(moment=index, kind=kind, name=name, content=process.fetch(url))
    recording.write(moment=index, kind="gctrace", name="gctrace.log", content=process.log.read_bytes())
    heap = recording.folder / str(index) / "heap.pb.gz"
    recording.write(moment=index, kind="top", name="top.txt", content=top_text(recording.pprof, heap))
    if last and recording.toolchain.finds_leaked_goroutines:
        for kind, name, url in LEAK_FETCHED:
            recording.write(moment=index, kind=kind, name=name, content=process.fetch(url))


def top_text(pprof: Path, profile: Path) -> bytes:
    """What `go tool pprof -top` prints for a heap profile."""
    done = subprocess.run(
        [str(pprof), "-top", "-symbolize=none", str(profile)], capture_output=True, timeout=PPROF_SECONDS, check=False
    )
    if done.returncode != 0:
        raise CaptureFailed(f"pprof -top: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def range_answer(scrapes: list[tuple[float, str]]) -> dict[str, Any]:
    """The scrapes as Prometheus answers a range query over them: one series a metric."""
    series: dict[str, list[list[Any]]] = {}
    for at, text in scrapes:
        for line in text.splitlines():
            if line and not line.startswith("#") and "{" not in line:
                name, value = line.split()
                series.setdefault(name, []).append([at, value])
    result = [
        {"metric": {"__name__": name, "instance": "10.0.3.17:6060", "job": "service"}, "values": values}
        for name, values in sorted(series.items())
    ]
    return {"status": "success", "data": {"resultType": "matrix", "result": result}}


def write_manifest(recording: Recording) -> None:
    """`manifest.json`: the label, the release, every file with its kind and capture time."""
    manifest = {
        "program": recording.case.name,
        "go": recording.toolchain.release,
        "moments": list(recording.case.moments),
        "case": recording.case.text,
        "files": recording.files,
    }
    (recording.folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


def relabel(cases: tuple[Case, ...], corpus: Path) -> int:
    """Copy today's case.json into the manifests of captures already made; return how many there are."""
    paths = [path for case in cases for path in sorted(corpus.glob(f"*/{case.name}/manifest.json"))]
    texts = {case.name: case.text for case in cases}
    for path in paths:
        manifest = json.loads(path.read_text())
        manifest["case"] = texts[manifest["program"]]
        path.write_text(json.dumps(manifest, indent=1) + "\n")
    return len(paths)
