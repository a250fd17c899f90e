import pytest

from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.trial.sketch import render


def test_a_line_is_drawn_as_the_runtime_prints_it():
    text = render(["2 x [chan send, 12 minutes] shop/feed.(*Pool).produce < shop/feed.run by shop/feed.Start in 7"])
    first = text.split("\n\n")[0]
    assert first.startswith("goroutine 1 [select]:\nmain.main()")
    assert text.count("[chan send, 12 minutes]:\nshop/feed.(*Pool).produce(0x") == 2
    assert text.count("created by shop/feed.Start in goroutine 7\n") == 2


def test_the_same_line_keeps_its_goroutines_as_it_grows():
    small = {line for line in render(["3 x [select] shop.wait"]).splitlines() if line.startswith("goroutine")}
    large = {line for line in render(["5 x [select] shop.wait"]).splitlines() if line.startswith("goroutine")}
    assert small < large
    assert len(large - small) == 2


def test_each_in_its_own_goroutine_has_as_many_creators():
    text = render(["4 x [select] shop.wait by shop.serve in *"])
    assert len({line for line in text.splitlines() if line.startswith("created by shop.serve")}) == 4


def test_it_is_read_as_a_whole_process():
    drawn = render(["4 x [select] shop.wait"]).encode()
    (capture,) = read_evidence([Submission(name="sketch", content=drawn)]).captures
    assert capture.reading.content.complete
    assert capture.reading.content.total == 6


@pytest.mark.parametrize("line", ["chan send shop.f", "x [select] f", "3 x select f", "999999 x [select] f", ""])
def test_what_is_no_sketch_is_refused(line):
    with pytest.raises(ValueError, match="sketch"):
        render([line])
