import sys

import pytest

from leakbook.rows.goroutines.groups import goroutine_group_rows
from leakbook.rows.idle import NO_IDLE_KNOWLEDGE, IdleEntry, IdleKnowledge, Per
from leakbook.rows.main_modules import main_modules
from leakbook.rows.stack_match import compile_stack_pattern

from .captured import captured, dump, goroutine, written


def rows_of(captures, idle=NO_IDLE_KNOWLEDGE):
    return goroutine_group_rows(captures, main_modules(captures), idle)


def by_leaf(captures, leaf):
    return next(row for row in rows_of(captures) if row.stack and row.stack[0] == leaf)


def senders(numbers, state="chan send", creator="shop.Publish in 1:9"):
    return [goroutine(n, state, "shop.Publish.func1():12", creator=creator) for n in numbers]


def steps_of(count):
    """Python functions entered and generators resumed while the rows of so many distinct stacks are worked out."""
    captures = written("\n".join(goroutine(n + 2, "chan send", f"shop.f{n}():1") for n in range(count)))
    steps = 0

    def step(_frame, event, _argument):
        nonlocal steps
        steps += event == "call"

    sys.setprofile(step)
    try:
        rows_of(captures)
    finally:
        sys.setprofile(None)
    return steps


def test_the_work_grows_with_the_stacks_and_not_with_their_square():
    assert steps_of(1200) < 5 * steps_of(300)


def test_a_weak_leak_among_hundreds_of_healthy_goroutines_stands_out():
    captures = captured("importer-0.txt.gz", "importer-1.txt.gz", "importer-2.txt.gz", minutes=0.6)
    leak, *others = sorted(rows_of(captures), key=lambda row: -(row.growth_certainty or 0))
    assert leak.stack == ("github.com/northwind-io/importer/internal/rows.(*Reader).scan",)
    assert leak.growth_certainty > 0.99
    assert leak.stayed == 1.0
    assert leak.levels_off < 0.5
    assert all(row.growth_certainty < 0.9 for row in others)


def test_a_group_that_only_the_last_capture_has_has_grown_by_all_its_members():
    (row,) = [r for r in rows_of(written(dump([]), dump(senders(range(50, 60))))) if r.state == "chan send"]
    assert (row.count, row.growth, row.growth_per_minute) == (10, 10, 10.0)
    assert row.growth_certainty > 0.99


def test_goroutines_that_come_and_go_have_not_grown_for_certain():
    before, after = dump(senders(range(100, 130))), dump(senders(range(200, 236)))
    (row,) = [r for r in rows_of(written(before, after)) if r.state == "chan send"]
    assert row.growth == 6
    assert row.stayed == 0.0
    assert row.growth_certainty < 0.3


def test_gains_on_top_of_members_that_all_stay_are_certain_though_few():
    before, after = dump(senders(range(100, 130))), dump(senders(range(100, 140)))
    (row,) = [r for r in rows_of(written(before, after)) if r.state == "chan send"]
    assert row.stayed == 1.0
    assert row.growth_certainty > 0.95


def test_a_group_that_has_ended_has_no_row():
    rows = rows_of(written(dump(senders(range(10, 15))), dump([])))
    assert {row.state for row in rows} == {"sleep", "running"}


def test_two_views_of_one_moment_are_no_growth():
    captures = captured("router.txt.gz", "router.pb.gz", minutes=0)
    rows = rows_of(captures)
    assert all(row.growth is None for row in rows)
    assert {name for row in rows for name in row.evidence} == {"router.txt.gz"}


def test_one_dump_posted_twice_is_one_moment():
    text = dump(senders(range(5)))
    assert all(row.growth is None for row in rows_of(written(text, text, minutes=None)))


def test_excerpts_of_different_stacks_without_times_are_parts_of_one_moment():
    one = goroutine(84, "chan send", "shop.(*Series).Send(0xc000708360):141")
    other = goroutine(84, "chan send", "shop.respond(...):198")
    rows = rows_of(written(one, other, minutes=None))
    assert [row.count for row in rows] == [1, 1]
    assert all(row.excerpt and row.growth is None and row.share is None for row in rows)


def test_a_whole_dump_is_no_excerpt():
    assert not any(row.excerpt for row in rows_of(written(dump([]))))


