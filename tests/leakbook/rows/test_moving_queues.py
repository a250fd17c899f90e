import pytest

from .captured import dump, goroutine, written
from .test_goroutine_groups import by_leaf, rows_of

HALL = "0xc000100000"
OTHER = "0xc000700000"


def senders(wait="", receiver=HALL):
    """Callers inside Print of a hall, out of a loop of their own."""
    return [
        goroutine(n, f"chan send{wait}", f"shop/press.(*Hall).Print({receiver}):29", "main.author(0x18):12")
        for n in range(100, 120)
    ]


def press(state, *calls, receiver=HALL):
    """The loop that serves the hall."""
    return goroutine(20, state, *calls, f"shop/press.(*Hall).run({receiver}):35")


def asleep(receiver=HALL):
    return press("sleep", "time.Sleep(0x3b20b80):368", receiver=receiver)


def in_state(state, goroutines):
    (row,) = [row for row in rows_of(written(dump(goroutines))) if row.state == state and row.count > 1]
    return row


def test_senders_to_an_object_whose_loop_is_at_work_queue():
    assert in_state("chan send", [asleep(), *senders()]).queues is True


@pytest.mark.parametrize(
    "loop",
    [
        pytest.param([], id="nobody serves it"),
        pytest.param([asleep(receiver=OTHER)], id="another object of the type is served"),
        pytest.param([press("select")], id="the loop rests, though it is offered something"),
        pytest.param([press("chan send", "shop/press.deliver(0x18):50")], id="the loop is stuck itself"),
        pytest.param([press("IO wait, 4 minutes", "net.(*conn).Read(0x18):5")], id="the loop has read for minutes"),
    ],
)
def test_they_do_not_where_no_loop_is_at_work_for_them(loop):
    assert in_state("chan send", [*loop, *senders()]).queues is False


def test_they_do_not_once_they_have_waited_for_minutes():
    assert in_state("chan send", [asleep(), *senders(wait=", 2 minutes")]).queues is False


def bringers():
    """Senders that are methods of the object themselves."""
    return [goroutine(n, "chan send", f"shop/press.(*Hall).Bring({HALL}):46") for n in range(100, 120)]


def presses(*states):
    return [
        goroutine(n, state, f"shop/press.(*Hall).store({HALL}):37", creator="shop/press.Open in 1:9")
        for n, state in enumerate(states, 20)
    ]


@pytest.mark.parametrize(
    ("takers", "moves"),
    [
        pytest.param(presses("sleep", "sleep", "runnable"), True, id="all who take are busy"),
        pytest.param(presses("sleep", "sleep", "select"), False, id="one rests, though it is offered something"),
        pytest.param(presses("IO wait", "IO wait"), False, id="readers of the same connections take nothing"),
        pytest.param(presses(*["sleep"] * 20), False, id="one loop beside each sender"),
    ],
)
def test_senders_and_takers_may_be_methods_of_one_object(takers, moves):
    assert in_state("chan send", [*takers, *bringers()]).queues is moves


def test_a_sleeping_loop_that_starts_the_senders_is_no_taker():
    loop = goroutine(20, "sleep", "time.Sleep(0x1):300", f"shop/press.(*Hall).store({HALL}):37")
    sends = (f"shop/press.(*Hall).deliver({HALL}):60", f"shop/press.(*Hall).Bring({HALL}):46")
    theirs, others = (
        [goroutine(n, "chan send", *sends, creator=creator) for n in range(100, 112)]
        for creator in ("shop/press.(*Hall).store in 20:38", "shop/press.Open in 1:10")
    )
    assert in_state("chan send", [loop, *theirs]).queues is False
    assert in_state("chan send", [loop, *others]).queues is True


def test_a_go_statements_wrapper_is_not_what_a_loop_was_started_with():
    """As a signal's dump of Go 1.19 prints `go hall.store()`."""
    store = (f"shop/press.(*Hall).store({HALL}):37", "shop/press.Open.func1():26")
    bring = (f"shop/press.(*Hall).Bring({HALL}):46", "main.main.func1():24")
    stores = [goroutine(n, "sleep", *store, creator="shop/press.Open:26") for n in range(20, 24)]
    bringing = [goroutine(n, "chan send", *bring, creator="main.main:24") for n in range(100, 120)]
    assert in_state("chan send", [*stores, *bringing]).queues is True


