// Who sits on a body, and in which role?
//
// The seats at a table are what the sources state most firmly. Ask for one body, or leave `body` out for every table.
// A seat without a role is one whose source names the member only. Whoever is not named is excluded only where the list
// is said to be complete, and only until the year in which that was said.
//
// @param body:entity = any         the table; any for all tables
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns table:string            the body
// @returns member:string           who has the seat
// @returns kind:string             what kind of thing the member is
// @returns role:string             the role
// @returns last_seen:integer       the year of the newest evidence
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where it is said
// @returns list_complete:string    whether the table's list is said to be complete: yes, no, or not stated, with the year it last was
MATCH (member:Entity)-[seat:MEMBER_OF]->(body:Body)
WHERE ($body IS NULL OR body.id = $body)
  AND ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
RETURN DISTINCT body.name AS table,
       member.name AS member,
       [label IN labels(member) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
       coalesce(seat.role, 'not stated') AS role,
       seat.last_seen.year AS last_seen,
       seat.basis AS basis,
       coalesce(seat.sources, []) AS sources,
       coalesce(COLLECT {
         MATCH (said:Statement {property: 'list_complete'})-[:ABOUT]->(body)
         WHERE ($as_of IS NULL OR said.holds_from <= $as_of <= said.holds_until)
           AND ($bases IS NULL OR said.basis IN $bases)
           AND said.value IS NOT NULL
         WITH CASE WHEN said.value = 'no' THEN 'no'
                   WHEN $as_of IS NULL THEN coalesce('yes in ' + toString(said.last_seen.year), 'yes')
                   WHEN $as_of <= said.last_seen OR said.end_date IS NOT NULL THEN 'yes'
                   ELSE coalesce('not stated (yes in ' + toString(said.last_seen.year) + ')', 'not stated') END AS text
         RETURN text ORDER BY text = 'no' DESC, text DESC
       }[0], 'not stated') AS list_complete
ORDER BY table, member, role
