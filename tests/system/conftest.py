"""Real processes: gunicorn and Celery as they run in production, on stacks that differ only in configuration."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import requests

from leakbook.storage.database import open_engine
from leakbook.storage.migrate import migrate
from leakbook.storage.settings import Settings
from tests.servers import Servers
from tools.chaos.servers import Broker, Server, free_port

from .evidence_pipe import EvidencePipe

ROOT = Path(__file__).parents[2]
FINAL = ("succeeded", "failed")
PATIENCE = 60.0
DUMP = b"goroutine 7 [chan send, 12 minutes]:\nshop.publish()\n\t/src/shop/notify.go:41 +0x2d\n"


class Stack:
    """API and worker processes over one store; any of them may be killed and started again."""

    def __init__(self, directory: Path, environ: dict[str, str], *, broker: Server | None = None) -> None:
        self.directory = directory
        self.broker = broker
        self.environ = os.environ | {
            "LEAKBOOK_DATA_DIR": str(directory),
            "LEAKBOOK_LEASE_SECONDS": "2",
            "LEAKBOOK_SWEEP_SECONDS": "0.5",
            "OPENBLAS_NUM_THREADS": "1",
            "PYTHONPATH": str(ROOT),
            **environ,
        }
        self.environ.pop("PROMETHEUS_MULTIPROC_DIR", None)
        self._processes: list[subprocess.Popen[bytes]] = []

    def make_tables(self) -> None:
        """As `./dev migrate` does, without a process for it."""
        engine = open_engine(Settings.from_environ(self.environ))
        migrate(engine)
        engine.dispose()

    def run(self, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
        with (self.directory / f"log-{len(self._processes)}.txt").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, *arguments],
                cwd=ROOT,
                env=self.environ | more,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._processes.append(process)
        return process

    def start_api(self, **more: str) -> tuple[subprocess.Popen[bytes], str]:
        port = free_port()
        process = self.run(
            "-m", "gunicorn", "-c", "service/gunicorn_conf.py", "service.app:create_app()", PORT=str(port), **more
        )
        url = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                requests.get(f"{url}/readyz", timeout=5).raise_for_status()
            except requests.RequestException:
                assert time.monotonic() < deadline, self.logs()
                time.sleep(0.05)
                continue
            return process, url

    def start_worker(self, *options: str, children: int = 1, **more: str) -> subprocess.Popen[bytes]:
        name = f"test{len(self._processes)}-{os.getpid()}@localhost"
        pool = ("-P", "prefork", "-c", str(children), "-n", name)
        return self.run("-m", "celery", "-A", "workers.app", "worker", *pool, *options, **more)

    def pipe(self, content: bytes) -> EvidencePipe:
        """In place of the stored evidence."""
        return EvidencePipe(self.directory / "evidence", content)

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """The whole group at once, as the kernel would when memory runs out."""
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        for process in self._processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def logs(self) -> str:
        return "\n".join(path.read_text()[-3000:] for path in sorted(self.directory.glob("log-*.txt")))

    def said(self, words: str) -> bool:
        return any(words in path.read_text() for path in self.directory.glob("log-*.txt"))

    def waits_until_said(self, words: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not self.said(words):
            assert time.monotonic() < deadline, self.logs()
            time.sleep(0.05)


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def post(url: str, content: bytes = DUMP, **query: str) -> requests.Response:
    return requests.post(f"{url}/v1/diagnoses", data=content, params=query, timeout=60)


def state_of(url: str, location: str) -> str:
    return requests.get(f"{url}{location}", timeout=30).json()["status"]


def finished(url: str, location: str) -> dict:
    """The job when it is final."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        job = requests.get(f"{url}{location}?wait=5", timeout=30).json()
        if job["status"] in FINAL:
            return job
    raise AssertionError(f"not finished: {job}")


@contextmanager
def embedded_stack(directory: Path) -> Iterator[Stack]:
    """With its tables; all it started is stopped at the end."""
    stack = Stack(directory, {})
    stack.make_tables()
    try:
        yield stack
    finally:
        stack.stop()


@contextmanager
def bare_stack(servers: Servers, kind: str, directory: Path) -> Iterator[Stack]:
    """On a broker of that kind and an empty schema of PostgreSQL: somebody has to make the tables."""
    broker = servers.get(kind)
    assert isinstance(broker, Broker)
    with servers.schema() as url:
        environ = {"LEAKBOOK_BROKER_URL": broker.url_at(broker.port), "LEAKBOOK_DATABASE_URL": url}
        stack = Stack(directory, environ, broker=broker)
        try:
            yield stack
        finally:
            stack.stop()


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Stack]:
    with embedded_stack(tmp_path) as stack:
        yield stack


@pytest.fixture(params=["embedded", "redis", "rabbitmq"])
def stack(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stack]:
    if request.param == "embedded":
        with embedded_stack(tmp_path) as stack:
            yield stack
    else:
        yield from on_servers(request, tmp_path)


@pytest.fixture(params=["redis", "rabbitmq"])
def production(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stack]:
    yield from on_servers(request, tmp_path)


def on_servers(request: pytest.FixtureRequest, directory: Path) -> Iterator[Stack]:
    with bare_stack(request.getfixturevalue("servers"), request.param, directory) as stack:
        stack.make_tables()
        yield stack
