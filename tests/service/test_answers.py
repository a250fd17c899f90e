"""Waiting, looking, listing, deleting."""

from __future__ import annotations

import io
import threading
import time
from dataclasses import replace

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from leakbook.storage.blobs import BlobsAway, DirectoryBlobs
from workers.purger import Purger


def test_a_waiting_post_answers_with_the_result(client, dump, busy_desk) -> None:
    response = client.post("/v1/diagnoses?service=checkout", data=dump, headers={"Prefer": "wait=20"})
    assert response.status_code == 200
    assert response.headers["Preference-Applied"] == "wait=20"
    assert response.json["status"] == "succeeded"
    assert response.json["verdict"] in ("leak", "suspect", "healthy", "inconclusive")
    assert client.get(response.headers["Location"]).json == response.json


@pytest.mark.alone
def test_a_waiting_post_is_woken_and_does_not_wait_for_the_net(client, dump, busy_desk) -> None:
    client.post("/v1/diagnoses?wait=20", data=dump)
    started = time.monotonic()
    assert client.post("/v1/diagnoses?wait=20", data=dump + b"\n").status_code == 200
    assert time.monotonic() - started < 0.9  # the net is one second


def test_respond_async_and_a_long_wish_are_honoured_as_far_as_they_go(client, dump) -> None:
    response = client.post("/v1/diagnoses", data=dump, headers={"Prefer": "respond-async, wait=20"})
    assert response.status_code == 202
    assert "Preference-Applied" not in response.headers


def test_a_wait_that_is_too_short_answers_202(client, dump) -> None:
    started = time.monotonic()
    response = client.post("/v1/diagnoses?wait=1", data=dump)
    assert response.status_code == 202
    assert 0.9 < time.monotonic() - started < 5


def test_when_all_seats_are_taken_a_wish_to_wait_is_answered_202_at_once(client, app, dump) -> None:
    room = app.extensions["leakbook"].waiting_room
    room._seats = 0
    started = time.monotonic()
    assert client.post("/v1/diagnoses?wait=20", data=dump).status_code == 202
    assert time.monotonic() - started < 5


def test_evidence_that_only_the_worker_can_refuse_fails_the_job_and_answers_who_waits(client, dump, busy_desk) -> None:
    cut = b"\x1f\x8b\x08\x00" + bytes(20)
    response = client.post("/v1/diagnoses?wait=20&name=x.gz", data=cut)
    assert response.status_code in (413, 415, 422)
    assert response.content_type == "application/problem+json"
    assert response.json["part"] == "x.gz"


def test_an_unfinished_job_answers_in_every_media_type(client, dump) -> None:
    location = client.post("/v1/diagnoses", data=dump).headers["Location"]
    said = f"The diagnosis is queued. Ask again for {location}?wait=30\n"
    assert client.get(location, headers={"Accept": "text/markdown"}).text == said
    assert client.get(location, headers={"Accept": "text/plain"}).text == said
    assert client.get(location, headers={"Accept": "text/vnd.slack.mrkdwn"}).text == said
    page = client.get(location, headers={"Accept": "text/html"})
    assert "http-equiv" in page.text
    assert page.headers["Vary"] == "Accept"
    assert client.get(location, headers={"Accept": "image/png"}).content_type == "application/json"


def test_a_finished_job_answers_in_every_media_type(client, dump, desk) -> None:
    location = client.post("/v1/diagnoses", data=dump).headers["Location"]
    assert desk.clear() == 1
    markdown = client.get(location, headers={"Accept": "text/markdown"})
    assert markdown.content_type == "text/markdown; charset=utf-8"
    assert markdown.text.strip()
    plain = client.get(location, headers={"Accept": "text/plain"})
    assert plain.content_type == "text/plain; charset=utf-8"
    assert plain.text.splitlines()[-1].startswith("  ")
    assert "**" not in plain.text
    slack = client.get(location, headers={"Accept": "text/vnd.slack.mrkdwn"})
    assert slack.content_type == "text/vnd.slack.mrkdwn; charset=utf-8"
    assert slack.text.splitlines()[0] == f"*{plain.text.splitlines()[0]}*"
    page = client.get(location, headers={"Accept": "text/html"})
    assert page.text.lower().startswith("<!doctype html>")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]


