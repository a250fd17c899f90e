"""Profiles in protobuf name their binary: those of another program are not compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from leakbook.evidence.model import Binary
from leakbook.rows.programs import of_one_program

from .captured import START
from .profiles import profile

SITE = (("shop.(*Book).Add", "main.main"), 64, 10, 10)


def of(*binaries: tuple[str, str] | None):
    """A heap profile of each binary, a minute apart."""
    found = []
    for place, binary in enumerate(binaries):
        capture = profile(place, SITE, minutes=START + timedelta(minutes=place))
        named = None if binary is None else Binary(build_id=binary[0], name=binary[1])
        found.append(replace(capture, reading=replace(capture.reading, binary=named)))
    return found


@pytest.mark.parametrize(
    ("binaries", "kept"),
    [
        ([("4be1", "api"), ("4be1", "api")], [0, 1]),
        ([("4be1", "api"), ("90c2", "api")], [1]),
        ([("4be1", "api"), ("4be1", "api"), ("90c2", "api")], [0, 1]),
        ([("4be1", "/srv/api"), ("4be1", "api-local")], [0, 1]),
        ([("", "api"), ("", "api")], [0, 1]),
        ([("", "api"), ("", "worker")], [1]),
        ([("4be1", "api"), ("", "api")], [0, 1]),
        ([("4be1", "api"), ("", "worker")], [1]),
        ([("4be1", ""), ("", "worker")], [0, 1]),
        ([("4be1", "api"), None, ("90c2", "api")], [1, 2]),
    ],
)
def test_profiles_of_one_binary_are_kept_together(binaries, kept):
    program = of_one_program(of(*binaries))
    assert [capture.order for capture in program.captures] == kept
    assert bool(program.doubts) == (len(kept) < len(binaries))


def test_the_warning_says_which_binaries_and_what_was_judged():
    (doubt,) = of_one_program(of(("5ceb2d9852e4cf077f90", "api"), ("", "worker"))).doubts
    assert doubt.startswith("other_process: The profiles are of different binaries (api of build id 5ceb2d9852e4, work")
    assert doubt.endswith("Judged: heap-1; not compared with it: heap-0.")
