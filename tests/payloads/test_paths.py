"""Names of files that mean another place, or none: a query is read from there or not, and nothing else happens."""

from pathlib import Path

import pytest
from cli.conftest import EXAMPLETON, Ecosystem
from payloads.catalogue import PATHS

NAMES = [pytest.param(form, id=f"{payload.number}-{form!r}") for payload in PATHS for form in payload.forms]


def tree(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if not path.is_dir()}


@pytest.mark.parametrize("name", NAMES)
def test_a_query_is_not_there_under_such_a_name(name: str, ecosystem: Ecosystem, tmp_path: Path) -> None:
    before = tree(tmp_path)
    ended = ecosystem("cypher", f"{name.replace('<folder>', str(tmp_path))}.cypher")
    assert (ended.code, ended.out, "cannot read" in ended.err) == (2, "", True)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", [name for name in NAMES if "\0" not in str(name.values[0])])
@pytest.mark.parametrize("arguments", [("--format", "csv"), ("--show",)], ids=["answer", "text"])
def test_an_answer_goes_to_the_file_that_is_named_or_to_none(
    name: str, arguments: tuple[str, ...], ecosystem: Ecosystem, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.csv"
    kept.write_text("kept", encoding="utf-8")
    (tmp_path / "work" / "link.csv").symlink_to(kept)
    before = tree(tmp_path)
    target = f"{name.replace('<folder>', str(tmp_path))}.csv"
    ended = ecosystem("ask", "chairs", *arguments, "--data", EXAMPLETON, "--out", target)
    assert (ended.code in {0, 2, 6}, ended.out, "Traceback" in ended.err) == (True, "", False), ended.err
    written = tree(tmp_path) - before
    assert len(written) <= 1
    assert (kept.read_text(encoding="utf-8") == "kept") == (name != "link")


def test_a_text_of_a_query_may_come_by_a_link_and_a_folder_is_none(
    ecosystem: Ecosystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("NEO4J_PASSWORD", "canary-password")
    Path("real.cypher").write_text("RETURN 1", encoding="utf-8")
    Path("link.cypher").symlink_to("real.cypher")
    Path("folder.cypher").mkdir()
    assert ecosystem("cypher", "link.cypher").code == 4  # it was read; there is no database
    assert ecosystem("cypher", "folder.cypher").code == 2
