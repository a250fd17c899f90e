"""Builds serialised pprof messages by hand, in shapes that no protobuf library writes but every one must read."""

from __future__ import annotations

from hypothesis import strategies as st

from leakbook.evidence.profile_pb2 import Profile

uint64 = st.one_of(st.integers(0, 200), st.integers(0, 2**20), st.integers(0, 2**64 - 1))
int64 = st.one_of(st.integers(-3, 200), st.integers(-(2**63), 2**63 - 1))


def varint(number: int) -> bytes:
    number %= 2**64
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def number_field(field: int, number: int) -> bytes:
    return varint(field << 3) + varint(number)


def bytes_field(field: int, content: bytes) -> bytes:
    return varint(field << 3 | 2) + varint(len(content)) + content


def one_number(field: int) -> st.SearchStrategy[bytes]:
    return st.builds(number_field, st.just(field), st.one_of(uint64, int64))


def packed(field: int) -> st.SearchStrategy[bytes]:
    lists = st.lists(st.one_of(uint64, int64), max_size=6)
    return lists.map(lambda numbers: bytes_field(field, b"".join(map(varint, numbers))))


def nested(field: int, inside: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    return inside.map(lambda content: bytes_field(field, content))


def message(*fields: st.SearchStrategy[bytes], most: int = 8) -> st.SearchStrategy[bytes]:
    return st.lists(st.one_of(*fields), max_size=most).map(b"".join)


unknown = st.one_of(
    one_number(9),
    one_number(3000),
    nested(13, st.binary(max_size=5)),
    st.just(varint(11 << 3 | 5) + b"abcd"),
    st.just(varint(12 << 3 | 1) + b"abcdefgh"),
)
labels = message(one_number(1), one_number(2), one_number(3), one_number(4), unknown, most=5)
samples = message(packed(1), one_number(1), packed(2), one_number(2), nested(3, labels), unknown)
lines = message(one_number(1), one_number(2), one_number(3), unknown, most=4)
locations = message(one_number(1), one_number(2), one_number(3), nested(4, lines), one_number(5), unknown)
usual_lines = message(one_number(1), one_number(2), most=3)
usual_locations = message(one_number(1), one_number(2), one_number(3), nested(4, usual_lines), most=6)
"""Of fields that every writer uses only."""
functions = message(one_number(1), one_number(2), one_number(3), one_number(4), one_number(5), unknown)
tables = st.sampled_from([samples, locations, functions])


def profile_of(
    types: list[tuple[str, str]],
    samples: list[tuple[list[int], list[int]]],
    names: list[str],
    *,
    period_type: tuple[str, str] = ("space", "bytes"),
    file: str = "/src/main.go",
) -> Profile:
    """A profile with one function and one location for each name, numbered from 1."""
    profile = Profile()
    strings = {"": 0}

    def text(value: str) -> int:
        return strings.setdefault(value, len(strings))

    for kind, unit in types:
        profile.sample_type.add(type=text(kind), unit=text(unit))
    profile.period_type.type, profile.period_type.unit = text(period_type[0]), text(period_type[1])
    for number, name in enumerate(names, 1):
        profile.function.add(id=number, name=text(name), filename=text(file))
        profile.location.add(id=number, address=16 * number).line.add(function_id=number, line=10 * number)
    for stack, values in samples:
        profile.sample.add(location_id=stack, value=values)
    profile.string_table.extend(string.encode() for string in strings)
    return profile
