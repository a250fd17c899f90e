"""How long the collector has not come round, beside the pauses it made before."""

from leakbook.rows.process.collection_gap import collection_gap
from leakbook.rows.process.series import Figure

EPOCH = 1.8e9


def scraped(collections, *, until, every=5):
    """What scrapes see as the time of the last collection."""
    points = []
    for second in range(0, until + 1, every):
        past = [at for at in collections if at <= second]
        points.append((second / 60, EPOCH + past[-1] if past else 0.0))
    return Figure(points=tuple(points), timed=True)


def test_a_heap_that_grows_is_collected_after_ever_longer_pauses():
    gap = collection_gap(scraped([1, 6, 14, 26, 44, 71], until=95))
    assert 0.5 < gap < 1.2


def test_where_hardly_anything_is_allocated_any_more_the_next_collection_is_overdue():
    gap = collection_gap(scraped([1, 6, 11, 17, 23, 34, 60], until=125))
    assert gap > 2


def test_a_collection_in_several_scrapes_is_counted_once_and_few_tell_nothing():
    assert collection_gap(scraped([1, 40], until=120)) is None
    assert collection_gap(None) is None
    untimed = Figure(points=tuple(enumerate([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])), timed=False)
    assert collection_gap(untimed) is None
