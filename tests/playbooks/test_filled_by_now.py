"""Memory that grew between two profiles and is no leak: it has been filled, workers hold it, or the heap is level."""

from dataclasses import replace

import pytest

from leakbook.diagnosis.diagnose import diagnose_rows
from tests.leakbook.diagnosis.rows_by_hand import rows, site

MB = 2**20
GAINED = {
    "looks": 2,
    "inuse": 20 * MB,
    "growth": 9.0 * MB,
    "growth_share": 0.9,
    "growth_certainty": 0.99,
    "retention": 0.95,
    "retention_shown": 0.9,
    "share": 0.6,
    "slice_shape": 0.0,
    "resource": "none",
}


def confidence(playbooks, *, process=None, **features):
    """Of the first leak told of a site that grew."""
    row = site("shop/cache.(*Cache).put", "shop.serve", **(GAINED | features))
    report = diagnose_rows(rows(row, has_heap_sites=True, **(process or {})), (), playbooks)
    return max((one.confidence for one in report.diagnoses), default=0.0)


SLOWED = {"pace": 0.45, "gain_borne_out": 0.7, "map_insert": True, "kept_by": None}
"""Half the pace of before, by the garbage made meanwhile, and the live heap bears out no more than a part."""


def test_a_site_that_grew_is_a_leak(playbooks):
    assert confidence(playbooks) > 0.8
    assert confidence(playbooks, pace=1.0, in_hands=400.0, gain_borne_out=0.9) > 0.8


@pytest.mark.parametrize(
    "features",
    [{"pace": 0.15}, {"in_hands": 1.4}, {"floor_level": 0.8}, {"gain_borne_out": 0.3}, SLOWED],
    ids=["it has been filled", "workers hold it", "the heap is level", "the live heap did not gain it", "it slowed"],
)
def test_what_speaks_against_a_leak_holds_it_below_an_alarm(playbooks, features):
    assert confidence(playbooks, **features) < 0.5


def test_arrays_that_grow_one_to_a_goroutine_are_not_excused_by_their_number(playbooks):
    assert confidence(playbooks, in_hands=1.0, slice_shape=0.8) > 0.8


def test_files_that_each_have_a_goroutine_may_be_in_use(playbooks):
    def told(each):
        report = diagnose_rows(rows(open_fds=330, open_files=320, files_per_goroutine=each), (), playbooks)
        return next((one.confidence for one in report.diagnoses if one.playbook == "resource/file"), 0.0)

    assert told(1.0) < told(30.0)
    assert told(0.3) == told(30.0)


def test_of_two_profiles_it_is_not_said_that_there_is_one(playbooks):
    """The live heap climbs, though the samples of the site do not tell that it is what climbs."""
    doubted = GAINED | {"growth_certainty": 0.48, "floor_climbs": 0.64, "unindexed": 0.9}
    row = site("shop/cache.(*Cache).put", "shop.serve", **doubted)
    for looks, held in ((2, "The snapshots do not show for certain that"), (1, "One snapshot shows what is kept, not")):
        report = diagnose_rows(rows(replace(row, looks=looks), has_heap_sites=True), (), playbooks)
        assert report.diagnoses[0].capped.startswith(held)
