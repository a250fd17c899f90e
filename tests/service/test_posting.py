"""The three ways to post, and what is refused at once."""

from __future__ import annotations

import base64
import gzip
import io
import json

import pytest
from flask import Request
from werkzeug.test import EnvironBuilder

from leakbook.limits import DEFAULT_LIMITS
from service.bodies import read_posting
from service.queries import post_query


def problem(response, status: int, code: str) -> dict:
    assert response.status_code == status, response.text
    assert response.content_type == "application/problem+json"
    body = response.json
    assert (body["code"], body["status"], body["type"]) == (code, status, f"/docs#{code}")
    return body


def form(*files: tuple[str, bytes], manifest: object = None, **extra: str) -> dict:
    parts: dict = {"evidence": [(io.BytesIO(content), name) for name, content in files], **extra}
    if manifest is not None:
        parts["manifest"] = json.dumps(manifest)
    return {"data": parts, "content_type": "multipart/form-data"}


def test_a_raw_body_is_one_piece_of_evidence_whatever_its_content_type(client, dump) -> None:
    response = client.post(
        "/v1/diagnoses?service=checkout&name=g.txt&captured_at=2026-11-25T04:00:00%2B01:00",
        data=dump,
        content_type="application/x-www-form-urlencoded",
    )
    assert response.status_code == 202
    assert response.headers["Location"] == response.json["links"]["self"]
    assert response.headers["Retry-After"] == "1"
    (evidence,) = response.json["evidence"]
    assert evidence["name"] == "g.txt"
    assert evidence["bytes"] == len(dump)
    assert evidence["captured_at"] == "2026-11-25T03:00:00.000Z"
    assert response.json["service"] == "checkout"


def test_a_form_carries_files_and_a_manifest_that_speaks_of_them(client, dump) -> None:
    manifest = {
        "service": "checkout",
        "evidence": [
            {"name": "b.txt", "captured_at": "2026-11-25T03:00:00Z"},
            {"name": "b.txt", "kind": "goroutine_dump"},
        ],
    }
    response = client.post(
        "/v1/diagnoses", **form(("a.txt", dump), ("b.txt", dump), ("b.txt", dump), manifest=manifest)
    )
    assert response.status_code == 202, response.text
    names = [(e["name"], e["kind"], e["captured_at"]) for e in response.json["evidence"]]
    assert names == [
        ("a.txt", None, None),
        ("b.txt", None, "2026-11-25T03:00:00.000Z"),
        ("b.txt (2)", "goroutine_dump", None),
    ]


def test_a_manifest_may_be_a_file_too(client, dump) -> None:
    parts = form(("a.txt", dump))
    parts["data"]["manifest"] = (io.BytesIO(b'{"service": "checkout"}'), "m.json")
    assert client.post("/v1/diagnoses", **parts).json["service"] == "checkout"


def test_json_carries_text_and_base64(client, dump, desk) -> None:
    body = {
        "service": "checkout",
        "memory_limit_bytes": 2**29,
        "evidence": [
            {"name": "a", "content": dump.decode()},
            {"name": "b", "encoding": "base64", "content": base64.b64encode(dump).decode()},
        ],
    }
    response = client.post("/v1/diagnoses", json=body)
    assert response.status_code == 202
    first, second = response.json["evidence"]
    assert first["sha256"] == second["sha256"]


@pytest.mark.parametrize("way", ["raw", "form", "json"])
def test_a_content_encoding_is_undone_first(client, dump, way: str) -> None:
    plain = {
        "raw": (dump, "text/plain"),
        "form": (
            b'--x\r\nContent-Disposition: form-data; name="evidence"; filename="a"\r\n\r\n' + dump + b"\r\n--x--\r\n",
            "multipart/form-data; boundary=x",
        ),
        "json": (json.dumps({"evidence": [{"name": "a", "content": dump.decode()}]}).encode(), "application/json"),
    }
    body, content_type = plain[way]
    response = client.post(
        "/v1/diagnoses", data=gzip.compress(body), content_type=content_type, headers={"Content-Encoding": "gzip"}
    )
    assert response.status_code == 202, response.text
    assert response.json["evidence"][0]["bytes"] == len(dump)


def test_a_content_encoding_that_lies_or_that_nobody_knows_is_refused(client, dump) -> None:
    for encoding, status, code in (("gzip", 400, "request-malformed"), ("br", 415, "encoding-not-supported")):
        response = client.post("/v1/diagnoses", data=dump, headers={"Content-Encoding": encoding})
        problem(response, status, code)


