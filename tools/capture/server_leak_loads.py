"""What the users of the leaking servers do to them."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import server_image_loads as image_loads
import server_loads as loads
from server_traffic import Traffic
from server_wire import Amqp, Grpc, field, nats_line

LOOPBACK = "127.0.0.1"
WATCH = "/etcdserverpb.Watch/Watch"
EVENTS = "/containerd.services.events.v1.Events/"


def port_of(traffic: Traffic, letter: str) -> int:
    """The number behind a port's letter."""
    return int(traffic.of[letter])


class PageServer(ThreadingHTTPServer):
    """A server that says nothing of clients that hang up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """They do when the server under observation is ended."""


def until_end(traffic: Traffic, server: ThreadingHTTPServer) -> None:
    """Serve until the run ends."""
    traffic.once(server.serve_forever)
    threading.Thread(
        target=lambda: (traffic.stopped.wait(), server.shutdown(), server.server_close()), daemon=True
    ).start()


def pages(traffic: Traffic, port: str, page: Callable[[int], bytes], kind: str = "text/plain") -> None:
    """A server of ours whose answers `page` makes, told how many there were before."""
    turns = iter(range(10**9))

    class Page(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = page(next(turns))
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - http.server's name
            """Say nothing."""

    until_end(traffic, PageServer((LOOPBACK, port_of(traffic, port)), Page))


def tarpit(traffic: Traffic, port: str) -> None:
    """A listener that accepts, and never reads nor answers."""
    listener = socket.create_server((LOOPBACK, port_of(traffic, port)), backlog=2000)
    traffic.once(lambda: (traffic.stopped.wait(), listener.close()))

    def accept() -> None:
        kept = []
        while True:
            kept.append(listener.accept())

    traffic.once(accept)


def new_groups(traffic: Traffic) -> None:
    """Every batch job pushes under a grouping key of its own, and none is ever deleted."""

    def push(turn: int) -> None:
        body = "".join(f'job_step_seconds{{step="s{n}"}} {turn}\n' for n in range(25)).encode()
        traffic.send("PUT", f"/metrics/job/batch/pod/worker-{turn:06d}-{turn * 7919 % 100003:05x}", body)

    traffic.repeat(0.04, push)
    traffic.keep_alive(["/metrics"], clients=1, every=10.0)


def new_labels(traffic: Traffic) -> None:
    """Log lines whose label is the client's address: always another."""
    log_file = Path(traffic.of["home"]) / "logs" / "first.log"

    def write(turn: int) -> None:
        with log_file.open("a") as log:
            log.write("".join(f"GET /page {n % 90} client-{turn * 160 + n}.users.example.test\n" for n in range(160)))

    traffic.repeat(0.25, write)
    traffic.keep_alive(["/metrics"], clients=1, every=20.0)


def new_files(traffic: Traffic) -> None:
    """A log file for every session, none of which is removed."""
    logs = Path(traffic.of["home"]) / "logs"
    traffic.repeat(0.2, lambda turn: (logs / f"session-{turn}.log").write_text("GET /page 3\n" * 20))
    loads.exporter(traffic)


def new_series(traffic: Traffic) -> None:
    """A target whose every scrape has another pod's name in its labels."""
    names = [f"app_requests_{n}_total" for n in range(40)]

    def page(turn: int) -> bytes:
        pods = [f"app-{turn * 25 + n:08d}" for n in range(25)]
        return "".join(f'{name}{{pod="{pod}",code="200"}} 1\n' for name in names for pod in pods).encode()

    pages(traffic, "d", page)
    traffic.keep_alive([f"/api/v1/query?query={quote('up')}"], clients=2, every=1.0)


def renewed_silences(traffic: Traffic) -> None:
    """Tools that prolong the same silences again and again, and alerts that are compared with them."""
    loads.sink(traffic)
    known: dict[int, str] = {}

    def prolong(turn: int) -> None:
        number = turn % 40
        silence = {
            "matchers": [
                {"name": "service", "value": f"s{number}.*|{'x' * 300}", "isRegex": True},
                {"name": "instance", "value": ".+", "isRegex": True},
            ],
            "startsAt": "2020-01-01T00:00:00Z",
            "endsAt": f"2099-01-01T00:{turn // 60 % 60:02d}:{turn % 60:02d}Z",
            "createdBy": "a tool",
            "comment": "prolonged " * 60,
        }
        if number in known:
            silence["id"] = known[number]
        known[number] = traffic.post("/api/v2/silences", silence)["silenceID"]

    for _ in range(3):
        traffic.repeat(0.05, prolong)
    alert = [{"labels": {"alertname": "Slow", "service": f"s{n}", "instance": "i"}} for n in range(40)]
    traffic.repeat(0.5, lambda _: traffic.post("/api/v2/alerts", alert))
    traffic.repeat(1.0, lambda _: traffic.get("/api/v2/alerts?silenced=true"))


