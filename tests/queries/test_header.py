"""The comment block at the head of a query file."""

from ecosystem.queries import read_header

GOOD = """// Which boards are there?
//
// A first look, over
// two lines.
//
// @param as_of:date = dataset         the day to look at
// @param bases:list = stated implied  the bases
// @param board:entity                 one board
// @returns board:string               one board
// @returns seats:integer              its seats
RETURN 1
"""


def problems(text: str) -> list[tuple[int, str]]:
    return [(problem.row, problem.message) for problem in read_header(text, "a/b.cypher")[1]]


def test_a_header_says_question_reason_parameters_and_columns() -> None:
    header, found = read_header(GOOD, "a/b.cypher")
    assert found == []
    assert header is not None
    assert header.title == "Which boards are there?"
    assert header.why == "A first look, over two lines."
    assert [(p.name, p.kind, p.default, p.description) for p in header.parameters] == [
        ("as_of", "date", "dataset", "the day to look at"),
        ("bases", "list", "stated implied", "the bases"),
        ("board", "entity", None, "one board"),
    ]
    assert [(c.name, c.kind) for c in header.returns] == [("board", "string"), ("seats", "integer")]


def test_a_third_paragraph_is_what_has_to_be_known_to_read_an_answer() -> None:
    plain, _ = read_header(GOOD, "a/b.cypher")
    more, _ = read_header(GOOD.replace("// two lines.\n", "// two lines.\n//\n// Of boards\n// only.\n"), "a/b.cypher")
    assert (plain and plain.caveat, more and more.caveat) == ("", "Of boards only.")
    assert (more and more.why) == "A first look, over two lines."


def test_all_problems_are_reported_at_once_each_with_its_line() -> None:
    marks = ("@param a:moment  x", "@param b", "@parm c:date  x", "@param d:date", "@returns e:string = 1  x")
    text = "\n".join(["// Boards", *(f"// {mark}" for mark in marks), "RETURN 1"])
    assert problems(text) == [
        (2, "unknown kind `moment` of `a`"),
        (3, "cannot read `@param b`"),
        (4, "unknown mark `@parm`"),
        (5, "`d` has no description"),
        (6, "cannot read `@returns e:string = 1  x`"),
        (1, "the first line asks no question"),
        (2, "no paragraph says why it matters"),
        (1, "no `@returns` says what comes back"),
    ]


def test_a_text_without_a_header_has_none() -> None:
    assert read_header("RETURN 1", "a/b.cypher")[0] is None
    assert len(problems("")) == 3
