"""What the opening picture shows of a view: who sits where, stated lines, trays, and a tally that adds up."""

from collections.abc import Iterable
from datetime import date

import pytest

from ecosystem.maps.composing import opening_of
from ecosystem.maps.composing.selection import BOXES_MOST
from ecosystem.maps.opening import Box, Opening, Row
from ecosystem.model import Code, Dataset, Entity, Fact, Source, Statement
from ecosystem.snapshot import Snapshot, View

SOURCE = Source(id="minutes", title="Minutes", date="2018")
TIERS = [Code(list="tier", code=code, title=code.title(), position=n) for n, code in enumerate(("region", "town"), 1)]
CITED = ("minutes:1",)


def entity(label: str, one: str, **more: str) -> Entity:
    """Return a cited entity in the town, named as its id."""
    return Entity(id=one, label=label, sources=CITED, **{"name": one.replace("-", " ").title(), "tier": "town"} | more)


def fact(subject: str, relation: str, target: str, **more: str) -> Fact:
    """Return a cited, stated fact."""
    return Fact(
        id=f"{target}--{subject}--{relation.lower()}--{more.get('role', '')}", subject=subject, relation=relation,
        object=target, sources=CITED, **{"basis": "stated"} | more,
    )  # fmt: skip


def seen(*rows: Entity | Fact | Statement | Code, apex: str = "", day: date | None = date(2022, 7, 19)) -> View:
    """Return a view of these rows on a day."""
    return Snapshot.of([SOURCE, *TIERS, *rows], Dataset(id="x", title="X", as_of="2022-07-19", apex=apex)).on(day)


def shape(opening: Opening) -> set[tuple[str, str, str]]:
    """Return the lines as sentences."""
    return {(line.subject, line.verb, line.object) for line in opening.lines}


def rows_of(opening: Opening, one: str) -> dict[str, list[str]]:
    """Return the rows of a box by label."""
    rows: Iterable[Row] = next(box.rows for box in opening.boxes if box.id == one)
    return {row.label: [entry.name for entry in row.entries] for row in rows}


def box(opening: Opening, one: str) -> Box:
    """Return a box by its id."""
    return next(box for box in opening.boxes if box.id == one)


def trays(opening: Opening) -> dict[str, list[str]]:
    """Return the names in the trays by title."""
    return {tray.title: [entry.name for entry in tray.entries] for tray in opening.trays}


BOARD, COUNCIL, PLAN = (
    entity("Board", "board"),
    entity("Organisation", "council"),
    entity("Strategy", "plan", form="plan"),
)


@pytest.mark.parametrize("day", [date(2016, 12, 31), date(2022, 7, 19), None])
def test_every_body_counted_is_in_one_place(leeds: Snapshot, exampleton: Snapshot, day: date | None) -> None:
    for snapshot in (leeds, exampleton):
        view = snapshot.on(day)
        bodies = {one.id for one in view.entities if one.label in {"Board", "Partnership", "LocalCarePartnership"}}
        opening = opening_of(view)
        assert opening.tally.total == len(bodies)
        assert opening.tally.tables == sum(bool(one.rows) for one in opening.boxes if one.id in bodies)
        assert opening.tally.in_trays == sum(bool(entry.id) for tray in opening.trays for entry in tray.entries)
        assert opening.sentences[0].parts[1].ids == tuple(sorted(bodies))


def test_chair_and_seats_stand_by_sector_with_posts_of_one_title_together() -> None:
    directors = [
        entity("Post", f"director-{one}", name=f"Director of {one}", sector="council") for one in ("Care", "Housing")
    ]
    rows = [
        BOARD, COUNCIL, *directors, entity("Post", "leader"), entity("Constituency", "public"),
        fact("leader", "MEMBER_OF", "board", role="chair"), fact("public", "MEMBER_OF", "board"),
        *(fact(director.id, "MEMBER_OF", "board") for director in directors),
        Code(list="sector", code="council", title="Council", position=1),
    ]  # fmt: skip
    assert rows_of(opening_of(seen(*rows)), "board") == {
        "Chair": ["Leader"],
        "Council": ["Directors of Care and Housing"],
        "Other": ["Public"],
    }


def test_seats_of_which_no_sector_is_known_at_all_are_just_seats() -> None:
    rows = [BOARD, COUNCIL, fact("council", "MEMBER_OF", "board")]
    assert rows_of(opening_of(seen(*rows)), "board") == {"Chair": ["not stated"], "Seats": ["Council"]}


