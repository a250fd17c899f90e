"""The load of each real server: what a few ordinary clients of it do. `traffic.of` holds its ports and folder."""

from __future__ import annotations

import base64
import json
import smtplib
import socket
import socketserver
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from server_traffic import Traffic


class Sink(BaseHTTPRequestHandler):
    """Answers everything with a small page, and keeps connections."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Read the body if there is one; say ok."""
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b"ok" * 200
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_PUT = do_GET  # noqa: N815 - the names are http.server's

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - http.server's name
        """Say nothing."""


def sink(traffic: Traffic, port: str = "d") -> None:
    """A backend of ours on that port, until the end."""
    ThreadingHTTPServer.daemon_threads = True
    server: socketserver.BaseServer = ThreadingHTTPServer(("127.0.0.1", int(traffic.of[port])), Sink)
    traffic.once(server.serve_forever)
    threading.Thread(
        target=lambda: (traffic.stopped.wait(), server.shutdown(), server.server_close()), daemon=True
    ).start()


def exporter(traffic: Traffic) -> None:
    """Two Prometheus servers scrape; a browser looks now and then; a balancer keeps idle connections."""
    traffic.keep_alive(["/metrics"], clients=2, every=2.0)
    traffic.repeat(5.0, lambda _: traffic.get("/"))
    traffic.idle_pool(30)


def prometheus(traffic: Traffic) -> None:
    """Dashboards query, a discovery file comes and goes, a browser holds its connections."""
    queries = ["up", "rate(prometheus_http_requests_total[1m])", "count by (job) ({__name__=~'.+'})"]
    paths = [f"/api/v1/query?query={quote(query)}" for query in queries]
    traffic.keep_alive(paths, clients=4, every=0.7)
    traffic.repeat(2.0, lambda _: traffic.get("/api/v1/series?match[]=up"))
    found = Path(traffic.of["home"]) / "found.json"

    def discover(turn: int) -> None:
        labels = {"turn": str(turn % 4)}
        found.write_text(json.dumps([{"targets": [f"127.0.0.1:{traffic.of['a']}"], "labels": labels}]))

    traffic.repeat(15.0, discover)
    traffic.idle_pool(60, "/-/ready")


def alertmanager(traffic: Traffic) -> None:
    """Alerts of forty services fire and resolve, silences come and expire, one peer gossips."""
    sink(traffic)
    peer = [
        "--web.listen-address=127.0.0.1:" + traffic.of["e"],
        "--cluster.listen-address=127.0.0.1:" + traffic.of["c"],
    ]
    traffic.spawn(
        "@bin/prometheus-alertmanager",
        "--config.file=am.yml",
        "--storage.path=two",
        *peer,
        f"--cluster.peer=127.0.0.1:{traffic.of['b']}",
    )

    def fire(turn: int) -> None:
        labels = {"alertname": "Slow", "service": f"s{turn % 40}", "instance": f"i{turn % 7}"}
        traffic.post("/api/v2/alerts", [{"labels": labels, "annotations": {"text": "slow " * 20}}])

    traffic.repeat(0.2, fire)
    traffic.keep_alive(["/api/v2/alerts", "/api/v2/alerts/groups", "/api/v2/status"], clients=2, every=1.0)
    traffic.idle_pool(20)


def pushgateway(traffic: Traffic) -> None:
    """Fifty batch jobs push under names of their own, again and again."""

    def push(turn: int) -> None:
        body = "".join(f"job_duration_{n} {turn}\n" for n in range(20)).encode()
        traffic.send("PUT", f"/metrics/job/batch{turn % 50}/instance/i{turn % 3}", body)

    traffic.repeat(0.1, push)
    traffic.keep_alive(["/metrics", "/api/v1/metrics"], clients=2, every=2.0)


