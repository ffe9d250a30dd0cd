"""`ecosystem evidence`: on what the record rests, how old that is, and what it does not say."""

from pathlib import Path

import click

from ecosystem import answers
from ecosystem.cli.data import choose
from ecosystem.cli.options import Asked, Wanted, looking_at, older_than, printed
from ecosystem.cli.output import deliver, opened, write_book
from ecosystem.problems import Exit, UsageError
from ecosystem.tables.workbook import write_questions
from ecosystem.terminal import say
from ecosystem.wording import counted


@click.command("evidence")
@click.option("--questions", is_flag=True, help="List what is not stated, as questions with whom to ask.")
@older_than(answers.OLD_AFTER)
@click.option(
    "--workbook",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --questions: write them to this workbook, as rows to fill in and import.",
)
@looking_at
@printed
def command(years: int, workbook: Path | None, asked: Asked, wanted: Wanted, *, questions: bool) -> Exit:
    """Report on what the record rests: bases, documents, dates; and what no source says.

    With --questions, everything that is not stated becomes a question under the name of whom to ask.
    """
    if workbook is not None:
        return _to_fill_in(workbook, years, asked, wanted, questions=questions)
    chosen = choose(asked)
    make = answers.questions if questions else answers.evidence
    deliver(make(chosen.view, years, chosen.origin), wanted)
    return Exit.DONE


def _to_fill_in(workbook: Path, years: int, asked: Asked, wanted: Wanted, *, questions: bool) -> Exit:
    if not questions:
        raise UsageError("--workbook is for questions", fix="add --questions")
    if wanted.form or wanted.out:
        raise UsageError("--workbook is a form of its own", fix="leave out --format and --out")
    view = choose(asked).view
    found = answers.questions_to_fill_in(view, years)
    write_book(write_questions(view.snapshot, found), workbook)
    rows = len({question.row for question in found} - {None})
    number = counted(len({question.text for question in found}), "question")
    say(f"{number}, {counted(rows, 'row')} to fill in. Written: {workbook}")
    if wanted.open:
        opened(workbook)
    return Exit.DONE
