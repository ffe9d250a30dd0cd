// Which priorities, aims and outcomes does each body or strategy have?
//
// Bodies that share a priority have a reason to meet. The words are those of the source: an outcome, a priority, an
// obsession or an aim is not the same promise.
//
// @param body:entity = any         the body or strategy; any for all
// @param priority:entity = any     the priority; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns body:string             the body or strategy
// @returns kind:string             what kind of thing that is
// @returns priority:string         what it states
// @returns form:string             priority, outcome, obsession, aim and so on
// @returns last_seen:integer       the year of the newest evidence
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where it is said
MATCH (body:Entity)-[fact:HAS_PRIORITY]->(priority:Priority)
WHERE ($body IS NULL OR body.id = $body)
  AND ($priority IS NULL OR priority.id = $priority)
  AND ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
  AND ($bases IS NULL OR fact.basis IN $bases)
RETURN DISTINCT body.name AS body,
       [label IN labels(body) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
       priority.name AS priority,
       coalesce(priority.form, 'priority') AS form,
       fact.last_seen.year AS last_seen,
       fact.basis AS basis,
       coalesce(fact.sources, []) AS sources
ORDER BY body, form, priority
