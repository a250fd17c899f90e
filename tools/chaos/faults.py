"""What is done to a site. Each fault begins, lasts, and is undone; what follows is the service's own affair."""

from __future__ import annotations

import random
import shutil
import signal
import time
from collections.abc import Callable

from leakbook.queueing.broker import ring

from .fleet import Member
from .proxy import Proxy
from .servers import RabbitMQ, Redis, Server
from .site import LEASE_SECONDS, Site, present

JUMPS = (-3600, -60, -5, 5, 60, 3600)
Fault = Callable[[Site, random.Random], None]


def kill_worker_child(site: Site, dice: random.Random) -> None:
    """kill -9 of one pool child."""
    member = dice.choice(site.fleet.workers)
    if member.children:
        member.signal_child(dice.choice(member.children), signal.SIGKILL)


def kill_worker_main(site: Site, dice: random.Random) -> None:
    """kill -9 of the main process alone: its children are orphans with work in hand."""
    dice.choice(site.fleet.workers).process.kill()


def kill_worker_group(site: Site, dice: random.Random) -> None:
    """kill -9 of a worker and its children."""
    dice.choice(site.fleet.workers).kill()


def kill_all_workers(site: Site, _dice: random.Random) -> None:
    """kill -9 of every worker at once."""
    for member in site.fleet.workers:
        member.kill()


def kill_api(site: Site, dice: random.Random) -> None:
    """kill -9 of a replica in the middle of its requests."""
    dice.choice(site.fleet.replicas).kill()


def stop_worker_child(site: Site, dice: random.Random) -> None:
    """SIGSTOP of all children of one worker past their leases, then SIGCONT: they come back as strangers."""
    member = dice.choice(site.fleet.workers)
    children = member.children
    _stopped(member, children)


def stop_worker_main(site: Site, dice: random.Random) -> None:
    """SIGSTOP of a worker's main process: its children go on, nobody gives them anything."""
    member = dice.choice(site.fleet.workers)
    _stopped(member, [member.process.pid])


def _stopped(member: Member, pids: list[int]) -> None:
    for pid in pids:
        member.signal_child(pid, signal.SIGSTOP)
    time.sleep(LEASE_SECONDS + 2)
    for pid in pids:
        member.signal_child(pid, signal.SIGCONT)


def restart_worker_warm(site: Site, dice: random.Random) -> None:
    """SIGTERM: a rolling upgrade."""
    dice.choice(site.fleet.workers).process.terminate()


def double_messages(site: Site, _dice: random.Random) -> None:
    """Thirty tokens that nobody asked for."""
    app = site.celery()
    for _ in range(30):
        ring(app)
    app.close()


def flush_broker(site: Site, dice: random.Random) -> None:
    """Every message gone."""
    if isinstance(site.broker, Redis):
        site.broker.flush()
    elif isinstance(site.broker, RabbitMQ):
        app = site.celery()
        with app.connection_for_write() as connection:
            # A fault before this one may have cut the connection that the pool hands out.
            connection.ensure(connection, lambda: app.control.purge(connection=connection), max_retries=5)()
        app.close()
    elif dice.random() < 0.5:
        shutil.rmtree(site.data / "queue", ignore_errors=True)
    else:
        for message in (site.data / "queue").glob("*/ready/*"):
            message.unlink(missing_ok=True)


def restart_broker(site: Site, dice: random.Random) -> None:
    """kill -9 of the broker, away for a while."""
    _restart(present(site.broker), dice)


def restart_database(site: Site, dice: random.Random) -> None:
    """kill -9 of the database, which recovers from its log."""
    _restart(present(site.database), dice)


def _restart(server: Server, dice: random.Random) -> None:
    server.kill()
    time.sleep(dice.uniform(0.2, 2))
    server.start()


def cut_broker(site: Site, dice: random.Random) -> None:
    """Connections to the broker cut three times, then refused for a while."""
    _cut(present(site.broker_proxy), dice)


def cut_database(site: Site, dice: random.Random) -> None:
    """Connections to the database cut three times, then refused for a while."""
    _cut(present(site.database_proxy), dice)


def _cut(proxy: Proxy, dice: random.Random) -> None:
    for _ in range(3):
        proxy.cut()
        time.sleep(dice.uniform(0.05, 0.4))
    proxy.refuse()
    time.sleep(dice.uniform(0.2, 1.5))
    proxy.heal()


def hold_broker(site: Site, dice: random.Random) -> None:
    """A broker that takes connections and says nothing."""
    _held(present(site.broker_proxy), dice)


def hold_database(site: Site, dice: random.Random) -> None:
    """A database that takes connections and says nothing, for longer than a lease."""
    _held(present(site.database_proxy), dice)


def _held(proxy: Proxy, dice: random.Random) -> None:
    proxy.hold()
    time.sleep(LEASE_SECONDS + dice.uniform(0.5, 2))
    proxy.heal()


def delay_all(site: Site, dice: random.Random) -> None:
    """Each piece to and from broker and database a tenth of a second late."""
    proxies = [proxy for proxy in (site.broker_proxy, site.database_proxy) if proxy is not None]
    for proxy in proxies:
        proxy.delay(dice.uniform(0.02, 0.15))
    time.sleep(3)
    for proxy in proxies:
        proxy.heal()


def move_clock(site: Site, dice: random.Random) -> None:
    """The clock of one worker and one replica jumps by up to an hour, either way, and back.

    Embedded, that of all: the store is a file, which is on one host, and lives by the clock of whoever asks it.
    """
    with site.fleet.clock.moved(dice.choice(JUMPS)):
        time.sleep(3)


def move_database_clock(site: Site, dice: random.Random) -> None:
    """The clock that leases live by jumps by up to an hour, either way, and back."""
    with present(site.database_clock).moved(dice.choice(JUMPS)):
        time.sleep(3)


def fill_disk(site: Site, dice: random.Random) -> None:
    """Not a byte left for evidence, database and broker."""
    filler = site.disk / "filler"
    with filler.open("wb", buffering=0) as file:
        size = 2**20
        while size:
            try:
                file.write(b"\0" * size)
            except OSError:
                size //= 2
    time.sleep(dice.uniform(2, 4))
    filler.unlink()
    for server in (site.broker, site.database):
        if server is not None:
            server.mend()  # PostgreSQL ends itself when its log cannot grow, RabbitMQ when its files cannot


ANYWHERE: tuple[Fault, ...] = (
    kill_worker_child,
    kill_worker_main,
    kill_worker_group,
    kill_all_workers,
    kill_api,
    stop_worker_child,
    stop_worker_main,
    restart_worker_warm,
    double_messages,
    flush_broker,
)
WITH_SERVERS: tuple[Fault, ...] = (
    restart_broker,
    restart_database,
    cut_broker,
    cut_database,
    hold_broker,
    hold_database,
    delay_all,
)


def faults_for(site: Site) -> tuple[tuple[Fault, ...], tuple[str, ...]]:
    """What can be done to this site, and in words what cannot."""
    faults, missing = list(ANYWHERE), []
    if site.broker is not None:
        faults += WITH_SERVERS
    if site.fleet.clock.moves:
        faults += [move_clock] if site.database_clock is None else [move_clock, move_database_clock]
    else:
        missing.append("clock not moved: no C compiler")
    if site.has_disk:
        faults.append(fill_disk)
    else:
        missing.append("disk not filled: no right to mount one")
    return tuple(faults), tuple(missing)


def name_of(fault: Fault) -> str:
    """As it is printed."""
    return getattr(fault, "__name__", "fault").replace("_", " ")


__all__ = ["Fault", "faults_for", "name_of"]
