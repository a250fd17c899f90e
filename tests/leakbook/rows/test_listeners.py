from pathlib import Path

import pytest
import yaml

from leakbook.rows.listeners import LISTENER_ACCEPTS, accepts


@pytest.mark.parametrize(
    ("function", "told"),
    [
        ("net.(*TCPListener).Accept", True),
        ("net.(*TCPListener).AcceptTCP", True),
        ("net.(*UnixListener).Accept", True),
        ("net.(*UnixListener).AcceptUnix", True),
        ("net.(*netFD).accept", True),
        ("internal/poll.(*FD).Accept", True),
        ("net.(*TCPListener).Close", False),
    ],
)
def test_every_way_to_accept_is_known(function, told):
    assert accepts(["corp.example/shop/api.serve", function]) is told


def test_the_playbooks_know_the_same():
    frames = yaml.safe_load((Path(__file__).parents[3] / "playbooks" / "_frames.yaml").read_text())
    assert frames["frames"]["listener_accept"] == [f"{beginning}*" for beginning in LISTENER_ACCEPTS]
