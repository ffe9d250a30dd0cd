// Which organisations are named at three or more tables?
//
// Whoever sits at many tables joins them. An organisation is at a table itself, or through a post, team or person of it.
//
// Tables are boards and partnerships; `seats-of` counts every body that somebody sits on, teams too. They are known from
// sources of different years: `oldest_seat` is the year in which the oldest of these seats was last confirmed.
//
// @param min_tables:integer = 3    at how many tables at least
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns organisation:string     the organisation
// @returns number:integer          at how many tables
// @returns tables:list             which
// @returns oldest_seat:integer     the year in which the oldest of these seats was last confirmed
MATCH (member:Entity)-[seat:MEMBER_OF]->(table:Board|Partnership|LocalCarePartnership)
WHERE ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
MATCH (member)-[parts:PART_OF*0..1]->(organisation:Organisation)
WHERE (member = organisation OR member:Post OR member:Team OR member:Person)
  AND all(part IN parts WHERE ($as_of IS NULL OR part.holds_from <= $as_of <= part.holds_until)
                          AND ($bases IS NULL OR part.basis IN $bases))
WITH organisation, table, min(seat.last_seen.year) AS seen
ORDER BY table.name
WITH organisation.name AS organisation, collect(table.name) AS tables, min(seen) AS oldest_seat
WHERE size(tables) >= $min_tables
RETURN organisation,
       size(tables) AS number,
       tables,
       oldest_seat
ORDER BY number DESC, organisation
