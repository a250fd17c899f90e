"""A kombu transport for one host without a server: messages are files, a datagram wakes the consumers.

The shipped file transport loses what it handed out when its worker is killed, and polls. This one keeps the message
until it is acknowledged and sleeps in the worker's event loop. There is no fan-out: remote control and gossip are off.
"""

from __future__ import annotations

import errno
import logging
import os
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, virtual
from kombu.utils.json import dumps, loads

from ..storage.datagrams import Inbox, ring_all
from .message_files import MessageFiles

LOG = logging.getLogger(__name__)
SCHEME = "localq"
NET_SECONDS = 5.0
"""A consumer looks this often even when nobody rang."""


def register() -> None:
    """Make `localq://` known to kombu."""
    TRANSPORT_ALIASES[SCHEME] = f"{__name__}:Transport"


class Channel(virtual.Channel):
    """Delivery tags are kept with the file that their message lies in."""

    do_restore = False  # unacknowledged messages are given back by name, not written anew

    def __init__(self, connection: Any, **options: Any) -> None:
        super().__init__(connection, **options)
        self._root = Path(connection.client.transport_options["directory"])
        self._queues: dict[str, MessageFiles] = {}
        self._places: dict[str, tuple[MessageFiles, Path]] = {}

    def _files(self, queue: str) -> MessageFiles:
        if queue not in self._queues:
            self._queues[queue] = MessageFiles(self._root / queue)
        return self._queues[queue]

    def _put(self, queue: str, message: Any, **_options: Any) -> None:
        self._files(queue).put(dumps(message).encode())
        ring_all(bell_directory(self._root), b"")

    def _get(self, queue: str, timeout: float | None = None) -> Any:  # noqa: ARG002 - kombu's signature
        files = self._files(queue)
        taken = files.take()
        if taken is None:
            raise Empty
        place, content = taken
        try:
            message = loads(content)
        except ValueError:
            # Cut by a crash of the machine before it was on disk. A token says nothing that the store does not know.
            LOG.warning("message %s cannot be read, dropped", place.name)
            place.unlink(missing_ok=True)
            return self._get(queue)
        self._places[message["properties"]["delivery_tag"]] = (files, place)
        return message

    def _size(self, queue: str) -> int:
        return len(self._files(queue))

    def _purge(self, queue: str) -> int:
        return self._files(queue).clear()

    def _has_queue(self, queue: str, **_options: Any) -> bool:
        return (self._root / queue).is_dir()

    def _new_queue(self, queue: str, **_options: Any) -> None:
        self._files(queue)

    def basic_consume(self, queue: str, *args: Any, **options: Any) -> Any:
        self._files(queue).recover()
        return super().basic_consume(queue, *args, **options)

    def basic_ack(self, delivery_tag: str, multiple: bool = False) -> None:  # noqa: FBT001, FBT002 - kombu's signature
        super().basic_ack(delivery_tag, multiple=multiple)
        self._forget(delivery_tag)

    def basic_reject(self, delivery_tag: str, requeue: bool = False) -> None:  # noqa: FBT001, FBT002 - kombu's signature
        super().basic_reject(delivery_tag, requeue=requeue)
        self._forget(delivery_tag)

    def _forget(self, delivery_tag: str) -> None:
        _, place = self._places.pop(delivery_tag, (None, None))
        if place is not None:
            place.unlink(missing_ok=True)
        if self.connection is not None:
            self.connection.have_room()

    def close(self) -> None:
        while self._places:
            _, (files, place) = self._places.popitem()
            files.give_back(place)
        super().close()


class Transport(virtual.Transport):
    """Consumers sleep on an inbox in Celery's event loop."""

    Channel = Channel
    driver_type = SCHEME
    driver_name = SCHEME
    polling_interval = 0.1  # only for consumers without an event loop
    implements = virtual.Transport.implements.extend(asynchronous=True, exchange_type=frozenset(["direct", "topic"]))

    _inbox: Inbox | None = None
    _loop: Any = None

    def driver_version(self) -> str:
        return "1"

    def establish_connection(self) -> Any:
        """Raises OSError when there is no writing messages: that is what being away means here."""
        client: Any = self.client
        root = Path(client.transport_options["directory"])
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not os.access(root, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, "the queue cannot be written to", str(root))
        return super().establish_connection()

    def register_with_event_loop(self, connection: Any, loop: Any) -> None:
        self._loop = loop
        self._inbox = Inbox(bell_directory(Path(connection.client.transport_options["directory"])))
        loop.add_reader(self._inbox.fileno(), self._on_bell)
        loop.call_soon(self._deliver_ready)  # what came while nobody listened
        loop.call_repeatedly(NET_SECONDS, self._look)

    def have_room(self) -> None:
        """An acknowledged message makes room for the next: without this a full consumer sleeps on."""
        if self._inbox is not None:
            self._loop.call_soon(self._deliver_ready)

    def _look(self) -> None:
        """What nobody rang for; listens anew where somebody removed the socket."""
        if self._inbox is not None and not self._inbox.path.exists():
            self._loop.remove(self._inbox.fileno())
            directory = self._inbox.path.parent
            self._inbox.close()
            self._inbox = Inbox(directory)
            self._loop.add_reader(self._inbox.fileno(), self._on_bell)
        self._deliver_ready()

    def _on_bell(self) -> None:
        if self._inbox is not None:
            self._inbox.drain()
            self._deliver_ready()

    def _deliver_ready(self) -> None:
        if self._inbox is None or self.cycle is None:
            return
        try:
            while True:
                self.cycle.get(self._deliver)
        except Empty:
            return

    def close_connection(self, connection: Any) -> None:
        if self._inbox is not None:
            self._loop.remove(self._inbox.fileno())
            self._inbox.close()
            self._inbox = None
        super().close_connection(connection)


def bell_directory(root: Path) -> Path:
    """Where the consumers of all queues listen."""
    return root / "bell"
