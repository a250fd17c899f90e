"""`list` of the pprof tool and the source view of its web page."""

from __future__ import annotations

import time

import pytest

from leakbook.errors import Malformed
from leakbook.evidence.model import TopTable
from tests.leakbook.evidence.printed import PUT, read, rows, table
from tests.leakbook.evidence.shop import posted


def test_list_gives_a_row_for_each_line_that_counts() -> None:
    text = posted("list.txt").decode()
    found = {row.line: row for row in table(text).rows}
    assert found[26].function == PUT
    assert found[26].file == "main.go"
    assert found[26].flat == max(row.flat for row in found.values()) > 8 * 2**20
    assert 27 not in found


def test_list_after_top_gives_the_function_its_hottest_line() -> None:
    top = posted("top.txt").decode()
    total = "Total: " + top.split(" of ")[1].split(" total")[0]
    text = top + "(pprof) list put\n" + total + posted("list.txt").decode().partition("\n")[2].join(("\n", ""))
    row = next(row for row in table(text).rows if row.function == PUT)
    assert (row.file, row.line) == ("main.go", 26)


def test_the_sum_above_a_listing_counts_where_none_of_its_lines_was_pasted() -> None:
    listing = "Total: 60.37MB\nROUTINE ======================== shop/desk.Open in /src/desk.go\n"
    cut = listing + "    7.50MB     8.50MB (flat, cum) 14.08% of Total\n    .    .    781:func Open() *Desk {\n"
    assert rows(cut) == [("shop/desk.Open", round(7.5 * 2**20), round(8.5 * 2**20))]
    whole = table(cut + "    7.50MB     7.50MB    782:\treturn &Desk{}\n")
    assert [(row.line, row.flat) for row in whole.rows] == [(782, round(7.5 * 2**20))]


WEB_LISTING = """
shop/orders.(*Book).Keep
/src/shop/orders/book.go

  Total:      {flat:>8}   {flat:>8} (flat, cum)  2.50%
     40            .          .           func (b *Book) Keep(all []Order) {{
     42       {flat:>8}   {flat:>8}           		b.kept = append(b.kept, all...)
     43            .          .           }}
"""


def test_the_source_view_of_the_web_page_is_a_listing_with_its_numbers_in_front() -> None:
    top = table(f"Checking inuse_objects:\n{WEB_LISTING.format(flat=309611)}")
    (row,) = top.rows
    assert (row.function, row.file, row.line) == ("shop/orders.(*Book).Keep", "/src/shop/orders/book.go", 42)
    assert (row.flat, row.code) == (309611, "b.kept = append(b.kept, all...)")
    assert (top.sample_type, top.unit, top.total) == ("inuse_objects", "count", 12384440)


def test_the_source_of_one_function_twice_is_two_moments() -> None:
    text = "".join(f"after {day} days\n{WEB_LISTING.format(flat=flat)}" for day, flat in ((1, "80MB"), (2, "90MB")))
    tables = [reading.content for reading in read(text)]
    assert [one.rows[0].flat for one in tables if isinstance(one, TopTable)] == [80 * 2**20, 90 * 2**20]


def test_a_page_of_thousands_of_sources_is_read_in_linear_time() -> None:
    def seconds(functions: int) -> float:
        text = "".join(
            f"shop/o.(*Book{n}).Keep\n/src/o.go\n  Total:  1MB  1MB (flat, cum)  2.62%\n 42  1MB  1MB  x\n"
            for n in range(functions)
        )
        began = time.process_time()
        assert len(table(text).rows) == functions
        return time.process_time() - began

    assert seconds(8000) < 6 * seconds(2000) + 0.5


@pytest.mark.parametrize(
    "line", ["shop/orders.(*Book).Keep and its callers", "/src/shop/orders/book.go", "orders", "three orders"]
)
def test_a_sum_below_other_words_names_no_function(line: str) -> None:
    with pytest.raises(Malformed):
        read(WEB_LISTING.format(flat=309611).replace("shop/orders.(*Book).Keep", line))
