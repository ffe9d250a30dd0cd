// What do we infer, and for what reason?
//
// No source says any of this; whoever knows better should say so. Answers count an inference only where they are asked
// to, or say beside it that it is one.
//
// @param entity:entity = any       what the inference is about; any for all
// @param as_of:date = dataset      the day to look at; any for the whole record
// @returns relation:string         the relation that is inferred
// @returns subject:string          of what
// @returns role:string             in which role
// @returns object:string           to what
// @returns reason:string           why
// @returns last_seen:integer       the year the inference is of
// @returns sources:list            what it leans on, where it cites anything
MATCH (subject:Entity)-[fact]->(object:Entity)
WHERE fact.basis = 'inferred'
  AND ($entity IS NULL OR $entity IN [subject.id, object.id])
  AND ($as_of IS NULL OR fact.holds_from <= $as_of <= fact.holds_until)
RETURN DISTINCT type(fact) AS relation,
       subject.name AS subject,
       coalesce(fact.role, '') AS role,
       object.name AS object,
       coalesce(fact.note, 'not stated') AS reason,
       fact.last_seen.year AS last_seen,
       coalesce(fact.sources, []) AS sources
ORDER BY relation, subject, object, role, sources
