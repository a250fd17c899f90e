from __future__ import annotations

import pytest

from leakbook.evidence.frames import Frame
from leakbook.rows.heap.keepers import keepers
from leakbook.rows.heap.site_model import HeapSiteRow

SERVES = "example.test/gate/web.(*Router).serve"
PARSES = "example.test/gate/text.(*Parser).family"


def row(*functions: str, retention: float, slice_shape: float) -> HeapSiteRow:
    frames = tuple(Frame(function=function) for function in functions)
    figures = {"inuse": 9_000_000, "objects": 90_000, "growth": 9e6, "retention": retention, "slice_shape": slice_shape}
    return HeapSiteRow(frames=frames, site=frames[0], evidence=(), resource="none", map_shape=0.0, **figures)


@pytest.mark.parametrize(
    ("retained", "keeper"),
    [pytest.param(0.08, None, id="made anew for each request"), pytest.param(0.2, SERVES, id="grown by append")],
)
def test_an_array_that_is_given_up_again_and_again_keeps_nothing(retained, keeper):
    array = row(SERVES, retention=retained, slice_shape=0.9)
    entry = row(PARSES, SERVES, retention=0.94, slice_shape=0.0)

    told = keepers((array, entry), ("example.test/gate",), 512 * 1024)[1]

    assert (told.kept_by.function if told.kept_by else None) == keeper
