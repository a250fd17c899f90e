"""Runs real Go servers from Debian's packages on loopback, under a gentle load, and captures their evidence.

    tools/capture/servers.py --out CORPUS [--leaks] [--only NAME] [--at-a-time 3] [--list]

Packages are downloaded and unpacked beside the captures, never installed: no service is started by a package, and
root is not needed (only for containerd and dockerd). Output: CORPUS/<go release>/<server>/ in the shape of capture.py,
all labelled healthy unless the entry says what its load provokes. See README.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from string import Template

from case import Case
from moments import Recording, range_answer, relabel, top_text, write_manifest
from process import CaptureFailed, Process, free_port
from server_leaks import LEAKING
from server_list import SERVERS, Server
from server_lookalikes import LOOKALIKES
from server_traffic import Traffic
from toolchain import BuildFailed, Toolchain, build_pprof, open_toolchain, run_go

SCRAPE_SECONDS = 5.0
PORTS = "abcdef"
FAILURES = (BuildFailed, CaptureFailed, OSError, HTTPException, subprocess.SubprocessError)
FETCHED = (
    ("dump", "dump.txt", "goroutine?debug=2"),
    ("goroutine-text", "goroutine.debug1.txt", "goroutine?debug=1"),
    ("goroutine", "goroutine.pb.gz", "goroutine"),
    ("heap", "heap.pb.gz", "heap"),
    ("allocs", "allocs.pb.gz", "allocs"),
    ("heap-text", "heap.debug1.txt", "heap?debug=1"),
)


def main() -> int:
    """Run the command line; 1 when any server failed."""
    options = parse_options()
    servers = (*LEAKING, *LOOKALIKES) if options.leaks else SERVERS
    wanted = [server for server in servers if not options.only or server.name in options.only]
    if options.list:
        for server in wanted:
            print(f"{server.name:24} {' '.join(server.packages):60} {server.label}")
        return 0
    if options.relabel:
        print(f"{relabel(tuple(case_of(server) for server in wanted), options.out)} manifests relabelled")
        return 0
    root = options.out / "root"
    for server in wanted:
        unpack(server.packages, options.out / "packages", root)
    toolchain = open_toolchain(options.go, options.out / "work")
    pprof = build_pprof(toolchain)
    with ThreadPoolExecutor(options.at_a_time) as pool:
        good = list(pool.map(lambda server: report_one(server, options.out, toolchain, pprof), wanted))
    return 0 if all(good) else 1


def parse_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="corpus folder, outside the repository")
    parser.add_argument("--go", default="go", help="a go command: reads build information, builds pprof")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="a server; may be repeated")
    parser.add_argument("--leaks", action="store_true", help="made to leak, and hard look-alikes")
    parser.add_argument("--relabel", action="store_true", help="only correct the labels of captures already made")
    parser.add_argument("--at-a-time", type=int, default=3, help="servers that run side by side (default: 3)")
    parser.add_argument("--list", action="store_true", help="only say which servers there are")
    return parser.parse_args()


def unpack(packages: tuple[str, ...], archives: Path, root: Path) -> None:
    """Download and unpack what is not there yet. Raises CalledProcessError."""
    archives.mkdir(parents=True, exist_ok=True)
    for package in packages:
        if not list(archives.glob(f"{package}_*.deb")):
            subprocess.run(["apt-get", "download", "-qq", package], cwd=archives, check=True)
        for archive in archives.glob(f"{package}_*.deb"):
            if not (root / "usr/share/doc" / package).exists():
                subprocess.run(["dpkg-deb", "-x", str(archive), str(root)], check=True)


def report_one(server: Server, out: Path, toolchain: Toolchain, pprof: Path) -> bool:
    """Capture one server and print how it went; a failure is reported and the others go on."""
    try:
        done = capture_one(server, out, toolchain, pprof)
    except FAILURES as error:
        print(f"{server.name}: FAILED: {error}", file=sys.stderr, flush=True)
        return False
    print(f"{server.name}: {server.label}; load {done}", flush=True)
    return True


def capture_one(server: Server, out: Path, toolchain: Toolchain, pprof: Path) -> dict[str, int]:
    """Start, load, observe and end one server; the old captures are replaced only by complete new ones."""
    places = lay_out(server, out)
    binary = out / "root" / server.binary
    release = release_of(binary, toolchain)
    folder = out / release / server.name
    fresh = folder.with_name(f".{server.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    traffic = Traffic(places, out / "root" / "usr/bin")
    process = Process(
        binary=binary,
        arguments=[Template(part).substitute(places) for part in server.arguments],
        environment={"HOME": places["home"], **{k: Template(v).substitute(places) for k, v in server.environment}},
        log=Path(places["home"]) / "log.txt",
        folder=Path(places["home"]),
        address=f"127.0.0.1:{places[server.ready_port]}",
    )
    try:
        if server.ready:
            process.wait_ready(server.ready)
        else:
            wait_listening(process)
        server.load(traffic)
        observe(process, server, places, recording_of(server, fresh, release, toolchain, pprof))
    finally:
        traffic.end()
        process.kill()
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    return dict(traffic.done)


def wait_listening(process: Process) -> None:
    """Return when something accepts at the server's address. Raises CaptureFailed or OSError."""
    host, port = process.address.split(":")
    for _ in range(100):
        process.check_alive()
        try:
            socket.create_connection((host, int(port)), 1.0).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise CaptureFailed(f"nobody listens on {process.address}; {process.last_words()}")


