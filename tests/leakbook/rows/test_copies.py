from dataclasses import replace
from unittest.mock import patch

from leakbook.diagnosis.diagnose import diagnose
from leakbook.evidence.model import GoroutineSnapshot, Submission
from leakbook.evidence.read import read_evidence
from leakbook.limits import DEFAULT_LIMITS
from leakbook.rows.copies import posted_once
from leakbook.rows.moments import distinct_moments

from .captured import START, written
from .profiles import profile

LISTING = "total 0\nlrwx------ 1 root root 64 Nov 25 04:22 {} -> socket:[443471]\n"
SITE = ("shop.(*Book).Add", "main.main")


def without_copies(captures):
    return posted_once(captures).captures


def copies_say(captures):
    return posted_once(captures).doubts


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


def test_equal_values_on_other_stacks_are_no_copy():
    old, new = ("shop.old", "main.main"), ("shop.new", "main.main")
    first = profile(0, (old, 64, 900, 900), (new, 64, 10, 10))
    second = profile(1, (new, 64, 900, 900), (old, 64, 10, 10))
    assert len(without_copies([first, replace(second, sha256=first.sha256)])) == 2


def test_as_many_looks_as_one_file_may_hold_are_not_compared_each_with_each():
    pages = "".join(f"goroutine profile: total {n}\n{n} @ 0x1 0x2\n\n" for n in range(1, DEFAULT_LIMITS.parts + 1))
    captures = posted(pages, at=None)
    assert len(captures) == DEFAULT_LIMITS.parts
    compared = 0

    def counting(one, other, equal=GoroutineSnapshot.__eq__):
        nonlocal compared
        compared += 1
        return equal(one, other)

    with patch.object(GoroutineSnapshot, "__eq__", counting):
        assert len(without_copies(captures)) == len(distinct_moments(captures)) == len(captures)
    assert compared < len(captures)


def test_moments_posted_twice_are_one_where_a_copy_has_no_time():
    def of(*each):
        heads = posted(*(f"goroutine profile: total {total}\n" for total, _ in each))
        return [replace(head, captured_at=at) for head, (_, at) in zip(heads, each, strict=True)]

    later = START.replace(minute=5)
    assert [one.order for one in distinct_moments(of((3, START), (3, None), (4, None)))] == [0, 2]
    assert [one.order for one in distinct_moments(of((3, None), (3, START), (4, START)))] == [0, 2]
    assert [one.order for one in distinct_moments(of((3, START), (3, later), (9, START)))] == [0, 1]
    assert [one.order for one in distinct_moments(of((3, START), (3, later), (9, START), (3, None)))] == [0, 1]


def test_heaps_posted_twice_climb_as_they_do_posted_once(playbooks):
    pair = [
        profile(place, (SITE, 4096, size, size), minutes=START.replace(minute=5 * place))
        for place, size in enumerate((2_000, 20_000))
    ]
    again = [replace(capture, order=capture.order + 2, name="again") for capture in pair]
    once, twice = (diagnose(captures, playbooks) for captures in (pair, pair + again))
    assert once.diagnoses[0].confidence > 0.5
    assert [d.confidence for d in twice.diagnoses] == [d.confidence for d in once.diagnoses]


def test_a_file_posted_twice_is_said_to_count_once():
    captures = posted(*[LISTING.format(n) for n in (3, 4, 3, 4)])
    (said,) = copies_say(captures)
    assert said == "posted_twice: 2.txt is 0.txt again, 3.txt is 1.txt again: what has the same bytes counts once."
    assert not copies_say(posted(LISTING.format(3), LISTING.format(4)))


def test_a_script_that_posts_all_its_files_again_is_told_so_in_one_sentence():
    texts = [LISTING.format(n) for n in range(1, 9)]
    (said,) = copies_say(posted(*texts, *texts))
    assert said.count(" again") == 3
    assert ", 5 more: " in said


def test_a_moment_twice_in_one_file_is_no_second_file():
    captures = posted("goroutine profile: total 3\n3 @ 0x1 0x2\n\n" * 2, at=None)
    assert len(captures) == 2
    assert not copies_say(captures)
