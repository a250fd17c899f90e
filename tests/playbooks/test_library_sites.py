"""Memory that libraries allocate for the program: whose function is named, and what bounds itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from leakbook.diagnosis.diagnose import diagnose
from tests.leakbook.rows.captured import dump, goroutine, written
from tests.leakbook.rows.profiles import profile

from .programs import PLAYBOOKS

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def kept(*stack: str, gained: int):
    """Two looks, two minutes apart, at objects of which none is freed."""
    return [
        profile(place, (stack, 208, count, count), minutes=NOON + timedelta(minutes=2 * place))
        for place, count in enumerate((20_000, 20_000 + gained))
    ]


def test_of_a_library_s_goroutine_its_own_function_is_named_and_no_helper_that_it_calls():
    stack = ("net/textproto.MIMEHeader.Add", "net/http.Header.Add", "golang.org/x/net/spdy.parseHeaders")
    report = diagnose(kept(*stack, gained=90_000), PLAYBOOKS)
    assert report.diagnoses[0].culprit.function == "golang.org/x/net/spdy.parseHeaders"


@pytest.mark.parametrize(
    ("entry", "told"),
    [("github.com/karlseguin/ccache.newItem", False), ("lab.example/ccache.newItem", True)],
)
def test_a_cache_that_its_library_bounds_fills_up(entry: str, *, told: bool):
    report = diagnose(kept(entry, "shop/pages.Show", gained=90_000), PLAYBOOKS)
    best = max((one.confidence for one in report.diagnoses), default=0.0)
    assert (best > 0.6) is told


def piped(readers: int, others: int) -> str:
    read = ("internal/poll.runtime_pollWait(0x1, 0x72):351", "os.(*File).Read(0x1, {}):5", "shop/hear.listen():8")
    return dump(
        [goroutine(n, "IO wait", *read, creator="shop/hear.Start in 9:3") for n in range(100, 100 + readers)]
        + [
            goroutine(n, "chan receive", f"shop/w{n % 9}.work():5", creator="shop/hear.Start in 9:3")
            for n in range(1000, 1000 + others)
        ]
    )


def test_a_few_readers_of_pipes_among_hundreds_are_no_possible_leak():
    def confidence(others: int) -> float:
        report = diagnose(written(piped(12, others)), PLAYBOOKS)
        return max((one.confidence for one in report.diagnoses if one.playbook == "goroutine/io-wait"), default=0.0)

    assert confidence(400) < confidence(20)
