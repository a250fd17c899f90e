from dataclasses import replace

from leakbook.diagnosis.diagnose import diagnose
from leakbook.evidence.model import Submission
from leakbook.evidence.read import read_evidence
from leakbook.rows.copies import without_copies

from .captured import START, written
from .profiles import profile

LISTING = "total 0\nlrwx------ 1 root root 64 Nov 25 04:22 {} -> socket:[443471]\n"
SITE = ("shop.(*Book).Add", "main.main")


def posted(*texts, at=START):
    files = [Submission(name=f"{place}.txt", content=text.encode(), captured_at=at) for place, text in enumerate(texts)]
    return read_evidence(files).captures


def test_a_file_posted_twice_is_one_look_whatever_it_is_named():
    assert [capture.name for capture in without_copies(posted(LISTING.format(3), LISTING.format(3)))] == ["0.txt"]
    assert len(without_copies(posted(LISTING.format(3), LISTING.format(4)))) == 2


def test_the_same_words_at_another_time_are_another_look():
    assert len(without_copies(written(LISTING.format(3), LISTING.format(3)))) == 2


def test_what_one_bundle_holds_has_its_bytes_in_common_but_is_no_copy():
    first, second = profile(0, (SITE, 64, 10, 10)), profile(1, (SITE, 64, 20, 20))
    assert len(without_copies([first, replace(second, sha256=first.sha256)])) == 2
    assert len(without_copies([first, replace(first, order=1, name="again")])) == 1


def test_heaps_posted_twice_climb_as_they_do_posted_once(playbooks):
    pair = [
        profile(place, (SITE, 4096, size, size), minutes=START.replace(minute=5 * place))
        for place, size in enumerate((2_000, 20_000))
    ]
    again = [replace(capture, order=capture.order + 2, name="again") for capture in pair]
    once, twice = (diagnose(captures, playbooks) for captures in (pair, pair + again))
    assert once.diagnoses[0].confidence > 0.5
    assert [d.confidence for d in twice.diagnoses] == [d.confidence for d in once.diagnoses]
