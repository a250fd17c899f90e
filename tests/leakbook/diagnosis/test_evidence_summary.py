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


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("$ ls /proc/7/fd | wc -l\n120\n", "1 metric: open descriptors 120"),
        ("go_goroutines 12\nprocess_open_fds 7\n", "2 metrics: goroutines 12, open descriptors 7"),
        (
            "HeapAlloc=12MB NumGoroutine=3\nHeapAlloc=24MB NumGoroutine=3\n",
            "2 metrics: goroutines 3, heap 12.0 MiB to 24.0 MiB",
        ),
        ('go_goroutines{pod="a"} 12\ngo_goroutines{pod="b"} 13\n', "2 metrics"),
    ],
)
def test_figures_that_are_asked_for_most_are_told(text, says):
    (capture,) = read_evidence([Submission(name="m.txt", content=text.encode())]).captures
    assert summary_of(capture).summary == says
