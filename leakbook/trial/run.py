"""Run the tests that stand in playbooks: given evidence through the real readers, against the whole set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ..diagnosis.diagnose import diagnose
from ..diagnosis.finding import SUSPECT_FROM
from ..diagnosis.report import Diagnosis, Report
from ..errors import EvidenceError
from ..evidence.model import Capture, Submission
from ..evidence.names import stable_name
from ..evidence.read import read_evidence
from ..playbook.model import Expectation, Given, Playbook, Playbooks, PlaybookTest
from ..report.terminal import report_terminal
from .sketch import render

START = datetime(2026, 1, 1, tzinfo=UTC)
HEALTHY = "healthy/"
FALSE_ALARM_FROM = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A test that did not come out as expected: what was wrong, and the whole answer to see why."""

    playbook: str
    test: str
    wrong: tuple[str, ...]
    answer: str


def run_tests(playbooks: Playbooks, fixtures: Mapping[str, bytes]) -> Iterator[Failure | None]:
    """Each test of each playbook in order; None for one that passes. `fixtures` are files by path in their folder."""
    for playbook in playbooks.playbooks:
        for test in playbook.tests:
            yield _run(playbook, test, playbooks, fixtures)


def missing_fixtures(playbooks: Playbooks, fixtures: Mapping[str, bytes]) -> tuple[str, ...]:
    """Named fixtures that do not exist, each as `file: test: fixture`."""
    return tuple(
        f"{playbook.file}: {test.name}: there is no fixture {given.file}"
        for playbook in playbooks.playbooks
        for test in playbook.tests
        for given in test.given
        if given.file is not None and given.file not in fixtures
    )


def evidence_of(test: PlaybookTest, fixtures: Mapping[str, bytes]) -> tuple[Capture, ...]:
    """The captures of a test. Raises EvidenceError, or ValueError for a missing fixture or a bad sketch."""
    submissions = [_submission(given, place, fixtures) for place, given in enumerate(test.given)]
    return read_evidence(submissions).captures


def _run(playbook: Playbook, test: PlaybookTest, playbooks: Playbooks, fixtures: Mapping[str, bytes]) -> Failure | None:
    try:
        report = diagnose(evidence_of(test, fixtures), playbooks)
    except (EvidenceError, ValueError) as error:
        return Failure(playbook=playbook.id, test=test.name, wrong=(f"the evidence is unusable: {error}",), answer="")
    wrong = (*_differences(playbook, test.expect, report), *_false_alarms(test, report))
    if not wrong:
        return None
    return Failure(playbook=playbook.id, test=test.name, wrong=wrong, answer=report_terminal(report))


def _submission(given: Given, place: int, fixtures: Mapping[str, bytes]) -> Submission:
    at = None if given.at_minutes is None else START + timedelta(minutes=given.at_minutes)
    if given.file is not None:
        if given.file not in fixtures:
            raise ValueError(f"there is no fixture {given.file}")
        return Submission(name=given.file, content=fixtures[given.file], captured_at=at)
    text = given.text if given.text is not None else render(given.sketch)
    return Submission(name=f"given-{place + 1}", content=text.encode(), captured_at=at)


def _differences(playbook: Playbook, expect: Expectation, report: Report) -> Iterator[str]:
    own = next((one for one in report.diagnoses if one.playbook == playbook.id), None)
    if expect.nothing:
        if own is not None and own.confidence >= SUSPECT_FROM:
            yield f"expected nothing, got {own.confidence:.2f} for {own.culprit.function or 'the process'}"
        return
    if own is None:
        first = report.diagnoses[0].playbook if report.diagnoses else "no diagnosis"
        yield f"expected {playbook.id}, got {first}"
        return
    yield from _compared(expect, own)


def _compared(expect: Expectation, own: Diagnosis) -> Iterator[str]:
    if expect.rank is not None and own.rank != expect.rank:
        yield f"expected rank {expect.rank}, got {own.rank}"
    if expect.culprit is not None and stable_name(own.culprit.function or "") != stable_name(expect.culprit):
        yield f"expected culprit {expect.culprit}, got {own.culprit.function}"
    if expect.confidence_at_least is not None and own.confidence < expect.confidence_at_least:
        yield f"expected confidence at least {expect.confidence_at_least:.2f}, got {own.confidence:.2f}"
    if expect.confidence_at_most is not None and own.confidence > expect.confidence_at_most:
        yield f"expected confidence at most {expect.confidence_at_most:.2f}, got {own.confidence:.2f}"


def _false_alarms(test: PlaybookTest, report: Report) -> Iterator[str]:
    """No playbook at all may be sure of a leak in what is known to be healthy."""
    if not all(given.file is not None and given.file.startswith(HEALTHY) for given in test.given):
        return
    for one in report.diagnoses:
        if one.confidence >= FALSE_ALARM_FROM and one.is_leak:
            yield f"a healthy fixture, yet {one.playbook} says {one.confidence:.2f}"
