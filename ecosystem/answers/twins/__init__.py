"""Twins of the named queries: the same rows from a view of the files, where no server is needed.

`TWINS` maps a query's name to a function of the view, which already is on the day and the bases asked, and the values.
"""

from ecosystem.answers.twins import (
    chains,
    chronicle,
    company,
    duties,
    findings,
    grounds,
    listings,
    people,
    plans,
    record,
    seats,
)
from ecosystem.answers.twins.reading import Twin

_TWINS: tuple[Twin, ...] = (
    chains.reach_of_direction, chains.several_lines_upward, chains.ways_upward, chains.what_belongs_to_what,
    chronicle.timeline, chronicle.what_began_or_ended, chronicle.what_is_first_documented,
    company.fellow_members, company.links_beyond_the_locality, company.open_member_lists, company.sectors_by_table,
    company.who_takes_part,
    duties.ended_strategies, duties.for_whom_and_where, duties.lines_upward, duties.priorities_of,
    duties.strategies_of, duties.who_gives_direction, duties.who_provides_what,
    findings.organisations_at_several_tables, findings.what_is_known_of_bodies,
    findings.what_is_stated_between_bodies,
    grounds.inferences, grounds.what_a_source_says,
    listings.what_a_page_lists, listings.what_two_pages_list,
    people.people_named, people.post_holders, people.posts_of,
    plans.contributions, plans.shared_priorities, plans.strategies_in_force, plans.strategies_without_an_owner,
    record.facts_by_basis, record.facts_by_source, record.figures, record.partnerships, record.successions,
    seats.boards_without_a_chair, seats.boards_without_members, seats.chairs, seats.overlap_of_two_bodies,
    seats.seats_of, seats.seats_then_and_now, seats.shared_boards, seats.who_sits_on,
)  # fmt: skip

TWINS: dict[str, Twin] = {twin.__name__.replace("_", "-"): twin for twin in _TWINS}

__all__ = ["TWINS", "Twin"]
