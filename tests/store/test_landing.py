"""How rows land and read back, without a database."""

from hypothesis import given
from hypothesis import strategies as st

from ecosystem.dates import span_of
from ecosystem.model import DERIVED, LABELS, Entity, Fact, Source, columns
from ecosystem.store.landing import STRUCTURE, landed, row_from

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
LISTS = st.lists(TEXTS, max_size=2).map(tuple)
SPAN = span_of("2016", "", ("2018",))


@given(st.builds(Entity, id=TEXTS, label=st.sampled_from(sorted(LABELS)), name=TEXTS, aliases=LISTS, basis=TEXTS))
def test_an_entity_reads_back_as_it_was_written(entity: Entity) -> None:
    assert row_from(Entity, landed(entity, SPAN), label=entity.label) == entity


@given(st.builds(Fact, id=TEXTS, subject=TEXTS, relation=TEXTS, object=TEXTS, role=TEXTS, basis=TEXTS, sources=LISTS))
def test_a_fact_reads_back_as_it_was_written(fact: Fact) -> None:
    ends = {name: getattr(fact, name) for name in STRUCTURE[Fact]}
    assert row_from(Fact, landed(fact, SPAN), **ends) == fact


def test_a_blank_basis_lands_as_the_one_the_row_rests_on() -> None:
    fact = Fact(id="f", subject="a", relation="PART_OF", object="b", sources=("page:1",))
    properties = landed(fact, SPAN)
    assert (properties["basis"], properties["blank_basis"]) == ("stated", True)


def test_lists_are_always_lists_and_blank_cells_are_absent() -> None:
    properties = landed(Entity(id="a", label="Board", name="A"), SPAN)
    assert (properties["aliases"], properties["sources"]) == ([], [])
    assert properties["form"] is None


def test_a_source_is_called_by_its_title() -> None:
    assert landed(Source(id="page", title="Page"))["name"] == "Page"


def test_a_value_of_the_wrong_type_set_by_hand_is_read_as_text() -> None:
    assert row_from(Entity, {"id": 7, "name": 1.5, "aliases": "HB"}, label="Board") == Entity(
        id="7", label="Board", name="1.5", aliases=("HB",)
    )


def test_the_days_set_on_load_are_columns_of_no_table() -> None:
    assert set(DERIVED).isdisjoint(columns(Fact))