def tasks(state, numbers, *calls, line):
    return [goroutine(n, state, *calls, f"shop/group.(*Group).Go.func1():{line}") for n in numbers]


def test_tasks_that_take_a_slot_before_the_work_others_do_await_their_turn():
    at_work = tasks("select", range(10, 14), "shop/batch.aggregate(0x18):7", line=34)
    waiting = tasks("chan send", range(20, 60), line=31)
    assert in_state("chan send", [*at_work, *waiting]).queues is True


def test_results_sent_after_the_work_that_others_still_do_are_no_queue():
    at_work = tasks("select", range(10, 14), "shop/batch.aggregate(0x18):7", line=31)
    sending = tasks("chan send", range(20, 60), line=34)
    assert in_state("chan send", [*at_work, *sending]).queues is False


def test_workers_of_one_object_share_it_and_those_of_many_do_not():
    workers = [goroutine(n, "chan receive", f"shop.(*Farm).encode({HALL}):9") for n in range(10, 30)]
    boxes = [goroutine(n, "select", f"shop.(*Box).take({0xC000100000 + 64 * n:#x}):9") for n in range(40, 60)]
    inlined = [goroutine(n, "chan send", "shop.(*Farm).offer(...):9") for n in range(70, 90)]
    rows = {row.state: row for row in rows_of(written(dump([*workers, *boxes, *inlined]))) if row.count > 1}
    assert [rows[state].shared_object for state in ("chan receive", "select", "chan send")] == [True, False, None]


def test_a_dense_group_without_waits_is_not_dated_until_a_second_capture():
    text = dump([goroutine(n, "select", f"shop.(*Farm).watch({HALL}):9") for n in range(4, 200)])
    once, twice = (
        next(row for row in rows_of(captures) if row.count == 196)
        for captures in (written(text), written(text, text.replace("[running]", "[runnable]")))
    )
    assert (once.dated, twice.dated) == (False, True)


def test_a_group_with_printed_waits_is_dated():
    assert in_state("chan send", senders(wait=", 2 minutes")).dated is True


def test_readers_with_a_resting_other_half_are_connections_in_use():
    readers = [
        goroutine(n, "IO wait", "net.(*conn).Read(0x18):5", "hub.(*Hub).hear(0x18):8", creator="hub.Serve in 9:3")
        for n in range(100, 200, 2)
    ]
    speak = "hub.(*Hub).speak(0x18):8"
    writers = [goroutine(n, "select", speak, creator="hub.Serve in 9:4") for n in range(101, 201, 2)]
    assert in_state("IO wait", [*readers, *writers]).has_writer is True
    assert in_state("IO wait", readers).has_writer is False
    assert in_state("select", [*readers, *writers]).has_writer is None
    queue = ("sync.runtime_notifyListWait(0x1):7", "sync.(*Cond).Wait(0x1):9", "hub.(*Hub).speak(0x18):8")
    on_queues = [
        goroutine(n, "sync.Cond.Wait", *queue, "hub.Serve.func2():3", creator="hub.Serve in 9:4")
        for n in range(101, 201, 2)
    ]
    assert in_state("IO wait", [*readers, *on_queues]).has_writer is True


def aged(waits):
    """Members started one after the other, with these printed minutes."""
    return [
        goroutine(10 * n + 100, f"select, {minutes} minutes" if minutes else "select", f"shop.(*Box).take({HALL}):9")
        for n, minutes in enumerate(waits)
    ]


@pytest.mark.parametrize(
    ("waits", "order"),
    [
        pytest.param([3, 3, 2, 2, 2, 1, 1, 0, 0, 0], 1.0, id="first come, longest there"),
        pytest.param([1, 1, 1, 1, 1, 0, 0, 0, 0, 0], 1.0, id="a minute is enough"),
        pytest.param([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], 0.0, id="the oldest were woken last"),
        pytest.param([1, 0, 1, 0, 1, 0, 1, 0, 1, 0], 0.6, id="in any order"),
        pytest.param([1] * 10, None, id="all of one age"),
        pytest.param([1] * 12 + [0] * 4, None, id="too few of another"),
    ],
)
def test_ages_in_order(waits, order):
    assert in_state("select", aged(waits)).ages_in_order == order


