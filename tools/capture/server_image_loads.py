"""What the clients of servers of container images do: containerd, dockerd, a registry."""

from __future__ import annotations

import hashlib

from server_traffic import Traffic


def containerd(traffic: Traffic) -> None:
    """Content comes and goes, events are followed, things are listed."""
    address = f"{traffic.of['home']}/containerd.sock"
    for _ in range(4):
        traffic.spawn("@bin/ctr", "-a", address, "events")

    def ingest(turn: int) -> None:
        body = f"content {turn % 30}".encode() * 400
        traffic.run("@bin/ctr", "-a", address, "content", "ingest", f"ref{turn}", inputs=body)

    traffic.repeat(1.0, ingest)
    for what in ("images", "containers", "snapshots", "leases"):
        traffic.repeat(3.0, lambda _, what=what: traffic.run("@bin/ctr", "-a", address, what, "ls"))
    traffic.keep_alive(["/v1/metrics"], port="b", clients=2, every=2.0)


def dockerd(traffic: Traffic) -> None:
    """Clients that follow events, list and make networks and volumes."""
    for _ in range(10):
        traffic.stream("GET", "/events")
    traffic.keep_alive(["/containers/json?all=1", "/images/json", "/info", "/version"], clients=4, every=1.0)

    def volume(turn: int) -> None:
        traffic.post("/volumes/create", {"Name": f"v{turn % 20}"})
        traffic.send("DELETE", f"/volumes/v{turn % 20}")

    traffic.repeat(1.0, volume)
    traffic.idle_pool(25, "/_ping")


def registry(traffic: Traffic) -> None:
    """Blobs are pushed and pulled."""

    def upload(turn: int) -> None:
        body = f"layer {turn % 25}".encode() * 2000
        digest = "sha256:" + hashlib.sha256(body).hexdigest()
        host = f"http://127.0.0.1:{traffic.of['b']}"
        heads = traffic.run(
            "curl", "-sS", "-D", "-", "-o", "/dev/null", "-X", "POST", f"{host}/v2/app/blobs/uploads/"
        ).decode()
        place = next(
            line.split(": ", 1)[1].strip() for line in heads.splitlines() if line.lower().startswith("location:")
        )
        traffic.run(
            "curl",
            "-sS",
            "-X",
            "PUT",
            "-H",
            "Content-Type: application/octet-stream",
            "--data-binary",
            "@-",
            f"{place}&digest={digest}",
            inputs=body,
        )
        traffic.get(f"/v2/app/blobs/{digest}", port="b")

    traffic.repeat(1.0, upload)
    traffic.keep_alive(["/v2/", "/v2/_catalog"], port="b", clients=4, every=1.0)
    traffic.idle_pool(50, "/v2/", port="b")
