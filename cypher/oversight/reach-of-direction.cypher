// What lies under a body's direction, at one remove or more?
//
// Direction passed on is weaker than direction given: every step is stated of its own two ends only, so read the chain
// step by step. Chains of up to four steps are followed.
//
// @param subject:entity = any      where the chain starts; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns subject:string          where the chain starts
// @returns object:string           where it ends
// @returns steps:integer           how many steps it has
// @returns chain:list              the names along it
MATCH chain = (subject:Body)-[steps:OVERSEES*1..4]->(object:Entity)
WHERE ($subject IS NULL OR subject.id = $subject)
  AND all(step IN steps WHERE ($as_of IS NULL OR step.holds_from <= $as_of <= step.holds_until)
                          AND ($bases IS NULL OR step.basis IN $bases))
RETURN DISTINCT subject.name AS subject,
       object.name AS object,
       size(steps) AS steps,
       [node IN nodes(chain) | node.name] AS chain
ORDER BY subject, steps, object, chain
