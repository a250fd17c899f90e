"""The pace of a site, by the garbage that the rest of the program makes."""

from leakbook.rows.heap.sites import heap_site_rows

from .profiles import profile

KIB = 1024


def pace(kept, work, *, size=4 * KIB, others=((), ())):
    """`kept` objects at two moments, while `work` objects of 1 KiB had been made and freed by then."""
    moments = [
        profile(
            order,
            (("shop/cache.put", "shop.serve"), size, kept[order], kept[order]),
            (("shop/web.answer", "shop.serve"), KIB, work[order], 0),
            *others[order],
        )
        for order in range(2)
    ]
    rows = {row.site.function: row for row in heap_site_rows(moments, ("shop",))}
    return rows["shop/cache.put"].pace


def test_what_leaks_gains_at_the_pace_of_work():
    assert 0.8 < pace((4_000, 12_000), (100_000, 300_000)) < 1.5


def test_what_has_been_filled_gains_less_than_the_work_would_bring():
    assert pace((4_000, 5_000), (20_000, 120_000)) < 0.15


def test_a_job_that_ran_in_between_is_no_work_of_the_rest():
    job = (("shop/batch.sum", "shop.job"), KIB, 2_000_000, 0)
    assert pace((4_000, 12_000), (100_000, 300_000), others=((), (job,))) > 0.8


def test_the_garbage_of_taking_profiles_is_no_work():
    taken = (("runtime/pprof.writeGoroutineStacks", "net/http/pprof.handler.ServeHTTP"), 64 * KIB, 9_000, 0)
    assert pace((4_000, 12_000), (100_000, 300_000), others=((), (taken,))) > 0.8


def test_hardly_any_sampled_object_at_first_has_no_pace():
    assert pace((200, 1_000), (20_000, 120_000)) is None  # 800 KiB: one or two sampled objects
    assert pace((4_000, 5_000), (1_000, 120_000)) is None  # 1 MiB of garbage is no clock


def test_an_array_that_append_grows_may_stand_still_for_a_while():
    sizes = (548_864, 712_704, 917_504, 1_171_456, 1_490_944, 1_900_544)

    def grown(order, newest):
        return [
            (("shop/audit.record", "shop.serve"), size, 1, int(size == sizes[newest])) for size in sizes[: newest + 1]
        ] + [(("shop/web.answer", "shop.serve"), KIB, (20_000, 40_000)[order], 0)]

    moments = [profile(order, *grown(order, newest)) for order, newest in enumerate((4, 5))]
    rows = {row.site.function: row for row in heap_site_rows(moments, ("shop",))}
    paced = rows["shop/audit.record"].pace
    assert paced is None or paced > 0.45


def test_one_profile_has_no_pace():
    (row,) = heap_site_rows([profile(0, (("shop/cache.put",), 4 * KIB, 4_000, 4_000))], ("shop",))
    assert row.pace is None