def test_a_cut_or_bombing_content_encoding_is_refused(client, dump) -> None:
    cut = gzip.compress(dump)[:-9]
    problem(client.post("/v1/diagnoses", data=cut, headers={"Content-Encoding": "gzip"}), 400, "request-malformed")
    bomb = gzip.compress(bytes(2**24))
    found = client.post("/v1/diagnoses", data=bomb, headers={"Content-Encoding": "gzip"})
    assert problem(found, 413, "limit-exceeded")["limit"] == "request_bytes"


def test_nothing_at_all_and_parts_without_bytes_are_no_evidence(client) -> None:
    problem(client.post("/v1/diagnoses", data=b""), 422, "evidence-empty")
    problem(client.post("/v1/diagnoses", **form()), 422, "evidence-empty")
    problem(client.post("/v1/diagnoses", json={"evidence": []}), 422, "evidence-empty")
    found = client.post("/v1/diagnoses", **form(("a.txt", b""), ("b.txt", b"")))
    refused = problem(found, 422, "evidence-empty")
    assert refused["part"] == "a.txt"
    assert "curl -sSf" in refused["detail"]


def test_an_image_and_an_empty_file_beside_a_dump_are_warnings(client, dump, busy_desk) -> None:
    image = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    found = client.post("/v1/diagnoses?wait=20", **form(("a.txt", dump), ("b.txt", b""), ("c.png", image)))
    assert found.status_code == 200
    assert [piece["name"] for piece in found.json["evidence"]] == ["a.txt"]
    assert [warning.partition(":")[0] for warning in found.json["warnings"][:2]] == ["b.txt", "c.png"]


def test_a_body_at_the_limit_is_taken_and_one_past_it_refused(client, settings, dump) -> None:
    most = settings.limits.request_bytes
    assert client.post("/v1/diagnoses", data=dump.ljust(most)).status_code == 202
    found = client.post("/v1/diagnoses", data=dump.ljust(most + 1))
    assert problem(found, 413, "limit-exceeded")["limit"] == "request_bytes"


def test_as_many_parts_as_the_limit_are_taken_and_one_more_refused(client, settings, dump) -> None:
    many = [(f"{number}.txt", dump) for number in range(settings.limits.parts)]
    assert client.post("/v1/diagnoses", **form(*many)).status_code == 202
    found = client.post("/v1/diagnoses", **form(*many, ("more.txt", dump)))
    assert problem(found, 413, "limit-exceeded")["limit"] == "parts"


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("wait=61", "wait"),
        ("wait=1.5", "wait"),
        ("wait=-1", "wait"),
        ("kind=java", "kind"),
        ("captured_at=yesterday", "captured_at"),
        ("captured_at=2026-02-30T00:00:00Z", "captured_at"),
        ("memory_limit_bytes=1e9", "memory_limit_bytes"),
        ("memory_limit_bytes=0", "memory_limit_bytes"),
        ("service=", "service"),
        ("service=a%0ab", "service"),
        ("colour=blue", "colour"),
        ("service=a&service=b", "service"),
    ],
)
def test_a_wrong_parameter_is_named(client, dump, query: str, parameter: str) -> None:
    found = problem(client.post(f"/v1/diagnoses?{query}", data=dump), 400, "parameter-invalid")
    assert [error["parameter"] for error in found["errors"]] == [parameter]


@pytest.mark.parametrize("said", ["name=a", "kind=heap_profile", "captured_at=2026-11-25T03:00:00Z"])
def test_what_the_query_says_of_a_raw_body_is_refused_beside_a_form_or_json(client, dump, said: str) -> None:
    url = f"/v1/diagnoses?{said}&service=shop"
    ways = {
        "manifest": form(("a.txt", dump)),
        "JSON": {"json": {"evidence": [{"name": "a.txt", "content": dump.decode()}]}},
    }
    for instead, way in ways.items():
        found = problem(client.post(url, **way), 400, "parameter-invalid")
        assert [error["parameter"] for error in found["errors"]] == [said.partition("=")[0]]
        assert instead in found["detail"]
    assert client.get("/v1/diagnoses").json["diagnoses"] == []


def test_a_file_whose_line_ends_curl_took_out_is_refused_with_the_way_to_send_it(client, dump) -> None:
    curl = {"content_type": "application/x-www-form-urlencoded"}
    lines = dump * 10
    found = problem(client.post("/v1/diagnoses", data=lines.replace(b"\n", b""), **curl), 400, "request-malformed")
    assert "--data-binary" in found["detail"]
    assert client.post("/v1/diagnoses", data=lines, **curl).status_code == 202
    line = b"gc 7 @1.234s 0%: 0.01+1.2+0.01 ms clock, 0.1+0.2/1.1/0.0+0.1 ms cpu, 4->4->1 MB, 5 MB goal, 4 P"
    assert client.post("/v1/diagnoses", data=line, **curl).status_code == 202


