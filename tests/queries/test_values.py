"""Parameters, from what people write to what a query takes."""

from datetime import date

import pytest

from ecosystem.cli.querying import AS_PARAM
from ecosystem.names import Ambiguous
from ecosystem.problems import UsageError
from ecosystem.queries import IN_PYTHON, Query, converted, named, read_query, with_names
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
        ("chairs", {"as_of": "31/02/2018"}, "`--as-of` cannot be"),
        ("shared-boards", {"min_shared": "two"}, "`--min-shared` cannot be `two`"),
        ("shared-boards", {"min_shared": "9223372036854775808"}, "`--min-shared` cannot be `9223372036854775808`"),
        ("shared-boards", {"min_shared": "-1"}, "`--min-shared` cannot be `-1`"),
        ("shared-boards", {"min_shared": "any"}, "`--min-shared` cannot be any"),
        ("timeline", {"entity": "any"}, "`--entity` cannot be any"),
        ("seats-then-and-now", {"earlier": "2016", "as_of": "any"}, "`--as-of` cannot be any"),
        ("what-began-or-ended", {"earlier": "2022", "as_of": "2016"}, "31 December 2022 is not earlier than 31 Dec"),
        ("what-began-or-ended", {"earlier": "2018", "as_of": "2018-12"}, "31 December 2018 is not earlier than 31 D"),
        ("overlap-of-two-bodies", {"first": "x"}, "a value for `--second` is missing: the other"),
    ],
)
def test_what_cannot_be_used_is_a_usage_error(name: str, given: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        values(name, **given)


def test_what_is_missing_or_ambiguous_is_answered_with_what_to_type() -> None:
    ambiguous = Ambiguous("EHB", ("health-board", "other"))

    def find(_: str) -> str:
        raise ambiguous

    with pytest.raises(UsageError) as missing:
        values("overlap-of-two-bodies", first="Hub Steering Group", as_of="2018")
    assert missing.value.fix == (
        'add it: ecosystem ask overlap-of-two-bodies --first "Hub Steering Group" --second … --as-of 2018'
    )
    with pytest.raises(UsageError) as raised:
        converted(named("chairs"), {"body": "EHB", "bases": "stated shown"}, DAY, find)
    assert raised.value.fix.splitlines()[1:] == [
        "    ecosystem ask chairs --body health-board --basis stated --basis shown",
        "    ecosystem ask chairs --body other --basis stated --basis shown",
    ]
    with pytest.raises(UsageError, match=r"meant:\s+--param body=health-board\s+--param body=other"):
        converted(named("chairs"), {"body": "EHB"}, DAY, find, AS_PARAM)


def test_in_python_errors_name_the_argument_and_not_the_option() -> None:
    def asked(name: str, **given: str) -> UsageError:
        with pytest.raises(UsageError) as raised:
            converted(named(name), given, DAY, str.lower, IN_PYTHON)
        return raised.value

    assert asked("shared-boards", min_shared="two").message == "`min_shared` cannot be `two`"
    assert asked("shared-boards", least="2").fix == "it takes: min_shared, as_of, bases"
    assert asked("overlap-of-two-bodies", first="PEG").fix == 'add it: ask("overlap-of-two-bodies", second="…")'


def test_names_without_an_option_are_the_entities_asked_about_in_order() -> None:
    query = named("overlap-of-two-bodies")
    assert with_names(query, {"as_of": "2018"}, ["PEG", "ICE"]) == {"as_of": "2018", "first": "PEG", "second": "ICE"}
    assert with_names(query, {"first": "PEG"}, ["ICE"]) == {"first": "PEG", "second": "ICE"}
    assert with_names(named("who-sits-on"), {}, ["body=PEG"]) == {"body": "body=PEG"}


def test_more_names_than_entities_are_refused() -> None:
    with pytest.raises(UsageError, match="takes one name, and cannot use `ICE`"):
        with_names(named("chairs"), {}, ["PEG", "ICE"])
    with pytest.raises(UsageError, match="its options are --earlier, --as-of, --basis"):
        with_names(named("seats-then-and-now"), {}, ["2016", "2018", "2022"])


def test_dates_without_an_option_are_the_days_looked_at_in_order() -> None:
    assert with_names(named("seats-then-and-now"), {}, ["2016", "2022"]) == {"earlier": "2016", "as_of": "2022"}
    assert with_names(named("seats-then-and-now"), {"earlier": "2016"}, ["2022"])["as_of"] == "2022"
    assert with_names(named("chairs"), {}, ["2018-04", "PEG"]) == {"body": "PEG", "as_of": "2018-04"}
