// Which organisations are members or partners of two or more of the same bodies?
//
// Organisations that meet at several tables have more than one way to settle a matter, and more than one place where it
// can be lost. A seat counts for its organisation also where a post, team or person of it is named. A partner or observer
// belongs to a body, and is not said to sit at its table: `roles` tells them apart.
//
// @param min_shared:integer = 2    how many bodies in common
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns first:string            one organisation
// @returns second:string           the other
// @returns shared:integer          how many bodies they share
// @returns tables:list             the bodies
// @returns roles:list              at each of them, in that order: both partner, or the roles of the first / those of the second
MATCH (member:Entity)-[seat:MEMBER_OF]->(table:Body)
WHERE ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
MATCH (member)-[parts:PART_OF*0..1]->(organisation:Organisation)
WHERE (member = organisation OR member:Post OR member:Team OR member:Person)
  AND all(part IN parts WHERE ($as_of IS NULL OR part.holds_from <= $as_of <= part.holds_until)
                          AND ($bases IS NULL OR part.basis IN $bases))
WITH DISTINCT table, organisation, coalesce(seat.role, 'not stated') AS role
ORDER BY role
WITH table, organisation,
     reduce(text = '', role IN collect(role) | text + CASE text WHEN '' THEN '' ELSE ' and ' END + role) AS roles
ORDER BY table.name
WITH table, collect({name: organisation.name, role: roles}) AS seated
UNWIND seated AS first
UNWIND seated AS second
WITH first, second, table
WHERE first.name < second.name
WITH first.name AS first, second.name AS second,
     collect(table.name) AS tables,
     collect(CASE first.role WHEN second.role THEN 'both ' ELSE first.role + ' / ' END + second.role) AS roles
WHERE size(tables) >= $min_shared
RETURN first, second, size(tables) AS shared, tables, roles
ORDER BY shared DESC, first, second