@pytest.mark.parametrize("media", ["application/x-www-form-urlencoded", "text/json", "text/plain"])
def test_json_that_is_not_called_json_says_which_header_is_missing(client, dump, media: str) -> None:
    body = json.dumps({"service": "shop", "evidence": [{"name": "a", "content": dump.decode()}]})
    found = problem(client.post("/v1/diagnoses", data=body, content_type=media), 400, "request-malformed")
    assert "Content-Type: application/json" in found["detail"]


def test_two_idempotency_keys_that_differ_are_refused(client, dump) -> None:
    def post(key: str):
        return client.post("/v1/diagnoses?idempotency_key=a", data=dump, headers={"Idempotency-Key": key})

    assert post("a").status_code == 202
    assert problem(post("b"), 400, "parameter-invalid")["errors"][0]["parameter"] == "idempotency_key"


def test_what_is_not_there_says_what_is(client) -> None:
    assert "/docs" in problem(client.get("/v1/diagnoses/latest"), 404, "not-found")["detail"]
    assert "POST" in problem(client.put("/v1/diagnoses"), 405, "method-not-allowed")["detail"]


def test_no_operation_leaves_a_parameter_unheard(client, dump) -> None:
    job = client.post("/v1/diagnoses", data=dump).headers["Location"]
    playbooks = ("/v1/playbooks", "/v1/playbooks/goroutine/chan-send")
    for path in ("/v1/diagnoses", job, f"{job}/evidence/0", *playbooks, "/v1/audit"):
        found = problem(client.get(f"{path}?colour=blue"), 400, "parameter-invalid")
        assert found["errors"][0]["parameter"] == "colour", path
    problem(client.delete(f"{job}?dry_run=true"), 400, "parameter-invalid")
    assert client.get(job).status_code == 200


def test_a_zone_whose_plus_became_a_blank_says_how_to_write_it(client, dump) -> None:
    lost, kept = (f"captured_at=2026-11-25T03:00:00{plus}01:00" for plus in ("+", "%2B"))
    assert "%2B" in problem(client.post(f"/v1/diagnoses?{lost}", data=dump), 400, "parameter-invalid")["detail"]
    assert client.post(f"/v1/diagnoses?{kept}", data=dump).status_code == 202


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"evidence": NaN}', b"[" * 100_000, b'{"a":' + b"9" * 5000 + b"}"]
)
def test_what_is_no_json_object_is_malformed(client, body: bytes) -> None:
    problem(client.post("/v1/diagnoses", data=body, content_type="application/json"), 400, "request-malformed")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/evidence"),
        ({"evidence": [{"name": "a"}]}, "/evidence/0/content"),
        ({"evidence": [{"name": "a", "content": "x", "kind": "java"}]}, "/evidence/0/kind"),
        ({"evidence": [{"name": "a", "content": "!", "encoding": "base64"}]}, "/evidence/0/content"),
        ({"evidence": [{"name": "a", "content": "\ud800"}]}, "/evidence/0/content"),
        ({"evidence": [{"name": "a\ud800", "content": "x"}]}, "/evidence/0/name"),
        ({"evidence": [{"name": "a", "content": "x"}], "memory_limit_bytes": 1.0}, "/memory_limit_bytes"),
        ({"evidence": [{"name": "a", "content": "x"}], "memory_limit_bytes": True}, "/memory_limit_bytes"),
        ({"evidence": [{"name": "a", "content": "x"}], "callback": "https://a.example"}, "/callback"),
    ],
)
def test_every_mistake_in_a_json_request_has_its_pointer(client, body: dict, pointer: str) -> None:
    found = problem(client.post("/v1/diagnoses", json=body), 422, "request-invalid")
    assert [error["pointer"] for error in found["errors"]] == [pointer]


@pytest.mark.parametrize("body", [{}, {"evidence": "goroutine 1"}, {"evidence": None}, {"evidence": ["goroutine 1"]}])
def test_evidence_of_another_shape_is_told_its_shape(client, body: dict) -> None:
    (mistake,) = problem(client.post("/v1/diagnoses", json=body), 422, "request-invalid")["errors"]
    assert '{"name": "dump.txt", "content": "goroutine 1 [running]: ..."}' in mistake["detail"]


