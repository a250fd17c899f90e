"""A loop that a library starts once, or an actor of main's, stands in a piece of a dump, and nobody picks it out."""

import pytest

from leakbook.rows.furniture import Furniture
from leakbook.rows.moments import Extent, goroutine_series
from tests.leakbook.rows.captured import goroutine, written

KNOWN = Furniture(("example.org/log.(*Logger).flush",), ("**/actors.(*Group).Run.func*",))
STUCK = goroutine(7, "chan send", "shop/slots.put():41", creator="shop/web.serve in 3:12")
FLUSHES = goroutine(8, "select", "example.org/log.(*Logger).flush():9", creator="example.org/log.init in 1:3")
RUNS = "example.org/actors.(*Group).Run.func1():38"


@pytest.mark.parametrize(
    ("beside", "extent"),
    [
        (FLUSHES, Extent.TORN),
        (goroutine(9, "select", "main.main.func2():30", RUNS), Extent.TORN),
        (goroutine(9, "select", "shop/hub.(*Hub).follow():30", RUNS), Extent.PICKED),
        (goroutine(9, "select", "shop/hub.(*Hub).follow():30"), Extent.PICKED),
    ],
)
def test_such_a_goroutine_beside_others_shows_that_a_dump_was_cut(beside, extent):
    (moment,) = goroutine_series(written(f"{STUCK}\n{beside}"), KNOWN)
    assert moment.extent is extent


def test_whom_nobody_knows_tells_nothing():
    (moment,) = goroutine_series(written(f"{STUCK}\n{FLUSHES}"))
    assert moment.extent is Extent.PICKED
