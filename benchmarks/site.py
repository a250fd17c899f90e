"""API, worker and broker of their own for a measurement: processes as in production, everything in one folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.chaos.fleet import ROOT, Member
from tools.chaos.servers import Redis, descendants_of, free_port

READY_SECONDS = 60.0
TICKS = os.sysconf("SC_CLK_TCK")


class Site:
    """One API and one worker with `children` pool children, and a no-op worker on the same kind of broker."""

    def __init__(self, folder: Path, broker: str, children: int, **settings: str) -> None:
        """Start all, with further variables of the environment, and wait until it answers. Raises TimeoutError."""
        self.folder = folder
        self._redis = Redis(folder / "redis") if broker == "redis" else None
        self.environment = os.environ | {
            "OPENBLAS_NUM_THREADS": "1",
            "PYTHONPATH": str(ROOT),
            "LEAKBOOK_DATA_DIR": str(folder / "data"),
            **settings,
        }
        self.environment.pop("PROMETHEUS_MULTIPROC_DIR", None)
        self.noop_environment = self.environment | {"LEAKBOOK_DATA_DIR": str(folder / "noop")}
        if self._redis is not None:
            folder.chmod(0o755)
            self._redis.start()
            url = self._redis.url_at(self._redis.port)
            self.environment |= {"LEAKBOOK_BROKER_URL": url}
            self.noop_environment |= {"LEAKBOOK_BROKER_URL": url.removesuffix("0") + "1"}
        subprocess.run([sys.executable, "-m", "service.migrate"], cwd=ROOT, env=self.environment, check=True)
        (folder / "noop").mkdir()
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.worker = self._celery("workers.app", children, self.environment)
        self.noop = self._celery("benchmarks.noop", 1, self.noop_environment)
        gunicorn = [sys.executable, "-m", "gunicorn", "-c", "service/gunicorn_conf.py", "service.app:create_app()"]
        self.api = Member("api", gunicorn, self.environment | {"PORT": str(port)}, folder / "api.log")
        self._wait_ready()

    def _celery(self, app: str, children: int, environment: dict[str, str]) -> Member:
        pool = ["-P", "prefork", "-c", str(children), "-n", f"{app}@localhost"]
        command = [sys.executable, "-m", "celery", "-A", app, "worker", *pool]
        return Member(app, command, environment, self.folder / f"{app}.log")

    def _wait_ready(self) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"{self.url}/readyz", timeout=5).close()
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
            else:
                return
        raise TimeoutError((self.folder / "api.log").read_text()[-2000:])

    def pids(self, member: Member) -> list[int]:
        """The member's processes."""
        return [member.process.pid, *descendants_of(member.process.pid)]

    def cpu_seconds(self, member: Member) -> float:
        """What its processes have used so far."""
        total = 0
        for pid in self.pids(member):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def resident_bytes(self) -> int:
        """RSS of API and worker together; shared pages count in each."""
        total = 0
        for member in (self.api, self.worker):
            for pid in self.pids(member):
                found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
                total += int(found[1]) * 1024 if found else 0
        return total

    def job_milliseconds(self) -> list[float]:
        """What the worker's log says of its jobs, claim to stored answer."""
        log = (self.folder / "workers.app.log").read_text(errors="replace")
        return [
            float(found[1])
            for line in log.splitlines()
            if "job done" in line and (found := re.search(r'"?ms"?[=:] ?([\d.]+)', line))
        ]

    def stop(self) -> None:
        """Kill all."""
        for member in (self.api, self.worker, self.noop):
            member.kill()
            member.process.wait()
        if self._redis is not None:
            self._redis.stop()


@contextmanager
def running(folder: Path, broker: str, children: int, **settings: str) -> Iterator[Site]:
    """A site while it is needed."""
    site = Site(folder, broker, children, **settings)
    try:
        yield site
    finally:
        site.stop()
