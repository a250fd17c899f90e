"""What is replaced in text, what is not, and that it takes linear time."""

from __future__ import annotations

import json
import time

import pytest

from leakbook.evidence.redaction.forms import looks_random
from leakbook.evidence.redaction.names import DISTINCT_VALUES, Pseudonyms
from leakbook.evidence.redaction.text import TextRedaction
from tools.fuzz.hostile_text import ALPHABET, MARKS, mixtures

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"


def redacted(text: str) -> str:
    return TextRedaction(Pseudonyms()).whole(text.encode()).decode()


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("mail from ann.lee+x@corp.example.com: ok", "ann.lee"),
        ("dial postgres://svc:p@ss/w0rd@db.internal:5432/shop?sslmode=off", "sslmode"),
        ("dial postgres://svc:pa@ssword@db.internal:5432/shop", "pa@ss"),
        ("GET https://api.example.com/v1/x?access=abc&user=7 200", "access=abc"),
        ("mysql svc:geheim@tcp(db:3306)/shop", "geheim"),
        (f"token is {JWT}.", "eyJzdWIi"),
        ("Authorization: Bearer abcDEF123456", "abcDEF123456"),
        ("Authorization: Basic dXNlcjpwYXNzd29yZA==", "dXNlcjpw"),
        ("curl -H 'Authorization: token abcdef12'", "abcdef12"),
        ("key AKIAIOSFODNN7EXAMPLE used", "IOSFODNN7"),
        ("aws wJalrXUtnFEMI/K7MDENG9bPxRfiCYzEXAMPLE7KEY2 end", "K7MDENG"),
        ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "16C7e42F"),
        ('{"password": "hunter2"}', "hunter2"),
        ('{\\"password\\": \\"hunter2\\"}', "hunter2"),
        ("db_password=hunter2 user=ann", "hunter2"),
        ("API_KEY: hunter2", "hunter2"),
        ('"cmdline": ["/app", "--db-password", "hunter2", "-v"]', "hunter2"),
        ("/app --token hunter2 -v", "hunter2"),
        ('http_requests_total{session_id="hunter2",code="200"} 7', "hunter2"),
        ("session 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c", "9f86d081"),
        ("id W9x2kPq7Zr4LmT8vBn3Yc6Hd", "W9x2kPq7"),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAKC\n-----END RSA PRIVATE KEY-----\n", "MIIEow"),
        ("panic: account 4711 of Ann has no balance\n\ngoroutine 1 [running]:", "4711"),
        ("panic: first 4711 [recovered]\n\tpanic: second 4711\n\ngoroutine 1 [running]:", "4711"),
        ("http: panic serving 10.0.0.1:5432: no account 4711", "4711"),
        ('goroutine 12 [select, 5 minutes] {"user": "Ann Lee", tenant: acme}:', "Ann Lee"),
        ('goroutine 12 [select, 5 minutes] {"user": "Ann Lee", tenant: acme}:', "acme"),
        ('# labels: {"user":"Ann Lee", "tenant":"acme"}', "acme"),
        ('goroutine NNN [chan send]{"tenant":"acme"}:', "acme"),
        ("main.pay(0xc0000b4000, 0x11d7, {0x3e8?, 0x5})", "0x11d7"),
        ("main.pay(0xc0000b4000, 0x11d7, {0x3e8?, 0x5})", "0x3e8"),
        ("\t0x11d7, 0x2)\n", "0x11d7"),
        ("rax    0x48656c6c6f\n", "48656c6c6f"),
        # quotes, and what stands behind a blank or an escape
        ('{"password": "two \\"words\\" here"}', "words"),
        ('{"password": "two \\"words\\" here"}', "here"),
        (r"{\"password\": \"hun \\\"ter2\"}", "ter2"),
        ("{'password': 'hun \"ter2'}", "ter2"),
        ('password="hunter 2 words" user=ann', "words"),
        ('/app --password "hunter 2 words" -v', "words"),
        ("/app --password 'hunter 2 words' -v", "words"),
        ('"cmdline": ["/app", "--db-password", "hunter 2 words", "-v"]', "words"),
        ("/app\0--db-password\0hunter 2 words\0-v", "words"),
        ("password=ab\\cd", "cd"),
        ('password="never closed', "closed"),
        ('{"password": ["hunter2", 1]}', "hunter2"),
        ('{"Set-Cookie": ["a=b", "sid=hunter2"]}', "hunter2"),
        # numbers
        ("password=123456", "123456"),
        ('{"password": 123456}', "123456"),
        ("otp_token: 123456,", "123456"),
        ("session_id=-17", "17"),
        # names
        ("DB_PASS=hunter2", "hunter2"),
        ("pass=hunter2 user=ann", "hunter2"),
        ('{"dbPass": "hunter2", "smtp_pass": "x"}', "hunter2"),
        ("userpass: hunter2", "hunter2"),
        ("AWS_SECRET_ACCESS_KEY=hunter2", "hunter2"),
        ("secret_key => 'hunter2'", "hunter2"),
        ("Cookie: theme=dark; sid=hunter2", "hunter2"),
        ('Authorization: Digest username="ann", response="hunter2"', "ann"),
        ("map[Authorization:[Digest ann hunter2] Accept:[x]]", "hunter2"),
        # panics
        ("panic: runtime error: account 4711 of Ann", "4711"),
        ("panic: runtime error: index out of range [5] with length 3 of 4711", "4711"),
        ("panic: sync: account 4711", "4711"),
        ("panic: close of account 4711", "4711"),
        ("panic: send on closed channel of 4711", "4711"),
        ("panic: redacted-by-hand 4711", "4711"),
        ('level=error msg="panic: account 4711" at=x', "4711"),
        ("http: panic serving 10.0.0.1:5432: runtime error: 4711", "4711"),
        ("http: panic serving 10.0.0.1:5432: a\n\tof 4711", "4711"),
        ('{"log":"2026 panic: account\\n\\t4711\\n\\ngoroutine 1"}', "4711"),
        # what is cut off, and what is longer than anything of its sort
        ('goroutine 12 [select, 5 minutes] {"user": "Ann Lee', "Ann Lee"),
        ('goroutine 12 [select, 5 minutes] {"user": "Ann Lee"}: and more', "Ann Lee"),
        ('goroutine 12 [select, 5 minutes] {"a": "}", "user": "Ann Lee', "Ann Lee"),
        ("goroutine 12 [select] {a: b}: f() goroutine 13 [select] {user: Ann}: g()", "Ann"),
        ("Secrets:[hunter1 hunter2] Next:x", "hunter2"),
        (r'{"log":"goroutine 12 [select] {\"user\": \"Ann Lee\"}:\nmain.f()"}', "Ann Lee"),
        ("https://svc:" + "x" * 1000 + "hunter2@db.example/", "hunter2"),
        ("https://db.example/?a=" + "x" * 9000 + "hunter2", "hunter2"),
        ('password="' + "x " * 5000 + 'hunter2"', "hunter2"),
        ("a" * 100 + "@corp.example", "a" * 50),
        ("-----BEGIN PRIVATE KEY-----\nMIIEow\nIBAAKC", "IBAAKC"),
    ],
)
def test_secrets_are_replaced(text: str, secret: str) -> None:
    assert secret in text
    assert secret not in redacted(text)


