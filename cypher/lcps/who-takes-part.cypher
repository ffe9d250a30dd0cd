// Who takes part in each Local Care Partnership, and in which way?
//
// A seat is more than attendance: whoever was at one meeting need not be at the next. Working with a partnership and
// supporting it happen beside its table. What is said of all partnerships together is not repeated for each.
//
// @param partnership:entity = any  the Local Care Partnership; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns partnership:string      the Local Care Partnership
// @returns who:string              who takes part, or that it is not stated
// @returns kind:string             what kind of thing that is
// @returns way:string              MEMBER_OF, ATTENDED, PARTNERS_WITH or SUPPORTS
// @returns role:string             the role at the table
// @returns last_seen:integer       the year of the newest evidence
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where it is said
MATCH (partnership:LocalCarePartnership)
WHERE ($partnership IS NULL OR partnership.id = $partnership)
  AND ($as_of IS NULL OR partnership.may_from <= $as_of <= partnership.may_until)
OPTIONAL MATCH (who:Entity)-[fact:MEMBER_OF|ATTENDED|PARTNERS_WITH|SUPPORTS]-(partnership)
WHERE (startNode(fact) = who OR type(fact) = 'PARTNERS_WITH')
  AND ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
  AND ($bases IS NULL OR fact.basis IN $bases)
RETURN DISTINCT partnership.name AS partnership,
       coalesce(who.name, 'not stated') AS who,
       coalesce([label IN labels(who) WHERE NOT label IN ['Entity', 'Body']][0], '') AS kind,
       coalesce(type(fact), '') AS way,
       coalesce(fact.role, '') AS role,
       fact.last_seen.year AS last_seen,
       coalesce(fact.basis, '') AS basis,
       coalesce(fact.sources, []) AS sources
ORDER BY partnership, way, who, role, basis, sources
