"""The answer as the text of a message in Slack: its own markup, and nothing of the evidence comes alive in it."""

import re

import pytest

from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.diagnosis.report import Subject
from leakbook.report.slack import LONGEST, report_slack, slack_text
from tests.leakbook.diagnosis.rows_by_hand import dump, group, rows


@pytest.fixture
def report(playbooks):
    stuck = group(
        "shop.(*Cart).Put", creator="net/http.(*Server).Serve", state="chan send", count=300, growth=270.0,
        growth_per_minute=27.0, growth_certainty=0.99, wait_median=20.0,
    )  # fmt: skip
    return diagnose_rows(rows(stuck), [dump("a.txt")], playbooks, subject=Subject(service="checkout"))


def test_it_says_what_was_found_and_what_to_do_first_in_a_message_that_is_read(report):
    said = report_slack(report)
    assert said.splitlines()[0] == "*Leak found: checkout*"
    assert slack_text(report.summary) in said
    assert f"*At once:* {report.at_once.says}" in said
    assert "First step: " in said
    assert not re.search(r"^(#|- )|[*][*]|" + re.escape(chr(92)), said, re.MULTILINE)
    assert len(said) < 1200


def test_the_command_that_is_asked_for_stands_in_code_so_that_it_can_be_copied(playbooks):
    doubted = group("shop.(*Cart).Put", state="chan send", count=30, looks=1)
    report = diagnose_rows(rows(doubted), [dump("a.txt")], playbooks)
    command = report.next_evidence[0].run
    assert f"Take next: {command}" in report.summary
    assert f"Take next: `{command}` (" in report_slack(report)


def test_where_nothing_was_found_no_code_is_promised(playbooks):
    report = diagnose_rows(rows(), [dump("a.txt")], playbooks)
    assert "the code before and after" not in report_slack(report)


@pytest.mark.parametrize("name", ["shop.(*Cart).Put" + "[<&>]" * 400, "shop.F" + " " * 9000 + "x"])
def test_a_section_of_a_message_takes_it_whatever_was_posted(playbooks, name):
    stuck = group(name, state="chan send", count=300, growth=270.0, growth_certainty=0.99)
    subject = Subject(service="<" * 2000)
    report = diagnose_rows(rows(stuck), [dump("a.txt")], playbooks, subject=subject)
    said = report_slack(report)
    assert len(said) <= LONGEST
    assert said.count("`") % 2 == 0
    assert not re.search(r"&(?!amp;|lt;|gt;)", said)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a <!here> & <@U1>", "a &lt;!\u2060here&gt; &amp; &lt;@\u2060U1&gt;"),
        ("*bold* _and_ ~so~ `on`", "`*bold*` `_and_` `~so~` `'on'`"),
        ("see http://evil.example, <b>", "see `http://evil.example`, &lt;b&gt;"),
        ("(in (*T).F).", "(in `(*T).F`)."),
        ("line\nbreak\u202e", "line break"),
        ("http://a`b<c>", "`http://a'b&lt;c&gt;`"),
    ],
)
def test_words_are_shown_literally(text, shown):
    assert slack_text(text) == shown
