"""Captures for the rows' tests: files beside this module, and dumps written as text, read by the real readers."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from leakbook.evidence.model import Capture, Submission
from leakbook.evidence.read import read_evidence

CAPTURES = Path(__file__).parent / "captures"
START = datetime(2026, 1, 1, tzinfo=UTC)


def captured(*names: str, minutes: float | None = 1.0) -> tuple[Capture, ...]:
    """The named capture files as successive moments, `minutes` apart (None: the time each states itself)."""
    return read_evidence(
        [
            Submission(
                name=name,
                content=(CAPTURES / name).read_bytes(),
                captured_at=None if minutes is None else START + timedelta(minutes=minutes * index),
            )
            for index, name in enumerate(names)
        ]
    ).captures


def written(*texts: str, minutes: float | None = 1.0) -> tuple[Capture, ...]:
    """Texts as successive captures."""
    return read_evidence(
        [
            Submission(
                name=f"t{index}.txt",
                content=text.encode(),
                captured_at=None if minutes is None else START + timedelta(minutes=minutes * index),
            )
            for index, text in enumerate(texts)
        ]
    ).captures


def goroutine(number: int, state: str, *calls: str, creator: str = "") -> str:
    """One goroutine of a debug=2 dump: calls leaf first as `pkg.f(0xc000012000):31`, creator as `pkg.g:17`."""
    lines = [f"goroutine {number} [{state}]:"]
    for call in calls:
        shown, _, line = call.rpartition(":")
        package = shown.split("(")[0].rsplit(".", 1)[0].strip(".")
        lines += [shown, f"\t/src/{package}/file.go:{line} +0x1d"]
    if creator:
        name, _, line = creator.rpartition(":")
        function, _, parent = name.partition(" in ")
        lines += [
            f"created by {function}" + (f" in goroutine {parent}" if parent else ""),
            f"\t/src/shop/file.go:{line} +0x9f",
        ]
    return "\n".join(lines) + "\n"


MAIN = goroutine(1, "sleep", "time.Sleep(0x3b9aca00):338", "main.main():20")
TAKER = goroutine(
    3, "running", "runtime/pprof.writeGoroutineStacks({0x1, 0x2}):799", creator="net/http.(*Server).Serve in 1:3493"
)


def dump(goroutines: Sequence[str]) -> str:
    """A whole dump: main, the goroutine that takes the dump, and the given ones."""
    return "\n".join((MAIN, TAKER, *goroutines))


def mutex(address: int) -> tuple[str, ...]:
    """The frames of a goroutine that waits for the mutex at the address, as Go 1.27 prints them."""
    return (
        f"internal/sync.runtime_SemacquireMutex({address + 4:#x}, 0x0, 0x1):95",
        f"internal/sync.(*Mutex).lockSlow({address:#x}):149",
        "internal/sync.(*Mutex).Lock(...):70",
        "sync.(*Mutex).Lock(...):46",
    )
