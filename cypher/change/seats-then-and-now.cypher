// Which seats are known on one of two days only?
//
// The difference between two days is what the record allows to be said, not all that happened.
//
// `not known before` is not new: a seat counts from the first source that names it until a source gives its end. A seat
// that is known on neither day is left out.
//
// @param earlier:day               the day before
// @param as_of:day = dataset       the day after
// @param bases:list = any          the bases to count; any for all
// @returns table:string            the body
// @returns member:string           who has the seat
// @returns role:string             the role
// @returns known:string            not known before, or not known after: nobody need have joined or left
// @returns sources:list            where the seat is stated
MATCH (member:Entity)-[seat:MEMBER_OF]->(table:Body)
WHERE $bases IS NULL OR seat.basis IN $bases
WITH member, seat, table,
     seat.holds_from <= $earlier <= seat.holds_until AS before,
     seat.holds_from <= $as_of <= seat.holds_until AS after
WHERE before <> after
RETURN DISTINCT table.name AS table,
       member.name AS member,
       coalesce(seat.role, 'not stated') AS role,
       CASE WHEN before THEN 'not known after' ELSE 'not known before' END AS known,
       coalesce(seat.sources, []) AS sources
ORDER BY table, member, role, known