def blackbox(traffic: Traffic) -> None:
    """Probes of a page, an open port and a closed one."""
    sink(traffic)
    targets = [f"http://127.0.0.1:{traffic.of['d']}/", f"127.0.0.1:{traffic.of['d']}", "127.0.0.1:9"]
    modules = ["http_2xx", "tcp", "tcp"]
    paths = [f"/probe?module={m}&target={quote(t)}" for m, t in zip(modules, targets, strict=True)]
    traffic.keep_alive(paths, clients=6, every=1.0)


def base64_text(text: str) -> str:
    """Text as etcd's gateway takes keys and values."""
    return base64.b64encode(text.encode()).decode()


def etcd(traffic: Traffic) -> None:
    """Leases kept alive, watches over gRPC and the gateway, puts and reads of a bounded set of keys."""

    def put(turn: int) -> None:
        traffic.post("/v3/kv/put", {"key": base64_text(f"app/{turn % 300}"), "value": base64_text("v" * 200)})
        traffic.post("/v3/kv/range", {"key": base64_text(f"app/{turn % 300}")})

    def lease(turn: int) -> None:
        granted = traffic.post("/v3/lease/grant", {"TTL": 20})
        traffic.post(
            "/v3/kv/put", {"key": base64_text(f"live/{turn % 50}"), "value": base64_text("x"), "lease": granted["ID"]}
        )

    traffic.repeat(0.15, put)
    traffic.repeat(1.0, lease)
    watch = json.dumps({"create_request": {"key": base64_text("app/"), "range_end": base64_text("app0")}}).encode()
    for _ in range(20):
        traffic.stream("POST", "/v3/watch", watch)
    endpoint = f"--endpoints=127.0.0.1:{traffic.of['a']}"
    for prefix in ("app/", "live/", "none/"):
        traffic.spawn("env", "ETCDCTL_API=3", "@bin/etcdctl", endpoint, "watch", "--prefix", prefix)
    traffic.spawn("env", "ETCDCTL_API=3", "@bin/etcdctl", endpoint, "lock", "mutex", "sleep", "600")
    traffic.spawn("env", "ETCDCTL_API=3", "@bin/etcdctl", endpoint, "elect", "leader", "me")
    traffic.idle_pool(40, "/health")


def caddy(traffic: Traffic) -> None:
    """A site behind a proxy: browsers with kept connections, TLS handshakes, hundreds of idle connections."""
    sink(traffic)
    traffic.keep_alive(["/", "/files/", "/files/index.html", "/api"], port="b", clients=12, every=0.8)
    traffic.repeat(1.0, lambda _: traffic.run("curl", "-sk", f"https://localhost:{traffic.of['c']}/"))
    traffic.idle_pool(400, port="b")


def nats(traffic: Traffic) -> None:
    """Sixty subscribers, ten publishers, a JetStream stream with limits, monitoring."""
    hello = b'CONNECT {"verbose":false,"pedantic":false}\r\n'

    def subscriber(number: int) -> None:
        with socket.create_connection(("127.0.0.1", int(traffic.of["b"]))) as line:
            line.sendall(hello + b"".join(b"SUB topic.%d %d\r\n" % (number % 9 + n, n + 1) for n in range(3)))
            answer_pings(traffic, line)

    for number in range(60):
        traffic.once(lambda number=number: subscriber(number))
    publishers = traffic.hold("b", 10, hello)
    stream = json.dumps(
        {
            "name": "KEPT",
            "subjects": ["kept.>"],
            "storage": "file",
            "max_msgs": 2000,
            "retention": "limits",
            "discard": "old",
            "num_replicas": 1,
            "max_consumers": -1,
            "max_bytes": -1,
            "max_age": 0,
        }
    ).encode()
    publishers[0].sendall(b"PUB $JS.API.STREAM.CREATE.KEPT %d\r\n%s\r\n" % (len(stream), stream))

    def publish(turn: int) -> None:
        body = b"x" * 200
        line = publishers[turn % 10]
        line.sendall(b"PUB topic.%d 200\r\n%s\r\nPUB kept.%d 200\r\n%s\r\n" % (turn % 12, body, turn % 5, body))
        if turn % 50 == 0:
            for other in publishers:
                other.sendall(b"PONG\r\n")

    traffic.repeat(0.05, publish)
    traffic.keep_alive(["/varz", "/connz", "/jsz"], port="c", clients=2, every=3.0)


