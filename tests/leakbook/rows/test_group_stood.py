"""Those who have stood at a lock for long are not told that its holder will finish."""

from leakbook.rows import build_rows
from leakbook.rows.goroutines.group_ages import members_of
from leakbook.rows.goroutines.group_stood import stood

from .captured import dump, goroutine, mutex, written
from .test_wait_for import rows_by_leaf

LOCK = 0xC000100008
ASK = "shop/plan.(*Plan).Ask"
STEP = "shop/plan.(*Plan).step"


def askers(wait=""):
    return [goroutine(n, f"sync.Mutex.Lock{wait}", *mutex(LOCK), f"{ASK}(0xc000100000):40") for n in range(100, 130)]


def sleeper(*calls):
    return goroutine(20, "sleep", "time.Sleep(0x3b9aca00):338", *calls, creator="main.main in 1:9")


HOLDER = sleeper(f"{STEP}(0xc000100000):38", "shop/plan.Run(0x3):22")


def asked(*texts, minutes=180.0):
    return rows_by_leaf(written(*texts, minutes=minutes))[ASK]


def test_a_wait_that_is_not_printed_is_not_measured_and_the_holder_finishes():
    row = asked(dump([HOLDER, *askers()]))
    assert (row.stood, row.wait_median, row.holder_finishes) == (None, None, True)


def test_minutes_at_a_lock_are_contention_up_to_ten():
    assert asked(dump([HOLDER, *askers(", 9 minutes")])).holder_finishes
    row = asked(dump([HOLDER, *askers(", 10 minutes")]))
    assert (row.stood, row.holder_finishes) == (10.0, False)


def test_the_same_goroutines_hours_later_have_stood_there_since():
    first, last = dump([HOLDER, *askers()]), dump([HOLDER, *askers(), goroutine(900, "select", "shop.idle():3")])
    row = asked(first, last)
    assert (row.stood, row.holder_finishes) == (180.0, False)
    assert asked(first, last, minutes=2.0).holder_finishes


def test_the_same_goroutines_were_served_in_between_if_others_print_waits_and_they_do_not():
    old = goroutine(900, "select, 170 minutes", "shop.idle():3")
    row = asked(dump([HOLDER, *askers()]), dump([HOLDER, *askers(), old]))
    assert (row.none_waits_minutes, row.stood, row.holder_finishes) == (True, None, True)


def test_half_must_have_waited_for_a_wait_to_count():
    few = [*askers()[:20], *askers(", 90 minutes")[20:]]
    groups = [group for group in written(dump(few))[0].reading.content.groups if group.frames]
    at_lock = [group for group in groups if group.state == "sync.Mutex.Lock"]
    assert stood(members_of(at_lock), stayed=None, watched=None, only_young=False) is None
    assert asked(dump([HOLDER, *few])).holder_finishes


def test_who_sleeps_inside_is_told_how_long_others_have_waited():
    rows = build_rows(written(dump([HOLDER, *askers(", 180 minutes")]))).goroutine_groups
    by_function = {name: row for row in rows for name in row.stack}
    assert (by_function[STEP].holds_lock, by_function[STEP].lock_waited) == (True, 180)
    assert by_function[ASK].is_victim


def test_a_loop_asleep_between_rounds_has_kept_nobody_waiting_for_an_hour():
    loop = sleeper("shop/plan.(*Plan).Watch(0xc000100000):22")
    assert asked(dump([loop, *askers(", 5 minutes")])).is_victim
    assert not asked(dump([loop, *askers(", 180 minutes")])).is_victim


def test_an_hour_of_waiting_disproves_that_what_it_waits_for_will_go_on():
    def picture(wait):
        holder = goroutine(
            20,
            f"sync.WaitGroup.Wait{wait}",
            "sync.(*WaitGroup).Wait(0xc000200000):118",
            f"{STEP}(0xc000100000):38",
            "shop/plan.(*Plan).Run(0xc000100000):22",
            creator="main.main in 1:9",
        )
        child = goroutine(31, "sleep", "time.Sleep(0x3b9aca00):338", f"{STEP}.func1():35", creator=f"{STEP} in 20:33")
        return rows_by_leaf(written(dump([holder, child, *askers(wait)])))[STEP]

    assert picture(", 30 minutes").awaits_living
    assert not picture(", 60 minutes").awaits_living
