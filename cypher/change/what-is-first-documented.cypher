// What do sources first speak of after one day, up to and including another?
//
// `ecosystem changes` counts what sources first speak of, this lists it: facts of every kind, also what pages merely list.
//
// What a source first names need not have begun then: nothing here has a written beginning, and since when it is so is
// not stated.
//
// @param earlier:date              the day after which it begins; any for no limit
// @param as_of:date = dataset      the last day, which counts; any for no limit
// @param bases:list = any          the bases to count; any for all
// @returns year:integer            the year of the oldest evidence
// @returns kind:string             what kind of thing, or what is said of it: MEMBER_OF, PART_OF …
// @returns subject:string          what, or the subject of what is said
// @returns object:string           of what it is said; empty for a thing itself
// @returns role:string             the role; empty where there is none
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where it is said, later confirmations included
CALL () {
  MATCH (thing:Entity)
  WHERE NOT thing:Source
  RETURN thing AS row, [label IN labels(thing) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
         thing.name AS subject, '' AS object, '' AS role
  UNION ALL
  MATCH (subject:Entity)-[fact]->(object:Entity)
  RETURN fact AS row, type(fact) AS kind, subject.name AS subject, object.name AS object, coalesce(fact.role, '') AS role
}
WITH *
WHERE row.start_date IS NULL
  AND row.holds_from < date('9999-12-31')
  AND ($earlier IS NULL OR $earlier < row.holds_from)
  AND ($as_of IS NULL OR row.holds_from <= $as_of)
  AND ($bases IS NULL OR row.basis IN $bases)
RETURN DISTINCT row.holds_from.year AS year,
       kind,
       subject,
       object,
       role,
       row.basis AS basis,
       coalesce(row.sources, []) AS sources
ORDER BY year, kind, subject, object, role, basis, sources
