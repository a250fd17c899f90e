"""Listings of open descriptors by sort."""

from __future__ import annotations

import pytest

from leakbook.errors import Malformed
from leakbook.evidence.descriptors import DescriptorReader
from leakbook.evidence.model import DescriptorListing
from leakbook.limits import DEFAULT_LIMITS

PROC = """total 0
lrwx------ 1 app app 64 Nov 25 03:44 0 -> /dev/null
lr-x------ 1 app app 64 Nov 25 03:44 12 -> /var/lib/app/segment (deleted)
lrwx------ 1 app app 64 Nov 25 03:44 9 -> 'socket:[81230]'
lrwx------. 1 app app 64 Nov 25 03:44 10 -> 'socket:[81231]'
lrwx------ 1 app app 64 Nov 25 03:44 4 -> 'anon_inode:[eventpoll]'
l-wx------ 1 app app 64 Nov 25 03:44 2 -> 'pipe:[812]'
"""
LSOF = """COMMAND  PID USER   FD   TYPE DEVICE SIZE/OFF NODE NAME
shop    4217  app  cwd    DIR    8,1     4096    2 /
shop    4217  app  mem    REG    8,1     4096    2 /usr/lib/libc.so
shop    4217  app    9u  IPv4  81230      0t0  TCP 10.0.0.1:8080->10.0.0.9:51234 (ESTABLISHED)
shop    4217  app   10r   REG    8,1       12   99 /tmp/x y
shop    4217  app    4u  a_inode 0,13       0    1 [eventpoll]
other     99  app    3u  IPv4  81231      0t0  TCP *:80 (LISTEN)
"""


def read(text: str) -> DescriptorListing:
    (reading,) = DescriptorReader().read(text, DEFAULT_LIMITS)
    assert isinstance(reading.content, DescriptorListing)
    return reading.content


def counts(listing: DescriptorListing) -> dict[str, int]:
    return {counted.sort: counted.count for counted in listing.counts if counted.count}


def test_links_of_proc_are_counted_by_sort():
    listing = read(PROC)
    assert counts(listing) == {"file": 1, "socket": 2, "pipe": 1, "anon_inode": 1, "device": 1}
    assert listing.total == 6
    sockets = next(counted for counted in listing.counts if counted.sort == "socket")
    assert sockets.paths == (("socket", 2),)


def test_lsof_rows_without_descriptors_and_other_processes_are_left_out():
    listing = read(LSOF)
    assert counts(listing) == {"file": 1, "socket": 1, "anon_inode": 1}
    (reading,) = DescriptorReader().read(LSOF, DEFAULT_LIMITS)
    assert "4217" in reading.notes[0]


def test_plain_link_targets_are_counted():
    assert counts(read("socket:[1]\nsocket:[2]\n/dev/null\n/var/log/x\npipe:[3]\n")) == {
        "file": 1,
        "socket": 2,
        "pipe": 1,
        "device": 1,
    }


@pytest.mark.parametrize("text", ["", "a -> b", "/etc/passwd\n", "goroutine 1 [running]:\n", "12 -> /x"])
def test_other_text_is_not_claimed(text):
    assert not DescriptorReader().recognises(text)


def test_a_text_without_any_descriptor_is_malformed():
    with pytest.raises(Malformed):
        read("nothing")


@pytest.mark.parametrize(("states", "half_closed"), [(["CLOSE_WAIT", "ESTABLISHED", "LISTEN"], 1), ([], None)])
def test_sockets_whose_peer_has_gone_are_counted_where_states_are_listed(states, half_closed):
    text = "".join(
        f"shop 4217 app {9 + place}u IPv4 {81230 + place} 0t0 TCP 10.0.0.1:80->10.0.0.9:5{place} ({state})\n"
        for place, state in enumerate(states)
    )
    (reading,) = DescriptorReader().read(text or "shop 4217 app 9u unix 0xff 0t0 2909 /run/shop.sock\n", DEFAULT_LIMITS)
    assert reading.content.half_closed == half_closed


@pytest.mark.parametrize(("first", "noted"), [(797, True), (3, False)])
def test_a_part_of_a_listing_is_known_by_its_numbers(first, noted):
    rows = [f"lrwx------ 1 app app 64 Jan 22 22:32 {first + n} -> socket:[{25701383 + n}]\n" for n in range(8)]
    (reading,) = DescriptorReader().read("".join(rows), DEFAULT_LIMITS)
    assert any("is a part" in note for note in reading.notes) is noted


def test_files_that_were_removed_are_counted_and_temporary_ones_are_not():
    names = ["/var/log/shop.log.1 (deleted)", "/var/log/shop.log", "/memfd:sort-1 (deleted)", "socket:[7]"]
    text = "".join(f"lr-x------ 1 app app 64 Nov 25 03:44 {9 + n} -> {name}\n" for n, name in enumerate(names))
    (reading,) = DescriptorReader().read(text, DEFAULT_LIMITS)
    assert reading.content.deleted_files == 1
    (sockets,) = DescriptorReader().read("socket:[1]\nsocket:[2]\nsocket:[3]\n", DEFAULT_LIMITS)
    assert sockets.content.deleted_files is None