def test_an_etag_saves_the_body(client, dump, desk) -> None:
    location = client.post("/v1/diagnoses", data=dump).headers["Location"]
    queued = client.get(location).headers["ETag"]
    desk.clear()
    changed = client.get(location, headers={"If-None-Match": queued})
    assert changed.status_code == 200
    assert client.get(location, headers={"If-None-Match": changed.headers["ETag"]}).status_code == 304


def test_a_get_can_wait_too(client, dump, desk) -> None:
    location = client.post("/v1/diagnoses", data=dump).headers["Location"]
    later = threading.Timer(0.2, desk.clear)
    later.start()
    assert client.get(f"{location}?wait=20").json["status"] == "succeeded"
    later.join()


def test_a_repeat_with_the_same_key_answers_with_the_first_job(client, dump, desk) -> None:
    key = {"Idempotency-Key": '"incident-1"'}
    first = client.post("/v1/diagnoses?service=a", data=dump, headers=key)
    desk.clear()
    again = client.post("/v1/diagnoses?service=a", data=dump, headers=key)
    assert again.status_code == 200
    assert again.json["id"] == first.json["id"]
    twin = client.post("/v1/diagnoses?service=a&idempotency_key=incident-1", data=dump)
    assert twin.json["id"] == first.json["id"]
    assert len(client.get("/v1/diagnoses").json["diagnoses"]) == 1
    other = client.post("/v1/diagnoses?service=b", data=dump, headers=key)
    assert (other.status_code, other.json["code"]) == (422, "idempotency-key-reused")


def test_a_repeat_while_the_first_still_waits_answers_with_its_job(client, app, dump, desk) -> None:
    key = {"Idempotency-Key": "k"}
    first: list[dict] = []

    def post_and_wait() -> None:
        first.append(app.test_client().post("/v1/diagnoses?wait=20", data=dump, headers=key).json)

    waiting = threading.Thread(target=post_and_wait)
    waiting.start()
    while not client.get("/v1/diagnoses").json["diagnoses"]:
        time.sleep(0.01)
    repeat = client.post("/v1/diagnoses", data=dump, headers=key)
    assert (repeat.status_code, repeat.json["status"]) == (202, "queued")
    desk.clear()
    waiting.join()
    assert first[0]["status"] == "succeeded"
    assert repeat.json["id"] == first[0]["id"]


def test_two_requests_at_once_with_one_key_make_one_job(client, app, dump) -> None:
    ids = []

    def post() -> None:
        response = app.test_client().post("/v1/diagnoses", data=dump, headers={"Idempotency-Key": "k"})
        ids.append(response.json["id"])

    threads = [threading.Thread(target=post) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ids) == 8
    assert len(set(ids)) == 1
    assert len(client.get("/v1/diagnoses").json["diagnoses"]) == 1


def test_the_list_is_newest_first_and_pages_to_its_end(client, dump) -> None:
    ids = [client.post(f"/v1/diagnoses?service=s{n % 2}", data=dump).json["id"] for n in range(5)]
    seen, url = [], "/v1/diagnoses?limit=2"
    while url:
        page = client.get(url)
        seen += [job["id"] for job in page.json["diagnoses"]]
        url = page.headers["Link"].split(">")[0][1:] if page.json["next"] else None
    assert sorted(seen) == sorted(ids)
    assert len(seen) == 5
    times = [job["created_at"] for job in client.get("/v1/diagnoses").json["diagnoses"]]
    assert times == sorted(times, reverse=True)


def test_the_list_is_filtered(client, dump, desk) -> None:
    client.post("/v1/diagnoses?service=a", data=dump)
    desk.clear()
    client.post("/v1/diagnoses?service=b", data=dump)

    def services(query: str) -> list[str]:
        return [job["service"] for job in client.get(f"/v1/diagnoses?{query}").json["diagnoses"]]

    assert services("service=a") == ["a"]
    assert services("status=queued") == ["b"]
    verdict = client.get("/v1/diagnoses?service=a").json["diagnoses"][0]["verdict"]
    assert services(f"verdict={verdict}") == ["a"]
    assert services("playbook=goroutine/none-of-this-name") == []
    assert services("since=2999-01-01T00:00:00Z") == []
    assert sorted(services("since=2020-01-01T00:00:00Z")) == ["a", "b"]


