// Do the sources state reporting lines, and what else between bodies and plans: oversight, support, contribution?
//
// Direction and support are not reporting. A zero in the first line is the finding: no source states who reports to whom.
// What had ended by the day, because one of its ends had, is counted apart; a pair counts once whatever is said of it.
//
// @param as_of:date = dataset      the day to look at; any for the whole record
// @param bases:list = stated       the bases to count; any for all
// @returns relation:string         REPORTS_TO, OVERSEES, SUPPORTS or CONTRIBUTES_TO
// @returns number:integer          how many pairs on the day
// @returns ended:integer           how many had ended by then
// @returns between:list            what they join
UNWIND ['CONTRIBUTES_TO', 'OVERSEES', 'REPORTS_TO', 'SUPPORTS'] AS relation
OPTIONAL MATCH (subject:Entity)-[line:REPORTS_TO|OVERSEES|SUPPORTS|CONTRIBUTES_TO]->(object:Entity)
WHERE type(line) = relation
  AND (subject:Body OR subject:Strategy OR subject:Programme)
  AND (object:Body OR object:Strategy OR object:Programme OR object:Constituency)
  AND ($bases IS NULL OR line.basis IN $bases)
  AND ($as_of IS NULL OR line.holds_from <= $as_of)
WITH relation, subject.name + ' > ' + object.name AS pair,
     ($as_of IS NULL OR $as_of <= line.holds_until) AS holds,
     ($as_of IS NOT NULL AND line.may_until < $as_of) AS over
ORDER BY pair
RETURN relation,
       count(DISTINCT CASE WHEN holds THEN pair END) AS number,
       count(DISTINCT CASE WHEN over THEN pair END) AS ended,
       collect(DISTINCT CASE WHEN holds THEN pair END) AS between
ORDER BY relation
