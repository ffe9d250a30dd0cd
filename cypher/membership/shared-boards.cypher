// Which organisations are members or partners of two or more of the same bodies?
//
// Organisations that meet at several tables have more than one way to settle a matter, and more than one place where it
// can be lost. A seat counts for its organisation also where a post, team or person of it is named. A partner or observer
// belongs to a body, and is not said to sit at its table: `roles` tells them apart.
//
// Seats are known from sources of different years: `oldest_seat` is the year in which the oldest of them was last
// confirmed. That two sat at one table at the same time is not said.
//
// @param min_shared:integer = 2    how many bodies in common
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns first:string            one organisation
// @returns second:string           the other
// @returns shared:integer          how many bodies they share
// @returns tables:list             the bodies
// @returns roles:list              at each of them, in that order: both partner, or the roles of the first / those of the second
// @returns oldest_seat:integer     the year in which the oldest of these seats was last confirmed
MATCH (member:Entity)-[seat:MEMBER_OF]->(table:Body)
WHERE ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
MATCH (member)-[parts:PART_OF*0..1]->(organisation:Organisation)
WHERE (member = organisation OR member:Post OR member:Team OR member:Person)
  AND all(part IN parts WHERE ($as_of IS NULL OR part.holds_from <= $as_of <= part.holds_until)
                          AND ($bases IS NULL OR part.basis IN $bases))
WITH table, organisation, coalesce(seat.role, 'not stated') AS role, min(seat.last_seen.year) AS seen
ORDER BY role
WITH table, organisation, min(seen) AS seen,
     reduce(text = '', role IN collect(role) | text + CASE text WHEN '' THEN '' ELSE ' and ' END + role) AS roles
ORDER BY table.name
WITH table, collect({name: organisation.name, role: roles, last_seen: seen}) AS seated
UNWIND seated AS first
UNWIND seated AS second
WITH first, second, table
WHERE first.name < second.name
WITH first.name AS first, second.name AS second,
     collect(table.name) AS tables,
     min(CASE WHEN first.last_seen < second.last_seen OR second.last_seen IS NULL THEN first.last_seen
              ELSE second.last_seen END) AS oldest_seat,
     collect(CASE first.role WHEN second.role THEN 'both ' ELSE first.role + ' / ' END + second.role) AS roles
WHERE size(tables) >= $min_shared
RETURN first, second, size(tables) AS shared, tables, roles, oldest_seat
ORDER BY shared DESC, first, second
