"""Problems as people read them: errors before warnings where not all fit, nothing a terminal would obey."""

from ecosystem.problems import Problem, counted_apart, report

WARNINGS = [Problem("R1", "a warning", file="a.csv", row=row, warning=True) for row in range(2, 202)]
ERRORS = [Problem("R2", "an error", file="z.csv", row=row) for row in (2, 3)]


def test_warnings_do_not_crowd_out_errors() -> None:
    lines = report([*WARNINGS, *ERRORS]).splitlines()
    assert [line for line in lines if line.startswith("R2")] == ["R2 z.csv:2:0: an error", "R2 z.csv:3:0: an error"]
    assert (lines[0], lines[-1]) == ("R1 a.csv:2:0: warning: a warning", "… and 102 more warnings")


def test_what_is_left_out_is_counted_apart() -> None:
    assert report([*WARNINGS, *ERRORS], limit=1).splitlines()[-1] == "… and 1 more problem, 200 more warnings"
    assert counted_apart([*WARNINGS, *ERRORS]) == "2 problems, 200 warnings"


def test_a_column_is_shown_without_what_a_terminal_would_obey() -> None:
    assert str(Problem("R1", "x", file="a.csv", row=1, column="\x1b[31mname")) == "R1 a.csv:1:\\x1b[31mname: x"
