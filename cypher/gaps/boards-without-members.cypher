// Which boards and partnerships have no member stated?
//
// Many bodies are known only because a page lists them. They are the first thing to ask their secretaries about; an
// empty `listed_on` means that running text names the body.
//
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns body:string             the body
// @returns kind:string             board, group, committee, partnership and so on
// @returns listed_on:list          the pages that list it
MATCH (body:Board|Partnership|LocalCarePartnership)
WHERE ($as_of IS NULL OR body.may_from <= $as_of <= body.may_until)
  AND NOT EXISTS {
    MATCH (:Entity)-[seat:MEMBER_OF]->(body)
    WHERE ($as_of IS NULL OR seat.holds_from <= $as_of <= seat.holds_until)
      AND ($bases IS NULL OR seat.basis IN $bases)
  }
RETURN body.name AS body,
       coalesce(body.form, '') AS kind,
       COLLECT {
         MATCH (body)-[listing:SHOWN_ON]->(source:Source)
         WHERE ($as_of IS NULL OR listing.holds_from <= $as_of <= listing.holds_until)
           AND ($bases IS NULL OR listing.basis IN $bases)
         RETURN DISTINCT source.name ORDER BY source.name
       } AS listed_on
ORDER BY body
