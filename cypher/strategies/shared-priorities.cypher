// Which priorities do two or more bodies, groups or strategies have in common?
//
// Those who name the same priority have a reason to plan together. It counts as the same where the sources' words leave
// no doubt; similar words stay apart, so more may be shared than stands here.
//
// @param min_holders:integer = 2   how many must have it
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns priority:string         the priority, aim or outcome
// @returns form:string             which of these
// @returns number:integer          how many have it
// @returns holders:list            who
MATCH (holder:Entity)-[fact:HAS_PRIORITY]->(priority:Priority)
WHERE ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
  AND ($bases IS NULL OR fact.basis IN $bases)
WITH DISTINCT priority, holder
ORDER BY holder.name
WITH priority, collect(holder.name) AS holders
WHERE size(holders) >= $min_holders
RETURN priority.name AS priority,
       coalesce(priority.form, 'priority') AS form,
       size(holders) AS number,
       holders
ORDER BY number DESC, priority
