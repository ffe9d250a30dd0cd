// In how many cases do the sources state reporting, direction or support between bodies, plans and programmes?
//
// Direction and support are not reporting: a zero for reporting is a finding. A case is a pair of two of them, whatever
// is said of it; a constituency counts where a body directs it. A plan that had ended still counts, and is counted
// apart. Only what is stated.
//
// @param as_of:date = dataset      the day to look at; any for the whole record
// @returns stated:string           reporting, direction or oversight, support or contribution
// @returns cases:integer           in how many cases
// @returns ended:integer           in how many of them the plan or programme had ended
// @returns between:list            the cases: a body or plan > what it reports to, directs or supports
UNWIND ['reporting', 'direction or oversight', 'support or contribution'] AS stated
OPTIONAL MATCH (subject:Entity)-[line:REPORTS_TO|OVERSEES|SUPPORTS|CONTRIBUTES_TO]->(object:Entity)
WHERE stated = CASE type(line) WHEN 'REPORTS_TO' THEN 'reporting'
                               WHEN 'OVERSEES' THEN 'direction or oversight'
                               ELSE 'support or contribution' END
  AND line.basis = 'stated'
  AND (subject:Body AND type(line) IN ['REPORTS_TO', 'OVERSEES']
       OR subject:Board OR subject:Partnership OR subject:LocalCarePartnership OR subject:Team
       OR subject:Strategy AND subject.form IN ['strategy', 'plan', 'framework'])
  AND (object:Body OR object:Strategy OR object:Programme
       OR object:Constituency AND type(line) = 'OVERSEES')
  AND ($as_of IS NULL OR line.holds_from <= $as_of <= line.holds_until
       OR line.end_date IS NULL AND object.may_until < $as_of AND (object:Strategy OR object:Programme)
          AND subject.may_from <= $as_of <= subject.may_until)
WITH stated, subject, object,
     collect($as_of IS NULL OR line.holds_from <= $as_of <= line.holds_until) AS held
WITH stated, subject.name + ' > ' + object.name AS pair, NOT all(one IN held WHERE one) AS over
ORDER BY pair
RETURN stated,
       count(pair) AS cases,
       count(CASE WHEN over THEN pair END) AS ended,
       collect(pair) AS between
ORDER BY cases, stated
