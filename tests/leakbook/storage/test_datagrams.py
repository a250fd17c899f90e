"""Rings between processes of one host."""

from __future__ import annotations

from leakbook.storage.datagrams import Inbox, ring_all, socket_directory


def test_every_inbox_is_rung_and_dead_ones_are_cleared_away(tmp_path) -> None:
    first, second, dead = (Inbox(tmp_path) for _ in range(3))
    dead._socket.close()  # as after kill -9: the file stays
    ring_all(tmp_path, b"job")
    assert first.drain() == second.drain() == (b"job",)
    assert first.drain() == ()
    assert not dead.path.exists()
    first.close()
    second.close()
    assert list(tmp_path.glob("*.sock")) == []


def test_a_full_inbox_does_not_hold_up_who_rings(tmp_path) -> None:
    inbox = Inbox(tmp_path)
    for _ in range(5000):
        ring_all(tmp_path, b"job")
    assert inbox.drain()
    inbox.close()


def test_a_long_path_is_replaced_by_a_private_short_one(tmp_path) -> None:
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    short = socket_directory(deep)
    assert short == socket_directory(deep) != deep
    inbox = Inbox(deep)
    ring_all(deep, b"x")
    assert inbox.drain() == (b"x",)
    assert short.stat().st_mode & 0o077 == 0
    inbox.close()
    short.rmdir()
