// Who sits on both of two bodies, and who on one of them only?
//
// Two tables with the same members may be one table; two without a common member need somebody to carry word. Not being
// listed is not being excluded, unless the source says that its list is complete.
//
// @param first:entity              one body
// @param second:entity             the other
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns member:string           who sits there
// @returns sits_on:string          both, or the name of the only one
MATCH (member:Entity)-[seat:MEMBER_OF]->(table:Body)
WHERE table.id IN [$first, $second]
  AND ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
WITH member, collect(DISTINCT table.name) AS tables
RETURN member.name AS member,
       CASE size(tables) WHEN 2 THEN 'both' ELSE tables[0] END AS sits_on
ORDER BY sits_on, member
