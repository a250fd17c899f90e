"""How the tests of debug=1 pages read one, and the record that most of them begin with."""

from __future__ import annotations

from leakbook.evidence.debug1.goroutines import GoroutineTextReader
from leakbook.evidence.model import Reading
from leakbook.limits import DEFAULT_LIMITS

READER = GoroutineTextReader()
SEND = "7 @ 0x48c18a 0x418c9c 0x418897 0x6b7b3e 0x4930c1\n#\t0x6b7b3d\tmain.leak+0x1d\t/src/main.go:17\n"


def read_one(text: str) -> Reading:
    (reading,) = READER.read(text, DEFAULT_LIMITS)
    return reading
