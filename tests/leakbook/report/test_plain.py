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
    for mark in "[]<>*`#~":
        assert shown.count(mark) == shown.count("\\" + mark)
    assert "@here" not in shown
    assert "http:" not in shown
    assert "www." not in shown.lower()


def test_a_code_span_cannot_be_left():
    assert code("a`b") == "``a`b``"
    assert code("`a") == "`` `a ``"
    assert code("shop.(*T).F") == "`shop.(*T).F`"
    assert "\n" not in code("a\nb")


def test_a_code_block_cannot_be_closed_from_within():
    block = code_block("```\nescape", "go")
    assert block.startswith("````go\n")
    assert block.endswith("\n````")
