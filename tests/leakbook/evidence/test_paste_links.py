"""Names that an editor took for addresses: `[shop.f](http://shop.f)` is `shop.f`."""

import time

import pytest

from leakbook.evidence.model import Submission
from leakbook.evidence.paste.links import strip_links
from leakbook.evidence.read import read_evidence


def linked(name):
    return f"[{name}](http://{name})"


@pytest.mark.parametrize(
    "name",
    [
        "example.org/shop/flow.newNode.func1+0xa5",
        "example.org/shop/flow.(*Node).work+0x1b9",
        "example.org/shop/flow.Store[...].get+0x1b9",
        "example.org/shop/flow.go:159",
    ],
)
def test_a_name_shown_and_linked_alike_is_the_name(name):
    assert strip_links(f"#\t0x1\t{linked(name)}  /go/src/{linked(name)}") == f"#\t0x1\t{name}  /go/src/{name}"
    assert strip_links(f"<http://{name}|{name}>({{0x1}})") == f"{name}({{0x1}})"


def test_a_link_in_angle_brackets_and_one_to_a_mailbox():
    assert strip_links("[a.org/b](<https://a.org/b>):7") == "a.org/b:7"
    assert strip_links("\t/go/pkg/mod/[a.org/b@v1.2.0](mailto:a.org/b@v1.2.0)/c.go:7") == (
        "\t/go/pkg/mod/a.org/b@v1.2.0/c.go:7"
    )


def to_line(number, job="https://ci.example.org/shop/runs/7/job/9"):
    return f"[{number}]({job}#step:6:{number})"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (f"\t/src/flow.go:1{to_line(26)} +0xa5", "\t/src/flow.go:126 +0xa5"),
        (f"shop.f(0xc0001{to_line(24)}7b0, 0x{to_line(31)})", "shop.f(0xc0001247b0, 0x31)"),
        (f"main.f({to_line(26, 'https://ci.example.org/runs/58?suite_focus=true')}8)", "main.f(268)"),
    ],
)
def test_a_number_that_leads_to_a_line_of_a_job_s_log_is_the_number(written, meant):
    assert strip_links(written) == meant


def test_a_stack_from_a_job_s_log_keeps_the_calls_whose_arguments_became_links():
    dump = (
        "goroutine 35 [chan receive, 9 minutes]:\n"
        f"example.org/shop/flow.(*Node).work(0xc00012a680, {{0x608cad, 0x6}}, 0xc0001{to_line(24)}7b0)\n"
        f"\t/src/flow.go:1{to_line(26)} +0xa5\n"
        "created by example.org/shop/flow.Start\n\t/src/flow.go:40 +0x1d\n"
    )
    (capture,) = read_evidence([Submission(name="paste.txt", content=dump.encode())]).captures
    (group,) = capture.reading.content.groups
    (frame,) = group.frames
    assert (frame.function, frame.line) == ("example.org/shop/flow.(*Node).work", 126)


@pytest.mark.parametrize(
    "text",
    [
        "as said in [26](https://ci.example.org/shop/issues/26)",
        "main.f(map[26](https://ci.example.org/#step:six:26))",
        "see [the code](http://example.org/shop/flow.go)",
        "main.f(map[a](http))",
        "main.f(map[x](http://x))",
        "[](http://)",
        "no link",
    ],
)
def test_what_somebody_linked_stays(text):
    assert strip_links(text) is None


def test_a_page_of_counts_with_links_is_read():
    page = (
        "goroutine profile: total 4070\n4000 @ 0x17850d6 0x1795bfe 0x374e386 0x17bb9a1\n"
        f"#   0x374e385   {linked('example.org/shop/flow.newNode.func1+0xa5')}  "
        f"/go/src/{linked('example.org/shop/flow.go:159')}\n\n"
        "70 @ 0x17850d6 0x174d5bd 0x174d0b8 0x357c6ba 0x17bb9a1\n"
        f"#   0x357c6b9   {linked('example.org/shop/flow.(*Node).work+0x1b9')}   "
        f"/go/src/{linked('example.org/shop/node.go:126')}\n"
    )
    (capture,) = read_evidence([Submission(name="paste.txt", content=page.encode())]).captures
    groups = {group.frames[0].function: group for group in capture.reading.content.groups}
    start = groups["example.org/shop/flow.newNode.func1"]
    assert (start.count, start.frames[0].file, start.frames[0].line) == (4000, "/go/src/example.org/shop/flow.go", 159)
    assert groups["example.org/shop/flow.(*Node).work"].count == 70


def test_many_brackets_take_linear_time():
    began = time.process_time()
    strip_links("[" * 200_000 + "](http://a" * 20_000)
    strip_links("#step:" + "[26](http://a" * 20_000 + "[26](http://" + "a" * 500_000)
    assert time.process_time() - began < 5
