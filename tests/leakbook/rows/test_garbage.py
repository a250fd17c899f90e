"""How much of what is allocated becomes garbage, by what a trace shows of it."""

import pytest

from .process_texts import MB, captured, process_row


def glimpse(first):
    lines = [
        f"gc {number} @{number / 50:.3f}s 9%: 0.1+1+0.1 ms clock, 1+1/1/1+1 ms cpu, 9->9->3 MB, 10 MB goal, 8 P"
        for number in range(first, first + 4)
    ]
    return process_row([captured("\n".join(lines))])


def test_a_few_of_many_collections_do_not_tell_how_much_became_garbage():
    late = glimpse(first=5000)
    assert late.churn is None
    assert late.alloc_per_minute > 10_000 * MB


def test_all_the_collections_there_were_tell_how_much_became_garbage():
    assert glimpse(first=1).churn == pytest.approx(6)
