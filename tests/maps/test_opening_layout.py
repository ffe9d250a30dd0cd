"""The picture is computed: whatever it holds, nothing overlaps, no line crosses another or a box, nothing is lost."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from maps.openings import faults, openings, texts_of

from ecosystem.dates import day_asked
from ecosystem.maps.composing import opening_of
from ecosystem.maps.layout import layout
from ecosystem.maps.layout_tracks import arrangements, columns_of, left_to_right, reach
from ecosystem.maps.opening import Band, Box, Kind, Line, Opening
from ecosystem.snapshot import Snapshot

slowly = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def chain(*pairs: tuple[str, str]) -> Opening:
    """Return an opening of one band with these lines."""
    ids = sorted({end for pair in pairs for end in pair})
    boxes = tuple(Box(one, f"Body {one}", Kind.BODY) for one in ids)
    return Opening("X", (Band("city", "City", boxes),), tuple(Line(one, "supports", other) for one, other in pairs))


COMPLETE = chain(*((one, other) for one in "abc" for other in "xyz"))
CIRCLE = chain(("a", "b"), ("b", "c"), ("c", "a"))
BOTH_WAYS = chain(("a", "b"), ("b", "a"))
STAR = chain(*((one, "z") for one in "abcdefghijkl"))
LONG = chain(*zip("abcdefghijklmnop", "bcdefghijklmnopq", strict=True))


@slowly
@given(openings())
@example(COMPLETE)
@example(CIRCLE)
@example(BOTH_WAYS)
@example(STAR)
@example(LONG)
def test_no_picture_has_a_fault(opening: Opening) -> None:
    assert faults(layout(opening)) == []


@pytest.mark.parametrize("asked", ["dataset", "any", "2016"])
def test_the_pictures_of_both_datasets_have_no_fault(leeds: Snapshot, exampleton: Snapshot, asked: str) -> None:
    for snapshot in (leeds, exampleton):
        day = snapshot.default_day if asked == "dataset" else day_asked(asked)
        assert faults(layout(opening_of(snapshot.on(day)))) == []


def test_every_line_of_a_tree_is_drawn_however_many_there_are() -> None:
    assert len(layout(STAR).lines) == 12


def test_lines_in_both_directions_and_in_a_circle_are_drawn() -> None:
    assert {(line.line.subject, line.line.object) for line in layout(BOTH_WAYS).lines} == {("a", "b"), ("b", "a")}
    assert len(layout(CIRCLE).lines) == 3


def test_a_line_that_cannot_be_straight_is_said_in_the_box_of_its_subject() -> None:
    picture = layout(COMPLETE)
    notes = [note for box in picture.boxes for note in box.box.notes]
    assert len(picture.lines) + len(notes) == 9
    assert notes
    assert all(note.startswith("also supports Body ") for note in notes)


def test_a_chain_too_long_for_the_canvas_is_cut_and_the_rest_said() -> None:
    picture = layout(LONG)
    assert 0 < len(picture.lines) < len(LONG.lines)
    assert max(box.extent.right for box in picture.boxes) <= picture.width


def two_rows(*lines: Line) -> Opening:
    """Return an opening of two bands of five boxes each, too many to share a strip."""
    names = [[f"{band}{number}" for number in range(5)] for band in ("upper", "lower")]
    bands = tuple(Band(row[0], row[0], tuple(Box(one, one, Kind.BODY) for one in row)) for row in names)
    return Opening("X", bands, lines)


def test_lines_between_bands_are_verticals_up_and_down_with_the_verb_beside_them() -> None:
    lines = (Line("upper1", "supports", "lower1", "2018"), Line("lower3", "oversees", "upper3", "2018"))
    down, up = layout(two_rows(*lines)).lines
    assert down.start[0] == down.end[0]
    assert down.start[1] < down.end[1]
    assert up.start[1] > up.end[1]
    assert all(text.x > line.start[0] for line in (down, up) for text in line.texts)


def test_a_line_between_bands_with_something_in_its_way_is_said_instead() -> None:
    picture = layout(two_rows(Line("upper0", "supports", "lower4", "2018")))
    assert picture.lines == ()
    assert [box.box.notes for box in picture.boxes if box.box.notes] == [("also supports lower4, 2018",)]


def test_small_bands_share_a_strip() -> None:
    bands = tuple(Band(code, code, (Box(code, code, Kind.BODY),)) for code in ("north", "south", "east"))
    assert len({band.extent.y for band in layout(Opening("X", bands)).bands}) == 1


def test_no_text_is_smaller_than_twelve_and_all_is_on_the_canvas(leeds: Snapshot) -> None:
    picture = layout(opening_of(leeds.on(leeds.default_day)))
    assert min(text.size for text in texts_of(picture)) == 12
    assert picture.width == 1320


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("uvwxyz")), unique=True, min_size=1, max_size=6))
@slowly
def test_boxes_of_a_column_share_no_track(pairs: list[tuple[str, str]]) -> None:
    ends = left_to_right(pairs)
    columns = columns_of(ends)
    for arrangement in arrangements(ends, columns):
        covered = [
            (columns[box], place)
            for box, (first, last) in reach(arrangement.tracks, ends).items()
            for place in range(first, last + 1)
        ]
        assert len(covered) == len(set(covered))
        placed = sorted(number for track in arrangement.tracks for number in track)
        assert sorted((*placed, *arrangement.left_out)) == list(range(len(ends)))
