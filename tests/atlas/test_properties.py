"""Whatever is recorded, the atlas of it is whole: pages well-formed, no link astray, everything on its page."""

from atlas.reading import Atlas, faults
from hypothesis import given, settings
from hypothesis import strategies as st

from ecosystem.atlas import atlas
from ecosystem.atlas.addresses import PLANS, Addresses, anchor
from ecosystem.atlas.neighbourhood import BOXES_MOST, WIDTH, neighbourhood
from ecosystem.atlas.site import Site
from ecosystem.maps.layout import layout
from ecosystem.model import BASES, BODIES, LABELS, RELATIONS, Dataset, Entity, Fact, Row, Source, Statement
from ecosystem.snapshot import Snapshot

IDS = [f"n{number}" for number in range(7)]
DATES = st.sampled_from(["", "2016", "2018-04", "2020-05-06", "2023"])
NAMES = st.sampled_from(["Board", "Health & Care <Board>", "Board of the Board", "a", "", "Ärzte “Eins”", "x" * 300])
CITED = st.sampled_from([(), ("s:1",), ("s:12-14", "s-part:p3"), ("t:2",), ("gone:4",)])
PLACED = [*sorted(BODIES | PLANS), "Post", "Person", "Place"]

sources = [
    Source(
        id="s", code="1", title="Minutes", kind="minutes", publisher="Board", date="2018", url="https://example.org/s"
    ),
    Source(id="s-part", title="Part", date="2018"),
    Source(id="t", code="2", title="Page"),
]
evidence = {"start_date": DATES, "end_date": DATES, "evidence_date": DATES, "sources": CITED}
evidence |= {"basis": st.sampled_from(["", *BASES]), "note": st.sampled_from(["", "a note"])}


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Draw a snapshot of any shape: relations between any kinds, twice, with themselves, of any date and basis."""
    chosen = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=len(IDS)))
    tier = st.sampled_from(["", "city", "odd"])
    kinds = st.sampled_from([*PLACED, *sorted(set(LABELS) - {"Source"})])
    rows: list[Row] = [
        draw(st.builds(Entity, id=st.just(one), label=kinds, name=NAMES, tier=tier, **evidence)) for one in chosen
    ]
    if chosen:
        ends = st.sampled_from(chosen)
        relation = st.sampled_from(sorted(set(RELATIONS) - {"SHOWN_ON"}))
        role = st.sampled_from(["", "chair", "member"])
        fact = st.builds(
            Fact, id=st.sampled_from(IDS), subject=ends, relation=relation, object=ends, role=role, **evidence
        )
        said = st.builds(
            Statement, id=st.sampled_from(IDS), subject=ends, property=st.sampled_from(["decision_powers", "budget"]),
            value=NAMES, **evidence,
        )  # fmt: skip
        rows += draw(st.lists(fact, max_size=8, unique_by=lambda row: row.id))
        rows += draw(st.lists(said, max_size=3, unique_by=lambda row: row.id))
    apex = chosen[0] if chosen else ""
    return Snapshot.of([*rows, *sources], Dataset(id="x", title="X", as_of="2022-07-19", apex=apex))


@given(snapshot=snapshots(), whole=st.booleans())
@settings(max_examples=60, deadline=None)
def test_every_atlas_is_whole(*, snapshot: Snapshot, whole: bool) -> None:
    view = snapshot.on(None if whole else snapshot.default_day)
    made = Atlas(atlas(view))
    assert faults(made) == []
    addresses = Addresses.of(snapshot)
    wanted = {
        (page, addresses.documents[source], anchor(fact))
        for node_id, page in addresses.things.items()
        for fact in snapshot.facts_about(node_id)
        for source in {citation.partition(":")[0] for citation in fact.sources} & addresses.documents.keys()
    }
    assert wanted <= made.links


@given(snapshots())
@settings(max_examples=60, deadline=None)
def test_every_picture_fits_its_sheet(snapshot: Snapshot) -> None:
    site = Site.of(snapshot.on(None))
    for node_id in site.addresses.things:
        if drawn := neighbourhood(site, snapshot.entities[node_id]):
            picture = layout(drawn.opening, WIDTH)
            assert len(picture.boxes) == len(drawn.opening.boxes) <= BOXES_MOST
            assert len({placed.box.id for placed in picture.boxes}) == len(picture.boxes)
            assert max(placed.extent.right for placed in picture.boxes) <= WIDTH
            assert min(text.size for placed in picture.boxes for text in placed.texts) >= 12
