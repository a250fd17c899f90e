from leakbook.rows import build_rows

from .captured import captured, dump, goroutine, mutex, written


def rows_by_leaf(captures):
    """Function nearest the leaf outside package sync -> row."""
    found = {}
    for row in build_rows(captures).goroutine_groups:
        leaf = next((name for name in row.stack if not name.startswith(("sync.", "internal/sync."))), "")
        found.setdefault(leaf, row)
    return found


def test_the_one_sender_inside_the_critical_section_is_the_cause_of_the_whole_queue():
    rows = rows_by_leaf(captured("router.txt.gz"))
    cause = rows["github.com/nimbus-mq/router/internal/topics.(*Topic).deliver"]
    assert (cause.count, cause.state, cause.holds_lock, cause.is_victim) == (1, "chan send", True, False)
    waiters = [row for row in rows.values() if row.state == "sync.Mutex.Lock"]
    assert {row.holder_finishes for row in waiters} == {False}
    assert all(row.is_victim and row.waits_for == (cause.stack,) for row in waiters)
    assert cause.lock_waiters == sum(row.count for row in waiters) > 400


def test_a_protobuf_without_addresses_shows_the_same_cause():
    rows = rows_by_leaf(captured("router.pb.gz"))
    cause = rows["github.com/nimbus-mq/router/internal/topics.(*Topic).deliver"]
    assert (cause.count, cause.holds_lock, cause.is_victim) == (1, True, False)
    assert cause.lock_waiters > 400


def test_a_lock_taken_twice_by_one_goroutine_is_told_from_those_who_queue_behind_it():
    rows = rows_by_leaf(captured("profiles.txt.gz")).values()
    held = [row for row in rows if row.self_deadlock]
    assert [row.count for row in held] == [1]
    assert held[0].victims == sum(row.count for row in rows if row.state == "sync.Mutex.Lock") - 1
    assert all(row.is_victim for row in rows if row.state == "sync.Mutex.Lock" and row is not held[0])


def test_a_lock_that_nobody_holds_has_no_invented_holder():
    rows = rows_by_leaf(captured("flags.txt.gz"))
    match = rows["example.com/saas/flags/internal/rules.(*Rules).Match"]
    assert (match.is_victim, match.self_deadlock, match.holder_finishes) == (False, False, None)
    writer = rows["example.com/saas/flags/internal/rules.(*Rules).Replace"]
    assert (writer.is_victim, writer.self_deadlock) == (False, False)


def test_two_locks_taken_in_opposite_order_are_a_cycle_and_the_rest_are_victims():
    a, b = 0xC000100000, 0xC000200000
    text = dump(
        [
            goroutine(
                7, "sync.Mutex.Lock", *mutex(b + 8), f"shop.(*Book).Add({b:#x}):10", f"shop.(*Desk).Sell({a:#x}):20"
            ),
            goroutine(
                8, "sync.Mutex.Lock", *mutex(a + 8), f"shop.(*Desk).Ask({a:#x}):30", f"shop.(*Book).Sync({b:#x}):40"
            ),
            goroutine(
                9, "sync.Mutex.Lock", *mutex(a + 8), f"shop.(*Desk).Ask({a:#x}):30", "shop.handle(0xc000300000):50"
            ),
        ]
    )
    rows = build_rows(written(text)).goroutine_groups
    cycle = [row for row in rows if row.lock_cycle]
    assert {row.stack[-1] for row in cycle} == {"shop.(*Desk).Sell", "shop.(*Book).Sync"}
    (victim,) = [row for row in rows if row.is_victim]
    assert victim.stack[-1] == "shop.handle"
    assert [row.victims for row in cycle] == [1, 1]


