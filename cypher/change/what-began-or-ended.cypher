// What began, happened or ended after one day, up to and including another?
//
// Only days that are written count, and most of the record has none: a source that first names a thing does not say
// that it began then. A day is compared as far as it is known, and `between` marks what need not belong here: `2018` may
// lie before April 2018. A year or month given as the first day means its last day: what follows 2016 begins with 2017.
//
// @param earlier:date              the day after which it begins; any for no limit
// @param as_of:date = dataset      the last day, which counts; any for no limit
// @param bases:list = any          the bases to count; any for all
// @returns day:string              when, as precisely as it is known
// @returns change:string           began, happened or ended
// @returns between:string          surely, or that the day may lie before or after the days asked about
// @returns subject:string          what, or the subject of what is said
// @returns relation:string         what is said; empty where the thing itself began or ended
// @returns object:string           of what it is said
// @returns basis:string            the basis of the row; a date that stands in a title is implied by it all the same
// @returns sources:list            where it is said
CALL () {
  MATCH (thing:Entity)
  RETURN thing AS row, thing.name AS subject, '' AS relation, '' AS object
  UNION ALL
  MATCH (subject:Entity)-[fact]->(object:Entity)
  RETURN fact AS row, subject.name AS subject, type(fact) AS relation, object.name AS object
}
UNWIND ['began', 'ended'] AS change
WITH *, CASE change WHEN 'began' THEN row.start_date ELSE row.end_date END AS day
WHERE day IS NOT NULL
  AND ($earlier IS NULL OR left(toString($earlier + duration('P1D')), size(day)) <= day)
  AND ($as_of IS NULL OR day <= left(toString($as_of), size(day)))
  AND ($bases IS NULL OR row.basis IN $bases)
RETURN DISTINCT day,
       CASE WHEN relation IN ['ENDORSED', 'ATTENDED', 'SUCCEEDED_BY'] THEN 'happened' ELSE change END AS change,
       CASE WHEN day = left(toString($earlier), size(day)) AND day = left(toString($as_of + duration('P1D')), size(day))
              THEN 'may lie before or after'
            WHEN day = left(toString($earlier), size(day)) THEN 'may lie before'
            WHEN day = left(toString($as_of + duration('P1D')), size(day)) THEN 'may lie after'
            ELSE 'surely' END AS between,
       subject,
       relation,
       object,
       row.basis AS basis,
       coalesce(row.sources, []) AS sources
ORDER BY day, change, subject, relation, object, basis, sources
