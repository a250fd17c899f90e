"""The API under gunicorn, as it is run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import requests

from leakbook.storage.settings import Settings
from tools.chaos.servers import free_port

ROOT = Path(__file__).parents[2]


@contextmanager
def serving(settings: Settings, environ: Mapping[str, str]) -> Iterator[int]:
    """The port of a server on the store of `settings`, which takes everything else from `environ`."""
    with started(settings, environ) as (_, port):
        yield port


@contextmanager
def started(settings: Settings, environ: Mapping[str, str]) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The same with its process."""
    port = free_port()
    whole = os.environ | {
        "LEAKBOOK_DATA_DIR": str(settings.data_dir),
        "LEAKBOOK_THREADS": "4",
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "PYTHONPATH": str(ROOT),
        "OPENBLAS_NUM_THREADS": "1",
        **environ,
    }
    whole.pop("PROMETHEUS_MULTIPROC_DIR", None)
    command = [sys.executable, "-m", "gunicorn", "-c", "service/gunicorn_conf.py", "service.app:create_app()"]
    with (settings.data_dir / "api.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=whole, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + 60
        while not answers(port):
            assert process.poll() is None, (settings.data_dir / "api.log").read_text()
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield process, port
    finally:
        process.terminate()
        process.wait()


def answers(port: int) -> bool:
    """Whether a request is served within five seconds."""
    try:
        requests.get(f"http://127.0.0.1:{port}/livez", timeout=5).raise_for_status()
    except requests.RequestException:
        return False
    return True
