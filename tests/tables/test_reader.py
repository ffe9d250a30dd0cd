"""Reading a dataset: what stands in the files, where it stands, and what the reader fills in."""

import shutil
from pathlib import Path

import pytest

from ecosystem.model import Dataset, Entity, Fact, Statement
from ecosystem.problems import DataProblems
from ecosystem.rules import Place
from ecosystem.tables import read_dataset

VALID = Path(__file__).parents[1] / "bad_input" / "valid"
FACTS = "id,subject,relation,object,role,start_date,basis,sources\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(VALID, tmp_path / "smallton"))


def test_every_row_knows_its_file_and_line(folder: Path) -> None:
    places = read_dataset(folder).places
    assert places[Entity, "old-board"] == Place("boards.csv", 4)
    assert places[Fact, "health-board--trust-1--member-of"] == Place("memberships.csv", 3)
    assert places[Dataset, "smallton"].file == "dataset.toml"


def test_lists_are_split_and_cells_trimmed(folder: Path) -> None:
    boards = "id,name,aliases,sources,basis\npanel, Panel ,One | Two||,minutes:1  minutes:2,stated\n"
    (folder / "more_boards.csv").write_text(
        boards.replace("id,name", "id,label,name").replace("panel,", "panel,Board,")
    )
    panel = read_dataset(folder).snapshot.entities["panel"]
    assert (panel.name, panel.aliases, panel.sources) == ("Panel", ("One", "Two"), ("minutes:1", "minutes:2"))


def test_facts_are_read_from_a_table_of_any_name(folder: Path) -> None:
    (folder / "who_sits_where.csv").write_text(FACTS + "x,trust-1,MEMBER_OF,estates-group,,,stated,minutes:1\n")
    register = read_dataset(folder)
    assert register.places[Fact, "x"] == Place("who_sits_where.csv", 2)


def test_blank_ids_of_facts_and_statements_are_made_of_their_parts(folder: Path) -> None:
    seats = "".join(f",trust-1,MEMBER_OF,estates-group,{role},,stated,minutes:1\n" for role in ("chair", "member"))
    (folder / "seats.csv").write_text(FACTS + seats)
    (folder / "figures.csv").write_text(
        "id,subject,property,value,basis,sources\n"
        ",trust-1,bed_count,900,stated,minutes:1\n,health-board,list_complete,no,stated,minutes:1\n"
    )
    register = read_dataset(folder)
    assert {row_id for kind, row_id in register.places if kind is Fact and "estates-group--trust" in row_id} == {
        "estates-group--trust-1--member-of",
        "estates-group--trust-1--member-of--2",
    }
    assert {"trust-1--bed-count", "health-board--list-complete--2"} <= register.snapshot.statements.keys()
    assert register.places[Statement, "health-board--list-complete"].file == "statements.csv"


def test_a_written_id_is_never_taken_by_a_blank_one_before_it(folder: Path) -> None:
    rows = (
        ",trust-1,MEMBER_OF,estates-group,chair,,stated,minutes:1\n"
        "estates-group--trust-1--member-of,trust-1,MEMBER_OF,estates-group,,,stated,minutes:1\n"
    )
    (folder / "seats.csv").write_text(FACTS + rows)
    facts = read_dataset(folder).snapshot.facts
    assert facts["estates-group--trust-1--member-of--2"].role == "chair"
    assert facts["estates-group--trust-1--member-of"].role == ""


def test_codes_keep_the_order_of_their_file(folder: Path) -> None:
    (folder / "codes" / "tier.csv").write_text("code,title,description\nregion,Region,\ncity,City,\n")
    tiers = read_dataset(folder).snapshot.code_lists["tier"]
    assert [(code.code, code.position) for code in tiers.values()] == [("region", 1), ("city", 2)]


def test_settings_become_the_datasets_own_row(folder: Path) -> None:
    with (folder / "dataset.toml").open("a") as settings:
        settings.write('apex = "health-board"\n[words]\nBoard = "table"\n[expect]\nboards = 3\n')
    register = read_dataset(folder)
    assert register.snapshot.dataset == Dataset(
        id="smallton", title="Smallton", as_of="2024-03", apex="health-board", words=("Board=table",)
    )
    assert register.settings.expect == {"boards": 3}


def test_settings_may_begin_with_a_section_or_a_comment(folder: Path) -> None:
    text = (folder / "dataset.toml").read_text()
    (folder / "dataset.toml").write_text(f"# ours\n{text}")
    assert read_dataset(folder).settings.id == "smallton"
    (folder / "dataset.toml").write_text(f'[words]\nBoard = "table"\n{text}')
    with pytest.raises(DataProblems, match=r"`words.format` must be text in quotes"):
        read_dataset(folder)


