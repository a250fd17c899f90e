import pytest

from leakbook.diagnosis.observe import Observer, graded
from leakbook.diagnosis.scene import Scene
from leakbook.playbook.model import Grade, Signal
from leakbook.playbook.where import Condition, FlagTest, NumberTest, StackTest, WordTest
from leakbook.rows.stack_match import compile_stack_pattern
from tests.leakbook.diagnosis.rows_by_hand import group, rows, site


def signal(**given):
    blank = {
        "id": "s", "says": "S", "where": (), "on": None, "over": None, "absent": False, "measure": None, "grade": None,
        "family": None, "supports": "strong", "opposes": None, "absence_opposes": "none",
    }  # fmt: skip
    return Signal(**(blank | given))


def where(*tests):
    return (Condition(tests=tests),)


def linear(zero_at, full_at):
    return Grade(zero_at=zero_at, full_at=full_at, logarithmic=False)


def log(zero_at, full_at):
    return Grade(zero_at=zero_at, full_at=full_at, logarithmic=True)


@pytest.mark.parametrize(
    ("value", "grade", "expected"),
    [
        (0, linear(0, 10), 0.0),
        (5, linear(0, 10), 0.5),
        (99, linear(0, 10), 1.0),
        (0.3, linear(0.8, 0.3), 1.0),
        (0.8, linear(0.8, 0.3), 0.0),
        (30, log(3, 300), 0.5),
        (1, log(3, 300), 0.0),
        (0, log(0, 10), 0.0),
        (-4, log(0, 10), 0.0),
        (10, log(0, 10), 1.0),
    ],
)
def test_a_measure_becomes_a_degree(value, grade, expected):
    assert graded(value, grade) == pytest.approx(expected)


def test_a_log_scale_from_zero_has_the_same_shape_in_every_unit():
    assert graded(1, log(0, 10)) == pytest.approx(graded(2**20, log(0, 10 * 2**20)))
    assert 0.4 < graded(1, log(0, 10)) < 0.6


def observe(one, subject_row, *others, **process):
    scene = Scene(rows(subject_row, *others, **process))
    view, observer = scene.views("goroutine_group")[0], Observer(scene)
    (degree,) = observer.degrees(one, (view,))
    return observer.seen(one, view, degree)


def test_what_is_not_measured_is_neither_present_nor_absent():
    assert observe(signal(measure="count", grade=linear(0, 10)), group("shop.f")).degree is None
    assert observe(signal(where=where(FlagTest(feature="unreachable", value=True))), group("shop.f")).degree is None


def test_a_field_that_refutes_settles_it_though_another_is_unknown():
    both = where(WordTest(feature="state", allowed=("select",)), FlagTest(feature="unreachable", value=True))
    assert observe(signal(where=both), group("shop.f", state="chan send")).degree == 0.0
    assert observe(signal(where=both), group("shop.f", state="select")).degree is None
    assert observe(signal(where=both), group("shop.f", state="select", unreachable=True)).degree == 1.0


def test_one_of_several_alternatives_is_enough():
    either = (
        *where(NumberTest(feature="count", at_least=5, at_most=None)),
        *where(FlagTest(feature="holds_lock", value=True)),
    )
    assert observe(signal(where=either), group("shop.f", count=9)).degree == 1.0
    assert observe(signal(where=either), group("shop.f", count=2)).degree is None
    assert observe(signal(where=either), group("shop.f", count=2, holds_lock=False)).degree == 0.0


READERS = where(StackTest(feature="stack", pattern=compile_stack_pattern(contains=("shop.read",))))


def test_a_ratio_looks_at_other_rows_and_zero_is_not_unknown():
    ratio = signal(over="goroutine_group", where=READERS, measure="count_ratio", grade=linear(0, 1))
    subject = group("shop.loop", count=100)
    assert observe(ratio, subject, group("shop.read", count=50)).degree == pytest.approx(0.5)
    assert observe(ratio, subject, group("shop.other", count=50)).degree == 0.0
    assert observe(ratio, group("shop.loop"), group("shop.read", count=50)).degree is None


def test_the_candidate_itself_is_no_other_row():
    ratio = signal(over="goroutine_group", where=READERS, measure="count_ratio", grade=linear(0, 1))
    assert observe(ratio, group("shop.read", count=100)).degree == 0.0


def test_an_excerpt_cannot_show_that_something_is_missing():
    exists = signal(over="goroutine_group", where=READERS)
    absent = signal(over="goroutine_group", where=READERS, absent=True)
    assert observe(exists, group("shop.loop", part=True)).degree is None
    assert observe(absent, group("shop.loop", part=True)).degree is None
    assert observe(exists, group("shop.loop")).degree == 0.0
    assert observe(absent, group("shop.loop")).degree == 1.0
    assert observe(absent, group("shop.loop", part=True), group("shop.read")).degree == 0.0


def test_rows_of_a_kind_that_nobody_sent_are_not_measured():
    sites = signal(over="heap_site", where=where(FlagTest(feature="map_insert", value=True)))
    assert observe(sites, group("shop.f")).degree is None
    assert observe(sites, group("shop.f"), has_heap_sites=True).degree == 0.0


def test_the_process_is_looked_at_from_any_candidate():
    climbs = signal(over="process", measure="live_heap_trend", grade=linear(0, 1))
    assert observe(climbs, group("shop.f"), live_heap_trend=0.5).degree == pytest.approx(0.5)
    assert observe(climbs, group("shop.f")).degree is None


def test_the_figure_is_said_with_its_unit():
    seen = observe(signal(measure="growth_per_minute", grade=linear(0, 10)), group("shop.f", growth_per_minute=34.2))
    assert seen.observed == "34 per minute"
    assert seen.evidence == ("dump",)


def test_the_figure_is_of_what_the_sentence_says_where_less_of_a_part_says_more():
    others = signal(says="Others stand there than before", measure="stayed", grade=linear(0.95, 0.6))
    assert observe(others, group("shop.f", stayed=0.7)).observed == "30 %"
    kept = signal(says="The same stand there", measure="stayed", grade=linear(0.6, 0.95))
    assert observe(kept, group("shop.f", stayed=0.7)).observed == "70 %"


def test_each_figure_of_a_condition_is_said_with_what_it_is():
    few = where(*(NumberTest(feature=name, at_least=None, at_most=4) for name in ("count", "orphaned")))
    seen = observe(signal(where=few), group("shop.f", count=1, orphaned=0.33))
    assert seen.observed == "goroutines: 1, starters gone: 33 %"


def test_a_word_of_go_s_is_told_and_one_of_ours_is_not():
    waits = where(WordTest(feature="state", allowed=("chan send",), forbidden=()))
    assert observe(signal(where=waits), group("shop.f", state="chan send")).observed == "chan send"
    served = signal(where=where(WordTest(feature="resource", allowed=("http_server",), forbidden=())))
    scene = Scene(rows(site("shop.f", resource="http_server")))
    (kept,) = scene.views("heap_site")
    assert Observer(scene).seen(served, kept, 1.0).observed is None