@pytest.mark.parametrize("query", ["cursor=x", "cursor=eHg", "limit=0", "limit=201", "verdict=bad", "since=1", "q=1"])
def test_a_wrong_list_query_is_refused(client, query: str) -> None:
    response = client.get(f"/v1/diagnoses?{query}")
    assert (response.status_code, response.json["code"]) == (400, "parameter-invalid")


def test_evidence_comes_back_as_an_attachment(client, dump) -> None:
    response = client.post("/v1/diagnoses?name=..%2Fa%22b.html", data=dump)
    path = response.headers["Location"] + "/evidence/0"
    found = client.get(path)
    assert found.data == dump
    assert found.content_type == "application/octet-stream"
    assert found.headers["Content-Disposition"].startswith("attachment")
    assert found.headers["X-Content-Type-Options"] == "nosniff"
    assert client.get(path, headers={"If-None-Match": found.headers["ETag"]}).status_code == 304
    assert client.get(response.headers["Location"] + "/evidence/1").status_code == 404


def test_the_answer_tells_at_which_address_each_piece_is(client, dump, desk) -> None:
    log = dump + b"\ngc 1 @0.1s 1%: 0.1+0.2+0.3 ms clock, 0.1+0.2/0.3/0.4+0.5 ms cpu, 4->4->1 MB, 5 MB goal, 2 P\n"
    parts = [(io.BytesIO(b"hello\n"), "a.txt"), (io.BytesIO(log), "log.txt"), (io.BytesIO(dump), "dump.txt")]
    posted = client.post("/v1/diagnoses", data={"evidence": parts}, content_type="multipart/form-data")
    location = posted.headers["Location"]
    assert [piece["position"] for piece in posted.json["evidence"]] == [0, 1, 2]
    desk.clear()
    found = client.get(location).json["evidence"]
    assert [(piece["name"], piece["position"]) for piece in found] == [("log.txt", 1), ("log.txt", 1), ("dump.txt", 2)]
    assert client.get(f"{location}/evidence/1").data == log
    assert client.get(f"{location}/evidence/2").data == dump


def test_an_answer_in_a_form_that_was_asked_for_with_parameters_has_that_form(client, dump) -> None:
    location = client.post("/v1/diagnoses", data=dump).headers["Location"]
    for media in ("text/plain", "text/markdown", "text/html"):
        answer = client.get(location, headers={"Accept": f"{media}; charset=utf-8, */*;q=0.1"})
        assert answer.content_type == f"{media}; charset=utf-8"


ERRORS = {
    "not found": ("GET", "/v1/diagnoses/01a210db-4446-7b2d-8850-f9330c40a56c", b""),
    "nothing read": ("POST", "/v1/diagnoses", b"hello\n"),
    "parameter": ("GET", "/v1/diagnoses?limit=0", b""),
    "method": ("PUT", "/v1/diagnoses", b""),
}


@pytest.mark.parametrize("what", ERRORS)
def test_who_asks_for_text_gets_errors_as_plain_text_and_all_others_json(client, what: str) -> None:
    method, path, body = ERRORS[what]
    problem = client.open(path, method=method, data=body)
    assert problem.content_type == "application/problem+json"
    plain = client.open(path, method=method, data=body, headers={"Accept": "text/plain"})
    assert plain.status_code == problem.status_code
    assert plain.content_type == "text/plain; charset=utf-8"
    assert "Accept" in plain.headers["Vary"]
    assert plain.text.startswith(f"{problem.json['code']} ({problem.status_code}): {problem.json['title']}\n  ")
    for mistake in problem.json.get("errors", [problem.json]):
        assert mistake["detail"] in plain.text
    with_parameters = ("text/plain; charset=utf-8", "text/plain;charset=UTF-8;q=0.9, application/json;q=0.8")
    for accept in (
        "text/html,application/xhtml+xml,*/*;q=0.8",
        "text/markdown",
        "text/vnd.slack.mrkdwn",
        *with_parameters,
    ):
        read = client.open(path, method=method, data=body, headers={"Accept": accept})
        assert (read.content_type, read.text) == (plain.content_type, plain.text)
    for accept in ("*/*", "image/png", "application/json; charset=utf-8, text/plain;q=0.9"):
        other = client.open(path, method=method, data=body, headers={"Accept": accept})
        assert other.content_type == "application/problem+json"


