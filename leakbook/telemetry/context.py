"""What the current request or job is called: bound once, on every log line after that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

NOTHING: Mapping[str, str] = MappingProxyType({})
_bound: ContextVar[Mapping[str, str]] = ContextVar("leakbook_log_context", default=NOTHING)


def bound() -> Mapping[str, str]:
    """What is bound in this thread, as `request_id`, `job_id`, `tenant`, `trace_id`."""
    return _bound.get()


def bind(**names: str | None) -> None:
    """Add to what is bound; None is left out."""
    _bound.set({**_bound.get(), **{name: value for name, value in names.items() if value is not None}})


def clear() -> None:
    """Forget all."""
    _bound.set(NOTHING)


@contextmanager
def binding(**names: str | None) -> Iterator[None]:
    """Bind as long as the block runs."""
    before = _bound.get()
    bind(**names)
    try:
        yield
    finally:
        _bound.set(before)
