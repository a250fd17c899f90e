import html
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from leakbook.diagnosis.diagnose import diagnose_rows
from leakbook.diagnosis.report import Impact, Largest, NextStep, Reason, Subject, Verdict, Victim
from leakbook.playbook.model import Library
from leakbook.report.html import report_html
from leakbook.report.json import playbook_json, report_json
from leakbook.report.markdown import report_markdown
from leakbook.report.terminal import report_terminal
from leakbook.report.wording import headline_text, impact_text, weight_text
from leakbook.rows.process.forecast import Forecast
from tests.leakbook.diagnosis.rows_by_hand import dump, group, rows

HOSTILE = "shop.<script>alert(1)</script>`[x](http://evil)\x1b[2J"


@pytest.fixture
def report(playbooks):
    stuck = group(
        HOSTILE, creator="shop.<b>", state="chan send", count=300, growth=270.0, growth_per_minute=27.0,
        growth_certainty=0.99, wait_median=20.0,
    )  # fmt: skip
    subject = Subject(service="<checkout> @here")
    return diagnose_rows(rows(stuck), [dump("<dump>")], playbooks, subject=subject, warnings=["*cut*"])


def test_json_holds_every_key_of_the_contract(report):
    answer = json.loads(json.dumps(report_json(report)))
    assert set(answer) >= {
        "service", "verdict", "summary", "evidence", "diagnoses", "ruled_out", "undetermined", "next_evidence",
        "memory", "forecast", "warnings", "at_once", "largest",
    }  # fmt: skip
    (diagnosis,) = answer["diagnoses"]
    assert set(diagnosis) >= {
        "rank", "playbook", "category", "title", "confidence", "severity", "tier", "culprit", "impact", "because",
        "against", "not_measured", "remediation", "fingerprint", "playbook_revision", "includes", "victims",
    }  # fmt: skip
    assert set(diagnosis["culprit"]) >= {"function", "file", "line", "package", "created_by"}
    assert set(diagnosis["because"][0]) == {"signal", "says", "observed", "weight", "evidence"}
    assert diagnosis["impact"] == {
        "goroutines": 300, "goroutines_per_minute": 27.0, "bytes": None, "bytes_per_minute": None,
    }  # fmt: skip
    assert set(diagnosis["remediation"]) == {
        "summary", "at_once", "steps", "code", "libraries", "verify", "references",
    }  # fmt: skip
    assert set(answer["at_once"]) == {"says", "limit", "minutes_to_limit", "minutes_after_restart"}
    assert answer["evidence"][0]["captured_at"] == "2026-01-01T12:00:00Z"
    assert answer["memory"] is None


def test_a_playbook_is_listed_with_what_to_do(playbooks):
    listed = json.loads(json.dumps(playbook_json(playbooks.by_id("goroutine/chan-send"))))
    assert listed["needs_any"] == ["goroutine_dump", "goroutine_profile"]
    assert listed["remediation"]["references"] == [
        {"title": "Go pipelines and cancellation", "url": "https://go.dev/blog/pipelines"}
    ]
    assert listed["next_evidence"][0]["run"].startswith("curl ")
    assert listed["signals"][0] == {"id": "growing", "says": "The group grows between the captures"}


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.extend(attrs)


def test_the_page_runs_and_loads_nothing(report):
    page = Tags(report_html(report))
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "src"]
    assert all(value.startswith("https://") for name, value in page.attributes if name == "href")


def test_hostile_names_stay_text_in_every_form(report):
    assert "<script>alert" not in report_html(report)
    assert "\x1b" not in report_terminal(report)
    marked = report_markdown(report)
    outside_code = re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", "", marked)
    assert not re.search(r"(?<!\\)\]\(", outside_code)
    assert "@here" not in marked
    assert "\x1b" not in marked


def test_each_form_shows_verdict_culprit_fix_and_next_step(report):
    for shown in (report_markdown(report), report_terminal(report), report_html(report)):
        text = shown.lower()
        assert "leak" in text
        assert "chan-send" in text
        assert "give it a way out" in text
        assert "debug/pprof/goroutine" in text


def test_the_page_says_what_to_change_before_why_and_folds_what_nobody_could_see(report):
    page = report_html(report)
    change, why, folded = (page.index(words) for words in ("What to change", "<h3>Why", "more that this evidence"))
    assert change < why < folded
    unseen = report.diagnoses[0].not_measured
    assert f"<summary>{len(unseen)} more that this evidence cannot show</summary>" in page
    assert all(html.escape(reason.says) in page[folded:] for reason in unseen)


