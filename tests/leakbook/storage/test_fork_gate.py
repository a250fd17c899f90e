"""A child of a process whose threads use SQLite must be able to use it too."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from leakbook.storage import fork_gate
from leakbook.storage.database import open_engine, reading
from leakbook.storage.fork_gate import ForkGate
from leakbook.storage.migrate import migrate
from leakbook.storage.settings import Settings

FORKS = 150
THREADS = 4
PATIENCE = 20.0


def ask(engine: Engine) -> None:
    """Many calls of the library's allocator."""
    with reading(engine) as connection:
        connection.execute(
            text("SELECT group_concat(a.sql || b.sql) FROM sqlite_master a, sqlite_master b")
        ).scalar_one()


def ends_well(child: int) -> bool:
    """Whether the child ends by itself and without an error; one that hangs is killed."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status == 0
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def test_children_of_a_process_that_uses_the_store_can_use_it(tmp_path: Path) -> None:
    settings = Settings.from_environ({"LEAKBOOK_DATA_DIR": str(tmp_path)})
    migrate(open_engine(settings))
    stop = threading.Event()

    def ask_on() -> None:
        engine = open_engine(settings)
        while not stop.is_set():
            ask(engine)

    threads = [threading.Thread(target=ask_on) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    try:
        for number in range(FORKS):
            if (child := os.fork()) == 0:
                try:
                    ask(open_engine(settings))
                    os._exit(0)
                finally:
                    os._exit(1)
            assert ends_well(child), f"child {number} hangs"
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def test_a_fork_waits_for_whoever_is_inside_and_lets_nobody_in() -> None:
    gate, forked, late = ForkGate(), threading.Event(), threading.Event()

    def fork() -> None:
        gate.close()
        forked.set()
        assert not late.wait(0.2)
        gate.open()

    def come_late() -> None:
        with gate.inside():
            late.set()

    forking = threading.Thread(target=fork)
    with gate.inside(), gate.inside():
        forking.start()
        assert not forked.wait(0.1)
    assert forked.wait(PATIENCE)
    coming = threading.Thread(target=come_late)
    coming.start()
    forking.join()
    assert late.wait(PATIENCE)
    coming.join()


def test_a_fork_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fork_gate, "LONGEST_SECONDS", 0.05)
    gate = ForkGate()
    with gate.inside():
        gate.close()
        gate.open()
