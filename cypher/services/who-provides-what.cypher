// Who provides, commissions or carries out what?
//
// Paying for a service and providing it are different hands. Only what a source names is here; providers do more.
//
// @param body:entity = any         who; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns body:string             who
// @returns relation:string         DELIVERS or COMMISSIONS
// @returns object:string           the service, programme, strategy or body
// @returns kind:string             which of these
// @returns last_seen:integer       the year of the newest evidence
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where it is said
MATCH (body:Entity)-[work:DELIVERS|COMMISSIONS]->(object:Entity)
WHERE ($body IS NULL OR body.id = $body)
  AND ($as_of IS NULL OR work.holds_from <= $as_of <= work.holds_until)
  AND ($bases IS NULL OR work.basis IN $bases)
RETURN DISTINCT body.name AS body,
       type(work) AS relation,
       object.name AS object,
       [label IN labels(object) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
       work.last_seen.year AS last_seen,
       work.basis AS basis,
       coalesce(work.sources, []) AS sources
ORDER BY body, relation, object
