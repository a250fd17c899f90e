from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from leakbook.evidence.signs import LineSign, Sign

ROW = r"[ \t]*\d{1,3}% x$"


@given(st.text(alphabet="1 %x\n\t", max_size=30))
def test_a_line_sign_is_where_a_multiline_pattern_is(text: str) -> None:
    assert LineSign(ROW, "%").stands_in(text) == (re.search(f"^{ROW}", text, re.MULTILINE) is not None)
    assert LineSign(ROW).stands_in(text) == (re.search(f"^{ROW}", text, re.MULTILINE) is not None)


def test_a_sign_needs_its_literal_and_its_pattern() -> None:
    sign = Sign(r"of \w+ total", "total")
    assert [sign.stands_in(text) for text in ("of 3MB total", "3MB total", "of 3MB totals")] == [True, False, True]
    assert not Sign(r"of \w+ total", "absent").stands_in("of 3MB total")
