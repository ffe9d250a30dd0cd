// Which Local Care Partnerships are there, whom do they serve, and who is round their tables?
//
// The partnerships are written up unevenly: an empty list means that the sources do not say.
//
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns partnership:string      the Local Care Partnership
// @returns formed:string           when it was formed, as precisely as it is known
// @returns serves:list             the populations it is for
// @returns covers:list             the places it covers
// @returns members:list            who sits on it
MATCH (partnership:LocalCarePartnership)
WHERE ($as_of IS NULL OR partnership.may_from <= $as_of <= partnership.may_until)
RETURN partnership.name AS partnership,
       coalesce(partnership.start_date, '') AS formed,
       COLLECT {
         MATCH (partnership)-[fact:SERVES]->(population:Population)
         WHERE ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
           AND ($bases IS NULL OR fact.basis IN $bases)
         RETURN DISTINCT population.name ORDER BY population.name
       } AS serves,
       COLLECT {
         MATCH (partnership)-[fact:COVERS]->(place:Place)
         WHERE ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
           AND ($bases IS NULL OR fact.basis IN $bases)
         RETURN DISTINCT place.name ORDER BY place.name
       } AS covers,
       COLLECT {
         MATCH (member:Entity)-[fact:MEMBER_OF]->(partnership)
         WHERE ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
           AND ($bases IS NULL OR fact.basis IN $bases)
         RETURN DISTINCT member.name ORDER BY member.name
       } AS members
ORDER BY partnership
