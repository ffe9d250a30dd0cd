// Which boards have members stated, but no chair?
//
// A table whose chair nobody states is one where it is unclear who answers for it. Deputies do not count as chairs.
//
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns body:string             the body
// @returns kind:string             board, group, committee, partnership and so on
// @returns seats:integer           how many seats are stated
MATCH (member:Entity)-[seat:MEMBER_OF]->(body:Board|Partnership|LocalCarePartnership)
WHERE ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
WITH body, count(seat) AS seats, sum(CASE seat.role WHEN 'chair' THEN 1 ELSE 0 END) AS chairs
WHERE chairs = 0
RETURN body.name AS body,
       coalesce(body.form, '') AS kind,
       seats
ORDER BY body