def answer_pings(traffic: Traffic, line: socket.socket) -> None:
    """Read what a NATS server sends and answer its pings."""
    line.settimeout(1.0)
    while not traffic.stopped.is_set():
        try:
            got = line.recv(65536)
        except TimeoutError:
            continue
        if not got:
            return
        if b"PING\r\n" in got:
            line.sendall(b"PONG\r\n")


def syncthing(traffic: Traffic) -> None:
    """A second device; files change in the shared folder; a browser looks at the page and follows events."""
    traffic.spawn(
        "env",
        "STNODEFAULTFOLDER=1",
        f"HOME={traffic.of['home']}",
        "@bin/syncthing",
        "serve",
        f"--home={traffic.of['home']}/two",
        "--no-browser",
        "--no-upgrade",
        "--no-restart",
    )
    folder = Path(traffic.of["home"]) / "one" / "shared"
    traffic.repeat(0.5, lambda turn: (folder / f"f{turn % 60}.txt").write_text(f"{turn} text\n" * 300))

    def events(_: int) -> None:
        traffic.run(
            "curl",
            "-s",
            "-m",
            "20",
            "-H",
            "X-API-Key: key",
            f"http://127.0.0.1:{traffic.of['c']}/rest/events?timeout=5",
        )

    traffic.repeat(0.5, events)


def rclone(traffic: Traffic) -> None:
    """Listings, jobs in the background that copy, statistics."""
    home = traffic.of["home"]
    traffic.repeat(0.5, lambda _: traffic.post("/operations/list", {"fs": f"{home}/from", "remote": ""}))
    copy = {"srcFs": f"{home}/from", "dstFs": f"{home}/to", "_async": True}
    traffic.repeat(4.0, lambda _: traffic.post("/sync/copy", copy))
    traffic.repeat(1.0, lambda _: traffic.post("/core/stats", {}))
    traffic.keep_alive(["/metrics"], clients=2, every=2.0)


def mtail(traffic: Traffic) -> None:
    """Two logs that grow, one of which is turned over; scrapes."""
    logs = Path(traffic.of["home"]) / "logs"

    def write(turn: int) -> None:
        with (logs / ("first.log", "second.log")[turn % 2]).open("a") as log:
            log.write("".join(f"{('GET', 'PUT')[n % 2]} /page {n}\n" for n in range(20)))
        if turn % 200 == 199:
            (logs / "second.log").rename(logs / "second.log.1")

    traffic.repeat(0.2, write)
    exporter(traffic)


def influx(traffic: Traffic) -> None:
    """Points of a bounded set of series, and queries over them."""
    traffic.send("POST", "/query?q=CREATE+DATABASE+load")

    def write(turn: int) -> None:
        lines = "\n".join(f"cpu,host=h{n} value={turn}" for n in range(60))
        traffic.send("POST", "/write?db=load", lines.encode())

    traffic.repeat(0.25, write)
    query = quote("SELECT mean(value) FROM cpu WHERE time > now() - 1m GROUP BY host")
    traffic.keep_alive([f"/query?db=load&q={query}", "/ping"], clients=4, every=1.0)
    traffic.idle_pool(30, "/ping")


def victoria(traffic: Traffic) -> None:
    """An agent writes, dashboards query."""

    def write(turn: int) -> None:
        lines = "".join(f'load{{host="h{n}"}} {turn}\n' for n in range(100))
        traffic.send("POST", "/api/v1/import/prometheus", lines.encode())

    traffic.repeat(0.5, write)
    traffic.keep_alive(["/api/v1/query?query=load", "/metrics", "/api/v1/series?match[]=load"], clients=3, every=1.0)
    traffic.idle_pool(30)


def scraper(traffic: Traffic) -> None:
    """Somewhere to write to, and a look at its pages."""
    sink(traffic)
    traffic.keep_alive(["/targets", "/metrics"], clients=2, every=2.0)


