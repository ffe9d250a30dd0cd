// Who is named in which post, and in which is nobody?
//
// Posts outlast the people in them: a name is carried for a year after a source gave it, then the present holder is not
// stated for the day. A post whose body is not stated has an empty list there.
//
// @param post:entity = any         the post; any for all
// @param person:entity = any       the person; any for all, and for the posts in which nobody is named
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns post:string             the post
// @returns bodies:list             the bodies it belongs to
// @returns person:string           who is named in it, or that this is not stated, or not for this day
// @returns last_seen:integer       the year of the newest evidence
// @returns basis:string            the basis of the naming; empty where there is none
// @returns sources:list            where it is said
MATCH (post:Post)
WHERE ($post IS NULL OR post.id = $post)
  AND ($as_of IS NULL OR post.may_from <= $as_of <= post.may_until)
OPTIONAL MATCH (person:Person)-[held:HOLDS]->(post)
WHERE ($as_of IS NULL OR held.holds_from <= $as_of <= held.holds_until)
  AND ($bases IS NULL OR held.basis IN $bases)
WITH post, person, held
WHERE $person IS NULL OR person.id = $person
RETURN DISTINCT post.name AS post,
       COLLECT {
         MATCH (post)-[part:PART_OF]->(body:Body)
         WHERE ($as_of IS NULL OR part.holds_from <= $as_of <= part.holds_until)
           AND ($bases IS NULL OR part.basis IN $bases)
         RETURN DISTINCT body.name ORDER BY body.name
       } AS bodies,
       CASE WHEN person IS NOT NULL THEN person.name
            WHEN EXISTS {
              MATCH (:Person)-[other:HOLDS]->(post)
              WHERE $bases IS NULL OR other.basis IN $bases
            } THEN 'not stated for this day'
            ELSE 'not stated' END AS person,
       held.last_seen.year AS last_seen,
       coalesce(held.basis, '') AS basis,
       coalesce(held.sources, []) AS sources
ORDER BY post, person
