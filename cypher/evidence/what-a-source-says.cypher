// What does a source say, in the order of its lines?
//
// Read it beside the source, and check us. What cites several places of the source stands at each of them; pages and
// sections that are not numbered by lines come last. Facts that have ended show on an earlier day, or with `as_of=any`.
//
// A page that stands in a larger document is cited by the lines of that document: ask for the document. What the page
// lists, `what-a-page-lists` tells.
//
// @param source:entity             the source
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns line:integer            the first line of the place, where it has a number
// @returns place:string            the lines, page, section or item; empty where the source as a whole is cited
// @returns subject:string          of what something is said
// @returns says:string             a relation, the property of a figure, or that the thing is named
// @returns what:string             the object, the value, or what kind of thing it is
// @returns detail:string           the role of a fact, the unit of a figure
// @returns basis:string            stated, implied, shown or inferred
CALL () {
  MATCH (thing:Entity)
  RETURN thing AS row, thing.name AS subject, 'is named' AS says,
         [label IN labels(thing) WHERE NOT label IN ['Entity', 'Body']][0] AS what, '' AS detail
  UNION ALL
  MATCH (subject:Entity)-[fact]->(object:Entity)
  RETURN fact AS row, subject.name AS subject, type(fact) AS says,
         object.name AS what, coalesce(fact.role, '') AS detail
  UNION ALL
  MATCH (figure:Statement)-[:ABOUT]->(subject:Entity)
  RETURN figure AS row, subject.name AS subject, figure.property AS says,
         coalesce(figure.value, 'not stated: left open by the source') AS what, coalesce(figure.unit, '') AS detail
}
UNWIND row.sources AS citation
WITH *, split(citation, ':') AS parts
WHERE parts[0] = $source
  AND ($as_of IS NULL OR row.holds_from <= $as_of <= row.holds_until)
  AND ($bases IS NULL OR row.basis IN $bases)
RETURN DISTINCT toInteger(split(parts[1], '-')[0]) AS line,
       coalesce(parts[1], '') AS place,
       subject,
       says,
       what,
       detail,
       row.basis AS basis
ORDER BY line, place, subject, says, what, detail, basis
