"""Whether the broker is there is found out in bounded time."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from leakbook.queueing.broker import build_celery, is_reachable
from leakbook.storage.settings import Settings


def reachable(tmp_path: Path, url: str | None = None) -> bool:
    environ = {"LEAKBOOK_DATA_DIR": str(tmp_path)} | ({} if url is None else {"LEAKBOOK_BROKER_URL": url})
    return is_reachable(build_celery(Settings.from_environ(environ)))


def test_a_queue_of_files_is_reachable_when_it_can_be_written(tmp_path: Path) -> None:
    assert reachable(tmp_path)
    (tmp_path / "queue").rmdir()
    (tmp_path / "queue").touch()
    assert not reachable(tmp_path)


@pytest.mark.parametrize("scheme", ["redis", "amqp"])
def test_a_broker_that_refuses_or_says_nothing_is_away_within_seconds(tmp_path: Path, scheme: str) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        url = f"{scheme}://127.0.0.1:{silent.getsockname()[1]}/0"
        assert not reachable(tmp_path, url)  # bound and not listening: refused
        silent.listen()
        started = time.monotonic()
        assert not reachable(tmp_path, url)
        assert time.monotonic() - started < 8
