"""A process that has used up its descriptors: that their number stays level says nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.report import Verdict
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.trial.sketch import render

START = datetime(2026, 5, 1, tzinfo=UTC)
READERS = (
    "1000 x [IO wait, 90 minutes] internal/poll.(*FD).Read < net.(*netFD).Read < net.(*conn).Read"
    " < shop/feed.(*Conn).readFrame < shop/feed.(*Conn).loop by shop/feed.Dial in *"
)


def scrapes(limit: int) -> list[Submission]:
    """Half an hour of 1,022 descriptors."""
    text = f"process_open_fds 1022\nprocess_max_fds {limit}\ngo_goroutines 1100\n"
    minutes = range(0, 31, 3)
    return [
        Submission(name=f"{at}.txt", content=text.encode(), captured_at=START + timedelta(minutes=at)) for at in minutes
    ]


@pytest.mark.parametrize(("limit", "verdict"), [(1024, Verdict.INCONCLUSIVE), (65_536, Verdict.HEALTHY)])
def test_who_may_open_no_more_is_not_called_healthy_for_opening_no_more(playbooks, limit, verdict):
    report = diagnose(read_evidence(scrapes(limit)).captures, playbooks)
    assert report.verdict is verdict
    assert ("nearly as many as the process may have" in report.summary) == (verdict is Verdict.INCONCLUSIVE)


@pytest.mark.parametrize(("limit", "opposed"), [(1024, False), (65_536, True)])
def test_readers_that_hold_all_descriptors_are_not_excused_by_their_level(playbooks, limit, opposed):
    dump = Submission(name="dump", content=render([READERS]).encode(), captured_at=START + timedelta(minutes=30))
    first = diagnose(read_evidence([*scrapes(limit), dump]).captures, playbooks).diagnoses[0]
    assert first.playbook == "goroutine/io-wait"
    assert ("descriptors-grow" in {reason.signal for reason in first.against}) == opposed
