"""Of a dump that was cut: who wrote it tells whether main is shown for what it waits for."""

import pytest

from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.rows.moments import Extent, goroutine_series

CUT = """goroutine 42 [running]:
corp.example/shop/desk.(*Desk).complain(0xc0000b4000)
	/src/shop/desk/desk.go:31 +0x1d
created by {creator}
	/src/shop/desk/desk.go:17 +0x9f

goroutine 1 [chan send, 3 minutes]:
corp.example/shop/lex.(*Lexer).emit(0xc0000b4300)
	/src/shop/lex/lex.go:65 +0xca
main.run(0xc0000b4300)
	/src/shop/run.go:19 +0x9f

goroutine 6 [IO wait]:
internal/poll.(*pollDesc).wait(0xc0000b4400, 0x72)
"""


@pytest.mark.parametrize(
    ("banner", "creator", "extent"),
    [
        ("panic: no end of it\n\n", "time.goFunc", Extent.PICKED),
        ("", "time.goFunc", Extent.TORN),
        ("panic: no end of it\n\n", "corp.example/shop/desk.Open", Extent.TORN),
        ("panic: runtime error: index out of range [3] with length 3\n\n", "time.goFunc", Extent.TORN),
    ],
    ids=["a watchdog ends the process", "a timer prints a dump", "another panics", "a timer's work fails"],
)
def test_a_watchdog_ends_the_process_for_what_the_others_wait_for(banner, creator, extent):
    text = banner + CUT.format(creator=creator)
    (moment,) = goroutine_series(read_evidence([Submission(name="t.txt", content=text.encode())]).captures)
    assert moment.extent is extent