def _create(key: bytes, number: int) -> bytes:
    return field(1, field(1, key) + field(7, number))


def _cancel(number: int) -> bytes:
    return field(2, field(1, number))


def abandoned_watches(traffic: Traffic) -> None:
    """Clients that make and cancel watches without reading the answers, and then go away."""
    loads.etcd(traffic)

    def abandon(turn: int) -> None:
        client = Grpc((LOOPBACK, port_of(traffic, "a")), window=0)
        numbers = range(1, 1300)
        client.call(WATCH, [part for n in numbers for part in (_create(b"a/%d" % turn, n), _cancel(n))])
        traffic.stopped.wait(0.4)
        client.close()

    for _ in range(3):
        traffic.repeat(0.2, abandon)


def new_watches(traffic: Traffic) -> None:
    """One client, which watches another key for every job on one stream and never cancels."""
    client = Grpc((LOOPBACK, port_of(traffic, "a")))
    stream = client.call(WATCH)
    traffic.once(lambda: traffic.drain(client.line))
    traffic.repeat(
        0.1, lambda turn: client.send(stream, [_create(b"jobs/%d/state" % (turn * 40 + n), 0) for n in range(40)])
    )
    traffic.repeat(1.0, lambda _: traffic.get("/health"))


def new_streams(traffic: Traffic) -> None:
    """One client, which opens a stream with a watch for every job and leaves it open."""
    client = Grpc((LOOPBACK, port_of(traffic, "a")))
    traffic.once(lambda: traffic.drain(client.line))
    traffic.repeat(0.12, lambda turn: client.call(WATCH, [_create(b"jobs/%d" % turn, 0)]))
    traffic.repeat(1.0, lambda _: traffic.get("/health"))


def new_leases(traffic: Traffic) -> None:
    """Every worker registers under a lease of a day, and a restarted one under another."""

    def register(turn: int, number: int) -> None:
        granted = traffic.post("/v3/lease/grant", {"TTL": 86400})
        worker = f"workers/{number}/{turn:08d}"
        put = {"key": loads.base64_text(worker), "value": loads.base64_text("x" * 600), "lease": granted["ID"]}
        traffic.post("/v3/kv/put", put)

    for number in range(6):
        traffic.repeat(0.03, lambda turn, number=number: register(turn, number))


def new_consumers(traffic: Traffic) -> None:
    """Every request makes a durable consumer of its own, and leaves it."""
    line = nats_line(port_of(traffic, "b"))
    traffic.once(lambda: loads.answer_pings(traffic, line))
    stream = json.dumps({"name": "KEPT", "subjects": ["kept.>"], "storage": "memory", "max_msgs": 1000}).encode()
    line.sendall(b"PUB $JS.API.STREAM.CREATE.KEPT %d\r\n%s\r\n" % (len(stream), stream))

    def consume(turn: int) -> None:
        name = f"request-{turn:06d}"
        config = {"durable_name": name, "ack_policy": "explicit", "deliver_policy": "new"}
        body = json.dumps({"stream_name": "KEPT", "config": config}).encode()
        line.sendall(b"PUB $JS.API.CONSUMER.DURABLE.CREATE.KEPT.%s %d\r\n%s\r\n" % (name.encode(), len(body), body))
        line.sendall(b"PUB kept.x 5\r\nhello\r\n")

    traffic.repeat(0.08, consume)
    traffic.keep_alive(["/varz", "/jsz"], port="c", clients=1, every=5.0)


def new_subjects(traffic: Traffic) -> None:
    """A client that subscribes to an inbox for every request and never unsubscribes."""
    line = nats_line(port_of(traffic, "b"))
    traffic.once(lambda: loads.answer_pings(traffic, line))

    def subscribe(turn: int) -> None:
        numbers = range(turn * 60, turn * 60 + 60)
        line.sendall(b"".join(b"SUB _INBOX.%08x.reply %d\r\n" % (n * 2654435761 % 2**32, n + 1) for n in numbers))

    traffic.repeat(0.15, subscribe)
    traffic.keep_alive(["/varz", "/connz"], port="c", clients=1, every=5.0)