def test_what_is_not_stated_is_said_so() -> None:
    chaired = [BOARD, entity("Post", "leader"), fact("leader", "MEMBER_OF", "board", role="chair")]
    sat_on = [BOARD, COUNCIL, fact("council", "MEMBER_OF", "board")]
    assert rows_of(opening_of(seen(*chaired)), "board")["Seats"] == ["not stated"]
    assert rows_of(opening_of(seen(*sat_on)), "board")["Chair"] == ["not stated"]


def test_a_person_of_years_ago_is_no_chair_of_today() -> None:
    rows = [BOARD, entity("Person", "avery"), fact("avery", "MEMBER_OF", "board", role="chair")]
    opening = opening_of(seen(*rows))
    assert rows_of(opening, "board")["Chair"] == ["last named 2018, not stated since"]
    assert "for none which post chairs" in str(opening.sentences[0])


def test_a_seat_that_ended_is_told_with_its_end_and_no_seat_is_counted() -> None:
    rows = [BOARD, COUNCIL, entity("Organisation", "old", name="Old Trust")]
    rows += [fact("council", "MEMBER_OF", "board"), fact("old", "MEMBER_OF", "board", end_date="2018-04")]
    assert rows_of(opening_of(seen(*rows)), "board")["Ended"] == ["Old Trust, until April 2018"]


def test_powers_that_a_source_states_stand_in_the_box() -> None:
    power = Statement(id="p", subject="board", property="decision_powers", value="none of its own", sources=CITED)
    rows = [BOARD, COUNCIL, fact("council", "MEMBER_OF", "board"), power]
    assert rows_of(opening_of(seen(*rows)), "board")["Powers"] == ["none of its own"]


def test_an_organisation_at_three_tables_through_whomever_is_named_and_bold_where_it_sits_itself() -> None:
    boards = [entity("Board", f"board-{number}") for number in range(3)]
    leader = entity("Post", "leader")
    rows = [*boards, COUNCIL, leader, fact("leader", "PART_OF", "council"), fact("leader", "MEMBER_OF", "board-0")]
    rows += [fact("council", "MEMBER_OF", f"board-{number}") for number in (1, 2)]
    opening = opening_of(seen(*rows))
    assert str(opening.sentences[1]) == (
        "One organisation is named at three or more of these tables: Council (bold below)."
    )
    bold = {entry.id for one in opening.boxes for row in one.rows for entry in row.entries if entry.shared}
    assert bold == {"council"}


def test_only_what_is_stated_between_bodies_plans_and_programmes_becomes_a_line() -> None:
    others = [entity("Concept", "idea"), entity("Priority", "aim"), entity("Programme", "event"), COUNCIL]
    rows = [
        BOARD, PLAN, *others,
        fact("board", "OVERSEES", "plan"), fact("board", "SUPPORTS", "idea"), fact("plan", "CONTRIBUTES_TO", "aim"),
        fact("event", "SUPPORTS", "plan"), fact("council", "SUPPORTS", "plan"),
        fact("board", "SUPPORTS", "plan", basis="implied"),
    ]  # fmt: skip
    assert shape(opening_of(seen(*rows))) == {("board", "oversees", "plan")}


def test_lines_of_one_kind_between_two_ends_are_one_line_with_both_verbs() -> None:
    rows = [
        BOARD,
        PLAN,
        fact("board", "OVERSEES", "plan", role="leads"),
        fact("board", "OVERSEES", "plan", role="oversees"),
    ]
    assert shape(opening_of(seen(*rows))) == {("board", "oversees and leads", "plan")}


def test_a_strategy_that_has_ended_stays_at_the_end_of_its_line_and_says_so() -> None:
    strategy = entity("Strategy", "strategy", form="strategy", name="Old Aims", end_date="2020-12-31")
    opening = opening_of(seen(BOARD, strategy, fact("board", "OVERSEES", "strategy")))
    assert [(line.object, line.ended) for line in opening.lines] == [("strategy", True)]
    assert (box(opening, "strategy").words, box(opening, "strategy").ended) == ("strategy, ended 2020", True)


def test_a_line_that_has_itself_ended_is_gone() -> None:
    assert opening_of(seen(BOARD, PLAN, fact("board", "OVERSEES", "plan", end_date="2019"))).lines == ()


