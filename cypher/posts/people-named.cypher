// Who is named, in which post, at which table and of which body, and when last?
//
// A name is carried for a year after a source gave it. From then on the present holder is not stated: the answer says
// so, and keeps the year in which the person was last named. `not stated for this day`: of another day it is.
//
// @param person:entity = any       the person; any for everybody named by that day
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns person:string           who is named
// @returns last_named:integer      the year of the newest evidence of the person
// @returns connection:string       HOLDS a post, MEMBER_OF a table, PART_OF a body; or that none is stated, or none for this day
// @returns role:string             the role at the table
// @returns what:string             the post, table or body; empty where no connection is stated
// @returns bodies:list             of a post: the bodies it belongs to
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where the connection is said, or else the person is named
MATCH (person:Person)
WHERE ($person IS NULL OR person.id = $person)
  AND ($as_of IS NULL OR person.holds_from <= $as_of <= person.holds_until)
OPTIONAL MATCH (person)-[fact:HOLDS|MEMBER_OF|PART_OF]->(object:Entity)
WHERE ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
  AND ($bases IS NULL OR fact.basis IN $bases)
RETURN DISTINCT person.name AS person,
       person.last_seen.year AS last_named,
       CASE WHEN fact IS NOT NULL THEN type(fact)
            WHEN EXISTS {
              MATCH (person)-[other:HOLDS|MEMBER_OF|PART_OF]->(:Entity)
              WHERE $bases IS NULL OR other.basis IN $bases
            } THEN 'not stated for this day'
            ELSE 'not stated' END AS connection,
       coalesce(fact.role, '') AS role,
       coalesce(object.name, '') AS what,
       COLLECT {
         MATCH (object:Post)-[part:PART_OF]->(body:Body)
         WHERE ($as_of IS NULL OR part.holds_from <= $as_of <= part.holds_until)
           AND ($bases IS NULL OR part.basis IN $bases)
         RETURN DISTINCT body.name ORDER BY body.name
       } AS bodies,
       coalesce(fact.basis, '') AS basis,
       coalesce(fact.sources, person.sources, []) AS sources
ORDER BY person, connection, what, role, basis, sources
