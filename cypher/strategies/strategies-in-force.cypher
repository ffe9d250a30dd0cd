// Which strategies, plans and agreements had begun by a day and are not known to have ended, and whose are they?
//
// A strategy without a stated end stays here for as long as no source ends it: the year of its newest evidence says how
// far to trust that. Whose it is may be our inference; the basis says so.
//
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases of ownership to count; any for all
// @returns strategy:string         the strategy, plan, framework or agreement
// @returns form:string             which of these
// @returns began:string            its first day, as precisely as it is known, or that it is not stated
// @returns ends:string             its last day, as precisely as it is known, or that it is not stated
// @returns last_seen:integer       the year of the newest evidence of the strategy
// @returns owner:string            whose it is, or that it is not stated
// @returns basis:string            the basis of that; empty where it is not stated
// @returns sources:list            where the strategy is named
MATCH (strategy:Strategy)
WHERE coalesce(strategy.form, 'strategy') IN ['strategy', 'plan', 'framework', 'agreement']
  AND ($as_of IS NULL OR strategy.holds_from <= $as_of <= strategy.holds_until)
OPTIONAL MATCH (owner:Entity)-[owning:OWNS]->(strategy)
WHERE ($as_of IS NULL OR owning.holds_from <= $as_of <= owning.holds_until)
  AND ($bases IS NULL OR owning.basis IN $bases)
RETURN DISTINCT strategy.name AS strategy,
       coalesce(strategy.form, 'strategy') AS form,
       coalesce(strategy.start_date, 'not stated') AS began,
       coalesce(strategy.end_date, 'not stated') AS ends,
       strategy.last_seen.year AS last_seen,
       coalesce(owner.name, 'not stated') AS owner,
       coalesce(owning.basis, '') AS basis,
       coalesce(strategy.sources, []) AS sources
ORDER BY strategy, owner, basis
