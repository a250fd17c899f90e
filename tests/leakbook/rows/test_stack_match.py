import pytest

from leakbook.rows.idle import IdleEntry, IdleKnowledge, Per
from leakbook.rows.stack_match import LONGEST_NAME, Glob, compile_function_pattern, compile_stack_pattern

READ_LOOP = ("net/http.(*persistConn).readLoop", "net/http.(*Transport).dialConn.gowrap2")


@pytest.mark.parametrize(
    ("glob", "function", "fits"),
    [
        ("net/http.(*persistConn).readLoop", "net/http.(*persistConn).readLoop", True),
        ("net/http.(*persistConn).readLoop", "net/http.(*persistConn).readLoops", False),
        ("net/http.(*persistConn).*", "net/http.(*persistConn).writeLoop", True),
        ("net/*", "net/http/httputil.Dump", False),
        ("net/**", "net/http/httputil.Dump", True),
        ("**/errgroup.(*Group).Wait", "golang.org/x/sync/errgroup.(*Group).Wait", True),
        ("*.(*DB).conn", "database/sql.(*DB).conn", False),
        ("**.(*DB).conn", "database/sql.(*DB).conn", True),
        ("a.b", "axb", False),
    ],
)
def test_a_glob_matches_whole_names_and_one_star_stops_at_a_slash(glob, function, fits):
    assert Glob(glob).matches(function) is fits


def test_a_glob_remembers_its_answer_for_a_name():
    glob = Glob("shop/**")
    assert glob.matches("shop/orders.Add") is True
    assert glob.matches("shop/orders.Add") is True
    assert glob._answers == {"shop/orders.Add": True}


def test_names_beyond_the_longest_match_no_wildcard():
    assert Glob("**a").matches("a" * LONGEST_NAME)
    assert not Glob("**a").matches("a" * (LONGEST_NAME + 1))


@pytest.mark.parametrize("glob", ["", "*a*b*c*d*e"])
def test_a_glob_that_cannot_be_meant_is_refused(glob):
    with pytest.raises(ValueError, match=r"glob|wildcards"):
        Glob(glob)


def test_all_that_a_stack_pattern_gives_must_hold():
    pattern = compile_stack_pattern(contains=["net/http.(*Transport).*"], leaf="net/http.(*persistConn).readLoop")
    assert pattern.matches(READ_LOOP, (False, False))
    assert not pattern.matches(READ_LOOP[::-1], (False, False))
    assert not compile_stack_pattern(lacks=["net/http.(*Transport).*"]).matches(READ_LOOP, (False, False))
    assert not compile_stack_pattern(contains_any=["os.*", "io.*"]).matches(READ_LOOP, (False, False))
    assert not compile_stack_pattern(has_app_frame=True).matches(READ_LOOP, (False, False))
    assert compile_stack_pattern(has_app_frame=True).matches(READ_LOOP, (False, True))


def test_a_leaf_demand_is_not_met_by_an_empty_stack():
    assert not compile_stack_pattern(leaf="**").matches((), ())


def test_a_creator_that_is_not_known_fits_no_function_pattern():
    is_dial = compile_function_pattern("net/http.(*Transport).dialConn")
    assert is_dial("net/http.(*Transport).dialConn")
    assert not is_dial(None)


def test_an_idle_entry_asks_for_its_state_only_where_the_state_is_known():
    opener = IdleEntry(
        id="sql-opener",
        states=("select",),
        stack=compile_stack_pattern(leaf="database/sql.(*DB).connectionOpener"),
        at_most=1,
        per=Per.POOL,
    )
    known = IdleKnowledge(entries=(opener,))
    stack = ("database/sql.(*DB).connectionOpener",)
    assert known.entry_for("select", stack, (False,), None) is opener
    assert known.entry_for(None, stack, (False,), None) is opener
    assert known.entry_for("IO wait", stack, (False,), None) is None
    assert opener.usual == 8
