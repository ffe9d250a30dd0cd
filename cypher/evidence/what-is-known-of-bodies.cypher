// Of how many boards, groups and partnerships do the sources say who sits there, who chairs, or nothing but the name?
//
// The first finding to read before any picture is believed. A body may count under several heads; `no seat, chair or
// direction` counts those with no seat at their table, no seat at another's, and no direction, support or contribution.
//
// @param as_of:date = dataset            the day to look at; any for the whole record
// @param bases:list = stated implied     the bases to count; any for all
// @returns known:string                  what is known
// @returns bodies:integer                of how many boards, groups and partnerships
MATCH (body:Board|Partnership|LocalCarePartnership)
WHERE ($as_of IS NULL OR body.may_from <= $as_of <= body.may_until)
WITH body,
     EXISTS {
       MATCH (:Entity)-[seat:MEMBER_OF]->(body)
       WHERE coalesce(seat.role, '') <> 'chair'
         AND ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
         AND ($bases IS NULL OR seat.basis IN $bases)
     } AS seated,
     EXISTS {
       MATCH (:Entity)-[seat:MEMBER_OF]->(body)
       WHERE seat.role = 'chair'
         AND ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
         AND ($bases IS NULL OR seat.basis IN $bases)
     } AS chaired,
     EXISTS {
       MATCH (body)-[link:MEMBER_OF|OVERSEES|SUPPORTS|CONTRIBUTES_TO]-(:Entity)
       WHERE ($as_of IS NULL OR link.holds_from <= $as_of <= link.holds_until)
         AND ($bases IS NULL OR link.basis IN $bases)
     } AS joined
UNWIND ['named']
       + CASE WHEN seated THEN ['who sits there'] ELSE [] END
       + CASE WHEN chaired THEN ['who chairs'] ELSE [] END
       + CASE WHEN joined THEN [] ELSE ['no seat, chair or direction'] END AS known
RETURN known,
       count(*) AS bodies
ORDER BY bodies DESC, known
