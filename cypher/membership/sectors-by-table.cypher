// Which sectors sit at which table, and through whom?
//
// A sector that is missing here may be missing from the table or only from its list: `who-sits-on` tells whether a list
// is complete. Sectors are our classification; members without one stand together.
//
// @param body:entity = any         the table; any for all tables
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns table:string            the body
// @returns sector:string           the sector, or that the member has none
// @returns number:integer          how many members of that sector sit there
// @returns members:list            who
MATCH (member:Entity)-[seat:MEMBER_OF]->(body:Body)
WHERE ($body IS NULL OR body.id = $body)
  AND ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
WITH DISTINCT body, member
ORDER BY member.name
WITH body, coalesce(member.sector, 'not classified') AS sector, collect(member.name) AS members
RETURN body.name AS table,
       sector,
       size(members) AS number,
       members
ORDER BY table, number DESC, sector
