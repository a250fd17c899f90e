"""Open mode: no keys, for this host alone."""

from __future__ import annotations

import importlib
import socket
from dataclasses import replace
from types import SimpleNamespace

import pytest

from leakbook.storage.settings import Settings
from service import preflight
from service.access.loopback import is_loopback_address, is_loopback_host
from service.terminal import WRONG

OPEN = Settings.from_environ({})
KEYED = replace(OPEN, auth=frozenset({"keys"}))


@pytest.fixture
def gunicorn_conf(tmp_path, monkeypatch):
    """gunicorn's settings. Reading them claims a directory for metrics, which no other test may be given."""
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    return importlib.import_module("service.gunicorn_conf")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.8.9.1", "::1", "[::1]", "localhost", "LocalHost", "localhost.", "::ffff:127.0.0.1"]
)
def test_these_mean_this_host(host: str) -> None:
    assert is_loopback_host(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "0.0.0.0",
        "::",
        "10.0.0.1",
        "128.0.0.1",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example",
        "::ffff:10.0.0.1",
        "0x7f000001",
        "2130706433",
        "127.1",
        "[::1",
        "fe80::1%lo",
    ],
)
def test_these_do_not(host: str) -> None:
    assert not is_loopback_host(host)


def test_an_address_is_no_name() -> None:
    assert is_loopback_address("127.0.0.1")
    assert not is_loopback_address("localhost")


@pytest.mark.parametrize("peer", ["10.0.0.7", "192.168.1.1", "::2", "", "8.8.8.8"])
@pytest.mark.parametrize("path", ["/v1/diagnoses", "/healthz", "/metrics", "/docs", "/nowhere"])
def test_another_host_is_not_served(app, peer: str, path: str) -> None:
    response = app.test_client().get(path, environ_base={"REMOTE_ADDR": peer})
    assert (response.status_code, response.json["code"]) == (403, "forbidden")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8080", "127.0.0.1.nip.example", "", "[::1", "user@evil"]
)
def test_a_foreign_name_for_loopback_is_not_served(client, host: str) -> None:
    response = client.get("/v1/diagnoses", headers={"Host": host})
    assert (response.status_code, response.json["code"]) == (403, "forbidden")


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost", "[::1]:8080", "LOCALHOST:1"])
def test_a_name_of_loopback_is_served(client, host: str) -> None:
    assert client.get("/v1/diagnoses", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1.evil.example", "file://", ""])
def test_a_page_of_another_site_cannot_post(client, dump, origin: str) -> None:
    response = client.post("/v1/diagnoses", data=dump, headers={"Origin": origin}, content_type="text/plain")
    assert (response.status_code, response.json["code"]) == (403, "forbidden")
    assert client.get("/v1/diagnoses").json["diagnoses"] == []


def test_a_page_of_this_host_can(client, dump) -> None:
    response = client.post("/v1/diagnoses", data=dump, headers={"Origin": "http://localhost:3000"})
    assert response.status_code == 202


@pytest.mark.parametrize("name", ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via", "X-Forwarded-Host"])
def test_what_came_through_a_proxy_is_not_served(client, name: str) -> None:
    assert client.get("/v1/diagnoses", headers={name: "for=10.0.0.1"}).status_code == 403


def test_with_keys_other_hosts_and_names_are_served(keyed, issue) -> None:
    response = keyed.test_client().get(
        "/v1/diagnoses",
        headers=issue()
        | {"Host": "leakbook.example", "X-Forwarded-For": "10.0.0.7", "Origin": "https://portal.example"},
        environ_base={"REMOTE_ADDR": "10.0.0.7"},
    )
    assert response.status_code == 200


def listeners(*names: object) -> SimpleNamespace:
    return SimpleNamespace(LISTENERS=[SimpleNamespace(sock=SimpleNamespace(getsockname=lambda n=n: n)) for n in names])


def test_gunicorn_does_not_start_elsewhere(gunicorn_conf, monkeypatch) -> None:
    monkeypatch.setattr(gunicorn_conf, "settings", OPEN)
    for name in (("0.0.0.0", 8080), ("::", 8080, 0, 0), ("10.0.0.1", 80), "/run/leakbook.sock"):
        with pytest.raises(SystemExit, match="LEAKBOOK_AUTH=keys"):
            gunicorn_conf.when_ready(listeners(("127.0.0.1", 8080), name))
    gunicorn_conf.when_ready(listeners(("127.0.0.1", 8080), ("::1", 8080, 0, 0)))
    monkeypatch.setattr(gunicorn_conf, "settings", KEYED)
    gunicorn_conf.when_ready(listeners(("0.0.0.0", 8080)))


def test_a_real_socket_names_itself_as_expected(gunicorn_conf, monkeypatch) -> None:
    monkeypatch.setattr(gunicorn_conf, "settings", OPEN)
    with socket.socket() as anywhere:
        anywhere.bind(("", 0))
        with pytest.raises(SystemExit):
            gunicorn_conf.when_ready(SimpleNamespace(LISTENERS=[SimpleNamespace(sock=anywhere)]))


def test_the_check_before_the_start_says_the_same(capsys, monkeypatch) -> None:
    monkeypatch.delenv("LEAKBOOK_AUTH", raising=False)
    assert preflight.check(["127.0.0.1"]) == 0
    assert preflight.check(["0.0.0.0"]) == WRONG
    assert "0.0.0.0" in capsys.readouterr().err
    monkeypatch.setenv("LEAKBOOK_AUTH", "keys")
    assert preflight.check(["0.0.0.0"]) == 0