def gobgp(traffic: Traffic) -> None:
    """A peer; routes are announced and withdrawn, tables are read, one client follows the table."""
    traffic.spawn("@bin/gobgpd", "-f", "two.toml", f"--api-hosts=127.0.0.1:{traffic.of['e']}", "--pprof-disable")
    api = ("@bin/gobgp", "-u", "127.0.0.1", "-p", traffic.of["b"])

    def announce(turn: int) -> None:
        verb = ("add", "del")[turn // 60 % 2]
        traffic.run(*api, "global", "rib", verb, f"10.{turn % 60}.0.0/24")

    traffic.repeat(0.7, announce)
    traffic.repeat(3.0, lambda _: traffic.run(*api, "neighbor"))
    traffic.spawn(*api, "monitor", "global", "rib")


def chasquid(traffic: Traffic) -> None:
    """Letters to a local mailbox, and clients that connect and idle."""

    def letter(turn: int) -> None:
        with smtplib.SMTP("127.0.0.1", int(traffic.of["b"]), timeout=20) as client:
            client.sendmail("bob@elsewhere.test", ["eve@example.test"], f"Subject: {turn}\r\n\r\n" + "text " * 200)

    traffic.repeat(1.0, letter)
    traffic.once(lambda: traffic.hold("b", 20, b"EHLO idle.test\r\n"))
    traffic.repeat(3.0, lambda _: traffic.get("/"))


def amqp(traffic: Traffic) -> None:
    """A dozen clients that have said hello and wait; somebody watches the admin pages."""
    start = b"AMQP\x00\x00\x09\x01"
    traffic.once(lambda: traffic.hold("b", 12, start))
    traffic.keep_alive(["/overview", "/queues"], port="c", clients=2, every=2.0)


def snmp(traffic: Traffic) -> None:
    """Walks of a device that does not answer, as the dead ones of a fleet."""
    traffic.keep_alive(["/snmp?target=127.0.0.1&module=if_mib"], clients=3, every=2.0)
    exporter(traffic)


def proxied(traffic: Traffic) -> None:
    """Requests through the proxy, and tunnels that stay open."""
    sink(traffic)
    back = int(traffic.of["d"])
    through = f"http://127.0.0.1:{traffic.of['a']}"
    traffic.repeat(0.5, lambda _: traffic.run("curl", "-sS", "-x", through, f"http://127.0.0.1:{back}/"))
    traffic.repeat(
        0.5,
        lambda _: traffic.run("curl", "-sS", "--socks5", f"127.0.0.1:{traffic.of['b']}", f"http://127.0.0.1:{back}/"),
    )
    tunnel = b"\x05\x01\x00" + b"\x05\x01\x00\x01" + bytes((127, 0, 0, 1)) + struct.pack(">H", back)
    traffic.once(lambda: traffic.hold("b", 40, tunnel))


def webhook(traffic: Traffic) -> None:
    """Hooks are called, a balancer keeps connections."""
    traffic.keep_alive(["/hooks/build"], clients=4, every=1.0)
    traffic.idle_pool(80)


def hugo(traffic: Traffic) -> None:
    """Pages are read and edited."""
    content = Path(traffic.of["home"]) / "site/content"
    traffic.repeat(5.0, lambda turn: (content / f"page{turn % 60}.md").write_text(f"# edited {turn}\n" * 20))
    traffic.keep_alive(["/", "/page1/", "/page2/"], clients=6, every=0.8)
    key = b"GET /livereload HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" % (
        traffic.of["a"].encode()
    )
    key += b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    traffic.once(lambda: traffic.hold("a", 15, key))


def aptly(traffic: Traffic) -> None:
    """Repositories come and go."""

    def repository(turn: int) -> None:
        traffic.post("/api/repos", {"Name": f"r{turn}"})
        traffic.get("/api/repos")
        traffic.send("DELETE", f"/api/repos/r{turn}")

    traffic.repeat(0.7, repository)
    traffic.idle_pool(20, "/api/version")