def test_a_body_of_another_tier_stands_beside_what_it_is_joined_to_and_says_its_tier() -> None:
    rows = [BOARD, COUNCIL, fact("council", "MEMBER_OF", "board"), entity("Partnership", "alliance", tier="region")]
    opening = opening_of(seen(*rows, fact("alliance", "OVERSEES", "board")))
    assert [(band.code, {one.id for one in band.boxes}) for band in opening.bands] == [("town", {"board", "alliance"})]
    assert box(opening, "alliance").words == "region partnership"


def test_a_table_stands_in_its_own_tier_and_the_tier_with_most_tables_comes_first() -> None:
    tables = [entity("Board", one, tier=tier) for one, tier in (("a", "region"), ("b", "town"), ("c", "town"))]
    opening = opening_of(seen(COUNCIL, *tables, *(fact("council", "MEMBER_OF", one.id) for one in tables)))
    assert [(band.title, [one.id for one in band.boxes]) for band in opening.bands] == [
        ("Town", ["b", "c"]),
        ("Region", ["a"]),
    ]


def test_parts_of_a_collection_without_boxes_are_named_in_it() -> None:
    collection = entity("Partnership", "partnerships", form="collection")
    parts = [entity("LocalCarePartnership", one, name=f"{one.title()} LCP") for one in ("east", "west")]
    rows = [collection, COUNCIL, *parts, fact("council", "MEMBER_OF", "partnerships")]
    rows += [fact(part.id, "PART_OF", "partnerships") for part in parts]
    opening = opening_of(seen(*rows))
    assert rows_of(opening, "partnerships")["Named 2018"] == ["East", "West"]
    assert (opening.tally.collected, opening.tally.total) == (2, 3)


def test_bodies_of_which_nothing_is_stated_are_named_in_a_tray_but_not_the_whole() -> None:
    opening = opening_of(
        seen(BOARD, entity("Partnership", "whole"), entity("Board", "far", tier="region"), apex="whole")
    )
    assert trays(opening) == {"Region, 1": ["Far"], "Town, 1": ["Board"]}
    assert opening.tally.not_drawn == 1


@pytest.mark.parametrize(
    ("silent", "ending"),
    [
        (0, "for none which post chairs."),
        (1, "for none which post chairs; for the one below the boxes they state neither chair, members nor"),
        (12, "for none which post chairs; for the 12 below the boxes they state neither chair, members nor"),
    ],
)
def test_the_first_sentence_speaks_of_those_below_the_boxes_only(silent: int, ending: str) -> None:
    others = [entity("Board", f"other-{number}") for number in range(silent)]
    opening = opening_of(seen(BOARD, COUNCIL, fact("council", "MEMBER_OF", "board"), *others))
    assert ending in str(opening.sentences[0])
    assert sum(len(tray.entries) for tray in opening.trays) == silent


def named_in_trays(place: str, *bodies: Entity, covers: bool = False) -> set[str]:
    """Return what bodies are called in trays of a dataset about a place, by its title or by what its apex covers."""
    places = [entity("Place", one, name=one) for one in ("York", "West Yorkshire")]
    whole = entity("Partnership", "whole")
    rows = [SOURCE, *TIERS, *places, whole, *bodies, *([fact("whole", "COVERS", place)] if covers else [])]
    title = "Health and care" if covers else f"{place} health and care"
    view = Snapshot.of(rows, Dataset(id="x", title=title, as_of="2022", apex="whole")).on(None)
    return {name for names in trays(opening_of(view)).values() for name in names}


@pytest.mark.parametrize("covers", [False, True], ids=["by title", "by apex"])
@pytest.mark.parametrize(
    ("place", "name", "shown"),
    [
        ("York", "York Autism Board", "Autism Board"),
        ("York", "West Yorkshire Care System", "West Yorkshire Care System"),
        ("West Yorkshire", "West Yorkshire Care System", "Care System"),
        ("West Yorkshire", "York Autism Board", "York Autism Board"),
        ("York", "York Forum", "York Forum"),
        ("York", "York and Selby Board", "York and Selby Board"),
        ("York", "Yorkshire Care Board", "Yorkshire Care Board"),
    ],
)
def test_only_the_datasets_own_place_is_dropped_in_trays(place: str, name: str, shown: str, *, covers: bool) -> None:
    assert named_in_trays(place, entity("Board", "body", name=name), covers=covers) == {shown}


