"""What listings of sockets tell beside a dump: whether connections pile up, and whose they are."""

from datetime import UTC, datetime, timedelta

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.diagnosis.finding import LEAK_FROM, SUSPECT_FROM
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence

START = datetime(2026, 5, 1, tzinfo=UTC)
DUMP = """goroutine 1 [chan receive]:
corp.example/app/api.Run(0xc000000001)
	/src/app/api.go:20 +0x1d
main.main()
	/src/app/main.go:5 +0x1d

goroutine 4 [IO wait, 30 minutes]:
internal/poll.runtime_pollWait(0xc000000003)
	/usr/local/go/src/runtime/netpoll.go:351 +0x1d
net.(*TCPListener).accept(0xc000000003)
	/usr/local/go/src/net/tcpsock_posix.go:159 +0x1d
net.(*TCPListener).Accept(0xc000000003)
	/usr/local/go/src/net/tcpsock.go:380 +0x1d
corp.example/app/admin.(*Console).serve(0xc000000003)
	/src/app/admin/console.go:40 +0x1d
created by corp.example/app/admin.Start in goroutine 1
	/src/app/admin/console.go:10 +0x9f
"""
DIALLED, ACCEPTED = "10.0.0.1:{port}->10.0.0.9:6379", "10.0.0.1:9000->10.0.0.9:{port}"


def listing(sockets, ends):
    return "COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME\n" + "".join(
        f"app 77 root {3 + place}u IPv4 {1200 + place} 0t0 TCP {ends.format(port=32000 + place)} (ESTABLISHED)\n"
        for place in range(sockets)
    )


def first_of(playbooks, counts, ends, dump=DUMP):
    texts = [listing(count, ends) for count in counts] + [dump]
    posted = [
        Submission(
            name=f"{place}.txt",
            content=text.encode(),
            captured_at=START + timedelta(minutes=10 * min(place, len(counts) - 1)),
        )
        for place, text in enumerate(texts)
    ]
    return diagnose(read_evidence(posted).captures, playbooks).diagnoses[0]


@pytest.mark.parametrize(("counts", "below"), [((10, 60, 120), LEAK_FROM), ((10, 110, 120), SUSPECT_FROM)])
def test_a_pool_that_warms_up_has_idle_sockets_without_goroutines(playbooks, counts, below):
    found = first_of(playbooks, counts, DIALLED)
    assert found.playbook != "resource/net-conn" or found.confidence < below


def test_who_accepts_is_named_where_the_connections_were_accepted(playbooks):
    counts = (10, 110, 210, 310, 410, 510)
    dialled, accepted = (first_of(playbooks, counts, ends) for ends in (DIALLED, ACCEPTED))
    assert dialled.playbook == accepted.playbook == "resource/net-conn"
    assert (dialled.culprit.function, accepted.culprit.function) == (None, "corp.example/app/admin.(*Console).serve")
    assert "allocation" not in accepted.culprit.say


def links(files: int, sockets: int) -> str:
    targets = [f"/var/lib/app/segment-{place}" for place in range(files)]
    targets += [f"'socket:[{8000 + place}]'" for place in range(sockets)]
    rows = (f"lrwx------ 1 app app 64 Nov 25 03:44 {place + 3} -> {target}" for place, target in enumerate(targets))
    return "total 0\n" + "\n".join(rows) + "\n"


def of_listings(playbooks, texts, minutes=None):
    times = [None if minutes is None else START + timedelta(minutes=minutes * place) for place in range(len(texts))]
    posted = [
        Submission(name=f"fd-{place}.txt", content=text.encode(), captured_at=at)
        for place, (text, at) in enumerate(zip(texts, times, strict=True))
    ]
    return diagnose(read_evidence(posted).captures, playbooks)


@pytest.mark.parametrize("minutes", [None, 20])
def test_two_listings_of_rising_sockets_are_never_a_leak_of_files(playbooks, minutes):
    report = of_listings(playbooks, [links(4, 20), links(4, 520)], minutes)
    assert [one.playbook for one in report.diagnoses] == ["resource/net-conn"]


@pytest.mark.parametrize("minutes", [None, 20])
def test_two_listings_of_rising_files_are_never_connections_and_the_summary_counts_them(playbooks, minutes):
    report = of_listings(playbooks, [links(10, 20), links(510, 20)], minutes)
    assert [one.playbook for one in report.diagnoses] == ["resource/file"]
    first, rate = ("", "; 25 more each minute") if minutes else (", after 30 at first", "")
    assert f"530 descriptors are open{first}, of them 510 files and 20 sockets{rate}." in report.summary


def test_two_listings_tell_how_long_a_restart_lasts(playbooks):
    dated, undated = (of_listings(playbooks, [links(10, 20), links(510, 20)], minutes) for minutes in (20, None))
    assert dated.at_once.minutes_after_restart == pytest.approx(530 / 25)
    assert undated.at_once.minutes_after_restart is None
