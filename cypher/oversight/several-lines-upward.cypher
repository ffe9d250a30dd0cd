// What reports to, or is overseen or directed by, two or more bodies?
//
// Answering to several bodies is often meant so, but each must know of the others. Two lines from one body count once;
// every line is given, with its words and its basis.
//
// @param as_of:date = dataset                 the day to look at; any for the whole record
// @param bases:list = stated implied shown    the bases to count; any for all, inferred ones too
// @returns below:string                       what answers to several
// @returns kind:string                        what kind of thing that is
// @returns above:string                       one of the bodies above it
// @returns relation:string                    REPORTS_TO from below, or OVERSEES from above
// @returns role:string                        in which words: directs, regulates, accountable and so on
// @returns last_seen:integer                  the year of the newest evidence
// @returns basis:string                       stated, implied, shown or inferred
// @returns sources:list                       where it is said
MATCH (below:Entity)-[line:REPORTS_TO|OVERSEES]-(above:Body)
WHERE CASE type(line) WHEN 'OVERSEES' THEN startNode(line) ELSE endNode(line) END = above
  AND ($as_of IS NULL OR line.holds_from <= $as_of <= line.holds_until)
  AND ($bases IS NULL OR line.basis IN $bases)
WITH below, count(DISTINCT above) AS number, collect(line) AS lines
WHERE number >= 2
UNWIND lines AS line
WITH below, line, CASE type(line) WHEN 'OVERSEES' THEN startNode(line) ELSE endNode(line) END AS above
RETURN DISTINCT below.name AS below,
       [label IN labels(below) WHERE NOT label IN ['Entity', 'Body']][0] AS kind,
       above.name AS above,
       type(line) AS relation,
       coalesce(line.role, 'not stated') AS role,
       line.last_seen.year AS last_seen,
       line.basis AS basis,
       coalesce(line.sources, []) AS sources
ORDER BY below, above, relation, role, basis, sources
