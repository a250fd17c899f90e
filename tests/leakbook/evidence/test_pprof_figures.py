"""Flat and cum of every function in a profile of any shape: the columns against a plain walk over protobuf objects."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from leakbook.evidence.model import StackProfile
from leakbook.evidence.profile_pb2 import Profile
from tests.leakbook.evidence.shop import read_one

TYPES = (("inuse_objects", "count"), ("inuse_space", "bytes"))
FIGURE = st.one_of(st.integers(0, 200), st.integers(-(2**40), 2**40))
NAMES = [f"example.com/shop.f{number}" for number in range(6)]


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Ids dense or not, inlined lines, locations without lines, empty stacks, recursion, negative figures, labels."""
    profile = Profile()
    strings = ["", *[word for pair in TYPES for word in pair], "space", "/src/main.go", "key", *NAMES]
    profile.string_table.extend(text.encode() for text in strings)
    for kind, unit in TYPES:
        profile.sample_type.add(type=strings.index(kind), unit=strings.index(unit))
    profile.period_type.type, profile.period_type.unit = strings.index("space"), strings.index("bytes")
    scatter = draw(st.sampled_from([1, 3, 2**33 + 1, 2**60 + 1]))
    for number, name in enumerate(NAMES, 1):
        profile.function.add(id=number * scatter, name=strings.index(name), filename=strings.index("/src/main.go"))
    places = draw(st.lists(st.lists(st.integers(1, len(NAMES)), max_size=3), min_size=1, max_size=8))
    for number, lines in enumerate(places, 1):
        location = profile.location.add(id=number * scatter, address=64 * number)
        for owner in lines:
            location.line.add(function_id=owner * scatter, line=owner)
    stack = st.lists(st.integers(1, len(places)), max_size=6)
    for ids, objects, space, labels in draw(st.lists(st.tuples(stack, FIGURE, FIGURE, st.integers(0, 2)), max_size=12)):
        sample = profile.sample.add(location_id=[number * scatter for number in ids], value=[objects, space])
        for number in range(labels):
            sample.label.add(key=strings.index("key"), num=number)
    return profile


def walked(profile: Profile, position: int) -> Counter[tuple[str, str]]:
    """By the objects that protobuf makes, as anybody would write it."""
    names = {function.id: profile.string_table[function.name].decode() for function in profile.function}
    frames = {
        location.id: [names[line.function_id] for line in location.line] or [f"0x{location.address:x}"]
        for location in profile.location
    }
    rows: Counter[tuple[str, str]] = Counter()
    for sample in profile.sample:
        stack = [name for place in sample.location_id for name in frames[place]]
        if stack:
            rows["flat", stack[0]] += sample.value[position]
        for name in set(stack):
            rows["cum", name] += sample.value[position]
    return rows


def read(profile: StackProfile, position: int) -> Counter[tuple[str, str]]:
    rows: Counter[tuple[str, str]] = Counter()
    for sample in profile.samples():
        functions = [frame.function for frame in sample.frames]
        if functions:
            rows["flat", functions[0]] += sample.values[position]
        for name in set(functions):
            rows["cum", name] += sample.values[position]
    return rows


@given(profiles())
@settings(max_examples=300)
def test_flat_and_cum_of_every_function_equal_a_plain_walk(profile: Profile) -> None:
    content = read_one(profile.SerializeToString()).reading.content
    assert isinstance(content, StackProfile)
    for position, (kind, _) in enumerate(TYPES):
        assert content.index(kind) == position
        assert read(content, position) == walked(profile, position)