def test_a_day_may_stand_in_the_settings_without_quotes(folder: Path) -> None:
    text = (folder / "dataset.toml").read_text()
    (folder / "dataset.toml").write_text(text.replace('"2024-03"', "2024-03-05"))
    assert read_dataset(folder).snapshot.dataset.as_of == "2024-03-05"


def test_an_apex_nobody_knows_is_a_problem_of_the_settings(folder: Path) -> None:
    with (folder / "dataset.toml").open("a") as settings:
        settings.write('apex = "health-bord"\n')
    with pytest.raises(DataProblems, match=r"^B41 dataset.toml:0:apex: refers to unknown `health-bord`"):
        read_dataset(folder)


def test_warnings_do_not_stop_the_reading(folder: Path) -> None:
    (folder / "teams.csv").write_text(
        "id,name,basis,sources\nteam-a,Night Team,stated,minutes:1\nteam-b,NIGHT-TEAM,stated,minutes:1\n"
    )
    assert [warning.code for warning in read_dataset(folder).warnings] == ["B40"]


def test_a_table_that_cannot_be_read_brings_no_complaints_about_rows_that_refer_to_it(folder: Path) -> None:
    (folder / "boards.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(DataProblems) as caught:
        read_dataset(folder)
    assert {problem.code for problem in caught.value.problems} == {"B6"}


def test_a_broken_row_keeps_its_id_so_that_nothing_dangles(folder: Path) -> None:
    boards = (folder / "boards.csv").read_text().replace("Smallton Health Board,,SHB", '"Smallton "Health Board,,SHB')
    (folder / "boards.csv").write_text(boards)
    with pytest.raises(DataProblems) as caught:
        read_dataset(folder)
    assert [(problem.code, problem.row) for problem in caught.value.problems] == [("B22", 3)]


def test_no_value_of_a_person_is_ever_repeated(folder: Path) -> None:
    secret = "Canary Secretname"
    header = (folder / "people.csv").read_text().splitlines()[0]
    rows = [
        f"canary-secretname,{secret},,,canaryform,,,{secret},31/02/2024,0999,canarybasis,canary:99,0113 496 0000",
        f"canary-secretname,{secret},,,,,,,,,stated,minutes:3,",
        f"Canary Secretname,={secret},,,,,,2020,2019,,stated,minutes:zz,",
        f'c,"{secret}"Canary,,,,,,,,,stated,minutes:3,',
        f",{secret},,,,,,,,,stated,minutes:3,",
    ]
    (folder / "people.csv").write_text("\n".join([header, *rows]))
    (folder / "posts_held.csv").write_text(
        FACTS
        + "canary-secretname--x,canary-secretname,HOLDS,medical-director,canaryrole,canary,stated,canary:1\n"
        + f",{secret},HOLDS,medical-director,,,stated,minutes:1\n,canary secret,HOLDS,trust-1,,,stated,minutes:1\n"
    )
    with pytest.raises(DataProblems) as caught:
        read_dataset(folder)
    assert len(caught.value.problems) > 12
    assert "canary" not in str(caught.value).lower()
    assert "secretname" not in str(caught.value).lower()


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 20_000 + "]" * 20_000])
def test_settings_too_long_or_too_deep_to_read_are_a_problem(folder: Path, value: str) -> None:
    (folder / "dataset.toml").write_text(f"format = {value}\n")
    with pytest.raises(DataProblems, match="too long or too deep"):
        read_dataset(folder)


def test_own_words_are_for_kinds_there_are(folder: Path) -> None:
    text = (folder / "dataset.toml").read_text()
    (folder / "dataset.toml").write_text(f'{text}\n[words]\nBord = "table"\n')
    with pytest.raises(DataProblems, match="no kind of thing called `Bord`"):
        read_dataset(folder)


@pytest.mark.parametrize("row", ["p-x,Avery Secretname,minutes:1", "p-x;Avery Secretname;minutes:1"])
def test_people_without_a_header_are_not_read_out(folder: Path, row: str) -> None:
    (folder / "people.csv").write_text(f"{row}\n")
    with pytest.raises(DataProblems) as raised:
        read_dataset(folder)
    assert ("B4 people.csv:1:0" in str(raised.value), "Secretname" in str(raised.value)) == (True, False)


def test_the_name_of_a_column_cannot_speak_to_the_terminal(folder: Path) -> None:
    (folder / "boards.csv").write_text(f"id,name,sources,\x1b[31m{'x' * 500}\n")
    with pytest.raises(DataProblems) as raised:
        read_dataset(folder)
    assert ("\x1b" in str(raised.value), max(map(len, str(raised.value).splitlines())) < 300) == (False, True)
