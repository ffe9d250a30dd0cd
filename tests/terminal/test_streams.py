"""Standard output is data, standard error is talk."""

import io
import sys

import pytest

from ecosystem.problems import UsageError
from ecosystem.results import Part, Report, Result
from ecosystem.terminal import emit, fail, progress, say, streams, warn

RESULT = Result(title="Boards", columns=("name",), rows=(("Zoë → Ω",),), origin="files", notes=("Left out: 1 fact.",))


def old_console() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="cp1252", errors="strict")


def test_a_csv_that_has_no_place_for_sentences_has_them_told(capsys: pytest.CaptureFixture[str]) -> None:
    emit(Result(title="Boards", lead="None is known.", columns=("name",), rows=(), origin="", empty="Nothing."), "csv")
    out, err = capsys.readouterr()
    assert (out, err.splitlines()) == ("name\n", ["None is known.", "Nothing."])


def test_a_csv_has_the_sentence_and_notes_of_a_part_told(capsys: pytest.CaptureFixture[str]) -> None:
    noted = Part(title="Who?", lead="Nobody.", columns=("who",), rows=(("Panel",),), notes=("Counted: 1 tie.",))
    plain = Part(title="How?", lead="Somehow.", columns=("how",), rows=(("Well",),))
    emit(Report(title="Analysis", lead=("Two parts.",), parts=(noted, plain), origin=""), "csv")
    assert capsys.readouterr().err.splitlines() == ["Two parts.", "Who? Nobody.", "Counted: 1 tie."]


def test_data_goes_to_standard_output_and_talk_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    emit(RESULT, "csv")
    say("Reading.")
    warn("slow")
    fail(UsageError("no", fix="yes"))
    out, err = capsys.readouterr()
    assert out == "name\nZoë → Ω\n"
    of_the_answer = ["Left out: 1 fact.", "From files, in the whole record."]
    assert err.splitlines() == [*of_the_answer, "Reading.", "Note: slow", "no", "  fix: yes"]


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("200", 200), ("", 120), ("0", 120), ("wide", 120)])
def test_through_a_pipe_a_table_is_as_wide_as_columns_says(
    columns: str, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    emit(Result(title="x", columns=("text",), rows=(("x" * 500,),), origin="files"))
    assert max(map(len, capsys.readouterr().out.splitlines())) == width - 2


@pytest.mark.parametrize("form", ["table", "csv", "json", "md"])
def test_an_old_console_survives_every_format(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    console, errors = old_console(), old_console()
    monkeypatch.setattr(sys, "stdout", console)
    monkeypatch.setattr(sys, "stderr", errors)
    emit(RESULT, form)
    say("Ω")
    assert "Zoë".encode("cp1252") in console.buffer.getvalue()  # type: ignore[attr-defined]
    assert b"\\u03a9" in errors.buffer.getvalue()  # type: ignore[attr-defined]


def test_an_escape_in_a_message_is_written_out(capsys: pytest.CaptureFixture[str]) -> None:
    say("\x1b[31mred")
    assert capsys.readouterr().err == "\\x1b[31mred\n"


class Watched(io.StringIO):
    """A terminal that somebody watches."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def test_progress_appears_on_a_terminal_once_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {}
    for patience in (0.0, 60.0):
        terminal = Watched()
        monkeypatch.setattr(sys, "stderr", terminal)
        monkeypatch.setattr(streams, "PATIENCE", patience)
        with progress("Fetching") as report:
            report(1, 2)
        seen[patience] = "Fetching" in terminal.getvalue()
    assert seen == {0.0: True, 60.0: False}


def test_progress_is_silent_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Fetching") as report:
        report(1, 2)
    assert capsys.readouterr() == ("", "")


class Full(io.StringIO):
    """A stream on a device without space."""

    def flush(self) -> None:
        """Fail as the system does."""
        raise OSError(28, "No space left on device")


def test_talk_that_cannot_be_written_ends_nothing_and_data_that_cannot_be_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", Full())
    monkeypatch.setattr(sys, "stdout", Full())
    say("Reading.")
    with pytest.raises(OSError, match="No space"):
        emit(RESULT)
