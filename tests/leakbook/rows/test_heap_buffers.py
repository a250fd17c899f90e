"""Buffers of streams, contexts under one parent, and what the process tells of them."""

from leakbook.rows import build_rows
from leakbook.rows.heap.sites import heap_site_rows

from .captured import written
from .profiles import profile


def only(*samples):
    rows = heap_site_rows([profile(0, *samples)], ("shop",))
    return {(row.site.function, row.stack[0]): row for row in rows}


def test_a_buffer_belongs_to_the_resource_that_its_function_opens():
    rows = only(
        (("bufio.NewWriterSize", "shop.(*Lines).lane", "shop.(*Lines).Ship"), 16384, 230, 230),
        (("net.newFD", "net.(*sysDialer).dialTCP", "net.Dial", "shop.(*Lines).lane", "shop.(*Lines).Ship"), 128, 9, 9),
    )
    row = rows["shop.(*Lines).lane", "bufio.NewWriterSize"]
    assert (row.resource, row.resource_guessed) == ("socket", None)


def test_a_buffer_made_in_the_middle_of_a_call_is_taken_for_a_files_and_said_to_be_guessed():
    (row,) = only((("bufio.NewReaderSize", "shop.(*Inbox).Take", "main.work", "main.loop"), 16384, 600, 600)).values()
    assert (row.resource, row.resource_guessed) == ("file", True)


def test_a_buffer_made_where_a_goroutine_starts_is_taken_for_a_connections():
    (row,) = only((("bufio.NewReaderSize", "bufio.NewReader", "shop.(*Member).listen"), 4096, 600, 600)).values()
    assert (row.resource, row.resource_guessed) == ("socket", True)


def test_other_memory_is_no_buffer():
    (row,) = only((("shop.(*Cache).Put", "main.work"), 16384, 600, 600)).values()
    assert (row.resource, row.stream_buffers) == ("none", False)


def test_descriptors_that_grow_tell_what_a_buffer_belongs_to():
    def listing(sockets):
        files = [f"lr-x------ 1 app app 64 Nov 1 10:00 {n} -> /data/parts/{n}.txt" for n in range(3, 6)]
        return "\n".join(
            files + [f"lrwx------ 1 app app 64 Nov 1 10:00 {n + 9} -> socket:[{n + 900}]" for n in range(sockets)]
        )

    buffers = (("bufio.NewWriterSize", "shop.(*Lines).lane", "main.work", "main.loop"), 16384, 300, 300)
    rows = build_rows([profile(0, buffers), *written(listing(20), listing(90))])
    assert rows.process.open_sockets_per_minute > 0
    assert {(row.resource, row.resource_guessed) for row in rows.heap_sites} == {("socket", None)}


CHILDREN = ("context.(*cancelCtx).propagateCancel", "context.WithCancel", "shop.locate", "shop.serve")


def test_memory_of_a_function_whose_contexts_pile_up_under_one_parent_is_theirs():
    rows = only(
        ((*CHILDREN,), 18432, 40, 0),
        (("shop.locate", "shop.serve"), 3072, 5000, 5000),
        (("shop.other", "shop.serve"), 3072, 5000, 5000),
    )
    assert (rows["shop.locate", "shop.locate"].resource, rows["shop.locate", "shop.locate"].context_children) == (
        "context",
        True,
    )
    assert rows["shop.other", "shop.other"].resource == "none"


def test_contexts_with_few_brothers_explain_no_other_memory():
    rows = only(((*CHILDREN,), 208, 40, 0), (("shop.locate", "shop.serve"), 3072, 5000, 5000))
    assert rows["shop.locate", "shop.locate"].resource == "none"


def test_a_map_is_seen_in_who_asks_for_the_entries_and_in_who_is_handed_them():
    asked = only(
        (("shop.newBasket", "shop.Open"), 3456, 9000, 9000), (("shop.Open",), 27264, 0, 0), (("shop.Open",), 80, 9, 9)
    )
    assert asked["shop.newBasket", "shop.newBasket"].map_seen >= 0.6
    handed = only(
        (("shop.Put", "main.work"), 1536, 9000, 9000),
        (("shop.link", "shop.Put", "main.work"), 6528, 160, 160),
        (("shop.link", "shop.Put", "main.work"), 896, 600, 0),
    )
    assert handed["shop.Put", "shop.Put"].map_seen >= 0.6


