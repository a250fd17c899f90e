"""What a finding is called: that something grows is said only where it was seen to grow."""

import pytest

from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.diagnosis.finding import SUSPECT_FROM
from leakbook.report.html import report_html
from leakbook.report.markdown import report_markdown
from leakbook.report.slack import report_slack
from leakbook.report.terminal import report_terminal
from leakbook.trial.sketch import render
from tests.leakbook.diagnosis.rows_by_hand import gctrace, rows
from tests.playbooks.test_times import answer, files


@pytest.mark.parametrize(
    ("program", "seen", "grown"),
    [
        ("heap/planweave-go1.27", "Memory allocated at one place is kept", "The live heap keeps growing"),
        ("cache/storefront-go1.27", "A large map is kept", "A map used as a cache grows without a bound"),
        ("cache/replayer-go1.27", "A large slice or buffer is kept", "A slice or buffer is appended to"),
        ("resource/parkmeter-go1.27", "Many timers or tickers are kept", "Timers or tickers pile up"),
    ],
)
def test_one_heap_profile_shows_what_is_kept_and_two_that_it_grows(playbooks, program, seen, grown):
    profiles = files(program, "heap.pb.gz")
    one, two = answer(playbooks, profiles[-1]), answer(playbooks, *profiles, minutes=1.25)
    assert one.diagnoses[0].title == seen
    assert two.diagnoses[0].title.startswith(grown)
    for form in (report_html, report_markdown, report_slack, report_terminal):
        shown = " ".join(form(one).split())
        assert "grows without" not in shown.split("Possible, not shown")[0].split("Considered, not believed")[0]
        assert "keeps growing" not in shown


@pytest.mark.parametrize(
    ("measured", "title"),
    [
        ({"rss_alone_trend": 0.97, "rss_trend": 0.97}, "Resident memory keeps climbing"),
        ({"live_heap_keeps_pace": 0.95, "live_heap_growth_ratio": 2.6}, "The live heap grew between two moments"),
        ({"live_heap_trend": 0.97, "live_heap_readings": 9}, "The live heap keeps growing"),
    ],
)
def test_what_climbs_is_named(playbooks, measured, title):
    (found,) = diagnose_rows(rows(live_heap=2**28, **measured), [gctrace()], playbooks).diagnoses
    assert found.confidence >= SUSPECT_FROM
    assert found.title.startswith(title)


@pytest.mark.parametrize(
    ("counts", "title"),
    [((400,), "Many loops that nothing may ever end"), ((40, 400), "Loops without an exit are started again")],
)
def test_loops_at_one_moment_are_many_and_no_more(playbooks, counts, title):
    line = "{} x [sleep] time.Sleep < shop/poll.(*Site).poll by shop/poll.(*Sites).Add in 7"
    report = answer(playbooks, *(render([line.format(count)]).encode() for count in counts), minutes=10)
    (found,) = (one for one in report.diagnoses if one.playbook == "goroutine/no-exit-loop")
    assert found.title.startswith(title)


def test_what_was_allocated_since_the_start_is_not_told_as_the_likeliest_reading(playbooks):
    """Any process that has run for long has allocated many times what it keeps."""
    report = answer(playbooks, files("healthy/visitors-go1.27", "heap.pb.gz")[-1])
    assert report.diagnoses[0].playbook == "heap/alloc-churn"
    assert "Much is allocated" not in report.summary


@pytest.mark.parametrize(
    ("measured", "playbook", "named"),
    [
        ({"gcs_per_minute": 250.0, "churn": 40.0}, "heap/alloc-churn", False),
        ({"live_heap": 2**28, "live_heap_trend": 0.9, "live_heap_watched": 0.01}, "heap/live-growth", True),
    ],
)
def test_where_nothing_is_known_the_likeliest_reading_is_of_a_leak_or_none(playbooks, measured, playbook, named):
    report = diagnose_rows(rows(**measured), [gctrace()], playbooks)
    assert report.diagnoses[0].playbook == playbook
    assert 0.2 <= report.diagnoses[0].confidence < SUSPECT_FROM
    assert ("The likeliest reading" in report.summary) is named


def test_a_count_of_descriptors_is_of_connections_or_files_and_told_once(playbooks):
    counted = rows(open_fds=500, open_fds_trend=0.95, open_fds_per_minute=20.0, fds_of_limit=0.1, observed=20.0)
    report = diagnose_rows(counted, [gctrace()], playbooks)
    believed = [one for one in report.diagnoses if one.confidence >= SUSPECT_FROM]
    assert {one.playbook for one in believed} == {"resource/net-conn", "resource/file"}
    assert {one.title for one in believed} == {"Open descriptors become more and more: connections, or files"}
    assert report.summary.count("Open descriptors become more") == 1
    assert "First step: ls -l /proc/PID/fd tells sockets from files" in report.summary


def test_listed_descriptors_are_what_they_are(playbooks):
    files, more = {"open_files": 400, "open_files_per_minute": 20.0}, {"open_fds": 500, "open_fds_per_minute": 20.0}
    listed = rows(**files, **more, open_fds_trend=0.95, open_sockets=20, open_sockets_per_minute=0.0, observed=20.0)
    (first, *_) = diagnose_rows(listed, [gctrace()], playbooks).diagnoses
    assert first.title == "Files are opened and not closed"
    assert "take a heap profile" in first.culprit.say


def test_who_posted_heap_profiles_is_not_told_to_take_one_to_see_who_opens_files(playbooks):
    counted = rows(open_fds=500, open_fds_trend=0.95, open_fds_per_minute=20.0, has_heap_sites=True)
    for one in diagnose_rows(counted, [gctrace()], playbooks).diagnoses[:2]:
        assert one.culprit.say.startswith("Descriptors carry no stacks, and no heap profile shows who")


def test_where_a_function_is_named_it_is_not_said_that_nobody_knows_where_they_stand(playbooks):
    pages = [
        f"goroutine profile: total {count}\n{count} @ 0x1 0x2\n#\t0x1\tshop/feed.(*Hub).serve+0x1\t/src/hub.go:7\n"
        for count in (60, 90)
    ]
    report = answer(playbooks, *(page.encode() for page in pages), minutes=10)
    assert "in shop/feed.(*Hub).serve (hub.go:7)" in report.summary
    assert "does not say what they wait for" in report.summary


def test_a_map_that_only_a_name_hints_at_is_called_likely(playbooks):
    table = b"""Type: inuse_space
Showing nodes accounting for 1842.50MB, 92.12% of 2000MB total
      flat  flat%   sum%        cum   cum%
 1512.25MB 75.61% 75.61%  1512.25MB 75.61%  shop/session.(*Store).Put
  330.25MB 16.51% 92.12%   330.25MB 16.51%  bufio.NewReaderSize
"""
    first = answer(playbooks, table).diagnoses[0]
    assert first.playbook == "cache/unbounded-map"
    assert first.title == "Memory is kept at one place, likely as entries of a map"
