"""How much one caller, one tenant and all together may ask."""

from __future__ import annotations

import gzip
import io
import re
from dataclasses import replace

import pytest

from leakbook.storage.keys import Scope
from service.access.rates import Rates
from service.app import create_app
from tools.chaos.servers import free_port


@pytest.fixture
def serve(settings):
    """A client of an application that asks for keys, with other bounds."""

    def serve(**bounds: object):
        return create_app(replace(settings, auth=frozenset({"keys"}), **bounds)).test_client()

    return serve


def problem(response, status: int, code: str) -> dict:
    assert (response.status_code, response.json["code"]) == (status, code), response.text
    assert 1 <= int(response.headers["Retry-After"]) <= 3600
    return response.json


def test_requests_a_minute_are_counted_down_and_then_refused(serve, issue) -> None:
    client, key = serve(key_requests=3), issue()
    left = []
    for _ in range(3):
        response = client.get("/v1/playbooks", headers=key)
        assert response.status_code == 200
        assert response.headers["RateLimit-Policy"] == (
            '"requests";q=3;w=60, "concurrency";q=16;qu="concurrent-requests"'
        )
        found = re.fullmatch(r'"requests";r=(\d+);t=(\d+)', response.headers["RateLimit"])
        left.append(int(found[1]))
        assert 1 <= int(found[2]) <= 60
    assert left == [2, 1, 0]
    over = client.get("/v1/playbooks", headers=key)
    problem(over, 429, "rate-limited")
    assert over.headers["RateLimit"].startswith('"requests";r=0;t=')


def test_callers_are_counted_apart_and_refusals_count_too(serve, issue) -> None:
    client, first, second = serve(key_requests=2), issue(), issue()
    for _ in range(3):
        client.get("/v1/playbooks", headers=first)
    assert client.get("/v1/playbooks", headers=second).status_code == 200
    reader = issue("shop", Scope.READ)
    statuses = [client.get("/v1/audit", headers=reader).status_code for _ in range(3)]
    assert statuses == [403, 403, 429]


def test_health_is_never_limited(serve) -> None:
    client = serve(key_requests=1)
    assert {client.get("/healthz").status_code for _ in range(5)} == {200}


def test_no_limit_is_no_header(serve, issue) -> None:
    client, key = serve(key_requests=0, key_concurrency=0), issue()
    response = client.get("/v1/playbooks", headers=key)
    assert "RateLimit" not in response.headers
    assert "RateLimit-Policy" not in response.headers


def test_open_mode_is_not_limited(client) -> None:
    assert "RateLimit" not in client.get("/v1/playbooks").headers


def test_while_requests_cannot_be_counted_they_are_served(serve, issue, caplog) -> None:
    client, key = serve(key_requests=1, rate_storage=f"redis://127.0.0.1:{free_port()}/0"), issue()
    assert [client.get("/v1/playbooks", headers=key).status_code for _ in range(3)] == [200] * 3
    warnings = [record for record in caplog.records if "not counted" in record.message]
    assert len(warnings) == 1  # then it is left alone for a while


def test_processes_share_a_count_in_redis(settings, servers) -> None:
    redis = servers.get("redis")
    bound = replace(settings, auth=frozenset({"keys"}), key_requests=2, rate_storage=redis.url_at(redis.port))
    one, other = Rates(bound), Rates(bound)
    assert [one.count("k").left, other.count("k").left, one.count("k").is_over] == [1, 0, True]


def test_a_full_queue_refuses_before_the_body_is_read(serve, issue, dump) -> None:
    client, key = serve(max_queued=2), issue()

    class Unread(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise AssertionError("the body was read")

        readline = readinto = read

    for _ in range(2):
        assert client.post("/v1/diagnoses", data=dump, headers=key).status_code == 202
    full = client.post(
        "/v1/diagnoses", input_stream=Unread(), content_length=10**9, headers=issue("other"), content_type="text/plain"
    )
    assert "limit" not in problem(full, 503, "over-capacity")
    assert len(client.get("/v1/diagnoses", headers=key).json["diagnoses"]) == 2


def test_a_queue_that_empties_takes_again(serve, issue, dump, desk) -> None:
    client, key = serve(max_queued=1), issue()
    client.post("/v1/diagnoses", data=dump, headers=key)
    problem(client.post("/v1/diagnoses", data=dump, headers=key), 503, "over-capacity")
    desk.clear()
    assert client.post("/v1/diagnoses", data=dump, headers=key).status_code == 202


def test_back_pressure_holds_in_open_mode_too(settings, dump) -> None:
    client = create_app(replace(settings, max_queued=1)).test_client()
    assert client.post("/v1/diagnoses", data=dump).status_code == 202
    problem(client.post("/v1/diagnoses", data=dump), 503, "over-capacity")


def test_a_tenants_share_of_the_queue_is_its_own(serve, issue, dump) -> None:
    client, key = serve(tenant_queued=2), issue("shop")
    assert [client.post("/v1/diagnoses", data=dump, headers=key).status_code for _ in range(2)] == [202, 202]
    over = client.post("/v1/diagnoses", data=dump, headers=issue("shop"))  # another key of it
    assert problem(over, 429, "quota-exceeded")["limit"] == "tenant_queued"
    assert client.post("/v1/diagnoses", data=dump, headers=issue("other")).status_code == 202


def test_a_tenants_share_of_the_store_is_taken_to_the_last_byte_and_given_back(serve, issue, dump, settings) -> None:
    client, key = serve(tenant_bytes=2 * len(dump)), issue("shop")
    first = client.post("/v1/diagnoses", data=dump, headers=key)
    assert client.post("/v1/diagnoses", data=dump, headers=key).status_code == 202
    over = client.post("/v1/diagnoses", data=dump, headers=key)
    assert problem(over, 429, "quota-exceeded")["limit"] == "tenant_bytes"
    assert client.post("/v1/diagnoses", data=dump, headers=issue("other")).status_code == 202
    assert client.delete(first.headers["Location"], headers=key).status_code == 204
    assert client.post("/v1/diagnoses", data=dump, headers=key).status_code == 202


def test_what_unpacks_to_more_than_it_said_is_held_to_its_true_size(serve, issue, dump, settings) -> None:
    packed = gzip.compress(dump * 20)
    assert len(packed) < len(dump) * 10
    client, key = serve(tenant_bytes=len(dump) * 10), issue("shop")
    over = client.post("/v1/diagnoses", data=packed, headers=key | {"Content-Encoding": "gzip"})
    assert problem(over, 429, "quota-exceeded")["limit"] == "tenant_bytes"
    assert client.get("/v1/diagnoses", headers=key).json["diagnoses"] == []
    assert not any(settings.blob_dir.rglob("*"))
