"""What is replaced in text, what is not, and that it takes linear time."""

from __future__ import annotations

import json
import time

import pytest

from leakbook.evidence.redact_names import DISTINCT_VALUES, Pseudonyms
from leakbook.evidence.redact_forms import looks_random
from leakbook.evidence.redact_spans import SPAN_BYTES as PIECE_BYTES
from leakbook.evidence.redact_text import TextRedaction

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
        ("main.pay(0xc0000b4000, 0x11d7, {0x3e8?, 0x5})", "0x11d7"),
        ("main.pay(0xc0000b4000, 0x11d7, {0x3e8?, 0x5})", "0x3e8"),
        ("\t0x11d7, 0x2)\n", "0x11d7"),
        ("rax    0x48656c6c6f\n", "48656c6c6f"),
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


@pytest.mark.parametrize("text", [DUMP, METRICS])
def test_what_is_read_is_left_as_it_is(text: str) -> None:
    assert redacted(text) == text


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
            "token": 12,
            "secret": None,
            "cookie": {"a": [1]},
            "url": "https://u:p@h.example/x?y=z",
            "cmdline": ["/app", "--password=x", "--token", "y"],
        }
    )
    found = json.loads(redacted(text))
    assert found["token"] == 12
    assert found["cookie"] == {"a": [1]}
    assert found["url"] == "https://redacted-userinfo-1@h.example/x?redacted-query-1"
    assert "y" not in found["cmdline"]


@pytest.mark.parametrize("width", [1, 7, 100, PIECE_BYTES])
def test_pieces_of_any_width_give_the_same_text(width: int) -> None:
    text = (DUMP + "panic: account 4711\n\tsecond line\n\nuser ann@x.example\nmain.f(0xc000, 0x1)\n").encode() * 500
    pieces = (text[at : at + width] for at in range(0, len(text) if width > 1 else 3000, width))
    whole = text if width > 1 else text[:3000]
    assert b"".join(TextRedaction(Pseudonyms()).stream(pieces)) == TextRedaction(Pseudonyms()).whole(whole)


HOSTILE = {
    "letters": b"a",
    "at signs": b"@",
    "dots": b"a.",
    "mail": b"a@a.",
    "schemes": b"a://",
    "userinfo": b"a://b:",
    "queries": b"a://b?",
    "braces": b"({",
    "words": b"(0x1, ",
    "word tails": b"0x1, ",
    "names": b"token=",
    "name": b"token",
    "quotes": b'token="',
    "dashes": b"-",
    "jwts": b"eyJaaaaaaaa.",
    "labels": b'goroutine 7 [a] {"a',
    "label pairs": b"a: b, ",
    "panics": b"panic: ",
    "panic lines": b"panic: a\n\t",
    "tabs": b"\n\t",
    "keys": b"-----BEGIN PRIVATE KEY-----",
    "blanks": b" ",
    "base64": b"aB3/",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear_in_hostile_text(unit: bytes) -> None:
    """Twice as much takes about twice as long; a square would take four times."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        best = float("inf")
        for _ in range(2):
            began = time.process_time()
            TextRedaction(Pseudonyms()).whole(text)
            best = min(best, time.process_time() - began)
        return best

    small, large = seconds(2**19), seconds(2**21)
    assert large < 0.2 + 10 * small
    assert large < 12


def test_memory_for_names_is_bounded(monkeypatch) -> None:
    monkeypatch.setattr("leakbook.evidence.redact_names.DISTINCT_VALUES", 2)
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
