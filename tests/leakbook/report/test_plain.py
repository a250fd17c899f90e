import re
import time

import pytest

from leakbook.report.plain import code, code_block, markdown, one_line


def test_control_and_direction_characters_are_taken_out():
    assert one_line("a\x1b[31mb\u202ec\r\nd\u200be\x00") == "a[31mbc de"


@pytest.mark.parametrize(
    "hostile",
    [
        "[click](http://evil)",
        "WWW.evil.example",
        "*bold*",
        "<script>",
        "<!channel>",
        "@here",
        "`x`",
        "# head",
        "~~x~~",
        "![i](u)",
    ],
)
def test_markdown_shows_hostile_text_literally(hostile):
    shown = markdown(hostile)
    assert shown == code(hostile) or all(shown.count(mark) == shown.count("\\" + mark) for mark in "[]<>*`#~")
    assert (shown == code(hostile)) == any(sign in hostile for sign in ("http", "WWW"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("such as http://localhost:6060.", "such as `http://localhost:6060`."),
        ("(see https://go.dev/ref(1))", "(see `https://go.dev/ref(1)`)"),
        ("in a.org/b.(*T).Get (x.go:3).", r"in `a.org/b.(*T).Get` (x.go:3)."),
        ("net/http.(*Server).Serve", r"net/http.(\*Server).Serve"),
        ("/go/pkg/mod/a.org/b@v1.2.0/c.go:7", "`/go/pkg/mod/a.org/b@v1.2.0/c.go:7`"),
        ("www.evil.example!", "`www.evil.example!`"),
        ("`http://a`", "`` `http://a` ``"),
        ("as -F 'm={\"a_b\":1}', once", "as `-F 'm={\"a_b\":1}'`, once"),
        ("done! Now, at 5 @ 3", "done! Now, at 5 @ 3"),
    ],
)
def test_what_a_chat_would_bring_to_life_can_be_copied(text, shown):
    assert markdown(text) == shown


def test_what_is_one_long_word_is_shown_in_linear_time():
    started = time.process_time()
    for word in ("http:" + ")" * 200_000, "(" * 200_000 + "@a", "." * 200_000 + "@", "a-" * 100_000, "a." * 100_000):
        markdown(word)
    assert time.process_time() - started < 5


def test_nobody_is_called_by_name():
    for hostile in ("@here", "<!channel>", "(@a.b)", "http://<!here>"):
        assert not re.search(r"[@!]\w", markdown(hostile))
        assert markdown(hostile).replace("\N{WORD JOINER}", "").replace("\\", "").strip("`") == hostile
    assert "<!here" not in code("http://<!here>")
    assert code("curl -F evidence=@dump.txt") == "`curl -F evidence=@dump.txt`"


def test_a_code_span_cannot_be_left():
    assert code("a`b") == "``a`b``"
    assert code("`a") == "`` `a ``"
    assert code("shop.(*T).F") == "`shop.(*T).F`"
    assert "\n" not in code("a\nb")


def test_a_code_block_cannot_be_closed_from_within():
    block = code_block("```\nescape", "go")
    assert block.startswith("````go\n")
    assert block.endswith("\n````")