def test_two_lock_calls_in_one_function_tell_lock_order_where_locks_belong_to_other_objects():
    move = [
        goroutine(10 + i, "sync.Mutex.Lock", *mutex(0xC000400000 + 16 * (i % 3)), "shop.(*Bank).Move(0xc000100000):30")
        for i in range(9)
    ]
    inside = [
        goroutine(30, "sync.Mutex.Lock", *mutex(0xC000400100), "shop.(*Bank).Move(0xc000100000):33"),
        goroutine(31, "sync.Mutex.Lock", *mutex(0xC000400200), "shop.(*Bank).Settle(0xc000100000):45"),
        goroutine(32, "sync.Mutex.Lock", *mutex(0xC000400300), "shop.(*Bank).Settle(0xc000100000):42"),
    ]
    rows = {row.stack[-1]: row for row in build_rows(written(dump([*move, *inside]))).goroutine_groups}
    assert rows["shop.(*Bank).Move"].lock_cycle
    assert rows["shop.(*Bank).Settle"].lock_cycle


def test_callers_of_an_object_wait_for_its_loop_that_is_stuck_elsewhere():
    hub = "0xc000100000"
    callers = [
        goroutine(
            10 + i, "chan send, 5 minutes", f"shop.(*Hub).Push({hub}):11", "net/http.(*conn).serve(0xc000a00000):9"
        )
        for i in range(40)
    ]
    loop = goroutine(5, "chan send, 6 minutes", f"shop.(*Hub).deliver({hub}):31", f"shop.(*Hub).run({hub}):22")
    rows = {row.stack[-1]: row for row in build_rows(written(dump([*callers, loop]))).goroutine_groups}
    assert rows["net/http.(*conn).serve"].is_victim
    assert rows["shop.(*Hub).run"].victims == 40
    assert not rows["shop.(*Hub).run"].is_victim


def test_loops_of_one_object_side_by_side_explain_nothing_of_each_other():
    table = "0xc000100000"
    loads = [goroutine(10 + i, "chan send", f"shop.(*Table).Load({table}):11") for i in range(40)]
    tail = goroutine(5, "chan send", f"shop.(*Table).Tail({table}):31")
    rows = build_rows(written(dump([*loads, tail]))).goroutine_groups
    assert not any(row.is_victim or row.lock_cycle or row.victims for row in rows)


def test_a_parent_in_wait_is_the_victim_of_the_children_it_started():
    parent = goroutine(5, "sync.WaitGroup.Wait", "sync.(*WaitGroup).Wait(0xc000100000):118", "shop.Fetch(0x3):40")
    child = goroutine(6, "chan send", "shop.Fetch.func1():33", creator="shop.Fetch in 5:30")
    foreign = goroutine(7, "chan send", "shop.Fetch.func1():33", creator="shop.Fetch in 99:30")
    rows = {row.state: row for row in build_rows(written(dump([parent, child, foreign]))).goroutine_groups}
    assert rows["sync.WaitGroup.Wait"].is_victim
    assert rows["chan send"].victims == 1


def test_contention_is_told_by_a_holder_that_will_go_on_by_itself():
    rows = rows_by_leaf(captured("counters.txt.gz"))
    waiters = [row for row in rows.values() if row.state == "sync.Mutex.Lock"]
    assert {row.holder_finishes for row in waiters} == {True}
    assert not any(row.self_deadlock or row.lock_cycle for row in rows.values())


def test_main_waits_for_no_service_at_rest_but_for_one_that_is_stuck():
    creator = "run.(*Group).Run in 1:37"
    main = goroutine(1, "chan receive", "run.(*Group).Run(0xc000100000):43", "main.main():900")
    actor = "run.(*Group).Run.func1():38"
    resting = goroutine(6, "chan receive", "rules.(*Manager).Run(0xc000200000):90", actor, creator=creator)
    stuck = goroutine(7, "chan send", "scrape.(*Pool).Sync(0xc000300000):50", actor, creator=creator)
    taker = goroutine(3, "running", "runtime/pprof.writeGoroutineStacks({0x1, 0x2}):799")
    rows = rows_by_leaf(written("\n".join((main, taker, resting, stuck))))
    assert rows["rules.(*Manager).Run"].victims == 0
    assert rows["scrape.(*Pool).Sync"].victims == 1


