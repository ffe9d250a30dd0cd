// At which tables does an organisation have a seat?
//
// An organisation sits at a table itself, or through one of its posts, teams or people. Both count, and the answer says
// which: `through` is empty where the organisation itself is named.
//
// Tables are boards, partnerships and every other body that somebody sits on, `kind` says what it is;
// `organisations-at-several-tables` counts boards and partnerships only.
//
// @param organisation:entity = any  the organisation; any for all
// @param as_of:date = dataset       the day to look at; any for the whole record
// @param bases:list = any           the bases to count; any for all
// @returns organisation:string      the organisation
// @returns table:string             the body it sits on
// @returns kind:string              what kind of body that is
// @returns through:string           the post, team or person that has the seat for it
// @returns role:string              the role
// @returns last_seen:integer        the year of the newest evidence of the seat
// @returns basis:string             the basis of the seat
// @returns sources:list             where the seat is stated
MATCH (member:Entity)-[seat:MEMBER_OF]->(table:Body)
WHERE ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
MATCH (member)-[parts:PART_OF*0..1]->(organisation:Organisation)
WHERE ($organisation IS NULL OR organisation.id = $organisation)
  AND (member = organisation OR member:Post OR member:Team OR member:Person)
  AND all(part IN parts WHERE ($as_of IS NULL OR part.holds_from <= $as_of <= part.holds_until)
                          AND ($bases IS NULL OR part.basis IN $bases))
RETURN DISTINCT organisation.name AS organisation,
       table.name AS table,
       [label IN labels(table) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
       CASE WHEN member = organisation THEN '' ELSE member.name END AS through,
       coalesce(seat.role, 'not stated') AS role,
       seat.last_seen.year AS last_seen,
       seat.basis AS basis,
       coalesce(seat.sources, []) AS sources
ORDER BY organisation, table, through, role
