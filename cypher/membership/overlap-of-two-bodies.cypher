// Who sits on both of two bodies, and who on one of them only?
//
// Two tables with the same members may be one table; two without a common member need somebody to carry word. Not being
// listed is not being excluded, unless the source says that its list is complete; who came after that year may sit there.
//
// Seats are known from sources of different years: `oldest_seat` is the year in which the oldest of the member's seats
// was last confirmed.
//
// @param first:entity              one body
// @param second:entity             the other
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns member:string           who sits there
// @returns kind:string             what kind of thing that is
// @returns sector:string           its sector, by our classification
// @returns sits_on:string          both, or the name of the only one
// @returns other_complete:string   for one only: whether the other's list is said to be complete: yes, no or not stated, with the year it last was
// @returns oldest_seat:integer     the year in which the oldest of its seats there was last confirmed
MATCH (member:Entity)-[seat:MEMBER_OF]->(table:Body)
WHERE table.id IN [$first, $second]
  AND ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
WITH member, collect(DISTINCT table) AS tables, min(seat.last_seen.year) AS oldest_seat
OPTIONAL MATCH (other:Body)
WHERE other.id IN [$first, $second] AND NOT other IN tables
RETURN member.name AS member,
       [label IN labels(member) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
       coalesce(member.sector, '') AS sector,
       CASE size(tables) WHEN 2 THEN 'both' ELSE tables[0].name END AS sits_on,
       CASE WHEN other IS NULL THEN '' ELSE coalesce(COLLECT {
         MATCH (said:Statement {property: 'list_complete'})-[:ABOUT]->(other)
         WHERE ($as_of IS NULL OR said.holds_from <= $as_of <= said.holds_until)
           AND ($bases IS NULL OR said.basis IN $bases)
           AND said.value IS NOT NULL
         WITH CASE WHEN said.value = 'no' THEN 'no'
                   WHEN $as_of IS NULL THEN coalesce('yes in ' + toString(said.last_seen.year), 'yes')
                   WHEN $as_of <= said.last_seen OR said.end_date IS NOT NULL THEN 'yes'
                   ELSE coalesce('not stated (yes in ' + toString(said.last_seen.year) + ')', 'not stated') END AS text
         RETURN text ORDER BY text = 'no' DESC, text DESC
       }[0], 'not stated') END AS other_complete,
       oldest_seat
ORDER BY sits_on, member
