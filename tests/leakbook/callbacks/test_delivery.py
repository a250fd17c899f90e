"""One try, against real servers on loopback."""

from __future__ import annotations

import socket
import ssl
import time

import pytest
import trustme

from leakbook.callbacks import delivery
from leakbook.callbacks.delivery import Answer, NotDelivered, address_of
from leakbook.callbacks.destination import destination_of, rule_of
from leakbook.callbacks.place import is_address
from leakbook.callbacks.places import Crowded, Places

from .receivers import dripping, receiving


def deliver(*told, seconds: float, places: Places | None = None) -> Answer:
    return delivery.deliver(*told, seconds=seconds, places=places or Places(1))


def to(url: str, *rules: str):
    return destination_of(url, [rule_of(rule) for rule in rules])


def resolving(monkeypatch, *addresses: str) -> list[str]:
    """Every name leads there; what was asked for."""
    asked: list[str] = []
    really = socket.getaddrinfo

    def getaddrinfo(host: str, port: int, *more: object, **named: object) -> list[tuple]:
        asked.append(host)
        if is_address(host):
            return really(host, port, *more, **named)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(delivery.socket, "getaddrinfo", getaddrinfo)
    return asked


def test_the_body_and_headers_arrive_and_the_status_comes_back() -> None:
    with receiving() as receiver:
        receiver.answer = lambda _: (503, {"Retry-After": "17"})
        where = to(f"http://127.0.0.1:{receiver.port}/hook?x=1", f"http://127.0.0.1:{receiver.port}")
        answer = deliver(where, b"{}", {"webhook-id": "msg_1"}, seconds=5)
    assert (answer.status, answer.retry_after_seconds) == (503, 17.0)
    (got,) = receiver.got
    assert (got.path, got.body, got.headers["webhook-id"]) == ("/hook?x=1", b"{}", "msg_1")
    assert got.headers["content-type"] == "application/json"
    assert got.headers["host"] == f"127.0.0.1:{receiver.port}"


def test_a_redirect_is_not_followed() -> None:
    with receiving() as second, receiving() as first:
        first.answer = lambda _: (307, {"Location": second.url})
        where = to(first.url, f"http://127.0.0.1:{first.port}", f"http://127.0.0.1:{second.port}")
        assert deliver(where, b"{}", {}, seconds=5).status == 307
    assert len(first.got) == 1
    assert second.got == []


@pytest.mark.parametrize(
    "addresses", [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["169.254.169.254"], ["::ffff:127.0.0.1"], ["fe80::1%eth0"]]
)
def test_a_name_that_leads_inside_is_never_connected_to(monkeypatch, addresses: list[str]) -> None:
    with receiving() as receiver:
        resolving(monkeypatch, *addresses)
        where = to(f"https://rebound.example:{receiver.port}/", f"rebound.example:{receiver.port}", "*")
        public = to("https://rebound.example/", "*")
        with pytest.raises(NotDelivered, match="may not be called"):
            deliver(public, b"{}", {}, seconds=2)
    assert where.is_trusted
    assert receiver.got == []


def test_the_address_that_was_judged_is_the_one_connected_to(monkeypatch) -> None:
    with receiving() as receiver:
        asked = resolving(monkeypatch, "127.0.0.1")
        where = to(f"http://receiver.lan:{receiver.port}/", f"http://receiver.lan:{receiver.port}")
        assert deliver(where, b"{}", {}, seconds=5).status == 204
    # The connection resolves again, but only the address: a name that now leads elsewhere is not asked for.
    assert asked[0] == "receiver.lan"
    assert set(asked[1:]) <= {"127.0.0.1"}
    assert receiver.got[0].headers["host"] == f"receiver.lan:{receiver.port}"


def test_a_name_that_leads_nowhere_is_said() -> None:
    with pytest.raises(NotDelivered, match="cannot be resolved"):
        address_of(to("https://nowhere.invalid/", "*"))


@pytest.fixture
def authority(tmp_path, monkeypatch) -> trustme.CA:
    authority = trustme.CA()
    trusted = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(trusted))
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    return authority


