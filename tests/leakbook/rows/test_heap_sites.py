import numpy as np
import pytest

from leakbook.rows import build_rows
from leakbook.rows.heap.sites import heap_site_rows

from .captured import captured, dump, goroutine, written
from .profiles import profile


def sites(*names, minutes=0.6):
    return {
        row.site.function.rpartition("/")[2]: row for row in build_rows(captured(*names, minutes=minutes)).heap_sites
    }


def test_a_growing_map_is_the_keeper_of_the_keys_its_caller_makes():
    rows = sites("keyguard-0.pb.gz", "keyguard-1.pb.gz", "keyguard-2.pb.gz")
    keeper = rows["exclusive.(*Keys).For"]
    assert keeper.map_shape >= 0.8
    assert keeper.growth_certainty > 0.9
    assert keeper.retention > 0.5
    assert rows["main.start.func1"].kept_by == keeper.site


def test_a_caller_that_was_seen_making_two_sizes_of_a_table_keeps_what_it_asked_for():
    def made(count, *, tables):
        grown = [(("shop.open", "shop.serve"), size, 300, 0) for size in tables]
        basket = (("shop.basket", "shop.open", "shop.serve"), 320, count, count)
        return profile(count, basket, (("shop.open", "shop.serve"), 80, count, count), *grown)

    def keeper(*tables):
        rows = heap_site_rows([made(9000, tables=tables), made(90000, tables=tables)], ("shop",))
        (row,) = [row for row in rows if row.site.function == "shop.basket"]
        return row.kept_by and row.kept_by.function

    assert keeper(1792, 3200) == "shop.open"
    assert keeper(1792) is None
    assert keeper(1024, 2048) is None


def test_debug_1_text_scaled_up_gives_the_sites_of_the_protobuf():
    text, binary = sites("keyguard-2.txt.gz"), sites("keyguard-2.pb.gz")
    assert abs(text["exclusive.(*Keys).For"].inuse / binary["exclusive.(*Keys).For"].inuse - 1) < 0.25


def test_many_grown_slices_are_no_map_though_their_sizes_are_its_tables():
    row = sites("replayer.pb.gz")["aggregate.(*Order).Apply"]
    assert (row.slice_shape, row.map_shape) == (0.8, 0.0)


def test_one_grown_slice_is_told_by_its_history_of_sizes():
    row = sites("ledgerbook.pb.gz")["audit.Record"]
    assert row.slice_shape >= 0.9
    assert row.objects == 1


def test_a_sync_map_is_seen_by_its_frames():
    row = sites("devicehub.pb.gz")["state.(*Shadow).Report"]
    assert row.sync_map
    assert row.kept_by == row.site


def test_a_full_cache_keeps_next_to_nothing_of_what_it_allocates():
    row = sites("articles-0.pb.gz", "articles-1.pb.gz", "articles-2.pb.gz")["recent.(*Articles).Get"]
    assert row.retention < 0.1


def test_a_site_of_few_sampled_objects_does_not_grow_for_certain():
    before = profile(0, (("shop.a",), 64, 8192, 8192), (("shop.b",), 64, 8192, 8192))
    after = profile(1, (("shop.a",), 64, 24576, 16384), (("shop.b",), 64, 819200, 811008))
    small, large = sorted(heap_site_rows([before, after], ("main",)), key=lambda row: row.inuse)
    assert small.growth_certainty < 0.6
    assert large.growth_certainty > 0.99
    assert (small.growth, small.retention) == (8192 * 64, 0.5)


def test_resources_of_one_function_are_rows_of_their_own():
    rows = heap_site_rows(
        [
            profile(
                0,
                (("os.newFile", "os.OpenFile", "shop.load"), 152, 9000, 9000),
                (("time.newTimer", "time.NewTimer", "shop.load"), 96, 9000, 9000),
                (("bytes.growSlice", "shop.load"), 512, 9000, 10),
            )
        ],
        ("main",),
    )
    assert {row.resource for row in rows} == {"file", "timer", "none"}
    assert {row.site.function for row in rows} == {"shop.load"}


@pytest.mark.parametrize(
    "function",
    [
        "golang.org/x/crypto/ssh.newTransport",
        "github.com/hashicorp/yamux.newSession",
        "github.com/libp2p/go-yamux/v4.Server",
        "github.com/xtaci/smux.newSession",
        "github.com/quic-go/quic-go.(*Conn).preSetup",
    ],
)
def test_the_session_of_a_library_that_holds_a_connection_is_a_socket(function):
    (row,) = heap_site_rows([profile(0, (("bufio.NewReaderSize", function, "shop.serve"), 4096, 500, 500))], ("main",))
    assert row.resource == "socket"


