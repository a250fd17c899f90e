"""What the leaking servers and the look-alikes share, and their configuration where it differs from the list's."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from server_configs import CADDYFILE, NATS_CONF, PROMETHEUS_YML
from server_list import SERVERS, Server

MOMENTS: Final = (20.0, 65.0, 115.0)
BASE: Final = {server.name: replace(server, moments=MOMENTS) for server in SERVERS}

SCRAPED_YML = """
global: {scrape_interval: 2s}
scrape_configs:
  - {job_name: app, static_configs: [{targets: ["127.0.0.1:$d"]}]}
"""
MTAIL_CLIENTS = r"""counter requests by client
counter bytes by client
/^(?P<method>[A-Z]+) \S+ (?P<page>\d+) (?P<client>\S+)/ {
  requests[$$client]++
  bytes[$$client] += $$page
}
"""
UPSTREAMS = CADDYFILE.replace(
    "reverse_proxy 127.0.0.1:$d", "reverse_proxy /report 127.0.0.1:$e\n    reverse_proxy 127.0.0.1:$d"
)
POLLED_JSON = """
{"admin": {"listen": "127.0.0.1:$a", "config": {"load_delay": "1s",
   "load": {"module": "http", "url": "http://127.0.0.1:$d/config"}}},
 "apps": {"http": {"servers": {"site": {"listen": ["127.0.0.1:$b"],
   "routes": [{"handle": [{"handler": "static_response", "body": "hello"}]}]}}}}}
"""
PATIENT_NATS = NATS_CONF + 'max_pending: 1GB\nwrite_deadline: "20m"\n'
HOOKS = """[{"id": "build", "execute-command": "/bin/true", "response-message": "ok"},
 {"id": "notify", "execute-command": "/bin/sleep", "include-command-output-in-response": true,
  "pass-arguments-to-command": [{"source": "string", "name": "170"}]}]"""

REMOTE_YML = (
    PROMETHEUS_YML
    + """
remote_write: [{url: "http://127.0.0.1:$d/write", remote_timeout: 20s, queue_config: {max_shards: 8}}]
"""
)


def with_file(server: Server, name: str, text: str) -> tuple[tuple[str, str], ...]:
    """The server's files with one of them exchanged or added."""
    return (*((other, old) for other, old in server.files if other != name), (name, text))


def of(package: str, *functions: str) -> tuple[str, ...]:
    """Functions with their package in front."""
    return tuple(package + function for function in functions)
