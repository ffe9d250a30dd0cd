// To whom does each body report, and for which is that not stated?
//
// Silence is an answer: where no source states a line upward, the table says so. Lines that are our own inference come
// only when asked for with `--basis any`; their basis says `inferred` and their reason is given.
//
// @param body:entity = any                    the body; any for all boards and partnerships
// @param as_of:date = dataset                 the day to look at; any for the whole record
// @param bases:list = stated implied shown    the bases to count; any for all, inferred ones too
// @returns body:string                        the body
// @returns reports_to:string                  to whom, or that it is not stated
// @returns role:string                        reports, accountable, delegated or scrutinised
// @returns basis:string                       the basis of the line; empty where there is none
// @returns reason:string                      for an inferred line, the reasoning
// @returns sources:list                       where it is said
MATCH (body:Board|Partnership|LocalCarePartnership)
WHERE ($body IS NULL OR body.id = $body)
  AND ($as_of IS NULL OR body.may_from <= $as_of <= body.may_until)
OPTIONAL MATCH (body)-[line:REPORTS_TO]->(above:Body)
WHERE ($as_of IS NULL OR line.holds_from <= $as_of <= line.holds_until)
  AND ($bases IS NULL OR line.basis IN $bases)
RETURN DISTINCT body.name AS body,
       coalesce(above.name, 'not stated') AS reports_to,
       coalesce(line.role, '') AS role,
       coalesce(line.basis, '') AS basis,
       coalesce(line.note, '') AS reason,
       coalesce(line.sources, []) AS sources
ORDER BY body, reports_to, role
