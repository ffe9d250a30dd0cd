// At which tables may more sit than are named?
//
// Where a source says that its list is not complete, or does not say that it is, a missing name proves nothing. Only a
// list that is said to be complete closes a table, and only until the year in which that was said.
//
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns table:string            the body
// @returns kind:string             board, group, committee, partnership and so on
// @returns members:integer         how many members are named
// @returns list_complete:string    what is said of the list: no, or that it is not stated, with the year in which it was complete
MATCH (member:Entity)-[seat:MEMBER_OF]->(body:Body)
WHERE ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
  AND ($bases IS NULL OR seat.basis IN $bases)
WITH body, count(DISTINCT member) AS members,
     coalesce(COLLECT {
       MATCH (said:Statement {property: 'list_complete'})-[:ABOUT]->(body)
       WHERE ($as_of IS NULL OR said.holds_from <= $as_of <= said.holds_until)
         AND ($bases IS NULL OR said.basis IN $bases)
         AND said.value IS NOT NULL
       WITH CASE WHEN said.value = 'no' THEN 'no'
                 WHEN $as_of IS NULL THEN coalesce('yes in ' + toString(said.last_seen.year), 'yes')
                 WHEN $as_of <= said.last_seen OR said.end_date IS NOT NULL THEN 'yes'
                 ELSE coalesce('not stated (yes in ' + toString(said.last_seen.year) + ')', 'not stated') END AS text
       RETURN text ORDER BY text = 'no' DESC, text DESC
     }[0], 'not stated') AS list_complete
WHERE list_complete <> 'yes'
RETURN body.name AS table,
       coalesce(body.form, '') AS kind,
       members,
       list_complete
ORDER BY table
