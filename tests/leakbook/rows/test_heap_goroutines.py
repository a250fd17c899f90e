"""What two heap profiles tell of goroutines: the descriptors that the runtime made, and what is gained beside each."""

import pytest

from leakbook.rows.heap.sites import heap_site_rows
from tests.leakbook.diagnosis.rows_by_hand import group

from .profiles import profile

DESCRIPTOR = ("runtime.mallocgc", "runtime.newobject", "runtime.malg", "runtime.newproc1", "runtime.newproc.func1")
THREAD = ("runtime.malg", "runtime.allocm", "runtime.newm")
BUFFER = ("shop.(*Feed).read", "shop.Serve.func1")


def pair(goroutines, buffers, groups=()):
    """The site of each resource and function after so many goroutines, and buffers, were gained."""
    first = profile(0, (DESCRIPTOR, 416, 5_000, 5_000), (BUFFER, 4096, 1_000, 1_000), (THREAD, 416, 2_000, 2_000))
    last = profile(
        1,
        (DESCRIPTOR, 416, 5_000 + goroutines, 5_000 + goroutines),
        (BUFFER, 4096, 1_000 + buffers, 1_000 + buffers),
        (THREAD, 416, 2_000, 2_000),
    )
    return {row.resource: row for row in heap_site_rows([first, last], ("shop",), groups)}


@pytest.mark.parametrize(
    ("goroutines", "buffers", "each"), [(40_000, 40_000, 1.0), (40_000, 10_000, 0.25), (0, 40_000, None)]
)
def test_objects_gained_are_counted_by_the_goroutines_that_were_gained(goroutines, buffers, each):
    assert pair(goroutines, buffers)["none"].per_goroutine == each


def test_descriptors_of_goroutines_and_of_threads_are_told_apart():
    rows = pair(40_000, 0)
    assert (rows["goroutine"].objects, rows["thread"].objects) == (45_000, 2_000)
    assert rows["none"].per_goroutine is None


@pytest.mark.parametrize(
    ("function", "creator", "each"),
    [
        ("other.Fetch.func1", "other.Fetch", None),
        ("shop.(*Feed).read", "other.Fetch", 1.0),
        ("other.send", "shop.Serve.func1", 1.0),
    ],
)
def test_what_goroutines_that_dumps_show_elsewhere_do_not_hold_only_keeps_their_pace(function, creator, each):
    stuck = group(function, creator=creator, state="chan send", count=40_050, growth=40_000, growth_certainty=1.0)
    assert pair(40_000, 40_000, [stuck])["none"].per_goroutine == each
