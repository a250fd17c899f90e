from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from google.protobuf.message import DecodeError
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leakbook.errors import Malformed
from leakbook.evidence.pprof import wire
from leakbook.evidence.pprof.tables import SampleTable, join_samples
from leakbook.evidence.pprof.walk import walk_functions, walk_locations, walk_samples
from leakbook.evidence.pprof.wire import decode_functions, decode_locations, sample_blocks
from leakbook.limits import DEFAULT_LIMITS
from tests.leakbook.evidence import pprof_messages as built


def decode_samples(messages: Sequence[bytes]) -> SampleTable:
    """The blocks of the decoder as one table, as the walk gives it."""
    return join_samples(list(sample_blocks(messages, DEFAULT_LIMITS)))


PAIRS = [
    (built.samples, decode_samples, walk_samples),
    (built.locations, decode_locations, walk_locations),
    (built.functions, decode_functions, walk_functions),
    (built.usual_locations, decode_locations, walk_locations),
]
NAMES = ["samples", "locations", "functions", "usual locations"]


@pytest.fixture(autouse=True)
def _handful_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few messages a test has, they are decoded as many are."""
    monkeypatch.setattr(wire, "_HANDFUL", 0)


def assert_same(fast: Any, plain: Any) -> None:
    for field in fields(plain):
        np.testing.assert_array_equal(getattr(fast, field.name), getattr(plain, field.name), err_msg=field.name)
        assert getattr(fast, field.name).dtype == getattr(plain, field.name).dtype, field.name


def assert_same_or_refused(decode: Callable[..., Any], walk: Callable[..., Any], messages: list[bytes]) -> None:
    try:
        plain = walk(messages)
    except DecodeError:
        with pytest.raises(Malformed):
            decode(messages)
    else:
        assert_same(decode(messages), plain)


@pytest.mark.parametrize(("shape", "decode", "walk"), PAIRS, ids=NAMES)
def test_both_decoders_agree_on_messages_of_any_shape(
    shape: st.SearchStrategy[bytes], decode: Callable[..., Any], walk: Callable[..., Any]
) -> None:
    @given(st.lists(shape, max_size=12))
    @settings(max_examples=150)
    def agree(messages: list[bytes]) -> None:
        assert_same(decode(messages), walk(messages))

    agree()


@pytest.mark.parametrize(("decode", "walk"), [pair[1:] for pair in PAIRS[:3]], ids=NAMES[:3])
def test_both_decoders_agree_on_bytes_that_may_be_no_message(
    decode: Callable[..., Any], walk: Callable[..., Any]
) -> None:
    @given(st.lists(st.binary(max_size=14), max_size=4))
    @example([b"\xc8", b"\x00\x00"])  # a cut message, and one that would complete it
    @settings(max_examples=200)
    def agree(messages: list[bytes]) -> None:
        assert_same_or_refused(decode, walk, messages)

    agree()


@st.composite
def alike(draw: st.DrawFn) -> list[bytes]:
    """Messages that have the same fields in the same order, each a number, and perhaps one that has not."""
    fields_of_all = draw(st.lists(st.integers(1, 6), min_size=1, max_size=5))
    number = st.integers(0, 2**64 - 1) | st.integers(0, 2**14)
    rows = draw(st.lists(st.tuples(*[number] * len(fields_of_all)), max_size=8))
    messages = [b"".join(map(built.number_field, fields_of_all, row)) for row in rows]
    return draw(st.permutations([*messages, *draw(st.lists(built.functions, max_size=1))]))


@pytest.mark.parametrize(("decode", "walk"), [pair[1:] for pair in PAIRS[:3]], ids=NAMES[:3])
def test_both_decoders_agree_on_messages_of_the_same_fields(
    decode: Callable[..., Any], walk: Callable[..., Any]
) -> None:
    @given(alike())
    @settings(max_examples=150)
    def agree(messages: list[bytes]) -> None:
        assert_same_or_refused(decode, walk, messages)

    agree()


def test_a_handful_of_messages_is_decoded_by_protobuf_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "_HANDFUL", 2)
    monkeypatch.delattr(wire, "Varints")
    message = built.number_field(1, 7) + built.number_field(2, 4000)
    assert_same(decode_samples([message, message]), walk_samples([message, message]))
    with pytest.raises(Malformed, match="A sample of the profile"):
        decode_samples([message, b"\x0a"])


def test_messages_cut_into_several_blocks_are_joined_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    messages = [
        built.bytes_field(1, bytes([number % 100, 5]))
        + built.bytes_field(2, bytes([1, 2]))
        + b"\x1a\x04\x08\x07\x18\x09"
        for number in range(300)
    ]
    monkeypatch.setattr(wire, "_BLOCK_BITS", 8)
    assert_same(decode_samples(messages), walk_samples(messages))


def test_lists_of_one_and_two_numbers_as_the_go_runtime_writes_them_are_read() -> None:
    message = built.number_field(1, 7) + built.number_field(1, 9) + built.number_field(2, 4000)
    table = decode_samples([message])
    assert table.location_ids.tolist() == [7, 9]
    assert table.values.tolist() == [4000]


def test_ordinary_samples_never_need_the_slow_decoder(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(messages: object) -> None:
        raise AssertionError("the slow decoder was asked")

    monkeypatch.setattr(wire, "walk_samples", refuse)
    profile = built.profile_of(
        [("alloc_objects", "count"), ("inuse_space", "bytes")],
        [([1, 2, 300, 2**40], [-5, 2**62]), ([], [0, 0]), ([1], [1, 1])],
        ["main.f"],
    )
    table = decode_samples([sample.SerializeToString() for sample in profile.sample])
    assert table.location_ids.tolist() == [1, 2, 300, 2**40, 1]
    assert table.values.tolist() == [-5, 2**62, 0, 0, 1, 1]


def test_lines_of_ordinary_locations_are_never_walked_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    inlined = [(number, number + 1) for number in range(1, 300)]
    line = [b"".join(map(built.number_field, (1, 2), pair)) for pair in inlined]
    location = built.number_field(1, 7) + b"".join(built.bytes_field(4, one) for one in line)
    monkeypatch.delattr(wire.Varints, "walk")
    table = decode_locations([location, built.number_field(1, 8), location])
    assert table.ids.tolist() == [7, 8, 7]
    assert table.line_offsets.tolist() == [0, len(line), len(line), 2 * len(line)]
    assert list(zip(table.line_functions.tolist(), table.line_numbers.tolist(), strict=True)) == 2 * inlined
