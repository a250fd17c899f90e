"""Heap sites of clients that a library's constructor makes, and of what their own goroutines allocate."""

import pytest

from leakbook.rows.heap.client_makers import ClientMakers
from leakbook.rows.heap.sites import heap_site_rows

from .profiles import profile

GRPC = "google.golang.org/grpc"
NATS = "github.com/nats-io/nats.go"
REDIS = "github.com/redis/go-redis/v9"
MAKERS = ClientMakers([f"{NATS}.Connect", "**.NewClient"], ["**.NewConn", "**.dial*"])
SOCKET = ("net.newFD", "net.(*sysDialer).dialTCP", "net.Dial")


def resources(*stacks, first=()):
    """By leaf function, the resource of each stack's site."""
    moments = [profile(0, *((stack, 4096, 40, 40) for stack in first))] if first else []
    moments.append(profile(len(moments), *((stack, 4096, 900, 900) for stack in stacks)))
    rows = heap_site_rows(moments, ("shop",), makers=MAKERS)
    return {function: row.resource for row in rows for function in (row.stack[0],)}


@pytest.mark.parametrize(
    ("stack", "resource"),
    [
        ((f"{NATS}.(*Conn).newReaderWriter", f"{NATS}.Connect", "shop.tell"), "library_client"),
        ((*SOCKET, f"{NATS}.Connect", "shop.tell"), "library_client"),  # its socket is a part of it
        (("bufio.NewReader", f"{REDIS}/internal/pool.NewConn", f"{REDIS}.(*Client).Get", "shop.ask"), "socket"),
        ((f"{REDIS}.(*Client).Get", "shop.ask"), "none"),
        (("shop/api.NewClient", "shop.ask"), "none"),  # a function of the program's own says nothing of a library
        (("net.newFD", "github.com/jackc/pgx/v5.connect", "github.com/jackc/puddle.(*Pool).Get", "shop.q"), "sql"),
        (("database/sql.convertAssignRows", "database/sql.(*Rows).Scan", "shop.load"), "none"),  # values read out of it
        (("github.com/lib/pq.textDecode", "database/sql.(*Rows).Next", "shop.load"), "none"),
        (("database/sql.(*Rows).initContextClose", "database/sql.(*DB).QueryContext", "shop.load"), "sql"),
        (("github.com/jackc/pgx/v5.(*baseRows).Scan", "shop.load"), "none"),
        (
            (
                "google.golang.org/protobuf/proto.Unmarshal",
                f"{GRPC}/encoding/proto.(*codecV2).Unmarshal",
                f"{GRPC}.recv",
                f"{GRPC}.(*clientStream).RecvMsg",
                f"{GRPC}.(*ClientConn).Invoke",
                "shop.load",
            ),
            "none",
        ),
        ((f"{GRPC}.newClientStreamWithParams", f"{GRPC}.(*ClientConn).NewStream", "shop.follow"), "grpc"),
    ],
)
def test_memory_below_a_constructor_is_the_clients(stack, resource):
    assert list(resources(stack).values()) == [resource]


@pytest.mark.parametrize(
    ("constructed", "booked"), [(f"{REDIS}.NewClient", "library_client"), ("github.com/robfig/cron.New", "none")]
)
def test_buffers_of_a_clients_own_loop_are_the_clients_where_clients_of_that_library_pile_up(constructed, booked):
    loop = (f"{REDIS}/internal/pool.(*ConnPool).reaper",)
    assert resources(loop, (constructed, "shop.tell"), first=[("shop.other",)])[loop[0]] == booked
