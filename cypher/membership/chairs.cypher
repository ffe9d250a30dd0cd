// Who chairs which body?
//
// A chair is stated of a post more often than of a person. The person named in that post is given where a source names
// one and the day is near enough to it. A body asked for by name is answered, if only by `not stated`.
//
// @param body:entity = any         the body; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns body:string             the body
// @returns chair:string            the post, person or organisation that chairs it, or that it is not stated
// @returns role:string             chair or deputy chair; empty where neither is stated
// @returns holder:string           the person named in that post, or that it is not stated, or not for this day; else empty
// @returns last_seen:integer       the year of the newest evidence
// @returns basis:string            the basis of the seat: stated, implied, shown or inferred
// @returns sources:list            where the seat is said, then where the holder is
MATCH (body:Body)
WHERE $body IS NULL OR body.id = $body
OPTIONAL MATCH (chair:Entity)-[seat:MEMBER_OF]->(body)
WHERE seat.role IN ['chair', 'deputy chair']
  AND ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
WITH body, chair, seat
WHERE chair IS NOT NULL OR $body IS NOT NULL
OPTIONAL MATCH (person:Person)-[post:HOLDS]->(chair)
WHERE ($as_of IS NULL OR post.holds_from <= $as_of <= post.holds_until)
  AND ($bases IS NULL OR post.basis IN $bases)
RETURN DISTINCT body.name AS body,
       coalesce(chair.name, 'not stated') AS chair,
       coalesce(seat.role, '') AS role,
       CASE WHEN NOT coalesce(chair:Post, false) THEN ''
            WHEN person IS NOT NULL THEN person.name
            WHEN EXISTS {
              MATCH (:Person)-[other:HOLDS]->(chair)
              WHERE $bases IS NULL OR other.basis IN $bases
            } THEN 'not stated for this day'
            ELSE 'not stated' END AS holder,
       seat.last_seen.year AS last_seen,
       coalesce(seat.basis, '') AS basis,
       coalesce(seat.sources, []) + [cited IN coalesce(post.sources, []) WHERE NOT cited IN seat.sources] AS sources
ORDER BY body, chair, role, holder