def test_no_map_is_seen_where_objects_have_sizes_and_none_is_a_tables():
    (row,) = only((("shop.limit", "shop.Reload"), 2688, 4000, 4000)).values()
    assert row.map_seen == 0.0


def test_a_table_without_object_sizes_measures_no_map():
    text = """File: svc
Type: inuse_space
      flat  flat%   sum%        cum   cum%
     900MB 97.83% 97.83%      900MB 97.83%  shop/dump.(*Loader).Next
"""
    assert build_rows(written(text)).heap_sites[0].map_seen is None


def test_the_climb_of_the_heap_is_that_of_the_site_which_carries_it():
    def at(order, kept):
        return profile(
            order, (("shop.keep",), 4096, kept, kept), (("shop.part",), 4096, 100 + kept // 40, 100 + kept // 40)
        )

    trace = "\n".join(
        f"gc {n} @{n * 5}.0s 1%: 0.01+1+0.01 ms clock, 0.1+0.2/0.3/0.4+0.1 ms cpu, {n + 9}->{n + 9}->{n + 8} MB,"
        f" {2 * n + 16} MB goal, 0 MB stacks, 0 MB globals, 2 P"
        for n in range(1, 30)
    )
    rows = {row.site.function: row for row in build_rows([at(0, 400), at(1, 4000), *written(trace)]).heap_sites}
    assert rows["shop.keep"].floor_climbs > 0.8
    assert rows["shop.part"].floor_climbs < 0.2


def gained(*samples):
    empty = tuple((frames, size, 0, 0) for frames, size, _, _ in samples)
    rows = heap_site_rows([profile(0, *empty), profile(1, *samples)], ("shop",))
    return {(row.site.function, row.stack[0]): row.resource for row in rows}


def test_what_a_caller_made_for_a_context_that_piles_up_is_kept_by_it():
    rows = gained(
        ((*CHILDREN,), 18432, 40, 1),
        (("context.WithCancel", "shop.locate", "shop.serve"), 96, 9000, 9000),
        (("shop.serve",), 352, 9000, 9000),
        (("shop.render", "shop.serve"), 352, 9000, 9000),
    )
    assert (rows["shop.serve", "shop.serve"], rows["shop.render", "shop.render"]) == ("context", "none")


PENDING = ("time.newTimer", "time.AfterFunc", "shop.(*Cart).touch", "shop.Visit", "main.work")


def test_owners_of_pending_timers_made_by_the_same_call_are_kept_by_the_timers():
    rows = gained((PENDING, 112, 9000, 9000), (("shop.Visit", "main.work"), 2048, 8000, 8000))
    assert rows["shop.Visit", "shop.Visit"] == "timer"


def test_timers_far_fewer_than_the_objects_do_not_keep_them():
    rows = gained((PENDING, 112, 900, 900), (("shop.Visit", "main.work"), 2048, 8000, 8000))
    assert rows["shop.Visit", "shop.Visit"] == "none"


def test_timers_that_nobody_calls_back_keep_no_owner():
    ticker = ("time.NewTimer", "shop.(*Cart).touch", "shop.Visit", "main.work")
    rows = gained((ticker, 112, 9000, 9000), (("shop.Visit", "main.work"), 2048, 8000, 8000))
    assert rows["shop.Visit", "shop.Visit"] == "none"


def test_buffers_beside_a_transports_connections_are_theirs_though_these_are_small():
    table = """      flat  flat%   sum%        cum   cum%
{own:>7}MB  4.70%  4.70%    50.67MB 59.48%  net/http.(*Transport).dialConn
   26.60MB 31.23% 35.92%    26.60MB 31.23%  bufio.NewWriterSize (inline)
"""

    def resource(own):
        rows = build_rows(written(table.format(own=own))).heap_sites
        return next(row.resource for row in rows if row.stack[0] == "bufio.NewWriterSize")

    assert resource(4) == "http_client"
    assert resource(1) == "socket"
