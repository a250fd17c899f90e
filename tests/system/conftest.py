"""Real processes: gunicorn and Celery as they run in production, on stacks that differ only in configuration."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
import requests

ROOT = Path(__file__).parents[2]
POSTGRESQL = os.environ.get("LEAKBOOK_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/test")
BROKERS = {
    "redis": os.environ.get("LEAKBOOK_TEST_REDIS", "redis://127.0.0.1:6379/9"),
    "rabbitmq": os.environ.get("LEAKBOOK_TEST_RABBITMQ", "amqp://guest:guest@127.0.0.1:5672//"),
}
FINAL = ("succeeded", "failed")
PATIENCE = 180.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Stack:
    """API and worker processes over one store; any of them may be killed and started again."""

    def __init__(self, directory: Path, environ: dict[str, str]) -> None:
        self.directory = directory
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
        self._run("-m", "service.migrate").wait(PATIENCE)

    def _run(self, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
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

    def start_api(self) -> tuple[subprocess.Popen[bytes], str]:
        port = free_port()
        process = self._run(
            "-m", "gunicorn", "-c", "service/gunicorn_conf.py", "service.app:create_app()", PORT=str(port)
        )
        url = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                requests.get(f"{url}/readyz", timeout=5).raise_for_status()
            except requests.RequestException:
                assert time.monotonic() < deadline, self.logs()
                time.sleep(0.1)
                continue
            return process, url

    def start_worker(self) -> subprocess.Popen[bytes]:
        return self._run("-m", "celery", "-A", "workers.app", "worker", "-P", "prefork", "-c", "1")

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


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def finished(url: str, location: str) -> dict:
    """The job when it is final."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        job = requests.get(f"{url}{location}?wait=5", timeout=30).json()
        if job["status"] in FINAL:
            return job
    raise AssertionError(f"not finished: {job}")


def large_dump() -> bytes:
    """Some seconds of work: many goroutines, all on stacks of their own."""
    return b"".join(
        b"goroutine %d [select, %d minutes]:\n" % (n, n % 50)
        + b"".join(b"shop/p%d.f%d(0xc%x)\n\t/src/p%d/f.go:%d +0x1d\n" % (n % 97, n + k, n, n, k + 1) for k in range(8))
        + b"\n"
        for n in range(1, 600)
    )


@pytest.fixture(scope="session")
def heavy() -> bytes:
    return large_dump()


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Stack]:
    stack = Stack(tmp_path, {})
    yield stack
    stack.stop()


def reachable(url: str) -> bool:
    host, _, port = url.rpartition("@")[2].removeprefix("redis://").split("/")[0].partition(":")
    with socket.socket() as probe:
        probe.settimeout(2)
        return probe.connect_ex((host, int(port))) == 0


@pytest.fixture(params=["redis", "rabbitmq"])
def production(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stack]:
    broker = BROKERS[request.param]
    if not (reachable(broker) and reachable(POSTGRESQL)):
        if os.environ.get("LEAKBOOK_TEST_SERVERS") == "required":
            pytest.fail(f"{broker} or {POSTGRESQL} is not reachable")
        pytest.skip("no broker or no PostgreSQL; CI has them")
    schema = f"leakbook_{secrets.token_hex(6)}"
    with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
    url = POSTGRESQL.replace("postgresql://", "postgresql+psycopg://") + f"?options=-csearch_path%3D{schema}"
    stack = Stack(tmp_path, {"LEAKBOOK_BROKER_URL": broker, "LEAKBOOK_DATABASE_URL": url})
    yield stack
    stack.stop()
    with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA {schema} CASCADE")
