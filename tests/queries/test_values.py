"""Parameters, from what people write to what a query takes."""

from datetime import date

import pytest

from ecosystem.problems import UsageError
from ecosystem.queries import Query, converted, named, read_query, understood
from ecosystem.queries.values import Value

DAY = date(2022, 7, 19)


def values(name: str, **given: str) -> dict[str, Value]:
    return converted(named(name), given, DAY, str.lower)


def kinds() -> Query:
    query, problems = read_query(
        "a",
        "b",
        "// Why?\n//\n// So.\n//\n// @param flag:boolean = yes  x\n// @param word:string = any  x\n"
        "// @returns one:integer  x\nWITH $flag AS f, $word AS w RETURN 1 AS one ORDER BY one",
    )
    assert not problems
    assert query is not None
    return query


def test_defaults_stand_in_for_what_is_not_given() -> None:
    assert values("who-sits-on") == {"body": None, "as_of": DAY, "bases": None}
    assert values("lines-upward")["bases"] == ["stated", "implied", "shown"]
    assert values("shared-boards")["min_shared"] == 2


def test_partial_dates_mean_their_last_day_and_any_means_no_limit() -> None:
    assert values("chairs", as_of="2018-02")["as_of"] == date(2018, 2, 28)
    assert values("chairs", as_of="any")["as_of"] is None


def test_entities_are_resolved_and_lists_are_split() -> None:
    assert values("chairs", body="PEG")["body"] == "peg"
    assert values("chairs", bases="stated,implied")["bases"] == ["stated", "implied"]


def test_flags_and_words_are_read() -> None:
    query = kinds()
    assert converted(query, {}, DAY, str) == {"flag": True, "word": None}
    assert converted(query, {"flag": "no", "word": "x"}, DAY, str) == {"flag": False, "word": "x"}


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("chairs", {"bord": "x"}, "has no parameter `bord`"),
        ("chairs", {"as_of": "31/02/2018"}, "as_of cannot be"),
        ("shared-boards", {"min_shared": "two"}, "min_shared cannot be `two`"),
        ("overlap-of-two-bodies", {"first": "x"}, "needs second"),
    ],
)
def test_what_cannot_be_used_is_a_usage_error(name: str, given: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        values(name, **given)


def test_bare_values_fill_parameters_in_order() -> None:
    query, given = understood(["overlap-of-two-bodies", "PEG", "as_of=2018", "ICE"])
    assert query.name == "overlap-of-two-bodies"
    assert given == {"first": "PEG", "second": "ICE", "as_of": "2018"}


def test_an_equals_sign_after_anything_but_a_parameter_is_part_of_a_value() -> None:
    hostile = "' OR 1=1 //"
    assert understood(["who-sits-on", hostile])[1] == {"body": hostile}
    assert understood(["who-sits-on", f"body={hostile}"])[1] == {"body": hostile}
    with pytest.raises(UsageError, match="cannot use `bord=PEG`"):
        understood(["chairs", "PEG", "bord=PEG"])


def test_more_values_than_parameters_are_refused() -> None:
    with pytest.raises(UsageError, match="cannot use `ICE`"):
        understood(["chairs", "PEG", "ICE"])
