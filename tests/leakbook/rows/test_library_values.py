from __future__ import annotations

import pytest

from leakbook.evidence.frames import Frame
from leakbook.rows.heap.library_values import MANY, with_built_values
from leakbook.rows.heap.site_model import HeapSiteRow

ADDS = "example.test/mesh/silence.cache.add"
MAKES = "example.test/mesh/labels.NewMatcher"
APPENDS = "example.test/mesh/labels.(*Set).extend"


def row(*functions: str, entries: int = 20 * MANY, slice_growth: bool | None = None) -> HeapSiteRow:
    frames = tuple(Frame(function=function) for function in functions)
    site = next(frame for frame in frames if frame.function.startswith("example.test"))
    return HeapSiteRow(
        frames=frames, site=site, evidence=(), entries=entries, slice_shape=0.8, slice_growth=slice_growth
    )


@pytest.mark.parametrize(
    ("given", "shape", "keeper"),
    [
        pytest.param(row("regexp.onePassCopy", "regexp.Compile", MAKES, ADDS), 0.0, ADDS, id="through a constructor"),
        pytest.param(row("regexp.onePassCopy", "regexp.Compile", ADDS), 0.0, None, id="asked for by its keeper"),
        pytest.param(row("regexp.onePassCopy", MAKES, ADDS, entries=MANY - 1), 0.8, None, id="few"),
        pytest.param(row("bytes.(*Buffer).grow", APPENDS, slice_growth=True), 0.8, None, id="a buffer"),
        pytest.param(row("strings.(*Builder).grow", APPENDS), 0.8, None, id="on somebody's behalf"),
        pytest.param(row(APPENDS, ADDS), 0.8, None, id="an append of the program's"),
    ],
)
def test_arrays_inside_values_that_a_library_built_are_no_growing_slice(given, shape, keeper):
    (told,) = with_built_values((given,), ("example.test/mesh",))

    assert told.slice_shape == shape
    assert (told.kept_by.function if told.kept_by else None) == keeper
