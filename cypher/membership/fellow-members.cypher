// With whom does an organisation sit, and at which tables?
//
// Whoever sits at the same table can be spoken to there. Fellows stand as their source names them: a post or a group is
// not turned into an organisation, and what is part of the organisation itself is no fellow of it.
//
// Tables are boards, partnerships and every other body that somebody sits on. They are known from sources of different
// years: `oldest_seat` is the year in which the oldest of these seats was last confirmed, of whichever of the two.
//
// @param organisation:entity = any  the organisation; any for all
// @param as_of:date = dataset       the day to look at; any for the whole record
// @param bases:list = any           the bases to count; any for all
// @returns organisation:string      the organisation
// @returns fellow:string            who sits with it
// @returns kind:string              what kind of thing the fellow is
// @returns number:integer           at how many tables
// @returns tables:list              which
// @returns oldest_seat:integer      the year in which the oldest of these seats was last confirmed
MATCH (member:Entity)-[seat:MEMBER_OF]->(table:Body)<-[other:MEMBER_OF]-(fellow:Entity)
WHERE all(held IN [seat, other] WHERE ($as_of IS NULL OR held.holds_from <= $as_of <= held.holds_until)
                                  AND ($bases IS NULL OR held.basis IN $bases))
MATCH (member)-[parts:PART_OF*0..1]->(organisation:Organisation)
WHERE ($organisation IS NULL OR organisation.id = $organisation)
  AND (member = organisation OR member:Post OR member:Team OR member:Person)
  AND all(part IN parts WHERE ($as_of IS NULL OR part.holds_from <= $as_of <= part.holds_until)
                          AND ($bases IS NULL OR part.basis IN $bases))
  AND fellow <> organisation
  AND NOT EXISTS {
    MATCH (fellow)-[part:PART_OF]->(organisation)
    WHERE ($as_of IS NULL OR part.holds_from <= $as_of <= part.holds_until)
      AND ($bases IS NULL OR part.basis IN $bases)
  }
UNWIND [seat, other] AS held
WITH organisation, fellow, table, min(held.last_seen.year) AS seen
ORDER BY table.name
WITH organisation, fellow, collect(table.name) AS tables, min(seen) AS oldest_seat
RETURN organisation.name AS organisation,
       fellow.name AS fellow,
       [label IN labels(fellow) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
       size(tables) AS number,
       tables,
       oldest_seat
ORDER BY organisation, number DESC, fellow
