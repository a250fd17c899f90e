"""What is said of a printed table."""

import pytest

from leakbook.diagnosis.evidence_summary import summary_of
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence

TABLE = """Type: {type}
Showing nodes accounting for 15{unit}, 75% of 20{unit} total
      flat  flat%   sum%        cum   cum%
       5{unit} 25.00% 25.00%       20{unit}   100%  shop/web.(*API).Serve
      10{unit} 50.00% 75.00%       10{unit} 50.00%  shop/cart.(*Book).Add
"""


@pytest.mark.parametrize(
    ("sample_type", "unit", "says"),
    [
        ("inuse_space", "MB", ", most in shop/cart.(*Book).Add (10.0 MiB in use, 50 %)"),
        ("alloc_space", "MB", ", most in shop/cart.(*Book).Add (10.0 MiB allocated since the start, 50 %)"),
        ("inuse_objects", "", ", most in shop/cart.(*Book).Add (10 objects in use, 50 %)"),
        ("cpu", "s", ""),
    ],
)
def test_the_largest_function_of_a_table_of_the_heap_is_named_with_what_it_counts(sample_type, unit, says):
    text = TABLE.format(type=sample_type, unit=unit).encode()
    (capture,) = read_evidence([Submission(name="top.txt", content=text)]).captures
    assert summary_of(capture).summary == f"a pprof table of 2 functions{says}"
