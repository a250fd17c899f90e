"""The shortcuts that spare most functions a look change no mark and no name."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakbook.evidence import names
from leakbook.evidence.locations import Locations
from leakbook.rows import landmarks
from leakbook.rows.heap import client_landmarks, containers, function_facts
from leakbook.rows.heap.columns import distinct_sizes, numbered
from leakbook.rows.heap.marks import SiteIndex, mark_locations
from tests.leakbook.rows.captured import captured

TESTS = {
    "sync_map": containers.is_sync_map,
    "map_insert": lambda name: name.startswith(containers.MAP_INSERTS + containers.CACHE_INSERTS),
    "slice_growth": lambda name: name.startswith(containers.SLICE_GROWTH),
    "buffer": landmarks.is_stream_buffer,
    **client_landmarks.CLIENT_MARKS,
    "start_up": landmarks.is_start_up,
    "once": landmarks.is_once,
    "profiler": landmarks.is_profiler,
    "request": landmarks.is_request_entry,
    "main": landmarks.is_main,
}
SAMPLES = (
    *containers.MAP_INSERTS, *containers.CACHE_INSERTS, *containers.SLICE_GROWTH, "sync.(*Map).Store", "sync.newEntry",
    "internal/sync.(*HashTrieMap[...]).Swap", "bufio.NewReaderSize", "net/textproto.NewConn", "crypto/tls.Client",
    "vendor/x.F", "net/http.(*Transport).getConn", "net/http.NewRequest", "net/http.(*Transport).dialConn",
    "golang.org/x/net/http2.(*ClientConn).RoundTrip", "golang.org/x/net/http2.(*clientConnPool).addConnLocked",
    "net/http/internal/http2.(*Framer).readMetaFrame", "main.init", "a/b.init.0", "a.map.init.1", "runtime.doInit1",
    "sync.(*Once).Do", "runtime/pprof.WriteTo", "internal/trace.Read", "github.com/grafana/pyroscope.F",
    "cloud.google.com/go/profiler.Start", "gopkg.in/DataDog/dd-trace-go.v1/profiler.run", "a.(*H).ServeHTTP",
    "runtime/trace.Start", "github.com/google/pprof/x.F", "net/http/pprof.Index", "net/rpc.(*service).call",
    "main.main", "runtime.main", "bench.example/shop/orders.(*Service).Handle12",
)  # fmt: skip


def test_a_function_has_the_bits_of_exactly_the_tests_it_passes():
    frames = captured("keyguard-2.pb.gz")[0].reading.content.locations
    seen: set[str] = set()
    for function in (*SAMPLES, *(frame.function for inlined in frames for frame in inlined)):
        passed = {name for name, test in TESTS.items() if test(function)}
        bits = function_facts.marks_of(function)
        if not function_facts.has_marked(names.package_of(function)) and "." in function:
            assert function_facts.marks_by_name(function) == bits, function
        assert {name for place, name in enumerate(function_facts.MARKS) if bits >> place & 1} == passed, function
        seen |= passed
    assert seen == set(function_facts.MARKS)


PARTS = (".func", "·", ".gowrap", ".deferwrap", "-range", "-fm", "·dwrap·", ".", "1", "23", "wrap", "m", "x", "[...]")


@given(st.lists(st.sampled_from(PARTS), max_size=6))
def test_only_names_without_a_closures_ending_are_spared_the_search_for_one(parts: list[str]):
    name = "shop/orders.F" + "".join(parts)
    found = names._CLOSURE.search(name)  # the expression that the shortcut stands for
    kept = name if found is None else name[: found.start()] + (".func" if "func" in found.group() else "")
    assert names.stable_name(name) == kept
    assert names.normalised([name]) == [names.normalise(name)]
    assert names.stable_names([name]) == [kept]


HEADS = ("main", "shop/orders", "gopkg.in/yaml", "a.b/c(d/e", "x[y/z", "", "..", ".v/", ".")
TAILS = (".v3.F", ".v3", ".valid", ".(*T).M", ".F", "", ".F/G.H", "(*T).M", "[...].F", ".v12.(*T).v1.F")


@given(st.lists(st.builds("".join, st.tuples(st.sampled_from(HEADS), st.sampled_from(TAILS))), max_size=12))
def test_packages_of_many_functions_are_those_of_each(functions: list[str]):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(names, "_REMEMBERED", 0)  # however few they are, they are told as many are
        assert names.packages_of(functions) == [names.package_of(function) for function in functions]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=6))
def test_addresses_need_not_be_told_one_by_one(owners: list[int]):
    each = Locations(
        functions=["main.run", "runtime.malg", "malloc", "0x400010", "0x400020"],
        files=["/src/main.go", "", "", "", ""],
        offsets=np.arange(len(owners) + 1),
        owners=np.array(owners, dtype=np.int32),
        lines=np.zeros(len(owners), dtype=np.int64),
        inlined=np.zeros(len(owners), dtype=np.bool_),
    )
    told, together = (mark_locations(one, SiteIndex(("main",))) for one in (each, replace(each, addresses=2)))
    assert told.names == together.names
    for column in ("own", "library", "other", "resource", "bits"):
        assert getattr(told, column).tolist() == getattr(together, column).tolist()


@given(st.lists(st.integers(-3, 40).map(float) | st.floats(0, 40) | st.just(1e18), max_size=12))
def test_a_table_tells_the_sizes_that_sorting_does(sizes: list[float]):
    found, expected = distinct_sizes(np.array(sizes)), np.unique(np.array(sizes), return_inverse=True)
    assert [column.tolist() for column in found] == [column.tolist() for column in expected]


@given(st.lists(st.integers(-3, 40) | st.just(2**60), max_size=40))
def test_a_table_numbers_figures_as_sorting_does(figures: list[int]):
    found, expected = numbered(np.array(figures, dtype=np.int64)), np.unique(figures, return_inverse=True)
    assert [column.tolist() for column in found] == [column.tolist() for column in expected]


def test_sizes_that_want_one_slot_are_told_by_sorting():
    """Of 5,000 sizes some share one of 65,536 slots."""
    sizes = np.random.default_rng(7).permutation(np.arange(5000) * 1.25)
    found, expected = distinct_sizes(sizes), np.unique(sizes, return_inverse=True)
    assert [column.tolist() for column in found] == [column.tolist() for column in expected]
