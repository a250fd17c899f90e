"""How long the collector has not come round, beside the pauses it made before."""

import json
from datetime import UTC, datetime

import pytest

from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.rows import build_rows
from leakbook.rows.process.collection_gap import collection_gap
from leakbook.rows.process.series import Figure

from .profiles import profile

EPOCH = 1.8e9


def scraped(collections, *, until, every=5):
    """What scrapes see as the time of the last collection."""
    points = []
    for second in range(0, until + 1, every):
        past = [at for at in collections if at <= second]
        points.append((second / 60, EPOCH + past[-1] if past else 0.0))
    return Figure(points=tuple(points), timed=True, origin=EPOCH)


def test_a_heap_that_grows_is_collected_after_ever_longer_pauses():
    gap = collection_gap(scraped([1, 6, 14, 26, 44, 71], until=95))
    assert 0.5 < gap < 1.2


def test_where_hardly_anything_is_allocated_any_more_the_next_collection_is_overdue():
    gap = collection_gap(scraped([1, 6, 11, 17, 23, 34, 60], until=125))
    assert gap > 2


def test_a_heap_profile_long_after_the_last_scrape_is_of_a_later_collection():
    overdue = scraped([1, 6, 11, 17, 23, 34, 60], until=125)

    def gap(seconds):
        return collection_gap(overdue, datetime.fromtimestamp(EPOCH + seconds, UTC))

    assert gap(3600) is None
    assert gap(100) == gap(150) == collection_gap(overdue) > 2  # of the time of the last scrape


def test_a_collection_in_several_scrapes_is_counted_once_and_few_tell_nothing():
    assert collection_gap(scraped([1, 40], until=120)) is None
    assert collection_gap(None) is None
    untimed = Figure(points=tuple(enumerate([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])), timed=False)
    assert collection_gap(untimed) is None


@pytest.mark.parametrize(("minutes", "is_measured"), [(60, False), (1, True)])
def test_the_process_has_no_gap_where_a_later_heap_profile_looked(minutes, is_measured):
    figure = scraped([1, 6, 11, 17, 23, 34, 60], until=125)
    values = [[EPOCH + 60 * minute, str(value)] for minute, value in figure.points]
    series = {"metric": {"__name__": "go_memstats_last_gc_time_seconds"}, "values": values}
    text = json.dumps({"status": "success", "data": {"resultType": "matrix", "result": [series]}})
    scrapes = read_evidence([Submission(name="scrapes.json", content=text.encode())]).captures
    heap = profile(
        1, (("shop.keep", "main.main"), 64, 900, 900), minutes=datetime.fromtimestamp(EPOCH + 60 * minutes, UTC)
    )
    rows = build_rows([*scrapes, heap])
    assert (rows.process.collection_gap is not None) == is_measured
