"""A pool child does not have the pages of its arrays made anew again and again."""

from __future__ import annotations

import subprocess
import sys

ARRAYS = """
import resource
from workers.freed_memory import keep_freed_memory

if {keeps}:
    keep_freed_memory()
for _ in range(100):
    pieces = [bytearray(100_000) for _ in range(20)]
    del pieces
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt)
"""


def pages_made(*, keeps: bool) -> int:
    words = [sys.executable, "-c", ARRAYS.format(keeps=keeps)]
    return int(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


def test_freed_memory_is_used_again_without_new_pages():
    assert pages_made(keeps=True) < pages_made(keeps=False) / 2
