"""Hostile requests: refused cheaply, or answered with everything of theirs made harmless."""

from __future__ import annotations

import gzip
import hmac
import io
import json
import re
import time
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from werkzeug.http import parse_options_header

from leakbook.limits import DEFAULT_LIMITS
from leakbook.storage import keys as stored_keys
from service.app import create_app
from service.json_bodies import STRUCTURE_CHARACTERS
from tests.leakbook.evidence.pprof_messages import profile_of

MIB = 2**20
HOSTILE_NAMES = (
    "<script>alert(1)</script>",
    "<img/src=x/onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "[click](http://evil.example)",
    "![x](http://evil.example/x.png)",
    "<http://evil.example|click>",
    "<!channel>",
    "@here",
    "`code`**bold**",
    "{{7*7}}${7*7}<%=7*7%>",
    "javascript:alert(1)",
    "&lt;script&gt;",
    "\u202egnp.exe",
    "\x1b[2J\x07",
    "a\r\nb\x00\u2028c",
    "%0d%0aSet-Cookie:a=b",
)


def dump_of(function: str) -> bytes:
    """Many goroutines of one function that wait for ever, so that it is the culprit and stands in every part."""
    stack = (
        f"goroutine NUMBER [chan send, 90 minutes]:\nshop/orders.{function}(0xc000010000)\n"
        f"\t/src/shop/{function}.go:41 +0x2d\ncreated by shop/orders.{function}.Start in goroutine 1\n"
        f"\t/src/shop/{function}.go:40 +0x8d\n\n"
    )
    return "".join(stack.replace("NUMBER", str(number)) for number in range(10, 200)).encode()


def profiles_of(function: str) -> list[bytes]:
    """The same as profiles over time, whose strings may hold anything: a text dump ends a name at a line's end."""
    start, names = 1_700_000_000, ["runtime.gopark", "runtime.chansend1", f"shop/orders.{function}"]
    kind, profiles = ("goroutine", "count"), []
    for step in (1, 2, 3):
        profile = profile_of([kind], [([1, 2, 3], [1000 * step])], names, period_type=kind, file=function)
        profile.time_nanos = (start + 600 * step) * 10**9
        profiles.append(profile.SerializeToString())
    return profiles


def answers_to(client, desk, *pieces: bytes) -> dict[str, str]:
    """The same answer in each media type."""
    form = {"evidence": [(io.BytesIO(piece), f"{number}.pb") for number, piece in enumerate(pieces)]}
    posted = client.post("/v1/diagnoses", data=form, content_type="multipart/form-data")
    assert posted.status_code == 202, posted.text
    desk.clear()
    return {
        media: client.get(posted.headers["Location"], headers={"Accept": media}).text
        for media in ("application/json", "text/markdown", "text/html", "text/vnd.slack.mrkdwn", "text/plain")
    }


class Elements(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.targets: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.targets |= {value or "" for name, value in attrs if name in ("href", "src", "action")}


HARMLESS = "Publish"
ACTIVE = {"script", "img", "svg", "iframe", "object", "embed", "form", "input", "base", "link", "audio", "video"}


def test_the_evidence_of_these_tests_names_its_culprit_everywhere(client, desk) -> None:
    """Otherwise nothing below would say anything."""
    for pieces in ([dump_of(HARMLESS)], profiles_of(HARMLESS)):
        for text in answers_to(client, desk, *pieces).values():
            assert HARMLESS in text


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_function_name_makes_nothing_of_a_page(client, desk, name: str) -> None:
    usual = Elements(answers_to(client, desk, *profiles_of(HARMLESS))["text/html"])
    page = answers_to(client, desk, *profiles_of(name))["text/html"]
    found = Elements(page)
    assert not found.tags & ACTIVE
    assert found.tags <= usual.tags | {"br"}
    assert not [one for one in found.attributes if one.startswith("on")]
    assert not [one for one in found.targets if "evil" in one or one.lower().startswith("javascript")]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


LIVE_MARKDOWN = {
    "link or image": r"(?<!\\)\]\((?:http|javascript)",
    "autolink": r"(?<!\\)<(?:https?:|!channel|!here|@)",
    "tag": r"(?<!\\)<(?:script|img|svg)",
    "mention": r"(?<![\\\w`])@(?:here|channel|everyone)",
}


def outside_code(markdown: str) -> str:
    """Fenced blocks and code spans show what is in them as it is."""
    without_blocks = re.sub(r"(?ms)^(`{3,})[^\n]*\n.*?^\1`*\s*$", "", markdown)
    return re.sub(r"(?s)(?<!\\)(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", "", without_blocks)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_function_name_makes_nothing_of_markdown(client, desk, name: str) -> None:
    text = answers_to(client, desk, *profiles_of(name))["text/markdown"]
    for what, pattern in LIVE_MARKDOWN.items():
        assert not re.search(pattern, outside_code(text)), what
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_function_name_is_only_a_string_in_json(client, desk, name: str) -> None:
    text = answers_to(client, desk, *profiles_of(name))["application/json"]
    assert json.loads(text)["status"] == "succeeded"
    assert not re.search("[\x00-\x1f\x7f]", text)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_service_and_part_names_are_made_harmless_too(client, desk, name: str) -> None:
    if re.search("[\x00-\x1f\u202e]", name):
        refused = client.post("/v1/diagnoses", data=dump_of(HARMLESS), query_string={"service": name})
        assert (refused.status_code, refused.json["code"]) == (400, "parameter-invalid")
        return
    form = {"evidence": (io.BytesIO(dump_of(HARMLESS)), name), "manifest": json.dumps({"service": name})}
    posted = client.post("/v1/diagnoses", data=form, content_type="multipart/form-data")
    assert posted.status_code == 202, posted.text
    desk.clear()
    page = Elements(client.get(posted.headers["Location"], headers={"Accept": "text/html"}).text)
    assert not page.tags & ACTIVE
    assert not [one for one in page.targets if "evil" in one or one.lower().startswith("javascript")]
    markdown = client.get(posted.headers["Location"], headers={"Accept": "text/markdown"}).text
    for what, pattern in LIVE_MARKDOWN.items():
        assert not re.search(pattern, outside_code(markdown)), what


def test_labels_are_made_harmless_too(client, desk) -> None:
    label = "<script>alert(1)</script>[x](http://evil.example)"
    content = dump_of(HARMLESS).replace(b"minutes]:", f'minutes] {{"user": "{label}"}}:'.encode())
    texts = answers_to(client, desk, content)
    assert not Elements(texts["text/html"]).tags & ACTIVE
    for what, pattern in LIVE_MARKDOWN.items():
        assert not re.search(pattern, outside_code(texts["text/markdown"])), what
    assert not re.search("[<>]", texts["text/vnd.slack.mrkdwn"])


def test_a_failed_job_shows_names_harmlessly(client, desk) -> None:
    bomb = gzip.compress(bytes(2**25))  # which only shows in full reading
    query = {"name": "<script>[x](http://evil.example)"}
    location = client.post("/v1/diagnoses", data=bomb, query_string=query).headers["Location"]
    desk.clear()
    assert client.get(location).json["status"] == "failed"
    assert not Elements(client.get(location, headers={"Accept": "text/html"}).text).tags & ACTIVE
    assert "](http" not in client.get(location, headers={"Accept": "text/markdown"}).text


FILE_NAMES = (
    "../../../../etc/cron.d/x",
    "..\\..\\windows\\system32\\x",
    "/etc/passwd",
    "C:\\autoexec.bat",
    "\\\\host\\share\\x",
    "~/.ssh/authorized_keys",
    ".",
    "..",
    "-rf",
    "con",
    "a" * 255,
    "x.html;.txt",
    "`id`$(id)|id",
)


@pytest.mark.parametrize("name", FILE_NAMES)
def test_a_file_name_leads_to_no_file(client, settings, dump, name: str) -> None:
    def elsewhere() -> set[str]:
        """Files that are neither evidence nor the store's or the queue's own."""
        own = (settings.blob_dir, settings.data_dir / "queue", settings.runtime_dir)
        found = (path for path in settings.data_dir.parent.rglob("*") if not path.name.startswith("leakbook.sqlite3"))
        return {str(path) for path in found if not any(path.is_relative_to(place) for place in own)}

    before = elsewhere()
    form = {"evidence": (io.BytesIO(dump), name)}
    posted = client.post("/v1/diagnoses", data=form, content_type="multipart/form-data")
    assert posted.status_code == 202
    assert elsewhere() == before
    (blob,) = (path for path in settings.blob_dir.rglob("*") if path.is_file())
    assert re.fullmatch("[0-9a-f]{64}", blob.name)
    saved = client.get(posted.headers["Location"] + "/evidence/0")
    assert saved.headers["Content-Disposition"].startswith("attachment; ")
    assert saved.data == dump


@pytest.mark.parametrize(
    "name", ["a\r\nSet-Cookie: b=c", "a\nb", "a\x00b", "a\x1b[2J", "\u202egnp", "a" * 256, "a\u2028b"]
)
def test_a_name_that_could_break_a_header_or_a_line_is_refused(client, dump, name: str) -> None:
    body = {"evidence": [{"name": name, "content": dump.decode()}]}
    response = client.post("/v1/diagnoses", json=body)
    assert (response.status_code, response.json["code"]) == (422, "request-invalid")
    assert "Set-Cookie" not in response.headers
    query = client.post("/v1/diagnoses", data=dump, query_string={"name": name})
    assert (query.status_code, query.json["code"]) == (400, "parameter-invalid")


@pytest.mark.parametrize("name", ['a"; filename="b', "a;b=c", "a%0d%0ab", "naïve.txt", "名.txt", "a'b"])
def test_a_file_name_stays_within_its_header(client, dump, name: str) -> None:
    posted = client.post("/v1/diagnoses", json={"evidence": [{"name": name, "content": dump.decode()}]})
    saved = client.get(posted.headers["Location"] + "/evidence/0")
    disposition = saved.headers["Content-Disposition"]
    assert disposition.startswith("attachment; ")
    _, options = parse_options_header(disposition)
    assert set(options) == {"filename"}
    assert options["filename"] == name
    assert saved.headers["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize("header", ["Idempotency-Key", "Prefer", "X-Request-Id", "traceparent", "Authorization"])
@pytest.mark.parametrize("value", ["\x00", "\x1b[2J", "a" * 5000, "\xff\xfe", '"' * 300, "wait=" + "9" * 400])
def test_no_header_breaks_the_answer(client, dump, header: str, value: str) -> None:
    response = client.post("/v1/diagnoses", data=dump, headers={header: value})
    assert response.status_code in (202, 400)
    assert value not in response.headers.get("X-Request-Id", "")


@pytest.fixture
def roomy(settings):
    """A client of an application with the limits of production."""
    return create_app(replace(settings, limits=DEFAULT_LIMITS)).test_client()


def padded(start: bytes, filler: bytes, end: bytes, size: int = 16 * MIB) -> bytes:
    return start + filler * (size // len(filler)) + end


JSON_BOMBS = {
    "lists": padded(b"[", b"[],", b"[]]"),
    "objects": padded(b'{"evidence":[', b"{},", b"{}]}"),
    "depth": padded(b"", b"[", b""),
    "depth of objects": padded(b"", b'{"a":', b""),
    "strings": padded(b"[", b'"",', b'""]'),
    "numbers": padded(b'{"evidence":[', b"1,", b"1]}"),
    "white space": padded(b"{", b" ", b"}"),
    "members": b"{" + b",".join(b'"%d":1' % number for number in range(MIB)) + b"}",
    "one string that never ends": padded(b'{"evidence":"', b'\\"', b""),
    "back slashes": padded(b'{"a":"', b"\\", b""),
    "quotes": padded(b"", b'"', b""),
    "digits": padded(b'{"memory_limit_bytes":', b"9", b"}"),
    "another encoding": '{"evidence":[]}'.encode("utf-16"),
}


@pytest.mark.parametrize("bomb", JSON_BOMBS)
def test_a_json_bomb_is_refused_in_little_time(roomy, bomb: str) -> None:
    started = time.process_time()
    response = roomy.post("/v1/diagnoses", data=JSON_BOMBS[bomb], content_type="application/json")
    assert (response.status_code, response.json["code"]) == (400, "request-malformed")
    assert len(response.data) < 2000
    assert time.process_time() - started < 5


@pytest.mark.parametrize("bomb", ["numbers", "depth", "members"])
def test_a_manifest_is_held_to_the_same_bounds(roomy, dump, bomb: str) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="%s"; filename="a"\r\n\r\n'
    parts = head % b"evidence" + dump + b"\r\n" + head % b"manifest" + JSON_BOMBS[bomb] + b"\r\n--x--\r\n"
    response = roomy.post("/v1/diagnoses", data=parts, content_type="multipart/form-data; boundary=x")
    assert (response.status_code, response.json["code"]) == (400, "request-malformed")


def test_structure_at_the_bound_is_read_and_one_past_it_refused(roomy) -> None:
    shortest = b'{"a":1}'  # with its string counting as one character
    around = len(shortest) - len(b'"a"') + 1
    at = shortest + b" " * (STRUCTURE_CHARACTERS - around)
    read = roomy.post("/v1/diagnoses", data=at, content_type="application/json")
    assert (read.status_code, read.json["code"]) == (422, "request-invalid")
    past = roomy.post("/v1/diagnoses", data=at + b" ", content_type="application/json")
    assert (past.status_code, past.json["code"]) == (400, "request-malformed")


def test_as_many_pieces_as_the_limit_are_read_and_one_more_refused(roomy, settings) -> None:
    piece = {"name": "a", "content": ""}
    for more, status in ((0, 422), (1, 413)):
        body = {"evidence": [piece] * (settings.limits.parts + more)}
        assert roomy.post("/v1/diagnoses", json=body).status_code == status


def test_long_evidence_in_json_is_no_bomb(roomy, dump) -> None:
    body = {"evidence": [{"name": "a", "content": '"\\\n' * MIB + dump.decode()}]}
    response = roomy.post("/v1/diagnoses", json=body)
    assert response.status_code in (202, 415), response.text[:200]


def test_very_many_mistakes_are_not_all_answered(roomy) -> None:
    body = {f"k{number}": 1 for number in range(20_000)} | {"x" * MIB: 1}
    response = roomy.post("/v1/diagnoses", json=body)
    assert (response.status_code, response.json["code"]) == (422, "request-invalid")
    assert len(response.json["errors"]) == 100
    assert len(response.data) < 50_000


FORM = b'--x\r\nContent-Disposition: form-data; name="evidence"; filename="a"\r\n'
FORM_BOMBS = {
    "header lines": padded(FORM, b"A: b\r\n", b""),
    "one header": padded(b"--x\r\nA: ", b"b", b""),
    "file name": padded(FORM[:-3], b"a", b'"\r\n\r\nx\r\n--x--\r\n'),
    "preamble": padded(b"", b"--\r\n", b""),
    "near boundaries": padded(FORM + b"\r\n", b"\r\n--", b""),
    "boundary with spaces": padded(FORM + b"\r\n\r\n--x", b" ", b""),
    "parts": padded(b"", FORM + b"\r\nx\r\n", b"--x--\r\n"),
    "escapes": padded(b'--x\r\nContent-Disposition: form-data; name="', b'\\"', b'"\r\n\r\nx\r\n--x--\r\n'),
    "parameters": padded(b"--x\r\nContent-Disposition: form-data", b"; a=b", b"\r\n\r\nx\r\n--x--\r\n"),
}


@pytest.mark.parametrize("bomb", FORM_BOMBS)
def test_a_form_bomb_is_refused_in_little_time(roomy, bomb: str) -> None:
    started = time.process_time()
    response = roomy.post("/v1/diagnoses", data=FORM_BOMBS[bomb], content_type="multipart/form-data; boundary=x")
    assert response.status_code in (400, 413)
    assert len(response.data) < 2000
    assert time.process_time() - started < 5


def test_an_unknown_key_and_a_wrong_secret_take_the_same_steps(keyed_client, issue, monkeypatch) -> None:
    compared: list[tuple[int, int]] = []
    real = hmac.compare_digest

    def compare(one: str, other: str) -> bool:
        compared.append((len(one), len(other)))
        return real(one, other)

    monkeypatch.setattr(stored_keys.hmac, "compare_digest", compare)
    token = issue()["Authorization"]
    wrong_secret = token[:-43] + "A" * 43
    unknown = f"Bearer lbk_{'0' * 16}_{'A' * 43}"
    bodies = []
    for header in (wrong_secret, unknown):
        response = keyed_client.get("/v1/diagnoses", headers={"Authorization": header})
        assert response.status_code == 401
        bodies.append(response.data)
    assert compared == [(64, 64)] * 2
    assert bodies[0] == bodies[1]


def test_no_token_reaches_a_log_line(keyed_client, issue, caplog) -> None:
    token = issue()["Authorization"].removeprefix("Bearer ")
    with caplog.at_level("DEBUG"):
        keyed_client.get("/v1/diagnoses", headers={"Authorization": f"Bearer {token}"})
        keyed_client.get("/v1/diagnoses", headers={"Authorization": f"Bearer {token}x"})
    lines = "".join(str(record.__dict__) for record in caplog.records)
    assert "not admitted" in lines
    assert token.split("_", 2)[2][:20] not in lines
