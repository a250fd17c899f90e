"""A goroutine that waits for a lock it holds itself: told by where the lock lies, not by what calls what."""

from leakbook.rows import build_rows

from .captured import dump, goroutine, mutex, written

BOOK, LOCK_OF_ANOTHER = 0xC000100000, 0xC000482BD0
CREATOR = "shop.Open in 1:12"
LISTED = (f"shop.(*Book).reduce({BOOK:#x}, 0xc000496d20):187", f"shop.(*Book).List({BOOK:#x}):91", "shop.handle(0x1):9")


def _waiter(lock: int, *calls: str, creator: str = CREATOR) -> tuple[bool | None, bool | None]:
    text = dump([goroutine(7, "sync.Mutex.Lock, 10 minutes", *mutex(lock), *calls, creator=creator)])
    (row,) = [row for row in build_rows(written(text)).goroutine_groups if row.state == "sync.Mutex.Lock"]
    return row.self_deadlock, row.may_self_deadlock


def test_a_lock_in_the_object_of_the_outer_method_is_taken_twice():
    assert _waiter(BOOK + 12, *LISTED) == (True, False)


def test_a_lock_of_another_object_is_not_taken_twice_though_the_methods_are_of_one_object():
    assert _waiter(LOCK_OF_ANOTHER, *LISTED) == (False, False)


def test_without_addresses_it_may_be_taken_twice():
    text = (
        "goroutine profile: total 40\n"
        "40 @ 0x1 0x2 0x3 0x4 0x5\n"
        "#\t0x1\tsync.runtime_SemacquireMutex+0x3e\t/go/src/runtime/sema.go:71\n"
        "#\t0x2\tsync.(*Mutex).Lock+0x109\t/go/src/sync/mutex.go:134\n"
        "#\t0x3\tshop.(*Book).reduce+0x8d\t/src/shop/book.go:40\n"
        "#\t0x4\tshop.(*Book).List+0x11c\t/src/shop/book.go:29\n"
        "#\t0x5\tshop.handle+0x1c\t/src/shop/web.go:9\n"
    )
    (row,) = build_rows(written(text)).goroutine_groups
    assert (row.self_deadlock, row.may_self_deadlock) == (False, True)


def test_where_a_cut_stack_ends_in_the_object_only_a_call_that_came_back_through_another_takes_twice():
    inner = f"shop.(*Stream).ack({BOOK:#x}, 0x690):32"
    through = "shop.(*Reader).pending(0xc000278a80):30"
    outer = f"shop.(*Stream).store({BOOK:#x}, 0x3d):23"
    assert _waiter(BOOK + 12, inner, through, outer, creator="") == (True, False)
    assert _waiter(BOOK + 12, inner, outer, creator="") == (False, False)
    assert _waiter(BOOK + 12, inner, through, outer) == (False, False)
