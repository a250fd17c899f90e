"""The live heap surely climbs: who is named when the profiles show few sampled objects of what it climbs by."""

from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.rows.heap.floor import with_floor
from leakbook.rows.process.model import ProcessRow
from tests.leakbook.diagnosis.rows_by_hand import rows, site

MB = 2**20
CLIMBS = {"live_heap_trend": 0.9, "live_heap_per_minute": 2.0 * MB, "live_heap_growth_ratio": 1.3, "live_heap": 30 * MB}


def seen(function, **features):
    measured = {"resource": "none", "looks": 2, "start_up": False, "on_main": False, "is_runtime_cost": False}
    measured |= {"inuse": MB // 2, "growth": 0.5 * MB, "growth_certainty": 0.2, "growth_share": 0.1, "share": 0.02}
    return site(function, "shop.serve", **(measured | features))


def first(playbooks, *sites):
    return diagnose_rows(rows(*sites, has_heap_sites=True, **CLIMBS), (), playbooks).diagnoses[0]


def test_of_sites_that_gained_an_object_the_one_that_keeps_what_it_makes_is_named_as_a_guess(playbooks):
    packed = seen("shop/pack.fold", growth=0.7 * MB, retention=0.0004)
    written = seen("shop/notes.write", retention=0.2)
    found = first(playbooks, packed, written)
    assert found.playbook == "heap/live-growth"
    assert found.culprit.function == "shop/notes.write"
    assert "may be chance" in found.culprit.say


def test_a_site_that_drops_all_it_makes_is_not_named(playbooks):
    found = first(playbooks, seen("shop/pack.fold", growth=0.7 * MB, retention=0.0004))
    assert found.culprit.function is None
    assert "for certain" in found.culprit.say


LOADED = {"inuse": 22 * MB, "growth": 12.0 * MB, "growth_certainty": 0.99, "growth_share": 0.9, "share": 0.9}
LOADED |= {"retention": 0.85, "retention_shown": 0.82, "on_main": True, "map_seen": 0.0, "slice_shape": 0.0}


def loaded(live_heap_gain, **watched):
    """Main's table, of which the profiles show twelve megabytes more than at first."""
    process = ProcessRow(evidence=("gctrace",), live_heap_gain=live_heap_gain, **CLIMBS, **watched)
    (row,) = with_floor([seen("main.load", **LOADED)], process)
    return row


def test_a_table_that_the_first_profile_saw_half_loaded_does_not_carry_the_climb(playbooks):
    """Main loaded it in the first second; the profile of the twentieth is of a collection within that second."""
    written = seen("shop/notes.write", retention=0.4)
    assert loaded(6.0 * MB).floor_climbs == 0
    assert first(playbooks, loaded(6.0 * MB), written).culprit.function == "shop/notes.write"


def test_what_main_goes_on_making_carries_the_climb_that_bears_it_out(playbooks):
    written = seen("shop/notes.write", retention=0.4)
    assert loaded(12.0 * MB).floor_climbs > 0.8
    assert first(playbooks, loaded(12.0 * MB), written).culprit.function == "main.load"


def test_a_table_whose_first_profile_is_not_of_the_start_was_whole_when_it_was_seen(playbooks):
    """Profiles of ten minutes, ten minutes after the start; the trace goes on for half an hour of less traffic."""
    written = seen("shop/notes.write", retention=0.4)
    later = loaded(6.0 * MB, uptime=60.0, heap_watched=10.0)
    assert later.floor_climbs > 0.8
    assert first(playbooks, later, written).culprit.function == "main.load"
    assert loaded(6.0 * MB, uptime=2.3, heap_watched=2.0).floor_climbs == 0
