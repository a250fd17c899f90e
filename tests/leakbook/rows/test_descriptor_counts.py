"""How far a count of descriptors has grown beyond what passing connections make it differ by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from leakbook.evidence.model import Capture, DescriptorCount, DescriptorListing, EvidenceKind, Reading
from leakbook.rows.process.descriptor_counts import descriptor_features
from leakbook.rows.process.series import Figure


class Scraped:
    """Figures of a process of which only descriptors were scraped."""

    def __init__(self, counts: list[int]) -> None:
        self.fds = Figure(points=tuple((place / 12, float(count)) for place, count in enumerate(counts)), timed=True)

    def get(self, name: str) -> Figure | None:
        return self.fds if name == "process_open_fds" else None

    def value(self, name: str) -> float | None:  # noqa: ARG002 - the figures' own signature
        return None


def listing(seconds, **others):
    counts = {"file": 3, "socket": 12, **others}
    content = DescriptorListing(
        counts=tuple(DescriptorCount(sort=sort, count=count) for sort, count in counts.items()),
        total=sum(counts.values()),
    )
    at = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(seconds=seconds)
    reading = Reading(kind=EvidenceKind.DESCRIPTOR_LISTING, content=content)
    return Capture(name=f"fd-{seconds}", order=seconds, reading=reading, captured_at=at, sha256="0" * 64, size=1)


@pytest.mark.parametrize(
    ("counts", "grows"),
    [
        ([44, 47, 47, 47, 48, 48, 48, 48, 48, 48, 48, 48, 50, 50, 50, 50, 50, 50], False),
        ([12, 13, 15, 16, 18, 19, 21, 22, 24, 25, 27, 28, 30, 31, 33, 34, 36, 37], True),
    ],
)
def test_a_pool_that_took_three_more_is_no_climb(counts, grows):
    trend = descriptor_features((), Scraped(counts))["open_fds_trend"]
    assert (trend > 0.6) if grows else (trend < 0.35)


def test_ends_of_pipes_that_pile_up_are_files_that_nobody_closes():
    told = descriptor_features([listing(0, pipe=40), listing(60, pipe=400)], None)
    assert told["open_files_per_minute"] == pytest.approx(360, rel=0.01)
    assert told["open_sockets_per_minute"] == 0
    assert told["open_files"] == 3  # pipes are no regular files


def test_tables_of_sockets_measure_no_files():
    tables = []
    for seconds in (0, 60):
        capture = listing(seconds, socket=12 + seconds)
        content = replace(capture.reading.content, counts=capture.reading.content.counts[1:], only_sockets=True)
        tables.append(replace(capture, reading=replace(capture.reading, content=content)))
    told = descriptor_features(tables, Scraped([40 + 20 * place for place in range(13)]))
    assert told.get("open_files") is None
    assert told.get("open_files_per_minute") is None
    assert told["open_sockets_per_minute"] == pytest.approx(60)
    alone = descriptor_features(tables[:1], Scraped([15 + 20 * place for place in range(13)]))
    assert alone.get("open_files_per_minute") is None


def test_what_was_gained_is_told_by_sort_whether_the_times_are_known_or_not():
    looks = [listing(0, socket=20), listing(60, socket=500, pipe=20)]
    for captures in (looks, [replace(look, captured_at=None) for look in looks]):
        told = descriptor_features(captures, None)
        assert told["sockets_of_gain"] == pytest.approx(0.96)
        assert told["files_of_gain"] == pytest.approx(0.04)
    for captures in (looks[:1], looks[:1] * 2):
        assert descriptor_features(captures, None).get("sockets_of_gain") is None


def with_files(seconds, *names):
    found = listing(seconds, file=len(names))
    content = replace(found.reading.content, files=tuple(f"/data/{name}" for name in names))
    return replace(found, reading=replace(found.reading, content=content))


@pytest.mark.parametrize(
    ("last", "stayed"),
    [
        pytest.param("abcdefg", 1.0, id="leak"),
        pytest.param("abxyz", 0.0, id="others are open"),
        pytest.param("abcc", 1 / 3, id="the same one twice"),
    ],
)
def test_of_files_gained_it_is_told_how_many_stay_open(last, stayed):
    listings = [with_files(0, *"ab"), with_files(60, *"abcde"), with_files(120, *last)]
    assert descriptor_features(listings, None)["gained_files_stayed"] == pytest.approx(stayed)


def test_two_listings_or_few_files_do_not_tell_whether_they_stay_open():
    few = [with_files(0, *"ab"), with_files(60, *"abcd"), with_files(120, *"abcd")]
    assert descriptor_features(few, None)["gained_files_stayed"] is None
    assert descriptor_features([with_files(0, *"ab"), with_files(60, *"abcdef")], None)["gained_files_stayed"] is None


def test_of_a_listing_whose_paths_are_not_all_kept_nothing_is_told_of_them():
    longest = with_files(60, *"abcdef")
    cut = replace(
        longest, reading=replace(longest.reading, content=replace(longest.reading.content, files=("/data/a",)))
    )
    last = with_files(120, *"abxyz")
    assert descriptor_features([with_files(0, *"a"), cut, last], None)["gained_files_stayed"] is None
