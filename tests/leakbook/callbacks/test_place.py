"""One destination has one name, however a client spells it."""

from __future__ import annotations

import pytest

from leakbook.callbacks.destination import CallbackNotAllowed, destination_of, rule_of
from leakbook.callbacks.place import NOWHERE, name_of, named


@pytest.mark.parametrize(
    ("urls", "name"),
    [
        (
            [
                "https://hooks.example.com/x",
                "https://HOOKS.Example.COM:443",
                "https://hooks.example.com.:00443/y",
                "https://hooks.example.com:/",
                "HTTPS://hooks.example.com/?a=b",
            ],
            "hooks.example.com:443",
        ),
        (["http://receiver.lan:8080/", "http://RECEIVER.lan.:08080"], "receiver.lan:8080"),
        (
            ["https://8.8.8.8/", "https://8.8.8.8./", "https://[::ffff:8.8.8.8]/", "https://[::FFFF:808:808]"],
            "8.8.8.8:443",
        ),
        (["https://[2001:db8::1]:8443/", "https://[2001:DB8:0:0::0001]:8443/"], "[2001:db8::1]:8443"),
    ],
)
def test_all_spellings_of_a_destination_have_one_name(urls: list[str], name: str) -> None:
    assert {name_of(url) for url in urls} == {name}


@pytest.mark.parametrize(
    "url",
    [
        "https://hooks.example.com:" + "0" * 400 + "443/",
        "https://hooks.example.com:000443/",
        "https://hooks.example.com:+443/",
        "https://hooks.example.com..:443/",
        "https://a[2001:db8::1]/",
        "https://[2001:db8::1]a:443/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://010.0.0.1/",
        "nonsense",
        "",
    ],
)
def test_what_could_be_read_in_two_ways_is_no_destination(url: str) -> None:
    assert name_of(url) == NOWHERE
    with pytest.raises(CallbackNotAllowed, match="It is no"):
        destination_of(url, [rule_of("*")])


def test_rules_and_urls_are_held_against_each_other_by_that_name() -> None:
    rules = [rule_of("Hooks.Example.com.:09443"), rule_of("[::ffff:10.0.0.1]:9443")]
    for url in ("https://hooks.example.com:9443/", "https://HOOKS.example.com.:09443/", "https://10.0.0.1:9443/"):
        found = destination_of(url, rules)
        assert found.is_trusted
        assert named(found.host, found.port) == name_of(url)
