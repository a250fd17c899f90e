"""Passing over what is said again gives the same bytes, numbers and counts as looking at all of it."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leakbook.evidence.model import Submission
from leakbook.evidence.redaction.names import Pseudonyms
from leakbook.evidence.redaction.spans import SPAN_BYTES
from leakbook.evidence.redaction.text import TextRedaction
from leakbook.evidence.unpacking.inflate import Allowance
from leakbook.evidence.unpacking.text_bytes import is_text
from leakbook.evidence.unpacking.unpack import unpack
from leakbook.limits import DEFAULT_LIMITS
from tools.fuzz.hostile_text import ALPHABET, MARKS, mixtures

from .redact_plainly import redact_plainly

FIXTURES = Path(__file__).parents[2] / "fixtures"


def assert_same(text: bytes, span_bytes: int = SPAN_BYTES) -> None:
    names, plain = Pseudonyms(), Pseudonyms()
    found = b"".join(TextRedaction(names, span_bytes=span_bytes).stream((text,)))
    assert found == redact_plainly(text, plain, span_bytes)
    assert +names.replaced == +plain.replaced


@pytest.mark.parametrize("folder", sorted(path for path in FIXTURES.glob("*/*") if path.is_dir()), ids=lambda p: p.name)
def test_all_fixtures(folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix == ".json":
            continue
        for leaf in unpack(Submission(name=path.name, content=path.read_bytes()), Allowance(DEFAULT_LIMITS)).leaves:
            if is_text(leaf.content):
                assert_same(leaf.content)


@pytest.mark.parametrize("unit", [*ALPHABET, *mixtures(200)], ids=repr)
def test_hostile_text(unit: bytes) -> None:
    assert_same(unit * (2**12 // len(unit)) + MARKS)
    assert_same((unit * 3 + b"\n") * 40 + MARKS)


WORDS = st.sampled_from([b"0x1", b"0xc000123456789012", b"0x1?", b"...", b"_", b"__", b"{", b"}", b", ", b",", b"a1B2"])
CALL = st.lists(WORDS, max_size=6).map(lambda words: b"(" + b"".join(words) + b")")
BITS = [
    *(
        b"main.(*Shop).pay",
        b"\t/src/main.go:12 +0x1d",
        b"goroutine 7 [select]",
        b" {user: ann}",
        b" {",
        b":",
        b"labels: {",
    ),
    *(b"panic: no account", b" [recovered]", b"-----BEGIN RSA PRIVATE KEY-----", b"-----END RSA PRIVATE KEY-----"),
    *(b"password", b"password=", b"tokens: ", b"--token ", b"cookie: ", b'"pwd": "', b'"', b"http://u:p@h.example/x"),
    *(b"://a", b"?", b"@", b"@b.example", b"ann", b"Bearer ", b"eyJabcdefghi.jklm", b"W9x2kPq7Zr4LmT8vBn3Y"),
    *(
        b"rax 0x12",
        b"0x1, 0x2)",
        b" ",
        b"\t",
        b"\r",
        b"\\",
        b"\0",
        b"=",
        b"[",
        b"]",
        b"(",
        b")",
        b"9f86d081884c7d659a2f",
    ),
]
LINE = st.lists(st.one_of(st.sampled_from(BITS), CALL), max_size=5).map(b"".join)


@settings(max_examples=1500, suppress_health_check=list(HealthCheck))
@given(lines=st.lists(LINE, min_size=1, max_size=12), times=st.integers(1, 4), span=st.sampled_from([SPAN_BYTES, 50]))
def test_text_of_any_lines(lines: list[bytes], times: int, span: int) -> None:
    assert_same(b"\n".join(lines * times), span)


def test_a_value_that_comes_again_is_counted_each_time() -> None:
    names = Pseudonyms()
    text = b"mail ann@x.example\nmain.pay(0xc000, 0x1)\n" * 5 + b"mail bob@x.example\n"
    assert TextRedaction(names).whole(text).endswith(b"redacted-email-1\nmain.pay(0xc000, _)\nmail redacted-email-2\n")
    assert names.replaced == Counter(email=6, word=5)


def test_a_dump_is_passed_over_much_faster_than_looked_at() -> None:
    dump = b"".join(
        b"goroutine %d [select, %d minutes]:\nmain.(*Shop).pay(0x%x, 0x1f4)\n\t/src/shop/pay.go:41 +0x1d\n"
        b"created by main.(*Shop).serve in goroutine 1\n\t/src/shop/serve.go:12 +0x2d\n\n" % (n, n % 9, n * 64)
        for n in range(6_000)
    )

    def seconds(redact) -> float:
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            redact()
            best = min(best, time.process_time() - began)
        return best

    fast = seconds(lambda: TextRedaction(Pseudonyms()).whole(dump))
    assert fast < seconds(lambda: redact_plainly(dump, Pseudonyms())) / 1.5