def test_the_page_and_the_text_forecast_alike(report):
    reached = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    forecast = Forecast(
        limit_bytes=2**30, reaches_limit_at=reached, earliest=None, latest=None, per_minute=1.0, minutes=9.0
    )
    said = "The limit of 1.0 GiB is reached about 2026-01-02 03:04 UTC."
    for shown in (report_html, report_markdown):
        assert said not in shown(report)
        assert said in shown(replace(report, forecast=forecast))


def test_a_percent_sign_stays_with_its_number(report):
    for width in range(40, 100):
        assert not [line for line in report_terminal(report, width=width).splitlines() if line.lstrip().startswith("%")]


def test_the_terminal_is_coloured_only_when_asked(report):
    assert report_terminal(report, colour=True).startswith("\x1b[1;31mLeak found: <checkout> @here\x1b[0m\n")
    assert all(len(line) <= 100 for line in report_terminal(report).splitlines() if not line.startswith("  $"))


FORMS = (report_markdown, report_terminal, report_html)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_not_believed_shows_neither_cost_nor_remedy(report, form):
    (found,) = report.diagnoses
    light = replace(
        report, verdict=Verdict.HEALTHY, diagnoses=(replace(found, confidence=0.12),), summary="All is well."
    )
    shown = form(light)
    assert "Considered, not believed" in shown
    assert "12 %" in shown
    assert "300 goroutines" not in shown
    assert "Give it a way out" not in shown
    assert "Considered, not believed" not in form(report)


@pytest.mark.parametrize("form", FORMS)
def test_where_nothing_is_settled_the_next_command_comes_before_what_is_merely_possible(report, form):
    (found,) = report.diagnoses
    shown = form(replace(report, verdict=Verdict.INCONCLUSIVE, diagnoses=(replace(found, confidence=0.3),)))
    assert shown.index("Take next") < shown.index("Possible, not shown")


@pytest.mark.parametrize("form", FORMS)
def test_what_helps_at_once_stands_before_the_findings(report, form):
    shown = form(replace(report, summary="It leaks.", at_once=replace(report.at_once, says="A restart <buys> time.")))
    assert shown.index("At once:") < shown.index("buys") < shown.index(report.diagnoses[0].title)
    assert form is not report_html or "<buys>" not in shown
    assert "At once" not in form(replace(report, at_once=None))


def test_the_page_asks_before_the_findings_until_it_is_sure(report):
    (found,) = report.diagnoses
    asked, first = "<h2>Take next", "<h2>1."
    for confidence, leads in ((0.8, asked), (0.99, first)):
        page = report_html(replace(report, diagnoses=(replace(found, confidence=confidence),)))
        assert min((asked, first), key=page.index) == leads


def test_the_page_shows_the_code_of_a_playbook_once(report):
    (found,) = report.diagnoses
    page = report_html(replace(report, diagnoses=(found, replace(found, rank=2))))
    assert page.count("<h3>Before") == page.count("<h3>After") == 1
    assert page.count("What to change") == 2
    assert "stand under 1." in page


@pytest.mark.parametrize("form", FORMS)
def test_every_form_shows_what_there_is_most_of(report, form):
    most = (
        Largest(goroutines=1200, state="chan receive", bytes=None, function="shop.get", file="/src/get.go", line=7),
        Largest(goroutines=None, state=None, bytes=3 * 2**20, function="shop.load", file=None, line=None),
    )
    shown = form(replace(report, largest=most))
    words = " ".join(re.sub("</?code>|`", "", shown).split())
    assert "Largest seen" in words
    assert "1,200 goroutines (chan receive) in shop.get at /src/get.go:7" in words
    assert "3.0 MiB in shop.load" in words
    assert "Largest seen" not in form(report)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_names_the_libraries_and_numbers_the_steps(report, form):
    (found,) = report.diagnoses
    first = found.remediation.steps[0].do
    fix = replace(found.remediation, libraries=(Library(name="example.org/errgroup", purpose="fan-out"),))
    shown = form(replace(report, diagnoses=(replace(found, remediation=fix),)))
    assert "example.org/errgroup" in shown
    assert f"<ol><li>{html.escape(first)}" in shown or f"1. {first}" in shown


@pytest.mark.parametrize("form", [report_markdown, report_terminal])
def test_a_short_form_says_how_many_it_leaves_out(report, form):
    (found,) = report.diagnoses
    for count, said in ((5, False), (7, True)):
        many = tuple(replace(found, rank=rank) for rank in range(1, count + 1))
        assert ("2 more, with all there is to each" in form(replace(report, diagnoses=many))) is said


