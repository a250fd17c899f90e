"""Ids are found wherever they stand, whatever they are."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from leakbook.evidence.pprof.stacks import places_in

IDS = st.integers(0, 40) | st.integers(0, 2**64 - 1)


@given(st.lists(IDS, max_size=30), st.lists(IDS, max_size=10))
def test_the_last_of_equal_ids_counts_and_others_are_told_missing(ids: list[int], others: list[int]):
    wanted = [*ids, *others]
    found = places_in(np.array(ids, dtype=np.uint64))(np.array(wanted, dtype=np.uint64))
    places = {each: place for place, each in enumerate(ids)}
    assert found.tolist() == [places.get(each, -1) for each in wanted]
