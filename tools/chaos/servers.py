"""Redis, RabbitMQ and PostgreSQL of our own: processes on loopback ports, everything they keep in one directory.

The servers of the machine are never touched. As root each runs as the user its Debian package made for it.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

READY_SECONDS = 90.0
STOP_SECONDS = 20.0
POSTGRESQL_BINARIES = Path("/usr/lib/postgresql")
RABBITMQ = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
# Guests may come from loopback only, a full disk is told early enough to see it, and nothing but AMQP listens.
RABBITMQ_SETTINGS = """\
listeners.tcp.1 = 127.0.0.1:{port}
disk_free_limit.absolute = 8MB
vm_memory_high_watermark.absolute = 400MB
log.console = true
log.console.level = warning
log.file = false
"""


def free_port() -> int:
    """A loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def descendants_of(pid: int) -> list[int]:
    """The children of a process, their children and so on; none when it is gone."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # the thread ended meanwhile
            for child in map(int, task.read_text().split()):
                found += [child, *descendants_of(child)]
    return found


class Server:
    """One server process. Subclasses say its command and when it answers."""

    name = "server"
    user = "nobody"

    def __init__(self, directory: Path) -> None:
        """Keep everything below `directory`, made if absent; nothing runs before `start`."""
        self.directory = directory
        self.port = free_port()
        directory.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(directory, self.user, self.user)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it answers. Raises RuntimeError with the end of its log."""
        self._process = self._run(self.command(), self.environment())
        deadline = time.monotonic() + READY_SECONDS
        while not self.answers():
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise RuntimeError(f"{self.name} does not start:\n{self.log()}")
            time.sleep(0.05)

    def kill(self) -> None:
        """SIGKILL to the process and all it started: PostgreSQL's children leave its group."""
        if self._process is None:
            return
        for pid in self.pids():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._process.wait()

    def pids(self) -> list[int]:
        """The process and all it started, as long as it runs."""
        return [self._process.pid, *descendants_of(self._process.pid)] if self._process is not None else []

    def mend(self) -> None:
        """Until it answers; started again when it ended, as its supervisor would. It may take a while to end."""
        deadline = time.monotonic() + READY_SECONDS
        while not self.answers():
            if not self.runs or time.monotonic() > deadline:
                self.kill()
                self.start()
            time.sleep(0.05)

    def stop(self) -> None:
        """SIGKILL too: nothing of it is needed any more."""
        self.kill()

    @property
    def runs(self) -> bool:
        """Whether the process is there; a server may end itself when its disk is full."""
        return self._process is not None and self._process.poll() is None

    def log(self) -> str:
        """The last lines it wrote."""
        return (self.directory.parent / f"{self.name}.log").read_text(errors="replace")[-3000:]

    def command(self) -> list[str]:
        """What to run."""
        raise NotImplementedError

    def environment(self) -> dict[str, str]:
        """Its environment."""
        return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8"}

    def answers(self) -> bool:
        """Whether it is ready."""
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def _run(self, command: list[str], environment: dict[str, str], *, wait: bool = False) -> subprocess.Popen[bytes]:
        owner: dict[str, Any] = {"user": self.user, "group": self.user, "extra_groups": []} if os.geteuid() == 0 else {}
        with (self.directory.parent / f"{self.name}.log").open("ab") as log:
            process = subprocess.Popen(
                command, cwd=self.directory, env=environment, stdout=log, stderr=log, start_new_session=True, **owner
            )
        if wait and process.wait(READY_SECONDS) != 0:
            raise RuntimeError(f"{command[0]} failed:\n{self.log()}")
        return process


class Broker(Server):
    """A server that Celery talks to."""

    def url_at(self, port: int) -> str:
        """For Celery, behind another port. The address of the server itself: `url_at(server.port)`."""
        raise NotImplementedError


