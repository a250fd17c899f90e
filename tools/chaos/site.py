"""One stack: its servers behind proxies, its fleet, its disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TypeVar

from celery import Celery

from leakbook.queueing.broker import build_celery
from leakbook.storage.settings import Settings

from .clock import Clock
from .fleet import Fleet
from .proxy import Proxy
from .receiver import SECRET, Receiver
from .servers import Broker, PostgreSQL, RabbitMQ, Redis

STACKS = ("embedded", "redis+pg", "rabbitmq+pg")
DISK_BYTES = 400 * 2**20
LEASE_SECONDS = 2.0
Part = TypeVar("Part")


class Site:
    """Everything of a run below one directory, on a small disk of its own where it may be mounted."""

    def __init__(self, stack: str) -> None:
        """Start servers and fleet of `stack`; what was started is stopped when the rest does not start."""
        self.stack = stack
        self._fleet: Fleet | None = None
        self.root = Path(tempfile.mkdtemp(prefix="leakbook-chaos-"))
        self.disk = self.root / "disk"
        self.has_disk = _mount(self.disk)
        self.broker: Broker | None = None
        self.database: PostgreSQL | None = None
        self.database_clock: Clock | None = None
        self.broker_proxy: Proxy | None = None
        self.database_proxy: Proxy | None = None
        self.receiver = Receiver()
        try:
            self._start()
        except BaseException:
            self.stop()
            raise

    def _start(self) -> None:
        self.root.chmod(0o755)  # the servers run as users of their own
        self.logs = self.root / "logs"
        self.logs.mkdir()
        self.environment = {
            "LEAKBOOK_DATA_DIR": str(self.disk / "data"),
            "LEAKBOOK_LEASE_SECONDS": f"{LEASE_SECONDS:g}",
            "LEAKBOOK_SWEEP_SECONDS": "0.5",
            "LEAKBOOK_MAX_ATTEMPTS": "5",
            "LEAKBOOK_LARGE_BYTES": "100000",  # what is posted is small; both queues shall be used
            "LEAKBOOK_CALLBACKS": "on",
            "LEAKBOOK_CALLBACK_ALLOW": self.receiver.url,
            "LEAKBOOK_CALLBACK_SECRETS": f"default={SECRET}",
            "LEAKBOOK_CALLBACK_SECONDS": "2",
            "LEAKBOOK_CALLBACK_RETRY_SECONDS": "0.2",
        }
        if self.stack != "embedded":
            self._start_servers()
        is_embedded = self.database_clock is None
        self._fleet = Fleet(self.logs, self.environment, replicas=2, workers=2, one_clock=is_embedded)
        self._fleet.wait_ready()

    def _start_servers(self) -> None:
        kind: type[Broker] = Redis if self.stack.startswith("redis") else RabbitMQ
        self.broker = kind(self.disk / "broker")
        self.database_clock = Clock(self.logs, "database")
        self.database = PostgreSQL(self.disk / "database", self.database_clock.environment())
        for server in (self.broker, self.database):
            server.start()
        self.broker_proxy, self.database_proxy = Proxy(self.broker.port), Proxy(self.database.port)
        store = self.database.plain_url_at(self.database_proxy.port).replace("postgresql:", "postgresql+psycopg:")
        self.environment |= {
            "LEAKBOOK_BROKER_URL": self.broker.url_at(self.broker_proxy.port),
            "LEAKBOOK_DATABASE_URL": store,
        }

    @property
    def fleet(self) -> Fleet:
        """Replicas and workers."""
        return present(self._fleet)

    @property
    def books_place(self) -> Path | str:
        """For `Books`."""
        return self.data / "leakbook.sqlite3" if self.database is None else self.database.plain_url

    @property
    def data(self) -> Path:
        """What the fleet keeps."""
        return self.disk / "data"

    def celery(self) -> Celery:
        """Rings on the broker itself, past the proxy."""
        environment = dict(self.environment)
        if self.broker is not None:
            environment["LEAKBOOK_BROKER_URL"] = self.broker.url_at(self.broker.port)
        return build_celery(Settings.from_environ(environment))

    def stop(self) -> None:
        """Stop all; the directory is removed."""
        if self._fleet is not None:
            self._fleet.stop()
        self.receiver.close()
        for proxy in (self.broker_proxy, self.database_proxy):
            if proxy is not None:
                proxy.close()
        for server in (self.broker, self.database):
            if server is not None:
                server.stop()
        if self.has_disk:
            subprocess.run(["umount", "--lazy", str(self.disk)], check=True)
        shutil.rmtree(self.root)


def present(part: Part | None) -> Part:
    """What this stack must have. Raises LookupError."""
    if part is None:
        raise LookupError("this stack has no such part")
    return part


def _mount(disk: Path) -> bool:
    """A disk in memory that can be filled; without the right to mount a plain directory that cannot."""
    disk.mkdir()
    if os.geteuid() != 0:
        return False
    options = f"size={DISK_BYTES},mode=755"
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], check=False)
    return mounted.returncode == 0
