"""API replicas and workers as they run in production, started again when they die, each death counted."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from contextlib import suppress
from pathlib import Path

from .clock import Clock
from .servers import descendants_of, free_port

ROOT = Path(__file__).resolve().parents[2]
READY_SECONDS = 120.0
REVIVE_SECONDS = 0.2
PR_SET_PDEATHSIG = 1


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Member:
    """One API or worker; its process changes when it dies."""

    def __init__(self, name: str, command: list[str], environment: dict[str, str], log: Path) -> None:
        """Start at once."""
        self.name = name
        self.log = log
        self._command = command
        self._environment = environment
        self.start()

    def start(self) -> None:
        """Start it (again)."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_die_with_parent,  # noqa: PLW1509 - it calls prctl and nothing else
            )

    @property
    def children(self) -> list[int]:
        """Pool children of a worker, the gunicorn worker of an API."""
        return descendants_of(self.process.pid)

    def kill(self) -> None:
        """The whole group."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def signal_child(self, pid: int, number: int) -> None:
        """One child; no error when it is gone."""
        with suppress(ProcessLookupError):
            os.kill(pid, number)


class Fleet:
    """`replicas` API processes and `workers` Celery mains on the settings of `environment`."""

    def __init__(
        self, directory: Path, environment: dict[str, str], *, replicas: int, workers: int, one_clock: bool
    ) -> None:
        """Bring the store into shape and start all. `one_clock`: they are of one host, and it moves for all of them."""
        self._environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)} | environment
        self._environment.pop("PROMETHEUS_MULTIPROC_DIR", None)
        self.clock = Clock(directory, "fleet")
        self._one_clock = one_clock
        self.deaths: Counter[str] = Counter()
        migrate = [sys.executable, "-m", "service.migrate"]
        subprocess.run(migrate, cwd=ROOT, env=self._environment, check=True)
        self.workers = [self._worker(number, directory) for number in range(workers)]
        ports = [free_port() for _ in range(replicas)]
        self.urls = [f"http://127.0.0.1:{port}" for port in ports]
        self.replicas = [self._replica(number, port, directory) for number, port in enumerate(ports)]
        self._ended = threading.Event()
        self._guard = threading.Thread(target=self._guard_on, name="guard", daemon=True)
        self._guard.start()

    def _worker(self, number: int, directory: Path) -> Member:
        pool = ["-P", "prefork", "-c", "2", "-n", f"chaos{number}@localhost"]
        command = [sys.executable, "-m", "celery", "-A", "workers.app", "worker", *pool]
        name = f"worker{number}"
        return Member(name, command, self._environment | self._clock_of(number), directory / f"{name}.log")

    def _replica(self, number: int, port: int, directory: Path) -> Member:
        command = [sys.executable, "-m", "gunicorn", "-c", "service/gunicorn_conf.py", "service.app:create_app()"]
        name = f"api{number}"
        environment = self._environment | {"PORT": str(port)} | self._clock_of(number)
        return Member(name, command, environment, directory / f"{name}.log")

    def _clock_of(self, number: int) -> dict[str, str]:
        """The second worker and the second replica live by a clock that can be moved, or all do."""
        return self.clock.environment() if number == 1 or self._one_clock else {}

    def wait_ready(self) -> None:
        """Until every replica answers. Raises TimeoutError."""
        deadline = time.monotonic() + READY_SECONDS
        for url in self.urls:
            while not self._is_ready(url):
                if time.monotonic() > deadline:
                    raise TimeoutError(f"{url} is not ready")
                time.sleep(0.05)

    @staticmethod
    def _is_ready(url: str) -> bool:
        try:
            urllib.request.urlopen(f"{url}/readyz", timeout=5).close()
        except (urllib.error.URLError, OSError):
            return False
        return True

    def _guard_on(self) -> None:
        while not self._ended.wait(REVIVE_SECONDS):
            for member in (*self.workers, *self.replicas):
                status = member.process.poll()
                if status is None:
                    continue
                self.deaths[f"{member.name[:-1]} {status}"] += 1
                member.kill()  # what it left behind in its group
                member.start()

    def stop(self) -> None:
        """Kill all."""
        self._ended.set()
        self._guard.join()
        for member in (*self.workers, *self.replicas):
            member.kill()
            member.process.wait()

    def said(self, words: str) -> int:
        """How often `words` stand in the logs of all."""
        members = (*self.workers, *self.replicas)
        return sum(member.log.read_text(errors="replace").count(words) for member in members)