def test_a_pile_up_has_all_ages_and_a_pool_one():
    pile = [goroutine(100 + i * 50, f"chan send, {i + 2} minutes", "shop.Publish.func1():12") for i in range(40)]
    pool = [goroutine(20 + i, "select, 42 minutes", "shop.(*Pool).work(0xc000100000):7") for i in range(40)]
    rows = {row.state: row for row in rows_of(written(dump([*pile, *pool])))}
    assert rows["chan send"].age_spread > 0.7
    assert rows["select"].age_spread == 0.0
    assert rows["chan send"].birth_spread > 0.9
    assert rows["select"].birth_spread < 0.1
    assert rows["chan send"].born_apart == 1.0
    assert rows["select"].born_apart == 0.0
    assert rows["chan send"].wait == 41.0


@pytest.mark.parametrize(("fresh", "expected"), [(17, None), (6, 0.0)])
def test_that_a_few_print_the_same_minute_is_no_one_age_of_a_group_most_of_which_is_younger(fresh, expected):
    waits = [*["chan receive"] * fresh, *["chan receive, 1 minutes"] * 12, "chan receive, 2 minutes"]
    text = dump([goroutine(100 + i * 40, state, "shop.join():17") for i, state in enumerate(waits)])
    assert by_leaf(written(text), "shop.join").age_spread == expected


def test_what_a_start_up_starts_was_not_started_all_along_though_a_few_of_it_came_first():
    """The process has hardly started anything since: its start-up fills nearly all numbers."""
    early, burst = range(26, 33), range(423, 470)
    duties = [goroutine(n, "select", "shop.duty(0xc000100000):51", creator="shop.Stand in 114:39") for n in early]
    duties += [goroutine(n, "select", "shop.duty(0xc000100000):51", creator="shop.Stand in 120:39") for n in burst]
    others = [goroutine(n, "chan receive", "shop.hand(0xc000200000):7") for n in (*range(40, 420), 560)]
    assert by_leaf(written(dump([*duties, *others])), "shop.duty").birth_spread < 0.2
    spread = [goroutine(n, "select", "shop.duty(0xc000100000):51") for n in range(9, 540, 9)]
    assert by_leaf(written(dump(spread)), "shop.duty").birth_spread > 0.97, "either part of it is as wide as all"


_LATE = [*range(1000, 185000, 23000), *range(185000, 199000, 440)]
"""A fifth of them over most of the process's life, the rest since its traffic has grown."""


@pytest.mark.parametrize("numbers", [[*range(1000, 200000, 10000), *range(100000, 100060, 2)], _LATE])
def test_neither_a_burst_in_a_steady_stream_nor_a_quickened_one_is_a_burst_with_a_few_before(numbers):
    joined = [goroutine(n, "chan receive, 9 minutes", "shop.join():17") for n in sorted(numbers)]
    text = dump([*joined, goroutine(200000, "running", "shop.look():3")])
    assert by_leaf(written(text), "shop.join").birth_spread > 0.5


def test_a_small_pool_started_among_work_that_ended_was_not_left_behind_though_one_was_restarted():
    pool = [goroutine(number, "select", "shop.(*Loop).run(0xc000100000):64") for number in (*range(682, 697, 2), 9000)]
    left = [goroutine(700 + i * 900, "chan send", "shop.Publish.func1():12") for i in range(8)]
    rows = {row.state: row for row in rows_of(written(dump([*pool, *left])))}
    assert rows["select"].born_apart < 0.2
    assert rows["chan send"].born_apart == 1.0


def test_a_fan_out_under_way_has_its_creator_waiting_in_the_function_that_started_it():
    waiting = goroutine(5, "sync.WaitGroup.Wait", "shop.FanOut(0x18):40", creator="main.main in 1:8")
    children = senders(range(10, 20), creator="shop.FanOut in 5:30")
    assert "created by shop.FanOut in goroutine 5" in children[0]
    orphans = [goroutine(n, "select", "shop.Leave.func1():3", creator="shop.Leave in 77:1") for n in range(30, 40)]
    rows = {row.state: row for row in rows_of(written(dump([waiting, *children, *orphans])))}
    assert rows["chan send"].creator_returned == 0.0
    assert rows["select"].creator_returned == 1.0


def test_a_library_group_is_tied_to_the_living_goroutine_that_started_it():
    opener = goroutine(
        9, "select", "database/sql.(*DB).connectionOpener(0xc000100000):1240", creator="database/sql.OpenDB in 4:833"
    )
    caller = goroutine(4, "select", "shop/report.Run(0xc000200000):12")
    (row,) = [r for r in rows_of(written(dump([opener, caller]))) if r.created_by == "database/sql.OpenDB"]
    assert row.in_library_only
    assert row.spawned_in.function == "shop/report.Run"


