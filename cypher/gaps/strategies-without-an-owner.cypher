// For which strategies, plans and frameworks does no source say whose they are?
//
// A plan that nobody owns may stop without anybody noticing. Other bodies may direct, carry out or support it: begin by
// asking those. An owner that we only infer does not count, unless asked for.
//
// @param as_of:date = dataset                 the day to look at; any for the whole record
// @param bases:list = stated implied shown    the bases to count; any for all, inferred ones too
// @returns strategy:string                    the strategy, plan or framework
// @returns form:string                        which of these
// @returns ends:string                        its last day, as precisely as it is known, or that it is not stated
// @returns last_seen:integer                  the year of the newest evidence of the strategy
// @returns concerned:list                     which bodies direct, deliver, commission, endorsed or support it
// @returns listed_on:list                     the pages that list it
// @returns sources:list                       where the strategy is named
MATCH (strategy:Strategy)
WHERE coalesce(strategy.form, 'strategy') IN ['strategy', 'plan', 'framework']
  AND ($as_of IS NULL OR strategy.holds_from <= $as_of <= strategy.holds_until)
  AND NOT EXISTS {
    MATCH (:Entity)-[owning:OWNS]->(strategy)
    WHERE ($as_of IS NULL OR owning.holds_from <= $as_of <= owning.holds_until)
      AND ($bases IS NULL OR owning.basis IN $bases)
  }
RETURN strategy.name AS strategy,
       coalesce(strategy.form, 'strategy') AS form,
       coalesce(strategy.end_date, 'not stated') AS ends,
       strategy.last_seen.year AS last_seen,
       COLLECT {
         MATCH (body:Body)-[duty:OVERSEES|DELIVERS|COMMISSIONS|ENDORSED|SUPPORTS]->(strategy)
         WHERE ($as_of IS NULL OR duty.holds_from <= $as_of <= duty.holds_until)
           AND ($bases IS NULL OR duty.basis IN $bases)
         RETURN DISTINCT body.name ORDER BY body.name
       } AS concerned,
       COLLECT {
         MATCH (strategy)-[listing:SHOWN_ON]->(page:Source)
         WHERE ($as_of IS NULL OR listing.holds_from <= $as_of <= listing.holds_until)
           AND ($bases IS NULL OR listing.basis IN $bases)
         RETURN DISTINCT page.name ORDER BY page.name
       } AS listed_on,
       coalesce(strategy.sources, []) AS sources
ORDER BY strategy
