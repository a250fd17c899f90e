"""One target in one process: `python -m tools.fuzz.child TARGET WORK [libFuzzer options] FOLDER`.

libFuzzer never returns; figures are written to WORK/figures.json every second and at the end.
"""

from __future__ import annotations

import atexit
import resource
import signal
import sys
import time
from pathlib import Path
from typing import Final

import atheris

with atheris.instrument_imports(include=["leakbook"]):
    from .targets import ANSWERS, TARGETS, shipped_playbooks

from .crashes import Tally, place_of
from .mutators import mutate
from .playbook_mutators import mutate_playbook

SLOW_SECONDS: Final = 5.0
HANG_SECONDS: Final = 20.0
HEADROOM: Final = 500 * 2**20
"""Bytes that one input may cost above what the process holds when it begins."""


def main() -> None:
    """Fuzz until libFuzzer's own time is over."""
    name, work, *options = sys.argv[1:]
    target, tally, figures = TARGETS[name], Tally(folder=Path(work) / "crashes"), Path(work) / "figures.json"
    if name == "answer":
        shipped_playbooks()
    saved = time.monotonic()

    def one(content: bytes) -> None:
        nonlocal saved
        began, wrong = time.perf_counter(), None
        signal.setitimer(signal.ITIMER_REAL, HANG_SECONDS)
        unbounded = _bound_memory()
        try:
            target(content)
        except ANSWERS:
            pass  # what hostile input is to get
        except Exception as error:  # noqa: BLE001 - finding these is the purpose; each is recorded
            wrong = place_of(error)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            resource.setrlimit(resource.RLIMIT_AS, unbounded)
        took = time.perf_counter() - began
        if wrong is not None:
            tally.record(wrong, content)
        tally.inputs += 1
        tally.slowest_seconds = max(tally.slowest_seconds, took)
        if took > SLOW_SECONDS:
            tally.record(f"slow: over {SLOW_SECONDS:.0f} s", content)
        if time.monotonic() - saved > 1:
            saved = time.monotonic()
            tally.save(figures)

    shaped = mutate_playbook if name == "playbooks" else mutate

    def change(content: bytes, most: int, seed: int) -> bytes:
        return shaped(content, most, seed, atheris.Mutate)

    signal.signal(signal.SIGALRM, _interrupt)
    atexit.register(tally.save, figures)
    atheris.Setup([sys.argv[0], *options], one, custom_mutator=change)
    atheris.Fuzz()


def _interrupt(_number: int, _frame: object) -> None:
    raise TimeoutError(f"over {HANG_SECONDS:.0f} s")


def _bound_memory() -> tuple[int, int]:
    """Give the next input HEADROOM; the limits of before, to restore."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + HEADROOM, hard))
    return soft, hard


if __name__ == "__main__":
    main()
