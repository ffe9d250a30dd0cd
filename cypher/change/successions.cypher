// What was merged, renamed or split, into what, and when?
//
// Names in older documents are read rightly only with this table beside them. A blank day means that the source reports
// the change but not when it was.
//
// @param as_of:date = dataset      changes up to this day; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns before:string           the predecessor
// @returns change:string           merger, renaming or split
// @returns after:string            the successor
// @returns on_day:string           when, as precisely as it is known
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where it is said
MATCH (predecessor:Entity)-[change:SUCCEEDED_BY]->(successor:Entity)
WHERE ($as_of IS NULL OR change.holds_from <= $as_of <= change.holds_until)
  AND ($bases IS NULL OR change.basis IN $bases)
RETURN DISTINCT predecessor.name AS before,
       coalesce(change.role, 'not stated') AS change,
       successor.name AS after,
       coalesce(change.start_date, '') AS on_day,
       change.basis AS basis,
       coalesce(change.sources, []) AS sources
ORDER BY before, after, on_day