def test_a_manifest_of_another_shape_is_told_its_shape(client, dump) -> None:
    for said in ("a.txt", ["a.txt"]):
        found = client.post("/v1/diagnoses", **form(("a.txt", dump), manifest={"evidence": said}))
        (mistake,) = problem(found, 422, "request-invalid")["errors"]
        assert '{"name": "dump.txt", "captured_at": "2026-11-25T03:04:05Z"}' in mistake["detail"]


def test_of_several_parts_that_cannot_be_read_each_is_named(client) -> None:
    image = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    found = problem(
        client.post("/v1/diagnoses", **form(("a.png", image), ("b.txt", b"hello\n"), ("c.txt", b""))),
        415,
        "evidence-not-recognised",
    )
    assert found["part"] == "a.png"
    assert "Nor could the others be read: b.txt: " in found["detail"]
    assert "c.txt: There are no bytes in it." in found["detail"]
    many = problem(
        client.post("/v1/diagnoses", **form(*((f"{n}.txt", b"hello\n") for n in range(9)))),
        415,
        "evidence-not-recognised",
    )
    assert many["detail"].endswith("; 4 more.")


def test_a_manifest_that_speaks_of_a_part_that_is_not_there_is_refused(client, dump) -> None:
    found = client.post("/v1/diagnoses", **form(("a.txt", dump), manifest={"evidence": [{"name": "b.txt"}]}))
    assert problem(found, 422, "request-invalid")["errors"][0]["pointer"] == "/evidence/0/name"


def test_a_foreign_part_and_a_broken_form_are_refused(client, dump) -> None:
    problem(client.post("/v1/diagnoses", **form(("a.txt", dump), other="x")), 422, "request-invalid")
    misplaced = problem(client.post("/v1/diagnoses", **form(("a.txt", dump), service="x")), 422, "request-invalid")
    assert "(?service=...)" in misplaced["errors"][0]["detail"]
    no_boundary = client.post("/v1/diagnoses", data=dump, content_type="multipart/form-data")
    problem(no_boundary, 400, "request-malformed")
    cut = b'--x\r\nContent-Disposition: form-data; name="evidence"; filename="a"\r\n\r\n' + dump
    problem(
        client.post("/v1/diagnoses", data=cut, content_type="multipart/form-data; boundary=x"), 400, "request-malformed"
    )


class Received:
    """What a server has received; gunicorn copies what it has read ahead at each read."""

    def __init__(self, content: bytes) -> None:
        self._left = io.BytesIO(content)
        self.reads = 0

    def read(self, size: int) -> bytes:
        self.reads += 1
        return self._left.read(size)


def test_a_large_body_is_read_in_few_pieces(dump) -> None:
    content = dump + b"\n" * 2_000_000
    received = Received(content)
    environ = EnvironBuilder(method="POST", content_type="text/plain").get_environ()
    request = Request(environ | {"wsgi.input": received, "CONTENT_LENGTH": str(len(content))})
    posting = read_posting(request, post_query(request, 30.0), DEFAULT_LIMITS, large_bytes=2**24)
    assert posting.submissions[0].content == content
    assert received.reads <= 2


def test_parts_of_one_name_are_told_apart(client, dump, desk) -> None:
    form = {"evidence": [(io.BytesIO(dump + bytes([10] * n)), "dump.txt") for n in range(3)]}
    form["evidence"].append((io.BytesIO(dump), "dump.txt (2)"))
    manifest = {"evidence": [{"name": "dump.txt", "kind": "goroutine_dump"}] * 2}
    form["manifest"] = json.dumps(manifest)
    posted = client.post("/v1/diagnoses", data=form, content_type="multipart/form-data")
    assert posted.status_code == 202, posted.text
    names = [row["name"] for row in client.get(posted.headers["Location"]).json["evidence"]]
    assert names == ["dump.txt", "dump.txt (3)", "dump.txt (4)", "dump.txt (2)"]


def test_a_manifest_may_name_a_part_as_the_answer_does(client, dump) -> None:
    at = "2026-11-25T03:10:00Z"
    said = {"evidence": [{"name": "dump.txt (2)", "captured_at": at}]}
    posted = client.post("/v1/diagnoses", **form(("dump.txt", dump), ("dump.txt", dump), manifest=said))
    assert posted.status_code == 202, posted.text
    rows = client.get(posted.headers["Location"]).json["evidence"]
    assert [row["captured_at"] for row in rows] == [None, at.replace("Z", ".000Z")]
