"""`ecosystem ask`: questions by name, with options of their own, and what is said where one is not understood."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import click
import pytest
from answers.asking import one_of_each_shape, what_must_be_named
from cli.conftest import Ecosystem
from click.shell_completion import ShellComplete
from conftest import ByHand

from ecosystem.cli import program
from ecosystem.cli.asking import option_of
from ecosystem.cli.commands.ask import command
from ecosystem.queries import library, named
from ecosystem.store import Settings, Store

EXAMPLETON = Path(__file__).parents[1] / "exampleton"

OF_ALL = ("--data", "--show", "--export-browser", "--format", "--out", "--open", "--help")
"""Options of every question that its file does not declare."""


def completed(*words: str) -> list[str]:
    """Return what a shell is offered for the last word."""
    return [
        each.value for each in ShellComplete(program, {}, "ecosystem", "X").get_completions([*words[:-1]], words[-1])
    ]


def asked(ecosystem: Ecosystem, *words: object) -> str:
    """Return the rows that the files answer, as CSV."""
    ended = ecosystem("ask", *words, "--data", EXAMPLETON, "--format", "csv")
    assert ended.code == 0, ended.err
    return ended.out


def test_a_question_alone_lists_what_can_be_asked_by_topic(ecosystem: Ecosystem) -> None:
    listed = ecosystem("ask").out
    assert {f"\n{query.topic}\n" for query in library().values()} <= set(re.findall(r"\n[a-z]+\n", listed))
    assert ecosystem("ask", "--format", "csv").out.count("ecosystem ask ") == len(library())


def test_a_value_is_given_by_the_option_that_the_head_of_the_query_declares(ecosystem: Ecosystem) -> None:
    of_one = asked(ecosystem, "chairs", "--body", "EHB")
    assert of_one == asked(ecosystem, "chairs", "EHB", "--as-of=2024-03-05") != asked(ecosystem, "chairs")
    assert asked(ecosystem, "shared-boards", "--min-shared", "99").count("\n") == 1
    assert asked(ecosystem, "shared-boards", "--min-shared", "1").count("\n") > 1


def test_options_may_stand_before_the_question(ecosystem: Ecosystem) -> None:
    assert asked(ecosystem, "--as-of", "2021", "who-sits-on", "EHB") == asked(
        ecosystem, "who-sits-on", "EHB", "--as-of", "2021"
    )


def test_also_its_own_options_may_stand_before_a_question(ecosystem: Ecosystem) -> None:
    assert asked(ecosystem, "--min-shared", "1", "shared-boards") == asked(
        ecosystem, "shared-boards", "--min-shared", "1"
    )


def test_days_need_no_option_and_the_second_may_be_called_the_later_one(ecosystem: Ecosystem) -> None:
    with_options = asked(ecosystem, "what-began-or-ended", "--earlier", "2016", "--as-of", "2022")
    assert with_options.count("\n") > 1
    assert asked(ecosystem, "what-began-or-ended", "2016", "2022") == with_options
    assert asked(ecosystem, "what-began-or-ended", "2016", "--later", "2022") == with_options
    of_a_day = asked(ecosystem, "chairs", "--body", "EHB", "--as-of", "2021")
    assert asked(ecosystem, "chairs", "EHB", "2021") == asked(ecosystem, "chairs", "2021", "EHB") == of_a_day


def test_any_basis_counts_what_is_left_out_by_default(ecosystem: Ecosystem) -> None:
    assert "inferred" not in asked(ecosystem, "lines-upward")
    assert "inferred" in asked(ecosystem, "lines-upward", "--basis", "any")
    assert "inferred" in asked(ecosystem, "lines-upward", "--basis", "stated", "--basis", "inferred")


@pytest.mark.parametrize("name", library())
def test_the_help_of_a_question_explains_it_with_its_options_and_columns(name: str, ecosystem: Ecosystem) -> None:
    query = library()[name]
    shown = " ".join(ecosystem("ask", name, "--help").out.split())
    assert shown.startswith(f"Usage: ecosystem ask {name} [OPTIONS]")
    said = [query.title, query.header.why, *(column.name for column in query.header.returns)]
    for parameter in query.header.parameters:
        default = {None: "required", "dataset": "default: the data's own day"}.get(
            parameter.default, f"default: {parameter.default}"
        )
        said += [f"{parameter.option} ", f"{parameter.description[1:]}. [{default}]"]
    assert [each for each in said if " ".join(each.split()) not in shown] == []


@pytest.mark.parametrize("name", library())
def test_a_question_has_the_options_it_declares_and_those_of_all(name: str) -> None:
    query = library()[name]
    declared = [parameter.option for parameter in query.header.parameters]
    if len(query.days) > 1:
        declared.insert(declared.index("--as-of") + 1, "--later")
    assert completed("ask", name, "--") == [*declared, *OF_ALL]
    assert len({*declared, *OF_ALL}) == len(declared) + len(OF_ALL)


def test_no_parameter_is_called_as_an_option_of_all_is_within() -> None:
    taken = {each.name for each in command.params} - {"as_of", "bases"}
    assert taken.isdisjoint(parameter.name for query in library().values() for parameter in query.header.parameters)


def test_a_shell_completes_questions_and_the_words_an_option_takes() -> None:
    assert completed("ask", "sha") == ["shared-boards", "shared-priorities"]
    assert completed("ask", "chairs", "sha") == []
    assert completed("ask", "chairs", "--bo") == ["--body"]
    assert completed("ask", "chairs", "--basis", "s") == ["stated", "shown"]
    assert completed("ask", "no", "such", "question", "--sh") == ["--show"]
    assert completed("ask", "--body", "x", "--as") == ["--as-of"]


@pytest.mark.parametrize("kind", ["date", "integer", "string", "entity", "boolean", "list"])
def test_each_kind_of_value_says_how_it_is_written(kind: Any) -> None:
    parameter = named("chairs").header.parameters[0].model_copy(update={"kind": kind, "name": "given"})
    option = option_of(parameter)
    assert option.make_metavar(click.Context(command)) in {"DAY", "NUMBER", "TEXT", "NAME", "yes|no", "WORD"}
    assert option.multiple == (kind == "list")


def test_words_that_name_no_question_are_answered_with_three_commands(ecosystem: Ecosystem) -> None:
    ended = ecosystem("ask", "who", "sits", "on", "the", "health", "board?", "--body", "EHB")
    assert (ended.code, ended.out) == (2, "")
    assert len(re.findall(r"^ {4}ecosystem ask [a-z-]+", ended.err, re.MULTILINE)) == 3
    assert "ecosystem ask who-sits-on " in ended.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chairs", "--bodi", "EHB"), "Try 'ecosystem ask chairs --help'"),
        (("--body", "EHB"), "No such option '--body'"),
        (("--show",), "which question?"),
        (("chairs", "EHB", "PEG"), "`chairs` takes one name, and cannot use `PEG`"),
        (("chairs", "EHB", "PEG"), "    ecosystem ask overlap-of-two-bodies --first EHB --second PEG "),
        (("shared-boards", "EHB"), "    ecosystem ask fellow-members --organisation EHB "),
        (("chairs", "2018", "2022"), "`chairs` cannot use `2022`"),
        (("seats-then-and-now", "2022", "2016"), "the earlier day as `--earlier`, the later one as `--as-of`"),
        (("xyzzy",), "`ecosystem ask` lists the questions by topic"),
        (("chairs", "--as-of", "1066"), "the years from 1900 to 2100"),
        (("seats-then-and-now",), "add it: ecosystem ask seats-then-and-now --earlier …"),
        (("seats-then-and-now", "--earlier", "soon"), "'soon' is no date"),
        (("shared-boards", "--min-shared", "few"), "write a whole number"),
    ],
)
def test_what_cannot_be_understood_is_wrong_usage_and_says_what_would_do(
    words: tuple[str, ...], said: str, ecosystem: Ecosystem
) -> None:
    ended = ecosystem("ask", *words, "--data", EXAMPLETON)
    assert (ended.code, ended.out, said in ended.err) == (2, "", True)


def test_a_name_of_several_is_asked_back_with_the_commands_to_type(ecosystem: Ecosystem, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXAMPLETON, tmp_path / "register"))
    boards = folder / "boards.csv"
    twin = boards.read_text(encoding="utf-8").splitlines()[1].replace("carers-forum", "carers-forum-north")
    boards.write_text(f"{boards.read_text(encoding='utf-8')}{twin}\n", encoding="utf-8")
    name = twin.split(",")[1]
    ended = ecosystem("ask", "who-sits-on", name, "--as-of", "2021", "--data", folder)
    assert (ended.code, ended.out) == (2, "")
    assert re.findall(r"^ {4}(ecosystem .*)$", ended.err, re.MULTILINE) == [
        f"ecosystem ask who-sits-on --body {each} --as-of 2021" for each in ("carers-forum", "carers-forum-north")
    ]


def test_the_text_of_a_question_stands_after_its_values_with_ids_for_names(ecosystem: Ecosystem) -> None:
    ended = ecosystem("ask", "--show", "who-sits-on", "EHB", "--data", EXAMPLETON)
    *lines, text = ended.out.split("\n", 3)
    assert lines == [
        ":param body => 'health-board';", ":param as_of => date('2024-03-05');", ":param bases => null;",
    ]  # fmt: skip
    assert text == f"{named('who-sits-on').text.rstrip()};\n"
    assert ecosystem("ask", "who-sits-on", "--show", "--body", "EHB", "--data", EXAMPLETON).out == ended.out


def test_the_text_of_a_question_may_be_kept_in_a_file(ecosystem: Ecosystem) -> None:
    ended = ecosystem("ask", "--show", "chairs", "--as-of", "any", "--out", "chairs.cypher", "--data", EXAMPLETON)
    assert (ended.code, ended.out) == (0, "")
    assert Path("chairs.cypher").read_text(encoding="utf-8").startswith(":param body => null;\n:param as_of => null;\n")


@pytest.mark.parametrize("more", [("--format", "csv"), ("--open",)])
def test_the_text_of_a_question_has_no_other_form_and_opens_nothing(
    more: tuple[str, ...], ecosystem: Ecosystem
) -> None:
    ended = ecosystem("ask", "--show", "chairs", "--data", EXAMPLETON, *more)
    assert (ended.code, ended.out, "leave out --format and --open" in ended.err) == (2, "", True)


def test_where_the_environment_names_the_graph_files_do_not_answer_for_it(
    ecosystem: Ecosystem, nowhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments in (("--data", "graph"), ()):
        ended = ecosystem("ask", "lines-upward", *arguments)
        assert (ended.code, ended.out, "answered from the files" in ended.err) == (4, "", False)
        monkeypatch.setenv("ECOSYSTEM_DATA", "graph")


@pytest.mark.neo4j
@pytest.mark.parametrize("name", one_of_each_shape())
def test_the_text_pasted_elsewhere_gives_the_answer(
    name: str, ecosystem: Ecosystem, exampleton_graph: Store, neo4j_server: Settings, by_hand: ByHand,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    named = what_must_be_named(library()[name])
    given = [f"--{parameter.replace('_', '-')}={value}" for parameter, value in named.items()]
    pasted = ecosystem("ask", "--show", name, *given).out
    lines = re.findall(r"^:param (\w+) => (.*);\n", pasted, re.MULTILINE)
    values = by_hand(f"RETURN {', '.join(f'{value} AS {parameter}' for parameter, value in lines)}")[0]
    rows = by_hand(re.sub(r"^:param .*\n", "", pasted, flags=re.MULTILINE), **values)
    answer = ecosystem("ask", name, *given, "--format", "json")
    assert rows == json.loads(answer.out)["rows"]
