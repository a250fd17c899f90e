"""Which addresses may be connected to.

`ipaddress.is_global` alone is not enough: it calls multicast, NAT64 and 6to4 global, and an IPv4 address has several
spellings inside IPv6.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from .destination import Destination

_CARRIERS: Final = tuple(
    IPv6Network(network)
    for network in (
        "::/96",  # IPv4-compatible
        "64:ff9b::/96",  # NAT64, RFC 6052
        "64:ff9b:1::/48",  # NAT64 of a site, RFC 8215
        "2001::/32",  # Teredo
        "2002::/16",  # 6to4
        "fec0::/10",  # site-local
        "100::/64",  # discarded
        "5f00::/16",  # segment routing
        "3fff::/20",  # documentation
    )
)
"""Prefixes that wrap another address or lead nowhere that a receiver of the public internet could be."""


def is_public(address: str) -> bool:
    """Whether it is a unicast address of the public internet. Raises ValueError when it is no address."""
    return _is_public(_plain(address))


def may_connect(address: str, destination: Destination) -> bool:
    """Whether this address, to which the destination's name leads, may be connected to.

    A host that the operator named may be private or loopback. Link-local addresses, where clouds keep their metadata,
    must be named by themselves.
    """
    plain = _plain(address)
    if not destination.is_trusted:
        return _is_public(plain)
    if plain.is_unspecified or plain.is_multicast:
        return False
    return not _is_link_local(plain) or destination.is_literal


def _plain(address: str) -> IPv4Address | IPv6Address:
    """`::ffff:127.0.0.1` is 127.0.0.1; a zone (`%eth0`) is left out."""
    parsed = ip_address(address.partition("%")[0])
    mapped = parsed.ipv4_mapped if isinstance(parsed, IPv6Address) else None
    return mapped or parsed


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    if isinstance(address, IPv4Address):
        return not str(address).startswith("192.0.0.")
    return not any(address in network for network in _CARRIERS)


def _is_link_local(address: IPv4Address | IPv6Address) -> bool:
    if address.is_link_local:
        return True
    carried = [network for network in _CARRIERS if isinstance(address, IPv6Address) and address in network]
    return bool(carried) and address not in IPv6Network("::1/128")