def test_main_does_not_wait_for_the_loop_that_serves_its_server():
    main = goroutine(1, "chan receive", "broker.(*Server).WaitForShutdown(0xc000100000):50", "main.main():139")
    pumps = [
        goroutine(
            10 + number,
            "sync.Cond.Wait, 3 minutes",
            "sync.(*Cond).Wait(0xc000200000):70",
            f"broker.(*client).writeLoop(0xc0003{number:02}000):71",
            "broker.(*Server).createClient.func2():57",
            creator="broker.(*Server).startGoRoutine in 1:83",
        )
        for number in range(70)
    ]
    rows = rows_by_leaf(written("\n".join((main, *pumps))))
    assert rows["broker.(*client).writeLoop"].victims == 0


def test_actors_do_not_wait_for_the_loop_that_waits_for_them_nor_closures_for_their_siblings():
    inhibitor = "0xc0001acbd0"
    runs = goroutine(
        16,
        "chan receive",
        "run.(*Group).Run(0xc00044f780):43",
        f"inhibit.(*Inhibitor).Run({inhibitor}):108",
        creator="main.run.func8 in 1:512",
    )
    actor = goroutine(
        49,
        "select",
        f"inhibit.(*Inhibitor).run({inhibitor}):60",
        "inhibit.(*Inhibitor).Run.func1():98",
        "run.(*Group).Run.func1():38",
        creator="run.(*Group).Run in 16:37",
    )
    serves = goroutine(
        50,
        "sync.WaitGroup.Wait",
        "sync.(*WaitGroup).Wait(0xc000100000):118",
        "main.run.func10():5",
        creator="main.run:9",
    )
    rows = build_rows(written(dump([runs, actor, serves]))).goroutine_groups
    assert len(rows) >= 3
    assert not any(row.victims or row.is_victim for row in rows)


def test_the_dictionary_of_a_type_s_arguments_is_no_receiver():
    """`Unload` and `Put` print a dictionary each where other methods print their object, and are of one belt."""
    lock = "internal/sync.(*Mutex).lockSlow(0x250cea47a400):149", "sync.(*Mutex).Lock(0x7f10f6a7d4c0?):46"
    bring = "shop/floor.(*Floor).Bring(0x250cea456de0, 0x2):36"
    twice = "shop/belt.(*Belt[...]).Unload(0x703cf7, 0x1?):36", "shop/belt.(*Belt[...]).Put(0x79d220, {0x3, 0x0?}):30"
    behind = "shop/belt.(*Belt[...]).Weight(0x0):51", "shop/floor.(*Floor).Watch(0x250cea456de0):44"
    of = {"creator": "shop/floor.Open in 1:12"}
    first = goroutine(7, "sync.Mutex.Lock, 1 minutes", *lock, *twice, bring, **of)
    others = [goroutine(number, "sync.Mutex.Lock, 1 minutes", *lock, *behind, **of) for number in range(8, 20)]
    rows = rows_by_leaf(written(dump([first, *others])))
    assert rows["shop/belt.(*Belt[...]).Unload"].may_self_deadlock
    assert not rows["shop/belt.(*Belt[...]).Unload"].self_deadlock
    assert rows["shop/belt.(*Belt[...]).Weight"].is_victim


def _evening(number: int, *, with_child: bool) -> list[str]:
    """A parent that waits for its own WaitGroup, and perhaps the child that is to count it down."""
    waits = (
        "sync.runtime_SemacquireWaitGroup(0xc0):114",
        f"sync.(*WaitGroup).Wait({0xC000100000 + number * 16:#x}):206",
    )
    parent = goroutine(number, "sync.WaitGroup.Wait", *waits, "shop.Play(0x3):26", creator="shop.Open in 7:12")
    asleep = ("time.Sleep(0x3b9aca00):338", "shop.part():31")
    child = goroutine(number + 1, "sleep", *asleep, creator=f"shop.Play in {number}:20")
    return [parent, child] if with_child else [parent]


def test_children_of_a_few_do_not_explain_why_a_crowd_waits():
    crowd = [text for number in range(100, 500, 10) for text in _evening(number, with_child=number < 130)]
    assert rows_by_leaf(written(dump(crowd)))["shop.Play"].is_victim is False
    every = [text for number in range(100, 500, 10) for text in _evening(number, with_child=True)]
    assert rows_by_leaf(written(dump(every)))["shop.Play"].is_victim is True