def server_context(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def test_tls_is_held_to_the_name_and_not_to_the_address(authority, monkeypatch) -> None:
    with receiving(server_context(authority, "receiver.lan")) as receiver:
        resolving(monkeypatch, "127.0.0.1")
        where = to(f"https://receiver.lan:{receiver.port}/", f"receiver.lan:{receiver.port}")
        assert deliver(where, b"{}", {}, seconds=5).status == 204
    assert len(receiver.got) == 1


def test_a_certificate_for_another_name_is_refused(authority, monkeypatch) -> None:
    with receiving(server_context(authority, "other.lan")) as receiver:
        resolving(monkeypatch, "127.0.0.1")
        where = to(f"https://receiver.lan:{receiver.port}/", f"receiver.lan:{receiver.port}")
        with pytest.raises(NotDelivered, match="certificate"):
            deliver(where, b"{}", {}, seconds=5)
    assert receiver.got == []


def test_a_certificate_of_nobody_is_refused(authority, monkeypatch) -> None:
    with receiving(server_context(trustme.CA(), "receiver.lan")) as receiver:
        resolving(monkeypatch, "127.0.0.1")
        where = to(f"https://receiver.lan:{receiver.port}/", f"receiver.lan:{receiver.port}")
        with pytest.raises(NotDelivered, match="certificate"):
            deliver(where, b"{}", {}, seconds=5)
    assert receiver.got == []


def test_a_receiver_that_never_ends_its_answer_is_cut_off() -> None:
    with dripping(b"a", 0.05) as port:
        began = time.monotonic()
        with pytest.raises(NotDelivered, match="in time"):
            deliver(to(f"http://127.0.0.1:{port}/", f"http://127.0.0.1:{port}"), b"{}", {}, seconds=0.5)
        assert time.monotonic() - began < 5


@pytest.mark.alone
def test_a_deadline_that_falls_into_the_handshake_holds_all_the_same(authority, monkeypatch) -> None:
    class SlowToConnect(delivery.HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            connected = super()._new_conn()
            time.sleep(0.6)
            return connected

    monkeypatch.setattr(delivery, "HTTPSConnection", SlowToConnect)
    resolving(monkeypatch, "127.0.0.1")
    context = server_context(authority, "receiver.lan")
    with dripping(b"a", 0.05, context=context, silent_seconds=1.3) as port:
        where = to(f"https://receiver.lan:{port}/", f"receiver.lan:{port}")
        began = time.monotonic()
        with pytest.raises(NotDelivered, match="in time"):
            deliver(where, b"{}", {}, seconds=1.0)  # the handshake has until 1.6 s, and ends after 1.3 s
        assert 1.0 < time.monotonic() - began < 2.5


def test_a_tls_receiver_that_never_ends_its_answer_is_cut_off(authority, monkeypatch) -> None:
    resolving(monkeypatch, "127.0.0.1")
    with dripping(b"a", 0.001, context=server_context(authority, "receiver.lan")) as port:
        where = to(f"https://receiver.lan:{port}/", f"receiver.lan:{port}")
        began = time.monotonic()
        with pytest.raises(NotDelivered, match="in time"):
            deliver(where, b"{}", {}, seconds=0.5)
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "start",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
    ],
)
def test_an_answer_that_is_no_http_is_said_to_be_none(start: bytes) -> None:
    with dripping(b"a", 0.05, start=start) as port, pytest.raises(NotDelivered, match="no HTTP"):
        deliver(to(f"http://127.0.0.1:{port}/", f"http://127.0.0.1:{port}"), b"{}", {}, seconds=5)


def test_a_receiver_that_says_nothing_is_too_slow() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(NotDelivered, match="in time"):
            deliver(to(f"http://127.0.0.1:{port}/", f"http://127.0.0.1:{port}"), b"{}", {}, seconds=0.5)


def test_a_closed_port_is_said_without_the_system_s_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(NotDelivered) as raised:
        deliver(to(f"http://127.0.0.1:{port}/", f"http://127.0.0.1:{port}"), b"{}", {}, seconds=2)
    assert str(raised.value) == "The receiver cannot be reached, or its answer is no HTTP."


def test_a_try_at_a_crowded_address_is_not_made_whatever_its_name(monkeypatch) -> None:
    resolving(monkeypatch, "127.0.0.1")
    places = Places(1)
    with receiving() as receiver:
        where = to(f"http://a.example:{receiver.port}/", f"http://.example:{receiver.port}")
        with places.one("::ffff:127.0.0.1"), pytest.raises(Crowded):
            deliver(where, b"{}", {}, seconds=5, places=places)
        assert receiver.got == []
        assert deliver(where, b"{}", {}, seconds=5, places=places).status == 204


@pytest.mark.parametrize(
    ("first", "second"), [("2001:db8::1", "2001:db8::ffff:0:0:1"), ("fe80::1%eth0", "fe80::2%eth1")]
)
def test_a_network_of_one_host_is_one_place(first: str, second: str) -> None:
    places = Places(1)
    with places.one(first), pytest.raises(Crowded), places.one(second):
        pass
    with places.one(second):
        pass


@pytest.mark.parametrize(
    ("first", "second"), [("192.0.2.1", "192.0.2.2"), ("2001:db8::1", "2001:db8:0:1::1"), ("::1", "127.0.0.1")]
)
def test_other_addresses_are_other_places(first: str, second: str) -> None:
    places = Places(1)
    with places.one(first), places.one(second):
        pass
