"""Where a URL leads, in one spelling: `hooks.example.com:443`.

A client writes one destination in many ways (`HOOKS.example.com.:00443`, `[0:0::1]`). Rules, the limit of tries at one
destination, stored rows and log lines all go by the spelling that is made here, never by the client's.
"""

from __future__ import annotations

import re
from ipaddress import IPv6Address, ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

DEFAULT_PORTS: Final = {"https": 443, "http": 80}
NOWHERE: Final = "-"
"""The name of what a URL leads to that is not well-formed."""

_VISIBLE = re.compile(r"[!-\[\]-~]+")
_HOST_AND_PORT = re.compile(r"(?:\[[0-9A-Fa-f:.]+\]|[^\[\]:]+)(?::[0-9]{0,5})?")
_HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*")
_NUMBER_LAST = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
"""`2130706433` and `0x7f.1` are addresses to the resolver; only the form with four decimal numbers is taken."""


def split_url(url: str) -> SplitResult | None:
    """The parts of a well-formed http(s) URL; None for what two parsers could read in two ways."""
    if not _VISIBLE.fullmatch(url):
        return None
    try:
        split = urlsplit(url)
        port = split.port
    except ValueError:
        return None
    if split.scheme not in DEFAULT_PORTS or port == 0:
        return None
    if not _HOST_AND_PORT.fullmatch(split.netloc.rpartition("@")[2]):
        return None
    host = host_of(split)
    is_name = _HOST.fullmatch(host) and not _NUMBER_LAST.fullmatch(host)
    return split if is_name or is_address(host) else None


def host_of(split: SplitResult) -> str:
    """In lower case, without the dot of the root; an address in its shortest form, an IPv4 one out of IPv6."""
    host = (split.hostname or "").lower().removesuffix(".")
    if not is_address(host):
        return host
    address = ip_address(host)
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)


def port_of(split: SplitResult) -> int:
    """The port, the scheme's own when none is stated."""
    return split.port or DEFAULT_PORTS[split.scheme]


def named(host: str, port: int) -> str:
    """`hooks.example.com:443`, `[2001:db8::1]:8443`."""
    return f"{bracketed(host)}:{port}"


def bracketed(host: str) -> str:
    """The host as it stands in a URL."""
    return f"[{host}]" if ":" in host else host


def name_of(url: str) -> str:
    """The name of where the URL leads, NOWHERE for one that is not well-formed. Never fails."""
    split = split_url(url)
    return NOWHERE if split is None else named(host_of(split), port_of(split))


def is_address(host: str) -> bool:
    """Whether it is an IPv4 or IPv6 address, without a zone."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return "%" not in host
