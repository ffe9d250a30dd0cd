// What joins each Local Care Partnership to a body of the city or beyond, and for which is nothing stated?
//
// Any connection counts, whoever of the two it is said of; only a line upward makes a partnership answer to somebody.
// Bodies of a locality, other partnerships among them, are left aside; our inferences come only when asked for.
//
// @param partnership:entity = any             the Local Care Partnership; any for all
// @param as_of:date = dataset                 the day to look at; any for the whole record
// @param bases:list = stated implied shown    the bases to count; any for all, inferred ones too
// @returns partnership:string                 the Local Care Partnership
// @returns body:string                        the body beyond it, or that it is not stated
// @returns tier:string                        the level of that body, by our classification
// @returns relation:string                    the connection
// @returns said_of:string                     the partnership or the body, whichever is its subject
// @returns basis:string                       stated, implied, shown or inferred
// @returns sources:list                       where it is said
MATCH (partnership:LocalCarePartnership)
WHERE ($partnership IS NULL OR partnership.id = $partnership)
  AND ($as_of IS NULL OR partnership.may_from <= $as_of <= partnership.may_until)
OPTIONAL MATCH (partnership)-[fact]-(body:Body)
WHERE NOT body:LocalCarePartnership
  AND coalesce(body.tier, '') <> 'locality'
  AND ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
  AND ($bases IS NULL OR fact.basis IN $bases)
RETURN DISTINCT partnership.name AS partnership,
       coalesce(body.name, 'not stated') AS body,
       CASE WHEN body IS NULL THEN '' ELSE coalesce(body.tier, 'not classified') END AS tier,
       coalesce(type(fact), '') AS relation,
       CASE WHEN body IS NULL THEN '' WHEN startNode(fact) = body THEN 'the body' ELSE 'the partnership' END AS said_of,
       coalesce(fact.basis, '') AS basis,
       coalesce(fact.sources, []) AS sources
ORDER BY partnership, body, relation, said_of, basis, sources
