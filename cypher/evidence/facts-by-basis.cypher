// How much of the graph is stated, and how much implied, shown or inferred?
//
// The share of each relation that a source states outright says how far an answer built on it can be trusted.
//
// @param as_of:date = dataset      the day to look at; any for the whole record
// @returns relation:string         the relation
// @returns basis:string            stated, implied, shown or inferred
// @returns facts:integer           how many facts
// @returns oldest:integer          the year of the newest evidence of the oldest of them
// @returns newest:integer          the year of the newest evidence of any of them
MATCH (:Entity)-[fact]->(:Entity)
WHERE fact.basis IS NOT NULL
  AND ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
RETURN type(fact) AS relation,
       fact.basis AS basis,
       count(*) AS facts,
       min(fact.last_seen.year) AS oldest,
       max(fact.last_seen.year) AS newest
ORDER BY relation, basis
