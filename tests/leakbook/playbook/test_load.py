import pytest

from leakbook.errors import PlaybookError
from leakbook.playbook.load import load_playbooks
from leakbook.playbook.model import DEFAULT_CALIBRATION
from leakbook.playbook.where import NumberTest, StackTest

CHAN_SEND = "goroutine/chan-send.yaml"


def mistakes(files):
    with pytest.raises(PlaybookError) as caught:
        load_playbooks(files)
    return caught.value.problems


def spoiled(files, old, new, name=CHAN_SEND):
    assert old in files[name]
    return files | {name: files[name].replace(old, new, 1)}


def line_of(files, text, name=CHAN_SEND):
    return next(number for number, line in enumerate(files[name].splitlines(), 1) if text in line)


def test_the_set_loads_in_order_of_id_with_what_it_shares(files):
    playbooks = load_playbooks(files)
    ids = [playbook.id for playbook in playbooks.playbooks]
    assert ids == sorted(ids)
    assert len(playbooks.idle.entries) == 2
    assert playbooks.calibration.supports == DEFAULT_CALIBRATION.supports
    chan_send = playbooks.by_id("goroutine/chan-send")
    assert [signal.id for signal in chan_send.signals] == ["growing", "waiting-long", "many", "dominates", "proved"]


def test_a_shared_signal_is_overridden_key_by_key(files):
    playbook = load_playbooks(files).by_id("goroutine/chan-send")
    dominates = next(signal for signal in playbook.signals if signal.id == "dominates")
    assert dominates.supports == "weak"
    assert dominates.family == "volume"


def test_an_opposing_override_pushes_the_support_out(files):
    changed = spoiled(files, "{use: dominates, supports: weak}", "{use: growing, id: against, opposes: weak}")
    playbook = load_playbooks(changed).by_id("goroutine/chan-send")
    against = next(signal for signal in playbook.signals if signal.id == "against")
    assert (against.supports, against.opposes, against.absence_opposes) == (None, "weak", "none")


def test_frame_lists_and_units_are_resolved(files):
    playbooks = load_playbooks(files)
    body = next(s for s in playbooks.by_id("resource/http-body").signals if s.id == "bodies-being-read")
    (condition,) = body.where
    (test,) = condition.tests
    assert isinstance(test, StackTest)
    assert [glob.pattern for glob in test.pattern.contains_any] == [
        "net/http.(*bodyEOFSignal).Read",
        "net/http.(*persistConn).roundTrip",
    ]
    (rule,) = playbooks.by_id("cache/unbounded-map").rule_out
    assert rule.where[0].tests == (NumberTest(feature="uptime", at_least=None, at_most=3.0),)


def test_all_mistakes_of_all_files_come_at_once_with_their_places(files):
    changed = spoiled(files, "severity: high", "severity: dire")
    changed = spoiled(changed, "{use: many}", "{use: mayn}", "goroutine/select.yaml")
    changed = spoiled(changed, "at_most: 1, per: process", "at_most: none", "_idle.yaml")
    found = mistakes(changed)
    assert len(found) == 3
    assert found[0].startswith("_idle.yaml:3:")
    assert (
        found[1]
        == f"{CHAN_SEND}:{line_of(changed, 'severity')}:1: severity: Must be one of: low, medium, high, critical."
    )
    assert "goroutine/select.yaml:" in found[2]
    assert "no shared signal 'mayn'" in found[2]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("severity: high", "severity: high\nseverty: low", "severty: there is no such key here."),
        ("{use: dominates, supports: weak}", "{use: dominates, id: proved}", "'proved' is written twice"),
        ("where: {unreachable: true}", "where: {unreachabel: true}", "did you mean 'unreachable'?"),
        ("where: {unreachable: true}", "where: {unreachable: [true]}", "expected true or false"),
        ("where: {unreachable: true}", "measure: waits", "goroutine_group has no measure 'waits'"),
        ("where: {unreachable: true}", "measure: count", "a measure needs a grade"),
        ("where: {unreachable: true}", "measure: wait\n    grade: {zero_at: 1, full_at: 30m}", "1 lacks a unit"),
        ("where: {unreachable: true}", "measure: count\n    grade: {zero_at: 5, full_at: 5}", "the same"),
        ("where: {unreachable: true}", "where: {wait: {at_least: 3 parsecs}}", "'3 parsecs' is no quantity"),
        ("where: {unreachable: true}", "where: {wait: {at_least: 3m, at_most: 2m}}", "nothing fits"),
        ("where: {unreachable: true}", "where: {stack: {contains: ['@nobody']}}", "no frame list @nobody"),
        ("where: {unreachable: true}", "where: {stack: {contains: ['a*b*c*d*e*f']}}", "more than 4 wildcards"),
        ("where: {unreachable: true}", "measure: count_ratio\n    grade: {zero_at: 0, full_at: 1}", "needs over"),
        ("    supports: decisive", "    absence_opposes: weak", "give either supports or opposes"),
        ("    supports: decisive", "    supports: decisive\n    absence_says: not so", "never said without"),
        ("    supports: decisive", "    opposes: weak\n    absence_says: not so", "belongs to a signal that supports"),
        ("requires_any: [growing", "requires_any: [glowing", "no signal 'glowing'"),
        ("known_idle: true}", "known_idle: true, over: process}", "stands alone"),
        ("{frame: created_by}", "{from: process, frame: leaf}", "the process has no frames"),
        ("{frame: created_by}", "{frame: created_by, alone: true}", "alone speaks of the rows that from takes"),
        ("status: stable", "status: stable\nspecialises: goroutine/nobody", "no playbook 'goroutine/nobody'"),
        ("status: stable", "status: stable\nspecialises: goroutine/chan-send", "leads back to this playbook"),
        ("category: goroutine", "category: heap", "the id goroutine/chan-send says goroutine"),
        ("id: goroutine/chan-send", "id: goroutine/chan-sent", "belongs in goroutine/chan-sent.yaml"),
        ("evidence: goroutine_dump", "evidence: goroutine_dmup", "_evidence.yaml has no 'goroutine_dmup'"),
        ("expect: nothing", "expect: {}", "expected the word nothing"),
        ("at: 10m", "at: 10", "10 lacks a unit"),
        ("steps: [", "steps: [{when_culprit: 'yes', do: it}, ", "Not a valid boolean."),
        ("steps: [", "steps: [{on: goroutine_group, do: it}, ", "belongs to a step with where"),
        ("steps: [", "steps: [{where: {stat: select}, do: it}, ", "did you mean 'state'?"),
        ("steps: [", "steps: [{when_culprit: true}, ", "Missing data"),
        ("supports: decisive", "supports: weak\nprevalence: common", "written twice"),
        ("[goroutine_dump, goroutine_profile]\n", "[goroutine_dump]\n  go: {at_least: 1.20}\n", "in quotes"),
    ],
)
def test_a_mistake_is_told_in_words_at_its_line(files, old, new, told):
    changed = spoiled(files, old, new)
    found = [problem for problem in mistakes(changed) if told in problem]
    assert len(found) == 1
    file, line, column, _ = found[0].split(":", 3)
    assert file == CHAN_SEND
    assert int(column) >= 1
    # A mistake in what is not written at all is placed at the block that should hold it, a few lines above.
    assert -4 <= int(line) - line_of(files, old.strip().splitlines()[0]) <= 2


