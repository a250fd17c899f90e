"""What is said of a printed table, and of runtime numbers."""

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
        ("inuse_space", "MB", "2 functions, most in shop/cart.(*Book).Add (10.0 MiB in use, 50 %)"),
        ("alloc_space", "MB", "2 functions, most in shop/cart.(*Book).Add (10.0 MiB allocated since the start, 50 %)"),
        ("inuse_objects", "", "2 functions, most in shop/cart.(*Book).Add (10 objects in use, 50 %)"),
        ("cpu", "s", "CPU time by 2 functions"),
    ],
)
def test_the_largest_function_of_a_table_of_the_heap_is_named_with_what_it_counts(sample_type, unit, says):
    text = TABLE.format(type=sample_type, unit=unit).encode()
    (capture,) = read_evidence([Submission(name="top.txt", content=text)]).captures
    assert summary_of(capture).summary == f"a pprof table of {says}"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("$ ls /proc/7/fd | wc -l\n120\n", "1 metric: 120 open descriptors"),
        ("go_goroutines 51234\nprocess_open_fds 9\n", "2 metrics: 51,234 goroutines, 9 open descriptors"),
        ("HeapAlloc: 1048576 NumGoroutine: 7\n" * 2, "2 metrics: 7 goroutines, 1.0 MiB allocated on the heap"),
        (
            "HeapAlloc: 1048576 NumGC: 7\nHeapAlloc: 4194304 NumGC: 8\n",
            "2 metrics: 1.0 MiB to 4.0 MiB allocated on the heap",
        ),
        ('go_goroutines{pod="a"} 5\ngo_goroutines{pod="b"} 9\ngo_threads 4\n', "3 metrics"),
    ],
)
def test_the_gauges_of_one_process_are_told_with_their_newest_value(text, says):
    (capture,) = read_evidence([Submission(name="numbers.txt", content=text.encode())]).captures
    assert summary_of(capture).summary == says


STACK = "#\t0x47\tshop.run+0x1\t/src/a.go:41\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"threadcreate profile: total 8\n8 @ 0x47\n{STACK}", "8 threads in 1 group"),
        (f"goroutine profile: total 8\n8 @ 0x47\n{STACK}", "8 goroutines in 1 group"),
        (f"goroutineleak profile: total 8\n8 @ 0x47\n{STACK}", "8 unreachable goroutines in 1 group"),
        (
            "goroutineleak profile: total 0\n",
            "the collector found no unreachable goroutine, which does not clear those that a global variable, a timer "
            "or I/O could still wake",
        ),
    ],
)
def test_a_profile_counts_what_it_is_of(text, says):
    (capture,) = read_evidence([Submission(name="debug1.txt", content=text.encode())]).captures
    assert summary_of(capture).summary.replace(", cut or an excerpt", "") == says


def test_the_sorts_of_descriptors_make_up_the_total():
    links = ["/var/log/a", "socket:[1]", "socket:[2]", "anon_inode:[eventpoll]", "anon_inode:[eventfd]", "/dev/null"]
    text = "".join(
        f"lrwx------ 1 app app 64 Nov 29 09:00 {n} -> {to}\n" for n, to in enumerate([*links, "/x", "pipe:[9]"])
    )
    (capture,) = read_evidence([Submission(name="fd.txt", content=text.encode())]).captures
    assert summary_of(capture).summary == "8 open descriptors (2 files, 2 sockets, 2 anon_inodes, 2 other)"


def test_one_line_is_no_lines():
    page = f"goroutine profile: total 8\n8 @ 0x47\n{STACK}\nnot of it\n8 @ 0x48\n{STACK}"
    (capture,) = read_evidence([Submission(name="debug1.txt", content=page.encode())]).captures
    assert "1 line between records could not be read and was skipped" in capture.reading.notes


def test_the_whole_of_a_heap_page_is_scaled_up_as_its_parts_are():
    page = f"heap profile: 1: 4096 [1: 4096] @ heap/1048576\n1: 4096 [1: 4096] @ 0x47\n{STACK}"
    (capture,) = read_evidence([Submission(name="heap.txt", content=page.encode())]).captures
    assert summary_of(capture).summary == "514 KiB in use when scaled up, 1 sample"
