"""A profile's locations in columns against the tuples of frames that they stand for."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from leakbook.evidence.frames import Frame
from leakbook.evidence.locations import Locations
from leakbook.evidence.model import StackSample, ValueType
from leakbook.evidence.profiles import profile_of_samples

TABLE = [("main.main", "/src/main.go"), ("shop.Add", "/src/shop.go"), ("shop.Add", ""), ("runtime.malg", "")]
ROWS = st.tuples(st.integers(0, len(TABLE) - 1), st.integers(0, 3), st.booleans())
INLINED = st.lists(st.lists(ROWS, min_size=1, max_size=4), max_size=6)


def columns(inlined: list[list[tuple[int, int, bool]]]) -> Locations:
    rows = list(chain.from_iterable(inlined))
    return Locations(
        functions=[function for function, _ in TABLE],
        files=[file for _, file in TABLE],
        offsets=np.cumsum([0, *map(len, inlined)]),
        owners=np.array([owner for owner, _, _ in rows], dtype=np.int32),
        lines=np.array([line for _, line, _ in rows], dtype=np.int64),
        inlined=np.array([is_inlined for _, _, is_inlined in rows], dtype=np.bool_),
    )


def frames(inlined: list[list[tuple[int, int, bool]]]) -> list[tuple[Frame, ...]]:
    return [
        tuple(
            Frame(function=TABLE[owner][0], file=TABLE[owner][1] or None, line=line or None, inlined=is_inlined)
            for owner, line, is_inlined in location
        )
        for location in inlined
    ]


@given(INLINED, st.integers(1, 4))
def test_columns_say_what_the_frames_say(inlined: list[list[tuple[int, int, bool]]], most: int) -> None:
    made, plain = columns(inlined), frames(inlined)
    assert list(made) == [made[place] for place in range(len(made))] == plain
    assert list(made.cut(most)) == [location[:most] for location in plain]
    path = [place for place in range(len(plain)) for _ in range(place % 3)][::-1]
    along = made.along(np.array(path, dtype=np.int32))
    assert along == tuple(frame for place in path for frame in plain[place])


@given(INLINED)
def test_functions_are_met_in_the_order_of_their_first_frame(inlined: list[list[tuple[int, int, bool]]]) -> None:
    met, counts = columns(inlined).functions_met
    tally = Counter(owner for location in inlined for owner, _, _ in location)
    assert list(zip(met.tolist(), counts.tolist(), strict=True)) == list(tally.items())


def test_equal_frames_of_two_profiles_are_one_object() -> None:
    sample = StackSample(frames=(Frame(function="main.main", file="/src/main.go", line=7),), values=(1,))
    one, other = (profile_of_samples([ValueType(type="inuse_space", unit="bytes")], [sample]) for _ in range(2))
    assert one.frames_of(0)[0] is other.frames_of(0)[0]
    assert one.frames_of(0) == sample.frames
