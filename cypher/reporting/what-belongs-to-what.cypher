// What belongs to what, at one remove or more?
//
// Being part of something is neither reporting to it nor having a seat there. Read a chain step by step: the parts of a
// member of a group are not for that a part of the group. Chains of up to four steps are followed.
//
// @param whole:entity = any        what the parts belong to; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns whole:string            the whole
// @returns part:string             what belongs to it
// @returns kind:string             what kind of thing the part is
// @returns steps:integer           how many steps lie between them
// @returns chain:list              the names from the part to the whole
// @returns weakest:string          the weakest basis of any step
MATCH chain = (part:Entity)-[steps:PART_OF*1..4]->(whole:Entity)
WHERE ($whole IS NULL OR whole.id = $whole)
  AND all(step IN steps WHERE ($as_of IS NULL OR step.holds_from <= $as_of <= step.holds_until)
                          AND ($bases IS NULL OR step.basis IN $bases))
RETURN DISTINCT whole.name AS whole,
       part.name AS part,
       [label IN labels(part) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
       size(steps) AS steps,
       [node IN nodes(chain) | node.name] AS chain,
       [basis IN ['inferred', 'shown', 'implied', 'stated']
         WHERE any(step IN steps WHERE step.basis = basis)][0] AS weakest
ORDER BY whole, steps, part, chain, weakest
