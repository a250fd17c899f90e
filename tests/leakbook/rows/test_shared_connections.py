"""Connections of an HTTP client pool, told from those of a transport each by who was started first."""

from collections.abc import Sequence

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.evidence.model import GoroutineSnapshot
from leakbook.rows.goroutines.shared_connections import shared_connections
from tests.playbooks.programs import PLAYBOOKS

from .captured import dump, goroutine, written

LOOPS = {"readLoop": "IO wait", "writeLoop": "select"}


def connection(number: int) -> list[str]:
    """The two loops of one idle or waiting client connection."""
    creator = "net/http.(*Transport).dialConn:1874"
    return [
        goroutine(number + place, state, f"net/http.(*persistConn).{loop}(0xc00{number:07x}):2403", creator=creator)
        for place, (loop, state) in enumerate(LOOPS.items())
    ]


def sender(number: int) -> str:
    calls = ("net/http.(*persistConn).roundTrip(0xc000123000):2840", "names/upstream.(*Source).Ask(0xc000456000):45")
    return goroutine(number, "select", *calls, creator="names/desk.(*Desk).Answer:31")


def pool(connections: Sequence[int], senders: Sequence[int]) -> str:
    return dump([text for number in connections for text in connection(number)] + [sender(n) for n in senders])


def groups_of(text: str):
    (capture,) = written(text)
    content = capture.reading.content
    assert isinstance(content, GoroutineSnapshot)
    return content.groups


OLD = range(100, 180, 2)
YOUNG = range(6000, 6025)


@pytest.mark.parametrize(
    ("connections", "senders", "shared"),
    [
        (OLD, YOUNG, 25 / 40),
        (OLD, (), 0.0),
        ([*OLD, *range(6100, 6150, 2)], YOUNG, 0.0),  # each has one dialled after it
        ([*OLD, *range(6100, 6110, 2)], YOUNG, 20 / 45),
        ([*OLD, 5990], [6000], 0.0),  # drawn by another processor: started later, numbered lower
        (OLD, range(10, 35), 0.0),  # workers that were there before their connections
        ((), YOUNG, None),
    ],
)
def test_a_request_younger_than_every_connection_left_to_it_has_one_of_a_pool(connections, senders, shared):
    found = shared_connections(groups_of(pool(connections, senders)))
    assert found == (None if shared is None else pytest.approx(shared, abs=0.001))


def test_a_text_without_numbers_tells_nothing():
    text = "goroutine profile: total 3\n3 @ 0x43 0x44\n#\t0x43\tnet/http.(*persistConn).readLoop+0x1\t/src/t.go:2403\n"
    assert shared_connections(groups_of(text)) is None


def transports_told(first: str, last: str) -> float:
    report = diagnose(written(first, last), PLAYBOOKS)
    return max((one.confidence for one in report.diagnoses if one.playbook == "resource/http-transport"), default=0.0)


def test_a_pool_in_use_that_gains_some_is_no_transport_for_each_request():
    """Seven connections in a minute of thousands of requests: as many as never before were under way at once."""
    gained = [*OLD, *range(1000, 5000, 600)]
    assert transports_told(pool(OLD, range(700, 725)), pool(gained, YOUNG)) < 0.5
    own = [*gained, *range(6100, 6150, 2)]
    assert transports_told(pool(OLD, ()), pool(own, YOUNG)) >= 0.7