def removers(state, numbers, *calls, line, store=HALL, called_at=24):
    """Goroutines inside remove of a store, called from what they were started with."""
    return [
        goroutine(
            n, state, *calls, f"shop/prune.(*Store).remove({store}):{line}", f"shop/prune.sweep.func1():{called_at}"
        )
        for n in numbers
    ]


WORK = "shop/prune.(*Store).wipe(0x18):50"
SLEEP = "time.Sleep(0x3b20b80):368"


@pytest.mark.parametrize(
    ("farther", "moves"),
    [
        pytest.param(removers("IO wait", range(10, 14), WORK, line=18), True, id="in a call farther down"),
        pytest.param(removers("sleep", range(10, 14), SLEEP, line=18), True, id="farther down itself"),
        pytest.param(removers("IO wait", range(10, 14), WORK, line=11), False, id="before the send"),
        pytest.param(removers("chan send", range(10, 14), WORK, line=18), False, id="farther down, but stuck"),
        pytest.param(removers("sleep", range(10, 14), SLEEP, line=18, store=OTHER), False, id="of another store"),
        pytest.param(removers("IO wait", range(10, 14), WORK, line=18, called_at=30), False, id="came another way"),
    ],
)
def test_a_slot_may_be_taken_in_a_function_that_the_task_calls(farther, moves):
    waiting = removers("chan send", range(20, 60), line=12)
    row = next(row for row in rows_of(written(dump([*farther, *waiting]))) if row.count == 40)
    assert row.queues is moves


def pipelines(reader, each=1):
    """Three readers, each with stages that it started and that send."""
    readers = [goroutine(n, *reader, creator="main.main in 1:3") for n in (10, 11, 12)]
    stages = [
        goroutine(20 + 100 * k + n, "chan send", "shop/rows.stage(0x18):9", creator=f"shop/rows.Read in {n}:14")
        for n in (10, 11, 12)
        for k in range(each)
    ]
    return [*readers, *stages]


@pytest.mark.parametrize(
    ("those", "moves"),
    [
        pytest.param(
            pipelines(("sleep", SLEEP, "shop/rows.Read(0x18):20"), each=2), True, id="its readers are at work"
        ),
        pytest.param(pipelines(("sleep", SLEEP, "shop/rows.Read(0x18):20"), each=9), False, id="one more every round"),
        pytest.param(pipelines(("sleep", SLEEP, "shop/rows.Rest(0x18):20")), False, id="they have left the function"),
        pytest.param(pipelines(("select", "shop/rows.Read(0x18):20")), False, id="they wait themselves"),
        pytest.param(pipelines(("running",)), False, id="their stacks are missing"),
    ],
)
def test_stages_that_their_starters_read_from_queue(those, moves):
    row = next(row for row in rows_of(written(dump(those))) if row.stack[:1] == ("shop/rows.stage",))
    assert row.queues is moves


def fan_out(gatherers, senders=120, gathers="shop/shards.(*Index).Search"):
    """Answers of shards that wait for a search, or for nobody any more."""
    asked = [goroutine(100 + n, "chan send", "shop/shards.(*Index).ask(0xc000100000):38") for n in range(senders)]
    sleeps = ("sleep", "time.Sleep(0x1):338", f"{gathers}(0xc000100000):29")
    at_work = [goroutine(10 + n, *sleeps) for n in range(gatherers)]
    return by_leaf(written(dump([*asked, *at_work])), "shop/shards.(*Index).ask")


def test_enough_at_work_in_the_senders_own_type_may_gather_what_they_send():
    assert fan_out(5).may_be_gathered
    assert not fan_out(3).may_be_gathered
    assert not fan_out(0).may_be_gathered
    assert not fan_out(5, gathers="shop/other.(*Desk).Search").may_be_gathered
