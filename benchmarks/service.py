"""From POST to answer through gunicorn, store, broker and worker, beside a Celery task that does nothing."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

import requests

from leakbook.report.html import report_html
from leakbook.report.json import report_json
from leakbook.report.markdown import report_markdown

from .document import Section, Target
from .inputs import Inputs
from .pairing import Side, Took, in_turn, timed
from .site import Site, running
from .tasks import answer, playbooks, read, submissions

ROUND_TRIPS = 60
JOBS = 80
CLIENTS = 8
LOAD_SECONDS = 60.0
WORKERS = (1, 2, 4)
FIGURES = "service.json"
"""What the part on scale is worked out from."""


def measure(inputs: Inputs, folder: Path) -> Section:
    """Latency, throughput and memory on the embedded stack, and on Redis where its server is installed."""
    section = Section(
        title="Through the service",
        says="A dump of 1.2 MB (800 goroutines) posted with `wait`, in turn with a Celery task that does nothing and "
        "answers by a datagram, on a broker of the same kind. gunicorn with one process, Celery with prefork, all on "
        "this machine together with the clients.",
        columns=(
            "broker",
            "POST to answer p50 ms",
            "p99 ms",
            "202 p50 ms",
            "no-op p50 ms",
            "no-op p99 ms",
            "p50 ratio",
        ),
    )
    brokers = ("embedded", *(("redis",) if shutil.which("redis-server") else ()))
    notes: list[str] = []
    for broker in brokers:
        notes += _on_broker(section, inputs, folder, broker)
    section.after = "\n".join(notes)
    return section


def _on_broker(section: Section, inputs: Inputs, folder: Path, broker: str) -> list[str]:
    body = inputs.dump("megabyte").read_bytes()
    notes = []
    with tempfile.TemporaryDirectory(prefix="leakbook-bench-") as root, running(Path(root), broker, 1) as site:
        figures = _round_trips(site, body)
        jobs = site.job_milliseconds()
    notes.append(_where_it_goes(broker, figures, jobs, inputs))
    posts, accepted, noops = figures
    ratio = median(posts) / median(noops)
    middle = [median(posts), _p99(posts), median(accepted), median(noops), _p99(noops)]
    section.rows.append([broker, *(f"{1e3 * seconds:.1f}" for seconds in middle), f"{ratio:.2f}"])
    section.targets.append(
        Target(what=f"{broker}: POST to answer p50, of the no-op's", measured=ratio, limit=3, unit="x")
    )
    rates = [f"{children}: {_jobs_per_second(inputs, folder, broker, children):.1f}" for children in WORKERS]
    notes.append(f"- {broker}, jobs a second of that dump by pool children, {CLIENTS} clients: {', '.join(rates)}.")
    if broker == "embedded":
        notes.append(_sustained(section, inputs))
    return notes


def _p99(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=100)[98]


def _round_trips(site: Site, body: bytes) -> tuple[list[float], list[float], list[float]]:
    """Seconds of POST with wait, of POST alone, and of the no-op task, in turn."""
    session = requests.Session()
    asker = _Noop(site)
    try:
        sides: dict[str, Side] = {
            "post": timed(lambda: _post(session, site, body, wait=30)),
            "noop": asker.ask,
        }

        def accepted() -> Took:
            began = time.perf_counter()
            posted = _post(session, site, body, wait=0)
            took = Took(time.perf_counter() - began)
            _final(session, site, posted)  # the next side shall find the worker idle
            return took

        sides["accepted"] = accepted
        for _ in range(4):  # imports, connections, caches
            for side in sides.values():
                side()
        paired = in_turn(sides, ROUND_TRIPS)
    finally:
        asker.close()
    posts, alone, noops = ([each[name].clock for each in paired.rounds] for name in ("post", "accepted", "noop"))
    return posts, alone, noops


def _post(
    session: requests.Session, site: Site, body: bytes, *, wait: int, kind: str = "text/plain"
) -> requests.Response:
    params = {"service": "bench", **({"wait": str(wait)} if wait else {})}
    response = session.post(
        f"{site.url}/v1/diagnoses", data=body, params=params, headers={"Content-Type": kind}, timeout=90
    )
    response.raise_for_status()
    if wait and response.status_code != 200:
        raise RuntimeError(f"no answer within {wait} s: {response.text[:300]}")
    return response


def _final(session: requests.Session, site: Site, posted: requests.Response) -> None:
    response = session.get(f"{site.url}{posted.headers['Location']}", params={"wait": "30"}, timeout=90)
    response.raise_for_status()
    if response.json()["status"] != "succeeded":
        raise RuntimeError(response.text[:300])


class _Noop:
    """Sends no-op tasks from a process of its own, as the API sends its tokens from one, and times their answers."""

    def __init__(self, site: Site) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.noop_asker", str(site.folder / "noop.sock")],
            env=site.noop_environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self) -> Took:
        if self._process.stdin is None or self._process.stdout is None:
            raise EOFError("the asker has no pipes")
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return Took(float(self._process.stdout.readline()))

    def close(self) -> None:
        self._process.terminate()
        self._process.communicate()


def _where_it_goes(broker: str, figures: tuple[list[float], ...], jobs: list[float], inputs: Inputs) -> str:
    posts, accepted, _ = figures
    posted, known = submissions(inputs.dump("megabyte")), playbooks()
    report = answer(posted, known)
    reading = in_turn({"it": timed(lambda: read(posted))}, 9).seconds("it")
    whole = in_turn({"it": timed(lambda: answer(posted, known))}, 9).seconds("it")
    rendering = in_turn(
        {"it": timed(lambda: (json.dumps(report_json(report)), report_markdown(report), report_html(report)))}, 9
    ).seconds("it")
    job = median(jobs) / 1e3
    rest = median(posts) - median(accepted) - job
    parts = {
        "receiving, hashing, storing, committing, ringing (the 202)": median(accepted),
        "reading the dump": reading,
        "rows, playbooks, ranking": whole - reading,
        "JSON, Markdown and HTML": rendering,
        "the rest of the job: claim, evidence from disk, lease, storing the answer": job - whole - rendering,
        "waking the worker, waking the waiter, sending the answer": rest,
    }
    told = "; ".join(f"{what} {1e3 * seconds:.1f} ms" for what, seconds in parts.items())
    return f"- {broker}, where the {1e3 * median(posts):.1f} ms of one POST go (medians): {told}."


def _jobs_per_second(inputs: Inputs, folder: Path, broker: str, children: int) -> float:
    body = inputs.dump("megabyte").read_bytes()
    with tempfile.TemporaryDirectory(prefix="leakbook-bench-") as root, running(Path(root), broker, children) as site:
        _closed_loop(site, [body], CLIENTS)
        cpu = {"api": site.cpu_seconds(site.api), "worker": site.cpu_seconds(site.worker)}
        stored = _stored(Path(root) / "data")
        began = time.perf_counter()
        _closed_loop(site, [body], JOBS)
        seconds = time.perf_counter() - began
        if broker == "embedded" and children == 2:
            figures = {
                "api_cpu": (site.cpu_seconds(site.api) - cpu["api"]) / JOBS,
                "worker_cpu": (site.cpu_seconds(site.worker) - cpu["worker"]) / JOBS,
                "row_bytes": (_stored(Path(root) / "data") - stored) / JOBS,
                "megabyte_bytes": len(body),
            }
            figures |= _minute_figures(site, inputs)
            (folder / FIGURES).write_text(json.dumps(figures))
    return JOBS / seconds


def _minute_figures(site: Site, inputs: Inputs) -> dict[str, float]:
    """CPU of what an instance would post every minute: a goroutine profile of a small program."""
    body = inputs.goroutine_profile("megabyte").read_bytes()
    kind = "application/octet-stream"
    _closed_loop(site, [body], CLIENTS, kind=kind)
    api, worker, stored = site.cpu_seconds(site.api), site.cpu_seconds(site.worker), _stored(site.folder / "data")
    _closed_loop(site, [body], JOBS, kind=kind)
    return {
        "minute_api_cpu": (site.cpu_seconds(site.api) - api) / JOBS,
        "minute_worker_cpu": (site.cpu_seconds(site.worker) - worker) / JOBS,
        "minute_row_bytes": (_stored(site.folder / "data") - stored) / JOBS,
        "minute_bytes": len(body),
    }


def _stored(data: Path) -> int:
    """Bytes of the database, its log included."""
    return sum(file.stat().st_size for file in data.glob("leakbook.sqlite3*"))


def _closed_loop(site: Site, bodies: Sequence[bytes], jobs: int, *, kind: str = "text/plain") -> None:
    """That many jobs by CLIENTS clients, each posting its next when it has its answer."""
    left = iter(range(jobs))
    lock = threading.Lock()
    failures: list[Exception] = []

    def client() -> None:
        session = requests.Session()
        while True:
            with lock:
                number = next(left, None)
            if number is None or failures:
                return
            try:
                _post(session, site, bodies[number % len(bodies)], wait=60, kind=kind)
            except (requests.RequestException, RuntimeError) as error:
                failures.append(error)

    threads = [threading.Thread(target=client) for _ in range(min(CLIENTS, jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def _sustained(section: Section, inputs: Inputs) -> str:
    bodies = [
        inputs.dump("megabyte").read_bytes(),
        *(inputs.heaps(name)[1].read_bytes() for name in ("small", "medium")),
    ]
    sizes: list[int] = []
    done = 0
    with tempfile.TemporaryDirectory(prefix="leakbook-bench-") as root, running(Path(root), "embedded", 2) as site:
        _closed_loop(site, bodies, 4 * CLIENTS)
        stop = time.monotonic() + LOAD_SECONDS
        while time.monotonic() < stop:
            _closed_loop(site, bodies, 2 * CLIENTS)
            done += 2 * CLIENTS
            sizes.append(site.resident_bytes())
    third = max(1, len(sizes) // 3)
    first, last = median(sizes[:third]), median(sizes[-third:])
    section.targets.append(
        Target(
            what="sustained load: memory of the last third over the first", measured=last / first, limit=1.1, unit="x"
        )
    )
    return (
        f"- embedded, {done} jobs in {LOAD_SECONDS:.0f} s (dumps and heap profiles, 2 children): API and worker hold "
        f" {first / 2**20:.0f} MiB in the first third, {last / 2**20:.0f} MiB in the last."
    )