def lay_out(server: Server, out: Path) -> dict[str, str]:
    """A throw-away home with the server's files in it, and its ports; then what must run before the start."""
    home = out / "work" / "homes" / server.name
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    places = {"home": str(home), "root": str(out / "root")} | {letter: str(free_port()) for letter in PORTS}
    for name, text in server.files:
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(Template(text).substitute(places))
    for command in server.before:
        subprocess.run(["sh", "-c", Template(command).substitute(places)], cwd=home, check=True, capture_output=True)
    return places


def release_of(binary: Path, toolchain: Toolchain) -> str:
    """The Go release a binary was built with, as in "1.19.8"."""
    return run_go(toolchain.command, ["version", str(binary)]).split()[-1].removeprefix("go")


def case_of(server: Server, releases: tuple[str, ...] = ()) -> Case:
    """The server's label, as a manifest holds it."""
    text = {"label": server.label, "mechanism": server.mechanism, "moments": list(server.moments)}
    text |= {"level_after": server.level_after} if server.level_after else {}
    text |= {"culprit": server.culprit} if server.culprit else {}
    for key in ("also", "culprit_any", "follows"):
        text |= {key: list(getattr(server, key))} if getattr(server, key) else {}
    return Case(
        folder=Path(server.name),
        label=server.label,
        releases=releases,
        moments=server.moments,
        environment=(),
        source_root="",
        text=text,
    )


def recording_of(server: Server, folder: Path, release: str, toolchain: Toolchain, pprof: Path) -> Recording:
    """An empty recording, labelled."""
    built_with = Toolchain(command=toolchain.command, release=release, goroot=toolchain.goroot, work=toolchain.work)
    return Recording(case=case_of(server, (release,)), toolchain=built_with, folder=folder, pprof=pprof)


def observe(process: Process, server: Server, places: dict[str, str], recording: Recording) -> None:
    """Take what the server gives at its moments, then end it with SIGQUIT."""
    for index, seconds in enumerate(server.moments):
        while (left := process.started + seconds - time.monotonic()) > 0:
            process.check_alive()
            if server.metrics:
                recording.scrapes.append((round(time.time(), 3), scraped(server, places)))
            time.sleep(min(left, SCRAPE_SECONDS))
        capture_moment(process, server, places, recording, index)
    last = len(server.moments) - 1
    content = process.quit()
    if b"\ngoroutine " in content:  # Caddy takes the signal for an order to stop
        recording.write(moment=last, kind="sigquit", name="sigquit.txt", content=content)
    if not server.pprof:
        recording.write(moment=last, kind="dump", name="dump.txt", content=quit_text_of(recording, last))
    if recording.scrapes:
        series = json.dumps(range_answer(recording.scrapes), indent=1).encode()
        recording.write(moment=None, kind="metrics-range", name="range.json", content=series)
    write_manifest(recording)


def quit_text_of(recording: Recording, moment: int) -> bytes:
    """The SIGQUIT dump once more as the only dump there is of a server without pprof."""
    return (recording.folder / str(moment) / "sigquit.txt").read_bytes()


def scraped(server: Server, places: dict[str, str]) -> str:
    """The server's metrics: only plain samples, as `range_answer` expects them."""
    text = get(Template(server.metrics).substitute(places)).decode()
    return "\n".join(line for line in text.splitlines() if line.startswith("#") or len(line.split()) == 2)


def capture_moment(process: Process, server: Server, places: dict[str, str], recording: Recording, index: int) -> None:
    """Every kind this server has, once."""
    process.check_alive()
    recording.write(moment=index, kind="descriptors", name="fd.txt", content=process.descriptors())
    if server.metrics:
        content = get(Template(server.metrics).substitute(places))
        recording.write(moment=index, kind="metrics", name="metrics.txt", content=content)
    if server.pprof:
        base = Template(server.pprof).substitute(places)
        for kind, name, path in FETCHED:
            recording.write(moment=index, kind=kind, name=name, content=get(base + path))
        heap = recording.folder / str(index) / "heap.pb.gz"
        recording.write(moment=index, kind="top", name="top.txt", content=top_text(recording.pprof, heap))
    recording.write(moment=index, kind="gctrace", name="gctrace.log", content=process.log.read_bytes())


def get(url: str) -> bytes:
    """GET. Raises OSError (urllib's errors are such)."""
    with urllib.request.urlopen(url, timeout=60) as answer:
        body: bytes = answer.read()
        return body


if __name__ == "__main__":
    sys.exit(main())
