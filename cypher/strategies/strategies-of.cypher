// What does each body have to do with which strategy?
//
// Owning, overseeing, endorsing, delivering, commissioning and supporting a strategy are different duties; a strategy
// that several bodies support and none owns is worth a question.
//
// @param body:entity = any         the body; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = any          the bases to count; any for all
// @returns strategy:string         the strategy, plan, framework, report, assessment or agreement
// @returns form:string             which of these
// @returns body:string             who has to do with it
// @returns relation:string         what, as the graph calls it
// @returns role:string             in which role
// @returns basis:string            stated, implied, shown or inferred
// @returns sources:list            where it is said
MATCH (body:Entity)-[duty:OWNS|OVERSEES|ENDORSED|DELIVERS|COMMISSIONS|SUPPORTS]->(strategy:Strategy)
WHERE ($body IS NULL OR body.id = $body)
  AND ($as_of IS NULL OR duty.holds_from <= $as_of <= duty.holds_until)
  AND ($bases IS NULL OR duty.basis IN $bases)
RETURN DISTINCT strategy.name AS strategy,
       coalesce(strategy.form, 'strategy') AS form,
       body.name AS body,
       type(duty) AS relation,
       coalesce(duty.role, '') AS role,
       duty.basis AS basis,
       coalesce(duty.sources, []) AS sources
ORDER BY strategy, body, relation, role