def unread_messages(traffic: Traffic) -> None:
    """Two subscribers that hang while a publisher goes on, and a server that is allowed to keep it all for them."""
    for _ in range(2):
        idle = nats_line(port_of(traffic, "b"))
        idle.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        idle.sendall(b"SUB quotes.> 1\r\n")
        traffic.once(lambda idle=idle: (traffic.stopped.wait(), idle.close()))
    line = nats_line(port_of(traffic, "b"))
    traffic.once(lambda: loads.answer_pings(traffic, line))
    message = b"PUB quotes.a 2000\r\n" + b"q" * 2000 + b"\r\n"
    traffic.repeat(0.05, lambda _: line.sendall(message * 20))
    traffic.keep_alive(["/varz", "/connz"], port="c", clients=1, every=5.0)


def new_tags(traffic: Traffic) -> None:
    """Points tagged with the request's id: every point is a series."""
    traffic.send("POST", "/query?q=CREATE+DATABASE+load")

    def write(turn: int) -> None:
        lines = "\n".join(f"requests,host=h{n % 9},request=r{turn * 150 + n} value={turn}" for n in range(150))
        traffic.send("POST", "/write?db=load", lines.encode())

    traffic.repeat(0.3, write)
    traffic.keep_alive(["/ping"], clients=2, every=1.0)


def kept_jobs(traffic: Traffic) -> None:
    """A page that lists a folder in the background again and again, and seldom asks for the result."""
    listing = {"fs": traffic.of["home"] + "/from", "remote": "", "_async": True}
    for _ in range(2):
        traffic.repeat(0.12, lambda _: traffic.post("/operations/list", listing))
    traffic.repeat(1.0, lambda _: traffic.post("/core/stats", {}))


def polled_config(traffic: Traffic) -> None:
    """A configuration that is loaded over HTTP with a delay, and seldom changes."""
    whole = (Path(traffic.of["home"]) / "caddy.json").read_bytes()
    pages(traffic, "d", lambda _: whole, "application/json")
    traffic.keep_alive(["/"], port="b", clients=3, every=1.0)


def hanging_upstream(traffic: Traffic) -> None:
    """One of two upstreams accepts and never answers; callers wait as long as it takes."""
    loads.sink(traffic)
    tarpit(traffic, "e")
    traffic.keep_alive(["/"], port="b", clients=6, every=0.6)
    ask = b"GET /report HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    traffic.repeat(0.25, lambda _: traffic.hold("b", 1, ask))


def hanging_command(traffic: Traffic) -> None:
    """A hook whose command hangs, called by a timer that does not wait; other hooks work."""
    traffic.keep_alive(["/hooks/build"], clients=3, every=1.0)
    traffic.repeat(0.7, lambda _: traffic.hold("a", 1, b"GET /hooks/notify HTTP/1.1\r\nHost: x\r\n\r\n"))


def unread_events(traffic: Traffic) -> None:
    """A subscriber of events that stopped reading, beside those that read."""
    address = f"{traffic.of['home']}/containerd.sock"
    stuck = Grpc(address, window=0)
    stuck.call(EVENTS + "Subscribe", [b""], ends=True)
    traffic.once(lambda: (traffic.stopped.wait(), stuck.close()))
    publisher = Grpc(address)
    traffic.once(lambda: traffic.drain(publisher.line))

    def publish(turn: int) -> None:
        content = field(1, b"types.containerd.io/demo.Event") + field(2, b"e" * 8000)
        publisher.call(EVENTS + "Publish", [field(1, b"/demo/%d" % turn) + field(2, content)], ends=True)

    traffic.repeat(0.02, publish)
    image_loads.containerd(traffic)


def new_event_masks(traffic: Traffic) -> None:
    """Scripts that follow events, each with a selection of its own."""
    kinds = ("Starting", "DeviceConnected", "DeviceDisconnected", "LocalIndexUpdated", "RemoteIndexUpdated")
    kinds += ("ItemStarted", "ItemFinished", "StateChanged", "FolderSummary", "FolderCompletion", "ConfigSaved")

    def follow(turn: int) -> None:
        chosen = ",".join(kind for bit, kind in enumerate(kinds) if (turn + 1) >> bit & 1)
        address = f"http://127.0.0.1:{traffic.of['c']}/rest/events?timeout=1&events={chosen}"
        traffic.run("curl", "-s", "-m", "2", "-H", "X-API-Key: key", address)

    for start in range(5):
        traffic.repeat(0.5, lambda turn, start=start: follow(turn * 5 + start))


def new_channels(traffic: Traffic) -> None:
    """A client that opens a channel for every message and closes none."""

    def work() -> None:
        client = Amqp(port_of(traffic, "b"))
        for number in range(1, 4000):
            client.open_channel(number)
            traffic.stopped.wait(0.15)

    traffic.once(work)
    traffic.keep_alive(["/overview"], port="c", clients=1, every=2.0)
