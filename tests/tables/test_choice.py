"""Which dataset is read, and how it stood at a git revision."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ecosystem.problems import DataProblems, EcosystemError, NotFound, UsageError
from ecosystem.shipped import shipped
from ecosystem.tables import find_dataset, load, read_dataset, revision

VALID = Path(__file__).parents[1] / "bad_input" / "valid"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(VALID, tmp_path / "smallton"))


@pytest.fixture
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dataset in a folder of a repository: tagged `first`, then without its posts; the working folder."""

    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        command = [shutil.which("git") or "git", *identity, "-C", str(folder.parent), *arguments]
        subprocess.run(command, check=True, capture_output=True)

    git("init", "--initial-branch=main")
    git("add", ".")
    git("commit", "--message=first")
    git("tag", "first")
    (folder / "posts.csv").unlink()
    (folder / "structure.csv").unlink()
    git("commit", "--all", "--message=second")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("ECOSYSTEM_DATA", raising=False)
    return folder


def test_the_named_dataset_comes_before_the_nearest(folder: Path) -> None:
    named = find_dataset(folder, {"ECOSYSTEM_DATA": "elsewhere"})
    assert (named.folder, named.why) == (Path("elsewhere"), "ECOSYSTEM_DATA names it")


def test_the_nearest_dataset_here_or_above_is_found(folder: Path) -> None:
    (folder / "codes" / "deeper").mkdir()
    assert find_dataset(folder, {}).folder == folder.resolve()
    assert find_dataset(folder / "codes" / "deeper", {}).folder == folder.resolve()


def test_without_any_the_shipped_dataset_is_read_and_that_is_said(tmp_path: Path) -> None:
    found = find_dataset(tmp_path, {})
    assert found.folder == shipped("seed_data")
    assert "shipped" in found.why


def test_a_folder_is_loaded_by_its_name(folder: Path) -> None:
    assert load(str(folder)).snapshot.digest == read_dataset(VALID).snapshot.digest


def test_a_revision_shows_the_dataset_as_it_stood(repository: Path) -> None:
    register = load("git:first")
    assert register.snapshot.digest == read_dataset(VALID).snapshot.digest
    assert register.revision == "first"
    assert register.folder == repository.resolve()
    assert "medical-director" not in load("git:HEAD").snapshot.entities
    assert "medical-director" in load("git:HEAD~1").snapshot.entities


def test_a_revision_git_does_not_know_is_not_found(repository: Path) -> None:
    with pytest.raises(NotFound, match="git cannot read `no-such-tag`"):
        load("git:no-such-tag")


@pytest.mark.parametrize("revision", ["", "--output=/tmp/x", "-o", "HEAD; rm", "HEAD:seed", "a b", "$(id)", "a\nb"])
def test_what_is_no_revision_never_reaches_git(repository: Path, revision: str) -> None:
    with pytest.raises(UsageError, match="is no git revision"):
        load(f"git:{revision}")


def test_a_folder_outside_any_repository_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOSYSTEM_DATA", str(folder))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    with pytest.raises(NotFound, match="not a git repository"):
        load("git:HEAD")


def test_problems_of_a_revision_are_reported_like_those_of_files(repository: Path) -> None:
    (repository / "boards.csv").write_text("id\n")
    command = [
        shutil.which("git") or "git",
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "commit",
        "-am",
        "x",
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=repository)
    with pytest.raises(DataProblems, match=r"B15 boards.csv:1:name: column `name` missing"):
        load("git:HEAD")


def test_a_git_that_is_missing_or_silent_is_named(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revision, "_SECONDS", 1e-9)
    with pytest.raises(EcosystemError, match="git did not answer within"):
        load("git:first")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(EcosystemError, match="git is not installed"):
        load("git:first")