def test_a_place_is_not_dropped_where_two_bodies_would_be_called_the_same_or_a_locality_begins_so() -> None:
    alike = [entity("Board", one, name=name) for one, name in (("a", "York Care Board"), ("b", "Care Board"))]
    locality = entity("LocalCarePartnership", "lcp", name="York Road Local Care Partnership")
    names = {"York Care Board", "Care Board", "York Road Local Care Partnership"}
    assert named_in_trays("York", *alike, locality) == names


def test_beyond_the_most_boxes_the_least_connected_go_to_a_tray_and_the_picture_says_so() -> None:
    boards = [entity("Board", f"board-{number:02}") for number in range(BOXES_MOST + 3)]
    rows = [*boards, COUNCIL, *(fact("council", "MEMBER_OF", board.id) for board in boards)]
    opening = opening_of(seen(*rows))
    assert len(opening.boxes) == BOXES_MOST
    assert trays(opening) == {"No room to draw: Town, 3": ["Board 35", "Board 36", "Board 37"]}
    assert opening.tally.total == len(boards)


def test_without_reporting_lines_the_sentence_says_that_none_is_stated() -> None:
    opening = opening_of(seen(BOARD, PLAN, fact("board", "OVERSEES", "plan")))
    assert str(opening.sentences[2]) == (
        "No document states that one body reports to another. "
        "They state direction or oversight in one case, support or contribution in none: these are the lines."
    )


def test_from_five_stated_reporting_lines_on_the_picture_is_who_reports_to_whom() -> None:
    boards = [entity("Board", f"board-{number}") for number in range(6)]
    reports = [fact(f"board-{number}", "REPORTS_TO", "board-0") for number in range(1, 6)]
    four, five = opening_of(seen(*boards, *reports[:4])), opening_of(seen(*boards, *reports))
    assert (four.title, four.bands[0].title) == ("Who sits round which table, and who gives direction to what", "Town")
    assert five.title.startswith("Who reports to whom")
    assert [(band.title, len(band.boxes)) for band in five.bands] == [("Who reports to whom", 6)]
    assert {verb for _, verb, _ in shape(five)} == {"reports to"}


def test_reporting_lines_that_are_only_inferred_never_become_lines() -> None:
    boards = [entity("Board", f"board-{number}") for number in range(7)]
    reports = [fact(f"board-{number}", "REPORTS_TO", "board-0", basis="inferred") for number in range(1, 7)]
    assert opening_of(seen(*boards, *reports)).lines == ()


def test_data_without_any_body_still_makes_an_opening() -> None:
    opening = opening_of(seen())
    assert (opening.bands, opening.trays, opening.tally.total) == ((), (), 0)


def test_on_another_day_than_the_datasets_own_the_sentences_speak_of_that_day(exampleton: Snapshot) -> None:
    own, other = (opening_of(exampleton.on(day)).sentences for day in (exampleton.default_day, date(2010, 1, 1)))
    assert str(own[0]).startswith("The documents name")
    assert str(other[0]).startswith("Looking at 1 January 2010 only, the documents name")
    assert str(other[2]).startswith("Nothing dated to 1 January 2010 states that one body reports to another.")


def test_a_seat_that_we_infer_stands_apart_and_is_in_no_sentence_on_what_documents_say() -> None:
    inferred = {"basis": "inferred", "note": "it succeeded the old one"}
    rows = [
        BOARD, COUNCIL, entity("Organisation", "trust"), entity("Post", "leader"), entity("Board", "panel"),
        fact("trust", "MEMBER_OF", "board"), fact("council", "MEMBER_OF", "board", **inferred),
        fact("leader", "MEMBER_OF", "board", role="chair", **inferred),
        fact("council", "MEMBER_OF", "panel", **inferred), fact("trust", "OVERSEES", "panel"),
    ]  # fmt: skip
    opening = opening_of(seen(*rows))
    assert rows_of(opening, "board") == {
        "Chair": ["Leader, our inference"], "Seats": ["Trust"], "Our inference": ["Council"],
    }  # fmt: skip
    assert rows_of(opening, "panel") == {
        "Chair": ["not stated"], "Seats": ["not stated"], "Our inference": ["Council"],
    }  # fmt: skip
    assert "For one they say who sits there, for none which post chairs" in str(opening.sentences[0])