DUMP = """goroutine 12 gp=0xc0000061c0 m=4 mp=0xc000100008 [sync.Mutex.Lock, 5 minutes, locked to thread]:
sync.(*Mutex).Lock(...)
	/usr/local/go/src/sync/mutex.go:81
main.(*TokenAuthSecretStoreV2X9).HandleHTTP2ServerConn(0xc0000b4000)
	/go/pkg/mod/github.com/acme/auth-token@v1.2.3-beta.secret/store.go:41 +0x1d fp=0xc00 sp=0xc00 pc=0x47
k8s.io/client-go@v0.0.0-20230101120000-abcdef123456/x.F[go.shape.struct { A int }](...)
	C:/Users/build/token/secret.go:7 +0x1d
created by github.com/acme/session-id/cookie.New in goroutine 1
	/src/password/pwd.go:12 +0x2d

fatal error: all goroutines are asleep - deadlock!
panic: runtime error: index out of range [5] with length 3
panic: send on closed channel
"""
METRICS = """# HELP go_goroutines Number of goroutines that currently exist.
go_goroutines{instance="checkout-7d9f6c5b4-x2x4z:9090",le="0.5"} 1.234567890123456e+09
auth_tokens_total{kind="refresh"} 12345678901234567890
{"memstats": {"tokens": 12, "HeapAlloc": 12345678901234567890123456}}
gc 7 @12.005s 0%: 0.018+1.2+0.003 ms clock, 0.14+0.9/2.3/1.1+0.02 ms cpu, 4->4->2 MB, 5 MB goal, 8 P
lr-x------ 1 app app 64 Nov 25 03:12 17 -> /var/log/tokens/2026-11-25T03:12:00.log
app 4711 u 12u IPv4 0xffff9a5c8d4a5000 0t0 TCP 10.0.0.1:443->10.0.0.2:51234 (ESTABLISHED)
heap profile: 3: 1024 [9: 4096] @ heap/1048576
1: 512 [3: 1024] @ 0x43a7f2 0x43a7f3 0x11223344556677
#	0x43a7f2	main.main+0x12	/src/main.go:12
"""


CODE = """goroutine 7 [select]:
main.(*Vault).token(0xc0000b4000)
	/src/secret/token:41 +0x1d
main.pass(...)
	/src/main.go:12 +0x2d
panic: runtime error: invalid memory address or nil pointer dereference [recovered]
panic: runtime error: slice bounds out of range [:5] with capacity 3
panic: sync: negative WaitGroup counter
--- PASS: TestToken (0.00s)
bypass: on compass=7 tokens=12 max_tokens: 4096
/run/token:6379
{"secrets": 4, "cookie": {"a": [1]}, "token": null, "api_key": true}
"""


@pytest.mark.parametrize("text", [DUMP, METRICS, CODE])
def test_what_is_read_is_left_as_it_is(text: str) -> None:
    assert redacted(text) == text


