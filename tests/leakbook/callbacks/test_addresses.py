"""Which addresses may be connected to."""

from __future__ import annotations

import pytest

from leakbook.callbacks.addresses import is_public, may_connect
from leakbook.callbacks.destination import destination_of, rule_of

INSIDE = [
    "127.0.0.1",
    "127.255.0.1",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "192.0.0.8",
    "192.0.0.192",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "100::1",
    "2001:db8::1",
]


@pytest.mark.parametrize("address", INSIDE)
def test_what_is_not_of_the_public_internet_is_told_in_every_spelling(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


def named(host: str, *rules: str):
    return destination_of(f"https://{host}/", [rule_of(rule) for rule in rules])


def test_a_named_host_may_be_private_and_not_the_cloud_s_metadata() -> None:
    inside = named("receiver.lan", "receiver.lan")
    for address in ("10.0.0.1", "127.0.0.1", "::1", "fd00::1", "8.8.8.8"):
        assert may_connect(address, inside)
    for address in ("169.254.169.254", "fe80::1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "::", "ff02::1"):
        assert not may_connect(address, inside)


def test_a_link_local_address_must_be_named_by_itself() -> None:
    assert may_connect("169.254.1.1", named("169.254.1.1", "169.254.1.1"))
    assert not may_connect("169.254.1.1", named("169.254.1.1", "*"))