def test_memory_without_an_application_frame_is_booked_to_the_library_before_the_standard_library():
    library = ("bytes.growSlice", "github.com/gorilla/websocket.newConn", "net/http.(*conn).serve")
    (row,) = heap_site_rows([profile(0, (library, 4096, 500, 500))], ("main",))
    assert row.site.function == "github.com/gorilla/websocket.newConn"


def test_package_initialisation_is_start_up_and_the_profilers_memory_a_runtime_cost():
    rows = heap_site_rows(
        [
            profile(
                0,
                (("shop.table", "shop.init.0", "runtime.doInit1"), 4096, 500, 500),
                (("compress/flate.NewWriter", "runtime/pprof.(*profileBuilder).build"), 65536, 50, 20),
                (("runtime.malg", "runtime.newproc1"), 480, 9000, 9000),
            )
        ],
        ("main",),
    )
    marks = {row.site.function: (row.start_up, row.is_runtime_cost) for row in rows}
    assert marks == {
        "shop.table": (True, False),
        "compress/flate.NewWriter": (False, True),
        "runtime.malg": (False, True),
    }


def test_memory_of_goroutines_that_pile_up_is_held_by_them():
    heap = [profile(i, (("shop.render", "shop.serve"), 65536, 100 * (i + 1), 100 * (i + 1))) for i in range(2)]
    dumps = [
        dump([goroutine(9 + n, "chan send", "shop.deliver(0x1):1", "shop.serve(0x1):2") for n in range(count)])
        for count in (2, 60)
    ]
    rows = build_rows([*heap, *written(*dumps)])
    (row,) = rows.heap_sites
    assert row.goroutine_held >= 0.75


def test_buffers_in_the_hands_of_goroutines_are_an_object_or_two_each():
    heap = [profile(i, (("shop.(*Upload).run",), 36_000, 160 * i, 130 * i)) for i in range(2)]
    waiting = dump([goroutine(9 + n, "chan send", "shop.(*Upload).run(0x1):2") for n in range(100)])
    assert build_rows([*heap, *written(waiting)]).heap_sites[0].in_hands == 1.3
    few = dump([goroutine(9 + n, "chan send", "shop.(*Upload).run(0x1):2") for n in range(5)])
    assert build_rows([*heap, *written(few)]).heap_sites[0].in_hands is None
    assert build_rows(heap).heap_sites[0].in_hands is None


def test_a_table_of_pprof_names_the_likely_caller_of_a_library_function():
    table = """File: svc
Type: inuse_space
Showing nodes accounting for 910MB, 99% of 920MB total
      flat  flat%   sum%        cum   cum%
     900MB 97.83% 97.83%      900MB 97.83%  bytes.makeSlice
      10MB  1.09% 98.91%      910MB 98.91%  shop/dump.(*Loader).Next
"""
    rows = build_rows(written(table)).heap_sites
    assert rows[0].site.function == "shop/dump.(*Loader).Next"
    assert rows[0].stack[0] == "bytes.makeSlice"


def test_sixty_samples_of_one_site_add_up_exactly():
    samples = [((f"lib{i}.x" if i % 2 else "fmt.Sprint", "shop.keep"), 100, 3, 2) for i in range(60)]
    rows = heap_site_rows([profile(0, *samples)], ("main", "shop"))
    assert sum(row.inuse for row in rows) == 60 * 200
    assert np.isclose(sum(row.share for row in rows), 1.0)


def test_a_closure_of_a_package_variable_is_no_start_up_where_its_package_is_ready():
    pooled = ("os.init.func1", "sync.(*Pool).Get", "os.(*File).readdir", "os.(*File).Readdirnames", "shop.next")
    (row,) = heap_site_rows([profile(0, (pooled, 8192, 500, 400))], ("shop",))
    assert (row.start_up, row.resource) == (False, "file")


def test_the_connections_of_a_server_are_not_its_programs_sockets():
    rows = heap_site_rows(
        [
            profile(
                0,
                (("net.(*netFD).accept", "net.(*TCPListener).accept", "net/http.(*Server).Serve"), 200, 9000, 9000),
                (("context.WithCancel", "net/http.(*conn).serve"), 96, 9000, 9000),
                (("net.(*netFD).accept", "net.(*TCPListener).accept", "shop.accept"), 200, 9000, 9000),
            )
        ],
        ("shop",),
    )
    assert sorted(row.resource for row in rows) == ["http_server", "http_server", "socket"]


