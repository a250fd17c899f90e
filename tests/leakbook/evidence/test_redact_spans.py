"""Redacting in pieces is redacting at once: blocks and lines that go over the border of a piece or a span."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leakbook.evidence.redaction.names import Pseudonyms
from leakbook.evidence.redaction.spans import LONGEST_SPAN, SPAN_BYTES
from leakbook.evidence.redaction.text import TextRedaction

FILLER = b"main.work(0xc000)\n\t/src/main.go:12 +0x2d\n"
SECRET = b"hunter2"
KEY_LINE = b"MIIEhunter2\n"  # too short to look random by itself, as the last line of a key is


def whole(text: bytes, span_bytes: int = SPAN_BYTES) -> bytes:
    return b"".join(TextRedaction(Pseudonyms(), span_bytes=span_bytes).stream((text,)))


def pieces(text: bytes, width: int) -> bytes:
    parts = (text[at : at + width] for at in range(0, len(text), width))
    return b"".join(TextRedaction(Pseudonyms()).stream(parts))


def unnumbered(text: bytes) -> bytes:
    """Within a span numbers are given rule by rule, so they depend on where spans end; nothing else may."""
    return re.sub(rb"(redacted-[a-z]+)-\d+", rb"\1", text)


def filler(length: int) -> bytes:
    return (FILLER * (length // len(FILLER) + 1))[:length].rpartition(b"\n")[0] + b"\n"


LONG = {
    "a panic message": b"panic: first\n" + b"\tmore hunter2\n" * 120_000 + b"\ngoroutine 1 [running]:\n" + FILLER,
    "a panic message of one line": b"panic: " + b"ab hunter2 " * 300_000 + b"\n\tand hunter2\n\n" + FILLER,
    "a private key": filler(SPAN_BYTES - 300)
    + b"-----BEGIN RSA PRIVATE KEY-----\n"
    + KEY_LINE * 60
    + b"-----END RSA PRIVATE KEY-----\n"
    + FILLER,
    "a private key that is cut": filler(SPAN_BYTES - 300)
    + b"-----BEGIN RSA PRIVATE KEY-----\n"
    + KEY_LINE * 60
    + b"goroutine 1 [running]:\n"
    + FILLER,
    "a quoted value": b'{"a": [' + b"1, " * 340_000 + b'], "password": "' + b"hunter2, " * 200_000 + b'"}\n' + FILLER,
    "a value without a border": b"password=" + b"hunter2x" * 400_000 + b"\n" + FILLER,
    "a query": b"GET http://h.example/?" + b"hunter2&a=" * 300_000 + b"\n" + FILLER,
    "a key in a line that is dropped": b"password=" + b"hunter2x" * 200_000 + b" -----BEGIN PRIVATE KEY-----\n"
    + KEY_LINE * 5 + b"-----END PRIVATE KEY-----\n" + FILLER,
    "a panic in a line that is dropped": b"password=" + b"hunter2x" * 200_000 + b" panic: x\n\thunter2\n\n" + FILLER,
}  # fmt: skip


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_nothing_of_a_long_secret_is_left_and_what_follows_is(text: bytes) -> None:
    found = whole(text)
    assert SECRET in text
    assert SECRET not in found
    assert found.endswith(b"\n" + FILLER)
    assert pieces(text, 99_991) == found


@pytest.mark.parametrize("shift", range(0, 96, 5))
def test_a_long_line_is_cut_where_no_secret_is(shift: int) -> None:
    secrets = b'user ann@hunter2.example, "password": "hunter2 hunter2", Authorization: Bearer hunter2hunter2", ok; '
    text = b"x" * shift + b" " + secrets * (2 * LONGEST_SPAN // len(secrets)) + b"end\n" + FILLER
    found = whole(text)
    assert SECRET not in found
    assert found.count(b"ok; ") > text.count(b"ok; ") - 3
    assert found.endswith(b"end\n" + FILLER)


def test_a_long_line_without_secrets_is_left_as_it_is() -> None:
    text = b'{"values":[' + b'[1700000000,"12.5"],' * 200_000 + b"]}"
    assert whole(text) == text


@pytest.mark.parametrize(
    "unit", [b"-----BEGIN PRIVATE KEY-----0x1, ", b"panic: a, ", b'password="a, ', b"a@b.cc, ", b"a"]
)
def test_an_endless_line_takes_linear_time(unit: bytes) -> None:
    began = time.process_time()
    whole(unit * (3 * LONGEST_SPAN // len(unit)))
    assert time.process_time() - began < 6


LINES = st.sampled_from(
    [
        *(b"\n", b"goroutine 7 [select] {user: ann}:\n", b"main.pay(0xc000, 0x11d7)\n", b"\t/src/main.go:12 +0x1d\n"),
        *(b"panic: no account\n", b"\tof ann\n", b"\tpanic: again [recovered]\n", b"panic: send on closed channel\n"),
        *(b"-----BEGIN RSA PRIVATE KEY-----\n", b"MIIEowIBAAKCAQEA\n", b"-----END RSA PRIVATE KEY-----\n"),
        *(b'{"password": "a \\" b"}\n', b"--token x y\n", b"mail ann@x.example\n", b"http://u:p@h.example/?q=r\n"),
        *(b"id W9x2kPq7Zr4LmT8vBn3Yc6Hd\n", b"rax 0x12\n", b"\t0x1, 0x2)\n", b'# labels: {"a":"b"}\n', b"no end"),
    ]
)


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(lines=st.lists(LINES, max_size=40), data=st.data())
def test_pieces_of_any_width_and_spans_of_any_size_give_the_same_text(lines: list[bytes], data: st.DataObject) -> None:
    text = b"".join(lines)
    assert pieces(text, data.draw(st.integers(1, 200))) == whole(text)
    assert unnumbered(whole(text, data.draw(st.integers(1, 400)))) == unnumbered(whole(text))


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(
    lines=st.lists(LINES, min_size=1, max_size=40), before=st.integers(SPAN_BYTES - 2000, SPAN_BYTES), data=st.data()
)
def test_what_lies_over_the_border_of_a_span_is_redacted_as_in_one(lines, before: int, data: st.DataObject) -> None:
    text = filler(before) + b"".join(lines) * 5 + b"\n" + FILLER * 50
    found = whole(text)
    assert pieces(text, data.draw(st.integers(50, 2 * SPAN_BYTES))) == found
    assert unnumbered(found) == unnumbered(whole(text, 2 * len(text)))
