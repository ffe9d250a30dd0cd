// Which posts does a body have, at which tables do they sit, and who is named in them?
//
// A post speaks for its body wherever it sits, whoever holds it. A post of which no source says where it sits stays in
// the answer; the title of a chair is one where the seat is stated of the person, as `chairs` tells.
//
// @param body:entity = any         the body; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns body:string             the body
// @returns post:string             its post
// @returns table:string            the table where the post has a seat, or that it is not stated
// @returns role:string             the role there; empty where no table is stated
// @returns last_seen:integer       the year of the newest evidence of the seat
// @returns holders:list            who is named in the post, or that it is not stated, or not for this day
// @returns basis:string            the basis of the seat; empty where no table is stated
// @returns sources:list            where it is said that the post belongs to the body, then where the seat is
MATCH (post:Post)-[part:PART_OF]->(body:Body)
WHERE ($body IS NULL OR body.id = $body)
  AND ($as_of IS NULL OR part.holds_from <= $as_of <= part.holds_until)
  AND ($bases IS NULL OR part.basis IN $bases)
OPTIONAL MATCH (post)-[seat:MEMBER_OF]->(table:Body)
WHERE ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
WITH body, post, part, seat, table,
     COLLECT {
       MATCH (person:Person)-[held:HOLDS]->(post)
       WHERE ($as_of IS NULL OR held.holds_from <= $as_of <= held.holds_until)
         AND ($bases IS NULL OR held.basis IN $bases)
       RETURN DISTINCT person.name ORDER BY person.name
     } AS named
RETURN DISTINCT body.name AS body,
       post.name AS post,
       coalesce(table.name, 'not stated') AS table,
       CASE WHEN seat IS NULL THEN '' ELSE coalesce(seat.role, 'not stated') END AS role,
       seat.last_seen.year AS last_seen,
       CASE WHEN named <> [] THEN named
            WHEN EXISTS {
              MATCH (:Person)-[other:HOLDS]->(post)
              WHERE $bases IS NULL OR other.basis IN $bases
            } THEN ['not stated for this day']
            ELSE ['not stated'] END AS holders,
       coalesce(seat.basis, '') AS basis,
       coalesce(part.sources, []) + [cited IN coalesce(seat.sources, []) WHERE NOT cited IN part.sources] AS sources
ORDER BY body, post, table, role, basis, sources
