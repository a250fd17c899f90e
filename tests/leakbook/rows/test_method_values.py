"""`go c.readLoop` of a method handed on as a value: the wrapper around it is no call that it stands in."""

import pytest

from leakbook.rows import build_rows

from .captured import dump, goroutine, written

LOOP = "mq/server.(*client).writeLoop(0xc000100000):642"


def row_of(*calls, creator="mq/server.(*Server).start in 1:872"):
    rows = build_rows(written(dump([goroutine(24, "select", *calls, creator=creator)]))).goroutine_groups
    return next(row for row in rows if row.stack and row.stack[0] == "mq/server.(*client).writeLoop")


@pytest.mark.parametrize(
    "wrapper", ["mq/server.(*client).writeLoop-fm():703", "mq/server.(*client).(mq/server.writeLoop)-fm():703"]
)
def test_a_method_value_stands_in_its_own_loop(wrapper):
    assert (row_of(LOOP, wrapper).inside_call, row_of(LOOP).inside_call) == (False, False)


def test_another_method_s_value_is_a_call():
    assert row_of(LOOP, "mq/server.(*client).serve-fm():703").inside_call
