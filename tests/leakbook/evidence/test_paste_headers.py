"""Headers of goroutines that an editor or a foreign keyboard changed."""

from __future__ import annotations

import pytest

from leakbook.evidence.paste.clean import clean

STACK = "shop/desk.(*Till).post(0xc0001)\n\t/src/desk/till.go:44 +0x1f\n"


@pytest.mark.parametrize(
    "header",
    [
        "Goroutine 7 [chan send, 3 minutes]:",
        "goroutine 7 [chan send\uff0c3 minutes]\uff1a",
        "Goroutine 7 [chan send\uff0c 3 minutes]:",
        "goroutine 7 \u3010chan send, 3 minutes\u3011\uff1a",
    ],
)
def test_odd_headers_become_plain(header):
    cleaned, notes = clean(f"{header}\n{STACK}")
    assert cleaned == f"goroutine 7 [chan send, 3 minutes]:\n{STACK}"
    assert notes == ("headers of goroutines were put as Go prints them",)


@pytest.mark.parametrize("number", ["\u2026", "...", "?", "###", "<id>"])
def test_a_number_that_was_left_out_is_put_as_people_write_one_for_many(number):
    cleaned, notes = clean(f"goroutine {number} [chan send, 3 minutes]:\n{STACK}")
    assert cleaned == f"goroutine NNN [chan send, 3 minutes]:\n{STACK}"
    assert notes == ("headers of goroutines were put as Go prints them",)


@pytest.mark.parametrize("number", ["\u2026", "..."])
def test_a_creator_without_its_number_is_named_all_the_same(number):
    created = f"created by shop/desk.Open in goroutine {number}\n\t/src/desk/till.go:9\n"
    cleaned, _ = clean(f"goroutine 7 [chan send]:\n{STACK}{created}")
    assert "\ncreated by shop/desk.Open in goroutine NNN\n" in cleaned


@pytest.mark.parametrize(
    "text",
    [
        "created by shop/desk.Open in goroutine ... or so\n",
        "every goroutine ... [see below] waits\n",
        "goroutine ... [see below]\n",
        "  Goroutine 7 - User: ./till.go:44 shop/desk.(*Till).post (0x4a) [chan send]\n",
        "[Goroutine 7 in state chan send, with shop/desk.(*Till).post on top of the stack:\n",
        f"goroutine 7 [chan send]:\n{STACK}",
    ],
)
def test_other_lines_about_goroutines_stay(text):
    assert not any("as Go prints them" in note for note in clean(text)[1])
