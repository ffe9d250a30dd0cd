"""What may be said of a row on a day, against the definitions transcribed word for word."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ecosystem.dates import (
    EARLIEST,
    LATEST,
    Span,
    Status,
    day_asked,
    first_day,
    happening_of,
    is_date,
    last_day,
    span_of,
    spoken,
    year_later,
)

days = st.dates(date(2010, 1, 1), date(2022, 12, 31))


def _written(day: date, precision: int) -> str:
    return day.isoformat()[: (4, 7, 10)[precision]]


written = st.builds(_written, days, st.integers(0, 2))
maybe = st.one_of(st.just(""), written)
evidence = st.lists(written, max_size=3)


def definition(day: date, start: str, end: str, dates: list[str], *, of_person: bool = False) -> Status:
    """The four statuses, in the order in which they are defined; `began by` and `lasts until` may be unknown."""
    began_by = last_day(start) if start else min(map(first_day, dates)) if dates else None
    lasts_until = first_day(end) if end else max(map(last_day, dates)) if dates else None
    later = max((known for known in (began_by, lasts_until) if known), default=LATEST)
    beyond_the_carry_limit = of_person and day > year_later(later)
    if (start and day < first_day(start)) or (end and day > last_day(end)):
        return Status.OUTSIDE
    if began_by is None or day < began_by:
        return Status.POSSIBLE
    if lasts_until is not None and day <= lasts_until:
        return Status.DOCUMENTED
    return Status.POSSIBLE if end or beyond_the_carry_limit else Status.UNCONFIRMED


def clipped_definition(status: Status, day: date, start: str, end: str) -> Status:
    """Ends clip by their written dates only: outside them outside, within an imprecise one possible."""
    if (start and day < first_day(start)) or (end and day > last_day(end)):
        return Status.OUTSIDE
    within_imprecise_start = start and first_day(start) <= day < last_day(start)
    within_imprecise_end = end and first_day(end) < day <= last_day(end)
    if status is not Status.OUTSIDE and (within_imprecise_start or within_imprecise_end):
        return Status.POSSIBLE
    return status


@given(day=days, start=maybe, end=maybe, dates=evidence, of_person=st.booleans())
def test_a_rows_status_is_what_the_definitions_say(
    day: date, start: str, end: str, dates: list[str], *, of_person: bool
) -> None:
    span = span_of(start, end, dates, carried_a_year=of_person)
    assert span.on(day) is definition(day, start, end, dates, of_person=of_person)


@given(day=days, start=maybe, end=maybe, dates=evidence, life=st.tuples(maybe, maybe), other=st.tuples(maybe, maybe))
def test_ends_clip_by_their_written_dates_alone(
    day: date, start: str, end: str, dates: list[str], life: tuple[str, str], other: tuple[str, str]
) -> None:
    expected = clipped_definition(definition(day, start, end, dates), day, *life)
    span = span_of(start, end, dates).clipped(*life)
    assert span.on(day) is expected
    assert span.clipped(*other).on(day) is clipped_definition(expected, day, *other)


@given(day=days, start=maybe, dates=evidence)
def test_a_happening_has_happened_from_its_day_on(day: date, start: str, dates: list[str]) -> None:
    began_by = last_day(start) if start else min(map(first_day, dates)) if dates else None
    if start and day < first_day(start):
        expected = Status.OUTSIDE
    elif began_by is not None and day >= began_by:
        expected = Status.DOCUMENTED
    else:
        expected = Status.POSSIBLE
    assert happening_of(start, dates).on(day) is expected


spans = st.one_of(
    st.builds(span_of, maybe, maybe, evidence, carried_a_year=st.booleans()),
    st.builds(happening_of, maybe, evidence),
    st.builds(Span.clipped, st.builds(span_of, maybe, maybe, evidence), maybe, maybe),
)


@given(span=spans, day=days)
def test_one_comparison_finds_what_is_documented_or_unconfirmed(span: Span, day: date) -> None:
    shown = span.on(day) in {Status.DOCUMENTED, Status.UNCONFIRMED}
    assert (span.holds_from <= day <= span.holds_until) == shown


@given(span=spans, day=days)
def test_one_comparison_finds_what_is_not_outside(span: Span, day: date) -> None:
    assert (span.may_from <= day <= span.may_until) == (span.on(day) is not Status.OUTSIDE)


@given(day=days, precision=st.integers(0, 2))
def test_a_written_date_spans_its_days_and_no_others(day: date, precision: int) -> None:
    text = _written(day, precision)
    assert is_date(text)
    assert first_day(text) <= day <= last_day(text)
    one = timedelta(days=1)
    assert {_written(first_day(text) - one, precision), _written(last_day(text) + one, precision)}.isdisjoint({text})
    assert spoken(text).endswith(str(day.year))
    assert day_asked(text) == last_day(text)


@given(text=st.text(alphabet="0123456789-/ ٢", max_size=12))
def test_only_dates_that_exist_are_dates(text: str) -> None:
    candidates = {_written(date(year, month, 1), 1) for year in (1900, 2100) for month in range(1, 13)}
    if is_date(text):
        assert text.isascii()
        assert first_day(text) <= last_day(text)
        assert 1900 <= first_day(text).year <= 2100
    assert all(map(is_date, candidates))


def test_the_calendar_has_its_limits() -> None:
    wrong = [
        "",
        "1899",
        "2101",
        "2018-13",
        "2018-00",
        "2018-04-00",
        "2018-00-01",
        "2023-02-29",
        "2018-4",
        "18",
        "2018-04-01T00:00",
        " 2018",
        "2018\n",
    ]
    assert [text for text in wrong if is_date(text)] == []
    assert year_later(date(2020, 2, 29)) == date(2021, 2, 28)
    assert year_later(LATEST) == LATEST
    assert day_asked("any") is None


def test_without_any_date_nothing_is_said() -> None:
    span = span_of("", "", ())
    assert (span.may_from, span.may_until) == (EARLIEST, LATEST)
    assert span.on(date(2018, 1, 1)) is Status.POSSIBLE
