// For whom is a body, strategy or programme there, and where?
//
// Whom a partnership is for and which places it covers decide who else should be at its table. That no end is stated
// does not mean that it still holds.
//
// @param subject:entity = any      who serves, covers or stands there; any for all
// @param object:entity = any       the people or the place; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns subject:string          who serves, covers or stands there
// @returns relation:string         SERVES, COVERS or LOCATED_IN
// @returns object:string           the people or the place
// @returns ended:string            when that ended, as precisely as it is known, or that it is not stated
// @returns last_seen:integer       the year of the newest evidence
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where it is said
MATCH (subject:Entity)-[fact:SERVES|COVERS|LOCATED_IN]->(object:Entity)
WHERE ($subject IS NULL OR subject.id = $subject)
  AND ($object IS NULL OR object.id = $object)
  AND ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
  AND ($bases IS NULL OR fact.basis IN $bases)
RETURN DISTINCT subject.name AS subject,
       type(fact) AS relation,
       object.name AS object,
       coalesce(fact.end_date, 'not stated') AS ended,
       fact.last_seen.year AS last_seen,
       fact.basis AS basis,
       coalesce(fact.sources, []) AS sources
ORDER BY subject, relation, object, ended
