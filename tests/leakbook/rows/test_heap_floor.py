"""What the count of descriptors tells of memory that belongs to connections and files."""

import pytest

from leakbook.rows.heap.floor import with_descriptors, with_floor
from leakbook.rows.process.model import ProcessRow
from tests.leakbook.diagnosis.rows_by_hand import site

BUFFERS = {
    "inuse": 600 * 4200,
    "objects": 600,
    "growth": 500.0 * 4200,
    "growth_per_minute": 400.0 * 4200,
    "growth_certainty": 0.9,
}


def told(process, resource="socket", **features):
    row = site("bufio.NewReaderSize", "shop/hall.(*Hall).admit", resource=resource, **{**BUFFERS, **features})
    (one,) = with_descriptors([row], ProcessRow(evidence=("metrics",), **process))
    return one.resource, one.closed


@pytest.mark.parametrize("resource", ["socket", "file"])
def test_what_grows_while_descriptors_are_level_was_closed_and_is_plain_memory(resource):
    assert told({"open_fds_trend": 0.02, "open_fds_per_minute": 0.5}, resource) == ("none", True)


@pytest.mark.parametrize(
    "process",
    [
        {},  # nobody counted descriptors
        {"open_fds_trend": 0.9, "open_fds_per_minute": 380.0},
        {"open_fds_trend": 0.05, "open_fds_per_minute": 60.0},  # a noisy series that gains one for seven objects
    ],
)
def test_connections_stay_connections_where_descriptors_grow_or_were_not_counted(process):
    assert told(process) == ("socket", None)


def test_a_gain_within_sampling_error_says_nothing():
    assert told({"open_fds_trend": 0.0, "open_fds_per_minute": 0.0}, growth_certainty=0.3) == ("socket", None)


def test_memory_of_other_resources_has_no_descriptor_of_its_own():
    assert told({"open_fds_trend": 0.0, "open_fds_per_minute": 0.0}, "timer") == ("timer", None)


def test_connections_that_share_a_socket_have_no_descriptor_that_could_tell():
    level = ProcessRow(evidence=("metrics",), open_fds_trend=0.0, open_fds_per_minute=0.0)
    made = ("github.com/quic-go/quic-go.newConnection", "github.com/quic-go/quic-go.DialAddr")
    row = site(*made, "shop/hall.(*Hall).dial", resource="socket", **BUFFERS)
    assert [one.resource for one in with_descriptors([row], level)] == ["socket"]


@pytest.mark.parametrize(("sockets", "sort"), [(380.0, "socket"), (20.0, "file")])
def test_what_a_table_of_sockets_leaves_of_the_descriptors_that_grow_is_of_the_other_sort(sockets, sort):
    growing = {"open_fds_trend": 0.9, "open_fds_per_minute": 400.0, "open_sockets_per_minute": sockets}
    assert told(growing, resource_guessed="file") == (sort, None)


@pytest.mark.parametrize(("trend", "level"), [(0.06, 0.83), (0.3, None)])
def test_a_level_heap_with_hardly_a_climb_shows_that_a_large_gain_has_ended(trend, level):
    process = ProcessRow(evidence=("gctrace",), live_heap_trend=trend, live_heap_plateau=0.83)
    row = site("shop/window.note", inuse=14_000_000, growth=9_000_000.0, growth_share=0.9, share=0.6)
    (one,) = with_floor([row], process)
    assert one.floor_level == level


def test_what_the_live_heap_did_not_gain_meanwhile_was_there_before():
    def borne_out(gained, growth=6.5 * 2**20):
        process = ProcessRow(evidence=("gctrace",), live_heap_trend=0.0, live_heap_gain=gained)
        (one,) = with_floor([site("shop/uploads.run", inuse=9_000_000, growth=growth, growth_share=0.9)], process)
        return one.gain_borne_out

    assert borne_out(2 * 2**20) == 0.462
    assert borne_out(-3 * 2**20) == 0.0
    assert borne_out(6 * 2**20) > 1
    assert borne_out(None) is None
    assert borne_out(2**20, growth=-5.0) is None


def test_an_object_of_what_is_dropped_at_once_does_not_carry_the_climb():
    """One sampled buffer of the two hundred megabytes that were made meanwhile is work under way."""
    climbing = ProcessRow(evidence=("gctrace",), live_heap_trend=0.9)

    def carried(**features):
        gained = {"growth": 5.0e5, "growth_share": 0.4, "growth_certainty": 0.5} | features
        (row,) = with_floor([site("bytes.growSlice", "shop/page.render", **gained)], climbing)
        return row.floor_climbs

    assert carried(retention=0.003) == 0
    assert carried(retention=0.4) == 0.9
    assert carried(retention=0.003, growth_certainty=0.7) == 0.9
    assert carried(retention=0.003, growth=None, growth_certainty=None, share=0.9) == 0.9, "no gain that may be chance"
