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


@pytest.mark.parametrize(
    "text",
    [
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
    assert time.process_time() - began < 5