def test_a_dump_that_is_one_string_keeps_what_stands_behind_labels_and_messages() -> None:
    text = (
        r'{"log":"panic: account 4711\n\ngoroutine 7 [select] {user: ann}:\nmain.f({0xc000})\n\t/main.go:12 +0x1d\n"}'
    )
    assert redacted(text) == text.replace("account 4711", "redacted-panic-1").replace(
        "user: ann", "user: redacted-label-1"
    )


def test_labels_stay_readable_where_quotes_are_escaped_and_text_follows() -> None:
    text = r'{"log":"goroutine 7 [select] {\"user\": \"Ann\", a: b}: f()\ngoroutine 8 [select] {user: Ann}: g()"}'
    assert redacted(text) == text.replace("Ann", "redacted-label-1").replace("a: b", "a: redacted-label-2")


def test_the_first_word_of_a_call_is_kept_for_locks_and_receivers_are_told_apart_by_it() -> None:
    assert redacted("main.(*S).pay(0xc0000b4000, 0x1f4, {0x3e8?}, ...)") == "main.(*S).pay(0xc0000b4000, _, {_}, ...)"
    assert redacted("main.f({0xc0000b4000, 0x5})") == "main.f({0xc0000b4000, _})"


def test_equal_values_stay_equal_and_different_ones_different() -> None:
    redaction = TextRedaction(Pseudonyms())
    first = redaction.whole(b"a@x.example b@x.example a@x.example")
    assert first == b"redacted-email-1 redacted-email-2 redacted-email-1"
    assert redaction.whole(b"b@x.example") == b"redacted-email-2"


def test_redacting_again_changes_nothing() -> None:
    once = redacted(
        f"panic: x\n\nuser ann@x.example https://u:p@h.example/x?y=z password=hunter2 Bearer {JWT}\n"
        'goroutine 7 [select] {u: "v"}:\nmain.f(0xc000, 0x1)\n'
    )
    assert once.count("redacted-") == 7
    assert redacted(once) == once


def test_json_stays_json() -> None:
    text = json.dumps(
        {
            "password": 'a\\"b',
            "tokens": 12,
            "pin": {"token": 4711, "pass": -1.5},
            "secret": None,
            "cookie": {"a": [1]},
            "url": "https://u:p@h.example/x?y=z",
            "cmdline": ["/app", "--password=x", "--token", "y", "--pwd=", "z"],
        }
    )
    found = json.loads(redacted(text))
    assert found["tokens"] == 12
    assert str(found["pin"]["token"]).startswith("redacted-secret-")
    assert str(found["pin"]["pass"]).startswith("redacted-secret-")
    assert found["cmdline"][-2:] == ["--pwd=", "z"]
    assert found["cookie"] == {"a": [1]}
    assert found["url"] == "https://redacted-userinfo-1@h.example/x?redacted-query-1"
    assert "y" not in found["cmdline"]


# A part that is met once, and then what makes its pattern look far.
OPENED = (b"goroutine 7 [a] {", b"labels: {", b"panic: ", b"-----BEGIN PRIVATE KEY-----", b'token="', b"a://")
HOSTILE = [(b"", unit) for unit in (*ALPHABET, *mixtures(50))] + [
    (first, unit) for first in OPENED for unit in (b"a", b'\\"', b"a: a", b"a:a,", b"\n", b"\n\t", b"@", b'"')
]


def seconds_for(first: bytes, unit: bytes, size: int, *, times: int) -> float:
    text = first + unit * (size // len(unit)) + MARKS
    best = float("inf")
    for _ in range(times):
        began = time.process_time()
        TextRedaction(Pseudonyms()).whole(text)
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize(("first", "unit"), HOSTILE, ids=repr)
def test_time_is_linear_in_hostile_text(first: bytes, unit: bytes) -> None:
    """Four times as much takes about four times as long, where a square takes sixteen times; 256 KiB, half a second."""
    bound = 0.1 + min(8 * seconds_for(first, unit, 2**16, times=3), 0.5)
    large = seconds_for(first, unit, 2**18, times=1)
    if large > bound:  # something else may have had the processor
        large = seconds_for(first, unit, 2**18, times=3)
    assert large < bound


def test_memory_for_names_is_bounded(monkeypatch) -> None:
    monkeypatch.setattr("leakbook.evidence.redaction.names.DISTINCT_VALUES", 2)
    names = Pseudonyms()
    assert [names.of("email", value) for value in (b"a", b"b", b"c", b"a")] == [
        b"redacted-email-1",
        b"redacted-email-2",
        b"redacted-email",
        b"redacted-email-1",
    ]
    assert DISTINCT_VALUES == 200_000


@pytest.mark.parametrize(
    "word",
    ["handleIncomingWebSocketConnection2", "internal/handlers/UserController2", "HTTP2_MAX_CONCURRENT_STREAMS",
     "20230101120000", "checkout-7d9f6c5b4-x2x4z", "0xffff9a5c8d4a5000123412341234", "x" * 40, "1" * 40],
)  # fmt: skip
def test_names_do_not_look_random(word: str) -> None:
    assert not looks_random(word.encode())
