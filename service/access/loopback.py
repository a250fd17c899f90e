"""Open mode asks nobody who they are, so it serves this host alone: its own address, by a name of its own.

A page in a browser of this host can reach loopback too. Two ways it may try: a foreign name that resolves to 127.0.0.1
(DNS rebinding; `Host` tells), and a form or `fetch` that posts across sites (`Origin` tells).
"""

from __future__ import annotations

import ipaddress
from typing import Final
from urllib.parse import urlsplit

from flask import Request

from ..problems import Refusal

PROXY_HEADERS: Final = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")


def is_loopback_address(text: str) -> bool:
    """Whether it is an address of loopback, with or without IPv6's zone or its form of an IPv4 address."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def is_loopback_host(host: str) -> bool:
    """Whether a host name or address, without its port, can only mean this host."""
    name = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    return name.lower().removesuffix(".") == "localhost" or is_loopback_address(name)


def check_open_request(request: Request) -> None:
    """Raise Refusal unless the request comes from this host, to this host, by no page of another site."""
    if not is_loopback_address(request.remote_addr or ""):
        raise _refusal("the request comes from another host")
    if any(name in request.headers for name in PROXY_HEADERS):
        raise _refusal("the request came through a proxy")
    if not is_loopback_host(_host_of(f"//{request.headers.get('Host', '')}")):
        raise _refusal("its Host is no name of loopback")
    origin = request.headers.get("Origin")
    if origin is not None and not is_loopback_host(_host_of(origin)):
        raise _refusal("a page of another site sent it")


def _host_of(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _refusal(reason: str) -> Refusal:
    return Refusal(
        "forbidden",
        "Only this host is served without a key",
        f"No keys are asked for here (LEAKBOOK_AUTH=open), and {reason}. Serve others with LEAKBOOK_AUTH=keys.",
    )