def run_groups(state="select", *inner, waits="sync.WaitGroup.Wait"):
    """Three parents that each wait for two goroutines, which are in a loop that a closure called."""
    parents = [
        goroutine(n, waits, "sync.(*WaitGroup).Wait(0xc0):118", "shop.Stand(0x18):44", creator="main.main in 1:8")
        for n in (5, 6, 7)
    ]
    calls = (*inner, "shop.duty(0xc000200000):51", "shop.Stand.func2():41")
    loops = [goroutine(10 + n, state, *calls, creator=f"shop.Stand in {5 + n // 2}:39") for n in range(6)]
    return rows_by_leaf(written(dump([*parents, *loops])))


def test_a_run_group_waits_for_its_loops_for_as_long_as_it_lives():
    rows = run_groups()
    assert (rows["shop.duty"].supervised, rows["shop.duty"].victims, rows["shop.Stand"].is_victim) == (True, 3, True)
    assert run_groups("chan receive")["shop.duty"].supervised
    assert run_groups("select", "shop.next(0xc000300000):60")["shop.next"].supervised


def test_whoever_a_parent_waits_for_and_who_cannot_be_at_rest_is_not_supervised():
    assert not run_groups("chan send")["shop.duty"].supervised
    assert not run_groups("chan receive", "shop.ask(0xc000300000):60")["shop.ask"].supervised
    assert not run_groups("select", waits="chan receive")["shop.duty"].supervised


def test_what_a_supervised_loop_started_itself_is_no_victim_that_tells_it_is_stuck():
    waits = ("sync.WaitGroup.Wait", "sync.(*WaitGroup).Wait(0xc0):118", "shop.Stand(0x18):44")
    parents = [goroutine(n, *waits, creator="main.main in 1:8") for n in (5, 6)]
    calls = ("shop.jobs(0xc000200000):53", "shop.Stand.func2():41")
    loops = [goroutine(n, "chan receive", *calls, creator=f"shop.Stand in {n - 5}:39") for n in (10, 11)]
    beats = ("shop.duty(0xc000300000):60", "shop.jobs.func1():49")
    feeds = [goroutine(n, "select", *beats, creator=f"shop.jobs in {n - 10}:48") for n in (20, 21)]
    assert rows_by_leaf(written(dump([*parents, *loops, *feeds])))["shop.jobs"].supervised


def requests(waits, *beside):
    """Three requests, each of which waits for a goroutine that chooses."""
    serves = ("shop.Quote(0x18):44", "net/http.HandlerFunc.ServeHTTP(0xc1):2294", "net/http.(*conn).serve(0xc2):2102")
    done = ("sync.(*WaitGroup).Wait(0xc0):118", *serves)
    parents = [
        goroutine(n, f"sync.WaitGroup.Wait{waits}", *done, creator="net/http.(*Server).Serve in 1:3454")
        for n in (5, 6, 7)
    ]
    asks = ("shop.ask(0xc000200000):51", "shop.Quote.func1():41")
    children = [goroutine(10 + n, f"select{waits}", *asks, creator=f"shop.Quote in {n}:39") for n in (5, 6, 7)]
    others = [goroutine(20 + n, *beside, "shop.Quote.func2():43", creator=f"shop.Quote in {n}:42") for n in (5, 6, 7)]
    return rows_by_leaf(written(dump([*parents, *children, *(others if beside else [])])))["shop.ask"]


def test_a_request_that_waits_for_minutes_is_no_run_group():
    assert not requests(", 40 minutes").supervised
    assert requests("").supervised


def test_a_request_whose_client_is_read_from_is_a_stream():
    reads = ("net.(*conn).Read(0xc3):196", "shop.read(0xc4):60")
    receives = ("example.com/rpc.(*Stream).Recv(0xc3):96", "shop.read(0xc4):60")
    assert requests(", 40 minutes", "IO wait, 40 minutes", *reads).supervised
    assert requests(", 40 minutes", "select, 40 minutes", *receives).supervised
