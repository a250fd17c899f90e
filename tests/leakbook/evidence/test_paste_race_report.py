"""Reports of the race detector: no goroutines that wait, whatever stands beside them is read."""

import pytest

from leakbook.errors import NotRecognised
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence

REPORT = """WARNING: DATA RACE
{access}
  corp.example/shop/till.(*Till).post()
      /src/shop/till/till.go:31 +0x1d

Previous write{at} by main goroutine:
  [failed to restore the stack]

Goroutine 7 (running) created at:
  corp.example/shop/till.Open()
      /src/shop/till/till.go:12 +0x9f
"""
RULE = "==================\n"
DUMP = """panic: test timed out after 1m0s

goroutine 9 [chan send]:
corp.example/shop/desk.(*Desk).ask(0xc0001)
	/src/shop/desk/desk.go:31 +0x1d
created by corp.example/shop/desk.Open
	/src/shop/desk/desk.go:12 +0x9f
"""


def functions_in(text):
    (capture,) = read_evidence([Submission(name="t.txt", content=text.encode())]).captures
    return {frame.function for group in capture.reading.content.groups for frame in group.frames}


@pytest.mark.parametrize(
    ("access", "at"),
    [
        ("Read at 0x00c0000b4008 by goroutine 7:", " at 0x00c0000b4008"),
        ("Read by goroutine 7:", ""),
        ("Write at 0x00c0000b4008 by goroutine\n7:", " at 0x00c0000b4008"),
    ],
)
@pytest.mark.parametrize("rule", [RULE, ""])
def test_a_report_alone_holds_no_evidence(access, at, rule):
    text = rule + REPORT.format(access=access, at=at) + rule + "Found 1 data race(s)\nexit status 66\n"
    with pytest.raises(NotRecognised) as refused:
        read_evidence([Submission(name="t.txt", content=text.encode())])
    assert "race detector" in refused.value.found


@pytest.mark.parametrize("rule", [RULE, ""])
def test_a_dump_beside_it_is_read_without_it(rule):
    report = REPORT.format(access="Read by goroutine 7:", at="")
    wanted = {"corp.example/shop/desk.(*Desk).ask"}
    assert functions_in(f"{rule}{report}{rule}{DUMP}") == wanted
    assert functions_in(f"{DUMP}{rule}{report}{rule}") == wanted
