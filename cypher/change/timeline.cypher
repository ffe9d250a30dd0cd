// What is dated of one thing, in the order of the days?
//
// Few beginnings and ends are written. Of all else the record only knows the newest evidence: that a thing was confirmed
// then says neither when it began nor whether it still holds. It is not told again of a day that is written anyway.
//
// @param entity:entity             the body, strategy, post, person or anything else
// @param as_of:date = dataset      up to this day; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns day:string              the day, or that of the newest evidence, as precisely as it is known
// @returns what:string             began, happened, ended, last confirmed, or inferred
// @returns subject:string          what, or the subject of what is said
// @returns relation:string         what is said; empty where it is the thing itself
// @returns role:string             in which role
// @returns object:string           of what it is said
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where it is said
MATCH (thing:Entity {id: $entity})
CALL (thing) {
  RETURN thing AS row, thing.name AS subject, '' AS relation, '' AS role, '' AS object
  UNION ALL
  MATCH (thing)-[fact]-(:Entity)
  RETURN fact AS row,
         startNode(fact).name AS subject,
         type(fact) AS relation,
         coalesce(fact.role, '') AS role,
         endNode(fact).name AS object
}
UNWIND ['began', 'ended', 'seen'] AS event
WITH *, CASE event WHEN 'began' THEN row.start_date
                   WHEN 'ended' THEN row.end_date
                   ELSE coalesce(row.evidence_date, COLLECT {
                     MATCH (source:Source)
                     WHERE source.id IN [cited IN row.sources | split(cited, ':')[0]]
                       AND toString(row.last_seen) STARTS WITH source.date
                     RETURN source.date AS written ORDER BY size(written) DESC
                   }[0]) END AS day
WHERE day IS NOT NULL
  AND (event <> 'seen' OR NOT day IN [coalesce(row.start_date, ''), coalesce(row.end_date, '')])
  AND ($as_of IS NULL OR day <= left(toString($as_of), size(day)))
  AND ($bases IS NULL OR row.basis IN $bases)
RETURN DISTINCT day,
       CASE WHEN event = 'seen' AND row.basis = 'inferred' THEN 'inferred'
            WHEN event = 'seen' THEN 'last confirmed'
            WHEN relation IN ['ENDORSED', 'ATTENDED', 'SUCCEEDED_BY'] THEN 'happened'
            ELSE event END AS what,
       subject,
       relation,
       role,
       object,
       row.basis AS basis,
       coalesce(row.sources, []) AS sources
ORDER BY day, what, subject, relation, object, role, basis, sources
