"""Senders of a page that tells counts alone: answers that are still being gathered, or left behind."""

import pytest

from leakbook.rows.waits.wait_for import picture

from .captured import written


def page(askers, *, asks="shop/shards.(*Index).Search", sends="shop/shards.(*Index).ask", each=120):
    stacks = [
        f"{each} @ 0x1 0x2 0x3\n#\t0x2\truntime.chansend1+0x1\t/go/src/runtime/chan.go:161\n"
        f"#\t0x3\t{sends}+0x1\t/src/shards/shards.go:38\n",
        f"{askers} @ 0x4 0x5\n#\t0x4\ttime.Sleep+0x1\t/go/src/runtime/time.go:338\n"
        f"#\t0x5\t{asks}+0x1\t/src/shards/shards.go:29\n#\t0x6\tnet/http.(*conn).serve+0x1\t/go/src/net/http/server.go:2055\n",
    ]
    return f"goroutine profile: total {each + askers}\n" + "\n".join(stacks)


def queue(**how):
    (capture,) = written(page(**how))
    groups = capture.reading.content.groups
    return next(one.queues for one, group in zip(picture(groups), groups, strict=True) if group.state == "chan send")


def test_a_dozen_to_each_goroutine_at_work_on_the_same_object_may_be_answers_under_way():
    assert queue(askers=10) is True


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"askers": 10, "each": 4000}, id="far more than anybody asks for at once"),
        pytest.param({"askers": 10, "asks": "shop/other.(*Cart).Sum"}, id="who works is of another type"),
        pytest.param({"askers": 10, "sends": "shop/shards.ask"}, id="who sends is no method"),
    ],
)
def test_what_nobody_near_may_have_asked_for_is_left_behind(how):
    assert queue(**how) is False
