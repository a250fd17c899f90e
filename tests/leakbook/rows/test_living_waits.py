from .captured import dump, goroutine, mutex, written
from .test_wait_for import rows_by_leaf

LOCK = 0xC000100008


def askers(numbers):
    return [goroutine(n, "sync.Mutex.Lock", *mutex(LOCK), "shop/plan.(*Plan).Ask(0xc000100000):40") for n in numbers]


def step(worker_state):
    """A holder in WaitGroup.Wait, and its three workers."""
    holder = goroutine(
        20,
        "sync.WaitGroup.Wait",
        "sync.runtime_SemacquireWaitGroup(0xc000200000):110",
        "sync.(*WaitGroup).Wait(0xc000200000):118",
        "shop/plan.(*Plan).step(0xc000100000):38",
        "shop/plan.(*Plan).Run(0xc000100000):22",
        creator="main.main in 1:9",
    )
    leaf = {"sleep": "time.Sleep(0x3b9aca00):338", "chan send": "shop/plan.report(0xc000300000):50"}[worker_state]
    workers = [
        goroutine(n, worker_state, leaf, "shop/plan.(*Plan).step.func1():35", creator="shop/plan.(*Plan).step in 20:33")
        for n in range(30, 33)
    ]
    return [holder, *workers]


def test_a_holder_whose_workers_sleep_will_go_on_and_so_will_its_queue():
    rows = rows_by_leaf(written(dump([*step("sleep"), *askers(range(40, 50))])))
    holder, queue = rows["shop/plan.(*Plan).step"], rows["shop/plan.(*Plan).Ask"]
    assert (holder.holds_lock, holder.awaits_living) == (True, True)
    assert (queue.holds_lock, queue.awaits_living) == (False, True)


def test_a_holder_whose_workers_are_stuck_will_not():
    rows = rows_by_leaf(written(dump([*step("chan send"), *askers(range(40, 50))])))
    assert not rows["shop/plan.(*Plan).step"].awaits_living
    assert not rows["shop/plan.(*Plan).Ask"].awaits_living


def test_a_lock_whose_package_nobody_else_is_in_was_left_locked():
    asked = rows_by_leaf(written(dump(askers(range(40, 50)))))["shop/plan.(*Plan).Ask"]
    assert (asked.holder_absent, asked.holds_lock) == (True, False)


def test_somebody_who_runs_in_the_package_may_hold_the_lock():
    busy = goroutine(60, "running", "shop/plan.(*Plan).tidy(0xc000100000):70", creator="main.main in 1:9")
    asked = rows_by_leaf(written(dump([busy, *askers(range(40, 50))])))["shop/plan.(*Plan).Ask"]
    assert not asked.holder_absent
