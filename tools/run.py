"""Run API and worker on this machine until stopped: `./dev run`.

Each is started as its own process group, started again when it dies, and stopped with SIGTERM, later SIGKILL. Only the
standard library, so that a mistake in the environment is reported by the part that has it.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
STOP_SECONDS = 25.0
STEADY_SECONDS = 10.0
READY_SECONDS = 60.0
PR_SET_PDEATHSIG = 1


class Part:
    """One long-running command."""

    def __init__(self, name: str, command: list[str], environment: dict[str, str]) -> None:
        self.name = name
        self._command = command
        self._environment = environment
        self._pause = 0.0
        self._start()

    def _start(self) -> None:
        self._started = time.monotonic()
        self.process = subprocess.Popen(
            self._command,
            cwd=ROOT,
            env=self._environment,
            start_new_session=True,
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - this process has one thread
        )

    def revive(self) -> None:
        """Start again when it died, more slowly each time it dies young."""
        status = self.process.poll()
        if status is None:
            return
        steady = time.monotonic() - self._started > STEADY_SECONDS
        self._pause = 0.0 if steady else min(self._pause * 2 + 0.5, 10.0)
        say(f"{self.name} ended with {status}; starting it again")
        self.kill_rest()
        time.sleep(self._pause)
        self._start()

    def stop(self) -> None:
        """Ask it to finish."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)

    def kill_rest(self) -> None:
        """What is left of its group."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return

    def wait(self, seconds: float) -> None:
        """Until it ended, by force at last."""
        try:
            self.process.wait(max(seconds, 0.1))
        except subprocess.TimeoutExpired:
            say(f"{self.name} does not stop, killing it")
        self.kill_rest()
        self.process.wait()


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def say(words: str) -> None:
    """One line for who sits at the terminal."""
    print(f"leakbook: {words}", file=sys.stderr, flush=True)


def main() -> int:
    """Run until SIGINT or SIGTERM. Status 1 when it may not listen there or does not come up."""
    host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8080")
    data = Path(os.environ.get("LEAKBOOK_DATA_DIR") or ROOT / "var").absolute()
    try:
        lock = open_lock(data)
    except OSError as error:
        say(f"cannot write to {data}: {error.strerror}")
        return 1
    with lock:
        refusal = refusal_of(host, port) or refusal_of_folder(lock, data, port)
        if refusal is not None:
            say(refusal)
            return 1
        return run(host, port, surroundings(data))


def run(host: str, port: str, environment: dict[str, str]) -> int:
    """Run on an address and a folder that are free."""
    for before in (["service.preflight", host], ["service.migrate"]):
        if subprocess.run([sys.executable, "-m", *before], cwd=ROOT, env=environment, check=False).returncode:
            return 1
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stopped.set())
    parts = [Part("worker", worker_command(), environment), Part("API", api_command(), environment)]
    try:
        came_up = greet(host, port, stopped)
        while came_up and not stopped.wait(0.5):
            for part in parts:
                part.revive()
    finally:
        end(parts)
    return 0 if came_up else 1


def end(parts: list[Part]) -> None:
    """Stop all parts, the API first."""
    deadline = time.monotonic() + STOP_SECONDS
    for part in reversed(parts):
        part.stop()
    for part in parts:
        part.wait(deadline - time.monotonic())
    say("stopped")


def refusal_of(host: str, port: str) -> str | None:
    """Why the address cannot be used, None when it can."""
    if not port.isdigit() or not 0 < int(port) < 65536:
        return f"PORT is {port!r}, expected a number from 1 to 65535"
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        return f"cannot listen on {host}:{port}: {error.strerror}. Choose another port: PORT=8090 ./dev run"
    return None


def open_lock(data: Path) -> IO[str]:
    """The file by which a folder is taken: its lock goes with this process, however that ends."""
    path = data / "run" / "lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("a+")


def refusal_of_folder(lock: IO[str], data: Path, port: str) -> str | None:
    """Why the folder cannot be used; None when it is taken, for as long as the file is open, under this port."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        return (
            f"another one runs on {data}, with PORT={lock.read() or '?'}. "
            "Use that one, or choose another folder: LEAKBOOK_DATA_DIR=/tmp/leakbook PORT=8090 ./dev run"
        )
    lock.truncate(0)
    lock.write(port)
    lock.flush()
    return None


def surroundings(data: Path) -> dict[str, str]:
    """The environment of the parts; metrics of earlier processes are wiped."""
    metrics = data / "run" / "metrics"
    shutil.rmtree(metrics, ignore_errors=True)
    metrics.mkdir(parents=True)
    return os.environ | {
        "LEAKBOOK_DATA_DIR": str(data),
        "PROMETHEUS_MULTIPROC_DIR": str(metrics),
        "LEAKBOOK_LOG_FORMAT": os.environ.get("LEAKBOOK_LOG_FORMAT", "text"),
        "OPENBLAS_NUM_THREADS": "1",  # its threads spin at import and do not survive the fork
        "PYTHONPATH": str(ROOT),
    }


def api_command() -> list[str]:
    """gunicorn."""
    return [sys.executable, "-m", "gunicorn", "-c", "service/gunicorn_conf.py", "service.app:create_app()"]


def worker_command() -> list[str]:
    """Celery. `LEAKBOOK_WORKERS` pool children, else one a core, at least two and at most four."""
    children = os.environ.get("LEAKBOOK_WORKERS") or str(min(max(os.cpu_count() or 1, 2), 4))
    return [sys.executable, "-m", "celery", "-A", "workers.app", "-q", "worker", "-P", "prefork", "-c", children]


def greet(host: str, port: str, stopped: threading.Event) -> bool:
    """Wait until it answers and say what to try. False when it does not."""
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 - compared, not bound
    url = f"http://{f'[{shown}]' if ':' in shown else shown}:{port}"
    deadline = time.monotonic() + READY_SECONDS
    while not stopped.wait(0.1):
        try:
            urllib.request.urlopen(f"{url}/readyz", timeout=5).close()
        except (urllib.error.URLError, OSError):
            if time.monotonic() > deadline:
                say("the API does not answer; what it said is above")
                return False
            continue
        break
    say(f"listening on {url}")
    say("try ./dev demo in another terminal, or")
    say(f"  curl -sSf \"$SERVICE/debug/pprof/goroutine?debug=2\" | curl --data-binary @- '{url}/v1/diagnoses?wait=30'")
    say("  ($SERVICE is whatever serves net/http/pprof in your Go program, for example http://localhost:6060)")
    say(f"the API is described at {url}/docs; Ctrl-C stops everything")
    return True


if __name__ == "__main__":
    sys.exit(main())