def test_a_problem_in_plain_text_says_where_and_what_was_expected(client, desk) -> None:
    asked = {"Accept": "text/plain"}
    refused = client.post("/v1/diagnoses?name=a%2Fx.txt", data=b"hello\n", headers=asked).text
    assert "  a/x.txt: No evidence was found in it: " in refused
    assert "\n  Expected: a pprof profile" in refused
    assert refused.endswith("\n  See /docs#evidence-not-recognised\n")


def test_the_answer_to_a_deletion_names_no_type_of_a_body_that_it_has_not(client, app, dump) -> None:
    location = client.post("/v1/diagnoses", data=dump).headers["Location"]
    deleted = app.test_client().delete(location)
    assert deleted.status_code == 204
    assert "Content-Type" not in deleted.headers


def test_delete_removes_everything_but_evidence_that_others_share(client, settings, dump, desk) -> None:
    first, second = (client.post("/v1/diagnoses", data=dump) for _ in range(2))
    sha256 = first.json["evidence"][0]["sha256"]
    blobs = DirectoryBlobs(settings.blob_dir)
    assert client.delete(first.headers["Location"]).status_code == 204
    assert client.get(first.headers["Location"]).status_code == 404
    assert client.delete(first.headers["Location"]).status_code == 404
    assert blobs.get(sha256) == dump
    assert client.delete(second.headers["Location"]).status_code == 204
    with pytest.raises(FileNotFoundError):
        blobs.get(sha256)
    assert desk.clear() == 0


def test_a_deletion_that_cannot_be_committed_leaves_the_job_with_its_evidence(client, app, dump) -> None:
    location = client.post("/v1/diagnoses", data=dump).headers["Location"]

    def fail(_connection: object) -> None:
        raise OperationalError("COMMIT", {}, Exception("disk full"))

    engine = app.extensions["leakbook"].engine
    event.listen(engine, "commit", fail)
    try:
        assert client.delete(location).status_code == 503
    finally:
        event.remove(engine, "commit", fail)
    assert client.get(f"{location}/evidence/0").data == dump
    assert client.delete(location).status_code == 204
    assert client.get(location).status_code == 404


def test_a_job_is_deleted_while_its_bytes_cannot_be_and_they_go_later(
    client, settings, dump, monkeypatch, caplog
) -> None:
    location = client.post("/v1/diagnoses", data=dump).headers["Location"]

    def away(*_: object) -> None:
        raise BlobsAway("read-only")

    monkeypatch.setattr(DirectoryBlobs, "remove", away)
    assert client.delete(location).status_code == 204
    assert client.get(location).status_code == 404
    assert "left to the next look for orphans" in caplog.text
    monkeypatch.undo()
    assert Purger(replace(settings, orphan_seconds=0.0)).purge().blobs == 1
    assert not [path for path in settings.blob_dir.rglob("*") if path.is_file()]


def test_bytes_that_go_while_they_are_asked_for_are_told_to_be_gone(client, settings, dump) -> None:
    location = client.post("/v1/diagnoses", data=dump).headers["Location"]
    for path in settings.blob_dir.rglob("*"):
        if path.is_file():
            path.unlink()  # as a deletion does, between the row and the bytes
    answer = client.get(f"{location}/evidence/0")
    assert (answer.status_code, answer.json["code"]) == (410, "evidence-gone")


def test_what_is_not_there_is_a_problem(client) -> None:
    for path in ("/v1/diagnoses/01a210db-4446-7b2d-8850-f9330c40a56c", "/v1/playbooks/none/such", "/nowhere"):
        response = client.get(path)
        assert (response.status_code, response.json["code"]) == (404, "not-found")
    response = client.put("/v1/diagnoses")
    assert (response.status_code, response.json["code"]) == (405, "method-not-allowed")
    assert "POST" in response.headers["Allow"]


def test_when_the_store_is_away_nothing_is_accepted_and_503_says_so(client, settings, dump) -> None:
    database = settings.data_dir / "leakbook.sqlite3"
    database.write_bytes(b"no database" * 1000)
    for path in ("wal", "shm"):
        database.with_name(f"{database.name}-{path}").unlink(missing_ok=True)
    response = client.post("/v1/diagnoses", data=dump)
    assert (response.status_code, response.json["code"]) == (503, "store-unavailable")
    assert response.headers["Retry-After"]
    assert client.get("/readyz").status_code == 503
    assert client.get("/livez").status_code == 200