@pytest.mark.parametrize(("creator", "expected"), [("shop.enter in 5:30", True), ("shop.accept:30", True)])
def test_who_was_started_by_a_goroutine_that_accepts_serves_a_connection(creator, expected):
    acceptor = goroutine(
        5, "IO wait", "net.(*TCPListener).Accept(0xc0):1", "shop.accept():9", creator="main.main in 1:8"
    )
    reader = goroutine(9, "IO wait", "net.(*netFD).Read(0xc0):1", "shop.read(0x18):40", creator=creator)
    assert by_leaf(written(dump([acceptor, reader])), "net.(*netFD).Read").accepted is expected


def test_who_was_started_by_another_goroutine_dialled_or_does_other_work():
    acceptor = goroutine(
        5, "IO wait", "net.(*TCPListener).Accept(0xc0):1", "shop.accept():9", creator="main.main in 1:8"
    )
    reader = goroutine(9, "IO wait", "net.(*netFD).Read(0xc0):1", "shop.read(0x18):40", creator="shop.accept in 1:30")
    assert by_leaf(written(dump([acceptor, reader])), "net.(*netFD).Read").accepted is False
    alone = goroutine(9, "IO wait", "net.(*netFD).Read(0xc0):1", "shop.read(0x18):40", creator="shop.accept:30")
    assert by_leaf(written(alone), "net.(*netFD).Read").accepted is None


OPENER = IdleEntry(
    id="sql-opener",
    states=("select",),
    stack=compile_stack_pattern(leaf="database/sql.(*DB).connectionOpener"),
    at_most=1,
    per=Per.POOL,
)


def connection_openers(count):
    call = "database/sql.(*DB).connectionOpener(0xc0):1"
    return [goroutine(10 + i, "select", call, creator="database/sql.OpenDB:833") for i in range(count)]


@pytest.mark.parametrize(("openers", "is_idle"), [(1, True), (8, True), (9, False)])
def test_a_known_resident_is_excused_only_in_its_usual_number(openers, is_idle):
    rows = rows_of(written(dump(connection_openers(openers))), IdleKnowledge(entries=(OPENER,)))
    assert [row.known_idle for row in rows if row.state == "select"] == [is_idle]


def test_a_known_resident_that_grows_is_not_excused():
    rows = rows_of(written(dump(connection_openers(1)), dump(connection_openers(6))), IdleKnowledge(entries=(OPENER,)))
    assert [row.known_idle for row in rows if row.state == "select"] == [False]


@pytest.mark.parametrize(("openers", "times"), [(4, 0.5), (24, 3.0)])
def test_residents_of_a_pool_are_counted_against_their_usual_number(openers, times):
    rows = rows_of(written(dump(connection_openers(openers))), IdleKnowledge(entries=(OPENER,)))
    assert [(row.library_instance, row.times_usual) for row in rows if row.state == "select"] == [(True, times)]


def test_other_goroutines_belong_to_no_client_of_a_library():
    call = "shop.work(0x1):3"
    rows = rows_of(written(dump([goroutine(10, "select", call)])), IdleKnowledge(entries=(OPENER,)))
    assert [(row.library_instance, row.times_usual) for row in rows if row.state == "select"] == [(False, None)]


def test_running_members_of_the_same_family_tell_busy_workers_from_stuck_ones():
    busy = [goroutine(10 + i, "runnable", "shop.parse(0x1):3", "shop.(*Pool).work(0xc000100000):7") for i in range(6)]
    idle = [goroutine(30 + i, "chan receive", "shop.(*Pool).work(0xc000100000):9") for i in range(2)]
    row = by_leaf(written(dump([*busy, *idle])), "shop.(*Pool).work")
    assert row.running_share == 0.75
    assert row.family_share == 0.25


def test_the_same_captures_give_the_same_rows():
    captures = captured("importer-0.txt.gz", "importer-2.txt.gz")
    assert rows_of(captures) == rows_of(captures)


def served(outermost, line):
    """Readers of connections as a signal's dump prints them; the accepting loop starts each at line 31."""
    read = ("internal/poll.(*FD).Read(0x1):164", "shop/lines.(*line).read(0x2):42", f"{outermost}:{line}")
    return [goroutine(n, "IO wait", *read, creator="shop/lines.Accept:31") for n in range(20, 60)]


@pytest.mark.parametrize(
    ("outermost", "line", "inside"),
    [
        ("shop/lines.Accept.func1()", 31, False),
        ("shop/lines.Accept.func1()", 33, True),  # a closure that was written as one
        ("shop/lines.serve()", 31, True),
    ],
)
def test_the_compilers_wrapper_of_a_go_statement_calls_nothing(outermost, line, inside):
    row = by_leaf(written(dump(served(outermost, line))), "internal/poll.(*FD).Read")
    assert row.inside_call is inside
