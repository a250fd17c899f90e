from dataclasses import replace

from leakbook.trial.run import missing_fixtures, run_tests


def test_the_tests_of_the_set_pass_through_the_real_readers(playbooks):
    outcomes = list(run_tests(playbooks, {}))
    assert len(outcomes) == 8
    assert [failure.wrong for failure in outcomes if failure] == []


def only(playbooks, playbook, **changed):
    """The set with the tests of one playbook, the first of them changed."""
    own = playbooks.by_id(playbook)
    test = replace(own.tests[0], **changed)
    others = [replace(other, tests=()) for other in playbooks.playbooks if other.id != playbook]
    return replace(playbooks, playbooks=(*others, replace(own, tests=(test,))))


def test_a_wrong_expectation_fails_and_shows_what_came_instead(playbooks):
    own = playbooks.by_id("goroutine/chan-send")
    wrong = replace(own.tests[0].expect, culprit="shop.other", confidence_at_most=0.2)
    (failure,) = run_tests(only(playbooks, own.id, expect=wrong), {})
    lines = list(failure.lines())
    assert lines[0] == "FAILED goroutine/chan-send: senders left behind by a timeout"
    assert lines[3:5] == ["  - culprit shop.other", "  + culprit shop/orders.(*Notifier).Publish.func1"]
    assert lines[5] == "  - confidence at most 0.20"
    assert lines[6].startswith("  + confidence 0.9")
    assert any(line.startswith("  score of goroutine/chan-send 0.9") for line in lines)
    assert any(line.split()[:2] == ["×15", "growing"] for line in lines)  # noqa: RUF001 - sign of arithmetic


def test_a_playbook_that_is_not_found_is_said_with_the_reason(playbooks):
    own = playbooks.by_id("goroutine/select")
    wrong = replace(own.tests[1].expect, nothing=False, rank=1)
    (failure,) = run_tests(only(playbooks, own.id, given=own.tests[1].given, expect=wrong), {})
    assert str(failure.wrong[0]) == "expected goroutine/select, got no diagnosis at all"
    assert any(line.startswith("  goroutine/select: set aside: ") for line in failure.lines())


def test_nothing_expected_fails_when_something_is_found(playbooks):
    own = playbooks.by_id("goroutine/chan-send")
    nothing = replace(own.tests[1].expect, nothing=True)
    (failure,) = run_tests(only(playbooks, own.id, expect=nothing), {})
    assert str(failure.wrong[0]).startswith("expected nothing, got goroutine/chan-send 0.9")


def test_a_fixture_that_does_not_exist_fails(playbooks):
    given = tuple(
        replace(one, sketch=(), file="nowhere.txt") for one in playbooks.by_id("goroutine/select").tests[0].given
    )
    changed = only(playbooks, "goroutine/select", given=given)
    (failure,) = run_tests(changed, {})
    assert "there is no fixture nowhere.txt" in failure.wrong[0].got
    assert len(missing_fixtures(changed, {})) == 2


def test_a_healthy_fixture_that_alarms_any_playbook_fails(playbooks):
    from leakbook.trial.sketch import render

    line = "{} x [chan send] shop.f.func1 by shop.f in *"
    files = {f"healthy/{count}.txt": render([line.format(count)]).encode() for count in (30, 400)}
    own = playbooks.by_id("goroutine/select")
    given = tuple(
        replace(own.tests[0].given[0], sketch=(), file=name, at_minutes=at)
        for name, at in (("healthy/30.txt", 0.0), ("healthy/400.txt", 10.0))
    )
    changed = only(playbooks, own.id, given=given, expect=replace(own.tests[1].expect, nothing=True))
    (failure,) = run_tests(changed, files)
    assert failure.wrong[0].expected == "no leak from 0.50 in a healthy fixture"
    assert failure.wrong[0].got.startswith("goroutine/chan-send 0.9")
