"""The picture is computed: whatever it holds, nothing overlaps, no line crosses another or a box, nothing is lost."""

import sys
from collections import Counter
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from maps.openings import faults, openings, texts_of

from ecosystem.dates import day_asked
from ecosystem.maps.composing import opening_of
from ecosystem.maps.layout import layout
from ecosystem.maps.layout.boxes import LABEL_MOST, SMALL
from ecosystem.maps.layout.tracks import arrangements, columns_of, left_to_right, reach
from ecosystem.maps.opening import Band, Box, Entry, Kind, Line, Opening, Row
from ecosystem.maps.typeset import width_of
from ecosystem.snapshot import Snapshot


def fits_a_column_of_labels(word: str) -> bool:
    """Tell whether a word is no wider than the widest column of labels."""
    return width_of(word, SMALL) <= LABEL_MOST


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


def table(one: str, name: str, rows: int) -> Box:
    """Return a table of that many rows."""
    seats = tuple(Row(f"Sector {row}", (Entry(f"Body {row}"), Entry("General Practice"))) for row in range(rows))
    return Box(one, name, Kind.TABLE, "2018", rows=seats)


def similar_pairs(pairs: int, name: str) -> Opening:
    """Return an opening of 35 boxes of one size: pairs joined by a line, and tables that stand alone."""
    boxes = tuple(table(str(number), f"{name} {number}", 3) for number in range(35))
    lines = tuple(Line(str(2 * pair), "supports", str(2 * pair + 1), "2018") for pair in range(pairs))
    return Opening("X", (Band("city", "City", boxes),), lines)


def tangle(boxes: int, lines: int) -> Opening:
    """Return an opening with lines from everywhere to everywhere."""
    ends = [(number % boxes, (number * number + 3 * number + 1) % boxes) for number in range(4 * lines)]
    pairs = [pair for pair in dict.fromkeys(ends) if pair[0] != pair[1]][:lines]
    drawn = tuple(table(str(number), f"Tangled Board {number}", number % 4) for number in range(boxes))
    return Opening("X", (Band("city", "City", drawn),), tuple(Line(str(a), "oversees", str(b)) for a, b in pairs))


def calls_of_layout(opening: Opening) -> int:
    """Return how many functions of the map were called to lay an opening out."""
    called: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _: object) -> None:
        called[frame.f_globals.get("__name__", "").startswith("ecosystem.maps") and event == "call"] += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        layout(opening)
    finally:
        sys.setprofile(before)
    return called[True]


@pytest.mark.parametrize(
    "opening",
    [
        *(similar_pairs(pairs, f"Board of {pairs} Pairs") for pairs in (0, 4, 7, 14, 17)),
        similar_pairs(14, "Board " * 1_700),
        similar_pairs(14, "x" * 10_000),
        tangle(35, 45),
        chain(*((str(number), "hub") for number in range(34))),
        chain(*((str(number), str(number - number % 8)) for number in range(35) if number % 8)),
    ],
    ids=["none", "4", "7", "14", "17", "long names", "long words", "tangle", "hub", "fans of seven"],
)
def test_the_work_is_bounded_however_many_boxes_are_alike(opening: Opening) -> None:
    assert len(opening.boxes) == 35
    assert calls_of_layout(opening) < 1_000_000


@given(st.text("abcdefghijklmnopqrstuvwxyzU", min_size=1, max_size=14).filter(fits_a_column_of_labels))
@example("Universities")
def test_what_a_row_is_called_is_never_broken_within_a_word(label: str) -> None:
    box = Box("a", "Board", Kind.TABLE, rows=(Row(label, (Entry("a body"),)),))
    assert label in [text.text for text in texts_of(layout(Opening("X", (Band("city", "City", (box,)),))))]


@pytest.mark.parametrize("name", ["Board " * 40, "x" * 10_000], ids=["words", "one word"])
def test_a_long_name_is_cut_in_its_box(name: str) -> None:
    boxes = (Box("a", name, Kind.BODY), table("b", name, 2))
    picture = layout(Opening("X", (Band("city", "City", boxes),)))
    titles = ["".join(text.text for text in box.texts if text.bold) for box in picture.boxes]
    assert all(len(title) <= 120 and title.endswith("…") for title in titles)
    assert faults(picture) == []


def test_single_tables_stand_in_a_column_beside_all_shelves_where_that_is_lower() -> None:
    chains = [[table(f"{place}{number}", f"Board {place}{number}", 12) for place in "abc"] for number in range(2)]
    alone = [table(f"alone{number}", f"Group {number}", 8) for number in range(3)]
    lines = tuple(Line(a.id, "oversees", b.id, "2018") for chain in chains for a, b in pairwise(chain))
    shelved = [box for chain in chains for box in chain]
    picture = layout(Opening("X", (Band("city", "City", (*shelved, *alone)),), lines))
    placed = {box.box.id: box.extent for box in picture.boxes}
    assert len({placed[box.id].x for box in alone}) == 1
    assert placed["alone0"].x > max(placed[box.id].right for box in shelved)
    assert faults(picture) == []


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


@slowly
@given(openings(), st.sampled_from([720.0, 900.0]))
def test_no_picture_on_a_narrower_canvas_has_a_fault(opening: Opening, width: float) -> None:
    picture = layout(opening, width)
    assert picture.width == width
    assert faults(picture) == []


def test_a_band_that_stands_apart_shares_no_strip_and_no_title_is_cut() -> None:
    titles = ("Overseen or directed by", "itself", "Its parts, posts and holders", "Reporting to it")
    bands = [Band(title, title, (Box(title, "Body", Kind.BODY),), apart=title == "itself") for title in titles]
    picture = layout(Opening("X", tuple(bands)), 720)
    rows = {band.band.title: band.extent.y for band in picture.bands}
    assert len({rows["Overseen or directed by"], rows["itself"], rows["Reporting to it"]}) == 3
    assert rows["Its parts, posts and holders"] == rows["Reporting to it"]
    assert [band.label.text for band in picture.bands] == list(titles)