def test_a_pair_is_of_evidence_that_there_is(files):
    title = "title: a heap profile"
    found = mistakes(spoiled(files, title, f"{title}\n    pair_of: heap_profiles", "_evidence.yaml"))
    assert len(found) == 1
    assert found[0].endswith("heap_profile.pair_of: there is no 'heap_profiles'")


def test_titles_may_not_repeat(files):
    title = next(line for line in files["goroutine/select.yaml"].splitlines() if line.startswith("title:"))
    own = next(line for line in files[CHAN_SEND].splitlines() if line.startswith("title:"))
    found = mistakes(spoiled(files, own, title))
    assert len(found) == 1
    assert "title: is already that of goroutine/chan-send.yaml" in found[0]


def test_a_missing_parent_is_not_reported_while_its_file_cannot_be_read(files):
    found = mistakes(spoiled(files, "severity: high", "severity: dire", "goroutine/select.yaml"))
    assert len(found) == 1


def test_weak_signals_and_required_evidence_are_weighed(files):
    strong_words = spoiled(files, "weak: 2, moderate: 5", "weak: 9, moderate: 9", "_calibration.yaml")
    assert any("weak, yet reaches 0.5 alone" in problem for problem in mistakes(strong_words))
    only_weak = spoiled(files, "requires_any: [growing, many, waiting-long, proved]", "requires_any: [dominates]")
    assert any("the required signals together reach" in problem for problem in mistakes(only_weak))


def test_a_calibration_keeps_its_words_in_order(files):
    fallen = spoiled(
        files, "moderate: 5, strong: 15, decisive", "moderate: 50, strong: 15, decisive", "_calibration.yaml"
    )
    assert any("must not fall" in problem for problem in mistakes(fallen))
    falling = files | {"_calibration.yaml": files["_calibration.yaml"] + "final: [[0.2, 0.5], [0.6, 0.4]]\n"}
    assert any("must rise" in problem for problem in mistakes(falling))


def test_an_unknown_shared_file_is_a_mistake(files):
    assert any("no shared file" in problem for problem in mistakes(files | {"_extra.yaml": "schema: 1\n"}))


def test_missing_tests_are_told_apart_from_mistakes(files):
    incomplete = load_playbooks(files).incomplete
    one_sided = [one for one in incomplete if "no test expects" in one]
    assert len(one_sided) == 2
    assert all(one.startswith("cache/unbounded-map.yaml:") for one in one_sided)


def test_a_playbook_tested_on_sketches_alone_is_named(files):
    found = [one for one in load_playbooks(files).incomplete if one.startswith("goroutine/chan-send.yaml:")]
    assert [one.split("tests: ")[1] for one in found] == [
        "no test that expects a find has a captured fixture (file:)",
        "no test that expects nothing has a captured fixture (file:)",
    ]


def test_the_digest_follows_the_text_and_nothing_else(files):
    one = load_playbooks(files)
    again = load_playbooks(dict(reversed(files.items())))
    assert one == again
    changed = load_playbooks(files | {CHAN_SEND: files[CHAN_SEND] + "\n"})
    assert changed.digest != one.digest
    assert changed.by_id("goroutine/chan-send").revision_label != one.by_id("goroutine/chan-send").revision_label
    assert changed.by_id("goroutine/select").revision_label == one.by_id("goroutine/select").revision_label
