"""Which groups of two captures are one group."""

import pytest

from leakbook.evidence.dump.reader import read_blocks
from leakbook.limits import DEFAULT_LIMITS
from leakbook.rows.group_tracks import track_key

REQUESTED = """goroutine 325 [select]:
shop/stage.(*Table).Tail(0xc000102000, {0x777ce0, 0xc000070880}, 0x0)
	/src/stage/stage.go:49 +0x185
created by main.main
	/src/main.go:26 +0x1fd
"""
SIGNALLED = """goroutine 325 [select]:
runtime.gopark(0xc000468f78?, 0x2?, 0x0?, 0x30?, 0xc000468e7c?)
	/usr/local/go/src/runtime/proc.go:363 +0xd6 fp=0xc000468cf8 sp=0xc000468cd8 pc=0x439bd6
runtime.selectgo(0xc000468f78, 0xc000468e78, 0x0?, 0x0, 0x0?, 0x1)
	/usr/local/go/src/runtime/select.go:328 +0x7bc fp=0xc000468e38 sp=0xc000468cf8 pc=0x449a7c
shop/stage.(*Table).Tail(0xc000102000, {0x777ce0, 0xc000070880}, 0x0)
	/src/stage/stage.go:49 +0x185 fp=0xc000468fb0 sp=0xc000468e38 pc=0x6829a5
main.main.func3()
	/src/main.go:LINE +0x32 fp=0xc000468fe0 sp=0xc000468fb0 pc=0x682d92
runtime.goexit()
	/usr/local/go/src/runtime/asm_amd64.s:1594 +0x1 fp=0xc000468fe8 sp=0xc000468fe0 pc=0x46a461
created by main.main
	/src/main.go:26 +0x1fd
"""


def key(text: str):
    (reading,) = read_blocks([text.encode()], DEFAULT_LIMITS)
    (group,) = reading.content.groups
    return track_key(group)


@pytest.mark.parametrize(("line", "same"), [("26", True), ("28", False)])
def test_the_wrapper_of_a_go_statement_that_a_signal_s_dump_shows_makes_no_other_group(line, same):
    """A closure of several lines runs at another line than that of its `go`, and both dumps show it."""
    assert (key(SIGNALLED.replace("LINE", line)) == key(REQUESTED)) is same
