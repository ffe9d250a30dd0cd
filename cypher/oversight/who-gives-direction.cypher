// Who oversees, directs or regulates what?
//
// Oversight and direction are stated; they are not reporting lines. The words are those of the source: to oversee, to
// give direction, to regulate, to lead.
//
// @param subject:entity = any      who gives direction; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns subject:string          who oversees or directs
// @returns how:string              oversees, directs, regulates or leads
// @returns object:string           what is overseen or directed
// @returns kind:string             what kind of thing that is
// @returns last_seen:integer       the year of the newest evidence
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where it is said
MATCH (subject:Body)-[line:OVERSEES]->(object:Entity)
WHERE ($subject IS NULL OR subject.id = $subject)
  AND ($as_of IS NULL OR line.holds_from <= $as_of <= line.holds_until)
  AND ($bases IS NULL OR line.basis IN $bases)
RETURN DISTINCT subject.name AS subject,
       coalesce(line.role, 'oversees') AS how,
       object.name AS object,
       [label IN labels(object) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
       line.last_seen.year AS last_seen,
       line.basis AS basis,
       coalesce(line.sources, []) AS sources
ORDER BY subject, object, how
