"""The answer as the text of a message in Slack: its own markup, and nothing of the evidence comes alive in it."""

import re
from dataclasses import replace

import pytest

from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.diagnosis.report import Subject
from leakbook.playbook.model import CodeExample
from leakbook.report.dialect import SLACK
from leakbook.report.markdown import report_markdown, report_slack
from tests.leakbook.diagnosis.rows_by_hand import dump, group, rows


@pytest.fixture
def report(playbooks):
    stuck = group(
        "shop.(*Cart).Put", creator="net/http.(*Server).Serve", state="chan send", count=300, growth=270.0,
        growth_per_minute=27.0, growth_certainty=0.99, wait_median=20.0,
    )  # fmt: skip
    return diagnose_rows(rows(stuck), [dump("a.txt")], playbooks, subject=Subject(service="checkout"))


def test_headings_lists_and_emphasis_are_slacks(report):
    lines = report_slack(report).splitlines()
    assert lines[0] == "*Leak found: checkout*"
    assert [line for line in lines if line.startswith("• Culprit: `shop.(*Cart).Put`")]
    assert not [line for line in lines if re.match(r"#|\s*- |.*\*\*", line)]
    assert chr(92) not in report_slack(report)


def test_it_says_what_the_markdown_says(report):
    def words(text: str) -> list[str]:
        return re.findall(r"\w+", re.sub(r"&(?:amp|lt|gt);|```go|◦", "", text))

    assert words(report_slack(report)) == words(report_markdown(report))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a <!here> & <@U1>", "a &lt;!\u2060here&gt; &amp; &lt;@\u2060U1&gt;"),
        ("*bold* _and_ ~so~ `on`", "`*bold*` `_and_` `~so~` `'on'`"),
        ("see http://evil.example, <b>", "see `http://evil.example`, &lt;b&gt;"),
        ("(in (*T).F).", "(in `(*T).F`)."),
        ("line\nbreak\u202e", "line break"),
    ],
)
def test_words_are_shown_literally(text, shown):
    assert SLACK.text(text) == shown


def test_code_cannot_be_left():
    assert SLACK.code("a`b<c>") == "`a'b&lt;c&gt;`"
    assert SLACK.block("x\n```\n*y*") == "```\nx\n'''\n*y*\n```"


def test_the_fix_is_shown_as_code(report):
    (found,) = report.diagnoses
    fix = replace(found.remediation, code=CodeExample(before="ch <- v", after="select {}"))
    text = report_slack(replace(report, diagnoses=(replace(found, remediation=fix),)))
    assert "```\nch &lt;- v\n```" in text
