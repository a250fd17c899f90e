"""Heavy loads that a server keeps up with, or that it bounds by itself: what only looks like a leak."""

from __future__ import annotations

import socket
from urllib.parse import quote

import server_image_loads as image_loads
import server_loads as loads
from server_leak_loads import EVENTS, LOOPBACK, WATCH, pages, port_of, tarpit
from server_traffic import Traffic
from server_wire import Grpc, field


def held_watches(traffic: Traffic) -> None:
    """Three hundred watches on as many streams, all there from the start; readers that are slow, but read."""
    loads.etcd(traffic)
    for _ in range(6):
        client = Grpc((LOOPBACK, port_of(traffic, "a")))
        for number in range(50):
            client.call(WATCH, [field(1, field(1, b"app/%d" % number) + field(2, b"app0"))])
        traffic.repeat(0.3, lambda _, client=client: client.line.recv(4096))


def filling_head(traffic: Traffic) -> None:
    """Many fixed series: the head block fills until it is cut after two hours."""

    def page(turn: int) -> bytes:
        return "".join(f'app_value{{part="p{n}"}} {turn * 0.37 + n * turn % 17}\n' for n in range(4000)).encode()

    pages(traffic, "d", page)
    traffic.keep_alive([f"/api/v1/query?query={quote('avg(app_value)')}"], clients=2, every=2.0)


def stuck_receiver(traffic: Traffic) -> None:
    """Remote write to a receiver that accepts and never answers: shards wait, the queue is on disk."""
    tarpit(traffic, "d")
    traffic.keep_alive(["/metrics"], clients=2, every=1.0)


def many_alerts(traffic: Traffic) -> None:
    """Six hundred firing alerts in as many groups, and a receiver that takes its time."""
    loads.sink(traffic)

    def fire(_: int) -> None:
        labels = [{"alertname": "Slow", "service": f"s{n}", "instance": f"i{n % 30}"} for n in range(600)]
        traffic.post("/api/v2/alerts", [{"labels": one} for one in labels])

    traffic.repeat(3.0, fire)
    traffic.keep_alive(["/api/v2/alerts/groups"], clients=2, every=2.0)


def many_subscribers(traffic: Traffic) -> None:
    """Four hundred subscribers of twenty subjects each, some of whom read slowly."""
    hello = b'CONNECT {"verbose":false}\r\n' + b"".join(b"SUB topic.%d.> %d\r\n" % (n, n + 1) for n in range(20))
    traffic.hold("b", 360, hello)
    for line in traffic.hold("b", 40, hello, reads=False):
        traffic.repeat(0.5, lambda _, line=line: line.recv(8192))
    loads.nats(traffic)


def held_tunnels(traffic: Traffic) -> None:
    """Two hundred websockets through the proxy, idle for the most part."""
    listener = socket.create_server((LOOPBACK, port_of(traffic, "d")), backlog=500)
    accepted = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
    kept: list[socket.socket] = []

    def serve() -> None:
        while not traffic.stopped.is_set():
            line, _ = listener.accept()
            line.recv(65536)
            line.sendall(accepted)
            kept.append(line)

    traffic.once(serve)
    ask = b"GET /live HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    ask += b"Sec-WebSocket-Key: eA==\r\n\r\n"
    traffic.once(lambda: traffic.hold("b", 200, ask))
    traffic.repeat(1.0, lambda turn: [line.sendall(b"\x81\x02hi") for line in kept[turn % 10 :: 10]])


def hanging_targets(traffic: Traffic) -> None:
    """Probes of targets that never answer: each ends by its timeout."""
    tarpit(traffic, "d")
    target = quote(f"http://127.0.0.1:{traffic.of['d']}/")
    traffic.keep_alive([f"/probe?module=http_2xx&target={target}"], clients=40, every=0.5)
    loads.exporter(traffic)


def many_readers(traffic: Traffic) -> None:
    """A hundred and twenty subscribers of events that read, while events come."""
    address = f"{traffic.of['home']}/containerd.sock"
    for _ in range(120):
        reader = Grpc(address)
        reader.call(EVENTS + "Subscribe", [b""], ends=True)
        traffic.once(lambda reader=reader: traffic.drain(reader.line))
    image_loads.containerd(traffic)


def same_groups(traffic: Traffic) -> None:
    """Fifteen hundred grouping keys, pushed anew again and again."""

    def push(turn: int) -> None:
        body = "".join(f'job_step_seconds{{step="s{n}"}} {turn}\n' for n in range(25)).encode()
        traffic.send("PUT", f"/metrics/job/batch/pod/worker-{turn % 500:06d}", body)

    for _ in range(2):
        traffic.repeat(0.02, push)
    traffic.keep_alive(["/metrics"], clients=1, every=10.0)