@pytest.mark.parametrize(
    ("targets", "dialled"),
    [
        (["*:http-alt (LISTEN)", "10.0.0.1:http-alt->10.0.0.9:52"], 0.0),
        (["[::1]:80->[::1]:51", "[::1]:80->[::1]:52", "[::1]:4180->[::1]:5432"], pytest.approx(1 / 3)),
        (["10.0.0.1:4180->10.0.0.9:6379", "10.0.0.1:4181->10.0.0.9:6379"], 1.0),
        (["*:8080 (LISTEN)"], None),
    ],
)
def test_dialled_connections_have_a_local_port_each(targets, dialled):
    text = "".join(
        f"shop 4217 app {9 + place}u IPv4 {81230 + place} 0t0 TCP {target}\n" for place, target in enumerate(targets)
    )
    (reading,) = DescriptorReader().read(text, DEFAULT_LIMITS)
    assert reading.content.dialled_share == dialled


NETSTAT = """Active Internet connections (servers and established)
Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name
tcp        0      0 0.0.0.0:8080            0.0.0.0:*               LISTEN      4217/shop
tcp       32      0 10.0.0.1:39667          10.0.0.9:443            CLOSE_WAIT  4217/shop
tcp6       0      0 ::1:39669               ::1:5432                ESTABLISHED 4217/shop
tcp        0      0 10.0.0.1:39671          10.0.0.9:443            TIME_WAIT   -
tcp        0      0 127.0.0.1:22            0.0.0.0:*               LISTEN      99/sshd
"""
SS = """State      Recv-Q Send-Q Local Address:Port   Peer Address:Port Process
LISTEN     0      4096               *:8080               *:*     users:(("shop",pid=4217,fd=3))
CLOSE-WAIT 32     0           10.0.0.1:39667       10.0.0.9:https users:(("shop",pid=4217,fd=9))
ESTAB      0      0              [::1]:39669          [::1]:5432  users:(("shop",pid=4217,fd=10))
FIN-WAIT-2 0      0           10.0.0.1:39671       10.0.0.9:https
"""
SS_WITH_NETID = "\n".join("tcp   " + line for line in SS.splitlines()[1:])
BSD = """tcp46      0      0  *.8080                 *.*                    LISTEN
tcp4       0      0  10.0.0.1.39667         10.0.0.9.443           CLOSE_WAIT
tcp6       0      0  ::1.39669              ::1.5432               ESTABLISHED  131072 131072    795
"""
WINDOWS = """  Proto  Local Address          Foreign Address        State           PID
  TCP    0.0.0.0:8080           0.0.0.0:0              LISTENING       4217
  TCP    10.0.0.1:39667         10.0.0.9:443           CLOSE_WAIT      4217
  TCP    [::1]:39669            [::1]:5432             ESTABLISHED     4217
"""


@pytest.mark.parametrize("text", [NETSTAT, SS, SS_WITH_NETID, BSD, WINDOWS], ids=["linux", "ss", "netid", "bsd", "nt"])
def test_socket_tables_list_what_the_process_holds_and_not_what_the_kernel_does(text):
    assert DescriptorReader().recognises(text)
    listing = read(text)
    assert counts(listing) == {"socket": 3}
    assert listing.only_sockets
    assert listing.half_closed == 1
    assert listing.dialled_share == 1.0


def test_a_socket_table_without_processes_is_taken_whole_and_says_so():
    (reading,) = DescriptorReader().read(BSD, DEFAULT_LIMITS)
    assert "not listed" in reading.notes[0]
    assert "4217" in DescriptorReader().read(NETSTAT, DEFAULT_LIMITS)[0].notes[0]


def test_accepted_connections_of_a_socket_table_share_the_port_listened_on():
    rows = "".join(f"tcp 0 0 10.0.0.1:8080 10.0.0.9:{port} ESTABLISHED 4217/shop\n" for port in (5201, 5202, 5203))
    assert read("tcp 0 0 0.0.0.0:8080 0.0.0.0:* LISTEN 4217/shop\n" + rows).dialled_share == 0.0


@pytest.mark.parametrize("known", [True, False])
def test_sockets_the_kernel_has_dropped_count_where_lsof_knows_the_states_of_others(known):
    rows = "".join(f"shop 4217 app {9 + n}u sock 0,8 0t0 {81230 + n} can't identify protocol\n" for n in range(4))
    listener = "shop 4217 app 3u IPv4 81229 0t0 TCP *:80 (LISTEN)\n" if known else ""
    assert read(listener + rows).half_closed == (4 if known else None)


UNIX = """ss -xp state established
u_str  0      0      @/run/shim.sock@ -1442658938                * -1442661467           users:(("shim",pid=12,fd=7))
u_str  0      0      /run/shop.sock -1445160328                * 0                     users:(("shop",pid=77,fd=5352))
u_str ESTAB  0      0      /run/shop.sock 29088                * 29087                 users:(("shop",pid=77,fd=5353))
u_dgr UNCONN  0      0      * 29089                * 0                 users:(("shop",pid=77,fd=9))
"""


def test_unix_sockets_of_ss_are_those_of_the_process_that_holds_most():
    listing = read(UNIX)
    assert counts(listing) == {"socket": 3}
    assert listing.only_sockets
    (sockets,) = [counted for counted in listing.counts if counted.sort == "socket"]
    assert sockets.paths == (("/run/shop.sock", 2), ("unix", 1))
