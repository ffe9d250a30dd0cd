// Which organisations sit on two or more of the same boards?
//
// Organisations that meet at several tables have more than one way to settle a matter, and more than one place where it
// can be lost. A seat counts for its organisation also where a post, team or person of it is named.
//
// @param min_shared:integer = 2    how many tables in common
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns first:string            one organisation
// @returns second:string           the other
// @returns shared:integer          how many tables they share
// @returns tables:list             the tables
MATCH (member:Entity)-[seat:MEMBER_OF]->(table:Body)
WHERE ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
MATCH (member)-[parts:PART_OF*0..1]->(organisation:Organisation)
WHERE (member = organisation OR member:Post OR member:Team OR member:Person)
  AND all(part IN parts WHERE ($as_of IS NULL OR part.holds_from <= $as_of <= part.holds_until)
                          AND ($bases IS NULL OR part.basis IN $bases))
WITH DISTINCT organisation, table
ORDER BY table.name
WITH table, collect(organisation) AS seated
UNWIND seated AS first
UNWIND seated AS second
WITH first, second, table
WHERE first.name < second.name
WITH first.name AS first, second.name AS second, collect(table.name) AS tables
WHERE size(tables) >= $min_shared
RETURN first, second, size(tables) AS shared, tables
ORDER BY shared DESC, first, second
