// Which strategies had run out by a day, and what followed them?
//
// A strategy past its own last year still shapes decisions when nothing is known to have replaced it. A blank successor
// means that the sources name none, not that there is none.
//
// @param as_of:date = dataset      the day by which it had ended; any for every strategy with an end
// @param bases:list = any          the bases to count for successor and lists; any for all
// @returns strategy:string         the strategy
// @returns began:string            its first day, as precisely as it is known
// @returns ended:string            its last day, as precisely as it is known
// @returns successor:string        what followed it
// @returns listed_on:list          the pages that list it, whatever the day
// @returns sources:list            where the strategy is named
MATCH (strategy:Strategy)
WHERE strategy.may_until < coalesce($as_of, date('9999-12-31'))
OPTIONAL MATCH (strategy)-[change:SUCCEEDED_BY]->(successor:Entity)
WHERE ($as_of IS NULL OR change.holds_from <= $as_of <= change.holds_until)
  AND ($bases IS NULL OR change.basis IN $bases)
RETURN DISTINCT strategy.name AS strategy,
       coalesce(strategy.start_date, '') AS began,
       strategy.end_date AS ended,
       coalesce(successor.name, '') AS successor,
       COLLECT {
         MATCH (strategy)-[listing]->(page:Source)
         WHERE $bases IS NULL OR listing.basis IN $bases
         RETURN DISTINCT page.name ORDER BY page.name
       } AS listed_on,
       coalesce(strategy.sources, []) AS sources
ORDER BY ended, strategy, successor
