"""A child of a process whose threads use the store must be able to use it too."""

from __future__ import annotations

import os
import signal
import threading
import time

import pytest
from sqlalchemy import Engine, text

from leakbook.storage import fork_gate
from leakbook.storage.database import open_engine, reading, writing
from leakbook.storage.fork_gate import STORE, ForkGate
from leakbook.storage.settings import Settings

FORKS = 150
THREADS = 4
PATIENCE = 20.0


QUESTIONS = {
    "sqlite": "SELECT group_concat(a.sql || b.sql) FROM sqlite_master a, sqlite_master b",
    "postgresql": "SELECT string_agg(a.relname || b, ',') FROM pg_class a, generate_series(1, 20) b",
}


def ask(engine: Engine) -> None:
    """A new connection, and many calls of the library's allocator."""
    with STORE.inside():  # to close a connection is a call of the library as well
        with reading(engine) as connection:
            connection.execute(text(QUESTIONS[engine.dialect.name])).scalar_one()
        engine.dispose()


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


def test_children_of_a_process_that_uses_the_store_can_use_it(settings: Settings, engine: Engine) -> None:
    del engine  # it has made the tables
    stop = threading.Event()

    def ask_on() -> None:
        while not stop.is_set():
            ask(open_engine(settings))

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


@pytest.mark.alone
@pytest.mark.parametrize("opened", [reading, writing])
def test_a_fork_waits_for_the_transactions_of_other_threads(engine: Engine, opened) -> None:
    inside, ended = threading.Event(), []

    def hold() -> None:
        with opened(engine) as connection:
            connection.execute(text("SELECT 1"))
            inside.set()
            time.sleep(0.3)
        ended.append(time.monotonic())

    holding = threading.Thread(target=hold)
    holding.start()
    assert inside.wait(PATIENCE)
    if (child := os.fork()) == 0:
        os._exit(0)
    forked = time.monotonic()
    assert ends_well(child)
    holding.join()
    assert ended[0] < forked + 0.1  # the block is left just before it is written down


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
