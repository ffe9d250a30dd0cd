// Which source supports how many facts of which relation?
//
// A relation that rests on one source falls with it. A fact that cites several sources counts for each of them.
//
// @param source:entity = any       the source; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns source:string           the title of the source
// @returns relation:string         the relation
// @returns facts:integer           how many facts cite the source
MATCH (:Entity)-[fact]->(:Entity)
WHERE fact.basis IS NOT NULL
  AND ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
  AND ($bases IS NULL OR fact.basis IN $bases)
UNWIND fact.sources AS citation
MATCH (source:Source {id: split(citation, ':')[0]})
WHERE $source IS NULL OR source.id = $source
RETURN source.name AS source,
       type(fact) AS relation,
       count(DISTINCT fact) AS facts
ORDER BY source, relation
