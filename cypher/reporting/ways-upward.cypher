// What lies above a body, plan or programme, step by step, by reporting and oversight?
//
// Each step is said of its own two ends only: whoever oversees a board need not oversee what reports to it. Ways of up
// to four steps are followed, none through the same body twice. What has no row has nothing above it in the sources.
//
// @param below:entity = any                   where the way starts; any for all
// @param as_of:date = dataset                 the day to look at; any for the whole record
// @param bases:list = stated implied shown    the bases to count; any for all, inferred ones too
// @returns below:string                       where the way starts
// @returns above:string                       where it ends
// @returns steps:integer                      how many steps it has
// @returns way:list                           the names along it, from below
// @returns by:list                            what each step is: REPORTS_TO, or OVERSEES, said of the upper of the two
// @returns weakest:string                     the weakest basis of any step
// Within the brackets `line` is one step; after them it is the list of all steps taken.
MATCH path = (below:Entity)
  ((lower:Entity)-[line:REPORTS_TO|OVERSEES]-(upper:Body)
    WHERE CASE type(line) WHEN 'OVERSEES' THEN startNode(line) ELSE endNode(line) END = upper
      AND ($as_of IS NULL OR line.holds_from <= $as_of <= line.holds_until)
      AND ($bases IS NULL OR line.basis IN $bases)){1,4}
  (above:Body)
WHERE ($below IS NULL OR below.id = $below)
  AND all(node IN nodes(path) WHERE single(same IN nodes(path) WHERE same = node))
RETURN DISTINCT below.name AS below,
       above.name AS above,
       length(path) AS steps,
       [node IN nodes(path) | node.name] AS way,
       [step IN line | type(step)] AS by,
       [basis IN ['inferred', 'shown', 'implied', 'stated']
         WHERE any(step IN line WHERE step.basis = basis)][0] AS weakest
ORDER BY below, steps, above, way, by, weakest