@pytest.mark.parametrize("form", FORMS)
def test_every_form_names_who_started_it_and_who_only_waits(report, form):
    (found,) = report.diagnoses
    culprit = replace(found.culprit, function="shop.send", created_by="shop.serve")
    victims = (Victim(function="shop.get", state="sync.Mutex.Lock", goroutines=1200),)
    shown = form(replace(report, diagnoses=(replace(found, culprit=culprit, victims=victims),)))
    words = re.sub(r"\s+", " ", re.sub("<[^>]*>|`", "", shown))
    assert re.search("[Ss]tarted by:? shop.serve", words)
    assert "Only waiting for it" in words
    assert "1,200 in shop.get (sync.Mutex.Lock)" in words


def test_a_name_of_thousands_of_characters_is_cut_in_the_summary_alone(playbooks):
    name = f"shop.Send[go.shape.struct {{ {'F int; ' * 1000}}}]"
    stuck = group(
        name, state="chan send", count=300, growth=270.0, growth_per_minute=27.0, growth_certainty=0.99,
        wait_median=20.0,
    )  # fmt: skip
    report = diagnose_rows(rows(stuck), [dump("a"), dump("b")], playbooks)
    assert report.diagnoses[0].culprit.function == name
    assert "shop.Send[go.shape.struct { F int; " in report.summary
    assert len(report.summary) < 1000


@pytest.mark.parametrize("form", FORMS)
def test_a_ceiling_says_what_it_is(report, form):
    (found,) = report.diagnoses
    assert "Held at this confidence: One moment" in form(
        replace(report, diagnoses=(replace(found, capped="One moment"),))
    )


@pytest.mark.parametrize("form", FORMS)
def test_what_only_looks_like_a_leak_says_so(report, form):
    (found,) = report.diagnoses
    assert "% sure, not a leak" in form(replace(report, diagnoses=(replace(found, is_leak=False),)))


def test_the_headline_says_of_whom(report):
    nobody = replace(report, subject=Subject())
    named = replace(report, subject=Subject(service="shop"), verdict=Verdict.INCONCLUSIVE)
    assert (headline_text(nobody), headline_text(named)) == ("Leak found", "Cannot tell yet: shop")


@pytest.mark.parametrize(("where", "words"), [("", "No leak found"), ("in memory", "No leak found in memory")])
def test_who_looked_at_one_side_clears_that_side(report, where, words):
    healthy = replace(report, subject=Subject(), verdict=Verdict.HEALTHY, looked_in=where)
    assert headline_text(healthy) == words
    assert headline_text(replace(healthy, verdict=Verdict.SUSPECT)) == "Possible leak"


@pytest.mark.parametrize(
    ("weight", "digits"), [(200.0, "200"), (1200.0, "1,200"), (15.0, "15"), (1.5, "1.5"), (0.5, "2"), (0.005, "200")]
)
def test_odds_are_plain_digits(weight, digits):
    said = weight_text(Reason(signal="s", says="S", observed=None, weight=weight, evidence=()))
    assert (said[0] == "÷", said[1:]) == (weight < 1, digits)


def test_odds_of_what_was_not_measured_are_not_one():
    assert weight_text(Reason(signal="s", says="S", observed=None, weight=None, evidence=())) == ""


def test_costs_tell_growth_from_none_and_from_not_measured(report):
    (found,) = report.diagnoses
    costs = [
        impact_text(replace(found, impact=Impact(goroutines=1, goroutines_per_minute=rate)))
        for rate in (2.5, 0.0, None)
    ]
    assert costs == ["1 goroutine, 2.5 more each minute", "1 goroutine, not growing", "1 goroutine"]


@pytest.mark.parametrize("form", [report_markdown, report_terminal, report_html])
def test_the_names_in_commands_are_explained_once(report, form):
    steps = [
        NextStep(evidence="heap_profile", run='curl "$SERVICE/debug/pprof/heap"', because="b", cost="c"),
        NextStep(evidence="goroutine_dump", run='curl "$SERVICE/debug/pprof/goroutine"', because="b", cost="c"),
        NextStep(evidence="descriptor_listing", run="ls -l /proc/$PID/fd", because="b", cost="c"),
    ]
    told = "$SERVICE is the address at which the process serves net/http/pprof, such as http://localhost:6060"
    for summary in ("No leak.", f"Take next: curl. {told}."):
        text = " ".join(form(replace(report, summary=summary, next_evidence=tuple(steps))).split())
        assert text.count("serves net/http/pprof") == 1
        assert text.count("$PID is the number of the process") == 1
    other = NextStep(evidence="descriptor_listing", run="cat $PIDFILE ${SERVICES}", because="b", cost="c")
    for unnamed in (steps[:1], [other]):
        assert "$PID is" not in form(replace(report, next_evidence=tuple(unnamed)))
    assert "$SERVICE is" not in form(replace(report, summary="No leak.", next_evidence=(other,)))
    braced = replace(other, run="ls -l /proc/${PID}/fd")
    said = " ".join(form(replace(report, next_evidence=(braced,))).split())
    assert "$PID is the number of the process" in said
