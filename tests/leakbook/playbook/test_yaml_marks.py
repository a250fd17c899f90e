import pytest

from leakbook.playbook.yaml_marks import MAX_DEPTH, read_yaml


def problems(text):
    return [str(problem) for problem in read_yaml("f.yaml", text).problems]


def test_values_keep_their_types_and_places():
    document = read_yaml("f.yaml", "a: 1\nb: [1.5, true, x y, '007', \"1.20\"]\n")
    assert document.problems == []
    assert document.value == {"a": 1, "b": [1.5, True, "x y", "007", "1.20"]}
    assert document.places[("b", 2)] == (2, 16)


def test_a_key_written_twice_is_reported_where_it_is_written_again():
    assert problems("a: 1\nb: 2\na: 3\n") == ["f.yaml:3:1: a: written twice"]


@pytest.mark.parametrize(
    "spelled", ["yes", "no", "On", "null", "~", "0x1F", "010", "2026-01-01", "12:30:45", ".nan", "-.inf"]
)
def test_what_yaml_readers_disagree_on_must_be_quoted(spelled):
    assert "quote it" in problems(f"a: {spelled}\n")[0]
    assert problems(f"a: '{spelled}'\n") == []


def test_on_is_a_key_like_any_other():
    assert read_yaml("f.yaml", "on: goroutine_group\n").value == {"on": "goroutine_group"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a: &x 1\n", "anchors"),
        ("a: &x 1\nb: *x\n", "aliases"),
        ("a: !!python/object:os.system x\n", "tags"),
        ("a: !custom x\n", "tags"),
    ],
)
def test_tags_anchors_and_aliases_are_mistakes(text, word):
    assert any(word in problem for problem in problems(text))


def test_an_empty_value_an_empty_file_and_a_second_document_are_mistakes():
    assert problems("a:\n") == ["f.yaml:1:3: a: has no value"]
    assert problems("") == ["f.yaml:1:1: the file is empty"]
    assert "second document" in problems("a: 1\n---\nb: 1\n")[0]


def test_broken_yaml_says_where():
    found = problems("a: [1, 2\nb: 3\n")
    assert len(found) == 1
    assert found[0].startswith("f.yaml:2:")
    assert "not YAML" in found[0]


def test_depth_is_bounded_at_the_limit_and_one_past_it():
    at_limit = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert problems(at_limit) == []
    past = "a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert "deep" in problems(past)[0]


def test_a_bomb_of_aliases_is_read_without_growing():
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    assert len(str(read_yaml("f.yaml", bomb).value)) < 10_000


def test_a_mistake_is_placed_at_the_deepest_known_part_of_its_path():
    document = read_yaml("f.yaml", "a:\n  b: 1\n")
    document.complain(("a", "b", "c"), "wrong")
    assert [str(problem) for problem in document.problems] == ["f.yaml:2:3: a.b.c: wrong"]
