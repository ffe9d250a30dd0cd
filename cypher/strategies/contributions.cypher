// What contributes to which strategy, programme, aim or body?
//
// A strategy is carried out through what contributes to it. Nothing contributes to a strategy that has ended: look at a
// day before its end, or at the whole record.
//
// @param entity:entity = any       what contributes or is contributed to; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns from:string             what contributes
// @returns how:string              contributes, or describes; or that it is not stated
// @returns to:string               to what
// @returns kind:string             what kind of thing that is
// @returns last_seen:integer       the year of the newest evidence
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where it is said
MATCH (from:Entity)-[fact:CONTRIBUTES_TO]->(to:Entity)
WHERE ($entity IS NULL OR $entity IN [from.id, to.id])
  AND ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
  AND ($bases IS NULL OR fact.basis IN $bases)
RETURN DISTINCT from.name AS from,
       coalesce(fact.role, 'not stated') AS how,
       to.name AS to,
       [label IN labels(to) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
       fact.last_seen.year AS last_seen,
       fact.basis AS basis,
       coalesce(fact.sources, []) AS sources
ORDER BY to, from, how, basis, sources