class Redis(Broker):
    """With an append-only file and without eviction, as `docs/operations.md` asks for."""

    name = "redis"
    user = "redis"

    def url_at(self, port: int) -> str:
        """For Celery, behind another port."""
        return f"redis://127.0.0.1:{port}/0"

    def command(self) -> list[str]:
        """redis-server."""
        options = {
            "port": str(self.port),
            "bind": "127.0.0.1",
            "dir": str(self.directory),
            "appendonly": "yes",
            "appendfsync": "everysec",
            "maxmemory-policy": "noeviction",
            "save": "",
        }
        return ["redis-server", *(word for name, value in options.items() for word in (f"--{name}", value))]

    def answers(self) -> bool:
        """PING, which a server that loads its file refuses."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1) as connection:
                connection.sendall(b"PING\r\n")
                return connection.recv(16).startswith(b"+PONG")
        except OSError:
            return False

    def flush(self) -> None:
        """FLUSHALL."""
        with socket.create_connection(("127.0.0.1", self.port), 5) as connection:
            connection.sendall(b"FLUSHALL\r\n")
            connection.recv(16)


class RabbitMQ(Broker):
    """One node with its own port mapper, so that the node of the machine is not met."""

    name = "rabbitmq"
    user = "rabbitmq"

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self._distribution, self._mapper_port = free_port(), free_port()
        self._mapper: subprocess.Popen[bytes] | None = None

    def url_at(self, port: int) -> str:
        """For Celery, behind another port."""
        return f"amqp://guest:guest@127.0.0.1:{port}//"

    def start(self) -> None:
        """The port mapper first: one that the node starts would outlive us."""
        settings = self.directory / "rabbitmq.conf"
        settings.write_text(RABBITMQ_SETTINGS.format(port=self.port))
        if self._mapper is None or self._mapper.poll() is not None:
            mapper = ["epmd", "-address", "127.0.0.1", "-port", str(self._mapper_port)]
            self._mapper = self._run(mapper, self.environment())
        super().start()

    def stop(self) -> None:
        """The node and the mapper."""
        self.kill()
        if self._mapper is not None:
            self._mapper.kill()
            self._mapper.wait()

    def command(self) -> list[str]:
        """The package's own script, without the wrapper that changes the user."""
        return [str(RABBITMQ)]

    def environment(self) -> dict[str, str]:
        """Every place and port of its own."""
        return super().environment() | {
            "HOME": str(self.directory),
            "ERL_EPMD_PORT": str(self._mapper_port),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODENAME": f"leakbook{self.port}@localhost",
            "RABBITMQ_DIST_PORT": str(self._distribution),
            "RABBITMQ_CONFIG_FILE": str(self.directory / "rabbitmq.conf"),
            "RABBITMQ_CONF_ENV_FILE": str(self.directory / "none.conf"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(self.directory / "plugins"),
            "RABBITMQ_MNESIA_BASE": str(self.directory / "mnesia"),
            "RABBITMQ_LOG_BASE": str(self.directory / "log"),
            "RABBITMQ_LOGS": "-",
            "ERL_CRASH_DUMP_SECONDS": "0",
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "+S 1:1 +sbwt none +A 4 -kernel inet_dist_use_interface {127,0,0,1}",
        }

    def answers(self) -> bool:
        """A protocol header is answered by `Connection.Start`."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1) as connection:
                connection.sendall(b"AMQP\x00\x00\x09\x01")
                return len(connection.recv(8)) > 0
        except OSError:
            return False


class PostgreSQL(Server):
    """One cluster with one database, trusted from loopback."""

    name = "postgresql"
    user = "postgres"

    def __init__(self, directory: Path, more_environment: dict[str, str] | None = None) -> None:
        """`more_environment` is for its processes."""
        super().__init__(directory)
        self._more = more_environment or {}
        self._binaries = max(POSTGRESQL_BINARIES.glob("*/bin"), key=lambda path: int(path.parent.name))

    @property
    def plain_url(self) -> str:
        """For psycopg."""
        return self.plain_url_at(self.port)

    @staticmethod
    def plain_url_at(port: int) -> str:
        """The same behind another port."""
        return f"postgresql://leakbook@127.0.0.1:{port}/postgres"

    def environment(self) -> dict[str, str]:
        """With what it was given."""
        return super().environment() | self._more

    @property
    def data(self) -> Path:
        """The cluster."""
        return self.directory / "data"

    def start(self) -> None:
        """Made at the first start; after a kill the rest of the old server's lock is stale and it recovers."""
        if not (self.data / "PG_VERSION").exists():
            make = ["-D", str(self.data), "-U", "leakbook", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
            self._run([str(self._binaries / "initdb"), *make], self.environment(), wait=True)
        super().start()

    def command(self) -> list[str]:
        """postgres, small."""
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "120",
            "shared_buffers": "32MB",
            "max_wal_size": "64MB",
            "min_wal_size": "32MB",
            "restart_after_crash": "on",
            "autovacuum_naptime": "10s",
        }
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        return [str(self._binaries / "postgres"), "-D", str(self.data), *words]

    def answers(self) -> bool:
        """A query is answered, so that recovery after a crash is over."""
        import psycopg  # noqa: PLC0415 - the embedded stack runs without it

        try:
            with psycopg.connect(self.plain_url, connect_timeout=2) as connection:
                return connection.execute("SELECT 1").fetchone() == (1,)
        except psycopg.OperationalError:
            return False
