"""Client connections that pile up: a transport each, an open body each, or requests that wait."""

import pytest

from leakbook.rows import build_rows
from leakbook.rows.heap.sites import heap_site_rows

from .captured import dump, goroutine, written
from .profiles import profile

DIAL = ("net/http.(*Transport).dialConn", "net/http.(*Transport).dialConnFor")
BUFFERS = ((("bufio.NewReaderSize", *DIAL), 4096, 1200, 1200), (("bufio.NewWriterSize", *DIAL), 4096, 1200, 1200))
CALL = ("net/http.(*Transport).roundTrip", "net/http.(*Client).do", "shop/feed.Latest")
IDLE_MAPS = (("net/http.(*Transport).queueForIdleConn", "net/http.(*Transport).getConn", *CALL), 1072, 1500, 1500)
HTTP2_SET_UP = (
    (
        "net/http.(*Transport).configureHTTP2",
        "net/http.(*Transport).onceSetNextProtoDefaults",
        "sync.(*Once).Do",
        *CALL,
    ),
    848,
    1500,
    1500,
)
REQUEST = (("net/http.NewRequestWithContext", "net/http.(*Client).Get", "shop/feed.Latest"), 320, 3300, 3300)
READER = "net/http.(*persistConn).readLoop(0x1):9"


def own_transports(*samples):
    rows = heap_site_rows([profile(0, *samples)], ("shop",))
    said = {row.own_transports for row in rows if row.resource == "http_client"}
    assert len(said) == 1
    return said.pop()


def test_what_transports_keep_beside_their_connections_shows_one_to_each():
    assert own_transports(*BUFFERS, IDLE_MAPS, HTTP2_SET_UP) > 0.95


def test_requests_kept_beside_connections_show_open_bodies():
    assert own_transports(*BUFFERS, REQUEST) < 0.1


def test_many_connections_with_nothing_beside_them_are_of_one_transport():
    assert own_transports(*((frames, size, 20 * made, 20 * kept) for frames, size, made, kept in BUFFERS)) < 0.05


def test_one_sampled_buffer_tells_neither():
    assert 0.3 < own_transports((("bufio.NewReaderSize", *DIAL), 4096, 128, 128)) < 0.6


def test_streams_of_one_http2_connection_are_open_bodies():
    stream = ("net/http/internal/http2.(*ClientConn).roundTrip", "net/http.(*Transport).roundTrip", "shop/feed.Latest")
    assert own_transports((stream, 640, 3000, 3000)) < 0.3


def test_a_pool_of_connections_to_each_http2_host_is_a_transports():
    pool = ("net/http/internal/http2.(*clientConnPool).addConnLocked", "net/http/internal/http2.(*addConnCall).run")
    conn = ("net/http/internal/http2.(*Transport).newClientConn", "net/http/internal/http2.(*addConnCall).run")
    rows = heap_site_rows([profile(0, (pool, 288, 5000, 5000), (("bufio.NewReaderSize", *conn), 4096, 600, 600))], ())
    assert {row.own_transports for row in rows if row.own_transports is not None} > set()
    assert all(row.own_transports > 0.8 for row in rows if row.own_transports is not None)


def test_only_what_was_gained_counts():
    before, after = profile(0, *BUFFERS, IDLE_MAPS), profile(1, *BUFFERS, IDLE_MAPS, REQUEST)
    rows = heap_site_rows([before, after], ("shop",))
    assert all(row.own_transports < 0.35 for row in rows if row.resource == "http_client")


@pytest.mark.parametrize(
    ("state", "callers", "own", "waiting"),
    [("select", 0, 0.0, 0.0), ("IO wait", 0, 1.0, 0.0), ("IO wait", 40, None, 1.0)],
    ids=["open bodies", "idle connections", "answers awaited"],
)
def test_read_loops_of_a_dump_tell_it_outright(state, callers, own, waiting):
    stacks = [goroutine(9 + n, state, READER, creator="net/http.(*Transport).dialConn:5") for n in range(40)]
    stacks += [
        goroutine(99 + n, "select", "net/http.(*persistConn).roundTrip(0x1):3", "shop/feed.Latest():8")
        for n in range(callers)
    ]
    rows = build_rows([profile(0, *BUFFERS, IDLE_MAPS), *written(dump(stacks))]).heap_sites
    (row,) = [row for row in rows if row.stack[0] == "bufio.NewReaderSize"]
    assert row.requests_waiting == waiting
    if own is not None:
        assert row.own_transports == own
