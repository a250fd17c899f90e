"""A pool child's bound on memory, and the little beyond it with which a job that ran out can still be ended.

CPython aborts the process when memory runs out again while an exception is made ready, so whoever ran out needs some.
"""

from __future__ import annotations

import resource
from typing import Final

SPARE_BYTES: Final = 64 * 2**20


def bound_memory(job_bytes: int) -> None:
    """Hold this process to so many bytes of address space; 0 for no bound."""
    if job_bytes:
        resource.setrlimit(resource.RLIMIT_AS, (job_bytes, job_bytes + SPARE_BYTES))


def lend_spare_memory() -> None:
    """Let the process use the spare, for good: a child that ran out is near the size at which it is replaced."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
