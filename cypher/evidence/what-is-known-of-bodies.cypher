// Of how many boards, groups and partnerships do the sources say who sits there, which post chairs, or neither?
//
// The first finding to read before any picture is believed. A body of which both members and chair are known counts for
// both. Of others the sources say only what joins them to something: direction or support, a seat at another table, a
// collection they are part of, a person last named as chair; the whole itself counts here too. Of the rest, nothing.
//
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases of seats to count; any for all
// @returns known:string            what is known
// @returns bodies:integer          of how many boards, groups and partnerships
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
       MATCH (:Post)-[seat:MEMBER_OF {role: 'chair'}]->(body)
       WHERE ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
         AND ($bases IS NULL OR seat.basis IN $bases)
     } AS chaired,
     EXISTS {
       MATCH (body)-[fact:MEMBER_OF|PART_OF]-(other:Entity)
       WHERE (type(fact) = 'MEMBER_OF' OR other.form = 'collection')
         AND ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
         AND ($bases IS NULL OR fact.basis IN $bases)
     } OR EXISTS {
       MATCH (:Person)-[seat:MEMBER_OF {role: 'chair'}]->(body)
       WHERE ($as_of IS NULL OR seat.may_from <= $as_of <= seat.may_until)
         AND ($bases IS NULL OR seat.basis IN $bases)
     } OR EXISTS {
       MATCH (body)-[line:REPORTS_TO|OVERSEES|SUPPORTS|CONTRIBUTES_TO]-(:Entity)
       WITH line, startNode(line) AS subject, endNode(line) AS object
       WHERE line.basis = 'stated'
         AND (subject:Body AND type(line) IN ['REPORTS_TO', 'OVERSEES']
              OR subject:Board OR subject:Partnership OR subject:LocalCarePartnership OR subject:Team
              OR subject:Strategy AND subject.form IN ['strategy', 'plan', 'framework'])
         AND (object:Body OR object:Strategy OR object:Programme
              OR object:Constituency AND type(line) = 'OVERSEES')
         AND ($as_of IS NULL OR line.holds_from <= $as_of <= line.holds_until
              OR line.end_date IS NULL AND object.may_until < $as_of AND (object:Strategy OR object:Programme)
                 AND subject.may_from <= $as_of <= subject.may_until)
     } OR EXISTS {
       MATCH (:Dataset {apex: body.id})
     } AS placed
UNWIND ['named']
       + CASE WHEN seated THEN ['who sits there'] ELSE [] END
       + CASE WHEN chaired THEN ['which post chairs'] ELSE [] END
       + CASE WHEN seated OR chaired THEN []
              WHEN placed THEN ['only what it is joined to']
              ELSE ['neither chair, members nor direction'] END AS known
RETURN known,
       count(*) AS bodies
ORDER BY bodies DESC, known
