"""goref's profiles: the paths of references end at the container that gets more and more elements."""

from __future__ import annotations

from leakbook.evidence.model import StackProfile
from leakbook.evidence.pprof.reader import PprofReader
from leakbook.limits import DEFAULT_LIMITS
from tests.leakbook.evidence.pprof_messages import profile_of

SPACE = ("inuse_space", "bytes")
TYPES = [("inuse_objects", "count"), SPACE]

STORE = "shop/session.store. (*shop/session.Store)"
SESSIONS = "sessions. (map[string]*shop/session.Session)"
SESSION = "$mapval. (*shop/session.Session)"
HEADERS = "headers. (map[string]string)"
VALUE = "$mapval. (string)"
TENANTS = "shop.tenants. (map[string]*shop.Tenant)"
TENANT = "$mapval. (*shop.Tenant)"
ITEMS = "items. ([]*shop.Item)"


def sites(paths, types=TYPES):
    """(path from the root, objects, bytes) ... -> the path of each sample as it is read, from the root."""
    names = list(dict.fromkeys(name for path, *_ in paths for name in path))
    places = {name: place for place, name in enumerate(names, 1)}
    samples = [([places[name] for name in reversed(path)], list(values)) for path, *values in paths]
    content = profile_of(types, samples, names, file="").SerializeToString()
    (reading,) = PprofReader().read(content, DEFAULT_LIMITS)
    assert isinstance(reading.content, StackProfile)
    return [tuple(frame.function for frame in reversed(sample.frames)) for sample in reading.content.samples()]


def test_what_the_elements_of_a_map_are_made_of_is_the_maps():
    paths = [
        ((STORE,), 1, 48),
        ((STORE, SESSIONS), 9, 90_000),
        ((STORE, SESSIONS, SESSION), 1000, 64_000),
        ((STORE, SESSIONS, SESSION, "user. (*shop.User)", "name. (string)"), 1000, 16_000),
        ((STORE, SESSIONS, "$mapkey. (string)"), 1000, 32_000),
    ]
    assert sites(paths) == [(STORE,), *[(STORE, SESSIONS)] * 4]


def test_each_element_of_a_slice_is_the_slices():
    paths = [((STORE, ITEMS, f"[{at}]. (*shop.Item)", "text. (string)"), 1, 500) for at in range(40)]
    assert set(sites(paths)) == {(STORE, ITEMS)}


def test_of_many_sessions_with_a_few_headers_each_the_sessions_are_meant():
    paths = [
        ((STORE, SESSIONS, SESSION), 1000, 64_000),
        ((STORE, SESSIONS, SESSION, HEADERS), 1000, 300_000),
        ((STORE, SESSIONS, SESSION, HEADERS, VALUE), 8000, 128_000),
    ]
    assert set(sites(paths)) == {(STORE, SESSIONS)}


def test_of_a_few_tenants_with_many_sessions_each_the_sessions_are_meant():
    paths = [
        ((TENANTS, TENANT), 10, 640),
        ((TENANTS, TENANT, SESSIONS), 90, 90_000),
        ((TENANTS, TENANT, SESSIONS, SESSION), 9000, 576_000),
        ((TENANTS, TENANT, "name. (string)"), 10, 160),
    ]
    kept = (TENANTS, TENANT, SESSIONS)
    assert sites(paths) == [(TENANTS,), kept, kept, (TENANTS,)]


def test_maps_of_the_same_name_on_other_paths_have_elements_of_their_own():
    paths = [
        ((STORE, SESSIONS, SESSION), 1000, 64_000),
        ((STORE, SESSIONS, SESSION, HEADERS, VALUE), 2000, 64_000),
        ((TENANTS, TENANT), 10, 640),
        ((TENANTS, TENANT, HEADERS, VALUE), 9000, 64_000),
    ]
    assert sites(paths)[1::2] == [(STORE, SESSIONS), (TENANTS, TENANT, HEADERS)]


def test_without_a_count_the_container_nearest_to_the_root_is_taken():
    paths = [((TENANTS, TENANT, HEADERS, VALUE), 7), ((STORE, "next. (*shop.Node)"), 7)]
    assert sites(paths, [SPACE]) == [(TENANTS,), (STORE, "next. (*shop.Node)")]


def test_an_element_whose_container_was_cut_off_stays():
    paths = [((SESSION, "name. (string)"), 7, 70), ((SESSION,), 1, 9)]
    assert sites(paths) == [(SESSION, "name. (string)"), (SESSION,)]
