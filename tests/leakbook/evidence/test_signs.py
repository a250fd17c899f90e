from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakbook.evidence.signs import LineSign, Sign

ROW = r"[ \t]*\d{1,3}% x$"


@given(st.text(alphabet="1 %x\n\t", max_size=30))
def test_a_line_sign_is_where_a_multiline_pattern_is(text: str) -> None:
    assert LineSign(ROW, "%").stands_in(text) == (re.search(f"^{ROW}", text, re.MULTILINE) is not None)
    assert LineSign(ROW).stands_in(text) == (re.search(f"^{ROW}", text, re.MULTILINE) is not None)


@pytest.mark.parametrize(("text", "stands"), [("of 3MB total", True), ("3MB total", False), ("total of 3MB", False)])
def test_a_sign_needs_its_literal_and_its_pattern(text: str, stands: bool) -> None:
    assert Sign(r"of \w+ total", "total").stands_in(text) is stands
