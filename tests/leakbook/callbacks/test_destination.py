"""Which URLs may be called."""

from __future__ import annotations

import pytest

from leakbook.callbacks.destination import CallbackNotAllowed, destination_of, rule_of
from leakbook.callbacks.settings import CallbackSettings

SIGNING = "whsec_" + "QUJD" * 8


def allowed(url: str, *entries: str) -> bool:
    try:
        destination_of(url, [rule_of(entry) for entry in entries])
    except CallbackNotAllowed:
        return False
    return True


@pytest.mark.parametrize(
    ("url", "entries"),
    [
        ("https://hooks.example.com/leak?x=1", ["*"]),
        ("https://hooks.example.com:8443", ["*"]),
        ("https://HOOKS.example.com/", ["hooks.example.com"]),
        ("https://a.hooks.example.com/", [".example.com"]),
        ("https://receiver.lan:9443/", ["receiver.lan:9443"]),
        ("http://receiver.lan:8080/", ["http://receiver.lan:8080"]),
        ("http://receiver.lan/", ["http://receiver.lan"]),
        ("https://[2001:db8::1]/", ["[2001:db8::1]"]),
    ],
)
def test_what_a_rule_names_may_be_called(url: str, entries: list[str]) -> None:
    assert allowed(url, *entries)


@pytest.mark.parametrize(
    ("url", "entries"),
    [
        ("http://hooks.example.com/", ["*", "hooks.example.com"]),
        ("https://hooks.example.com:22/", ["*", "hooks.example.com"]),
        ("https://example.com/", [".example.com"]),
        ("https://notexample.com/", [".example.com", "example.com"]),
        ("https://example.com.evil.net/", ["example.com", ".example.com"]),
        ("http://receiver.lan:8081/", ["http://receiver.lan:8080"]),
        ("https://receiver.lan:8080/", ["http://receiver.lan:8080"]),
        ("https://user:pw@hooks.example.com/", ["*"]),
        ("https://hooks.example.com@127.0.0.1/", ["*"]),
        ("https://hooks.example.com/#part", ["*"]),
        ("https:///path", ["*"]),
        ("https://hooks.example.com\\@127.0.0.1/", ["*"]),
        ("https://hooks.example.com/a b", ["*"]),
        ("https://hooks.example.com/\r\nX: y", ["*"]),
        ("https://ho\u00f6ks.example.com/", ["*"]),
        ("https://hooks.example.com:99999/", ["*"]),
        ("https://hooks.example.com:0/", ["*"]),
        ("https://hooks.example.com:" + "0" * 300 + "443/", ["*"]),
        ("https://[fe80::1%25eth0]/", ["*"]),
        ("https://[::1/", ["*"]),
        ("ftp://hooks.example.com/", ["*"]),
        ("javascript:alert(1)", ["*"]),
        ("//hooks.example.com/", ["*"]),
        ("https://hooks.example.com/" + "a" * 2000, ["*"]),
    ],
)
def test_everything_else_may_not(url: str, entries: list[str]) -> None:
    assert not allowed(url, *entries)


def test_only_a_host_that_the_operator_named_is_trusted() -> None:
    rules = [rule_of("*"), rule_of("inside.example.com")]
    assert destination_of("https://inside.example.com/", rules).is_trusted
    assert not destination_of("https://outside.example.com/", rules).is_trusted


def test_the_request_line_and_host_are_those_of_the_url() -> None:
    found = destination_of("https://[2001:db8::1]:8443/a/b?c=d", [rule_of("*")])
    assert (found.authority, found.target) == ("[2001:db8::1]:8443", "/a/b?c=d")
    assert destination_of("https://a.example/", [rule_of("*")]).authority == "a.example"


@pytest.mark.parametrize("entry", ["ftp://a", "https://a/path", "a b", "*.example.com", "http://", "a:port", "user@a"])
def test_a_wrong_rule_stops_the_start(entry: str) -> None:
    with pytest.raises(ValueError, match="LEAKBOOK_CALLBACK_ALLOW"):
        CallbackSettings.from_environ({"LEAKBOOK_CALLBACK_ALLOW": f"good.example,{entry}"})


def test_callbacks_are_off_until_turned_on_and_need_a_secret_of_the_tenant() -> None:
    url = "https://hooks.example.com/"
    for environ in ({}, {"LEAKBOOK_CALLBACKS": "on"}, {"LEAKBOOK_CALLBACK_SECRETS": f"shop={SIGNING}"}):
        with pytest.raises(CallbackNotAllowed):
            CallbackSettings.from_environ(environ).destination(url, "shop")
    on = CallbackSettings.from_environ({"LEAKBOOK_CALLBACKS": "on", "LEAKBOOK_CALLBACK_SECRETS": f"shop={SIGNING}"})
    assert on.destination(url, "shop").host == "hooks.example.com"
    with pytest.raises(CallbackNotAllowed):
        on.destination(url, "bank")


@pytest.mark.parametrize("secrets", ["shop=whsec_AAAA", "shop=topsecretvalue", "topsecretvalue", "=" + SIGNING])
def test_a_wrong_secret_names_the_variable_and_never_itself(secrets: str) -> None:
    with pytest.raises(ValueError, match="LEAKBOOK_CALLBACK_SECRETS: entry 1") as raised:
        CallbackSettings.from_environ({"LEAKBOOK_CALLBACK_SECRETS": secrets})
    assert "topsecret" not in str(raised.value)


def test_secrets_are_not_shown_with_the_settings() -> None:
    settings = CallbackSettings.from_environ({"LEAKBOOK_CALLBACK_SECRETS": f"shop={SIGNING},shop={SIGNING}"})
    assert settings.secrets == {"shop": (SIGNING, SIGNING)}
    assert "QUJD" not in repr(settings)