def test_arrays_beyond_the_period_are_as_sure_as_many_small_objects():
    rows = heap_site_rows([profile(0, (("shop.log",), 2**24, 1, 1), (("shop.entry",), 64, 16384, 16384))], ("shop",))
    sampled = {row.site.function: row.sampled for row in rows}
    assert sampled["shop.log"] > 1000
    assert 1.9 < sampled["shop.entry"] < 2.2


def test_few_samples_do_not_show_that_a_growth_has_ended():
    def at(order, kept):
        return profile(order, (("shop.keep",), 4096, kept, kept), (("shop.many",), 4096, 40 * kept, 40 * kept))

    rows = heap_site_rows([at(0, 128), at(1, 900), at(2, 900)], ("shop",))
    levels = {row.site.function: row.levels_off for row in rows}
    assert levels["shop.many"] == 1.0
    assert levels["shop.keep"] < 0.6


def test_the_bucket_array_of_a_large_map_of_old_is_counted_not_sampled():
    def at(order, *sizes):
        return profile(order, *((("shop.Offer",), size, 1, int(size == sizes[-1])) for size in sizes))

    rows = heap_site_rows([at(0, 696320, 1392640, 2785280), at(1, 2785280, 5570560, 11141120)], ("shop",))
    assert rows[0].growth_certainty > 0.95


def test_a_cache_library_inserts_into_a_map():
    add = ("github.com/hashicorp/golang-lru/simplelru.(*LRU).Add", "github.com/hashicorp/golang-lru.(*Cache).Add")
    (row,) = heap_site_rows([profile(0, ((*add, "shop.show"), 208, 9000, 9000))], ("shop",))
    assert (row.map_insert, row.map_seen) == (True, 1.0)


def test_what_a_client_does_once_for_each_transport_is_no_start_up():
    once = ("net/http.(*Transport).onceSetNextProtoDefaults", "sync.(*Once).doSlow", "sync.(*Once).Do")
    call = ("net/http.(*Transport).roundTrip", "net/http.(*Client).do", "shop.sync")
    rows = heap_site_rows(
        [
            profile(
                0, ((*once, *call), 384, 9000, 9000), (("shop.load", "sync.(*Once).Do", "shop.get"), 384, 9000, 9000)
            )
        ],
        ("shop",),
    )
    assert {row.site.function: row.start_up for row in rows} == {"shop.sync": False, "shop.load": True}


def test_a_bucket_array_beside_far_more_values_leaves_them_a_sample():
    def at(order, kept):
        arrays = (((("shop.Load",), size, 1, int(size == 1253376))) for size in (319488, 626688, 1253376))
        return profile(order, *arrays, (("shop.Load",), 704, kept, kept))

    rows = heap_site_rows([at(0, 40000), at(1, 40800)], ("shop",))
    assert rows[0].growth_certainty < 0.9


def test_a_printed_sites_part_is_told_beside_the_tables_of_the_start():
    table = """Type: inuse_space
Showing nodes accounting for 400MB, 100% of 400MB total
      flat  flat%   sum%        cum   cum%
     300MB 75.00% 75.00%      300MB 75.00%  shop.load
      90MB 22.50% 97.50%       90MB 22.50%  shop.keep
      10MB  2.50%   100%       10MB  2.50%  shop.look
         0     0%   100%      300MB 75.00%  main.main
"""
    rows = {row.site.function: row for row in build_rows(written(table)).heap_sites}
    assert np.isclose(rows["shop.keep"].share_of_rest, 0.9)
    assert np.isclose(rows["shop.load"].share_of_rest, 0.75)


def test_a_site_has_the_entries_of_the_size_that_holds_most_of_it_the_largest_of_equals():
    capture = profile(
        0, (("main.f",), 64, 9, 8), (("main.f",), 128, 9, 4), (("main.f",), 32, 9, 9), (("main.g",), 16, 3, 2)
    )
    rows = {row.site.function: row for row in heap_site_rows([capture], ("main",))}
    assert {name: row.entries for name, row in rows.items()} == {"main.f": 4, "main.g": 2}


def test_a_table_of_callers_tells_what_most_of_the_heap_goes_through():
    table = """Type: inuse_space
Showing nodes accounting for 0.50MB, 0.1% of 500MB total
      flat  flat%   sum%        cum   cum%
         0     0%     0%   440.10MB 88.02%  net/http.(*conn).serve
         0     0%     0%   430.10MB 86.02%  shop/web.(*API).ServeHTTP
    0.50MB  0.1%   0.1%   428.10MB 85.62%  shop/session.(*Store).Put
"""
    (row,) = build_rows(written(table)).heap_sites
    assert row.site.function == "shop/session.(*Store).Put"
    assert row.inuse == round(428.10 * 2**20)
