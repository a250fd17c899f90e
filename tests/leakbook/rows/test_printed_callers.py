"""Of a table that pprof printed, who is taken to have called whom, and what is kept beside what."""

import pytest

from leakbook.rows import build_rows

from .captured import written


def table(total, *rows):
    """Rows of (flat, cum, function), in MB, as pprof prints them."""
    lines = [f"{flat}MB {flat / total:.2%} 0% {cum}MB {cum / total:.2%}  {name}" for flat, cum, name in rows]
    shown = sum(flat for flat, _, _ in rows)
    head = f"Showing nodes accounting for {shown}MB, {shown / total:.2%} of {total}MB total"
    return "\n".join(("File: svc", "Type: inuse_space", head, "flat  flat%   sum%        cum   cum%", *lines))


def sites(text):
    return {row.site.function: row for row in build_rows(written(text)).heap_sites}


def test_what_passes_through_a_caller_passes_through_who_calls_it_once():
    """Both rows tell of the same 210 MB: the forms cannot be theirs as well."""
    found = sites(
        table(
            900,
            (200, 200, "bytes.growSlice"),
            (150, 150, "net/url.parseQuery"),
            (0, 210, "desk/web.(*Front).Serve"),
            (0, 210, "desk/web.(*Front).route"),
        )
    )
    assert found["desk/web.(*Front).Serve"].inuse == 200 << 20
    assert "net/url.parseQuery" in found


def test_who_makes_less_than_another_is_not_its_caller():
    """760 and 300 of 1000 MB overlap: the larger calls the smaller."""
    found = sites(
        table(
            1000,
            (150, 300, "context.WithDeadline"),
            (130, 760, "desk/rpc.(*Server).handle"),
        )
    )
    assert found["desk/rpc.(*Server).handle"].stack[:2] != ("desk/rpc.(*Server).handle", "context.WithDeadline")


def test_who_must_have_called_a_function_that_calls_nobody_is_told_though_it_makes_less():
    found = sites(table(1000, (600, 600, "bytes.growSlice"), (20, 580, "desk/feed.(*Reader).Next")))
    assert found["desk/feed.(*Reader).Next"].inuse == 620 << 20


BUFFERS = ((140, 140, "bufio.NewReaderSize"), (130, 130, "bufio.NewWriterSize"))
CONNECTIONS = (20, 290, "net/http.(*Transport).dialConn")


IDLE = ((35, 35, "net/http.(*Transport).queueForIdleConn"), (25, 25, "net/http.(*Transport).tryPutIdleConn"))
OPEN = ((35, 35, "net/http.NewRequestWithContext"), (25, 25, "net/http.(*Transport).roundTrip"))


@pytest.mark.parametrize(("beside", "least", "most"), [(IDLE, 0.9, 1), (OPEN, 0, 0.1)])
def test_buffers_without_callers_are_told_of_like_the_connections_beside_them(beside, least, most):
    found = sites(table(480, *BUFFERS, CONNECTIONS, *beside))
    buffers = found["bufio.NewReaderSize"]
    assert buffers.resource == "http_client"
    assert least <= buffers.own_transports <= most


@pytest.mark.parametrize("function", ["net/http.(*Transport).getIdleConnCh", "net/http.http2configureTransport"])
def test_what_older_releases_keep_for_each_transport_shows_one_to_each(function):
    buffers = sites(table(480, *BUFFERS, CONNECTIONS, (60, 60, function)))["bufio.NewReaderSize"]
    assert buffers.own_transports > 0.9


@pytest.mark.parametrize(("flat", "named"), [(110, "desk/table.Load"), (0, "desk/jobs.every")])
def test_who_makes_something_too_asked_for_it_rather_than_who_only_calls_others(flat, named):
    """A table's loader passes on 25 of the 30 MB, a loop of jobs 41."""
    found = sites(
        table(
            400,
            (110, 110, "desk/other.(*Pool).fill"),
            (flat, flat + 25, "desk/table.Load"),
            (30, 30, "fmt.Sprintf"),
            (0, 41, "desk/jobs.every"),
        )
    )
    assert named in found
    assert "fmt.Sprintf" not in found
