"""What a group's stack tells of itself."""

from __future__ import annotations

import pytest

from leakbook.evidence.frames import Frame
from leakbook.rows.goroutines.group_stack import in_dependency_only, is_cut_short


@pytest.mark.parametrize("outermost", ["io.ReadAtLeast", "bufio.(*Reader).Read", "internal/poll.(*FD).Read"])
def test_a_profile_s_stack_that_ends_in_a_read_is_cut_short(outermost: str) -> None:
    frames = [Frame(function="internal/poll.runtime_pollWait"), Frame(function=outermost)]
    assert is_cut_short(frames, None, is_dump=False)


@pytest.mark.parametrize(
    "outermost", ["io.Copy", "io.CopyBuffer", "net.(*TCPConn).ReadFrom", "bufio.(*Reader).WriteTo", "net.f.func1"]
)
def test_a_goroutine_may_be_started_with_what_passes_bytes_on(outermost: str) -> None:
    """Go 1.27 leaves the wrapper of `go io.Copy(a, b)` out of the stack, as all releases do."""
    frames = [Frame(function="internal/poll.runtime_pollWait"), Frame(function=outermost)]
    assert is_cut_short(frames, None, is_dump=False) is False


def test_a_stack_is_a_dependency_s_where_all_files_that_are_told_lie_among_dependencies() -> None:
    cached = Frame(function="trace.example.(*Sender).drain", file="/go/pkg/mod/trace.example@v1.2.0/sender.go")
    cut = Frame(function="trace.example.newSender")
    own = Frame(function="shop.open", file="/src/shop/open.go")
    assert in_dependency_only([cached], cut) is True
    assert in_dependency_only([cached], own) is False
    assert in_dependency_only([cut], None) is None
